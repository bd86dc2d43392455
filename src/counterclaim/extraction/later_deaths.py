"""People wounded in an attack who died later: "a woman who had been wounded in the strike died on Monday"."""

from typing import Final

from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_HARMED: Final = word_set("counts_party", "harmed") | {"hurt", "shot"}
_DIED: Final = word_set("counts_measure", "died_later")
_BREAKS: Final = (";", "and", "but", "while")
_REACH: Final = 4  # tokens from "who" to the participle of what was done to them


def death_after(tokens: list[Token], harmed: int) -> int | None:
    """Index of the verb by which those died whom a relative clause says were harmed.

    Args:
        tokens: the sentence's tokens.
        harmed: index of the participle that tells what was done to them.

    Returns:
        The index, None where the sentence tells of no such death.
    """
    before = {token.low for token in tokens[max(harmed - _REACH, 0) : harmed]}
    if tokens[harmed].low not in _HARMED or before.isdisjoint(("who", "that")):
        return None
    for position in range(harmed + 1, len(tokens)):
        if tokens[position].low in _BREAKS:
            return None
        if tokens[position].low in _DIED:
            return position
    return None


def deaths_told(tokens: list[Token]) -> list[tuple[int, int]]:
    """For each such death in a sentence, the indices of what was done to them and of its verb."""
    found = ((harmed, death_after(tokens, harmed)) for harmed in range(len(tokens)))
    return [(harmed, died) for harmed, died in found if died is not None]

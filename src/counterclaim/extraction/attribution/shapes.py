"""Sources without a verb: "according to X", a headline's "X: …"."""

from collections.abc import Iterator
from typing import Final

from counterclaim.extraction.attribution.names import DOCUMENTS, has_source_word, name_after, start_of_name
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.words import attribution_words, prepositions
from counterclaim.extraction.tokens import Token

CHAINED: Final = ("citing", "quoting")
"""Words that name whom another source, the outermost, rests on."""


def by_preposition(tokens: list[Token]) -> Iterator[Attribution]:
    """Sources after "according to" and its like."""
    for match in prepositions().find(tokens):
        name = name_after(tokens, match.last + 1)
        if name is not None:
            first, last = name
            words = " ".join(token.low for token in tokens[match.first : match.last + 1])
            verb = (
                words
                if words in CHAINED
                else "cited by"
                if words in ("cited by", "quoted by")
                else "by"
                if words.endswith("ed by")
                else "according to"
            )
            yield make_attribution(tokens, first, last, match.first, verb, match.value)


def by_colon(tokens: list[Token]) -> Iterator[Attribution]:
    """A headline's "Red Cross: two hundred bodies exchanged"."""
    closing = next(
        (i for i in range(len(tokens) - 2, max(len(tokens) - 7, 3), -1) if tokens[i].low in _CLOSING), None
    )
    if closing is not None and has_source_word(tokens, closing + 1, len(tokens)):
        name = name_after(tokens, closing + 1)
        if name is not None and name[1] == len(tokens) - 1:
            found = make_attribution(tokens, *name, closing, "headline", "asserts", trailing=True)
            yield found
            return
    start = _past_clock(tokens)
    colon = next((i for i in range(start + 1, min(start + 7, len(tokens) - 2)) if tokens[i].low == ":"), None)
    if colon is None or tokens[colon - 1].low in DOCUMENTS:
        return
    first = start_of_name(tokens, colon - 1)
    if (
        first == start
        and tokens[colon - 1].low not in attribution_words()["pronouns"]
        and has_source_word(tokens, start, colon)
        and _is_headed_by_source(tokens, start, colon)
    ):
        yield make_attribution(tokens, start, colon - 1, colon, "headline", "asserts")


_CLOSING: Final = (":", "-", "–", "—")


def _is_headed_by_source(tokens: list[Token], start: int, end: int) -> bool:
    """Whether what "of" belongs to can speak: the Ministry of Defence, not equipment of the Armenian side."""
    of = next((i for i in range(start + 1, end) if tokens[i].low == "of"), end)
    return of == end or has_source_word(tokens, start, of)


def _past_clock(tokens: list[Token]) -> int:
    """Index of the first token after the hour that a live report's entry opens with: "11:20 Medics: …"."""
    position = 0
    if len(tokens) < 3 or tokens[0].kind != "number" or tokens[1].low not in (":", "."):
        return 0
    while position < len(tokens) and (tokens[position].kind == "number" or tokens[position].low in _CLOCK):
        position += 1
    return position


_CLOCK: Final = frozenset((":", ".", "gmt", "utc", "am", "pm", "–", "—", "-", "|"))

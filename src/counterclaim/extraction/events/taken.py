"""Whether what is taken is people or arms rather than a place."""

from functools import cache
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import BE, EventCue
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.phrases import plural
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml

_GROUNDS: Final = frozenset[str]().union(
    *(listed("places", name) for name in ("grounds", "kinds", "sites", "strongholds"))
)
_OUSTING: Final = listed("saying", "ousting")
_STOPS: Final = listed("grammar", "grounds_stops")

_REACH: Final = 5  # tokens from the verb in which its object or subject ends


def takes_no_place(view: View, cue: EventCue, memory: Memory) -> bool:
    """Whether a capture is of people or arms: "seized relatives", "176 soldiers had been captured"."""
    if cue.base in _OUSTING:
        return False  # evicted soldiers from a place
    taken = _subject(view.tokens, cue.first) if cue.is_passive else _object(view.tokens, cue)
    words = {token.low for token in taken}
    if words & _GROUNDS:
        return False
    if words & _people_and_arms():
        return True
    counts = (memory.counted.get(token.start) for token in taken)
    return any(
        (count.object or "").startswith(("person", "materiel")) for count in counts if count is not None
    )


def _object(tokens: list[Token], cue: EventCue) -> list[Token]:
    start = end = cue.last + 1
    if cue.form == "noun" and start < len(tokens) and tokens[start].low == "of":
        start = end = start + 1
    while end < len(tokens) and end - start < _REACH and _goes_on(tokens[end]):
        end += 1
    return tokens[start:end]


def _subject(tokens: list[Token], verb: int) -> list[Token]:
    end = verb
    while end > 0 and (tokens[end - 1].low in _AUXILIARIES or tokens[end - 1].low.endswith("ly")):
        end -= 1
    start = end
    while start > 0 and end - start < _REACH and _goes_on(tokens[start - 1]):
        start -= 1
    return tokens[start:end]


def _goes_on(token: Token) -> bool:
    return token.kind != "mark" and token.low not in _STOPS


_AUXILIARIES: Final = BE | {"had", "has", "have", "meanwhile", "since", "that", "who"}


@cache
def _people_and_arms() -> frozenset[str]:
    """Nouns of one word for people and arms, singular and plural."""
    tables = (
        table for code, table in load_toml("objects").items() if code.startswith(("person", "materiel"))
    )
    nouns = [noun.lower() for table in tables for noun in table["nouns"] if " " not in noun]
    return frozenset((*nouns, *(plural(noun) for noun in nouns), "relatives", "patients")) - _GROUNDS

"""The place that an event has from before its sentence."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.words import event_words, listed
from counterclaim.extraction.subject import Subject
from counterclaim.extraction.tokens import Token

_LANDS: Final = listed("places", "lands")
_POINTS: Final = listed("places", "points")
_TYPES: Final = listed("weapons", "types")


def place_in_focus(
    view: View, cue: EventCue, memory: Memory, index: int, span: tuple[int, int]
) -> str | None:
    """The place that an event has from before its sentence: where its clause points back to one."""
    rules = event_words()["places"]
    tokens = view.tokens
    if cue.type in rules["nowhere"]:
        return memory.focus.land_before(index) if _points_at(tokens, span, _LANDS) else None
    one_attack = memory.context.subject is Subject.ATTACK and memory.context.date is not None
    if cue.type in rules["somewhere"] or (
        one_attack and not cue.negated and cue.type in rules["somewhere_in_report"]
    ):
        return _of_attack(cue, memory, index)
    pointing = (i for i in range(span[0], span[1] + 1) if tokens[i].low in _POINTS)
    if not any(_is_definite(tokens, i) for i in pointing):
        return memory.focus.land_before(index) if _points_at(tokens, span, _LANDS) else None
    return _of_attack(cue, memory, index)


def _of_attack(cue: EventCue, memory: Memory, index: int) -> str | None:
    """The place that the paragraph speaks of, else that of the attack told last, else the document's."""
    attack = memory.last_attack() if cue.type in _TYPES else None
    at = attack.place if attack is not None else None
    return memory.focus.in_paragraph(index) or at or memory.focus.whole


def _points_at(tokens: list[Token], span: tuple[int, int], nouns: frozenset[str]) -> bool:
    """Whether a clause has a noun with "the" before it and no name behind: "in the region"."""
    places = (i for i in range(max(span[0], 1), span[1] + 1) if tokens[i].low in nouns)
    return any(
        tokens[i - 1].low == "the" and not (i + 1 < len(tokens) and tokens[i + 1].low == "of") for i in places
    )


def _is_definite(tokens: list[Token], position: int) -> bool:
    """Whether a noun points back: "the town", "one of the last hospitals", but "a town"."""
    before = [t.low for t in tokens[max(position - 3, 0) : position]]
    return not {"a", "an", "another", "several", "many", "other"} & set(before)

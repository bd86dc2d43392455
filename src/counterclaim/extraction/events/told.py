"""Which cues of a sentence tell an event."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.realised import Support, support_of
from counterclaim.extraction.events.saying import (
    disclaims,
    is_accusing,
    is_directive,
    is_opinion,
    is_reacting,
)
from counterclaim.extraction.events.spots import Spot
from counterclaim.extraction.events.taken import takes_no_place
from counterclaim.extraction.events.unreal import is_attempt
from counterclaim.extraction.events.words import event_words, listed, realising
from counterclaim.extraction.phrases import Match
from counterclaim.model import Claim

_NOT_BLAMED: Final = ("agreement", "ceremony", "statement", "talks")  # which are no harm to be blamed for
_DOWNING: Final = listed("weapons", "downing")
_OWN_WITHIN: Final = 6  # tokens from an attack to the verb that it does
_STANDING: Final = listed("weapons", "standing")
_EXCHANGING: Final = listed("weapons", "exchanging")
_EXCHANGED: Final = 3  # tokens from such a verb to the fire that is exchanged
_HURLING: Final = listed("weapons", "hurling")
_REPORTING: Final = listed("saying", "reporting")
_TYPES: Final = listed("weapons", "types")

_OBJECT: Final = 3  # tokens after a verb in which its object begins: "captured an outpost with 50 soldiers"
_COUNT_NEAR: Final = 9  # tokens around a verb in which a count is its own


def told_events(
    view: View, cues: list[EventCue], spots: list[Spot], memory: Memory
) -> Iterator[tuple[EventCue, Support]]:
    """The cues that tell an event, with what tells that it took place.

    Args:
        view: the sentence.
        cues: its words that can tell an event.
        spots: what the sentence names as places.
        memory: what is known of the document.
    """
    verbs: list[Match[str]] | None = None
    weapons: set[int | None] = set()
    for cue in _joined(cues):
        if cue.first in weapons:
            continue  # launched an offensive: the noun is the verb's own
        if any(s.first <= cue.first <= s.last or s.cue == cue.first for s in view.sources):
            continue
        source = view.source_at(cue.first)
        spoken = source if source in view.sources and source is not None and source.cue < cue.first else None
        if is_directive(spoken) or is_opinion(source) or _is_only_counted(view, cue, memory):
            continue
        if cue.base in _STANDING and cue.is_passive and view.lows[cue.last + 1 : cue.last + 2] != ["by"]:
            continue  # has been besieged for weeks
        if cue.type == "capture" and takes_no_place(view, cue, memory):
            continue
        if cue.type == "talks" and cue.is_reduced:
            continue  # a truce negotiated by X
        if verbs is None and cue.form == "noun":
            verbs = realising().find(view.tokens)
        if spoken is not None and disclaims(view, cue.first):
            cue = replace(cue, negated=True)
            yield cue, Support("said", (cue.first, cue.last))
            continue
        if cue.type == "capture" and is_attempt(view.tokens, cue):
            cue = replace(cue, type="clash")
        support = support_of(view, cue, spots, verbs or [])
        said = spoken is not None and (spoken.stance == "denies" or is_accusing(spoken)) and not cue.begins
        said = said and cue.type not in _NOT_BLAMED
        if support is None and said:
            support = Support("said", (cue.first, cue.last))
        if support is None or (cue.negated and source is None):
            continue
        if support.how == "own" and _only_dates_harm(view, cue, memory):
            continue
        if support.how != "own" or spoken is None or _stands_alone(spoken) or _harms(view, cue):
            weapons.add(cue.weapon)
            yield cue, support


def _harms(view: View, cue: EventCue) -> bool:
    """Whether an attack is what did something: "were killed by a Nato air strike"."""
    before = view.tokens[max(cue.first - 4, 0) : cue.first]
    return cue.type in _TYPES and any(token.low == "by" for token in before)


def _stands_alone(source: Attribution) -> bool:
    """Whether what a source names counts as told: in reports, denials and reactions."""
    if source.stance == "denies" or is_accusing(source) or is_reacting(source):
        return True
    return source.verb in _REPORTING


def _is_only_counted(view: View, cue: EventCue, memory: Memory) -> bool:
    """Whether a verb only states a counted harm: "80 people were arrested", "violated the truce 48 times"."""
    if cue.type == "ceasefire_violation":
        return any(c.measure == "violations" for c in memory.counts_between(view, 0, len(view.tokens) - 1))
    if cue.base in _HURLING and cue.weapon == cue.first - 1:  # shot down 12 drones launched at night
        return any(True for _ in memory.counts_between(view, cue.first - 5, cue.first - 1))
    counted = event_words()["counted"]
    measures = counted.get(cue.base, counted.get(cue.type, ()))
    if cue.form != "verb" or not measures:
        return False
    if "killed" in measures and not cue.is_passive and memory.last_attack() is None:
        return False  # the attack has not been told of yet
    reach = _OBJECT if cue.type == "capture" and not cue.is_passive else _COUNT_NEAR - 1
    near = memory.counts_between(view, cue.first - _COUNT_NEAR, cue.last + reach)
    following = view.lows[cue.last + 1 : cue.last + 2]
    one = cue.is_passive and (cue.base in _DOWNING or following != ["by"])  # a jet was shot down: a loss
    return any(c.measure in measures and (one or c.low != 1) and not _is_settlement(c) for c in near)


def _only_dates_harm(view: View, cue: EventCue, memory: Memory) -> bool:
    """Whether an attack only tells in what people were harmed: "those killed in Wednesday's fighting"."""
    before = (t.low for t in view.tokens[max(cue.first - 4, 0) : cue.first])
    following = view.tokens[cue.last + 1].low if cue.last + 1 < len(view.tokens) else ""
    if following in ("against", "by", "on") or not any(low in ("in", "during", "of") for low in before):
        return False
    return any(
        c.measure in ("killed", "wounded") for c in memory.counts_between(view, 0, len(view.tokens) - 1)
    )


def _is_settlement(count: Claim) -> bool:
    """Whether a count is of places, which are taken in an event of their own."""
    return (count.object or "").startswith("settlement")


def _does_itself(noun: EventCue, verb: EventCue) -> bool:
    """Whether a weapon between an attack and a verb is the attack's own."""
    if noun.form != "noun" or noun.type not in _TYPES or verb.form != "verb" or verb.weapon is None:
        return False
    return verb.type == noun.type and noun.last < verb.weapon < verb.first <= noun.last + _OWN_WITHIN


def _joined(cues: list[EventCue]) -> list[EventCue]:
    """The cues without nouns that are what the verb after them is done with: "an air strike hit the town"."""
    joined: list[EventCue] = []
    for cue in cues:
        before = joined[-1] if joined else None
        means = before is not None and cue.weapon is not None and before.first <= cue.weapon <= before.last
        if before is not None and means and cue.form == "verb" and before.form == "noun":
            joined[-1] = replace(cue, type=before.type)
        elif before is not None and before.base in _EXCHANGING and 0 < cue.first - before.last <= _EXCHANGED:
            continue  # exchanged artillery fire
        elif before is not None and _does_itself(before, cue):
            joined[-1] = replace(cue, type=before.type)  # strikes by jets hit the town
        elif before is not None and means and cue.first == before.last + 1:
            joined[-1] = replace(before, last=cue.last)  # shelling attacks on a town
        elif before is not None and before.is_reduced and None is not before.weapon == cue.weapon:
            joined[-1] = cue  # a drone launched by rebels hit the palace
        else:
            joined.append(cue)
    return joined

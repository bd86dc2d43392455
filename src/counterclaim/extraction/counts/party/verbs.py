"""Rules that read the party from who did what to whom."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.actor import actor_of, agent_of
from counterclaim.extraction.counts.cues import HARM, Cue
from counterclaim.extraction.counts.party.counting import (
    ARMY,
    NEAR,
    SUBJECT,
    TAKEN,
    Counting,
    Whose,
    is_foreign,
    whose,
)
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_WE: Final = word_set("counts_party", "speakers")
_PASSIVE: Final = word_set("counts_party", "passive")
_TAKING: Final = word_set("counts_party", "taking")


def loser(c: Counting) -> Whose | None:
    """Armenia lost 22 tanks; tanks lost by Russia."""
    cue = c.phrase.cue
    if cue is None or not (cue.role == "loser" or (cue.measure == "lost" and cue.role != "tally")):
        return None
    by = agent_of(c.view, cue)
    if by is not None:
        return Whose(by.party)
    subject = _nearest_before(c.view, min(cue.first, c.phrase.first + 1), cue.first)
    if c.speaker is not None and any(t.low in _WE for t in c.view.tokens[max(cue.first - 3, 0) : cue.first]):
        return Whose(c.speaker)
    if subject is not None and c.speaker is not None and _is_object_before(c.view, subject, cue):
        return Whose(c.speaker)
    return Whose(subject.party) if subject is not None else None


def whom_it_cost(c: Counting) -> Whose | None:
    """The week had cost federal forces 156 dead: whom the verb names before the figure."""
    tokens, first = c.view.tokens, c.phrase.first
    cost = next((i for i in range(first - 1, max(first - 6, -1), -1) if tokens[i].low in _COST), None)
    if cost is None or not c.object.startswith(("person", "materiel")):
        return None
    return next((Whose(p.party) for p in c.view.parties if cost < p.first and p.last < first), None)


_COST: Final = word_set("counts_party", "cost")


def launcher(c: Counting) -> Whose | None:
    """The enemy launched six drones; Iran fired 180 missiles; five shells fired by rebels: who fired them."""
    if c.measure != "other" or not c.kind.startswith("materiel"):
        return None
    tokens = c.view.tokens
    verb = _launch(c)
    if verb is None:
        return None
    if verb > c.phrase.last:
        by = next((i for i in range(verb + 1, min(verb + 4, len(tokens))) if tokens[i].low == "by"), None)
        agent = next((p for p in c.view.parties if by is not None and 0 < p.first - by <= _AGENT), None)
        if agent is not None:
            return Whose(agent.party)
        return whose(c.context.opponent(c.side)) if c.context.is_between_states else None
    before = tokens[max(verb - SUBJECT - 1, 0) : verb]
    if any(token.low in _ENEMY for token in before):
        return whose(c.context.opponent(c.side or c.context.only_state))
    if any(token.low in _WE for token in before):
        return whose(c.speaker)
    subject = [
        p for p in c.view.parties if 0 < verb - p.last <= SUBJECT + 1 and not c.view.names_source(p.first)
    ]
    return Whose(subject[-1].party) if subject else None


def _launch(c: Counting) -> int | None:
    """Index of the verb of firing that a counted phrase is the object of, or the subject in the passive."""
    tokens, first, last = c.view.tokens, c.phrase.first, c.phrase.last
    before = (i for i in range(first - 1, max(first - 5, -1), -1) if tokens[i].low in _LAUNCHES)
    if tokens[first - 1].low in ("and", ",") and first > 1:  # 550 missiles and 1,000 drones
        before = (i for i in range(first - 1, max(first - _LISTED, -1), -1) if tokens[i].low in _LAUNCHES)
    after = (i for i in range(last + 1, min(last + 6, len(tokens))) if tokens[i].low in _LAUNCHES)
    return next(before, None) or next(after, None)


_LISTED: Final = 9  # tokens from a verb of firing to the second thing fired
_AGENT: Final = 6  # tokens from "by" to the party of who fired
_ENEMY: Final = word_set("counts_fields", "enemy")
_LAUNCHES: Final = word_set("counts_party", "launches")


def _is_object_before(view: View, mention: PartyMention, cue: Cue) -> bool:
    """It had killed 25 insurgents and lost two tanks: the insurgents are what the verb before counts."""
    counted = any(0 < mention.first - number.closing <= 2 for number in view.numbers)
    return counted and view.tokens[cue.first - 1].low == "and"


def done_to(c: Counting) -> Whose | None:
    """Azerbaijani forces destroyed nine tanks: the other side's."""
    if c.measure in ("deployed", "other"):
        return None
    actor = actor_of(c.view, c.phrase)
    is_force = c.phrase.object is not None and c.phrase.object.startswith(ARMY)
    return whose(c.context.opponent(actor)) if actor is not None and is_force else None


def under_attack(c: Counting) -> Whose | None:
    """Seven died under Pakistani shelling, in Iranian missile attacks: in a war of states, the other's."""
    if (
        not c.context.is_between_states
        or c.measure not in HARM
        or not c.object.startswith(("person", "structure"))
    ):
        return None
    tokens = c.view.tokens
    for mention in c.view.parties:
        if not 0 < mention.first - c.phrase.last <= NEAR or tokens[mention.first - 1].low not in _UNDER:
            continue
        if {token.low for token in tokens[mention.last + 1 : mention.last + 4]} & (_DEEDS | _FORCES):
            return whose(c.context.opponent(mention.party))
    return None


def attacked(c: Counting) -> Whose | None:
    """Russian shelling had killed two people: in a war of states, where no place tells, the other side's."""
    actor = actor_of(c.view, c.phrase) if c.context.is_between_states and c.measure in HARM else None
    harmed = c.object.startswith(("person", "structure")) and not is_foreign(c)
    return whose(c.context.opponent(actor)) if actor is not None and harmed else None


_UNDER: Final = word_set("counts_party", "under")
_FORCES: Final = word_set("counts_fields", "forces")
_DEEDS: Final = word_set("counts_losses", "deeds")


def _nearest_before(view: View, end: int, stop: int) -> PartyMention | None:
    before = [
        p for p in view.parties if p.last < end and p.how != "territory" and not view.names_source(p.first)
    ]
    if not before:
        return None
    gap = view.tokens[before[-1].last + 1 : stop]
    return None if any(token.low in (";", "while", "whereas") for token in gap) else before[-1]


def taken_by_rebels(c: Counting) -> Whose | None:
    """In a civil war the alliance seized 23 towns and 400 bases: the state's, whose rebels take them."""
    cue, state = c.phrase.cue, c.context.home_state
    taken = c.measure == "captured" and c.object.startswith(("settlement", "structure"))
    if (
        not taken
        or c.context.is_between_states
        or cue is None
        or cue.is_passive
        or cue.first > c.phrase.first
    ):
        return None
    start = max(cue.first - NEAR, 0)
    by_state = any(start <= p.first < cue.first and p.party == state for p in c.view.parties)
    by_rebels = not _REBELS.isdisjoint(c.view.lows[start : cue.first])
    return whose(state) if by_rebels and not by_state else None


_REBELS: Final = word_set("counts_party", "rebels")


def prisoners(c: Counting) -> Whose | None:
    """It said that it had taken 40 prisoners; Britain took 11,000 prisoners: the taker's enemy's."""
    if c.measure != "captured" or not c.object.startswith("person") or not c.context.is_between_states:
        return None
    tokens, first = c.view.tokens, c.phrase.first
    taking = next((i for i in range(first - 1, max(first - 5, -1), -1) if tokens[i].low in _TAKING), None)
    if taking is None or {token.low for token in tokens[max(taking - 2, 0) : taking]} & _PASSIVE:
        return None
    subject = [p for p in c.view.parties if 0 < taking - p.last <= SUBJECT]
    return whose(c.context.opponent(subject[-1].party if subject else c.speaker))


def who_deployed(c: Counting) -> Whose | None:
    """Iran sent 200 advisers: whoever sent them, else the side that speaks."""
    if c.measure != "deployed":
        return None
    return Whose(actor_of(c.view, c.phrase) or c.side)


def taken_from_enemy(c: Counting) -> Whose | None:
    """A side's account of tanks destroyed and villages captured is of its enemy's."""
    if not c.kind.startswith(("materiel", "settlement")) or c.is_civilian:
        return None
    return whose(c.context.opponent(c.side)) if c.measure in TAKEN else None

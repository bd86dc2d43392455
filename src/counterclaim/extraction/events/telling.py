"""The events that a sentence tells, and what each of their claims holds."""

from dataclasses import replace
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.actors import implied_actor, is_broker, known_as
from counterclaim.extraction.events.clauses import clause_spans
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.dating import dates_of, days_apart, reported_on
from counterclaim.extraction.events.draft import Draft, reason
from counterclaim.extraction.events.inherited import place_in_focus
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.naming import Role, together
from counterclaim.extraction.events.realised import AGREED, Support
from counterclaim.extraction.events.roles import roles
from counterclaim.extraction.events.saying import (
    accused_by,
    blames_mutually,
    claimant,
    is_accusing,
    is_mutual,
)
from counterclaim.extraction.events.spots import Spot, spots_of
from counterclaim.extraction.events.told import told_events
from counterclaim.extraction.events.where import places_at
from counterclaim.extraction.events.words import listed, past_forms
from counterclaim.extraction.focus import is_land
from counterclaim.extraction.hedges import hedge_near
from counterclaim.model import Reason, Stance

_DONE_BY_SAYING: Final = listed("saying", "done_by_saying")
_ARMED_ALIKE: Final = listed("weapons", "armed_alike")
_SHOOTING: Final = listed("weapons", "shooting")
_UNSPECIFIC: Final = listed("weapons", "unspecific")

_OWN_SPEECH: Final = ("statement", "diplomatic_protest")


def events_of(view: View, cues: list[EventCue], index: int, memory: Memory) -> list[Draft]:
    """The events that a sentence tells.

    Args:
        view: the sentence.
        cues: its words that can tell an event.
        index: its number in the document.
        memory: what is known of the document.
    """
    if not cues or view.tokens[-1].low == "?":
        return []  # a question tells nothing
    spots = spots_of(view)
    named = [spot for spot in spots if not spot.is_described]
    told = _without_ways(list(told_events(view, cues, named, memory)))
    spans = clause_spans(view, [(cue.first, cue.last) for cue, _ in told])
    drafts: list[Draft] = []
    before: Role | None = None
    there: list[Spot] = []
    for (cue, support), span in zip(told, spans, strict=True):
        actor, target = roles(view, cue, support, before)
        actor = _of_before(view, _of_main_clause(view, actor), before)
        before = actor or before
        base = _draft(view, cue, support, span, actor, target, memory)
        people = [role for role in (actor, target) if role is not None]
        at = places_at(view, cue, spots, span, people) or (there if _hangs_on(view, cue, support) else [])
        there = at
        places: list[str | None] = [spot.name for spot in at] or [
            _place_before(view, cue, span, index, memory)
        ]
        made = [_of_same_attack(view, cue, d, memory) for d in _claims(view, cue, base, places, memory)]
        drafts += _dated_apart(view, made, at, span)
    return drafts


def _without_ways(told: list[tuple[EventCue, Support]]) -> list[tuple[EventCue, Support]]:
    """What is told without the talks by which it came about, and without the truce that was broken.

    "A truce negotiated in Gao took effect"; "they violated the new truce".
    """
    agreed = [(cue.last, support.verb[0]) for cue, support in told if cue.type in AGREED]
    broken = [(cue.last, cue.last + _BROKEN) for cue, _ in told if cue.type == "ceasefire_violation"]
    stretches = {"talks": agreed, "ceasefire": broken}
    return [
        (cue, support)
        for cue, support in told
        if not any(first < cue.first < last for first, last in stretches.get(cue.type, ()))
    ]


_BROKEN: Final = 5  # tokens from a verb of breaking to the truce that was broken


def _of_main_clause(view: View, role: Role | None) -> Role | None:
    """Whom a pronoun means where a party opens the sentence: "M23 rose in 2021, when it took Goma"."""
    if role is None or role.pronoun not in ("it", "they") or view.source_at(role.first) is not None:
        return role
    opens = next((p for p in view.parties if p.first <= 2 and p.last < role.first and p.how != "seat"), None)
    if opens is None or view.names_source(opens.first):
        return role
    following = view.tokens[opens.last + 1]
    if following.kind == "possessive":
        return role
    named = together(view, [p for p in view.parties if opens.first <= p.first < role.first])
    return Role(named, role.first, role.last)


def _of_before(view: View, role: Role | None, before: Role | None) -> Role | None:
    """Whom a pronoun means that goes on with who acted before: "Rebels gained ground since they attacked"."""
    if role is None or role.name is not None or role.pronoun not in ("it", "they") or before is None:
        return role
    if before.name is None or view.source_at(role.first) is not view.source_at(before.first):
        return role
    return Role(before.name, role.first, role.last)


def _hangs_on(view: View, cue: EventCue, support: Support) -> bool:
    """Whether a verb goes on with the event before it: "advanced in the north, making some gains"."""
    first = min(cue.first, support.verb[0])
    return first > 0 and view.tokens[first].low.endswith("ing") and view.tokens[first - 1].low == ","


def _dated_apart(view: View, drafts: list[Draft], at: list[Spot], span: tuple[int, int]) -> list[Draft]:
    """Give each of several places the date that follows it: "X on 9 October and Y on 17 October"."""
    days = [i for i in view.intervals if span[0] <= _token_at(view, i.start) <= span[1]]
    if len(at) < 2 or len(days) < 2:
        return drafts
    dated = []
    for draft in drafts:
        spot = next((s for s in at if s.name == draft.place), None)
        day = next((i for i in days if spot is not None and i.start > view.tokens[spot.last].end), None)
        dated.append(draft if day is None else replace(draft, dates=(day.from_date, day.to_date)))
    return dated


def _token_at(view: View, offset: int) -> int:
    """Index of the token that starts at an offset or after it."""
    return next((i for i, token in enumerate(view.tokens) if token.start >= offset), len(view.tokens))


# ---------------------------------------------------------------- what a claim holds


def _draft(
    view: View,
    cue: EventCue,
    support: Support,
    span: tuple[int, int],
    actor: Role | None,
    target: Role | None,
    memory: Memory,
) -> Draft:
    """An event without its place."""
    source = _source_of(view, cue, support, memory)
    dates, rule, words = dates_of(view, cue, support.verb, span, cue.type, memory.context, memory.narrative)
    hedge = hedge_near(view, cue.first, source)
    draft = Draft(
        cue.type,
        cue.first,
        cue.last,
        span,
        stance=_stance(view, source, cue),
        hedge=hedge.hedge if hedge else None,
        actor=known_as(actor, source, memory),
        target=target.name if target is not None else None,
        dates=dates,
        dated_by=rule,
        reported_on=reported_on(view, memory.context),
        reasons=(
            reason(view, "event_type", f"{cue.base} ({cue.form})", cue.first, cue.last),
            *((reason(view, "actor", "grammar", actor.first, actor.last),) if actor is not None else ()),
            *((reason(view, "target", "grammar", target.first, target.last),) if target is not None else ()),
            *((hedge.reason,) if hedge is not None else ()),
            Reason("from_date", rule, *(words or (None, None))),
        ),
    )
    if source is not None:
        draft.source, draft.side = source.source, source.party
    if cue.type in _OWN_SPEECH and draft.source is None and draft.actor is not None:
        draft.source, draft.side = draft.actor, _party_in(view, actor)
    if cue.weapon is None and cue.type in ("bombing", "shelling") and cue.base in _ARMED_ALIKE:
        alike = memory.arms if memory.arms != "bombing" or cue.type == "bombing" else None
        draft.type = alike or cue.type
    shot = cue.base in _SHOOTING and not _is_shelled(view, cue)
    if cue.weapon is None and cue.type == "shelling" and shot and memory.has_gunfire:
        draft.type = "clash"
    if cue.base == "strike" and cue.form == "noun":
        draft = _specified(draft, cue, memory)
    if draft.actor is None or is_broker(draft, memory):
        draft.actor = implied_actor(draft, source, memory)
    draft.actor = memory.context.written(draft.actor)
    return draft


def _party_in(view: View, role: Role | None) -> str | None:
    """The party that a role's words name."""
    if role is None:
        return None
    return next((p.party for p in view.parties if role.first <= p.first <= role.last), None)


def _source_of(view: View, cue: EventCue, support: Support, memory: Memory) -> Attribution | None:
    """Who tells of an event: nobody where saying it does it, as in "declared a truce".

    In a history, which is a text without a date, only a source of the sentence itself does.
    """
    source = view.source_at(cue.first)
    if source is None or (source not in view.sources and memory.context.date is None):
        return None
    if is_accusing(source) and _is_own_act(view, source, support.verb[0]):
        return None
    done = support.how == "makes" and support.verb[0] == source.cue
    return None if done and cue.type in _DONE_BY_SAYING else source


def _is_own_act(view: View, source: Attribution, verb: int) -> bool:
    """Whether an accuser goes on with what they did: "accused Chad of raids and invaded it"."""
    low, before = view.lows[verb], view.lows[verb - 1] if verb else ""
    past = low in past_forms() or low.endswith("ed")
    return source.cue < verb and before in ("and", "but") and past


def _stance(view: View, source: Attribution | None, cue: EventCue) -> Stance:
    if source is None:
        return "asserts"
    if cue.negated and cue.type != "statement":  # who does not rule out speaks all the same
        return "denies"
    if source in view.sources and (source.cue < cue.first or source.is_trailing):
        return source.stance
    return "asserts"


def _place_before(view: View, cue: EventCue, span: tuple[int, int], index: int, memory: Memory) -> str | None:
    """An event's place from before its sentence; a party's name is none, unless it is a land's."""
    found = place_in_focus(view, cue, memory, index, span)
    if found is None:
        return None
    named = {word for party in memory.context.parties for word in party.split()}
    return None if found in named and not is_land(found) else found


# ---------------------------------------------------------------- how many claims an event makes


def _claims(view: View, cue: EventCue, base: Draft, named: list[str | None], memory: Memory) -> list[Draft]:
    """The claims of one event: one for each place, for each day, or for each who blames another."""
    source = view.source_at(cue.first)
    if source is not None and base.source is None and is_accusing(source):
        return _at_each(base, named)
    if source is not None and source.stance == "denies" and source in view.sources:
        return _denied(view, source, cue, base, named, memory)
    if blames_mutually(view, cue.first):
        return _mutual(view, cue.first, base, named, memory)
    if source is not None and is_accusing(source) and source.cue < cue.first:
        return _accused(view, source, base, named, memory)
    days = days_apart(view, base.span) if cue.type == "ceasefire" and cue.form == "noun" else []
    if len(days) > 1 and (view.lows[cue.last] == "those" or view.lows[cue.last].endswith("s")):
        return [replace(base, dates=day, place=named[0]) for day in days]
    return _at_each(base, named)


def _at_each(base: Draft, named: list[str | None]) -> list[Draft]:
    """An event at each of some places."""
    if len(named) > 1:
        return [replace(base, place=place) for place in named]
    base.place = named[0]
    return [base]


def _denied(
    view: View, source: Attribution, cue: EventCue, base: Draft, named: list[str | None], memory: Memory
) -> list[Draft]:
    """What a source denies, and beside it what whoever it answers had claimed."""
    base = _as_told_before(view, cue, _specified(base, cue, memory), named, memory)
    said = claimant(view, source)
    drafts = [base]
    if said is not None and said.last < cue.first:
        drafts.append(replace(base, stance="asserts", source=said.name, side=said.name))
    return [replace(draft, place=place or draft.place) for place in named for draft in drafts]


def _accused(
    view: View, source: Attribution, base: Draft, named: list[str | None], memory: Memory
) -> list[Draft]:
    """The events that an accusation tells, done by the accused; a mutual one is two."""
    if is_mutual(view.tokens, source.cue, source.covers[1]):
        return _mutual(view, source.cue, base, named, memory)
    accused = accused_by(view, source)
    actor = known_as(accused, None, memory) if accused is not None else base.actor
    return [replace(base, actor=actor, place=place) for place in named]


def _mutual(view: View, cue: int, base: Draft, named: list[str | None], memory: Memory) -> list[Draft]:
    """An event that two sides lay at each other's door: two claims."""
    sides = list(dict.fromkeys(p.party for p in view.parties if p.last < cue))[-2:]
    if len(sides) < 2:
        sides = list(memory.context.parties[:2])
    if len(sides) < 2:
        return _at_each(base, named)
    return [
        replace(base, source=accuser, side=accuser, actor=accused, target=accuser, place=place)
        for accuser, accused in ((sides[0], sides[1]), (sides[1], sides[0]))
        for place in named
    ]


def _hits(draft: Draft, lows: set[str]) -> bool:
    """Whether an event's target is among some words: "denied shelling the hospital"."""
    return draft.target is not None and draft.target.split()[-1] in lows


def _as_told_before(
    view: View, cue: EventCue, draft: Draft, named: list[str | None], memory: Memory
) -> Draft:
    """A denial without a date of its own is of the same event as told before: of its day."""
    if draft.dated_by == "clause":
        return draft
    lows = {t.low for t in view.tokens[cue.last + 1 :]}
    latest_first = memory.earlier[::-1]
    told = sorted(latest_first, key=lambda d: not _hits(d, lows))
    for earlier in told:
        same_place = earlier.place in named or named == [None]
        if earlier.type == draft.type and earlier.stance == "asserts" and same_place:
            target = draft.target or earlier.target
            return replace(draft, dates=earlier.dates, target=target, place=earlier.place)
    return draft


def _of_same_attack(view: View, cue: EventCue, draft: Draft, memory: Memory) -> Draft:
    """An attack told without its weapon is of the type that its place's attack had before."""
    if draft.type != "clash" or cue.weapon is not None or cue.base not in _UNSPECIFIC:
        return draft
    attack = memory.last_attack()
    if attack is None or attack.type == "attack_on_civilians":
        return draft
    again = cue.form == "noun" and view.tokens[cue.first - 1].low in ("the", "this", "that") and cue.first > 0
    there = draft.place is not None and draft.place == attack.place
    here = draft.place is None or attack.place is None
    same_day = draft.dates == attack.dates
    return replace(draft, type=attack.type) if (there and same_day) or (again and (here or there)) else draft


def _is_shelled(view: View, cue: EventCue) -> bool:
    """Whether what something comes under is more than an attack or fire: "came under heavy shelling"."""
    lows = view.lows[cue.last : cue.last + _COMES_UNDER]
    return cue.base.endswith("under") and (not _SHELLED.isdisjoint(lows) or _ATTACKED.isdisjoint(lows))


_COMES_UNDER: Final = 5  # tokens
_SHELLED: Final = listed("weapons", "shelled")
_ATTACKED: Final = listed("weapons", "attacked")


def _is_on_people(cue: EventCue, draft: Draft) -> bool:
    """Whether a verb says itself that civilians were struck."""
    return draft.type == "attack_on_civilians" and cue.form == "verb" and cue.base != "attack"


def _specified(draft: Draft, cue: EventCue, memory: Memory) -> Draft:
    """An attack named without its weapon, in a denial or as "the strike", is the one told of before."""
    if cue.weapon is not None or cue.base not in _UNSPECIFIC or _is_on_people(cue, draft):
        return draft
    attack = memory.last_attack()
    return draft if attack is None else replace(draft, type=attack.type)

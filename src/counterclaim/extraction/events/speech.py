"""What a sentence's speakers deny, lay at somebody's door, or state."""

from dataclasses import replace
from itertools import takewhile
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.actors import known_as
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.dating import dates_of, reported_on
from counterclaim.extraction.events.draft import Draft, reason
from counterclaim.extraction.events.memory import Memory
from counterclaim.extraction.events.saying import (
    accused_by,
    agreeing,
    as_told_by,
    blamed_party,
    blames_for_before,
    claims_responsibility,
    denied_again,
    end_of_refused,
    is_about_request,
    is_accusing,
    is_mutual,
    is_reacting,
    is_retort,
    points_back,
)
from counterclaim.extraction.events.somebody import subject
from counterclaim.extraction.events.spots import WITHIN, spots_of
from counterclaim.extraction.events.words import listed
from counterclaim.model import Reason

_FIGURES: Final = listed("saying", "figures")
_HARM: Final = listed("saying", "harm")
_SILENT: Final = listed("saying", "silent")
_TITLES: Final = listed("saying", "titles")
_TYPES: Final = listed("weapons", "types")

_LEAST_SAID: Final = 4  # words


def speakers(view: View, cues: list[EventCue], memory: Memory) -> list[Attribution]:
    """The sentence's sources, without verbs that do something: "dismissed the director", "declared a truce".

    Titles alone are resolved to the person who spoke before: "the Prime Minister stated".

    Args:
        view: the sentence.
        cues: its words that can tell an event.
        memory: what is known of the document; who speaks is remembered there.
    """
    does = {
        cue.first
        for cue in cues
        if cue.form == "verb"
        and cue.type != "statement"
        and (cue.last > cue.first or cue.type == "dismissal")
    }
    found = []
    for source in view.sources:
        if (source.cue in does and not source.is_trailing) or _goes_on(view, source):
            continue
        words = {word.lower() for word in (source.source or "").split()}
        if words and words <= _TITLES and memory.spoke is not None:
            source = replace(source, source=memory.spoke.source, party=memory.spoke.party)
        if is_about_request(view, source):
            source = replace(source, covers=(source.covers[0], end_of_refused(view, source)))
        if source.source is not None:
            memory.spoke = source
        found.append(source)
    return found


def _goes_on(view: View, source: Attribution) -> bool:
    """Whether somebody goes on doing something, rather than saying: "went on attacking"."""
    after = view.lows[source.cue + 1 : source.cue + 2]
    return source.verb == "go on" and bool(after) and after[0].endswith("ing")


def sayings_of(view: View, events: list[Draft], memory: Memory) -> list[Draft]:
    """Denials of what was said before, accusations without an event, and statements.

    Args:
        view: the sentence.
        events: the events that it tells.
        memory: what is known of the document.
    """
    found: list[Draft] = []
    earlier = [*memory.earlier, *events]
    claimed = _claimed(view, earlier, events, memory)
    if claimed is not None:
        return [claimed]
    for source in view.sources:
        if source.is_pronoun:
            source = _resolved(source, earlier)
        if source.source is None or any(_is_same_statement(source, draft) for draft in events):
            continue
        inside = any(_is_said(source, draft) for draft in events)
        if not inside or is_reacting(source) or is_about_request(view, source):
            found += _saying(view, source, [*earlier, *found], memory)
    return found


def _is_same_statement(source: Attribution, draft: Draft) -> bool:
    """Whether a verb of saying only goes on with a statement: "issued a statement saying"."""
    return draft.type == "statement" and draft.source == source.source and draft.last < source.cue + 1


def _is_said(source: Attribution, draft: Draft) -> bool:
    """Whether an event is in what a source says, and not in what is said of it: "X, who fled, says"."""
    first, last = source.covers
    if source.is_trailing or source.first - first > last - source.cue:
        return first <= draft.first <= last
    return max(first, source.cue) <= draft.first <= last


def _claimed(view: View, earlier: list[Draft], events: list[Draft], memory: Memory) -> Draft | None:
    """The attack told before that somebody claims responsibility for."""
    verb = claims_responsibility(view)
    attack = next((d for d in reversed(earlier) if _is_attack(d) or d.type == "clash"), None)
    claimant = subject(view, verb) if verb is not None else None
    name = memory.context.written(known_as(claimant, None, memory))
    if verb is None or attack is None or name is None:
        return None
    if any(attack is draft for draft in events):  # claimed the bombing of a mosque
        attack.source, attack.actor = name, name
        return None
    return replace(
        attack,
        first=verb,
        last=verb,
        span=(0, len(view.tokens) - 1),
        source=name,
        side=None,
        actor=name,
        reported_on=reported_on(view, memory.context),
        reasons=(reason(view, "event_type", "responsibility for what was told before", verb, verb),),
    )


def _resolved(source: Attribution, earlier: list[Draft]) -> Attribution:
    """A pronoun that denies stands for whoever was just accused: "something it denied"."""
    last = earlier[-1] if earlier else None
    if source.stance != "denies" or last is None or last.actor is None:
        return source
    if source.source is not None and last.source != source.source:
        return source
    return replace(source, source=last.actor, party=last.actor)


def _saying(view: View, source: Attribution, earlier: list[Draft], memory: Memory) -> list[Draft]:
    span = _span(view, source)
    if not is_about_request(view, source) and (source.stance == "denies" or is_retort(view, source)):
        denials = _denials(view, source, earlier, span)
        if denials:
            return denials
        if source.stance == "denies":
            return (
                [_blame_denied(view, source, span, earlier, memory)]
                if _is_of_blame(view, source, memory)
                else []
            )
    if is_accusing(source) and blames_for_before(view, source):
        attack = next((d for d in reversed(earlier) if _is_attack(d)), None)
        if attack is not None:
            accused = accused_by(view, source)
            told = as_told_by(attack, source, view, span)
            return [replace(told, actor=known_as(accused, None, memory) or attack.actor)]
    if not _states(view, source, memory):
        return []
    stated = _statement(view, source, span, memory)
    if is_accusing(source) and is_mutual(view.tokens, source.cue, source.covers[1]):
        return _both_ways(stated, memory)
    return [stated]


def _both_ways(accusation: Draft, memory: Memory) -> list[Draft]:
    """An accusation that two sides make of each other: two claims."""
    sides = memory.context.parties[:2]
    if len(sides) < 2:
        return [accusation]
    pairs = ((sides[0], sides[1]), (sides[1], sides[0]))
    return [replace(accusation, source=a, side=a, actor=a, target=b) for a, b in pairs]


def _is_attack(draft: Draft) -> bool:
    return draft.type in _TYPES and draft.stance == "asserts"


def _denials(view: View, source: Attribution, earlier: list[Draft], span: tuple[int, int]) -> list[Draft]:
    """The events that a source denies without naming them, and those who say the same."""
    if source.stance == "denies" and not points_back(view, source):
        return []
    again = denied_again(view, source, earlier)
    denials = [replace(as_told_by(draft, source, view, span), stance="denies") for draft in again]
    others = [replace(d, source=party, side=party) for d in denials for party in agreeing(view, source)]
    return [*denials, *others]


def _is_of_blame(view: View, source: Attribution, memory: Memory) -> bool:
    """Whether somebody denies what they were blamed for, and no number or plan."""
    following = {t.low for t in view.tokens[source.covers[0] : source.covers[1] + 1]}
    of_more = following & (_FIGURES | {"reports"})  # denied reports of something: it says of what
    return not view.is_heading and not of_more and not _counts_any(view, source, memory)


def _blame_denied(
    view: View, source: Attribution, span: tuple[int, int], earlier: list[Draft], memory: Memory
) -> Draft:
    """A denial of something that is no event told before: of an accusation."""
    told = _told_of(view, source, "accusation", span, memory)
    blamed = (
        d for d in reversed(earlier) if d.type == "accusation" and d.target in (source.party, source.source)
    )
    accuser = next(blamed, None)
    denied = replace(told, stance="denies", actor=accuser.actor if accuser else None, target=source.source)
    return denied.said_by(source)


# ---------------------------------------------------------------- statements


def _states(view: View, source: Attribution, memory: Memory) -> bool:
    """Whether what a source says is a statement: it is no count, and it accuses, is dated, or a party's."""
    if view.is_heading or (source.verb in _SILENT and not _judges(view, source)):
        return False
    if _is_empty(view, source) and not is_about_request(view, source):
        return False
    if (_counts_any(view, source, memory) or _is_of_harm(view, source)) and not is_reacting(source):
        return False
    dated = bool(view.intervals) or memory.context.date is None
    return dated or source.party is not None or is_accusing(source) or _is_official(view, source)


def _judges(view: View, source: Attribution) -> bool:
    """Whether somebody says what they hold a thing to be: "described the withdrawal as planned"."""
    following = [t.low for t in view.tokens[source.cue + 2 : source.cue + 1 + _JUDGED]]
    return source.verb == "describe" and "as" in following


_JUDGED: Final = 8  # tokens from "describe" to its "as"


def _is_official(view: View, source: Attribution) -> bool:
    """Whether a speaker speaks for a state or a body: "President X", "the rebels' leader, X"."""
    words = {word.lower() for word in (source.source or "").split()}
    first, following = source.first, view.tokens[source.last + 1 : source.cue]
    if first > 1 and view.tokens[first - 1].low == ",":  # the secretary of security, X, said
        words.update(
            takewhile(lambda low: low != ",", reversed(view.lows[max(first - _APPOSED, 0) : first - 1]))
        )
    if following and following[0].low == ",":  # X, an army spokesman, said
        apposed = takewhile(lambda low: low != ",", (token.low for token in following[1:]))
        words.update(low for low in apposed if low in _OFFICES)
    return bool(words & _OFFICES)


_APPOSED: Final = 8  # tokens in which an office stands before the name of who holds it
_BODIES: Final = listed("saying", "bodies")
_OFFICES: Final = listed("actors", "offices") | _BODIES | listed("saying", "ranks")


def _counts_any(view: View, source: Attribution, memory: Memory) -> bool:
    return any(True for _ in memory.counts_between(view, *source.covers))


def _is_of_harm(view: View, source: Attribution) -> bool:
    """Whether somebody speaks of figures or of harm, of which counts are made: "many more were hurt"."""
    said = view.lows[source.covers[0] : source.first] + view.lows[source.last + 1 : source.covers[1] + 1]
    return not (_FIGURES | _HARM).isdisjoint(said)


def _is_empty(view: View, source: Attribution) -> bool:
    """Whether a source says next to nothing in its own stretch, or is only named: "proclaimed by X"."""
    first, last = source.covers
    said = sum(t.kind == "word" for t in view.tokens[first : last + 1]) - (source.last - source.first + 1)
    by = source.is_trailing and source.cue + 1 < len(view.tokens) and view.tokens[source.cue + 1].low == "by"
    return said < _LEAST_SAID or (by and not is_reacting(source))


def _statement(view: View, source: Attribution, span: tuple[int, int], memory: Memory) -> Draft:
    """What somebody said: an accusation where it accuses, or lays blame on the other side."""
    blamed = blamed_party(view, source)
    accused = accused_by(view, source) if is_accusing(source) else None
    kind = "accusation" if is_accusing(source) or blamed else "statement"
    told = _told_of(view, source, kind, span, memory)
    return replace(told, target=accused.name if accused is not None else blamed)


def _told_of(view: View, source: Attribution, kind: str, span: tuple[int, int], memory: Memory) -> Draft:
    """An event that somebody makes by speaking."""
    cue = EventCue(source.cue, source.cue, kind, "verb")
    dates, rule, words = dates_of(
        view, cue, (source.cue, source.cue), span, kind, memory.context, memory.narrative
    )
    return Draft(
        kind,
        source.cue,
        source.cue,
        span,
        hedge=source.hedge,
        actor=source.source,
        place=_place_spoken_of(view, source),
        dates=dates,
        dated_by=rule,
        reported_on=reported_on(view, memory.context),
        reasons=(
            reason(view, "event_type", source.verb, source.first, source.last),
            *((reason(view, "hedge", source.verb, source.cue, source.cue),) if source.hedge else ()),
            Reason("from_date", rule, *(words or (None, None))),
        ),
    ).said_by(source)


def _place_spoken_of(view: View, source: Attribution) -> str | None:
    """Where somebody spoke, or the first place that what is said is set in: "observers in Gao"."""
    start, end = source.covers
    spots = [spot for spot in spots_of(view) if spot.preposition in WITHIN]
    spoke = (spot for spot in spots if spot.first <= 1 and spot.last < source.first <= spot.last + _OPENS)
    inside = (spot for spot in spots if start <= spot.first <= min(end, source.cue + _SET_IN))
    return next((spot.name for spot in (*spoke, *inside)), None)


_SET_IN: Final = 16  # tokens from the verb of saying to the place that what is said is set in
# tokens from the place that opens a sentence to who speaks there: "In Jabrayil, President X"
_OPENS: Final = 4


def _span(view: View, source: Attribution) -> tuple[int, int]:
    start, end = source.covers
    while end > start and view.tokens[end].low in (",", "and", "but"):
        end -= 1
    return start, end

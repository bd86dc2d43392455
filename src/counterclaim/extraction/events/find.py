"""Events found in a document: from cues to claims."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.context import Context
from counterclaim.extraction.events.clauses import clause_spans
from counterclaim.extraction.events.cues import EventCue, find_event_cues
from counterclaim.extraction.events.dating import Narrative, dates_of, days_apart, said_on
from counterclaim.extraction.events.draft import Draft, claim_of, reason
from counterclaim.extraction.events.realised import Support, support_of
from counterclaim.extraction.events.roles import Role, roles, subject
from counterclaim.extraction.events.saying import (
    accused_by,
    agreeing,
    as_denial,
    blamed_party,
    blames_mutually,
    claimant,
    denied_again,
    is_accusing,
    is_directive,
    is_mutual,
    is_opinion,
    is_reacting,
    is_retort,
    points_back,
)
from counterclaim.extraction.events.weapons import type_of_rockets
from counterclaim.extraction.events.spots import Spot, spots_of
from counterclaim.extraction.events.where import place_in_focus, places_at
from counterclaim.extraction.events.words import event_words, listed, realising, terms
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.hedges import hedge_near
from counterclaim.extraction.phrases import Match
from counterclaim.model import Claim, Document, Reason, Stance
from counterclaim.partial_date import PartialDate

_REMEMBERED = 12  # events back to which a denial can point


def find_events(document: Document, context: Context, views: list[View], counts: list[Claim]) -> list[Claim]:
    """Every event in a document.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences.
        counts: its counts: a sentence that only states a counted harm gets no event.
    """
    finder = _Finder(document, context, views, counts)
    claims: list[Claim] = []
    for index, view in enumerate(views):
        claims += finder.of_sentence(index, view)
    return claims


@dataclass(slots=True)
class _Finder:
    """Finds events sentence by sentence, and remembers those before."""

    document: Document
    context: Context
    views: list[View]
    counts: list[Claim]
    focus: Focus = field(init=False)
    rockets: str = field(init=False)
    counted: set[int] = field(init=False)
    breaches: set[int] = field(init=False)
    narrative: Narrative = field(default_factory=Narrative)
    earlier: list[Draft] = field(default_factory=list)
    spoke: Attribution | None = None

    def __post_init__(self) -> None:
        self.focus = Focus(self.document.text, self.views)
        self.rockets = type_of_rockets(frozenset(t.low for v in self.views for t in v.tokens))
        starts = {claim.anchor for claim in self.counts}
        self.counted = starts
        self.breaches = {claim.anchor for claim in self.counts if claim.measure == "violations"}

    def of_sentence(self, index: int, view: View) -> list[Claim]:
        """The events of one sentence as claims."""
        speakers = _speakers(view, self.rockets)
        view = replace(view, sources=self._persons(view, speakers))
        events = [*self._events(index, view), *self._terms(view)]
        sayings = self._sayings(index, view, events)
        drafts = _without_repeats([*events, *sayings])
        self.narrative.read(view, self.context.war_start)
        self.earlier = [*self.earlier, *drafts][-_REMEMBERED:]
        ordinals: dict[int, int] = {}
        claims = []
        for draft in sorted(drafts, key=lambda d: d.first):
            ordinal = ordinals.get(draft.first, 0)
            ordinals[draft.first] = ordinal + 1
            claims.append(claim_of(self.document, view, draft, ordinal))
        return claims

    # ------------------------------------------------------------ events

    def _events(self, index: int, view: View) -> list[Draft]:
        spots = spots_of(view)
        told = list(self._told(view, spots))
        spans = clause_spans(view, [(cue.first, cue.last) for cue, _ in told])
        drafts: list[Draft] = []
        before: Role | None = None
        for (cue, support), span in zip(told, spans, strict=True):
            actor, target = roles(view, cue, support, before)
            before = actor or before
            drafts += self._drafts(index, view, spots, cue, support, span, actor, target)
        return drafts

    def _told(self, view: View, spots: list[Spot]) -> Iterator[tuple[EventCue, Support]]:
        """The cues that tell an event, with what tells that it took place; a question tells nothing."""
        if view.tokens and view.tokens[-1].low == "?":
            return
        verbs: list[Match[str]] | None = None
        for cue in find_event_cues(view.tokens, self.rockets):
            source = view.source_at(cue.first)
            if any(s.first <= cue.first <= s.last or s.cue == cue.first for s in view.sources):
                continue
            if self._is_only_counted(view, cue):
                continue
            if cue.type == "ceasefire_violation" and self._is_counted(
                view, (0, len(view.tokens) - 1), self.breaches
            ):
                continue
            spoken = source is not None and source in view.sources and source.cue < cue.first
            if (spoken and is_directive(source)) or is_opinion(source):
                continue
            if verbs is None:
                verbs = list(realising().find(view.tokens))
            support = support_of(view, cue, spots, verbs)
            if (
                support is None
                and spoken
                and source is not None
                and (source.stance == "denies" or is_accusing(source))
            ):
                support = Support("said", (cue.first, cue.last))
            if support is not None and support.how == "own" and spoken and not _stands_alone(source):
                continue
            if support is None or (cue.negated and source is None):
                continue
            yield cue, support

    def _drafts(
        self,
        index: int,
        view: View,
        spots: list[Spot],
        cue: EventCue,
        support: Support,
        span: tuple[int, int],
        actor: Role | None,
        target: Role | None,
    ) -> list[Draft]:
        """The claims of one event: one for each place and each accuser."""
        source = self._source_of(view, cue, support)
        people = [r for r in (actor, target) if r is not None]
        places = places_at(view, cue, spots, span, people)
        named: list[str | None] = [place.name for place in places]
        named = named or [self._place_before(index, view, cue, span)]
        dates, rule, words = dates_of(view, cue, support.verb, span, cue.type, self.context, self.narrative)
        reasons = (
            reason(view, "event_type", f"{cue.base} ({cue.form})", cue.first, cue.last),
            Reason("from_date", rule, *(words or (None, None))),
        )
        base = Draft(
            cue.type,
            cue.first,
            cue.last,
            span,
            stance=_stance(view, source, cue),
            hedge=hedge_near(view, cue.first, source),
            actor=self._name(actor, source),
            target=target.name if target is not None else None,
            dates=dates,
            reported_on=self._reported_on(view),
            reasons=reasons,
        ).said_by(source)
        if cue.type in ("statement", "diplomatic_protest") and base.source is None and base.actor is not None:
            base = replace(base, source=base.actor, side=_party_in(view, actor))
        if cue.base == "strike" and cue.form == "noun" and cue.weapon is None:
            base = self._specified(base, cue)
        base = replace(base, actor=base.actor or self._implied_actor(base, source))
        if source is not None and source.stance == "denies" and source in view.sources:
            base = self._as_told_before(self._specified(base, cue), rule, named)
            said = claimant(view, source)
            if said is not None and said.last < cue.first:
                claimed = replace(base, stance="asserts", source=said.name, side=said.name)
                return [replace(d, place=place) for place in named for d in (base, claimed)]
        if blames_mutually(view, cue.first):
            return self._mutual(view, cue.first, base, named)
        if source is not None and is_accusing(source) and source.cue < cue.first:
            return self._accused(view, source, base, named)
        days = days_apart(view, span) if cue.type == "ceasefire" and cue.form == "noun" else []
        if len(days) > 1 and view.tokens[cue.last].low.endswith("s"):
            return [replace(base, dates=day, place=named[0]) for day in days]
        return [replace(base, place=place) for place in named]

    def _place_before(self, index: int, view: View, cue: EventCue, span: tuple[int, int]) -> str | None:
        """An event's place from before its sentence; in a report of one incident, the one that it is about."""
        found = place_in_focus(view, cue, self.focus, index, span)
        if found is None and cue.type in _ATTACKS and self.context.date is not None:
            return self.focus.whole
        return found

    def _source_of(self, view: View, cue: EventCue, support: Support) -> Attribution | None:
        """Who tells of an event: nobody where saying it does it ("declared a truce"), and in a text without a
        date, a history, only a source of the sentence itself.
        """
        source = view.source_at(cue.first)
        if source is not None and source not in view.sources and self.context.date is None:
            return None
        done = support.how == "makes" and source is not None and support.verb[0] == source.cue
        return None if done and cue.type in event_words()["saying"]["done_by_saying"] else source

    def _implied_actor(self, draft: Draft, source: Attribution | None) -> str | None:
        """Who did it where the words do not say: the denier; the enemy of who tells of an attack on itself; the
        party that announces a capture of its own; in a war of two states both, for a truce.
        """
        if draft.type == "ceasefire" and self.context.is_between_states and self.context.date is not None:
            return " and ".join(self.context.parties[:2])
        if draft.type == "capture" and (source is None or source.party is None):
            captors = {d.actor for d in self.earlier if d.type == "capture" and d.actor}
            return captors.pop() if len(captors) == 1 else None
        if source is None or source.party is None:
            return None
        if draft.stance == "denies":
            return source.party
        if draft.type == "capture":
            return source.party
        if draft.type in _ATTACKS:
            return self.context.opponent(source.party)
        return None

    def _as_told_before(self, draft: Draft, rule: str, named: list[str | None]) -> Draft:
        """A denial without a date of its own is of the same event as told before: of its day."""
        if rule == "clause":
            return draft
        for earlier in reversed(self.earlier):
            same_place = earlier.place in named or named == [None]
            if earlier.type == draft.type and earlier.stance == "asserts" and same_place:
                return replace(draft, dates=earlier.dates, target=draft.target or earlier.target)
        return draft

    def _specified(self, base: Draft, cue: EventCue) -> Draft:
        """An attack that a denial names without its weapon is the one told of before."""
        if cue.weapon is not None or cue.base not in listed("weapons", "unspecific"):
            return base
        for earlier in reversed(self.earlier):
            if earlier.type in _ATTACKS and earlier.stance == "asserts":
                return replace(base, type=earlier.type)
        return base

    def _is_only_counted(self, view: View, cue: EventCue) -> bool:
        """Whether a verb only states a counted harm: "80 people were arrested", "68,000 left their homes"."""
        measures = _COUNTED.get(cue.base, _COUNTED.get(cue.type, frozenset()))
        if cue.form != "verb" or not measures:
            return False
        near = view.tokens[max(cue.first - _COUNT_NEAR, 0) : cue.last + _COUNT_NEAR]
        anchors = {t.start for t in near}
        return any(c.anchor in anchors and c.measure in measures and c.low != 1 for c in self.counts_of(view))

    def counts_of(self, view: View) -> list[Claim]:
        """The counts of a sentence."""
        return [c for c in self.counts if view.start <= c.anchor < view.end]

    def _is_counted(self, view: View, covers: tuple[int, int], anchors: set[int]) -> bool:
        """Whether a count stands in a stretch of the sentence."""
        return any(token.start in anchors for token in view.tokens[covers[0] : covers[1] + 1])

    def _accused(self, view: View, source: Attribution, base: Draft, named: list[str | None]) -> list[Draft]:
        """The events that an accusation tells: the accused did it; where it is mutual, each by the other's word."""
        if is_mutual(view.tokens, source.cue, source.covers[1]):
            return self._mutual(view, source.cue, base, named)
        accused = accused_by(view, source)
        actor = accused.name if accused is not None else base.actor
        return [replace(base, actor=actor, place=place) for place in named]

    def _mutual(self, view: View, cue: int, base: Draft, named: list[str | None]) -> list[Draft]:
        """An event that two sides lay at each other's door: two claims."""
        sides = list(dict.fromkeys(p.party for p in view.parties if p.last < cue))[-2:]
        if len(sides) < 2:
            sides = list(self.context.parties[:2])
        if len(sides) < 2:
            return [base]
        return [
            replace(base, source=accuser, side=accuser, actor=accused, target=accuser, place=place)
            for accuser, accused in (sides, reversed(sides))
            for place in named
        ]

    def _name(self, role: Role | None, source: Attribution | None) -> str | None:
        """A role's name; a pronoun stands for the speaker or for who acted last."""
        if role is None:
            return None
        if role.name is not None or not role.pronoun:
            return self._known_as(role.name, source)
        if role.pronoun in ("it", "he", "she", "we") and source is not None:
            return source.party or source.source
        return next((d.actor for d in reversed(self.earlier) if d.actor), None)

    def _known_as(self, name: str | None, source: Attribution | None) -> str | None:
        """The party that a common noun stands for: "our forces", "the enemy", "the army", "the rebels"."""
        words = set((name or "").lower().split())
        if not words or any(w[:1].isupper() for w in (name or "").split()):
            return name
        party = source.party if source is not None else None
        names = event_words()["actors"]
        if words & set(names["own"]) and party is not None:
            return party
        if words & set(names["enemy"]) and party is not None:
            return self.context.opponent(party) or name
        if self.context.is_between_states:
            return name
        if words <= set(names["official"]):
            return next((p for p in self.context.parties if p in self.context.states), name)
        if words <= set(names["irregular"]):
            return next((p for p in self.context.parties if p not in self.context.states), name)
        return name

    def _reported_on(self, view: View) -> PartialDate | None:
        said = said_on(view)
        return said[0].to_date if said else self.context.date

    def _terms(self, view: View) -> list[Draft]:
        """What the parties to an agreement bind themselves to do, each an event of the agreement."""
        found = [m for m in terms().find(view.tokens) if self._is_of_agreement(view, m.first)]
        spans = clause_spans(view, [(m.first, m.last) for m in found])
        drafts = []
        for match, span in zip(found, spans, strict=True):
            bound = subject(view, match.first)
            cue = EventCue(match.first, match.last, "agreement", "word")
            dates, rule, words = dates_of(
                view, cue, (match.first, match.last), span, "accusation", self.context, self.narrative
            )
            source = view.source_at(match.first)
            drafts.append(
                Draft(
                    "agreement",
                    match.first,
                    match.last,
                    span,
                    actor=bound.name if bound is not None else None,
                    dates=dates,
                    reported_on=self._reported_on(view),
                    reasons=(
                        reason(view, "event_type", "term of an agreement", match.first, match.last),
                        Reason("from_date", rule, *(words or (None, None))),
                    ),
                ).said_by(source)
            )
        return drafts

    def _is_of_agreement(self, view: View, position: int) -> bool:
        """Whether a sentence tells of an agreement's terms: it says so, or one was told of just before."""
        lows = {t.low for t in view.tokens[:position]}
        if "under" in lows and lows & listed("saying", "agreed"):
            return True
        recent = [d.type for d in self.earlier[-3:]]
        return "agreement" in recent and view.tokens[position].low in ("were", "was", "undertook", "shall")

    def _persons(self, view: View, sources: list[Attribution]) -> list[Attribution]:
        """Sources that are titles alone stand for the person who spoke before: "the Prime Minister stated"."""
        found = []
        for source in sources:
            words = {w.lower() for w in (source.source or "").split()}
            if words and words <= listed("saying", "titles") and self.spoke is not None:
                source = replace(source, source=self.spoke.source, party=self.spoke.party)
            if source.source is not None:
                self.spoke = source
            found.append(source)
        return found

    # ------------------------------------------------------------ speech

    def _sayings(self, index: int, view: View, events: list[Draft]) -> list[Draft]:
        """Denials of what was said before, accusations without an event, and statements."""
        found: list[Draft] = []
        for source in view.sources:
            if source.is_pronoun:
                source = self._resolved(source, [*self.earlier, *events])
            if source.source is None:
                continue
            inside = [d for d in events if source.covers[0] <= d.first <= source.covers[1]]
            if not inside or is_reacting(source) or self._is_about_request(view, source):
                found += self._saying(view, source, [*self.earlier, *events])
        return found

    def _resolved(self, source: Attribution, earlier: list[Draft]) -> Attribution:
        """A pronoun that denies stands for whoever was just accused: "something it denied"."""
        last = earlier[-1] if earlier else None
        if source.stance != "denies" or last is None or last.actor is None:
            return source
        if source.source is not None and last.source != source.source:
            return source
        return replace(source, source=last.actor, party=last.actor)

    def _saying(self, view: View, source: Attribution, earlier: list[Draft]) -> list[Draft]:
        span = _speech_span(view, source)
        requested = self._is_about_request(view, source)
        if not requested and (source.stance == "denies" or is_retort(view, source)):
            if source.stance != "denies" or points_back(view, source):
                again = denied_again(view, source, earlier)
                denials = [as_denial(d, source, view, span) for d in again]
                others = [replace(d, source=p, side=p) for d in denials for p in agreeing(view, source)]
                if denials:
                    return [*denials, *others]
            if source.stance == "denies":
                return []
        if is_accusing(source) and self._blames_for_before(view, source):
            again = self._blamed(view, source, earlier, span)
            if again:
                return again
        if (
            _is_empty(view, source)
            or self._is_counted(view, source.covers, self.counted)
            or source.verb in listed("saying", "silent")
            or view.is_heading
        ):
            return []
        said = said_on(view)
        if source.party is None and not said and not (view.intervals or self.context.date is None):
            return []
        return self._statement(view, source, span)

    def _blames_for_before(self, view: View, source: Attribution) -> bool:
        """Whether blame is laid for what was told before: "blamed the army for it", "held the army responsible"."""
        lows = [t.low for t in view.tokens[source.cue + 1 : source.cue + 14]]
        if source.verb == "hold":
            return "for" not in lows or bool(
                {"it", "this"} & set(lows[lows.index("for") : lows.index("for") + 3])
            )
        if source.verb != "blame":
            return False
        return "for" not in lows or bool(
            {"it", "this", "attack", "strike"} & set(lows[lows.index("for") : lows.index("for") + 4])
        )

    def _blamed(
        self, view: View, source: Attribution, earlier: list[Draft], span: tuple[int, int]
    ) -> list[Draft]:
        accused = accused_by(view, source)
        attacks = [d for d in earlier if d.type in _ATTACKS and d.stance == "asserts"]
        if not attacks:
            return []
        actor = accused.name if accused is not None else attacks[-1].actor
        return [replace(as_denial(attacks[-1], source, view, span), stance="asserts", actor=actor)]

    def _is_about_request(self, view: View, source: Attribution) -> bool:
        """Whether what is rejected is a request or an offer: the refusal is a statement."""
        if source.stance != "denies":
            return False
        after = {t.low for t in view.tokens[source.cue : source.cue + 7]}
        return bool(after & listed("saying", "refused"))

    def _statement(self, view: View, source: Attribution, span: tuple[int, int]) -> list[Draft]:
        blamed = blamed_party(view, source)
        accused = accused_by(view, source) if is_accusing(source) else None
        target = accused.name if accused is not None else blamed
        kind = "accusation" if is_accusing(source) or blamed else "statement"
        cue = EventCue(source.cue, source.cue, kind, "verb")
        dates, rule, words = dates_of(
            view, cue, (source.cue, source.cue), span, kind, self.context, self.narrative
        )
        return [
            Draft(
                kind,
                source.cue,
                source.cue,
                span,
                source=source.source,
                side=source.party,
                hedge=source.hedge,
                actor=source.source,
                target=target,
                dates=dates,
                reported_on=self._reported_on(view),
                reasons=(
                    reason(view, "event_type", source.verb, source.first, source.last),
                    Reason("from_date", rule, *(words or (None, None))),
                ),
                kind="saying",
            )
        ]


def _party_in(view: View, role: Role | None) -> str | None:
    """The party that a role's words name."""
    if role is None:
        return None
    return next((p.party for p in view.parties if role.first <= p.first <= role.last), None)


_COUNT_NEAR = 9
# Event types, or verbs, to the measures of counts that leave nothing more to tell.
_COUNTED = {
    "displacement": frozenset(("displaced", "other")),
    "arrest": frozenset(("detained", "captured")),
    "shoot down": frozenset(("destroyed", "lost", "damaged")),
    "down": frozenset(("destroyed", "lost", "damaged")),
    "capture": frozenset(("captured", "lost")),
    "prisoner_exchange": frozenset(("other",)),
}
_ATTACKS = frozenset("shelling air_strike missile_attack bombing attack_on_civilians".split())


def _stands_alone(source: Attribution | None) -> bool:
    """Whether what a source names counts as told: in reports, denials and reactions."""
    return source is not None and (
        source.stance == "denies" or is_accusing(source) or is_reacting(source) or source.verb in _REPORTING
    )


_REPORTING = frozenset("report according to document confirm record announce headline account".split()) | {
    "according to"
}


def _is_empty(view: View, source: Attribution) -> bool:
    """Whether a source says next to nothing in its own stretch, or is only named: "proclaimed by X"."""
    first, last = source.covers
    said = sum(t.kind == "word" for t in view.tokens[first : last + 1]) - (source.last - source.first + 1)
    by = source.is_trailing and source.cue + 1 < len(view.tokens) and view.tokens[source.cue + 1].low == "by"
    return said < _LEAST_SAID or by


_LEAST_SAID = 4  # words


def _speakers(view: View, rockets: str) -> list[Attribution]:
    """The sentence's sources without verbs that do something: "dismissed the director", "declared martial law"."""
    if not view.sources:
        return view.sources
    does = {
        cue.first
        for cue in find_event_cues(view.tokens, rockets)
        if cue.form == "verb"
        and cue.type != "statement"
        and (cue.last > cue.first or cue.type == "dismissal")
    }
    return [source for source in view.sources if source.cue not in does or source.is_trailing]


def _speech_span(view: View, source: Attribution) -> tuple[int, int]:
    start, end = source.covers
    while end > start and view.tokens[end].low in (",", "and", "but"):
        end -= 1
    return start, end


def _stance(view: View, source: Attribution | None, cue: EventCue) -> Stance:
    if source is None:
        return "asserts"
    if cue.negated:
        return "denies"
    if source in view.sources and (source.cue < cue.first or source.is_trailing):
        return source.stance
    return "asserts" if source in view.sources else "asserts"


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop events that the same clause tells twice."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for draft in drafts:
        key = (
            draft.type,
            draft.span,
            draft.source,
            draft.stance,
            draft.place,
            draft.actor if draft.stance == "asserts" and draft.source else None,
        )
        if key in seen:
            continue
        seen.add(key)
        kept.append(draft)
    return kept

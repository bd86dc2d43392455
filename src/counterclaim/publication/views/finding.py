"""The page of a finding: its range, and what every claim of its series did and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Choice, Finding, Weighing
from counterclaim.publication.briefs import ClaimBrief, FindingBrief, choice_words
from counterclaim.publication.charts.claims_chart import ClaimsChart, DrawnClaim, claims_chart
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.earlier import changes, stretches
from counterclaim.publication.labels import BOUNDS, CHOICES, capitalised, role_of, rule_label
from counterclaim.publication.parts import Parts
from counterclaim.publication.stages import StageRow, implied_words
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on
from counterclaim.publication.views.estimate import EstimateBlock, estimate_block


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """A claim of the series with what it does, or did on earlier days.

    Attributes:
        is_now: whether it does so now.
        known: over which days it does, as pages have it in `data-known`.
        shape: what it did, as the key of its mark.
        role: what it did, in a word or two.
        rule: what the rule that decided is called.
        sets: which ends of the range it sets: "floor", "ceiling", both or none.
        repeats: the claim that it repeats; `repeating`: over which days it does, as in `data-known`.
        roles, reasons, rules: what it did, why, and by which rule, each with the day from which on; changes
            only, the earliest first.
    """

    brief: ClaimBrief
    weighing: Weighing
    is_now: bool
    known: str
    shape: str
    role: str
    rule: str
    sets: tuple[str, ...]
    repeats: ClaimBrief | None
    repeating: str
    roles: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A claim in the chain from an origin, with those that were taken from it."""

    item: WeighedClaim
    copies: tuple["Link", ...]


@dataclass(frozen=True, slots=True)
class ChosenFigure:
    """The figure by one of the named rules.

    Attributes:
        label: the rule's.
        figure: the figure in words.
        reason: how the rule came to it.
        figures, reasons: the same as they were, each with the day from which on; the earliest first.
    """

    label: str
    figure: str
    reason: str
    figures: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding.

    Attributes:
        crossed: over which days its floor stood above its ceiling, as pages have it in `data-known`.
        history: its stages, those left out in which range and basis stayed as they were.
        choices: the figure by each of the rules used in practice; `chosen`: over which days there are any.
        unbounded: over which days no claim bounded it.
        implied: what other findings leave of the range, in words, "" where they do not narrow it.
        narrowed: over which days they do.
        weighed: the claims that bear on the range, in as-of order.
        repeats: those that repeat another, in as-of order.
        left_out: those that are left out for another reason, in as-of order.
        chains: the origins that others repeat, each with what was taken from it.
        origins: how many independent origins and mentions there are, in words.
        origins_then: the same as it was, with the day from which on.
        estimate: what a model estimates, kept apart from the range.
        decisions: what reviewers decided about any of them.
    """

    title: str
    brief: FindingBrief
    sentence: str
    crossed: str
    history: tuple[StageRow, ...]
    chart: ClaimsChart | None
    choices: tuple[ChosenFigure, ...]
    chosen: str
    unbounded: str
    implied: str
    narrowed: str
    weighed: tuple[WeighedClaim, ...]
    repeats: tuple[WeighedClaim, ...]
    left_out: tuple[WeighedClaim, ...]
    chains: tuple[Link, ...]
    origins: str
    origins_then: tuple[tuple[str, str], ...]
    contradictions: tuple[ContradictionBrief, ...]
    estimate: EstimateBlock | None
    decisions: tuple[DecisionBrief, ...]


def finding_page(parts: Parts, finding_id: str) -> FindingPage:
    """The context of a finding's page."""
    brief = parts.finding(finding_id)
    party = f": {brief.party.name}" if brief.party else ""
    stages = [(stage.day, stage.thing) for stage in parts.history.finding_stages(finding_id)]
    known = [(day, finding) for day, finding in stages if finding]
    weighed = tuple(_weighed(parts, brief.finding, stages))
    return FindingPage(
        title=f"{brief.what}{party}",
        brief=brief,
        sentence=brief.finding.sentence,
        crossed=stretches(((row.day, row.crossed) for row in brief.stages), now=brief.crossed),
        history=_history(brief.stages),
        chart=claims_chart(brief.finding, [_drawn(item) for item in weighed], known),
        choices=_choices(brief.finding, known),
        chosen=stretches(((day, one and one.choices) for day, one in stages), now=brief.finding.choices),
        unbounded=stretches(
            ((day, one and not _bounds(one)) for day, one in stages), now=not _bounds(brief.finding)
        ),
        implied=implied_words(brief.finding),
        narrowed=stretches(((row.day, row.implied) for row in brief.stages), now=brief.finding.implied),
        weighed=tuple(item for item in weighed if item.shape not in ("repeat", "none")),
        repeats=tuple(item for item in weighed if item.shape == "repeat"),
        left_out=tuple(item for item in weighed if item.shape == "none"),
        chains=_chains(weighed),
        origins=_origins_words(brief.finding),
        origins_then=changes((day, _origins_words(finding)) for day, finding in known),
        contradictions=parts.contradictions_with(item.brief.id for item in weighed),
        estimate=estimate_block(parts, finding_id),
        decisions=decisions_on(parts, (item.brief.id for item in weighed)),
    )


def _drawn(item: WeighedClaim) -> DrawnClaim:
    return DrawnClaim(item.weighing, item.brief, item.known, item.is_now)


def _history(stages: Iterable[StageRow]) -> tuple[StageRow, ...]:
    found: list[StageRow] = []
    for row in stages:
        if row.figure and (not found or (found[-1].figure, found[-1].basis) != (row.figure, row.basis)):
            found.append(row)
    return tuple(found)


def _chains(weighed: Sequence[WeighedClaim]) -> tuple[Link, ...]:
    """The origins that are repeated, each as the beginning of its chain."""
    taken: defaultdict[str, list[WeighedClaim]] = defaultdict(list)
    for item in weighed:
        if not item.is_now:
            continue
        source = item.weighing.taken_from or item.weighing.origin
        if source is not None:
            taken[source].append(item)
    return tuple(
        _link(item, taken)
        for item in weighed
        if item.is_now and item.weighing.origin is None and item.brief.id in taken
    )


def _link(item: WeighedClaim, taken: Mapping[str, Sequence[WeighedClaim]]) -> Link:
    return Link(item, tuple(_link(each, taken) for each in taken.get(item.brief.id, ())))


def _origins_words(finding: Finding) -> str:
    origins, mentions = finding.origins, finding.mentions
    return (
        f"{origins:,} independent origin{'s' if origins != 1 else ''}, "
        f"{mentions:,} mention{'s' if mentions != 1 else ''}"
    )


def _bounds(finding: Finding) -> bool:
    return any(role_of(each) not in ("repeat", "none") for each in finding.weighings)


def _choices(now: Finding, known: Sequence[tuple[str, Finding]]) -> tuple[ChosenFigure, ...]:
    """The figure by each rule that gives one now or gave one before, in the order of the rules."""
    by_day = [("", now), *known]
    chosen: dict[str, dict[str, Choice]] = {
        day: {one.name: one for one in finding.choices} for day, finding in by_day
    }
    names = [name for name in CHOICES if any(name in each for each in chosen.values())]
    return tuple(_chosen(name, {day: each.get(name) for day, each in chosen.items()}) for name in names)


def _chosen(name: str, by_day: Mapping[str, Choice | None]) -> ChosenFigure:
    words = {day: choice_words(one) if one else "" for day, one in by_day.items()}
    reasons = {day: capitalised(one.reason) if one else "" for day, one in by_day.items()}
    now = words.pop(""), reasons.pop("")
    return ChosenFigure(CHOICES[name], *now, changes(words.items()), changes(reasons.items()))


def _weighed(
    parts: Parts, finding: Finding, stages: Sequence[tuple[str, Finding | None]]
) -> Iterator[WeighedClaim]:
    """Each claim with what it does, and with what else it did on earlier days, in as-of order."""
    then: defaultdict[tuple[str, str], dict[str, tuple[Finding, Weighing]]] = defaultdict(dict)
    for day, earlier in stages:
        if earlier is not None:
            for each in earlier.weighings:
                then[each.claim, role_of(each)][day] = earlier, each
    now = {(each.claim, role_of(each)): each for each in finding.weighings}
    order = {claim: place for place, claim in enumerate(dict.fromkeys(claim for claim, _ in (*now, *then)))}
    days = [day for day, _ in stages]
    for claim, shape in sorted({*now, *then}, key=lambda key: (order[key[0]], key not in now, key[1])):
        yield _with_history(parts, finding, now.get((claim, shape)), then[claim, shape], days)


def _with_history(
    parts: Parts,
    finding: Finding,
    now: Weighing | None,
    then: Mapping[str, tuple[Finding, Weighing]],
    days: Sequence[str],
) -> WeighedClaim:
    """What a claim does in one shape: as it is now, else as it last was, and as it was on earlier days."""
    rules = parts.index.record.reconciliation.rules
    of, weighing = (finding, now) if now else list(then.values())[-1]
    return WeighedClaim(
        brief=parts.claim(weighing.claim),
        weighing=weighing,
        is_now=now is not None,
        known=stretches(((day, day in then) for day in days), now=now),
        shape=role_of(weighing),
        role=_role_words(of, weighing),
        rule=rule_label(weighing.rule, rules),
        sets=_sets(of, weighing),
        repeats=parts.claim(weighing.origin) if weighing.origin else None,
        repeating=stretches(
            ((day, day in then and then[day][1].origin == weighing.origin) for day in days), now=now
        ),
        roles=changes((day, _role_words(found, each)) for day, (found, each) in then.items()),
        reasons=changes((day, capitalised(each.reason)) for day, (_, each) in then.items()),
        rules=changes((day, f"Rule: {rule_label(each.rule, rules)}") for day, (_, each) in then.items()),
    )


def _sets(finding: Finding, weighing: Weighing) -> tuple[str, ...]:
    ends = {"floor": finding.floor_claim, "ceiling": finding.ceiling_claim}
    return tuple(end for end, claim_id in ends.items() if claim_id == weighing.claim)


def _role_words(finding: Finding, weighing: Weighing) -> str:
    sets = _sets(finding, weighing)
    return f"sets the {' and the '.join(sets)}" if sets else BOUNDS[role_of(weighing)]

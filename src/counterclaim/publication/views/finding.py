"""The page of a finding: its range, and what every claim of its series did and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Choice, Finding, Weighing
from counterclaim.publication.briefs import ClaimBrief, FindingBrief, choice_words
from counterclaim.publication.charts.claims_chart import ClaimsChart, claims_chart
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.labels import BOUNDS, CHOICES, capitalised, role_of, rule_label
from counterclaim.publication.parts import Parts
from counterclaim.publication.stages import range_words
from counterclaim.publication.views.decisions import DecisionBrief, decisions_on
from counterclaim.publication.views.estimate import EstimateBlock, estimate_block
from counterclaim.reconciliation import KnownThen

LEFT_OUT = "Left out, and why"
"""What heads the claims that do not bear on the range."""


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """A claim of the series with what it did.

    Attributes:
        shape: what it did, as the key of its mark.
        role: what it did, in a word or two.
        rule: what the rule that decided is called.
        sets: which ends of the range it sets: "floor", "ceiling", both or none.
        repeats: the claim that it repeats.
        roles, reasons, rules: what it did, why, and by which rule, each with the day from which on; changes
            only, the earliest first.
    """

    brief: ClaimBrief
    weighing: Weighing
    shape: str
    role: str
    rule: str
    sets: tuple[str, ...]
    repeats: ClaimBrief | None
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
        choices: the figure by each of the rules used in practice.
        implied: what other findings leave of the range, in words, "" where they do not narrow it.
        weighed: the claims that bear on the range, in as-of order.
        repeats: those that repeat another, in as-of order.
        left_out: those that are left out for another reason, in as-of order.
        left_out_titles: what heads these from which day on; some of them once bore on the range.
        chains: the origins that others repeat, each with what was taken from it.
        origins: how many independent origins and mentions there are, in words.
        estimate: what a model estimates, kept apart from the range.
        decisions: what reviewers decided about any of them.
    """

    title: str
    brief: FindingBrief
    sentence: str
    chart: ClaimsChart | None
    choices: tuple[ChosenFigure, ...]
    implied: str
    weighed: tuple[WeighedClaim, ...]
    repeats: tuple[WeighedClaim, ...]
    left_out: tuple[WeighedClaim, ...]
    left_out_titles: tuple[tuple[str, str], ...]
    chains: tuple[Link, ...]
    origins: str
    contradictions: tuple[ContradictionBrief, ...]
    estimate: EstimateBlock | None
    decisions: tuple[DecisionBrief, ...]


def finding_page(parts: Parts, finding_id: str) -> FindingPage:
    """The context of a finding's page."""
    brief = parts.finding(finding_id)
    weighed = tuple(_weighed(parts, brief, weighing) for weighing in brief.finding.weighings)
    left_out = tuple(item for item in weighed if item.shape == "none")
    party = f": {brief.party.name}" if brief.party else ""
    return FindingPage(
        title=f"{brief.what}{party}",
        brief=brief,
        sentence=brief.finding.sentence,
        chart=claims_chart(
            brief.finding,
            [(item.weighing, item.brief) for item in weighed],
            parts.stages.get(finding_id, ()),
        ),
        choices=tuple(_chosen(each, parts.stages.get(finding_id, ())) for each in brief.finding.choices),
        implied=_implied(brief.finding),
        weighed=tuple(item for item in weighed if item.shape not in ("repeat", "none")),
        repeats=tuple(item for item in weighed if item.shape == "repeat"),
        left_out=left_out,
        left_out_titles=_left_out_titles(left_out),
        chains=_chains(weighed),
        origins=_origins_words(brief.finding),
        contradictions=parts.contradictions_with(item.brief.id for item in weighed),
        estimate=estimate_block(parts, finding_id),
        decisions=decisions_on(parts, (item.brief.id for item in weighed)),
    )


def _implied(finding: Finding) -> str:
    implied = finding.implied
    return f"{range_words(implied.low, implied.high)}: {implied.reason}" if implied else ""


def _chains(weighed: Sequence[WeighedClaim]) -> tuple[Link, ...]:
    """The origins that are repeated, each as the beginning of its chain."""
    taken: defaultdict[str, list[WeighedClaim]] = defaultdict(list)
    for item in weighed:
        source = item.weighing.taken_from or item.weighing.origin
        if source is not None:
            taken[source].append(item)
    return tuple(
        _link(item, taken) for item in weighed if item.weighing.origin is None and item.brief.id in taken
    )


def _link(item: WeighedClaim, taken: Mapping[str, Sequence[WeighedClaim]]) -> Link:
    return Link(item, tuple(_link(each, taken) for each in taken.get(item.brief.id, ())))


def _origins_words(finding: Finding) -> str:
    origins, mentions = finding.origins, finding.mentions
    return (
        f"{origins:,} independent origin{'s' if origins != 1 else ''}, "
        f"{mentions:,} mention{'s' if mentions != 1 else ''}"
    )


def _chosen(choice: Choice, stages: Sequence[KnownThen]) -> ChosenFigure:
    then = [
        (str(stage.day), next((one for one in stage.finding.choices if one.name == choice.name), None))
        for stage in stages
    ]
    return ChosenFigure(
        CHOICES[choice.name],
        choice_words(choice),
        capitalised(choice.reason),
        tuple((day, choice_words(one) if one else "") for day, one in then),
        tuple((day, capitalised(one.reason) if one else "") for day, one in then),
    )


def _weighed(parts: Parts, finding: FindingBrief, weighing: Weighing) -> WeighedClaim:
    rules = parts.index.record.reconciliation.rules
    then = [
        (str(stage.day), stage.finding, each)
        for stage in parts.stages.get(finding.id, ())
        for each in stage.finding.weighings
        if each.claim == weighing.claim
    ]
    return WeighedClaim(
        brief=parts.claim(weighing.claim),
        weighing=weighing,
        shape=role_of(weighing),
        role=_role_words(finding.finding, weighing),
        rule=rule_label(weighing.rule, rules),
        sets=_sets(finding.finding, weighing),
        repeats=parts.claim(weighing.origin) if weighing.origin else None,
        roles=_changes((day, _role_words(found, each)) for day, found, each in then),
        reasons=_changes((day, capitalised(each.reason)) for day, _, each in then),
        rules=_changes((day, f"Rule: {rule_label(each.rule, rules)}") for day, _, each in then),
    )


def _sets(finding: Finding, weighing: Weighing) -> tuple[str, ...]:
    ends = {"floor": finding.floor_claim, "ceiling": finding.ceiling_claim}
    return tuple(end for end, claim_id in ends.items() if claim_id == weighing.claim)


def _role_words(finding: Finding, weighing: Weighing) -> str:
    sets = _sets(finding, weighing)
    return f"sets the {' and the '.join(sets)}" if sets else BOUNDS[role_of(weighing)]


def _left_out_titles(left_out: Sequence[WeighedClaim]) -> tuple[tuple[str, str], ...]:
    changes = sorted((day, item.brief.id, role) for item in left_out for day, role in item.roles)
    now: dict[str, str] = {}
    titles: dict[str, str] = {}
    for day, claim_id, role in changes:
        now[claim_id] = role
        titles[day] = LEFT_OUT if set(now.values()) == {BOUNDS["none"]} else "Left out since, and why"
    return _changes(titles.items())


def _changes(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for day, value in values:
        if not found or found[-1][1] != value:
            found.append((day, value))
    return tuple(found)

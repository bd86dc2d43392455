"""What narrows a finding, and what cannot all be true, in words."""

from collections.abc import Sequence

from counterclaim.model import Contradiction, Finding, Implied
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.constraints.solving import ranges
from counterclaim.reconciliation.constraints.system import Bound, Range, System, beneath
from counterclaim.reconciliation.constraints.tying import Tied
from counterclaim.reconciliation.contradictions.grading import VAGUE, Grade, graded
from counterclaim.reconciliation.numbers import apart, claimed, is_vague
from counterclaim.reconciliation.wording import basis, counted, listed

MOST_NAMED = 3


def narrowed(
    number: int, held: Range, group: System, tied: Tied, findings: Sequence[Finding], judge: Judge
) -> Implied | None:
    """What a group leaves of a finding, where that is less than the finding's own range."""
    finding = findings[tied.series[number]]
    low, high = held
    raised = low > (finding.low or 0)
    lowered = high is not None and (finding.high is None or high < finding.high)
    if not raised and not lowered:
        return None
    below = beneath(group.rows, number)
    floors = [one for one in group.bounds if one.is_floor and one.number in below and one.number != number]
    tops = [
        one
        for one in group.bounds
        if not one.is_floor and one.number != number and number in beneath(group.rows, one.number)
    ]
    reasons: list[str] = []
    setting: list[Bound] = []
    if raised and floors:
        floors = sorted(floors, key=lambda one: -one.value)[:MOST_NAMED]
        reasons.append(f"at least {low:,}, as it holds {_listed(floors, tied, findings, judge)}")
        setting += floors
    if lowered and tops:
        top = min(tops, key=lambda one: one.value)
        reasons.append(f"no more than {high:,}, as it is a part of {_listed([top], tied, findings, judge)}")
        setting.append(top)
    ends = (max(low, finding.low or 0) or finding.low, high if lowered else finding.high)
    claims = tuple(dict.fromkeys(tied.said[one].account.id for one in setting))
    return Implied(*ends, "; ".join(reasons) or "by the findings tied to it, taken together", claims)


def contradiction(
    bounds: Sequence[Bound], group: System, tied: Tied, findings: Sequence[Finding], judge: Judge
) -> Contradiction:
    """Bounds that cannot all hold as a contradiction: a part above its whole, or several figures."""
    ordered = sorted(bounds, key=lambda one: (not one.is_floor, one.number))
    said = [f"{_figure(one, tied, findings, judge)}" for one in ordered]
    give = [_giving(one, bounds, group, tied) for one in ordered]
    pair = len(bounds) == 2
    grade = _grade(ordered, tied, findings, judge)
    lead = (
        f"A part is larger than its whole: {said[0]}, but {said[1]}."
        if pair
        else f"These cannot all be true: {listed(said)}."
    )
    return Contradiction(
        kind="part_over_whole" if pair else "cannot_all_hold",
        claims=tuple(dict.fromkeys(tied.said[one].account.id for one in ordered)),
        explanation=f"{lead} One of them would have to give: {'; or '.join(give)}.",
        weight=grade.weight,
        rule="part_over_whole" if pair else "tied_figures",
        grade=grade.words,
    )


def _figure(bound: Bound, tied: Tied, findings: Sequence[Finding], judge: Judge) -> str:
    verdict, series = tied.said[bound], findings[tied.series[bound.number]].series
    claim = verdict.account.claim
    what = counted(series, claim.range.headline, judge.tables)
    return f"{claimed(claim)} {what} ({basis(verdict.account, judge, words=False)})"


def _listed(bounds: Sequence[Bound], tied: Tied, findings: Sequence[Finding], judge: Judge) -> str:
    return listed([_figure(one, tied, findings, judge) for one in bounds])


def _giving(bound: Bound, bounds: Sequence[Bound], group: System, tied: Tied) -> str:
    """How far one figure would have to move if the others hold."""
    stated = claimed(tied.said[bound].account.claim)
    others = group.with_bounds(one for one in bounds if one != bound)
    held = ranges(others)
    low, high = held[bound.number] if held else (0, None)
    if bound.is_floor:
        return f"the {stated} would be no more than {high:,}" if high is not None else f"not {stated}"
    return f"the {stated} would be no less than {low:,}"


def _grade(bounds: Sequence[Bound], tied: Tied, findings: Sequence[Finding], judge: Judge) -> Grade:
    """More for what is grave, for sound accounts and for figures far apart; less for vague words."""
    verdicts = [tied.said[one] for one in bounds]
    gravity = max(judge.tables.measures[findings[tied.series[one.number]].series.measure].gravity
                  for one in bounds)  # fmt: skip
    floors = sum(one.value for one in bounds if one.is_floor)
    ceiling = min((one.value for one in bounds if not one.is_floor), default=0)
    vague = any(is_vague(verdict.account.claim) for verdict in verdicts)
    terms = {
        "any of its kind": 0.3,
        "distance": 0.45 * apart(floors, ceiling),
        "soundness of the accounts": 0.25 * min(verdict.weight for verdict in verdicts),
    }
    return graded(terms, gravity=gravity, vague_words=VAGUE if vague else 1.0)

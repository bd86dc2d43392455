"""Findings as ledgers: a group for each thing counted, its parties' ranges on one scale."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Finding
from counterclaim.publication.briefs import FindingBrief
from counterclaim.publication.charts.range_bar import RangeBar, range_bar
from counterclaim.publication.charts.scale import NumberScale, Tick, number_scale
from counterclaim.publication.labels import OBJECT_FAMILIES, family
from counterclaim.publication.parts import Parts
from counterclaim.reconciliation.crossing import is_crossed


@dataclass(frozen=True, slots=True)
class BarThen:
    """A finding's bar from a day on, in ISO form."""

    day: str
    bar: RangeBar | None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A finding with its bar.

    Attributes:
        since: the day from which the bar is this one; "" where claims without a day made it so.
        then: the other bars that it had, the earliest first.
    """

    brief: FindingBrief
    bar: RangeBar | None
    since: str
    then: tuple[BarThen, ...]


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """Findings that count the same thing in the same way.

    Attributes:
        key: an id for the group within its page.
        family: the family of what is counted.
        ticks: the labels of the scale that its bars share.
    """

    key: str
    what: str
    family: str
    scope: str
    rows: tuple[LedgerRow, ...]
    ticks: tuple[Tick, ...]


def ledger(parts: Parts, finding_ids: Iterable[str]) -> tuple[LedgerGroup, ...]:
    """Group findings by what they count; families in their order, the most spoken of first.

    Args:
        parts: the record's parts.
        finding_ids: the findings to show.
    """
    members: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for finding_id in finding_ids:
        series = parts.index.findings[finding_id].series
        members[series.object, series.measure, series.scope].append(finding_id)
    groups = [(key, _group(parts, key, ids)) for key, ids in members.items()]
    return tuple(group for _, group in sorted(groups, key=lambda item: _group_order(*item)))


def _group(parts: Parts, key: tuple[str, str, str], finding_ids: Sequence[str]) -> LedgerGroup:
    findings = parts.index.findings
    figures = {finding_id: _figures(parts, findings[finding_id]) for finding_id in finding_ids}
    ranges = [(findings[finding_id].low, findings[finding_id].high) for finding_id in finding_ids]
    earlier = [stage.finding for finding_id in finding_ids for stage in parts.stages.get(finding_id, ())]
    ends = [*ranges, *((one.low, one.high) for one in earlier)]
    limits = [limit for both in ends for limit in both if limit is not None]
    scale = number_scale(
        [*limits, *(figure for each in figures.values() for figure in each)],
        open_above=[low for low, high in ends if low is not None and high is None],
    )
    rows = [_row(parts, finding_id, figures[finding_id], scale) for finding_id in finding_ids]
    rows.sort(key=_row_order)
    first = rows[0].brief
    return LedgerGroup(
        "-".join(key).replace(".", "-"), first.what, family(key[0]), first.scope, tuple(rows), scale.ticks()
    )


def _row(parts: Parts, finding_id: str, figures: Iterable[int], scale: NumberScale) -> LedgerRow:
    brief = parts.finding(finding_id)
    bar = range_bar(brief, figures, scale)
    then = list(_bars_then(parts, brief, scale))
    since = then.pop().day if then and then[-1].bar == bar else ""
    return LedgerRow(brief, bar, since, tuple(then))


def _bars_then(parts: Parts, brief: FindingBrief, scale: NumberScale) -> Iterator[BarThen]:
    """The bars of a finding's stages, each from the day on which it became another."""
    before: RangeBar | None = None
    for at, stage in enumerate(parts.stages.get(brief.id, ())):
        known = stage.finding
        crossed = is_crossed(known, parts.index.claims)
        bar = range_bar(replace(brief, finding=known, crossed=crossed), _figures(parts, known), scale)
        if not at or bar != before:
            yield BarThen(str(stage.day), bar)
        before = bar


def _figures(parts: Parts, finding: Finding) -> list[int]:
    """The numbers of the claims that a finding does not leave out."""
    weighed = [parts.index.claims[item.claim] for item in finding.weighings if item.bound != "none"]
    return [number for claim in weighed if (number := claim.range.headline) is not None]


def _row_order(row: LedgerRow) -> tuple[bool, str, int, str]:
    """Whole conflicts before places, then parties by name, then the most spoken of."""
    brief = row.brief
    party = brief.party.name.casefold() if brief.party else "\uffff"
    return brief.finding.series.place is not None, party, -brief.finding.mentions, brief.where


def _group_order(key: tuple[str, str, str], group: LedgerGroup) -> tuple[int, bool, int, str]:
    families = list(OBJECT_FAMILIES.values())
    place = families.index(group.family) if group.family in families else len(families)
    return place, key[2] != "cumulative", -sum(row.brief.finding.mentions for row in group.rows), group.what

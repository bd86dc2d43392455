"""Findings as ledgers: a group for each thing counted, its parties' ranges on one scale."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Finding
from counterclaim.publication.briefs import FindingBrief
from counterclaim.publication.charts.range_bar import RangeBar, range_bar
from counterclaim.publication.charts.scale import NumberScale, Tick, number_scale
from counterclaim.publication.earlier import Variant, variants
from counterclaim.publication.labels import OBJECT_FAMILIES, family
from counterclaim.publication.parts import Parts
from counterclaim.reconciliation.crossing import is_crossed


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A finding with its bar.

    Attributes:
        bars: the bars that it had from which day on, and last that of now; none for what does not stand.
    """

    brief: FindingBrief
    bar: RangeBar | None
    bars: tuple[Variant[RangeBar | None], ...]


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


def ledger(parts: Parts, briefs: Iterable[FindingBrief]) -> tuple[LedgerGroup, ...]:
    """Group findings by what they count; families in their order, the most spoken of first.

    Args:
        parts: the record's parts.
        briefs: the findings to show.
    """
    members: defaultdict[tuple[str, str, str], list[FindingBrief]] = defaultdict(list)
    for brief in briefs:
        series = brief.finding.series
        members[series.object, series.measure, series.scope].append(brief)
    groups = [(key, _group(parts, key, of_key)) for key, of_key in members.items()]
    return tuple(group for _, group in sorted(groups, key=lambda item: _group_order(*item)))


def _group(parts: Parts, key: tuple[str, str, str], briefs: Sequence[FindingBrief]) -> LedgerGroup:
    every = [finding for brief in briefs for finding in (brief.finding, *_earlier(parts, brief))]
    limits = [limit for one in every for limit in (one.low, one.high) if limit is not None]
    figures = [figure for brief in briefs for figure in _figures(parts, brief.finding)]
    scale = number_scale(
        [*limits, *figures],
        open_above=[one.low for one in every if one.low is not None and one.high is None],
    )
    rows = sorted((_row(parts, brief, scale) for brief in briefs), key=_row_order)
    first = rows[0].brief
    return LedgerGroup(
        "-".join(key).replace(".", "-"), first.what, family(key[0]), first.scope, tuple(rows), scale.ticks()
    )


def _row(parts: Parts, brief: FindingBrief, scale: NumberScale) -> LedgerRow:
    bar = range_bar(brief, _figures(parts, brief.finding), scale)
    stages = parts.history.finding_stages(brief.id)
    then = [(stage.day, _bar(parts, brief, stage.thing, scale)) for stage in stages]
    return LedgerRow(brief, bar, variants(bar, then))


def _bar(parts: Parts, brief: FindingBrief, then: Finding | None, scale: NumberScale) -> RangeBar | None:
    """A finding's bar as it was."""
    if then is None:
        return None
    crossed = is_crossed(then, parts.index.claims)
    return range_bar(replace(brief, finding=then, crossed=crossed), _figures(parts, then), scale)


def _earlier(parts: Parts, brief: FindingBrief) -> list[Finding]:
    return [stage.thing for stage in parts.history.finding_stages(brief.id) if stage.thing]


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

"""A finding's range as a bar on a scale that its neighbours share."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.publication.briefs import FindingBrief
from counterclaim.publication.charts.scale import NumberScale
from counterclaim.publication.sides import slot_of


@dataclass(frozen=True, slots=True)
class RangeBar:
    """A bar, in percent of the chart's width.

    Attributes:
        start, width: the bar from the floor to the ceiling; where one is missing, the bar ends at
            the other and `open_end` or `open_start` says that it goes on.
        crossed: the floor stands above the ceiling; the bar is the gap between them.
        dots: where the figures of the claims behind it stand.
        slot: the palette slot of the party.
    """

    start: float
    width: float
    open_start: bool
    open_end: bool
    crossed: bool
    dots: tuple[float, ...]
    slot: int

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return round(self.start + self.width, 2)


def range_bar(brief: FindingBrief, figures: Iterable[int], scale: NumberScale) -> RangeBar | None:
    """The bar of a finding; None where nothing bounds it.

    Args:
        brief: the finding.
        scale: the scale of its group.
        figures: the numbers of the claims that it rests on, within the scale.
    """
    low, high = brief.finding.low, brief.finding.high
    if low is None and high is None:
        return None
    ends = sorted((low if low is not None else 0, high if high is not None else round(scale.top)))
    start, end = scale.at(ends[0]), scale.at(ends[1])
    return RangeBar(
        start=start,
        width=round(end - start, 2),
        open_start=low is None,
        open_end=high is None,
        crossed=brief.crossed,
        dots=tuple(sorted({scale.at(figure) for figure in figures})),
        slot=slot_of(brief.party),
    )

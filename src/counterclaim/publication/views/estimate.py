"""The block of a finding's page that holds its estimate, drawn apart from the documented range."""

from dataclasses import dataclass, replace

from counterclaim.model import Estimate, EstimateSource
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.charts.scale import NumberScale, Tick, number_scale
from counterclaim.publication.earlier import Variant, stretches, variants
from counterclaim.publication.estimates import LABEL, estimate_words, taken_words, without_words
from counterclaim.publication.parts import Parts


@dataclass(frozen=True, slots=True)
class Strip:
    """Intervals on a line, in percent of its width; the narrow one is None where only the wide is known."""

    median: float
    wide: tuple[float, float]
    narrow: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What a source does in the estimate, and what the others say without it."""

    brief: ClaimBrief
    taken: str
    without: str
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class Told:
    """An estimate in words and as intervals, these None where there is no number."""

    words: str
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class EstimateBlock:
    """An estimate in words and as intervals over one scale; without a number, the reason alone.

    Attributes:
        told: what it was, and last what it is.
        known: over which days there is one, as pages have it in `data-known`.
        numbered: over which days it gives a number.
        since: over which days it is as it is now.
    """

    label: str
    told: tuple[Variant[Told | None], ...]
    sources: tuple[SourceRow, ...]
    ticks: tuple[Tick, ...]
    known: str
    numbered: str
    since: str


def estimate_block(parts: Parts, finding_id: str) -> EstimateBlock | None:
    """The block of a finding; None where the record was reconciled without estimates."""
    estimate = parts.index.estimates.get(finding_id)
    if estimate is None:
        return None
    then = [
        (day, replace(one, finding=finding_id) if one else None)
        for day, one in parts.history.estimates(finding_id)
    ]
    numbers = [*_ends(estimate), *(one.high_90 or 0 for _, one in then if one)]
    scale = number_scale(numbers) if any(numbers) else None
    now: Told | None = _told(estimate, scale)
    return EstimateBlock(
        label=LABEL,
        told=variants(now, ((day, _told(one, scale) if one else None) for day, one in then)),
        sources=tuple(_row(parts, source, scale) for source in estimate.sources),
        ticks=scale.ticks() if scale else (),
        known=stretches(then),
        numbered=stretches(((day, one and one.median) for day, one in then), now=estimate.median),
        since=stretches((day, one == estimate) for day, one in then),
    )


def _told(estimate: Estimate, scale: NumberScale | None) -> Told:
    return Told(estimate_words(estimate), _strip(estimate, scale))


def _ends(estimate: Estimate) -> list[int]:
    """The numbers that the scale is to hold; what is without a source may go on beyond it by half."""
    top = estimate.high_90 or 0
    return [top, *(min(source.high_90, top * 3 // 2) for source in estimate.sources if source.high_90)]


def _strip(estimate: Estimate | EstimateSource, scale: NumberScale | None) -> Strip | None:
    low, median, high = estimate.low_90, estimate.median, estimate.high_90
    if scale is None or low is None or median is None or high is None:
        return None
    narrow = None
    if isinstance(estimate, Estimate) and estimate.low_50 is not None and estimate.high_50 is not None:
        narrow = _at(estimate.low_50, scale), _at(estimate.high_50, scale)
    return Strip(_at(median, scale), (_at(low, scale), _at(high, scale)), narrow)


def _at(number: int, scale: NumberScale) -> float:
    return min(100.0, scale.at(number))


def _row(parts: Parts, source: EstimateSource, scale: NumberScale | None) -> SourceRow:
    return SourceRow(
        parts.claim(source.claim), taken_words(source), without_words(source), _strip(source, scale)
    )

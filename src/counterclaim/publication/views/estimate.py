"""The block of a finding's page that holds its estimate, drawn apart from the documented range."""

from dataclasses import dataclass

from counterclaim.model import Estimate, EstimateSource
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.charts.scale import NumberScale, Tick, number_scale
from counterclaim.publication.estimates import LABEL, estimate_words, taken_words, without_words
from counterclaim.publication.parts import Parts
from counterclaim.reconciliation import EstimateThen


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
class EarlierEstimate:
    """The estimate in words and as intervals as it was from a day on, in ISO form."""

    day: str
    words: str
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class EstimateBlock:
    """An estimate in words and as intervals over one scale; without a number, the reason alone.

    Attributes:
        since: the day from which on it has been what it is, in ISO form; "" where that is not known.
        then: what it was before.
    """

    label: str
    words: str
    strip: Strip | None
    sources: tuple[SourceRow, ...]
    ticks: tuple[Tick, ...]
    since: str
    then: tuple[EarlierEstimate, ...]


def estimate_block(parts: Parts, finding_id: str) -> EstimateBlock | None:
    """The block of a finding; None where the record was reconciled without estimates."""
    estimate = parts.index.estimates.get(finding_id)
    if estimate is None:
        return None
    stages = parts.estimate_stages.get(finding_id, ())
    since = str(stages[-1].day) if stages and stages[-1].estimate == estimate else ""
    earlier = [stage for stage in stages if stage.estimate != estimate or str(stage.day) != since]
    numbers = [*_ends(estimate), *(stage.estimate.high_90 or 0 for stage in earlier)]
    scale = number_scale(numbers) if any(numbers) else None
    return EstimateBlock(
        label=LABEL,
        words=estimate_words(estimate),
        strip=_strip(estimate, scale),
        sources=tuple(_row(parts, source, scale) for source in estimate.sources),
        ticks=scale.ticks() if scale else (),
        since=since,
        then=tuple(_earlier(stage, scale) for stage in earlier),
    )


def _earlier(stage: EstimateThen, scale: NumberScale | None) -> EarlierEstimate:
    return EarlierEstimate(str(stage.day), estimate_words(stage.estimate), _strip(stage.estimate, scale))


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

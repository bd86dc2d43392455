"""Estimates in words, for pages and for the terminal; each says that it is a model's."""

from counterclaim.model import Estimate, EstimateSource
from counterclaim.publication.labels import ESTIMATE_KINDS, opened

LABEL = "Estimate by a model, not a documented figure"
EVEN = 0.02
"""Kinds of sources that are off by less than this share are taken to be even."""


def estimate_words(estimate: Estimate) -> str:
    """The estimate as a sentence, or why there is none."""
    if estimate.median is None:
        return f"Too little to estimate: {estimate.reason}."
    wide, narrow = (
        f"from {low:,} to {high:,}"
        for low, high in ((estimate.low_90, estimate.high_90), (estimate.low_50, estimate.high_50))
    )
    return (
        f"About {estimate.median:,}; {wide} with a probability of 90 %, {narrow} with one of 50 %, if such "
        "sources are as far off here as they were elsewhere."
    )


def without_words(source: EstimateSource) -> str:
    """The estimate without a source."""
    if source.median is None:
        return "nothing is left"
    return f"about {source.median:,} ({source.low_90:,} to {source.high_90:,})"


def taken_words(source: EstimateSource) -> str:
    """How the model takes a source: "an opponent's count, taken to be 83 % too high"."""
    kind = ESTIMATE_KINDS.get(source.prior, opened(source.prior))
    off = round(abs(source.factor - 1) * 100)
    if abs(source.factor - 1) < EVEN:
        tendency = "neither too high nor too low"
    else:
        tendency = f"{off} % too {'high' if source.factor > 1 else 'low'}"
    seen = f" (learnt from {source.learnt_from} settled cases)" if source.learnt_from else " (not yet tested)"
    return f"{kind}, taken to be {tendency} on the whole{seen}"

"""What a model of reporting makes of a figure, apart from the findings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EstimateSource:
    """What one source does in an estimate, and what the others say without it.

    Attributes:
        claim: the id of the claim that is its present word.
        prior: the name of the row of priors.toml that says how such sources tend to be off.
        factor: by what factor their figures are expected to exceed the truth: 1.8 for 80 % too high.
        learnt_from: how many sources with a later settled figure that was learnt from.
        median, low_90, high_90: the estimate without it; None where it is the only source.
    """

    claim: str
    prior: str
    factor: float
    learnt_from: int
    median: int | None = None
    low_90: int | None = None
    high_90: int | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model of reporting makes of a series: no documented figure, and kept apart from the finding.

    Attributes:
        finding: the id of the finding of the series.
        median: the number that the truth is as likely to exceed as not, to three significant digits; None
            where there is too little to estimate.
        low_50, high_50: the truth is within these with a probability of 50 %, if the model is right.
        low_90, high_90: the same of 90 %.
        reason: why there is no number; empty where there is one.
        sources: what each source does in it.
    """

    finding: str
    median: int | None = None
    low_50: int | None = None
    high_50: int | None = None
    low_90: int | None = None
    high_90: int | None = None
    reason: str = ""
    sources: tuple[EstimateSource, ...] = ()

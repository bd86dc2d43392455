"""Reconciliation cut into pieces of work: series by the chunk, and whatever is found over all claims."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.model import Conflict, Contradiction, Estimate, Finding, Series
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions import OF_SERIES
from counterclaim.reconciliation.estimates import CasebookBiases, Residual, Taken, estimated, take
from counterclaim.reconciliation.findings import Weighed, finding, weigh
from counterclaim.reconciliation.series import Line
from counterclaim.reconciliation.weighing import Verdict
from counterclaim.reconciliation.wording import counted

CHUNK = 10_000
"""Claims of the series in one piece of work, at the least: so many that starting it costs nothing."""

REPORT = "Please report it with the claims of the series, if you may share them."


@dataclass(frozen=True, slots=True)
class SeriesMade:
    """What a chunk of series gives, in their order.

    Attributes:
        ends: of each series the verdicts on the claims that set the ends of its finding.
        contradictions: those within one series.
    """

    findings: Sequence[Finding]
    ends: Sequence[Sequence[Verdict]]
    contradictions: Sequence[Contradiction]
    estimates: Sequence[Estimate]


@dataclass(slots=True)
class SeriesJob:
    """Weighs some series, and estimates them when it is known what all series teach."""

    lines: Sequence[Line]
    judge: Judge
    conflict: Conflict
    findings: list[Finding] = field(default_factory=list)
    ends: list[Sequence[Verdict]] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def begin(self) -> list[Residual]:
        """Weigh the series. Returns how far sources were off, where a figure is settled."""
        for line in self.lines:
            try:
                self._weigh(line)
            except CounterclaimError:
                raise
            except Exception as error:
                raise _failed(line.series, self.judge, error) from error
        return [residual for one in self.taken for residual in one.residuals]

    def _weigh(self, line: Line) -> None:
        weighed = weigh(line, self.judge, self.conflict)
        found = finding(weighed, self.judge)
        self.findings.append(found)
        setting = (found.floor_claim, found.ceiling_claim)
        self.ends.append([each for each in weighed.verdicts if each.account.id in setting])
        for contradictions_of in OF_SERIES:
            self.contradictions += contradictions_of([weighed], self.judge)
        self.taken.append(take(weighed, self.judge, self.conflict))

    def finish(self, biases: CasebookBiases) -> SeriesMade:
        """Estimate the series."""
        estimates = list(estimated(self.taken, biases))
        return SeriesMade(self.findings, self.ends, self.contradictions, estimates)


def _failed(series: Series, judge: Judge, error: Exception) -> CounterclaimError:
    what = counted(series, None, judge.tables)
    return CounterclaimError(f"How many {what} cannot be reconciled: {type(error).__name__}: {error}", REPORT)


def series_jobs(lines: Sequence[Line], judge: Judge, conflict: Conflict) -> Iterator[SeriesJob]:
    """The series by the chunk, in their order."""
    chunk: list[Line] = []
    claims = 0
    for line in lines:
        chunk.append(line)
        claims += len(line.accounts)
        if claims >= CHUNK:
            yield SeriesJob(chunk, judge, conflict)
            chunk, claims = [], 0
    if chunk:
        yield SeriesJob(chunk, judge, conflict)


@dataclass(slots=True)
class WholeJob:
    """Something that is worked out over all claims, and teaches nothing to the series.

    Attributes:
        waits: whether it is done in the second round. The process that begins with what takes longest weighs
            few series, and so has few to estimate then.
    """

    function: Callable[[], Any]
    waits: bool = False
    made: Any = None

    def begin(self) -> tuple[()]:
        """Do it, unless it waits."""
        if not self.waits:
            self.made = self.function()
        return ()

    def finish(self, _: CasebookBiases) -> Any:
        """What it made."""
        return self.function() if self.waits else self.made


def bounding(lines: Sequence[Line], made: Sequence[SeriesMade]) -> list[Weighed]:
    """The series with the verdicts that bound them alone."""
    ends = (verdicts for each in made for verdicts in each.ends)
    return [Weighed(line, tuple(verdicts)) for line, verdicts in zip(lines, ends, strict=True)]

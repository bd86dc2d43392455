"""What is worked out of claims made ready, by however many processes, before series are held together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from counterclaim.model import Conflict, Contradiction, Decision, Incident
from counterclaim.reconciliation.contradictions import OF_CLAIMS
from counterclaim.reconciliation.estimates import CasebookBiases, Residual, biases_from
from counterclaim.reconciliation.incidents import find_incidents
from counterclaim.reconciliation.jobs import SeriesMade, WholeJob, series_jobs
from counterclaim.reconciliation.preparing import Prepared
from counterclaim.reconciliation.sharing import done, suitable_workers


@dataclass(frozen=True, slots=True)
class Worked:
    """What claims give, but for what series leave of each other.

    Attributes:
        disputes: the contradictions that each function of `OF_CLAIMS` finds, in their order.
        series: what the series give, by the chunk, in their order.
        residuals: how far sources were off where a figure is settled, series by series.
    """

    incidents: tuple[Incident, ...]
    disputes: Sequence[Sequence[Contradiction]]
    series: Sequence[SeriesMade]
    residuals: Sequence[Residual]


def worked_out(
    prepared: Prepared, conflict: Conflict, decisions: Sequence[Decision], workers: int | None
) -> Worked:
    """Weigh and estimate each series, find what cannot all be true among the claims, and incidents.

    Args:
        prepared: the claims.
        conflict: the casebook's war.
        decisions: what reviewers decided.
        workers: how many processes work; None: as many as suit.
    """
    whole = (prepared.accounts, prepared.judge)
    over_all = [
        WholeJob(partial(find_incidents, *whole, decisions)),  # what takes longest
        *(WholeJob(partial(contradictions_of, *whole), waits=True) for contradictions_of in OF_CLAIMS),
    ]
    residuals: list[Residual] = []

    def taught(told: Sequence[Sequence[Residual]]) -> CasebookBiases:
        residuals[:] = [residual for each in told for residual in each]
        return biases_from(residuals)

    incidents, *rest = done(
        [*over_all, *series_jobs(prepared.lines, prepared.judge, conflict)],
        taught,
        prepared.shown,
        suitable_workers(len(prepared.shown)) if workers is None else workers,
    )
    return Worked(incidents, rest[: len(OF_CLAIMS)], rest[len(OF_CLAIMS) :], residuals)

"""Claims of many sources set against each other: findings with the rule behind each, and contradictions."""

from collections.abc import Sequence

from counterclaim.extraction.collecting import without_collection
from counterclaim.model import Claim, Conflict, Decision, Document, Reconciliation, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.policy import UNCHANGED, Policy
from counterclaim.reconciliation.ceasefires import ceasefires_of
from counterclaim.reconciliation.constraints import constrain
from counterclaim.reconciliation.contradictions import heaviest_first
from counterclaim.reconciliation.contradictions.incident_tolls import disputed_tolls
from counterclaim.reconciliation.control import holdings
from counterclaim.reconciliation.jobs import bounding
from counterclaim.reconciliation.live import Change, LiveReconciliation
from counterclaim.reconciliation.preparing import prepare
from counterclaim.reconciliation.working import worked_out

__all__ = ["Change", "LiveReconciliation", "reconcile"]


@without_collection(ages=True)
def reconcile(
    claims: Sequence[Claim],
    conflict: Conflict,
    registers: Registers,
    *,
    documents: Sequence[Document] = (),
    as_of: PartialDate | None = None,
    overruled: Sequence[Claim] = (),
    decisions: Sequence[Decision] = (),
    policy: Policy = UNCHANGED,
    workers: int | None = 1,
) -> Reconciliation:
    """Set claims against each other.

    The result depends on the claims alone, not on their order.

    Args:
        claims: of any documents, of both kinds.
        conflict: the casebook's war; its dates and sides are used where it has them.
        registers: who and where the names are; those it lacks are compared as written.
        documents: those that the claims stand in, for their dates, publishers and words. Without them
            only what the quotes hold can be read.
        as_of: only claims made by the end of this day count: by the day they were said on, else their
            document's, else the one that they count up to.
        overruled: claims that reviewers rejected or merged into others: shown in their series, where they
            bound nothing.
        decisions: what reviewers decided, in their order.
        policy: the casebook's own rules of bounds, and its order of sources.
        workers: how many processes work, where they can be forked; None: as many as suit. What is found is
            the same.

    Returns:
        A finding for each series of counts, with what each of its claims did and why, those of most
        independent origins first; the contradictions, heaviest first; for each finding, in the same
        order, what a model of reporting estimates or why it does not; the incidents; who held which place
        from when, as the claims have it; and the ceasefires with what each claim says of them, in the order
        of their beginnings. Counts whose measure compares with nothing (`other`, `cost`) form no series.

    Raises:
        SettingsError: a table of rules is wrong, or one of the casebook's rules is.
        CounterclaimError: a series could not be weighed; it says which.
    """
    # 1. Work out who speaks of whom, and group the counts that speak of the same thing.
    prepared = prepare(
        claims,
        conflict,
        registers,
        documents=documents,
        as_of=as_of,
        overruled=overruled,
        decisions=decisions,
        policy=policy,
    )
    judge = prepared.judge

    # 2. Weigh each series, give it its range and estimate it; find what cannot all be true, and incidents.
    worked = worked_out(prepared, conflict, decisions, workers)

    # 3. Hold each series against its parts and wholes.
    findings = [found for each in worked.series for found in each.findings]
    constrained = constrain(bounding(prepared.lines, worked.series), findings, judge)
    of_series = (each.contradictions for each in worked.series)
    disputes = [*worked.disputes, *of_series, constrained.contradictions]

    # 4. Find what reports of one incident give differently in several series.
    told = [found for each in disputes for found in each]
    told += disputed_tolls(worked.incidents, prepared.accounts, told, judge, conflict)

    # 5. Put in order what is shown first.
    estimates = {estimate.finding: estimate for each in worked.series for estimate in each.estimates}
    ordered = sorted(constrained.findings, key=lambda each: (-each.origins, -each.mentions))
    return Reconciliation(
        findings=tuple(ordered),
        contradictions=heaviest_first(told),
        estimates=tuple(estimates[each.id] for each in ordered),
        incidents=worked.incidents,
        holdings=holdings(prepared.accounts, registers, judge),
        ceasefires=ceasefires_of(prepared.accounts, judge.names),
        rules=judge.tables.rules,
    )

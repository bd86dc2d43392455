"""Claims of many sources set against each other: findings with the rule behind each, and contradictions."""

from collections.abc import Sequence

from counterclaim.extraction.collecting import without_collection
from counterclaim.model import Claim, Conflict, Decision, Document, Reconciliation, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.policy import UNCHANGED, Policy
from counterclaim.reconciliation.ceasefires import ceasefires_of
from counterclaim.reconciliation.constraints import constrain
from counterclaim.reconciliation.contradictions import find_contradictions
from counterclaim.reconciliation.control import holdings
from counterclaim.reconciliation.estimates import estimates_of
from counterclaim.reconciliation.findings import finding, weigh
from counterclaim.reconciliation.incidents import find_incidents
from counterclaim.reconciliation.preparing import prepare
from counterclaim.reconciliation.replaying import KnownThen, replay

__all__ = ["KnownThen", "reconcile", "replay"]


@without_collection()
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

    Returns:
        A finding for each series of counts, with what each of its claims did and why, those of most
        independent origins first; the contradictions, heaviest first; for each finding, in the same
        order, what a model of reporting estimates or why it does not; the incidents; who held which place
        from when, as the claims have it; and the ceasefires with what each claim says of them, in the order
        of their beginnings. Counts whose measure compares with nothing (`other`, `cost`) form no series.

    Raises:
        SettingsError: a table of rules is wrong, or one of the casebook's rules is.
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

    # 2. Weigh each claim of each series.
    weighed = [weigh(line, judge, conflict) for line in prepared.lines]

    # 3. Give each series its range, and hold it against its parts and wholes.
    constrained = constrain(weighed, [finding(each, judge) for each in weighed], judge)

    # 4. Find what cannot all be true.
    disputes = find_contradictions(prepared.accounts, weighed, constrained.contradictions, judge)

    # 5. Estimate, apart from the ranges.
    estimates = {each.finding: each for each in estimates_of(weighed, judge, conflict)}

    # 6. Record who held which place, as the claims have it.
    held = holdings(prepared.accounts, registers, judge)

    ordered = sorted(constrained.findings, key=lambda each: (-each.origins, -each.mentions))
    return Reconciliation(
        findings=tuple(ordered),
        contradictions=disputes,
        estimates=tuple(estimates[each.id] for each in ordered),
        incidents=find_incidents(prepared.accounts, judge, decisions),
        holdings=held,
        ceasefires=ceasefires_of(prepared.accounts, prepared.judge.names),
        rules=judge.tables.rules,
    )

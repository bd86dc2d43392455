"""Claims of many sources set against each other: findings with the rule behind each, and contradictions."""

from collections.abc import Sequence

from counterclaim.model import Claim, Conflict, Decision, Document, Reconciliation, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import accounts_of, known_by
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions import find_contradictions
from counterclaim.reconciliation.control import holdings
from counterclaim.reconciliation.estimates import estimates_of
from counterclaim.reconciliation.findings import finding, weigh
from counterclaim.reconciliation.hand import hand_of, in_comparison
from counterclaim.reconciliation.incidents import find_incidents
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.parts import in_company
from counterclaim.reconciliation.series import lines_of
from counterclaim.reconciliation.sides import sides_of
from counterclaim.reconciliation.tables import load_tables

__all__ = ["reconcile"]


def reconcile(
    claims: Sequence[Claim],
    conflict: Conflict,
    registers: Registers,
    *,
    documents: Sequence[Document] = (),
    as_of: PartialDate | None = None,
    overruled: Sequence[Claim] = (),
    decisions: Sequence[Decision] = (),
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

    Returns:
        A finding for each series of counts, with what each of its claims did and why, those of most
        independent origins first; the contradictions, heaviest first; for each finding, in the same
        order, what a model of reporting estimates or why it does not; the incidents; and who held which place
        from when, as the claims have it. Counts whose measure
        compares with nothing (`other`, `cost`) form no series.

    Raises:
        SettingsError: a table of rules is wrong.
    """
    # 1. Take the claims that were known.
    by_digest = {document.digest: document for document in documents}
    hand = hand_of(decisions, overruled)
    left_out = in_comparison(overruled, hand)
    if as_of:
        claims, left_out = known_by(claims, by_digest, as_of), known_by(left_out, by_digest, as_of)

    # 2. Work out who speaks, of whom, and when.
    tables = load_tables()
    names = Names(conflict, registers, tables.cues, [claim.source for claim in claims if claim.source])
    accounts = accounts_of(claims, conflict, names, by_digest)
    sides = sides_of(conflict, names, accounts, tables)
    judge = Judge(names, sides, tables, partial=in_company(accounts, tables), hand=hand)

    # 3. Group the counts that speak of the same thing.
    shown = accounts_of((*claims, *left_out), conflict, names, by_digest) if left_out else accounts
    lines = lines_of(shown, conflict, names, tables)

    # 4. Weigh each claim of each series.
    weighed = [weigh(line, judge, conflict) for line in lines]

    # 5. Give each series its range, and find what cannot all be true.
    found = [finding(each, judge) for each in weighed]

    # 6. Estimate, apart from the ranges.
    estimates = {each.finding: each for each in estimates_of(weighed, judge, conflict)}

    # 7. Record who held which place, as the claims have it.
    held = holdings(accounts, registers, judge)

    ordered = sorted(found, key=lambda each: (-each.origins, -each.mentions))
    return Reconciliation(
        findings=tuple(ordered),
        contradictions=find_contradictions(accounts, weighed, judge),
        estimates=tuple(estimates[each.id] for each in ordered),
        incidents=find_incidents(accounts, judge, decisions),
        holdings=held,
    )

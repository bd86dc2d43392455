"""Claims made ready to be weighed: who is who, on whose side, and which counts speak of the same thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Claim, Conflict, Decision, Document, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.policy import UNCHANGED, Policy
from counterclaim.reconciliation.accounts import Account, accounts_of, known_by
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.copies import copied_texts
from counterclaim.reconciliation.days import span
from counterclaim.reconciliation.hand import hand_of, in_comparison
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.parts import in_company
from counterclaim.reconciliation.series import Line, lines_of
from counterclaim.reconciliation.sides import sides_of
from counterclaim.reconciliation.tables import load_tables


@dataclass(frozen=True, slots=True)
class Prepared:
    """What weighing needs.

    Attributes:
        accounts: the claims that count, in as-of order.
        shown: those with the overruled claims that are shown in their series.
        lines: the series, each with its counts, those too that reviewers overruled.
        judge: weighs them.
    """

    accounts: list[Account]
    shown: list[Account]
    lines: list[Line]
    judge: Judge


def prepare(
    claims: Sequence[Claim],
    conflict: Conflict,
    registers: Registers,
    *,
    documents: Sequence[Document] = (),
    as_of: PartialDate | None = None,
    overruled: Sequence[Claim] = (),
    decisions: Sequence[Decision] = (),
    policy: Policy = UNCHANGED,
    copies: Mapping[str, str] | None = None,
) -> Prepared:
    """Make claims ready; arguments and errors as for `reconcile`, `copies` as `copied_texts` gives them."""
    # 1. Take the claims that were known.
    by_digest = {document.digest: document for document in documents}
    hand = hand_of(decisions, overruled)
    left_out = in_comparison(overruled, hand)
    if as_of:
        claims, left_out = known_by(claims, by_digest, as_of), known_by(left_out, by_digest, as_of)

    # 2. Work out who speaks, of whom, and when.
    tables = load_tables().with_rules(policy.rules)
    names = Names(conflict, registers, tables.cues, [claim.source for claim in claims if claim.source])
    accounts = accounts_of(claims, conflict, names, by_digest)
    sides = sides_of(conflict, names, accounts, tables)
    judge = Judge(
        names,
        sides,
        tables,
        partial=in_company(accounts, tables),
        copies=copied_texts(documents) if copies is None else copies,
        hand=hand,
        source_order=policy.source_order,
        ended=span(conflict.end).first if conflict.end else None,
    )

    # 3. Group the counts that speak of the same thing.
    shown = accounts_of((*claims, *left_out), conflict, names, by_digest) if left_out else accounts
    names.settle()
    return Prepared(accounts, shown, lines_of(shown, conflict, names, tables), judge)

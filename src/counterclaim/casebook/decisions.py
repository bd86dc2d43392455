"""What reviewers decided: rows that are added and never changed, each with its history entry.

A decision names claims by their ids, which rebuilding gives again, so that it outlives every reconciling.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from counterclaim.casebook.contents import decisions
from counterclaim.casebook.custody import content_digest, decision_of, note, now
from counterclaim.casebook.rows import decision_from
from counterclaim.casebook.schema import CLAIMS, DECISIONS
from counterclaim.casebook.writing import settle_reviews, withdraw_derived
from counterclaim.errors import CasebookError
from counterclaim.model import Decision, undone


def decide(
    connection: Connection,
    action: str,
    claims: Sequence[str],
    reason: str,
    *,
    values: Mapping[str, Any] | None = None,
    by: str = "",
) -> Decision:
    """Keep a decision. Findings and incidents are withdrawn until they are put again.

    Raises:
        CasebookError: a claim is not in the casebook.
    """
    for claim in claims:
        if connection.execute(select(CLAIMS.c.id).where(CLAIMS.c.id == claim)).first() is None:
            raise CasebookError(
                f"There is no claim {claim} in the casebook.", "`counterclaim show claims` lists the ids."
            )
    decision = _put(connection, action, claims, values or {}, reason, by, None)
    _settle(connection, decision)
    return decision


def undo(connection: Connection, number: int, reason: str, *, by: str = "") -> Decision:
    """Take a decision back; it stays in the table.

    Returns:
        The decision that takes it back, which can be taken back in its turn.

    Raises:
        CasebookError: there is no such decision, or it is taken back already.
    """
    every = {one.number: one for one in decisions(connection)}
    if number not in every:
        raise CasebookError(f"There is no decision {number}.", "The list of decisions has the numbers.")
    if number in undone(every.values()):
        raise CasebookError(f"Decision {number} is taken back already.", "Nothing is left to do.")
    one = every[number]
    taking_back = _put(connection, f"{one.action}, undone", one.claims, {}, reason, by, number)
    while one.undoes is not None:  # what was taken back may hold again
        one = every[one.undoes]
    _settle(connection, one)
    return taking_back


def _settle(connection: Connection, decision: Decision) -> None:
    """Let a decision, or the end of one, take effect on the documents whose words it is about."""
    for digest in sorted({words["document"] for words in decision.values.get("words", ())}):
        settle_reviews(connection, digest)


def _put(
    connection: Connection,
    action: str,
    claims: Sequence[str],
    values: Mapping[str, Any],
    reason: str,
    by: str,
    undoes: int | None,
) -> Decision:
    last = connection.execute(select(func.max(DECISIONS.c.number))).scalar() or 0
    row = {
        "number": last + 1,
        "action": action,
        "claims": list(claims),
        "values": dict(values),
        "reason": reason,
        "by": by,
        "undoes": undoes,
    }
    withdraw_derived(connection, ("reconciliation",))
    stored = {**row, "decided_at": now()}
    connection.execute(DECISIONS.insert().values(**stored))
    note(connection, f"{action}: {reason}", decision_of(last + 1), content_digest([row]))
    return decision_from(stored)

"""Turns what a reviewer asks for into what a decision keeps, or says why it cannot be one."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from sqlalchemy import Connection, select

from counterclaim.casebook import contents, rows
from counterclaim.casebook.reviewing import checked, parts
from counterclaim.casebook.schema import CLAIMS
from counterclaim.errors import CasebookError
from counterclaim.model import BoundKind, Claim

_FEWEST = {"merge": 2}
_VALUES = {
    "correct": "Say what is right: --set FIELD=VALUE.",
    "split": "Say what each part is, two at least.",
}


def reviewed_values(
    connection: Connection, action: str, named: Sequence[str], values: Sequence[Mapping[str, str]]
) -> tuple[list[str], dict[str, Any]]:
    """The claims that somebody decides about, and what a decision keeps of it.

    Args:
        connection: reads the casebook.
        action: one of `reviewing.ACTIONS`.
        named: the claims, each by its id or as much of its beginning as no other claim's id has; of a merge
            first the one that the others repeat.
        values: for "correct" the right values, for "split" those of each part, for "pin" a `bound` or a
            `rule`, as a person writes them.

    Returns:
        The claims' ids, and the values: always the `words` of each claim and the document that they stand in,
        beside them the `fields` of a correction, the `parts` of a split and the ids that these `made`, or the
        `bound` or the `rule` of a pin.

    Raises:
        CasebookError: a claim is not there, or the values are none that it can have.
    """
    claims = [_named(connection, name) for name in dict.fromkeys(named)]
    if len(claims) < _FEWEST.get(action, 1):
        raise CasebookError("A merge needs two claims or more.", "Name first the one that the others repeat.")
    if len(values) < (2 if action == "split" else action == "correct"):
        raise CasebookError(f"Nothing is said to {action}.", _VALUES[action])
    words = [{"document": claim.document, "quote": claim.quote} for claim in claims]
    return [claim.id for claim in claims], {**_values(connection, action, claims[0], values), "words": words}


def _values(
    connection: Connection, action: str, claim: Claim, values: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    match action:
        case "correct":
            return {"fields": checked(claim, values[0])}
        case "split":
            fields = [checked(claim, each) for each in values]
            made = parts(claim, fields, len(contents.decisions(connection)) + 1)
            return {"parts": fields, "made": [part.id for part in made]}
        case "pin":
            return _pin(values[0])
    return {}


def _pin(values: Mapping[str, str]) -> dict[str, str]:
    bounds = get_args(BoundKind)
    if "bound" in values and values["bound"] not in bounds:
        raise CasebookError(f"{values['bound']} is no bound.", f"It can be {', '.join(bounds)}.")
    if len(values) != 1:
        raise CasebookError("A pin holds one thing.", "Give either --bound or --rule.")
    return dict(values)


def _named(connection: Connection, name: str) -> Claim:
    query = select(CLAIMS).where(CLAIMS.c.id.startswith(name, autoescape=True)).limit(2)
    found = [rows.claim_from(row) for row in contents.fetched(connection, query)]
    if len(found) == 1 and name:
        return found[0]
    raise CasebookError(
        f"{'Several claims have' if found else 'No claim has'} an id that begins with {name or 'nothing'}.",
        "`counterclaim show claims` lists the ids; a claim's page on the site names its own.",
    )

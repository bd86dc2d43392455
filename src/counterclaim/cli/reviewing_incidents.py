"""Takes a reviewer's decisions about incidents into a casebook."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer

from counterclaim.casebook import Casebook
from counterclaim.cli.reviewing import print_decision, reviewer
from counterclaim.cli.showing import check_reconciled
from counterclaim.cli.standing import stated
from counterclaim.errors import CasebookError
from counterclaim.model import Claim, Decision, Incident
from counterclaim.reconciliation.incidents import MERGED, SPLIT


def merge_incidents(folder: Path, ids: Sequence[str], reason: str, by: str | None, *, as_json: bool) -> None:
    """Decide that incidents, or claims, are of one event."""
    with Casebook.open(folder) as casebook, casebook.locked():
        check_reconciled(casebook)
        found, claims = casebook.reconciliation().incidents, _claims(casebook)
        meant = list(dict.fromkeys(_first_claim(found, claims, named) for named in ids))
        if len(meant) < 2:
            raise typer.BadParameter("name two or more that are not the same.", param_hint="ID...")
        decision = _decide(casebook, MERGED, meant, {}, claims, reason, by)
    print_decision(decision, folder, as_json)


def split_incident(folder: Path, named: Sequence[str], reason: str, by: str | None, *, as_json: bool) -> None:
    """Decide that some claims of an incident are of another event."""
    with Casebook.open(folder) as casebook, casebook.locked():
        check_reconciled(casebook)
        claims = _claims(casebook)
        apart = list(dict.fromkeys(_claim(claims, each) for each in named))
        incident = _holding(casebook.reconciliation().incidents, apart)
        every = [report.claim for report in incident.reports]
        if len(every) == len(apart):
            raise CasebookError("These are all the claims of the incident.", "Name some of them only.")
        decision = _decide(casebook, SPLIT, every, {"apart": apart}, claims, reason, by)
    print_decision(decision, folder, as_json)


def _decide(
    casebook: Casebook,
    action: str,
    about: Sequence[str],
    values: Mapping[str, Sequence[str]],
    claims: Mapping[str, Claim],
    reason: str,
    by: str | None,
) -> Decision:
    """Keep a decision with the words that it is about."""
    words = [{"document": claims[one].document, "quote": claims[one].quote} for one in about]
    return casebook.decide(action, about, stated(reason), values={**values, "words": words}, by=reviewer(by))


def _claims(casebook: Casebook) -> dict[str, Claim]:
    return {claim.id: claim for claim in casebook.claims()}


def _first_claim(incidents: Iterable[Incident], claims: Iterable[str], named: str) -> str:
    """The claim that stands for what is named: an incident by its first claim, or the claim itself."""
    found = [one for one in incidents if one.id.startswith(named)]
    return found[0].reports[0].claim if len(found) == 1 else _claim(claims, named)


def _claim(claims: Iterable[str], named: str) -> str:
    found = [claim for claim in claims if claim.startswith(named)]
    if len(found) == 1:
        return found[0]
    raise CasebookError(
        f"{'Nothing has' if not found else 'Several claims have'} an id that begins with {named}.",
        "`counterclaim show incidents CASEBOOK` lists incidents with their claims.",
    )


def _holding(incidents: Iterable[Incident], claims: Sequence[str]) -> Incident:
    for incident in incidents:
        if {report.claim for report in incident.reports} >= set(claims):
            return incident
    raise CasebookError(
        "No incident has all of these claims.", "`counterclaim show incidents` lists them with their claims."
    )

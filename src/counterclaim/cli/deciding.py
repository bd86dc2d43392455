"""What reviewers decide about incidents: put into the casebook, and carried out at once."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.plain import print_json
from counterclaim.cli.progress_display import shown_progress
from counterclaim.cli.standing import stated
from counterclaim.cli.tables import Column, print_rows
from counterclaim.errors import CasebookError
from counterclaim.model import Decision, Incident, undone
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import reconcile_claims, resolve_names
from counterclaim.publication.dates import date_words
from counterclaim.reconciliation.incidents import MERGED, SPLIT


def merge(folder: Path, ids: Sequence[str], reason: str, by: str, *, as_json: bool) -> None:
    """Decide that incidents, or claims, are of one event."""
    with Casebook.open(folder) as casebook, casebook.locked():
        found = casebook.reconciliation().incidents
        claims = list(dict.fromkeys(_first_claim(casebook, found, named) for named in ids))
        if len(claims) < 2:
            raise typer.BadParameter("name two or more that are not the same.", param_hint="ID...")
        decision = casebook.decide(MERGED, claims, stated(reason), by=by)
        _carry_out(casebook)
    _print(decision, f"{len(claims)} incidents are one now.", folder, as_json)


def split(folder: Path, named: Sequence[str], reason: str, by: str, *, as_json: bool) -> None:
    """Decide that some claims of an incident are of another event."""
    with Casebook.open(folder) as casebook, casebook.locked():
        found = casebook.reconciliation().incidents
        apart = list(dict.fromkeys(_claim(casebook, each) for each in named))
        incident = _holding(found, apart)
        every = [report.claim for report in incident.reports]
        if len(every) == len(apart):
            raise CasebookError("These are all the claims of the incident.", "Name some of them only.")
        decision = casebook.decide(SPLIT, every, stated(reason), values={"apart": apart}, by=by)
        _carry_out(casebook)
    _print(decision, f"{len(apart)} of {len(every)} claims are an incident of their own.", folder, as_json)


def _carry_out(casebook: Casebook) -> None:
    with shown_progress() as progress:
        resolve_names(casebook, progress=progress)
        reconcile_claims(casebook, progress=progress)


def _first_claim(casebook: Casebook, incidents: Iterable[Incident], named: str) -> str:
    """The claim that stands for what is named: an incident by its first claim, or the claim itself."""
    found = [one for one in incidents if one.id.startswith(named)]
    return found[0].reports[0].claim if len(found) == 1 else _claim(casebook, named)


def _claim(casebook: Casebook, named: str) -> str:
    found = casebook.claim_ids(named)
    if len(found) == 1:
        return found[0]
    raise CasebookError(
        f"{'Nothing has' if not found else 'Several claims have'} an id that begins with {named}.",
        f"`counterclaim show incidents {casebook.folder}` lists incidents with their claims.",
    )


def _holding(incidents: Iterable[Incident], claims: Sequence[str]) -> Incident:
    for incident in incidents:
        if {report.claim for report in incident.reports} >= set(claims):
            return incident
    raise CasebookError(
        "No incident has all of these claims.", "`counterclaim show incidents` lists them with their claims."
    )


def _print(decision: Decision, said: str, folder: Path, as_json: bool) -> None:
    if as_json:
        print_json(asdict(decision))
        return
    output().print(f"{said} This is decision {decision.number}; it is kept with its reason.")
    output().print(f"To take it back: counterclaim incidents undo {folder} {decision.number} --reason …")

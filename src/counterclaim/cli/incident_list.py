"""`counterclaim show incidents`: events with all their reports, as tables in the terminal."""

from dataclasses import asdict

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import print_json
from counterclaim.cli.showing import View, by_words, view_of, who_says, words_of_claims
from counterclaim.cli.tables import print_rest
from counterclaim.model import Incident
from counterclaim.publication.incidents import (
    DISPUTES,
    answer_words,
    deaths_words,
    incident_what,
    incident_when,
    told_words,
    whose_words,
)


def show_incidents(look: Look) -> None:
    """Print the incidents of which a report passes the filter, those of most independent origins first."""
    view = view_of(look)
    found = [
        one
        for one in view.reconciliation.incidents
        if any(report.claim in view.wanted for report in one.reports)
    ]
    if look.as_json:
        print_json({"id": one.id, **asdict(one)} for one in found[: look.limit])
        return
    console = output()
    for one in found[: look.limit]:
        _print(one, view, console)
    print_rest(console, len(found[: look.limit]), len(found), "incidents")


def _print(incident: Incident, view: View, console: Console) -> None:
    place = f", {incident.place}" if incident.place else ""
    heading = f"{incident_what(incident)}, {incident_when(incident)}{place}"
    console.print(Text.assemble((heading, "bold"), f" {incident.id}"))
    names = " → ".join(" / ".join(each) for each in (incident.actors, incident.targets) if each)
    told = [names, told_words(incident)]
    console.print(Text("; ".join(part for part in told if part)))
    for deaths in incident.deaths:
        console.print(Text(f"Killed, {whose_words(deaths)}: {deaths_words(deaths)}. {deaths.reason}"))
    for dispute in incident.disputes:
        answers = " / ".join(answer_words(dispute.about, words) for words, _ in dispute.positions)
        console.print(Text(f"{DISPUTES[dispute.about]}: {answers}"))
    for claims in by_words(view.claims[report.claim] for report in incident.reports):
        ids = " ".join(claim.id for claim in claims)
        words = Text.assemble(who_says(claims[0]), ": ", words_of_claims(claims, view), f" {ids}")
        console.print(Padding(words, (0, 0, 0, 2)))
    console.print()

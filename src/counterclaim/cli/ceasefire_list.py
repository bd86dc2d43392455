"""`counterclaim show ceasefires`: ceasefires with all that is said of them, in the terminal."""

from dataclasses import asdict

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import print_json
from counterclaim.cli.showing import View, view_of, who_says, words_of_claims
from counterclaim.cli.tables import print_rest
from counterclaim.model import Ceasefire
from counterclaim.publication.ceasefires import (
    ceasefire_outcome,
    ceasefire_what,
    ceasefire_when,
    stage_words,
)
from counterclaim.publication.dates import date_words


def show_ceasefires(look: Look) -> None:
    """Print the ceasefires of which a claim passes the filter, in the order of their beginnings."""
    view = view_of(look)
    kept = view.reconciliation.ceasefires
    found = [one for one in kept if any(word.claim in view.wanted for word in one.words)]
    if look.as_json:
        print_json({"id": one.id, **asdict(one)} for one in found[: look.limit])
        return
    console = output()
    for one in found[: look.limit]:
        _print(one, view, console)
    print_rest(console, len(found[: look.limit]), len(found), "ceasefires")


def _print(one: Ceasefire, view: View, console: Console) -> None:
    console.print(Text.assemble((ceasefire_what(one), "bold"), f" {one.id}"))
    console.print(Text(f"{ceasefire_when(one)} {ceasefire_outcome(one)}"))
    for word in one.words:
        claim = view.claims[word.claim]
        when = f", {date_words(word.date)}" if word.date else ""
        blamed = f" by {claim.actor}" if claim.actor and word.stage == "violated" else ""
        told = Text(f"{stage_words(word.stage, word.denied)}{blamed}{when}. ", "italic")
        text = Text.assemble(told, who_says(claim), ": ", words_of_claims([claim], view))
        console.print(Padding(text, (0, 0, 0, 2)))
    console.print()

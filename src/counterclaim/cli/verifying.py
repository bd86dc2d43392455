"""Say whether a casebook is as it was recorded."""

import re
from dataclasses import asdict
from pathlib import Path

import typer

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.failing import FAILED
from counterclaim.cli.plain import print_json
from counterclaim.cli.summary import counted


def verify_casebook(folder: Path, head: str | None, *, as_json: bool) -> None:
    """Check everything and print what does not agree; the exit status is 1 if anything does not."""
    if head is not None and not re.fullmatch(r"[0-9a-f]{64}", head):
        raise typer.BadParameter(
            f"{head} is no hash: these have 64 digits, of 0 to 9 and a to f.", param_hint="--head"
        )
    with Casebook.open(folder) as casebook:
        problems, (entries, newest), tally = casebook.verify(head=head), casebook.head(), casebook.tally()
    if as_json:
        listed = [asdict(problem) for problem in problems]
        print_json({"whole": not problems, "entries": entries, "head": newest, "problems": listed})
    else:
        console = output()
        documents, claims = counted(tally.documents, "document"), counted(tally.claims, "claim")
        for problem in problems:
            console.print(f"{problem.subject}: {problem.what}", soft_wrap=True)
        console.print(f"{counted(entries, 'history entry', 'history entries')}, {documents}, {claims}.")
        if problems:
            found = counted(len(problems), "thing is", "things are")
            console.print(f"{found} not as recorded.", style="bold")
        else:
            console.print("Everything is as it was recorded.", style="bold")
            console.print(
                f"Note down the newest entry to check against later: --head {newest}", soft_wrap=True
            )
    if problems:
        raise typer.Exit(FAILED)

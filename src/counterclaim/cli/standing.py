"""Take documents out of what counts and back, and say in words which do not count."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import typer
from rich.console import Console

from counterclaim.casebook import Casebook, DocumentLine, SetAside
from counterclaim.cli.consoles import output
from counterclaim.cli.plain import print_json
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import Reading
from counterclaim.publication.dates import date_words

_MOST_SHOWN = 10
_DIGITS = 12  # of a digest, which tell documents of one name apart


def withdraw_document(folder: Path, named: str, reason: str, *, as_json: bool) -> None:
    """Let a document count no longer, for a reason."""
    with Casebook.open(folder) as casebook, casebook.locked():
        line = casebook.withdraw(named, stated(reason))
    _print(line, f"{line.name} no longer counts. It is kept with its claims.", folder, as_json)


def restore_document(folder: Path, named: str, reason: str, *, as_json: bool) -> None:
    """Let a document that was withdrawn count again, for a reason."""
    with Casebook.open(folder) as casebook, casebook.locked():
        line = casebook.restore(named, stated(reason))
    said = f"{line.name}: {why(line.set_aside)}" if line.set_aside else f"{line.name} counts again."
    _print(line, said, folder, as_json)


def why(one: SetAside) -> str:
    """Why a document no longer counts: "superseded on 3 March 2024 by 0123456789ab"."""
    day = date_words(PartialDate(one.at[:10]))
    if one.successor:
        return f"superseded on {day} by {one.successor[:_DIGITS]}"
    return f"withdrawn on {day}: {one.reason}"


def print_standing(reading: Reading, folder: Path, console: Console) -> None:
    """Which documents of a run are copies, which no longer count, and which it did not meet again."""
    for title, lines in _told(reading, folder):
        if lines:
            console.print(f"\n{title}", style="bold")
            for line in lines[:_MOST_SHOWN]:
                console.print(f"  {line}", soft_wrap=True)
            if len(lines) > _MOST_SHOWN:
                console.print(
                    f"  … and {len(lines) - _MOST_SHOWN:,} more: counterclaim show documents {folder}"
                )


def _told(reading: Reading, folder: Path) -> Iterator[tuple[str, Sequence[str]]]:
    yield "Read, but perhaps not as meant:", reading.notes
    yield "Copies, read once:", [f"{name} is the same as {other}" for name, other in reading.copies]
    yield (
        "Files that have changed; their earlier versions are kept but no longer count:",
        [f"{one.name} ({one.document[:_DIGITS]})" for one in reading.superseded],
    )
    yield (
        "Withdrawn, and left so (`counterclaim restore` undoes it):",
        [f"{one.name}: {one.reason}" for one in reading.withdrawn],
    )
    yield (
        f"Of earlier runs and not in these sources; they are kept and count. To take one out: "
        f"counterclaim withdraw {folder} DOCUMENT --reason …",
        reading.absent,
    )


def stated(reason: str) -> str:
    """A reason in one line. Raises typer.BadParameter if there is none."""
    if not reason.strip():
        raise typer.BadParameter("say why, in words.", param_hint="--reason")
    return " ".join(reason.split())


def _print(line: DocumentLine, said: str, folder: Path, as_json: bool) -> None:
    if as_json:
        print_json(asdict(line))
        return
    output().print(said, soft_wrap=True)
    output().print(f"The findings follow with the next: counterclaim build SOURCES -o {folder}")
    output().print(f"Or without reading anything: counterclaim reconcile {folder}")

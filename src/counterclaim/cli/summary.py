"""What a run did, for a person and for a program."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from counterclaim.casebook import Tally
from counterclaim.cli.standing import print_standing
from counterclaim.model import Unread
from counterclaim.pipeline import Extracted, Reading, Summary

_MOST_UNREAD_SHOWN = 20


def summary_values(summary: Summary) -> dict[str, Any]:
    """A run's summary for a program."""
    return {
        "casebook": str(summary.casebook),
        "read": summary.reading.documents,
        "added": summary.reading.added,
        **standing_values(summary.reading),
        "extracted": summary.extracted.documents,
        **second_reader(summary.extracted),
        "unread": [asdict(one) for one in (*summary.reading.unread, *summary.extracted.failed)],
        "holds": asdict(summary.tally),
        "site": None if summary.page is None else str(summary.page),
    }


def standing_values(reading: Reading) -> dict[str, Any]:
    """Which documents are copies or do not count, for a program."""
    return {
        "copies": [{"name": name, "same_as": other} for name, other in reading.copies],
        "superseded": [asdict(one) for one in reading.superseded],
        "withdrawn": [asdict(one) for one in reading.withdrawn],
        "absent": list(reading.absent),
        "notes": list(reading.notes),
    }


def second_reader(extracted: Extracted) -> dict[str, Any]:
    """What the second reader did, for a program; nothing where it took no part."""
    if extracted.second_reader is None:
        return {}
    from counterclaim.cli.second_reader import second_reader_values  # only where a network was wanted

    return {"second_reader": second_reader_values(extracted, extracted.second_reader)}


def print_summary(summary: Summary, console: Console) -> None:
    """A run's summary for a person, with what to do next."""
    tally, unread = summary.tally, (*summary.reading.unread, *summary.extracted.failed)
    lines = Table.grid(padding=(0, 2))
    lines.add_column(justify="right", style="bold")
    lines.add_column()
    lines.add_row(
        f"{summary.reading.documents:,}",
        f"{plural(summary.reading.documents, 'document')} read, {summary.reading.added:,} new",
    )
    lines.add_row(f"{len(unread):,}", "could not be read" + (", listed below" if unread else ""))
    kinds = f"{counted(tally.counts, 'count')} and {counted(tally.events, 'event')}"
    lines.add_row(f"{tally.claims:,}", f"{plural(tally.claims, 'claim')}, of them {kinds}")
    lines.add_row(f"{tally.passed_over:,}", "numbers and cues passed over, each with its reason")
    findings = plural(tally.findings, "finding")
    lines.add_row(f"{tally.findings:,}", f"{findings}, {tally.estimates:,} with an estimate beside it")
    lines.add_row(f"{tally.contradictions:,}", plural(tally.contradictions, "contradiction"))
    ceasefires = f", and {counted(tally.ceasefires, 'ceasefire')}" if tally.ceasefires else ""
    told = f", {tally.told_more:,} told more than once or with dead"
    lines.add_row(f"{tally.incidents:,}", f"{plural(tally.incidents, 'incident')}{told}{ceasefires}")
    if tally.decisions:
        lines.add_row(f"{tally.decisions:,}", f"{plural(tally.decisions, 'decision')} of reviewers")
    console.print(lines)
    _print_second_reader(summary.extracted, summary.casebook, console)
    print_unread(unread, summary.casebook, console)
    print_standing(summary.reading, summary.casebook, console)
    _print_next(summary, console)


def plural(number: int, word: str, words: str = "") -> str:
    """The word for so many of them; `words` is its plural, where that is not made with an s."""
    return word if number == 1 else words or f"{word}s"


def counted(number: int, word: str, words: str = "") -> str:
    """So many of them: "1 claim", "1,008 claims"."""
    return f"{number:,} {plural(number, word, words)}"


def print_reading(reading: Reading, folder: Path, console: Console) -> None:
    """What reading alone did."""
    console.print(f"{counted(reading.documents, 'document')} read, {reading.added:,} new.")
    print_unread(reading.unread, folder, console)
    print_standing(reading, folder, console)
    _print_commands(console, ("find their claims", f"counterclaim extract {folder}"))


def print_extracted(extracted: Extracted, tally: Tally, folder: Path, console: Console) -> None:
    """What extraction alone did."""
    worked_on, claims = counted(extracted.documents, "document"), counted(tally.claims, "claim")
    console.print(f"{worked_on} worked on. The casebook holds {claims}.")
    _print_second_reader(extracted, folder, console)
    print_unread(extracted.failed, folder, console)
    _print_commands(console, ("reconcile them", f"counterclaim reconcile {folder}"))


def _print_second_reader(extracted: Extracted, folder: Path, console: Console) -> None:
    if extracted.second_reader is not None:
        from counterclaim.cli.second_reader import print_second_reader

        print_second_reader(extracted, extracted.second_reader, folder, console)


def print_unread(unread: Sequence[Unread], folder: Path, console: Console) -> None:
    """What could not be read, with the reasons."""
    if not unread:
        return
    console.print("\nNot read:", style="bold")
    for one in unread[:_MOST_UNREAD_SHOWN]:
        console.print(f"  {one.name}: {one.reason.removesuffix('.')}. {one.remedy}".rstrip())
    if len(unread) > _MOST_UNREAD_SHOWN:
        more = len(unread) - _MOST_UNREAD_SHOWN
        console.print(f"  … and {more:,} more: counterclaim show unread {folder}")


def _print_next(summary: Summary, console: Console) -> None:
    folder, commands = summary.casebook, []
    if summary.page is not None:
        console.print("\nThe site:", style="bold")
        console.print(f"  {summary.page}", soft_wrap=True)
        commands.append(("see the site", f"counterclaim serve {folder}"))
    commands.append(("see what does not fit", f"counterclaim show contradictions {folder}"))
    commands.append(("see all else that is there", "counterclaim show --help"))
    if not summary.conflict.parties:
        commands.append(("name the parties, then build again", f"edit {folder / 'casebook.toml'}"))
    _print_commands(console, *commands)


def _print_commands(console: Console, *commands: tuple[str, str]) -> None:
    console.print("\nWhat to do next:", style="bold")
    lines = Table.grid(padding=(0, 2))
    for purpose, command in commands:
        lines.add_row(f"  {purpose}", command)
    console.print(lines)

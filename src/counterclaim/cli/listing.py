"""Documents, what could not be read, and what was passed over."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from counterclaim.casebook import Casebook, DocumentLine
from counterclaim.cli.consoles import output
from counterclaim.cli.looking import Look
from counterclaim.cli.plain import print_json
from counterclaim.cli.standing import why
from counterclaim.cli.tables import Cell, Column, print_rest, print_rows
from counterclaim.publication.dates import date_words
from counterclaim.publication.labels import BOUNDS, RELATIONS


def show_documents(look: Look) -> None:
    """Print every document with the number of its claims."""
    wanted = (look.claims.document or "").casefold()
    with Casebook.open(look.casebook) as casebook:
        lines = [
            line for line in casebook.document_lines() if wanted in f"{line.name} {line.digest}".casefold()
        ]
    columns = [
        Column("Document", wide=3),
        Column("Published"),
        Column("Title", wide=4),
        Column("Publisher", wide=2),
        Column("Claims", right=True),
    ]
    rows = [
        (
            _name(line),
            date_words(line.date) if line.date else "",
            line.title or "",
            line.publisher or "",
            f"{line.claims:,}",
        )
        for line in lines
    ]
    print_listing(look, columns, rows, [asdict(line) for line in lines], "documents")


def _name(line: DocumentLine) -> str:
    """The document's name, the others that it was found under, and why it does not count."""
    also = [f"the same as {name}" for name in line.also]
    aside = [why(line.set_aside)] if line.set_aside else []
    return "\n".join([line.name, *also, *aside])


def show_unread(look: Look) -> None:
    """Print what could not be read, with the reasons."""
    with Casebook.open(look.casebook) as casebook:
        unread = casebook.unread()
    columns = [Column("Document", wide=2), Column("Why", wide=4), Column("What to do", wide=3)]
    rows = [(one.name, one.reason, one.remedy) for one in unread]
    print_listing(look, columns, rows, [asdict(one) for one in unread], "unread documents")


def show_passed_over(look: Look) -> None:
    """Print the numbers and cues that became no claim, with the reasons."""
    wanted = (look.claims.document or "").casefold()
    with Casebook.open(look.casebook) as casebook:
        names = {line.digest: line.name for line in casebook.document_lines()}
        passed = [
            one
            for one in casebook.passed_over()
            if wanted in f"{names[one.document]} {one.document}".casefold()
        ]
    columns = [
        Column("Words", wide=2),
        Column("Why", wide=3),
        Column("Document", wide=3),
        Column("At", right=True),
    ]
    rows = [(one.words, one.why, names[one.document], f"{one.start:,}") for one in passed]
    values = [{**asdict(one), "digest": one.document, "document": names[one.document]} for one in passed]
    print_listing(look, columns, rows, values, "numbers or cues passed over")


def show_bounds(look: Look) -> None:
    """Print the rules of bounds that were in force, with the number of claims that each decided."""
    with Casebook.open(look.casebook) as casebook:
        reconciliation = casebook.reconciliation()
    used = Counter(each.rule for one in reconciliation.findings for each in one.weighings)
    columns = [
        Column("Rule", wide=2), Column("Who speaks", wide=2), Column("Bounds"), Column("Weight", right=True),
        Column("Why", wide=5), Column("Claims", right=True),
    ]  # fmt: skip
    rows = [
        (
            f"{rule.label}\n{rule.name}{' (of this casebook)' if rule.of_casebook else ''}",
            ", ".join(RELATIONS[each] for each in rule.relation),
            BOUNDS[rule.bound],
            f"{rule.weight:g}",
            rule.why,
            f"{used[rule.name]:,}",
        )
        for rule in reconciliation.rules
    ]
    values = [{**asdict(rule), "claims": used[rule.name]} for rule in reconciliation.rules]
    print_listing(look, columns, rows, values, "rules")


def print_listing(
    look: Look,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    values: Sequence[dict[str, Any]],
    what: str,
) -> None:
    """Print rows, or their values as JSON.

    Args:
        look: how many are wanted, and in which form.
        columns: of the rows.
        rows: for a person.
        values: the same for a program.
        what: what they are, in the plural.
    """
    if look.as_json:
        print_json(values[: look.limit])
        return
    console, shown = output(), rows[: look.limit]
    print_rows(columns, shown, console)
    print_rest(console, len(shown), len(rows), what)

"""Why a claim says what it says: its words in their sentence, each field's rule, and what rests on it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.plain import claim_values, print_json
from counterclaim.cli.tables import Column, print_rows
from counterclaim.errors import CasebookError
from counterclaim.model import Claim, Record
from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import date_words
from counterclaim.publication.index import index_record
from counterclaim.publication.labels import FIELD_NAMES
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.claim import ClaimPage, FieldRow, claim_context, claim_page

# The marks show without colour too.
_QUOTE = ("‹", "›")
_READ = ("[", "]")
_LEGEND = "The quote stands between ‹ and ›, the words that fields were read from between [ and ]."


def explain_claim(folder: Path, claim_id: str, *, as_of: PartialDate | None, as_json: bool) -> None:
    """Show which words and which rule gave each of a claim's fields, and what rests on the claim.

    Args:
        folder: the casebook's.
        claim_id: the claim's id, or as much of its beginning as no other claim's id has.
        as_of: as it was knowable at the end of this day.
        as_json: for a program.
    """
    with Casebook.open(folder) as casebook:
        record, is_reconciled = casebook.record(), as_of is not None or casebook.is_reconciled
        if as_of is not None:
            from counterclaim.pipeline import as_it_was_known  # the stages take long to import

            record = as_it_was_known(casebook, as_of)
    claim = _named(record, claim_id, folder)
    page = claim_page(Parts(index_record(record)), claim.id)
    if as_json:
        print_json(_values(page, reconciled=is_reconciled))
        return
    console = output()
    _print_claim(page, console)
    _print_fields(page, console)
    _print_uses(page, console)
    if not is_reconciled:
        console.print(f"What rests on it is not known yet. Run first: counterclaim reconcile {folder}")


def _named(record: Record, claim_id: str, folder: Path) -> Claim:
    found = [claim for claim in (*record.claims, *record.overruled) if claim.id.startswith(claim_id)]
    if len(found) == 1:
        return found[0]
    raise CasebookError(
        f"{'No claim has' if not found else 'Several claims have'} an id that begins with {claim_id}.",
        f"`counterclaim show claims {folder}` lists the ids; a claim's page on the site names its own.",
    )


# ---------------------------------------------------------------- for a program


def _values(page: ClaimPage, *, reconciled: bool) -> dict[str, Any]:
    claim, document = page.brief.claim, page.brief.document
    start, end = claim_context(claim, document.text)
    return {
        **claim_values(claim, document.name),
        "context": {
            "before": document.text[start : claim.start],
            "after": document.text[claim.end : end],
        },
        "reasons": [
            {
                "field": reason.field,
                "value": getattr(claim, reason.field, None),
                "rule": reason.rule,
                "start": reason.start,
                "end": reason.end,
                "words": None if reason.start is None else document.text[reason.start : reason.end],
            }
            for reason in claim.reasons
        ],
        "reconciled": reconciled,
        "findings": [
            {
                "id": use.finding.id,
                "sentence": use.finding.finding.sentence,
                "bound": use.weighing.bound,
                "rule": use.weighing.rule,
                "reason": use.weighing.reason,
                "origin": use.weighing.origin,
            }
            for use in page.uses
        ],
        "contradictions": [
            {"id": one.id, "kind": one.kind, "explanation": one.explanation} for one in page.contradictions
        ],
    }


# ---------------------------------------------------------------- for a person


def _print_claim(page: ClaimPage, console: Console) -> None:
    brief = page.brief
    said = f", {date_words(brief.claim.reported_on)}" if brief.claim.reported_on else ""
    hedge = f"; the text hedges it: {brief.claim.hedge}" if brief.claim.hedge else ""
    console.print(Text(page.title, style="bold"))
    console.print(f"{brief.source.name} {brief.stance} so{said}{hedge}.")
    console.print(Padding(_in_context(page), (1, 0, 0, 2)))
    name = "" if brief.document_title == brief.document.name else f"  ({brief.document.name})"
    console.print(Padding(Text(f"{brief.document_title}{name}", "dim"), (0, 0, 1, 2)))
    console.print(Text(f"{_LEGEND}\n", "dim"))


def _in_context(page: ClaimPage) -> Text:
    """The quote in its paragraph, with the words that fields were read from."""
    claim, text = page.brief.claim, page.brief.document.text
    first, last = claim_context(claim, text)
    read = _read_from(claim, first, last)
    starts, ends = {start for start, _ in read}, {end for _, end in read}
    words = Text("… " if page.cut_before else "", "dim")
    for place, after in pairwise(sorted({first, claim.start, claim.end, last} | starts | ends)):
        in_quote = claim.start <= place < claim.end
        words.append(_QUOTE[0] if place == claim.start else "", "bold")
        words.append(_READ[0] if place in starts else "", "bold")
        is_read = any(start <= place < end for start, end in read)
        words.append(text[place:after], "bold underline" if is_read else "" if in_quote else "dim")
        words.append(_READ[1] if after in ends else "", "bold")
        words.append(_QUOTE[1] if after == claim.end else "", "bold")
    return words.append(" …" if page.cut_after else "", "dim")


def _read_from(claim: Claim, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between `start` and `end` that fields were read from, those that touch joined."""
    stretches: list[tuple[int, int]] = []
    for left, right in sorted(_spans(claim)):
        if not start <= left < right <= end:
            continue
        if stretches and left <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(right, stretches[-1][1]))
        else:
            stretches.append((left, right))
    return stretches


def _spans(claim: Claim) -> Iterator[tuple[int, int]]:
    for reason in claim.reasons:
        if reason.start is not None and reason.end is not None:
            yield reason.start, reason.end


def _print_fields(page: ClaimPage, console: Console) -> None:
    told = [row for row in page.fields if row.reasons or (row.value and row.name != FIELD_NAMES["kind"])]
    columns = [Column("Field"), Column("Value", wide=2), Column("Read from", wide=3), Column("Rule", wide=3)]
    print_rows(columns, [_cells(row) for row in told], console)
    untold = [row.name for row in page.fields if not row.value and not row.reasons]
    if untold:
        console.print(f"Not stated: {', '.join(untold)}.\n")


def _cells(row: FieldRow) -> tuple[str, ...]:
    words = (f"“{' '.join(reason.words.split())}”" for reason in row.reasons if reason.words)
    return row.name, row.value or "not stated", _lines(words), _lines(reason.rule for reason in row.reasons)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(parts))


def _print_uses(page: ClaimPage, console: Console) -> None:
    if page.uses:
        console.print("Findings that it is part of", style="bold")
    for use in page.uses:
        console.print(Padding(f"{use.finding.finding.sentence}", (0, 0, 0, 2)))
        console.print(
            Padding(Text(f"{use.role}: {use.weighing.reason} ({use.finding.id})", "dim"), (0, 0, 1, 4))
        )
    if page.contradictions:
        console.print("Contradictions that it is part of", style="bold")
    for one in page.contradictions:
        console.print(Padding(f"{one.title}: {one.about}. {one.explanation}", (0, 0, 1, 2)))

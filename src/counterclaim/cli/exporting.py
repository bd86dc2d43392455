"""Claims and incidents as rows that other programs read."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from counterclaim.casebook import Casebook
from counterclaim.cli.options import Exported, ExportFormat
from counterclaim.errors import CasebookError
from counterclaim.model import CLAIM_FIELDS, Record
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import public_record
from counterclaim.publication.incidents import INCIDENT_COLUMNS, incident_row

Rows = Iterable[dict[str, Any]]


def export(
    folder: Path, what: Exported, form: ExportFormat, path: Path | None, *, as_of: PartialDate | None
) -> None:
    """Write every claim, or every incident, of which nothing is sealed.

    Args:
        folder: the casebook's.
        what: claims, with the document's name for its digest, or incidents.
        form: as JSON lines or as CSV with a header; in CSV a list is one cell, parted by "; ".
        path: the file; None: standard output.
        as_of: as it was knowable at the end of this day.
    """
    with Casebook.open(folder) as casebook:
        record = public_record(casebook, as_of)
    columns, rows = _TABLES[what](record)
    with _opened(path) as file:
        _WRITERS[form](columns, rows, file)


def _claims(record: Record) -> tuple[Sequence[str], Rows]:
    names = _names(record)
    return CLAIM_FIELDS, (claim.row(names[claim.document]) for claim in record.claims)


def _incidents(record: Record) -> tuple[Sequence[str], Rows]:
    names, claims = _names(record), {claim.id: claim for claim in record.claims}
    incidents = record.reconciliation.incidents
    return INCIDENT_COLUMNS, (incident_row(one, record.conflict, claims, names) for one in incidents)


_TABLES = {Exported.CLAIMS: _claims, Exported.INCIDENTS: _incidents}


def _names(record: Record) -> dict[str, str]:
    return {document.digest: document.name for document in record.documents}


def _write_jsonl(_: Sequence[str], rows: Rows, file: IO[str]) -> None:
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(columns: Sequence[str], rows: Rows, file: IO[str]) -> None:
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: object) -> object:
    """Truth in lower case, as JSON, SQL and most tables' readers know it, and lists in one cell."""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else value


_WRITERS = {ExportFormat.JSONL: _write_jsonl, ExportFormat.CSV: _write_csv}


@contextmanager
def _opened(path: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its place only when it is whole."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    partial = path.with_name(f".{path.name}.partial")
    if not path.parent.is_dir():
        raise CasebookError(
            f"{path} cannot be written: there is no folder {path.parent}.", "Make it, or name another file."
        )
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)

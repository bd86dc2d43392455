"""Claims as rows that other programs read."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from counterclaim.casebook import Casebook
from counterclaim.cli.options import ExportFormat
from counterclaim.errors import CasebookError
from counterclaim.model import CLAIM_FIELDS
from counterclaim.pipeline import public_record

Rows = Iterable[dict[str, Any]]


def export_claims(folder: Path, form: ExportFormat, path: Path | None) -> None:
    """Write every claim that is not sealed, with the document's name for its digest.

    Args:
        folder: the casebook's.
        form: as JSON lines or as CSV with a header.
        path: the file; None: standard output.
    """
    with Casebook.open(folder) as casebook:
        record = public_record(casebook)
    names = {document.digest: document.name for document in record.documents}
    rows = (claim.row(names[claim.document]) for claim in record.claims)
    with _opened(path) as file:
        _WRITERS[form](rows, file)


def _write_jsonl(rows: Rows, file: IO[str]) -> None:
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(rows: Rows, file: IO[str]) -> None:
    writer = csv.DictWriter(file, CLAIM_FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "approx": _truth(row["approx"])})


def _truth(value: bool | None) -> str:
    """Lower case, as JSON, SQL and most tables' readers know it."""
    return "" if value is None else str(value).lower()


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

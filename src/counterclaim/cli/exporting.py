"""Claims, incidents and who held which place, as rows or features that other programs read."""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from counterclaim.casebook import Casebook
from counterclaim.cli.options import Exported, ExportFormat
from counterclaim.errors import CasebookError
from counterclaim.model import CLAIM_FIELDS, Claim, Entity, Record, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import public_record
from counterclaim.publication.control import HOLDING_COLUMNS, holding_row
from counterclaim.publication.geojson import feature, feature_collection, place_properties
from counterclaim.publication.incidents import INCIDENT_COLUMNS, incident_row
from counterclaim.registers import where_prec

WHERE = ("where_prec", "latitude", "longitude")
"""The columns of an exported claim beside its own: how precisely its words put it where."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an export.

    Attributes:
        id: of what it is about.
        values: by column.
        place: where that is, None where it names no place that the register knows.
        beside: what a feature has beside the row's values.
        precision: where its words put it, 1 to 7 as UCDP GED's `where_prec`; None for the place's own.
    """

    id: str
    values: dict[str, Any]
    place: Entity | None
    beside: dict[str, Any]
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with their columns."""

    columns: Sequence[str]
    rows: Iterable[Row]


def export(
    folder: Path, what: Exported, form: ExportFormat, path: Path | None, *, as_of: PartialDate | None
) -> None:
    """Write every claim, incident or holding of which nothing is sealed.

    Args:
        folder: the casebook's.
        what: claims, with the document's name for its digest, incidents, or who held which place.
        form: as JSON lines, as CSV with a header, where a list is one cell, parted by "; ", or as GeoJSON.
        path: the file; None: standard output.
        as_of: as it was knowable at the end of this day.
    """
    with Casebook.open(folder) as casebook:
        record = public_record(casebook, as_of)
    table = _TABLES[what](record)
    with _opened(path) as file:
        _WRITERS[form](table, file)


def _claims(record: Record) -> Table:
    documents, place_of = {document.digest: document for document in record.documents}, _places(record)
    return Table(
        (*CLAIM_FIELDS, *WHERE),
        (
            Row(
                claim.id,
                {**claim.row(documents[claim.document].name), **_where(claim, place, record.registers)},
                place,
                {
                    "document_digest": claim.document,
                    "document_title": documents[claim.document].title,
                    "document_url": documents[claim.document].url,
                    "publisher": documents[claim.document].publisher,
                },
                where_prec(claim, place, record.registers),
            )
            for claim, place in ((claim, place_of(claim.place)) for claim in record.claims)
        ),
    )


def _where(claim: Claim, place: Entity | None, registers: Registers) -> dict[str, Any]:
    point = (place.latitude, place.longitude) if place else (None, None)
    return dict(zip(WHERE, (where_prec(claim, place, registers), *point), strict=True))


def _incidents(record: Record) -> Table:
    names, place_of = {document.digest: document.name for document in record.documents}, _places(record)
    claims = {claim.id: claim for claim in record.claims}
    return Table(
        INCIDENT_COLUMNS,
        (
            Row(one.id, incident_row(one, record.conflict, claims, names), place_of(one.place), {})
            for one in record.reconciliation.incidents
        ),
    )


def _control(record: Record) -> Table:
    places = {entity.id: entity for entity in record.registers.entities}
    claims = {claim.id: claim for claim in record.claims}
    documents = {document.digest: document for document in record.documents}
    return Table(
        HOLDING_COLUMNS,
        (
            Row(one.id, holding_row(one, places[one.place], claims, documents), places[one.place], {})
            for one in record.reconciliation.holdings
        ),
    )


_TABLES: dict[Exported, Callable[[Record], Table]] = {
    Exported.CLAIMS: _claims,
    Exported.INCIDENTS: _incidents,
    Exported.CONTROL: _control,
}


def _places(record: Record) -> Callable[[str | None], Entity | None]:
    """What looks up a place by its name as written."""
    places = {entity.id: entity for entity in record.registers.entities if entity.kind == "place"}
    return lambda name: places.get(record.registers.entity_id("place", name) or "")


def _write_jsonl(table: Table, file: IO[str]) -> None:
    for row in table.rows:
        file.write(json.dumps(row.values, ensure_ascii=False) + "\n")


def _write_csv(table: Table, file: IO[str]) -> None:
    writer = csv.DictWriter(file, table.columns, lineterminator="\n")
    writer.writeheader()
    for row in table.rows:
        writer.writerow({name: _cell(value) for name, value in row.values.items()})


def _write_geojson(table: Table, file: IO[str]) -> None:
    file.writelines(feature_collection(map(_feature, table.rows)))


def _feature(row: Row) -> dict[str, Any]:
    longitude = row.place.longitude if row.place else None
    latitude = row.place.latitude if row.place else None
    properties = {**place_properties(row.place, row.precision), **row.beside, **row.values}
    return feature(row.id, longitude, latitude, properties)


def _cell(value: object) -> object:
    """Truth in lower case, as JSON, SQL and most tables' readers know it, and lists in one cell."""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else value


_WRITERS: dict[ExportFormat, Callable[[Table, IO[str]], None]] = {
    ExportFormat.JSONL: _write_jsonl,
    ExportFormat.CSV: _write_csv,
    ExportFormat.GEOJSON: _write_geojson,
}


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

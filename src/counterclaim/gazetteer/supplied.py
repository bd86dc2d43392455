"""Gazetteers that a user supplies, as a GeoNames dump or in CSV: read whole, or refused with the line."""

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.folding import place_key
from counterclaim.gazetteer.gazetteer import Gazetteer
from counterclaim.gazetteer.records import Spot, SpotKind

GEONAMES_COLUMNS = 19
"""How many columns a line of GeoNames' allCountries format has, parted by tabs."""

CSV_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "name": "The place's name. It must be given.",
        "latitude": "Degrees north of the equator (WGS 84). It must be given.",
        "longitude": "Degrees east of Greenwich (WGS 84). It must be given.",
        "aliases": "Its other names, parted by | or ;.",
        "kind": "What it is: town (as any other point), district, region, area or water. Without it: town.",
        "country": "The country's name, or its code in ISO 3166-1.",
        "admin1": "The first-level division, as the built-in gazetteer names it; it needs the country.",
        "admin2": "The second-level division; it needs admin1.",
        "population": "How many people live there.",
    }
)
"""The columns that a table in CSV may have."""

_MUST = ("name", "latitude", "longitude")
_KINDS: Mapping[str, SpotKind] = {kind: kind for kind in ("town", "district", "region", "area", "water")}
_KIND_OF_CODE: Mapping[str, SpotKind] = {
    "ADM1": "region",
    "GULF": "water",
    "OCN": "water",
    "SEA": "water",
    "STRT": "water",
}
_KIND_OF_CLASS: Mapping[str, SpotKind] = {
    "A": "district",
    "H": "area",
    "L": "area",
    "P": "town",
    "R": "area",
    "S": "town",
    "T": "area",
    "U": "water",
    "V": "area",
}
_FIRST_ID = -10_000_000
_LONGEST_LINE = 2**20


def read_supplied(path: Path, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The places in a user's file, which is a GeoNames dump if its lines have tabs, and else a table in CSV.

    Args:
        path: the file, in UTF-8.
        gazetteer: the built-in one, in which countries and divisions are looked up.

    Raises:
        GazetteerError: the file cannot be read, or a line says something that it cannot.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline(_LONGEST_LINE)
            file.seek(0)
            is_dump = first.count("\t") >= GEONAMES_COLUMNS - 1
            yield from _dump(file, path) if is_dump else _table(file, path, gazetteer)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(
            f"{path} cannot be read: {error}.",
            "It must be a GeoNames dump or a table in CSV, in UTF-8, unpacked.",
        ) from error


# ---------------------------------------------------------------- GeoNames


def _dump(lines: Iterator[str], path: Path) -> Iterator[Spot]:
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise _wrong(
                path, number, f"there are {len(cells)} columns, not {GEONAMES_COLUMNS}", _DUMP_REMEDY
            )
        spot = _of_dump(cells, path, number)
        if spot is not None:
            yield spot


_DUMP_REMEDY = "Take the file from GeoNames' export as it is, for example AZ.txt out of AZ.zip."


def _of_dump(cells: list[str], path: Path, line: int) -> Spot | None:
    """The entry of a line; None for countries, which the built-in gazetteer has."""
    identifier, name, plain, others = cells[:4]
    feature_class, code, country, first, second = cells[6], cells[7], cells[8], cells[10], cells[11]
    if code.startswith("PCL") or feature_class not in _KIND_OF_CLASS:
        return None
    kind = _KIND_OF_CODE.get(code, _KIND_OF_CLASS[feature_class])
    division = ".".join(part for part in (country, first, second) if part) if first else country
    own = f"{country}.{first}" if code == "ADM1" else division if code == "ADM2" else ""
    return Spot(
        id=_whole(identifier, "the identifier", path, line),
        name=name,
        names=tuple(dict.fromkeys(filter(None, [name, plain, *others.split(",")]))),
        latitude=_degrees(cells[4], "latitude", 90, path, line),
        longitude=_degrees(cells[5], "longitude", 180, path, line),
        kind=kind,
        code=own,
        within=own.rpartition(".")[0] if own else division,
        population=_whole(cells[14] or "0", "the population", path, line),
        gazetteer=path.name,
    )


# ---------------------------------------------------------------- CSV


def _table(lines: Iterator[str], path: Path, gazetteer: Gazetteer) -> Iterator[Spot]:
    rows = csv.DictReader(lines)
    columns = [(name or "").strip() for name in rows.fieldnames or ()]
    known = f"The columns are: {', '.join(CSV_COLUMNS)}."
    for name in _MUST:
        if name not in columns:
            raise _wrong(
                path, 1, f"there is no column {name!r}", f"Give the columns' names in the first line. {known}"
            )
    for name in columns:
        if name not in CSV_COLUMNS:
            raise _wrong(path, 1, f"nothing is known of a column {name!r}", known)
    rows.fieldnames = columns
    for number, row in enumerate(rows):
        if None in row or None in row.values():
            raise _wrong(
                path,
                rows.line_num,
                "it has more or fewer cells than the first line",
                "Quote cells with commas.",
            )
        yield _of_row(
            {key: value.strip() for key, value in row.items()},
            _FIRST_ID - number,
            path,
            rows.line_num,
            gazetteer,
        )


def _of_row(row: dict[str, str], identifier: int, path: Path, line: int, gazetteer: Gazetteer) -> Spot:
    if not place_key(row["name"]):
        raise _wrong(path, line, "the place has no name", "Give it one, or take the line out.")
    kind = row.get("kind") or "town"
    if kind not in _KINDS:
        raise _wrong(path, line, f"there is no kind {kind!r}", f"It must be one of {', '.join(_KINDS)}.")
    aliases = row.get("aliases", "").replace(";", "|").split("|")
    return Spot(
        id=identifier,
        name=row["name"],
        names=tuple(dict.fromkeys([row["name"], *filter(None, map(str.strip, aliases))])),
        latitude=_degrees(row["latitude"], "latitude", 90, path, line),
        longitude=_degrees(row["longitude"], "longitude", 180, path, line),
        kind=_KINDS[kind],
        within=_within(row, path, line, gazetteer),
        population=_whole(row.get("population") or "0", "population", path, line),
        gazetteer=path.name,
    )


def _within(row: dict[str, str], path: Path, line: int, gazetteer: Gazetteer) -> str:
    """The code of the smallest area that the row names."""
    code = ""
    for column, kind in (("country", "country"), ("admin1", "region"), ("admin2", "district")):
        name = row.get(column)
        if not name:
            continue
        found = gazetteer.of_code(name.upper()) if kind == "country" else None
        found = found or next(
            (h.spot for h in gazetteer.find(name) if h.spot.kind == kind and h.spot.within == code), None
        )
        if found is None:
            lies = f" in {code}" if code else ""
            raise _wrong(
                path,
                line,
                f"{column} {name!r} is not known{lies}",
                "Write it as the built-in gazetteer does, or leave it out.",
            )
        code = found.code
    return code


# ---------------------------------------------------------------- numbers


def _degrees(text: str, what: str, most: int, path: Path, line: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not -most <= value <= most:
        raise _wrong(
            path,
            line,
            f"{what} {text!r} is no number from -{most} to {most}",
            "Give decimal degrees, as 39.76.",
        )
    return value


def _whole(text: str, what: str, path: Path, line: int) -> int:
    if not text.isdecimal():
        raise _wrong(path, line, f"{what} {text!r} is no whole number", "Write digits only, or leave it out.")
    return int(text)


def _wrong(path: Path, line: int, what: str, remedy: str) -> GazetteerError:
    return GazetteerError(f"{path}, line {line}: {what}.", remedy)

"""A gazetteer as an SQLite file: entries, and the folded names by which they are found."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.folding import place_key, sound_key
from counterclaim.gazetteer.records import Spot

FORM = 3
"""Raise it when the tables or the keys change: an older index is then built anew."""

_SCHEMA = """
CREATE TABLE spot (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, names TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL,
    kind TEXT NOT NULL, code TEXT NOT NULL, within TEXT NOT NULL,
    population INTEGER NOT NULL, is_seat INTEGER NOT NULL, gazetteer TEXT NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, spot INTEGER NOT NULL, sort TEXT NOT NULL, PRIMARY KEY (key, spot)
) WITHOUT ROWID;
"""
_BY_CODE = "CREATE INDEX spot_by_code ON spot (code) WHERE code <> ''"
_SPOT = "id, name, names, latitude, longitude, kind, code, within, population, is_seat, gazetteer"
_FIND = f"SELECT sort, {_SPOT} FROM name JOIN spot ON spot.id = name.spot WHERE key = ?"
SOUND = "~"
"""Before the keys of names by their sound."""

_BATCH = 400_000


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that bears a name.

    Attributes:
        sort: "main" for the entry's first name, "other" for any other, "people" for a word for its people,
            "sound" for a name that only sounds alike.
    """

    spot: Spot
    sort: str


@dataclass(frozen=True, slots=True)
class NewSpot:
    """An entry to be written, with the words for its people."""

    spot: Spot
    people: tuple[str, ...] = ()


def write_index(path: Path, spots: Iterable[NewSpot]) -> None:
    """Write an index; a file that stands there is replaced at the end, all at once.

    Raises:
        GazetteerError: the folder or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as made:
            beside = Path(made.name)
        try:
            _write(beside, spots)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The gazetteer's index {path} cannot be written: {error}.",
            "Make room on the disk, or set COUNTERCLAIM_CACHE to a folder that can be written.",
        ) from error


def _write(path: Path, spots: Iterable[NewSpot]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        names: list[tuple[str, int, str]] = []
        for new in spots:
            connection.execute(
                f"INSERT OR REPLACE INTO spot ({_SPOT}) VALUES (?,?,?,?,?,?,?,?,?,?,?)", _row(new.spot)
            )
            names += _names(new)
            if len(names) >= _BATCH:
                _put_names(connection, names)
        _put_names(connection, names)
        connection.execute(_BY_CODE)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _put_names(connection: sqlite3.Connection, names: list[tuple[str, int, str]]) -> None:
    """Sorted, so that the tree grows mostly at its end; in batches, so that a dump fits in memory."""
    names.sort()
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
    names.clear()


def _names(new: NewSpot) -> Iterator[tuple[str, int, str]]:
    spot = new.spot
    sorts = {place_key(name): "people" for name in new.people}
    sorts |= {place_key(name): "other" for name in spot.names}
    sorts[place_key(spot.name)] = "main"
    yield from ((key, spot.id, sort) for key, sort in sorts.items() if key)
    if spot.kind != "country":
        sounds = {sound_key(key) for key, sort in sorts.items() if sort != "people"}
        yield from ((f"{SOUND}{sound}", spot.id, "sound") for sound in sounds if sound)


def _row(spot: Spot) -> tuple[object, ...]:
    return (
        spot.id,
        spot.name,
        "\n".join(spot.names),
        spot.latitude,
        spot.longitude,
        spot.kind,
        spot.code,
        spot.within,
        spot.population,
        spot.is_seat,
        spot.gazetteer,
    )


class Index:
    """An index, opened for reading when it is first asked.

    Args:
        path: its file.
        entries: what it is built of on its first use, if there is no such file then.
    """

    def __init__(self, path: Path, entries: Callable[[], Iterable[NewSpot]] | None = None) -> None:
        self.path = path
        self._entries = entries
        self.find = lru_cache(maxsize=16384)(self._find)
        self.of_code = lru_cache(maxsize=4096)(self._of_code)

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        if self._entries is not None and not self.path.exists():
            write_index(self.path, self._entries())
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)

    def close(self) -> None:
        """Let go of the file."""
        if "_connection" in self.__dict__:
            self._connection.close()

    def spots(self) -> Iterator[Spot]:
        """Every entry, in order of their identifiers."""
        yield from map(_spot, self._connection.execute(f"SELECT {_SPOT} FROM spot ORDER BY id"))

    def _find(self, key: str) -> tuple[Hit, ...]:
        return tuple(Hit(_spot(row[1:]), row[0]) for row in self._asked(_FIND, key))

    def _of_code(self, code: str) -> Spot | None:
        rows = self._asked(f"SELECT {_SPOT} FROM spot WHERE code = ? AND code <> '' LIMIT 1", code)
        return _spot(rows[0]) if rows else None

    def _asked(self, question: str, value: str) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(question, (value,)).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(
                f"The gazetteer's index {self.path} cannot be read: {error}.",
                "Delete the file: it is built again when it is next needed.",
            ) from error


def _spot(row: tuple[Any, ...]) -> Spot:
    return Spot(
        id=row[0],
        name=row[1],
        names=tuple(row[2].split("\n")),
        latitude=row[3],
        longitude=row[4],
        kind=row[5],
        code=row[6],
        within=row[7],
        population=row[8],
        is_seat=bool(row[9]),
        gazetteer=row[10],
    )


def cache_folder() -> Path:
    """Where indexes are kept: COUNTERCLAIM_CACHE, or the user's cache folder."""
    own = os.environ.get("COUNTERCLAIM_CACHE")
    if own:
        return Path(own)
    system = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(system) if system else Path.home() / ".cache") / "counterclaim"

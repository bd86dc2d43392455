"""Documents and claims that the tests of the casebook keep, made by hand."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from counterclaim.casebook import Casebook
from counterclaim.model import (
    Ceasefire,
    CeasefireWord,
    Claim,
    Contradiction,
    Deaths,
    Dispute,
    Document,
    Entity,
    Estimate,
    EstimateSource,
    Extraction,
    Finding,
    Gloss,
    Holding,
    Incident,
    Location,
    PassedOver,
    Reason,
    Reconciliation,
    Registers,
    Report,
    Segment,
    Series,
    Weighing,
)
from counterclaim.partial_date import PartialDate

NORTH = "The northern ministry said that 12 soldiers were killed by 3 March. In room 7 the talks went on."
SOUTH = "The southern army put the northern dead at more than 40. It denied that talks were held."


def document(name: str = "north.txt", text: str = NORTH, **described: Any) -> Document:
    original = text.encode()
    return Document(
        name=name,
        digest=sha256(original).hexdigest(),
        media_type="text/plain",
        text=text,
        original=original,
        **{"title": "A day of talks", "date": PartialDate("2021-03-04"), **described},
    )


def north() -> Document:
    return document(
        publisher="Example Wire",
        segments=(Segment(0, 10, 0, 1), Segment(10, len(NORTH))),
        glosses=(Gloss("ministry", "Ministry", "a ministry"),),
    )


def south() -> Document:
    return document("south.txt", SOUTH, date=PartialDate("2021-03"))


def claim(of: Document, quote: str, words: str, **values: Any) -> Claim:
    """A claim made from `words`, which stand in `quote`, which stands in the document."""
    start = of.text.index(quote)
    anchor = of.text.index(words, start)
    return Claim(
        document=of.digest,
        start=start,
        end=start + len(quote),
        quote=quote,
        anchor=anchor,
        reasons=(Reason("low", "plain number", anchor, anchor + len(words)), Reason("from_date", "settings")),
        **{"kind": "count", **values},
    )


def killed(of: Document, quote: str, words: str, low: int, **values: Any) -> Claim:
    counted = {"measure": "killed", "object": "person.military", "party": "North", "scope": "cumulative"}
    return claim(of, quote, words, **{**counted, "low": low, "approx": False, **values})


def north_extraction() -> Extraction:
    text = north()
    room = text.text.index("7")
    return Extraction(
        text.digest,
        (
            killed(
                text,
                "The northern ministry said that 12 soldiers were killed by 3 March.",
                "12",
                12,
                high=12,
                source="northern ministry",
                source_side="North",
                reported_on=PartialDate("2021-03-04"),
                to_date=PartialDate("2021-03-03"),
            ),
        ),
        (PassedOver(text.digest, room, room + 1, "7", "the number of a room"),),
    )


def south_extraction() -> Extraction:
    text = south()
    return Extraction(
        text.digest,
        (
            killed(
                text,
                "The southern army put the northern dead at more than 40.",
                "40",
                41,
                source="southern army",
                to_date=PartialDate("2021-03"),
            ),
            claim(
                text,
                "It denied that talks were held.",
                "talks",
                kind="event",
                event_type="talks",
                stance="denies",
                source="southern army",
                actor="South",
                target="North",
                place="Two Rivers",
                from_date=PartialDate("2021"),
                to_date=PartialDate("2021"),
            ),
        ),
    )


RIVERS = Location(
    1, "name", "The gazetteer has the name.", "town", "Northland", "Hills", None, ("Tworivers",)
)


def registers() -> Registers:
    return Registers(
        (
            Entity("e1", "party", "North", ("North", "the northerners"), description="a republic"),
            Entity("e2", "source", "southern army", ("southern army", "army of the south"), party="South"),
            Entity(
                "e3", "place", "Two Rivers", ("Two Rivers",), latitude=40.5, longitude=44.25, location=RIVERS
            ),
        ),
        {("party", "North"): "e1", ("source", "southern army"): "e2", ("place", "Two Rivers"): "e3"},
        precisions={claim.id: 1 for claim in south_extraction().claims if claim.place},
    )


def reconciliation() -> Reconciliation:
    low, high = north_extraction().claims[0], south_extraction().claims[0]
    series = Series("killed", "person.military", "North", None, "cumulative", to_date=PartialDate("2021-03"))
    return Reconciliation(
        (
            Finding(
                series,
                12,
                None,
                low.id,
                None,
                "At least 12 soldiers of North were killed.",
                (
                    Weighing(low.id, "floor", "own losses", "a party's own losses are a minimum"),
                    Weighing(high.id, "none", "no bound", "it bounds nothing", origin=low.id),
                ),
            ),
        ),
        (
            Contradiction(
                "disagreement", (low.id, high.id), "12, but more than 40", 0.75, "told", "0.75 (made)"
            ),
        ),
        (
            Estimate(
                series.finding_id,
                *(21, 15, 30, 9, 52),
                sources=(
                    EstimateSource(low.id, "own_forces", 0.83, 4, 33, 12, 90),
                    EstimateSource(high.id, "enemy_forces", 1.83, 3),
                ),
            ),
        ),
        (
            Incident(
                "clash",
                PartialDate("2021-03-03"),
                PartialDate("2021-03"),
                "Two Rivers",
                1,
                40.5,
                44.25,
                ("South",),
                ("North", "the northerners"),
                (Report(low.id), Report(high.id, low.id, 6.5, "the same place", low.id, 2)),
                (Deaths("North", "fighters", 12, 12, 41, low.id, "lowest", "the lower figure"),),
                (Dispute("deaths", (("12", (low.id,)), ("more than 40", (high.id,)))),),
                "same_place_day_type",
            ),
        ),
        (
            Holding(
                "e3",
                "took",
                ("North", "West"),
                PartialDate("2021-02"),
                PartialDate("2021-03-03"),
                (low.id, high.id),
                "North and West took Two Rivers.",
                disputed_by=("somebody else's word",),
            ),
        ),
        (
            Ceasefire(
                ("North", "South"),
                ("Hills",),
                PartialDate("2021-03-02"),
                PartialDate("2021-03"),
                "at noon",
                72,
                "violated",
                (
                    CeasefireWord(low.id, "agreed", False, PartialDate("2021-03-02"), "agreed"),
                    CeasefireWord(high.id, "violated", True, None, ""),
                    CeasefireWord(low.id, None, False, None, ""),
                ),
            ),
        ),
    )


def fill(casebook: Casebook) -> None:
    """Keep all of it."""
    for text in (north(), south()):
        casebook.add(text)
    for extraction in (north_extraction(), south_extraction()):
        casebook.put_extraction(extraction)
    casebook.put_registers(registers())
    casebook.put_reconciliation(reconciliation())


def without_original(text: Document) -> Document:
    return replace(text, original=b"")


def tables(folder: Path) -> Iterator[str]:
    with closing(sqlite3.connect(folder / "casebook.db")) as database:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        yield from (name for (name,) in database.execute(query))


def dump(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but for times and the seals that cover times."""
    left_out = {"hash", "previous", "at"}
    found: dict[str, list[dict[str, Any]]] = {}
    with closing(sqlite3.connect(folder / "casebook.db")) as database:
        database.row_factory = sqlite3.Row
        for table in tables(folder):
            rows = [dict(row) for row in database.execute(f"SELECT * FROM {table}")]
            kept = [
                {key: row[key] for key in row if key not in left_out and not key.endswith("_at")}
                for row in rows
            ]
            found[table] = sorted(kept, key=repr)
    return found


def alter(folder: Path, statement: str) -> None:
    """Do to the database what its own program never would."""
    with closing(sqlite3.connect(folder / "casebook.db")) as database, database:
        assert database.execute(statement).rowcount > 0

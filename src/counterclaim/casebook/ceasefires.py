"""Ceasefires as rows of their two tables, and back: ``ceasefires_from(rows_of(them)) == them``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Table

from counterclaim.casebook.rows import Row, date_or_none, plain
from counterclaim.casebook.schema import CEASEFIRE_WORDS, CEASEFIRES
from counterclaim.model import Ceasefire, CeasefireWord


def ceasefire_rows(ceasefires: Iterable[Ceasefire]) -> dict[Table, list[dict[str, Any]]]:
    """The rows of ceasefires, by their table."""
    found: dict[Table, list[dict[str, Any]]] = {CEASEFIRES: [], CEASEFIRE_WORDS: []}
    for position, one in enumerate(ceasefires):
        found[CEASEFIRES].append(_row(one, position))
        for place, word in enumerate(one.words):
            values = {**asdict(word), "date": plain(word.date)}
            found[CEASEFIRE_WORDS].append({**values, "ceasefire": one.id, "position": place})
    return found


def ceasefires_from(ceasefires: Iterable[Row], words: Mapping[str, Sequence[Row]]) -> Iterator[Ceasefire]:
    """The ceasefires of rows.

    Args:
        ceasefires: in their order.
        words: what is said of each by its id, in order.
    """
    for row in ceasefires:
        yield Ceasefire(
            parties=tuple(row["parties"]),
            brokers=tuple(row["brokers"]),
            agreed=date_or_none(row["agreed"]),
            effective=date_or_none(row["effective"]),
            hour=row["hour"],
            hours=row["hours"],
            outcome=row["outcome"],
            words=tuple(_word(each) for each in words.get(row["id"], ())),
        )


def _row(one: Ceasefire, position: int) -> dict[str, Any]:
    return {
        "id": one.id,
        "position": position,
        "parties": list(one.parties),
        "brokers": list(one.brokers),
        "agreed": plain(one.agreed),
        "effective": plain(one.effective),
        "hour": one.hour,
        "hours": one.hours,
        "outcome": one.outcome,
    }


def _word(row: Row) -> CeasefireWord:
    date = date_or_none(row["date"])
    return CeasefireWord(row["claim"], row["stage"], bool(row["denied"]), date, row["words"])

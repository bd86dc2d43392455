"""Which claims somebody wants to see, as a filter over the table of claims."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Column, Connection, and_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from counterclaim.casebook import contents
from counterclaim.casebook.schema import CLAIMS, DOCUMENTS
from counterclaim.model import Claim
from counterclaim.partial_date import PartialDate

Fits = Callable[[str, str], bool]


def _same(wanted: str, value: str) -> bool:
    return wanted == value


def _within(wanted: str, value: str) -> bool:
    return wanted in value


def _branch(wanted: str, value: str) -> bool:
    """Whether a dotted name is the one wanted or lies below it."""
    return value == wanted or value.startswith(f"{wanted}.")


_COLUMNS: dict[str, tuple[tuple[Column[str], ...], Fits]] = {
    "kind": ((CLAIMS.c.kind,), _same),
    "measure": ((CLAIMS.c.measure,), _same),
    "object": ((CLAIMS.c.object,), _branch),
    "source": ((CLAIMS.c.source,), _within),
    "event_type": ((CLAIMS.c.event_type,), _same),
    "place": ((CLAIMS.c.place,), _within),
    "document": ((DOCUMENTS.c.name, DOCUMENTS.c.digest), _within),
}
"""The columns that each text filter looks at, and how one of them has to fit; case does not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """What a claim has to be; what is None does not matter.

    Attributes:
        kind, measure, event_type: the value, in any case.
        party: whose people or materiel are counted; of an event, who did it or to whom it was done.
        object: the object or one above it: "materiel" takes in "materiel.tank".
        source, place, document: a part of the source's, the place's, the document's name; for a document
            also of its digest.
        from_date, to_date: the days that what is claimed must touch, both included. A claim without a
            date touches none.
        limit: how many claims at most.
    """

    kind: str | None = None
    measure: str | None = None
    object: str | None = None
    party: str | None = None
    source: str | None = None
    event_type: str | None = None
    place: str | None = None
    document: str | None = None
    from_date: PartialDate | None = None
    to_date: PartialDate | None = None
    limit: int | None = None

    def of(self, connection: Connection) -> Iterator[Claim]:
        """The claims that pass, document by document in the order of the text."""
        found = contents.claims(connection, list(self._conditions(connection)))
        return islice((claim for claim in found if self._touches(claim)), self.limit)

    def _conditions(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        for name, (columns, fits) in _COLUMNS.items():
            wanted = getattr(self, name)
            if wanted is not None:
                yield _any_fits(connection, columns, wanted, fits)
        if self.party is not None:
            counted = _any_fits(connection, (CLAIMS.c.party,), self.party, _same)
            took_part = _any_fits(connection, (CLAIMS.c.actor, CLAIMS.c.target), self.party, _same)
            yield or_(counted, and_(CLAIMS.c.kind == "event", took_part))

    def _touches(self, claim: Claim) -> bool:
        first, last = claim.from_date or claim.to_date, claim.to_date or claim.from_date
        if self.from_date is None and self.to_date is None:
            return True
        if first is None or last is None:
            return False
        starts_in_time = self.to_date is None or first.first <= self.to_date.last
        return starts_in_time and (self.from_date is None or last.last >= self.from_date.first)


def _any_fits(
    connection: Connection, columns: tuple[Column[str], ...], wanted: str, fits: Fits
) -> ColumnElement[bool]:
    """That one of the columns has a value that fits, in whatever case.

    The values are folded here: databases fold the case of other scripts in different ways, or not.
    """
    folded, fitting = wanted.casefold(), []
    for column in columns:
        values = connection.execute(select(column).distinct().where(column.is_not(None))).scalars()
        fitting.append(column.in_([value for value in values if fits(folded, value.casefold())]))
    return or_(*fitting)

"""Views for people: the same rows with the names, words and counts that a reader wants beside them.

Claims of documents that are set aside, and claims that reviewers overruled, stand in none of them. They
hold nothing of their own, so they are dropped and made anew whenever the schema moves; a change to one of
them therefore needs a new schema version.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, text
from sqlalchemy.sql.expression import ColumnElement

from counterclaim.casebook.contents import claim_counts
from counterclaim.casebook.schema import (
    CLAIMS,
    CONTRADICTION_CLAIMS,
    DOCUMENTS,
    ENTITIES,
    FINDINGS,
    NAME_INDEX,
    PLACES,
    WEIGHINGS,
    WHEREABOUTS,
)


@dataclass(frozen=True, slots=True)
class View:
    """A named query.

    Attributes:
        name: what it is called in the database.
        comment: what it shows.
        query: the rows; each column is labelled.
        columns: the comment of each column that no table's column explains.
    """

    name: str
    comment: str
    query: Select[Any]
    columns: dict[str, str]


_WHO_SAYS = (
    CLAIMS.c.source,
    CLAIMS.c.source_side,
    CLAIMS.c.stance,
    CLAIMS.c.hedge,
    CLAIMS.c.reported_on,
)
_WHERE_AND_WHEN = (
    CLAIMS.c.place,
    WHEREABOUTS.c.where_prec,
    ENTITIES.c.latitude,
    ENTITIES.c.longitude,
    CLAIMS.c.from_date,
    CLAIMS.c.to_date,
)
_COUNTED = (CLAIMS.c.measure, CLAIMS.c.object, CLAIMS.c.low, CLAIMS.c.high, CLAIMS.c.approx)
_WORDS = (CLAIMS.c.quote, CLAIMS.c.start, CLAIMS.c.end)

_DOCUMENT = DOCUMENTS.c.name.label("document")
_PUBLISHED = DOCUMENTS.c.date.label("published")
_DISPUTED = (
    select(func.count())
    .where(CONTRADICTION_CLAIMS.c.claim == CLAIMS.c.id)
    .correlate(CLAIMS)
    .scalar_subquery()
    .label("contradictions")
)


def _of_claims(*columns: ColumnElement[Any], kind: str | None = None) -> Select[Any]:
    query = (
        select(CLAIMS.c.id, _DOCUMENT, _PUBLISHED, *columns)
        .join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.digest)
        .outerjoin(NAME_INDEX, (NAME_INDEX.c.register == "place") & (NAME_INDEX.c.name == CLAIMS.c.place))
        .outerjoin(ENTITIES, NAME_INDEX.c.entity == ENTITIES.c.id)
        .outerjoin(WHEREABOUTS, WHEREABOUTS.c.claim == CLAIMS.c.id)
        .where(claim_counts())
    )
    return query if kind is None else query.where(CLAIMS.c.kind == kind)


def _tally(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


_SAID_BY = func.coalesce(CLAIMS.c.source, "(the document itself)")
_SOURCES = (
    select(
        _SAID_BY.label("source"),
        CLAIMS.c.source_side,
        func.count().label("claims"),
        _tally(CLAIMS.c.kind == "count").label("counts"),
        _tally(CLAIMS.c.kind == "event").label("events"),
        _tally(CLAIMS.c.stance == "denies").label("denials"),
        func.count(CLAIMS.c.document.distinct()).label("documents"),
        func.min(CLAIMS.c.reported_on).label("first_reported"),
        func.max(CLAIMS.c.reported_on).label("last_reported"),
    )
    .where(claim_counts())
    .group_by(_SAID_BY, CLAIMS.c.source_side)
    .order_by(func.count().desc(), _SAID_BY)
)

_FLOOR, _CEILING = CLAIMS.alias("floor"), CLAIMS.alias("ceiling")


def _weighed(*conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    return (
        select(func.count())
        .where(WEIGHINGS.c.finding == FINDINGS.c.id, *conditions)
        .correlate(FINDINGS)
        .scalar_subquery()
    )


_FINDINGS = (
    select(
        FINDINGS.c.id,
        FINDINGS.c.measure,
        FINDINGS.c.object,
        FINDINGS.c.party,
        FINDINGS.c.place,
        FINDINGS.c.scope,
        FINDINGS.c.from_date,
        FINDINGS.c.to_date,
        FINDINGS.c.actor,
        _DOCUMENT,
        FINDINGS.c.low,
        FINDINGS.c.high,
        FINDINGS.c.sentence,
        _weighed().label("mentions"),
        _weighed(WEIGHINGS.c.origin.is_(None), WEIGHINGS.c.bound != "none").label("origins"),
        _FLOOR.c.source.label("floor_source"),
        _FLOOR.c.quote.label("floor_words"),
        _CEILING.c.source.label("ceiling_source"),
        _CEILING.c.quote.label("ceiling_words"),
    )
    .select_from(FINDINGS)
    .outerjoin(DOCUMENTS, FINDINGS.c.document == DOCUMENTS.c.digest)
    .outerjoin(_FLOOR, FINDINGS.c.floor_claim == _FLOOR.c.id)
    .outerjoin(_CEILING, FINDINGS.c.ceiling_claim == _CEILING.c.id)
    .order_by(FINDINGS.c.position)
)

_PLACES = (
    select(
        ENTITIES.c.name,
        ENTITIES.c.latitude,
        ENTITIES.c.longitude,
        PLACES.c.precision,
        PLACES.c.kind,
        PLACES.c.country,
        PLACES.c.region,
        PLACES.c.district,
        select(func.count())
        .select_from(CLAIMS)
        .join(NAME_INDEX, (NAME_INDEX.c.register == "place") & (NAME_INDEX.c.name == CLAIMS.c.place))
        .where(NAME_INDEX.c.entity == ENTITIES.c.id, claim_counts())
        .correlate(ENTITIES)
        .scalar_subquery()
        .label("claims"),
        PLACES.c.reason,
        PLACES.c.entry,
        ENTITIES.c.id,
    )
    .select_from(ENTITIES)
    .outerjoin(PLACES, PLACES.c.entity == ENTITIES.c.id)
    .where(ENTITIES.c.kind == "place")
    .order_by(ENTITIES.c.position)
)

_CLAIM_COLUMNS = {
    "document": "The document's name",
    "published": "When the document was published",
    "contradictions": "In how many contradictions the claim stands",
}

VIEWS = (
    View(
        "claims_readable",
        "Every claim with its document's name",
        _of_claims(
            CLAIMS.c.kind,
            *_WHO_SAYS,
            *_COUNTED,
            CLAIMS.c.party,
            CLAIMS.c.actor,
            CLAIMS.c.scope,
            CLAIMS.c.event_type,
            CLAIMS.c.target,
            *_WHERE_AND_WHEN,
            *_WORDS,
            _DISPUTED,
        ),
        _CLAIM_COLUMNS,
    ),
    View(
        "counts_readable",
        "Claims that count people, materiel, structures, settlements, incidents or money",
        _of_claims(
            *_COUNTED,
            CLAIMS.c.party,
            CLAIMS.c.actor,
            CLAIMS.c.scope,
            *_WHERE_AND_WHEN,
            *_WHO_SAYS,
            *_WORDS,
            _DISPUTED,
            kind="count",
        ),
        _CLAIM_COLUMNS,
    ),
    View(
        "events_readable",
        "Claims that something dated or placed happened",
        _of_claims(
            CLAIMS.c.event_type,
            CLAIMS.c.actor,
            CLAIMS.c.target,
            *_WHERE_AND_WHEN,
            *_WHO_SAYS,
            *_WORDS,
            _DISPUTED,
            kind="event",
        ),
        _CLAIM_COLUMNS,
    ),
    View(
        "sources_readable",
        "Who says how much, over what time",
        _SOURCES,
        {
            "source": "Who is said to say it, as written",
            "claims": "How many claims it makes",
            "counts": "How many of them are counts",
            "events": "How many of them are events",
            "denials": "How many of them deny",
            "documents": "In how many documents it is heard",
            "first_reported": "The first day on which it says something",
            "last_reported": "The last day on which it says something",
        },
    ),
    View(
        "places_readable",
        "Every place with how well its point is known and why it was taken to lie there, or why it has none",
        _PLACES,
        {"name": "The first of its names, which is no preference", "claims": "How many claims name it"},
    ),
    View(
        "findings_readable",
        "Every finding with the words that set its ends",
        _FINDINGS,
        {
            "document": "Name of the one document that it is confined to",
            "mentions": "How many claims speak of it",
            "origins": "How many of them bound it and do not repeat another",
            "floor_source": "Who says what sets the lower end",
            "floor_words": "The words that set the lower end",
            "ceiling_source": "Who says what sets the upper end",
            "ceiling_words": "The words that set the upper end",
        },
    ),
)


def create_views(connection: Connection) -> None:
    """Make every view anew, inside the connection's transaction."""
    for view in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {view.name}"))
        query = view.query.compile(connection, compile_kwargs={"literal_binds": True})
        connection.exec_driver_sql(f"CREATE VIEW {view.name} AS {query}")

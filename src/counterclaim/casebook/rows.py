"""From the shared records to rows and back; nothing here touches a database.

Every pair round-trips: ``claim_from(claim_row(claim)) == claim``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any, Literal, TypeVar

from counterclaim.casebook.reviewing import Reviewed
from counterclaim.model import (
    CLAIM_FIELDS,
    Choice,
    Claim,
    Contradiction,
    Decision,
    Document,
    Entity,
    Estimate,
    EstimateSource,
    Finding,
    Gloss,
    Holding,
    Implied,
    Location,
    PassedOver,
    Reason,
    Segment,
    Series,
    Unread,
    Weighing,
    digest_of,
)
from counterclaim.partial_date import PartialDate
from counterclaim.policy import BoundRule

T = TypeVar("T")
Row = Mapping[str, Any]
Stage = Literal["reading", "extraction"]

_CLAIM_DATES = ("reported_on", "from_date", "to_date")
_ENTITY_FIELDS = tuple(field.name for field in fields(Entity) if field.name not in ("names", "location"))
_RULE_LISTS = ("relation", "objects", "measures", "hedge")
_SERIES_FIELDS = tuple(field.name for field in fields(Series))


def values_of(record: Any) -> dict[str, Any]:
    """The values of a record, a dataclass, by the names of its fields; no copies, as `asdict` makes."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def record_of(kind: type[T], row: Row) -> T:
    """The record of a row that has a column for each of its fields, as they are to stand."""
    names = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return kind(**{name: row[name] for name in names})


@lru_cache(maxsize=65536)
def date_or_none(text: str | None) -> PartialDate | None:
    """A column's text as a date."""
    return None if text is None else PartialDate(text)


def plain(text: str | None) -> str | None:
    """A string of its own class: drivers look the class up, and know only that one."""
    return None if text is None else str.__str__(text)


def storable(name: str) -> str:
    """A file's name with the bytes that are not UTF-8 made visible, as a database can keep it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


# ---------------------------------------------------------------- documents


def document_row(document: Document) -> dict[str, Any]:
    """A document's row, but for where its original lies and when it was added."""
    return {
        "digest": document.digest,
        "name": storable(document.name),
        "media_type": document.media_type,
        "title": document.title,
        "date": plain(document.date),
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "segments": [
            [segment.start, segment.end, segment.source_start, segment.page, segment.cell]
            for segment in document.segments
        ],
        "glosses": [asdict(gloss) for gloss in document.glosses],
    }


def document_from(row: Row) -> Document:
    """The document of a row; its original stays on the disk."""
    return Document(
        digest=row["digest"],
        name=row["name"],
        media_type=row["media_type"],
        text=row["text"],
        title=row["title"],
        date=date_or_none(row["date"]),
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
        language=row["language"],
        segments=tuple(Segment(*segment) for segment in row["segments"]),
        glosses=tuple(Gloss(**gloss) for gloss in row["glosses"]),
    )


def unread_row(unread: Unread, stage: Stage) -> dict[str, Any]:
    """An unread file's row, but for when it was noted."""
    name = storable(unread.name)
    return {
        "id": digest_of("unread", stage, name, unread.digest),
        "stage": stage,
        "name": name,
        "digest": unread.digest,
        "reason": unread.reason,
        "remedy": unread.remedy,
    }


def unread_from(row: Row) -> Unread:
    """The unread file of a row."""
    return Unread(row["name"], row["reason"], row["remedy"], row["digest"])


# ---------------------------------------------------------------- claims


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim's row."""
    return {
        "id": claim.id,
        "anchor": claim.anchor,
        "ordinal": claim.ordinal,
        **{name: getattr(claim, name) for name in CLAIM_FIELDS},
        **{name: plain(getattr(claim, name)) for name in _CLAIM_DATES},
        "reasons": [reason._asdict() for reason in claim.reasons],
    }


def claim_from(row: Row) -> Claim:
    """The claim of a row."""
    values = {name: row[name] for name in CLAIM_FIELDS}
    values |= {name: date_or_none(row[name]) for name in _CLAIM_DATES}
    reasons = tuple(Reason(**reason) for reason in row["reasons"])
    return Claim(**values, anchor=row["anchor"], ordinal=row["ordinal"], reasons=reasons)


def passed_over_row(item: PassedOver, position: int) -> dict[str, Any]:
    """The row of what was passed over."""
    return {**values_of(item), "position": position}


def passed_over_from(row: Row) -> PassedOver:
    """What was passed over, of a row."""
    return PassedOver(row["document"], row["start"], row["end"], row["words"], row["why"])


# ---------------------------------------------------------------- the reviewer's hand


def reviewed_row(reviewed: Reviewed) -> dict[str, Any]:
    """The row that says how a claim was settled."""
    return {
        "claim": reviewed.claim.id,
        "document": reviewed.claim.document,
        "standing": reviewed.standing,
        "decision": reviewed.decision,
        "extracted": claim_row(reviewed.extracted) if reviewed.extracted else {},
    }


# ---------------------------------------------------------------- registers


def entity_row(entity: Entity, position: int) -> dict[str, Any]:
    """An entity's row; its names have rows of their own, and so has where it lies."""
    return {**{name: getattr(entity, name) for name in _ENTITY_FIELDS}, "position": position}


def entity_from(row: Row, names: Sequence[str], place: Row | None = None) -> Entity:
    """The entity of a row, of its names in order, and, if it is a place, of that row of it."""
    values = {name: row[name] for name in _ENTITY_FIELDS}
    return Entity(**values, names=tuple(names), location=location_from(place) if place else None)


def location_row(location: Location, entity: str) -> dict[str, Any]:
    """The row of where a place lies."""
    return {**asdict(location), "other_names": list(location.other_names), "entity": entity}


def location_from(row: Row) -> Location:
    """Where a place lies, of a row."""
    values = {field.name: row[field.name] for field in fields(Location)}
    return Location(**{**values, "other_names": tuple(row["other_names"])})


# ---------------------------------------------------------------- findings


def finding_row(finding: Finding, position: int) -> dict[str, Any]:
    """A finding's row; its weighings have rows of their own."""
    series = finding.series
    return {
        "id": finding.id,
        "position": position,
        **{name: getattr(series, name) for name in _SERIES_FIELDS},
        "from_date": plain(series.from_date),
        "to_date": plain(series.to_date),
        "low": finding.low,
        "high": finding.high,
        "floor_claim": finding.floor_claim,
        "ceiling_claim": finding.ceiling_claim,
        "sentence": finding.sentence,
        **_implied_row(finding.implied),
    }


def _implied_row(implied: Implied | None) -> dict[str, Any]:
    names = [field.name for field in fields(Implied)]
    values = dict.fromkeys(names) if implied is None else asdict(implied)
    claims = values["claims"]
    return {f"implied_{name}": values[name] for name in names} | {
        "implied_claims": None if claims is None else list(claims)
    }


def _implied_from(row: Row) -> Implied | None:
    if row["implied_reason"] is None:
        return None
    claims = tuple(row["implied_claims"])
    return Implied(row["implied_low"], row["implied_high"], row["implied_reason"], claims)


def finding_from(row: Row, weighings: Sequence[Weighing], choices: Sequence[Choice] = ()) -> Finding:
    """The finding of a row, of its weighings, and of its choices, in order."""
    values = {name: row[name] for name in _SERIES_FIELDS}
    values |= {name: date_or_none(row[name]) for name in ("from_date", "to_date")}
    return Finding(
        series=Series(**values),
        low=row["low"],
        high=row["high"],
        floor_claim=row["floor_claim"],
        ceiling_claim=row["ceiling_claim"],
        sentence=row["sentence"],
        weighings=tuple(weighings),
        choices=tuple(choices),
        implied=_implied_from(row),
    )


def choice_row(choice: Choice, finding: str, position: int) -> dict[str, Any]:
    """A choice's row."""
    return {**values_of(choice), "claims": list(choice.claims), "finding": finding, "position": position}


def choice_from(row: Row) -> Choice:
    """The choice of a row."""
    return Choice(row["name"], row["low"], row["high"], tuple(row["claims"]), row["reason"])


def rule_row(rule: BoundRule, position: int) -> dict[str, Any]:
    """The row of a rule of bounds."""
    lists = {name: list(getattr(rule, name)) for name in _RULE_LISTS}
    return {**asdict(rule), **lists, "position": position}


def rule_from(row: Row) -> BoundRule:
    """The rule of bounds of a row."""
    values = {field.name: row[field.name] for field in fields(BoundRule)}
    return BoundRule(**values | {name: tuple(values[name]) for name in _RULE_LISTS})


def weighing_row(weighing: Weighing, finding: str, position: int) -> dict[str, Any]:
    """A weighing's row."""
    return {**values_of(weighing), "finding": finding, "position": position}


def weighing_from(row: Row) -> Weighing:
    """The weighing of a row."""
    return record_of(Weighing, row)


def estimate_row(estimate: Estimate) -> dict[str, Any]:
    """An estimate's row; its sources have rows of their own."""
    values = values_of(estimate)
    del values["sources"]
    return values


def estimate_from(row: Row, sources: Sequence[Row]) -> Estimate:
    """The estimate of a row and of the rows of its sources, in order."""
    values = {field.name: row[field.name] for field in fields(Estimate) if field.name != "sources"}
    return Estimate(**values, sources=tuple(map(_estimate_source_from, sources)))


def estimate_source_row(source: EstimateSource, finding: str, position: int) -> dict[str, Any]:
    """The row of a source of an estimate."""
    return {**values_of(source), "finding": finding, "position": position}


def _estimate_source_from(row: Row) -> EstimateSource:
    return record_of(EstimateSource, row)


def contradiction_row(contradiction: Contradiction, position: int) -> dict[str, Any]:
    """A contradiction's row; its claims have rows of their own."""
    return {
        "id": contradiction.id,
        "position": position,
        "kind": contradiction.kind,
        "explanation": contradiction.explanation,
        "weight": contradiction.weight,
        "rule": contradiction.rule,
        "grade": contradiction.grade,
    }


def contradiction_from(row: Row, claims: Sequence[str]) -> Contradiction:
    """The contradiction of a row and of its claims, in order."""
    return Contradiction(
        row["kind"], tuple(claims), row["explanation"], row["weight"], row["rule"], row["grade"]
    )


# ---------------------------------------------------------------- holdings


def holding_row(holding: Holding, position: int) -> dict[str, Any]:
    """A holding's row; its claims have rows of their own."""
    values = asdict(holding)
    del values["claims"]
    return {
        **values,
        "id": holding.id,
        "position": position,
        "holders": list(holding.holders),
        "disputed_by": list(holding.disputed_by),
        "from_date": plain(holding.from_date),
        "to_date": plain(holding.to_date),
    }


def holding_from(row: Row, claims: Sequence[str]) -> Holding:
    """The holding of a row and of its claims, in order."""
    return Holding(
        place=row["place"],
        sense=row["sense"],
        holders=tuple(row["holders"]),
        from_date=date_or_none(row["from_date"]),
        to_date=date_or_none(row["to_date"]),
        claims=tuple(claims),
        sentence=row["sentence"],
        ended_by=row["ended_by"],
        disputed_by=tuple(row["disputed_by"]),
    )


# ---------------------------------------------------------------- decisions


def decision_from(row: Row) -> Decision:
    """The decision of a row."""
    return Decision(
        number=row["number"],
        action=row["action"],
        claims=tuple(row["claims"]),
        values=row["values"],
        reason=row["reason"],
        by=row["by"],
        at=row["decided_at"],
        undoes=row["undoes"],
    )

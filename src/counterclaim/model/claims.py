"""Claims, and what was passed over; `docs/claims.md` has the vocabulary of their fields."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from counterclaim.count_range import CountRange
from counterclaim.model.identifiers import digest
from counterclaim.partial_date import PartialDate
from counterclaim.policy import Hedge

Kind = Literal["count", "event"]
Stance = Literal["asserts", "denies", "retracts"]
Scope = Literal["cumulative", "incident"]


class Reason(NamedTuple):
    """Why a claim has the value that it has in one field.

    Attributes:
        field: the claim's field.
        rule: the rule that gave the value.
        start, end: the words that it was read from, as offsets into the document's text; None
            where it came from outside the text (the document's date, the casebook's settings).
    """

    field: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source saying one checkable thing, in one stretch of text.

    Attributes:
        document: digest of the document.
        start, end: offsets of the quote, so that ``document.text[start:end] == quote``.
        anchor: offset of the number or the event's cue that the claim was made from.
        reasons: which words and which rule gave each field.

    The other fields are those of the claim vocabulary, None where they do not apply.
    """

    document: str
    start: int
    end: int
    quote: str
    anchor: int
    kind: Kind
    source: str | None = None
    source_side: str | None = None
    stance: Stance = "asserts"
    hedge: Hedge | None = None
    reported_on: PartialDate | None = None
    measure: str | None = None
    object: str | None = None
    low: int | None = None
    high: int | None = None
    approx: bool | None = None
    party: str | None = None
    actor: str | None = None
    scope: Scope | None = None
    event_type: str | None = None
    target: str | None = None
    place: str | None = None
    from_date: PartialDate | None = None
    to_date: PartialDate | None = None
    reasons: tuple[Reason, ...] = ()
    ordinal: int = 0

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again.

        It is made of the document, the kind, the anchor, and the ordinal that tells apart the
        claims made from one anchor.
        """
        return digest(f"{self.document}\x1f{self.kind}\x1f{self.anchor}\x1f{self.ordinal}")

    @property
    def range(self) -> CountRange:
        """The numbers that a count's words allow."""
        return CountRange(self.low, self.high, bool(self.approx))

    @property
    def headline(self) -> int | None:
        """The number that a reader quotes, as `CountRange.headline`, without making the range."""
        return self.low if self.low is not None else self.high

    def row(self, document_name: str) -> dict[str, Any]:
        """The claim as a flat row with exactly the fields of the claim vocabulary."""
        values = {name: getattr(self, name) for name in CLAIM_FIELDS if name != "document"}
        return {"document": document_name, **values}


CLAIM_FIELDS = (
    "document", "start", "end", "quote", "source", "source_side", "stance", "hedge", "reported_on",
    "kind", "measure", "object", "low", "high", "approx", "party", "actor", "scope", "event_type",
    "target", "place", "from_date", "to_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A number or a cue in a document that became no claim, and why."""

    document: str
    start: int
    end: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document: its claims, and what was left out and why."""

    document: str
    claims: tuple[Claim, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

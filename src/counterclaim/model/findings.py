"""Disputed figures as ranges, with what each claim did in them."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.claims import Scope
from counterclaim.model.identifiers import digest_of
from counterclaim.partial_date import PartialDate
from counterclaim.policy import BoundKind


@dataclass(frozen=True, slots=True)
class Series:
    """Claims about the same thing: what is counted, of whom, where, and as which kind of toll.

    Attributes:
        actor: who did it, where that is part of what is counted ("by the Taliban"): for breaches, and
            for the dead of no party.
        document: digest of the one document that the series is confined to, because its counts bear no
            date that could tie them to those of another.
    """

    measure: str
    object: str
    party: str | None
    place: str | None
    scope: Scope
    from_date: PartialDate | None = None
    to_date: PartialDate | None = None
    actor: str | None = None
    document: str | None = None

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of(
            "series",
            self.measure,
            self.object,
            self.party,
            self.place,
            self.scope,
            self.from_date,
            self.to_date,
            self.actor,
            self.document,
        )

    @property
    def finding_id(self) -> str:
        """The identifier of what is found about it."""
        return digest_of("finding", self.id)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What one claim did in one finding.

    Attributes:
        claim: the claim's id.
        bound: how the claim bounds the finding; "none" for a claim that is left out.
        rule: the name of the rule that decided.
        reason: the same in words that a reader can dispute.
        origin: the id of the claim that this one repeats, None for an origin of its own.
        taken_from: the id of the claim that it was taken from on the way from the origin, often the origin.
    """

    claim: str
    bound: BoundKind
    rule: str
    reason: str
    origin: str | None = None
    taken_from: str | None = None


ChoiceName = Literal[
    "range", "most_conservative", "source_hierarchy", "majority_of_origins", "latest_per_source"
]
"""The rules by which one figure is chosen out of many in practice; docs/methods.md describes each."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A finding's figure as one of the rules used in practice gives it.

    Attributes:
        low, high: the figure, None where the rule leaves an end open; both None where it gives none.
        claims: ids of the claims that it rests on.
        reason: how the rule came to it, in words.
    """

    name: ChoiceName
    low: int | None
    high: int | None
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Implied:
    """What the findings beside it leave of a finding's range: its parts, its wholes, its days.

    Attributes:
        low, high: the tightest range that fits them all; None where they leave an end open.
        reason: which findings narrow it, in words.
        claims: ids of the claims that set its ends.
    """

    low: int | None
    high: int | None
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A disputed figure as a range, with every claim that it rests on.

    Attributes:
        low, high: the defended range, None where no claim bounds it on that side.
        floor_claim, ceiling_claim: the ids of the claims that set the two ends.
        sentence: the finding in words that a person could quote.
        weighings: each claim of the series, in as-of order, with what it did and why.
        choices: the figure by each of the rules used in practice.
        implied: the range within what other findings leave of it, where they narrow it.
    """

    series: Series
    low: int | None
    high: int | None
    floor_claim: str | None
    ceiling_claim: str | None
    sentence: str
    weighings: tuple[Weighing, ...] = ()
    choices: tuple[Choice, ...] = ()
    implied: Implied | None = None

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return self.series.finding_id

    @property
    def mentions(self) -> int:
        """How many claims speak of it."""
        return len(self.weighings)

    @property
    def origins(self) -> int:
        """How many of them do not repeat another."""
        return sum(weighing.origin is None and weighing.bound != "none" for weighing in self.weighings)

"""Events, each with all the claims that report it."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.identifiers import digest_of
from counterclaim.partial_date import PartialDate

EvidenceName = Literal[
    "same_type", "like_type", "related_type", "same_place", "carried_place", "near_place", "same_district",
    "place_within", "same_country", "same_day", "days_overlap", "next_day", "same_actor", "other_actor",
    "same_target", "other_target", "doers_loss", "same_number", "other_number", "same_sentence",
    "same_paragraph", "alike_words", "same_actors_and_day",
]  # fmt: skip
"""What speaks for or against two claims being reports of one incident; tables/incidents.toml weighs it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One claim among those of an incident.

    Attributes:
        claim: the claim's id.
        joined: the id of the claim that it was joined to, None for the incident's first.
        points: what speaks for the two being of one incident, added up.
        reason: the same in words.
        origin: the id of the claim of this incident that it repeats, None for an origin of its own.
        decision: the number of the reviewer's decision that put it here, None where the rule did.
    """

    claim: str
    joined: str | None = None
    points: float = 0.0
    reason: str = ""
    origin: str | None = None
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Deaths:
    """How many died in an incident, or of one kind of people in it: low, best and high as UCDP GED has them.

    Attributes:
        party: whose people, None for those of no party or of all.
        status: fighters, civilians, or people undivided.
        claim: the id of the claim that sets `best`, None where it is a sum.
        rule: the name of the rule that chose `best`.
        reason: the same in words, with what was done with each side's claims.
    """

    party: str | None
    status: Literal["people", "fighters", "civilians"]
    low: int
    best: int
    high: int
    claim: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """What reports of one incident give differently.

    Attributes:
        about: date, place, type, actor, target, deaths, or whether it happened.
        positions: each answer in words, with the ids of the claims that give it.
    """

    about: Literal["type", "date", "place", "actor", "target", "deaths", "denial"]
    positions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One event as all its reports give it.

    Attributes:
        event_type: the most specific type that most reports give; None where all of them only count harm.
        from_date, to_date: its first and last day, as far as they are known.
        place: the most precise place named, as most reports write it.
        precision: 1 to 7, UCDP GED's `where_prec`; None where no gazetteer knows the place.
        latitude, longitude: degrees (WGS 84), positive to the north and east.
        actors, targets: who is said to have done it, and to whom, each name once, most named first.
        reports: every claim of it, the first as the one that the others were joined to.
        deaths: of all people first, then of each kind; empty where no report counts the dead.
        disputes: what the reports give differently.
        rule: the name of the rule that grouped them.
    """

    event_type: str | None
    from_date: PartialDate | None
    to_date: PartialDate | None
    place: str | None
    precision: int | None
    latitude: float | None
    longitude: float | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    reports: tuple[Report, ...]
    deaths: tuple[Deaths, ...]
    disputes: tuple[Dispute, ...]
    rule: str

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again, and that more reports leave as it is."""
        return digest_of("incident", self.reports[0].claim)

    @property
    def says_more(self) -> bool:
        """Whether it says more than its one claim does: it is told of more than once, or counts the dead."""
        return len(self.reports) > 1 or bool(self.deaths)

    @property
    def mentions(self) -> int:
        """How many claims report it."""
        return len(self.reports)

    @property
    def origins(self) -> int:
        """How many of them do not repeat another."""
        return sum(report.origin is None for report in self.reports)

"""The records that flow from stage to stage: plain, typed, frozen.

Nothing here needs a database, a file or another stage. A claim is one source saying one checkable
thing in one stretch of text; `docs/claims.md` has the vocabulary.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from counterclaim.count_range import CountRange
from counterclaim.partial_date import PartialDate
from counterclaim.policy import BoundKind as BoundKind
from counterclaim.policy import BoundRule
from counterclaim.policy import Hedge as Hedge

Kind = Literal["count", "event"]
Stance = Literal["asserts", "denies", "retracts"]
Scope = Literal["cumulative", "incident"]


def digest_of(*parts: object, length: int = 16) -> str:
    """A stable identifier of `length` hexadecimal digits (SHA-256 of the parts' text)."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:length]


# ---------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Segment:
    """Where a run of a document's text came from in the original.

    Attributes:
        start, end: character offsets into `Document.text`.
        source_start: offset of the run's first character in the original's decoded text; None for
            characters that reading inserted, and for formats that have no such offset.
        page: page or sheet number in the original, from 1; None where the format has no pages.
        cell: address of the cell in its sheet ("B7"); None where the format has no cells.
    """

    start: int
    end: int
    source_start: int | None = None
    page: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A linked page's name with the first words of its description, as a source gave them."""

    anchor: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text that somebody published, cleaned, with its original's digest.

    Attributes:
        name: the source file's name, or the record's address.
        digest: SHA-256 of the original bytes, in hexadecimal.
        media_type: what the original is, as a MIME type.
        text: the cleaned text that every claim's offsets point into.
        original: the bytes as they were received; empty once the casebook keeps them.
        segments: where each run of the text came from, in text order.
        glosses: descriptions of linked pages that were found in the text and taken out of it.
        notes: what reading it gave cause to remark, in words; its file keeps them, not the document.
    """

    name: str
    digest: str
    media_type: str
    text: str
    original: bytes = field(default=b"", repr=False, compare=False)
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    segments: tuple[Segment, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or record that could not be read, and why."""

    name: str
    reason: str
    remedy: str = ""
    digest: str | None = None


# ---------------------------------------------------------------- the conflict


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the conflict or a state that acts in it.

    Attributes:
        name: the plain name that claims carry ("Armenia").
        side: the side that it fights on; parties that share a side are allies.
        aliases: other names, demonyms and seats of government that stand for it.
    """

    name: str
    side: str | None = None
    aliases: tuple[str, ...] = ()
    kind: Literal["state", "self_declared_state", "armed_group", "coalition", "other"] = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A place under all its names, none of which is preferred."""

    name: str
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a casebook says about its war; an empty one lets the texts speak for themselves."""

    name: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()


# ---------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True)
class Reason:
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
        return digest_of(self.document, self.kind, self.anchor, self.ordinal)

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


# ---------------------------------------------------------------- registers


@dataclass(frozen=True, slots=True)
class Location:
    """How well it is known where a place lies, and why it is taken to lie there; the point is its entity's.

    Attributes:
        precision: 1 to 7, UCDP GED's `where_prec`, as `gazetteer.WHERE_PREC` words it; None where the place
            has no point.
        rule: the name of the rule that decided, one of `gazetteer.RULES`.
        reason: the same in words; where the place has no point, why it has none.
        kind: what sort of place it is: town, district, region, country, area, water or continent.
        country, region, district: in which country, first- and second-level division GeoNames counts it, as
            far as that is known; it says nothing of right or recognition.
        other_names: further names that the gazetteer gives it, which no claim uses.
        entry: names the gazetteer's entry ("geonames:585223").
    """

    precision: int | None
    rule: str
    reason: str
    kind: str | None = None
    country: str | None = None
    region: str | None = None
    district: str | None = None
    other_names: tuple[str, ...] = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that claims name, under all its names.

    Attributes:
        kind: which register it stands in.
        name: the name that is shown; for a place it is not a preference.
        names: every name found for it, in the order in which they were found.
        party: the party that it belongs to or speaks for, None for third parties.
        description: what a source said that it is.
        latitude, longitude: of a place, degrees (WGS 84), positive to the north and east.
        location: of a place, how well that is known and why; None where no gazetteer was asked.
    """

    id: str
    kind: Literal["party", "source", "place", "equipment"]
    name: str
    names: tuple[str, ...] = ()
    party: str | None = None
    description: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Why a name stands for an entity.

    Attributes:
        kind: the register.
        name: the name as written.
        entity: the entity's id.
        rule: the rule that decided, as `registers.RULES` words it.
    """

    kind: str
    name: str
    entity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Registers:
    """The entities of a casebook, and the entity that each name stands for."""

    entities: tuple[Entity, ...] = ()
    by_name: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(register, name as written) to the entity's id."""
    resolutions: tuple[Resolution, ...] = field(default=(), compare=False)
    """Which rule decided for each name; a casebook need not keep them."""

    def entity_id(self, kind: str, name: str | None) -> str | None:
        """The id of the entity that `name` stands for in the register `kind`."""
        return None if name is None else self.by_name.get((kind, name))


# ---------------------------------------------------------------- findings


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


ContradictionKind = Literal[
    "denial", "disagreement", "arithmetic", "falling_toll", "transposed_digits", "chronology",
    "mutual_accusation", "part_over_whole", "cannot_all_hold", "counted_twice",
]  # fmt: skip
"""What sort of disagreement it is; docs/methods.md describes each."""


@dataclass(frozen=True, slots=True)
class EstimateSource:
    """What one source does in an estimate, and what the others say without it.

    Attributes:
        claim: the id of the claim that is its present word.
        prior: the name of the row of priors.toml that says how such sources tend to be off.
        factor: by what factor their figures are expected to exceed the truth: 1.8 for 80 % too high.
        learnt_from: how many sources with a later settled figure that was learnt from.
        median, low_90, high_90: the estimate without it; None where it is the only source.
    """

    claim: str
    prior: str
    factor: float
    learnt_from: int
    median: int | None = None
    low_90: int | None = None
    high_90: int | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model of reporting makes of a series: no documented figure, and kept apart from the finding.

    Attributes:
        finding: the id of the finding of the series.
        median: the number that the truth is as likely to exceed as not, to three significant digits; None
            where there is too little to estimate.
        low_50, high_50: the truth is within these with a probability of 50 %, if the model is right.
        low_90, high_90: the same of 90 %.
        reason: why there is no number; empty where there is one.
        sources: what each source does in it.
    """

    finding: str
    median: int | None = None
    low_50: int | None = None
    high_50: int | None = None
    low_90: int | None = None
    high_90: int | None = None
    reason: str = ""
    sources: tuple[EstimateSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true, or that two sources dispute.

    Attributes:
        kind: what sort of disagreement it is.
        claims: ids of the claims, each side's words one after the other.
        explanation: what does not fit, in words.
        weight: 0 to 1, how far it matters; they are shown heaviest first.
    """

    kind: ContradictionKind
    claims: tuple[str, ...]
    explanation: str
    weight: float

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("contradiction", self.kind, *sorted(self.claims))


# ---------------------------------------------------------------- incidents

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
    def mentions(self) -> int:
        """How many claims report it."""
        return len(self.reports)

    @property
    def origins(self) -> int:
        """How many of them do not repeat another."""
        return sum(report.origin is None for report in self.reports)


# ---------------------------------------------------------------- who holds what

Sense = Literal["took", "left", "did_not_take", "did_not_leave"]


@dataclass(frozen=True, slots=True)
class Holding:
    """What some claims say alike of who holds a place from a day on; others may say otherwise.

    Attributes:
        place: the id of the place in the registers.
        sense: what is said of the holders: that they took the place or left it, or that they did not.
        holders: plain names of the parties; none where the words do not say who.
        from_date, to_date: the days between which the claims date it, None where none does.
        claims: ids of the claims, in as-of order.
        sentence: the same in words that a person could quote.
        ended_by: the id of the next that has it that another took the place, or that the holder left.
        disputed_by: ids of those that it cannot be squared with.
    """

    place: str
    sense: Sense
    holders: tuple[str, ...]
    from_date: PartialDate | None
    to_date: PartialDate | None
    claims: tuple[str, ...]
    sentence: str
    ended_by: str | None = None
    disputed_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("holding", self.place, self.sense, *self.holders, "", self.from_date, self.to_date)


# ---------------------------------------------------------------- ceasefires

CeasefireStage = Literal["agreed", "in_effect", "held", "violated", "extended", "expired", "collapsed"]
"""What can be told of a ceasefire, from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class CeasefireWord:
    """What one claim says of a ceasefire.

    Attributes:
        claim: the claim's id; its source is who says it, its actor, of a violation, who is blamed.
        stage: what it tells; None where it only names the ceasefire.
        denied: whether its source says that it is not so.
        date: when that was; None where the claim's date is that of the ceasefire itself.
        words: the words that tell the stage, "" where they only name the ceasefire.
    """

    claim: str
    stage: CeasefireStage | None
    denied: bool
    date: PartialDate | None
    words: str


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """A ceasefire as claims tell it: agreed, in effect, and what is said to have become of it.

    Attributes:
        parties: who keeps it, as far as claims name them, in alphabetical order.
        brokers: who brought it about.
        agreed: when it was agreed; None where no claim says.
        effective: when it takes or took effect.
        hour: the time of day at which it does, as written.
        hours: for how long it was meant to last, in hours.
        outcome: the furthest stage after its beginning that some claim asserts; None: nobody says.
        words: what each claim says of it, in the order of their dates.
    """

    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    agreed: PartialDate | None
    effective: PartialDate | None
    hour: str | None
    hours: int | None
    outcome: CeasefireStage | None
    words: tuple[CeasefireWord, ...]

    @property
    def id(self) -> str:
        """An identifier that rebuilding gives again."""
        return digest_of("ceasefire", self.effective or self.agreed, *sorted(w.claim for w in self.words))


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What reconciling a casebook's claims gives; the estimates are a model's, one a finding.

    The holdings are the record of who held which place, place by place, each in the order of its days;
    the rules are those that the claims were weighed by, in the order in which they were tried.
    """

    findings: tuple[Finding, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    incidents: tuple[Incident, ...] = ()
    holdings: tuple[Holding, ...] = ()
    ceasefires: tuple[Ceasefire, ...] = ()
    rules: tuple[BoundRule, ...] = ()


# ---------------------------------------------------------------- what reviewers decide


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about claims: kept beside what is worked out, and never overwritten by it.

    Attributes:
        number: from 1, in the order in which decisions were made.
        action: what was decided ("incident merged").
        claims: ids of all the claims that it is about, in the order in which the action takes them.
        values: what else the action needs, as JSON knows it.
        reason: why, in the reviewer's words.
        by: who decided, "" where nobody is named.
        at: when, as ISO 8601 text in UTC.
        undoes: the number of the decision that this one takes back.
    """

    number: int
    action: str
    claims: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    by: str = ""
    at: str = ""
    undoes: int | None = None


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in their order: none that is taken back, and none that only takes back.

    To take back a decision that took another one back lets that one hold again.
    """
    every = sorted(decisions, key=lambda one: one.number)
    gone = undone(every)
    return tuple(one for one in every if one.undoes is None and one.number not in gone)


def undone(decisions: Iterable[Decision]) -> frozenset[int]:
    """The numbers of the decisions that are taken back by one that holds itself."""
    found: set[int] = set()
    for decision in sorted(decisions, key=lambda one: -one.number):
        if decision.undoes is not None and decision.number not in found:
            found.add(decision.undoes)
    return frozenset(found)


# ---------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a casebook holds, as publication and exports read it."""

    conflict: Conflict
    documents: tuple[Document, ...] = ()
    unread: tuple[Unread, ...] = ()
    claims: tuple[Claim, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    registers: Registers = field(default_factory=Registers)
    reconciliation: Reconciliation = field(default_factory=Reconciliation)
    overruled: tuple[Claim, ...] = ()
    """Claims that reviewers rejected, merged into another or split: they count for nothing."""
    decisions: tuple[Decision, ...] = ()

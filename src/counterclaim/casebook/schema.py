"""The tables of a casebook, each with a comment on what it holds.

Only types that SQLite and PostgreSQL share are used. Dates are ISO 8601 text, because they may stop at
the month or the year; times are ISO 8601 text in UTC.

Invariants: a row of `claims` is of a document in `documents`, and its quote is the document's text from
`start` to `end`; registers, findings and contradictions are of the claims that stand in `claims` now
(`derivations` says so), or are absent. Claims of documents in `set_aside` are kept and count for nothing.
`decisions` names claims by ids that rebuilding gives again, and stays when claims and findings are replaced.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

VERSION = "0011"
"""The newest migration: what a database that this version wrote says of itself."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, comment: str, *arguments: Any, **options: Any) -> Column[Any]:
    return _column(name, Text(), comment, *arguments, **options)


def _column(name: str, kind: TypeEngine[Any], comment: str, *arguments: Any, **options: Any) -> Column[Any]:
    return Column(name, kind, *arguments, comment=comment, **{"nullable": False, **options})


def _position(comment: str) -> Column[Any]:
    return _column("position", Integer(), comment, primary_key=True, autoincrement=False)


DOCUMENTS = Table(
    "documents",
    METADATA,
    _text("digest", "SHA-256 of the original's bytes, in hexadecimal", primary_key=True),
    _text("name", "The source file's name, or the record's address", index=True),
    _text("media_type", "What the original is, as a MIME type"),
    _text("original", "Where the original lies, relative to the casebook's folder"),
    _text("title", "The title that the document gives itself", nullable=True),
    _text("date", "The day on which it was published; may stop at the month or the year", nullable=True),
    _text("publisher", "Who published it", nullable=True),
    _text("author", "Who wrote it", nullable=True),
    _text("url", "Where it was published", nullable=True),
    _text("language", "Its language, as an ISO 639 code", nullable=True),
    _text("text", "The cleaned text, into which the offsets of claims point"),
    _column("segments", JSON(), "Where each run of the text came from in the original"),
    _column("glosses", JSON(), "Descriptions of linked pages that stood in the text and were taken out"),
    _text("added_at", "When the casebook took it in"),
    comment="Texts that somebody published, one row each, cleaned of what is not theirs",
)

UNREAD = Table(
    "unread",
    METADATA,
    _text("id", "Identifier made of the stage, the name and the digest", primary_key=True),
    _text("stage", "The stage that failed: reading or extraction"),
    _text("name", "The file's name, or the record's address", index=True),
    _text("digest", "SHA-256 of its bytes, where they could be had", nullable=True),
    _text("reason", "Why no claims could be had from it"),
    _text("remedy", "What can be done about it; empty where nothing can"),
    _text("noted_at", "When this was found"),
    comment="Files and records that could not be read, or from which no claims could be extracted",
)

FILES = Table(
    "files",
    METADATA,
    _text("place", "Digest of where the file lies, by which it is known again", primary_key=True),
    _text("digest", "SHA-256 of the file's bytes"),
    _text("reader", "Fingerprint of the program that read it"),
    _column("documents", JSON(), "Digests of the documents that it gave, in order"),
    _column("unread", JSON(), "Identifiers of the parts of it that could not be read, in order"),
    _column(
        "names",
        JSON(),
        "The name under which each of the documents was found, in the same order",
        server_default="[]",
    ),
    _column(
        "earlier",
        JSON(),
        "Digests of the documents that it gave when it had other bytes, and gives no longer",
        server_default="[]",
    ),
    _column("notes", JSON(), "What reading it gave cause to remark, in words", server_default="[]"),
    comment="Source files that were read to their end, so that they need not be read again",
)

SET_ASIDE = Table(
    "set_aside",
    METADATA,
    _text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    _text("why", "superseded or withdrawn"),
    _text(
        "successor",
        "Digest of the document that took its place, where it is superseded",
        ForeignKey(DOCUMENTS.c.digest),
        nullable=True,
    ),
    _text("reason", "Why, in the words of whoever decided it"),
    _text("set_aside_at", "When this was decided"),
    comment="Documents that are kept but no longer count: their claims are in no finding and no export",
)

CLAIMS = Table(
    "claims",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), index=True),
    _column("anchor", Integer(), "Offset of the number or the cue that the claim was made from"),
    _column("ordinal", Integer(), "Tells apart claims made from one anchor"),
    _column("start", Integer(), "Offset of the quote's first character in the document's text"),
    _column("end", Integer(), "Offset after the quote's last character"),
    _text("quote", "The words that carry the claim, exactly"),
    _text("source", "Who is said to say it, as written; null: the document itself", nullable=True),
    _text("source_side", "The party that the source speaks for; null for third parties", nullable=True),
    _text("stance", "asserts, denies or retracts"),
    _text("hedge", "alleged, reported or unconfirmed, where the text hedges", nullable=True),
    _text("reported_on", "When the source said it", nullable=True),
    _text("kind", "count or event"),
    _text("measure", "What happened to what is counted: killed, destroyed, …", nullable=True),
    _text("object", "What is counted, dotted: person.military, materiel.tank, …", nullable=True),
    _column("low", BigInteger(), "The least number that the words allow", nullable=True),
    _column("high", BigInteger(), "The greatest number that the words allow", nullable=True),
    _column("approx", Boolean(), "Whether the words blur the number", nullable=True),
    _text("party", "Whose people or materiel are counted", nullable=True),
    _text("actor", "Who did it", nullable=True),
    _text("scope", "cumulative (a toll since some start) or incident (one event or day)", nullable=True),
    _text("event_type", "What sort of event it is", nullable=True),
    _text("target", "To whom it was done", nullable=True),
    _text("place", "The most specific place named, as written", nullable=True),
    _text("from_date", "First day of what is claimed; may stop at the month or the year", nullable=True),
    _text("to_date", "Last day of it, or the day up to which a toll runs", nullable=True),
    _column("reasons", JSON(), "Which rule gave each field, and from which words"),
    Index(None, "measure", "object", "party"),
    comment="One source saying one checkable thing in one stretch of text, a row each",
)

PASSED_OVER = Table(
    "passed_over",
    METADATA,
    _text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    _position("Place in the order of the text, from 0"),
    _column("start", Integer(), "Offset of the words' first character in the document's text"),
    _column("end", Integer(), "Offset after the words' last character"),
    _text("words", "The number or the cue"),
    _text("why", "Why it became no claim"),
    comment="Numbers and cues that became no claim, and why",
)

EXTRACTIONS = Table(
    "extractions",
    METADATA,
    _text("document", "Digest of the document", ForeignKey(DOCUMENTS.c.digest), primary_key=True),
    _text("extractor", "Fingerprint of the program and the lexicon that found the claims"),
    _text("conflict", "Digest of the conflict that casebook.toml declared"),
    _text("extracted_at", "When the claims were found"),
    comment="With what the claims of each document were found; a document without a row waits for it",
)

ENTITIES = Table(
    "entities",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of the registers, from 0"),
    _text("kind", "Which register it stands in: party, source, place or equipment"),
    _text("name", "The name that is shown; for a place it is not a preference"),
    _text("party", "The party that it belongs to or speaks for", nullable=True),
    _text("description", "What a source said that it is", nullable=True),
    _column("latitude", Float(), "Degrees north (WGS 84)", nullable=True),
    _column("longitude", Float(), "Degrees east (WGS 84)", nullable=True),
    comment="Parties, sources, places and equipment that claims name, under all their names",
)

PLACES = Table(
    "places",
    METADATA,
    _text("entity", "The place's id among the entities", ForeignKey(ENTITIES.c.id), primary_key=True),
    _column(
        "precision",
        Integer(),
        "How well its point is known: 1 to 7, as UCDP GED's where_prec; null where it has no point",
        nullable=True,
    ),
    _text("kind", "town, district, region, country, area, water or continent", nullable=True),
    _text("country", "The country in which GeoNames counts it, which says nothing of right", nullable=True),
    _text("region", "The first-level division in which it lies", nullable=True),
    _text("district", "The second-level division in which it lies", nullable=True),
    _column("other_names", JSON(), "Further names that the gazetteer gives it, which no claim uses"),
    _text("entry", "The gazetteer's entry, as geonames:585223", nullable=True),
    _text("rule", "Name of the rule by which it was resolved, or was not"),
    _text("reason", "The same in words"),
    comment="How well it is known where each place lies and why it is taken to lie there; its point is in "
    "`entities`",
)

ENTITY_NAMES = Table(
    "entity_names",
    METADATA,
    _text("entity", "The entity's id", ForeignKey(ENTITIES.c.id), primary_key=True),
    _position("Place in the order in which the names were found, from 0"),
    _text("name", "One of its names"),
    comment="Every name of every entity",
)

NAME_INDEX = Table(
    "name_index",
    METADATA,
    _text("register", "The register that the name is looked up in", primary_key=True),
    _text("name", "The name, as claims write it", primary_key=True),
    _text("entity", "Id of the entity that it stands for", ForeignKey(ENTITIES.c.id), index=True),
    comment="Which entity each name in the claims stands for",
)

FINDINGS = Table(
    "findings",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of reconciliation, from 0"),
    _text("measure", "What happened to what is counted"),
    _text("object", "What is counted"),
    _text("party", "Whose it is", nullable=True),
    _text("place", "Where; null: everywhere", nullable=True),
    _text("scope", "cumulative or incident"),
    _text("from_date", "First day of what is counted", nullable=True),
    _text("to_date", "Last day of it", nullable=True),
    _text("actor", "Who did it, where that is part of what is counted", nullable=True),
    _text(
        "document", "The one document that it is confined to", ForeignKey(DOCUMENTS.c.digest), nullable=True
    ),
    _column("low", BigInteger(), "The defended range's lower end", nullable=True),
    _column("high", BigInteger(), "The defended range's upper end", nullable=True),
    _text("floor_claim", "Claim that sets the lower end", ForeignKey(CLAIMS.c.id), nullable=True),
    _text("ceiling_claim", "Claim that sets the upper end", ForeignKey(CLAIMS.c.id), nullable=True),
    _text("sentence", "The finding in words that can be quoted"),
    _column(
        "implied_low", BigInteger(), "Lower end of what the findings beside it leave of it", nullable=True
    ),
    _column("implied_high", BigInteger(), "Upper end of the same", nullable=True),
    _text("implied_reason", "Which findings narrow it, in words; null: none does", nullable=True),
    _column("implied_claims", JSON(), "Ids of the claims that set the narrower ends", nullable=True),
    comment="Disputed figures, each as a range that can be defended",
)

WEIGHINGS = Table(
    "weighings",
    METADATA,
    _text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    _position("Place in as-of order, from 0"),
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    _text("bound", "floor, ceiling, two_sided, or none where the claim is left out"),
    _text("rule", "Name of the rule that decided"),
    _text("reason", "The same in words"),
    _text("origin", "Claim that this one repeats; null: an origin of its own", nullable=True),
    _text("taken_from", "Claim that it was taken from on the way from the origin", nullable=True),
    comment="What each claim did in each finding, and why",
)

ESTIMATES = Table(
    "estimates",
    METADATA,
    _text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    *(
        _column(name, BigInteger(), comment, nullable=True)
        for name, comment in (
            ("median", "What the truth is as likely to exceed as not; null: too little to estimate"),
            ("low_50", "Lower end of the 50 % interval"),
            ("high_50", "Upper end of the 50 % interval"),
            ("low_90", "Lower end of the 90 % interval"),
            ("high_90", "Upper end of the 90 % interval"),
        )
    ),
    _text("reason", "Why there is no number; empty where there is"),
    comment="What a model of reporting estimates: no documented figures, and no part of the findings' ranges",
)

ESTIMATE_SOURCES = Table(
    "estimate_sources",
    METADATA,
    _text("finding", "The finding's id", ForeignKey(ESTIMATES.c.finding), primary_key=True),
    _position("Place, from 0"),
    _text("claim", "The claim that is the source's present word", ForeignKey(CLAIMS.c.id), index=True),
    _text("prior", "Name of the prior that fits the source"),
    _column("factor", Float(), "By what factor such figures are taken to exceed the truth"),
    _column("learnt_from", Integer(), "How many sources with a later settled figure that was learnt from"),
    _column(
        "median",
        BigInteger(),
        "The estimate without the source; null where it is the only one",
        nullable=True,
    ),
    _column("low_90", BigInteger(), "Lower end of the 90 % interval without it", nullable=True),
    _column("high_90", BigInteger(), "Upper end of the 90 % interval without it", nullable=True),
    comment="What each source does in an estimate, and what the others say without it",
)

CHOICES = Table(
    "choices",
    METADATA,
    _text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    _position("Place in the order in which the rules are shown, from 0"),
    _text("name", "The rule, such as most_conservative"),
    _column("low", BigInteger(), "Lower end of the figure that it chooses", nullable=True),
    _column("high", BigInteger(), "Upper end of the same", nullable=True),
    _column("claims", JSON(), "Ids of the claims that the figure rests on"),
    _text("reason", "How the rule came to it, in words"),
    comment="Each finding's figure by each of the rules used in practice",
)

BOUND_RULES = Table(
    "bound_rules",
    METADATA,
    _text("name", "Name of the rule, as weighings give it", primary_key=True),
    _column("position", Integer(), "Place in the order in which rules are tried, from 0"),
    _text("label", "What pages call it"),
    _column("relation", JSON(), "How the speaker must stand to the subject: any of these"),
    _column("objects", JSON(), "What must be counted; empty: anything"),
    _column("measures", JSON(), "How it must be counted; empty: in any way"),
    _text("evidence", "What the claim must rest on; null: anything", nullable=True),
    _column("hedge", JSON(), "Doubts of which the text must have one; empty: whatever it says"),
    _column("vague", Boolean(), "Whether the number must be a vague word; null: either", nullable=True),
    _text("bound", "floor, ceiling, two_sided or none"),
    _column("weight", Float(), "How much the account is worth in a dispute, from 0 to 1"),
    _column("weak", Boolean(), "Whether it counts only where no other account bounds the figure"),
    _text("why", "The reason in words"),
    _text("practice", "Whose practice it follows"),
    _column("of_casebook", Boolean(), "Whether casebook.toml gives it, rather than the package"),
    comment="The rules by which claims were weighed, the first that fits deciding",
)

CONTRADICTIONS = Table(
    "contradictions",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of reconciliation, from 0"),
    _text("kind", "What sort of disagreement it is, such as denial or falling_toll"),
    _text("explanation", "What does not fit, in words"),
    _column("weight", Float(), "How far it matters, from 0 to 1"),
    comment="Claims that cannot all be true, or that sources dispute",
)

CONTRADICTION_CLAIMS = Table(
    "contradiction_claims",
    METADATA,
    _text("contradiction", "The contradiction's id", ForeignKey(CONTRADICTIONS.c.id), primary_key=True),
    _position("Place in the order in which the claims are shown, from 0"),
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    comment="The claims of each contradiction",
)

INCIDENTS = Table(
    "incidents",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of reconciliation, from 0"),
    _text("event_type", "The type that most reports give; null: all of them only count harm", nullable=True),
    _text("from_date", "Its first day; may stop at the month or the year", nullable=True),
    _text("to_date", "Its last day", nullable=True),
    _text("place", "The most precise place named, as most reports write it", nullable=True),
    _column("precision", Integer(), "1 to 7, UCDP GED's where_prec", nullable=True),
    _column("latitude", Float(), "Degrees north (WGS 84)", nullable=True),
    _column("longitude", Float(), "Degrees east (WGS 84)", nullable=True),
    _column("actors", JSON(), "Who is said to have done it, most named first"),
    _column("targets", JSON(), "To whom it is said to have been done, most named first"),
    _column("disputes", JSON(), "What its reports give differently: about what, each answer with its claims"),
    _text("rule", "Name of the rule that grouped its reports"),
    comment="Events, each with all the claims that report it",
)

INCIDENT_REPORTS = Table(
    "incident_reports",
    METADATA,
    _text("incident", "The incident's id", ForeignKey(INCIDENTS.c.id), primary_key=True),
    _position("Place in the order in which the reports were joined, from 0"),
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    _text("joined", "The claim that it was joined to; null: the incident's first", nullable=True),
    _column("points", Float(), "What speaks for the two being of one incident, added up"),
    _text("reason", "The same in words"),
    _text("origin", "Claim of the incident that it repeats; null: an origin of its own", nullable=True),
    _column("decision", Integer(), "The reviewer's decision that put it here", nullable=True),
    comment="The claims of each incident",
)

INCIDENT_DEATHS = Table(
    "incident_deaths",
    METADATA,
    _text("incident", "The incident's id", ForeignKey(INCIDENTS.c.id), primary_key=True),
    _position("0: of all people; then of each kind of people that reports count"),
    _text("party", "Whose people; null: of no party, or of all", nullable=True),
    _text("status", "people (undivided), fighters or civilians"),
    _column("low", BigInteger(), "The least figure that can be defended"),
    _column("best", BigInteger(), "The most reliable figure; of equals the lowest"),
    _column("high", BigInteger(), "The greatest figure given"),
    _text("claim", "Claim that sets best; null: a sum", ForeignKey(CLAIMS.c.id), nullable=True),
    _text("rule", "Name of the rule that chose them"),
    _text("reason", "The same in words"),
    comment="How many died in each incident, as UCDP GED gives low, best and high",
)

HOLDINGS = Table(
    "holdings",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of places and days, from 0"),
    _text("place", "The place's id among the entities"),
    _text("sense", "took, left, did_not_take or did_not_leave"),
    _column("holders", JSON(), "Plain names of the parties; none where the words do not say who"),
    _text("from_date", "First day to which the claims date it", nullable=True),
    _text("to_date", "Last day to which they date it", nullable=True),
    _text("sentence", "The same in words that can be quoted"),
    _text(
        "ended_by",
        "The next holding that has it that another took the place, or that the holder left",
        nullable=True,
    ),
    _column("disputed_by", JSON(), "Holdings that it cannot be squared with"),
    comment="Who held which place from when, as claims have it; those that differ stand side by side",
)

HOLDING_CLAIMS = Table(
    "holding_claims",
    METADATA,
    _text("holding", "The holding's id", ForeignKey(HOLDINGS.c.id), primary_key=True),
    _position("Place in as-of order, from 0"),
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    comment="The claims of each holding",
)

CEASEFIRES = Table(
    "ceasefires",
    METADATA,
    _text("id", "Identifier that rebuilding gives again", primary_key=True),
    _column("position", Integer(), "Place in the order of their beginnings, from 0"),
    _column("parties", JSON(), "Who keeps it, as far as claims name them"),
    _column("brokers", JSON(), "Who brought it about"),
    _text("agreed", "When it was agreed (ISO); null where no claim says", nullable=True),
    _text("effective", "When it takes or took effect (ISO)", nullable=True),
    _text("hour", "The time of day at which it does, as written", nullable=True),
    _column("hours", Integer(), "For how long it was meant to last, in hours", nullable=True),
    _text("outcome", "The furthest stage after its beginning that a claim asserts", nullable=True),
    comment="Ceasefires as claims tell them",
)

CEASEFIRE_WORDS = Table(
    "ceasefire_words",
    METADATA,
    _text("ceasefire", "The ceasefire's id", ForeignKey(CEASEFIRES.c.id), primary_key=True),
    _position("Place in the order of what is said of it, from 0"),
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    _text(
        "stage",
        "agreed, in_effect, held, violated, extended, expired or collapsed; null: only named",
        nullable=True,
    ),
    _column("denied", Boolean(), "Whether its source says that it is not so"),
    _text("date", "When that was (ISO); null where the claim gives the ceasefire's day only", nullable=True),
    _text("words", "The words that tell the stage"),
    comment="What each claim says of a ceasefire",
)

DERIVATIONS = Table(
    "derivations",
    METADATA,
    _text("name", "registers or reconciliation", primary_key=True),
    _text("content", "SHA-256 of its rows"),
    _text("derived_at", "When it was made"),
    comment="Which of the tables that follow from the claims are up to date with them",
)

DECISIONS = Table(
    "decisions",
    METADATA,
    _column("number", Integer(), "From 1, without gaps", primary_key=True, autoincrement=False),
    _text("action", "What was decided"),
    _column("claims", JSON(), "Ids of the claims that it is about, in the order that the action takes them"),
    _column("values", JSON(), "What else the action needs"),
    _text("reason", "Why, in the reviewer's words"),
    _text("by", "Who decided; empty where nobody is named"),
    _column(
        "undoes",
        Integer(),
        "The decision that this one takes back",
        ForeignKey("decisions.number"),
        nullable=True,
    ),
    _text("decided_at", "When it was decided"),
    comment="What reviewers decided: rows are added and never changed; one that is taken back is kept",
)

REVIEWED = Table(
    "reviewed",
    METADATA,
    _text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), primary_key=True),
    _text("document", "Digest of its document", ForeignKey(DOCUMENTS.c.digest), index=True),
    _text("standing", "accepted, corrected, rejected, merged or split; part: made by a split"),
    _column("decision", Integer(), "The decision that settled it", ForeignKey(DECISIONS.c.number)),
    _column("extracted", JSON(), "The claim's row as extraction gave it, where a decision altered it"),
    comment="Claims that decisions settle; those rejected, merged or split do not count",
)

HISTORY = Table(
    "history",
    METADATA,
    _column("number", Integer(), "From 1, without gaps", primary_key=True, autoincrement=False),
    _text("at", "When it was done"),
    _text("action", "What was done"),
    _text("subject", "To what: a document's digest, an unread file's id, or a part of the casebook"),
    _text("content", "SHA-256 of the subject's rows after it; empty where none are left"),
    _text("previous", "Hash of the entry before; zeros for the first"),
    _text("hash", "SHA-256 of all the above"),
    Index(None, "subject"),
    comment="What was done to the casebook: entries are added and never changed, and each seals the last",
)

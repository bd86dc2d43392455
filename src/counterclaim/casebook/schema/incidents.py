"""Tables of events, with all the claims that report each."""

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text

INCIDENTS = Table(
    "incidents",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of reconciliation, from 0"),
    text("event_type", "The type that most reports give; null: all of them only count harm", nullable=True),
    text("from_date", "Its first day; may stop at the month or the year", nullable=True),
    text("to_date", "Its last day", nullable=True),
    text("place", "The most precise place named, as most reports write it", nullable=True),
    column("precision", Integer(), "1 to 7, UCDP GED's where_prec", nullable=True),
    column("latitude", Float(), "Degrees north (WGS 84)", nullable=True),
    column("longitude", Float(), "Degrees east (WGS 84)", nullable=True),
    column("actors", JSON(), "Who is said to have done it, most named first"),
    column("targets", JSON(), "To whom it is said to have been done, most named first"),
    column("disputes", JSON(), "What its reports give differently: about what, each answer with its claims"),
    text("rule", "Name of the rule that grouped its reports"),
    comment="Events, each with all the claims that report it",
)

INCIDENT_REPORTS = Table(
    "incident_reports",
    METADATA,
    text("incident", "The incident's id", ForeignKey(INCIDENTS.c.id), primary_key=True),
    position("Place in the order in which the reports were joined, from 0"),
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    text("joined", "The claim that it was joined to; null: the incident's first", nullable=True),
    column("points", Float(), "What speaks for the two being of one incident, added up"),
    text("reason", "The same in words"),
    text("origin", "Claim of the incident that it repeats; null: an origin of its own", nullable=True),
    column("decision", Integer(), "The reviewer's decision that put it here", nullable=True),
    comment="The claims of each incident",
)

INCIDENT_DEATHS = Table(
    "incident_deaths",
    METADATA,
    text("incident", "The incident's id", ForeignKey(INCIDENTS.c.id), primary_key=True),
    position("0: of all people; then of each kind of people that reports count"),
    text("party", "Whose people; null: of no party, or of all", nullable=True),
    text("status", "people (undivided), fighters or civilians"),
    column("low", BigInteger(), "The least figure that can be defended"),
    column("best", BigInteger(), "The most reliable figure; of equals the lowest"),
    column("high", BigInteger(), "The greatest figure given"),
    text("claim", "Claim that sets best; null: a sum", ForeignKey(CLAIMS.c.id), nullable=True),
    text("rule", "Name of the rule that chose them"),
    text("reason", "The same in words"),
    comment="How many died in each incident, as UCDP GED gives low, best and high",
)

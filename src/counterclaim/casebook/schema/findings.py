"""Tables of disputed figures, and of what each claim did in them."""

from sqlalchemy import JSON, BigInteger, Boolean, Float, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text
from counterclaim.casebook.schema.documents import DOCUMENTS

FINDINGS = Table(
    "findings",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of reconciliation, from 0"),
    text("measure", "What happened to what is counted"),
    text("object", "What is counted"),
    text("party", "Whose it is", nullable=True),
    text("place", "Where; null: everywhere", nullable=True),
    text("scope", "cumulative or incident"),
    text("from_date", "First day of what is counted", nullable=True),
    text("to_date", "Last day of it", nullable=True),
    text("actor", "Who did it, where that is part of what is counted", nullable=True),
    text(
        "document", "The one document that it is confined to", ForeignKey(DOCUMENTS.c.digest), nullable=True
    ),
    column("low", BigInteger(), "The defended range's lower end", nullable=True),
    column("high", BigInteger(), "The defended range's upper end", nullable=True),
    text("floor_claim", "Claim that sets the lower end", ForeignKey(CLAIMS.c.id), nullable=True),
    text("ceiling_claim", "Claim that sets the upper end", ForeignKey(CLAIMS.c.id), nullable=True),
    text("sentence", "The finding in words that can be quoted"),
    column(
        "implied_low", BigInteger(), "Lower end of what the findings beside it leave of it", nullable=True
    ),
    column("implied_high", BigInteger(), "Upper end of the same", nullable=True),
    text("implied_reason", "Which findings narrow it, in words; null: none does", nullable=True),
    column("implied_claims", JSON(), "Ids of the claims that set the narrower ends", nullable=True),
    comment="Disputed figures, each as a range that can be defended",
)

WEIGHINGS = Table(
    "weighings",
    METADATA,
    text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    position("Place in as-of order, from 0"),
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    text("bound", "floor, ceiling, two_sided, or none where the claim is left out"),
    text("rule", "Name of the rule that decided"),
    text("reason", "The same in words"),
    text("origin", "Claim that this one repeats; null: an origin of its own", nullable=True),
    text("taken_from", "Claim that it was taken from on the way from the origin", nullable=True),
    comment="What each claim did in each finding, and why",
)

CHOICES = Table(
    "choices",
    METADATA,
    text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    position("Place in the order in which the rules are shown, from 0"),
    text("name", "The rule, such as most_conservative"),
    column("low", BigInteger(), "Lower end of the figure that it chooses", nullable=True),
    column("high", BigInteger(), "Upper end of the same", nullable=True),
    column("claims", JSON(), "Ids of the claims that the figure rests on"),
    text("reason", "How the rule came to it, in words"),
    comment="Each finding's figure by each of the rules used in practice",
)

BOUND_RULES = Table(
    "bound_rules",
    METADATA,
    text("name", "Name of the rule, as weighings give it", primary_key=True),
    column("position", Integer(), "Place in the order in which rules are tried, from 0"),
    text("label", "What pages call it"),
    column("relation", JSON(), "How the speaker must stand to the subject: any of these"),
    column("objects", JSON(), "What must be counted; empty: anything"),
    column("measures", JSON(), "How it must be counted; empty: in any way"),
    text("evidence", "What the claim must rest on; null: anything", nullable=True),
    column("hedge", JSON(), "Doubts of which the text must have one; empty: whatever it says"),
    column("vague", Boolean(), "Whether the number must be a vague word; null: either", nullable=True),
    text("bound", "floor, ceiling, two_sided or none"),
    column("weight", Float(), "How much the account is worth in a dispute, from 0 to 1"),
    column("weak", Boolean(), "Whether it counts only where no other account bounds the figure"),
    text("why", "The reason in words"),
    text("practice", "Whose practice it follows"),
    column("of_casebook", Boolean(), "Whether casebook.toml gives it, rather than the package"),
    comment="The rules by which claims were weighed, the first that fits deciding",
)

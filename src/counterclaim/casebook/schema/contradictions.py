"""Tables of claims that cannot all be true."""

from sqlalchemy import Float, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text

CONTRADICTIONS = Table(
    "contradictions",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of reconciliation, from 0"),
    text("kind", "What sort of disagreement it is, such as denial or falling_toll"),
    text("explanation", "What does not fit, in words"),
    column("weight", Float(), "How far it matters, from 0 to 1"),
    text("rule", "Name of the rule that found it; docs/methods.md describes each", server_default=""),
    text("grade", "How its weight came about, in words", server_default=""),
    comment="Claims that cannot all be true, or that sources dispute",
)

CONTRADICTION_CLAIMS = Table(
    "contradiction_claims",
    METADATA,
    text("contradiction", "The contradiction's id", ForeignKey(CONTRADICTIONS.c.id), primary_key=True),
    position("Place in the order in which the claims are shown, from 0"),
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), index=True),
    comment="The claims of each contradiction",
)

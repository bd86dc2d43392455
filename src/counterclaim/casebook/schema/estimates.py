"""Tables of what a model of reporting estimates, apart from the findings."""

from sqlalchemy import BigInteger, Float, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text
from counterclaim.casebook.schema.findings import FINDINGS

ESTIMATES = Table(
    "estimates",
    METADATA,
    text("finding", "The finding's id", ForeignKey(FINDINGS.c.id), primary_key=True),
    *(
        column(name, BigInteger(), comment, nullable=True)
        for name, comment in (
            ("median", "What the truth is as likely to exceed as not; null: too little to estimate"),
            ("low_50", "Lower end of the 50 % interval"),
            ("high_50", "Upper end of the 50 % interval"),
            ("low_90", "Lower end of the 90 % interval"),
            ("high_90", "Upper end of the 90 % interval"),
        )
    ),
    text("reason", "Why there is no number; empty where there is"),
    comment="What a model of reporting estimates: no documented figures, and no part of the findings' ranges",
)

ESTIMATE_SOURCES = Table(
    "estimate_sources",
    METADATA,
    text("finding", "The finding's id", ForeignKey(ESTIMATES.c.finding), primary_key=True),
    position("Place, from 0"),
    text("claim", "The claim that is the source's present word", ForeignKey(CLAIMS.c.id), index=True),
    text("prior", "Name of the prior that fits the source"),
    column("factor", Float(), "By what factor such figures are taken to exceed the truth"),
    column("learnt_from", Integer(), "How many sources with a later settled figure that was learnt from"),
    column(
        "median",
        BigInteger(),
        "The estimate without the source; null where it is the only one",
        nullable=True,
    ),
    column("low_90", BigInteger(), "Lower end of the 90 % interval without it", nullable=True),
    column("high_90", BigInteger(), "Upper end of the 90 % interval without it", nullable=True),
    comment="What each source does in an estimate, and what the others say without it",
)

"""Tables of whom and what claims name, and of where places lie."""

from sqlalchemy import JSON, Float, ForeignKey, Integer, Table

from counterclaim.casebook.schema.claims import CLAIMS
from counterclaim.casebook.schema.columns import METADATA, column, position, text

ENTITIES = Table(
    "entities",
    METADATA,
    text("id", "Identifier that rebuilding gives again", primary_key=True),
    column("position", Integer(), "Place in the order of the registers, from 0"),
    text("kind", "Which register it stands in: party, source, place or equipment"),
    text("name", "The name that is shown; for a place it is not a preference"),
    text("party", "The party that it belongs to or speaks for", nullable=True),
    text("description", "What a source said that it is", nullable=True),
    column("latitude", Float(), "Degrees north (WGS 84)", nullable=True),
    column("longitude", Float(), "Degrees east (WGS 84)", nullable=True),
    comment="Parties, sources, places and equipment that claims name, under all their names",
)

PLACES = Table(
    "places",
    METADATA,
    text("entity", "The place's id among the entities", ForeignKey(ENTITIES.c.id), primary_key=True),
    column(
        "precision",
        Integer(),
        "How well its point is known: 1 to 7, as UCDP GED's where_prec; null where it has no point",
        nullable=True,
    ),
    text("kind", "town, district, region, country, area, water or continent", nullable=True),
    text("country", "The country in which GeoNames counts it, which says nothing of right", nullable=True),
    text("region", "The first-level division in which it lies", nullable=True),
    text("district", "The second-level division in which it lies", nullable=True),
    column("other_names", JSON(), "Further names that the gazetteer gives it, which no claim uses"),
    text("entry", "The gazetteer's entry, as geonames:585223", nullable=True),
    text("rule", "Name of the rule by which it was resolved, or was not"),
    text("reason", "The same in words"),
    comment="How well it is known where each place lies and why it is taken to lie there; its point is in "
    "`entities`",
)

ENTITY_NAMES = Table(
    "entity_names",
    METADATA,
    text("entity", "The entity's id", ForeignKey(ENTITIES.c.id), primary_key=True),
    position("Place in the order in which the names were found, from 0"),
    text("name", "One of its names"),
    comment="Every name of every entity",
)

NAME_INDEX = Table(
    "name_index",
    METADATA,
    text("register", "The register that the name is looked up in", primary_key=True),
    text("name", "The name, as claims write it", primary_key=True),
    text("entity", "Id of the entity that it stands for", ForeignKey(ENTITIES.c.id), index=True),
    comment="Which entity each name in the claims stands for",
)

WHEREABOUTS = Table(
    "whereabouts",
    METADATA,
    text("claim", "The claim's id", ForeignKey(CLAIMS.c.id), primary_key=True),
    column(
        "where_prec",
        Integer(),
        "How precisely the claim's words put it at its place: 1 to 7, as UCDP GED's where_prec",
    ),
    comment="How precisely each claim says where it was; a claim at no place with a point has no row",
)

"""The page of names: parties, sources, places and equipment under all the names found for them."""

from collections import Counter
from dataclasses import dataclass

from counterclaim.model import Entity, Party
from counterclaim.publication import urls
from counterclaim.publication.parts import Parts
from counterclaim.publication.places import PlaceBrief
from counterclaim.publication.sides import Mark

REGISTERS = {"source": "Sources", "place": "Places", "equipment": "Equipment", "party": "Parties"}
"""The registers that the page shows, in order; parties that the casebook declares come before."""

FILTERS = {"source": "source", "party": "party", "place": "q"}
"""The registers that a field of claims names, and the claims table's filter for each."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """An entry of a register.

    Attributes:
        others: its other names.
        place: the same as a place, if it is one.
        claims: how many claims name it.
        claims_url: the claims table with only those.
    """

    entity: Entity
    others: tuple[str, ...]
    party: Mark | None
    place: PlaceBrief | None
    claims: int
    claims_url: str


@dataclass(frozen=True, slots=True)
class Register:
    """One register with its entries, the most named first."""

    kind: str
    title: str
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The registers, and the parties that the casebook declares."""

    title: str
    parties: tuple[tuple[Mark, Party], ...]
    registers: tuple[Register, ...]


def names_page(parts: Parts) -> NamesPage:
    """The context of the page of names."""
    declared = sorted(parts.index.record.conflict.parties, key=lambda party: party.name.casefold())
    marks = [(parts.index.sides.mark(party.name), party) for party in declared]
    registers = tuple(_register(parts, kind, title) for kind, title in REGISTERS.items())
    return NamesPage(
        title="Names",
        parties=tuple((mark, party) for mark, party in marks if mark is not None),
        registers=tuple(register for register in registers if register.rows),
    )


def _register(parts: Parts, kind: str, title: str) -> Register:
    named = _named(parts, kind)
    rows = [
        _row(parts, entity, named[entity.id])
        for entity in parts.index.entities.values()
        if entity.kind == kind
    ]
    rows.sort(key=lambda row: (-row.claims, row.entity.name.casefold()))
    return Register(kind, title, tuple(rows))


def _named(parts: Parts, kind: str) -> Counter[str]:
    """How many claims name each entry of a register; claims name no single piece of equipment."""
    counts: Counter[str] = Counter()
    if kind in FILTERS:
        written = Counter(getattr(claim, kind) for claim in parts.index.claims.values())
        for name, count in written.items():
            entity = parts.index.entity(kind, name)
            if entity:
                counts[entity.id] += count
    return counts


def _row(parts: Parts, entity: Entity, claims: int) -> NameRow:
    others = tuple(dict.fromkeys(name for name in entity.names if name != entity.name))
    url = urls.claims_where(FILTERS[entity.kind], entity.name) if entity.kind in FILTERS else ""
    place = parts.place(entity.id) if entity.kind == "place" else None
    return NameRow(entity, others, parts.index.sides.mark(entity.party), place, claims, url)

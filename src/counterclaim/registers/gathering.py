"""A register while it is being put together."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from counterclaim.model import Entity, Location, digest_of
from counterclaim.registers.folding import fold

RegisterKind = Literal["party", "source", "place", "equipment"]


@dataclass(slots=True)
class Draft:
    """An entity being put together.

    Attributes:
        names: every name found for it, in the order found, and how often.
        firm: those of its names that need no other to be understood.
        shown: the name to show, where it is settled.
    """

    kind: RegisterKind
    canonical: str
    names: Counter[str] = field(default_factory=Counter)
    firm: set[str] = field(default_factory=set)
    shown: str | None = None
    party: str | None = None
    description: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location: Location | None = None

    @property
    def id(self) -> str:
        """The entity's identifier, made of its register and canonical name."""
        return digest_of(self.kind, self.canonical)

    def order_names(self) -> None:
        """Put the names in the order of the alphabet, so that the first of those clear alone is shown."""
        self.names = Counter({name: self.names[name] for name in sorted(self.names, key=fold)})
        self.shown = next((name for name in self.names if name in self.firm), next(iter(self.names)))

    def entity(self) -> Entity:
        """The entity, under the name most often written of those that are clear alone."""
        names = [name for name in self.names if name in self.firm] or list(self.names)
        shown = self.shown or max(names, key=lambda name: (self.names[name], -names.index(name)))
        return Entity(
            id=self.id,
            kind=self.kind,
            name=shown,
            names=tuple(dict.fromkeys([*self.names, shown])),
            party=self.party,
            description=self.description,
            latitude=self.latitude,
            longitude=self.longitude,
            location=self.location,
        )


class Register:
    """Entities of one kind being gathered, with the rule by which each name came to its own."""

    def __init__(self, kind: RegisterKind) -> None:
        self.kind = kind
        self.drafts: dict[str, Draft] = {}
        self.rules: dict[str, tuple[str, str]] = {}

    def draft(self, canonical: str) -> Draft:
        """The entity of a canonical name, begun if need be."""
        return self.drafts.setdefault(canonical, Draft(self.kind, canonical))

    def add(self, canonical: str, name: str, rule: str, *, firm: bool = True, times: int = 1) -> Draft:
        """Say that a name stands for an entity; the first rule given for a name stays."""
        draft = self.draft(canonical)
        draft.names[name] += times
        if firm:
            draft.firm.add(name)
        self.rules.setdefault(name, (canonical, rule))
        return draft

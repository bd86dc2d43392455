"""Many written names to one place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.lexicon import Entry, load_toml
from counterclaim.model import Place
from counterclaim.registers.folding import fold, tidy


@dataclass(frozen=True, slots=True)
class PlaceKinds:
    """Nouns for kinds of places: those that tell two places apart in a name, those that do not, and all."""

    telling: frozenset[str]
    idle: frozenset[str]
    all: frozenset[str]


@cache
def place_kinds(language: str = "en") -> PlaceKinds:
    """The nouns of a language.

    Raises:
        SettingsError: the lexicon file is missing or wrong.
    """
    table = Entry(f"lexicon/{language}/place_kinds.toml", "top level", load_toml("place_kinds", language))
    telling, idle, describing = (frozenset(table.texts(key)) for key in ("telling", "idle", "describing"))
    return PlaceKinds(telling, idle, telling | idle | describing)


@cache
def _idle_kind() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_kinds().idle))
    return re.compile(rf"\A(?:(?i:{kinds})\s+of\s+)|\s+(?:{kinds})\Z")


@dataclass(frozen=True, slots=True)
class Places:
    """Place names, grouped.

    Attributes:
        root: from a folded name to the folded name that its group is known by.
        aliased: the folded names that stand in a group because a text or the casebook says so.
        groups: from a group's folded name to every name given for it.
    """

    root: Mapping[str, str]
    aliased: frozenset[str]
    groups: Mapping[str, tuple[str, ...]]

    def key(self, name: str) -> str:
        """The folded name that stands for a place, whichever of its names is given."""
        plain = plain_place(name)
        return self.root.get(plain, plain)

    def rule(self, name: str) -> str:
        """The rule by which `key` answers."""
        if plain_place(name) in self.aliased:
            return "place-alias"
        return "place-name" if fold(name) == plain_place(name) else "place-kind"


def without_kind(name: str) -> str:
    """The name without what the place is: "the town of Kafr Nobol" is Kafr Nobol.

    "City" with a capital is part of the name: Gaza City is not Gaza.
    """
    return _idle_kind().sub("", tidy(name))


@lru_cache(maxsize=65536)
def plain_place(name: str) -> str:
    """The name without what the place is, folded."""
    return fold(without_kind(name))


def group_places(declared: Iterable[Place], described: Iterable[tuple[str, ...]]) -> Places:
    """Group names by the casebook's places and by texts' accounts of places.

    A text's account may not join two places that the casebook declares apart.

    Args:
        declared: the casebook's places.
        described: groups of names, each of one place, in a fixed order.
    """
    root: dict[str, str] = {}
    owner: dict[str, str] = {}
    groups: dict[str, dict[str, None]] = {}

    def join(names: Iterable[str], into: str) -> None:
        for name in names:
            root[plain_place(name)] = into
            groups.setdefault(into, {}).setdefault(tidy(name))

    for place in declared:
        names = (place.name, *place.aliases)
        join(names, fold(place.name))
        owner |= {plain_place(name): fold(place.name) for name in names}
    for names in described:
        roots = sorted({root.get(plain_place(name), plain_place(name)) for name in names})
        owners = {owner[plain_place(name)] for name in names if plain_place(name) in owner}
        if len(owners) > 1:
            continue
        into = owners.pop() if owners else roots[0]
        for merged in roots:
            join(groups.pop(merged, {}) if merged != into else (), into)
        join(names, into)
    return Places(root, frozenset(root), {into: tuple(names) for into, names in groups.items()})

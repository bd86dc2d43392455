"""What a casebook says about its war: its parties, its places, its days."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.partial_date import PartialDate


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

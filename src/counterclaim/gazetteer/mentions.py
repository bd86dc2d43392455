"""The names in a text, gathered: one mention for all the spans that are taken to mean the same place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.gazetteer.candidates import Candidate, candidates
from counterclaim.gazetteer.declared import Declared
from counterclaim.gazetteer.folding import place_key
from counterclaim.gazetteer.gazetteer import Gazetteer
from counterclaim.gazetteer.records import Spot, SpotKind
from counterclaim.gazetteer.words import place_words

Span = tuple[int, int]

_BEHIND = re.compile(r"\s*(?:,|\()\s*([^\W\d_][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3})")
_NEXT_WORD = re.compile(r"[ \n]+([\w-]+)")
_PARTS = re.compile(r"\s*[,(/;]\s*")
_CONTAINERS: frozenset[SpotKind] = frozenset({"country", "region", "district", "area"})
_LONGEST_BEHIND = 60


@dataclass(slots=True)
class Mention:
    """Names in a text that are taken to stand for one place.

    Attributes:
        spans: which of the spans asked about these are, by number.
        options: the entries that the name may stand for, never empty.
        inside: the areas that the text gives right behind the name.
        chosen: which of the options is meant.
        sure: how sure that is, 0 to 1.
    """

    name: str
    options: tuple[Candidate, ...]
    inside: tuple[Spot, ...] = ()
    spans: list[int] = field(default_factory=list)
    chosen: int = 0
    sure: float = 0.0

    @property
    def candidate(self) -> Candidate:
        """The option that is meant."""
        return self.options[self.chosen]


def mentions(text: str, spans: Sequence[Span], declared: Declared, gazetteer: Gazetteer) -> list[Mention]:
    """Gather the spans by name and by the area given behind it; names that nothing is known of are left out.

    A name without an area behind it is taken to mean the same place as where it has one, if it has one only.
    """
    found: dict[tuple[str, tuple[int, ...]], Mention] = {}
    for number, (start, end) in enumerate(spans):
        name, options, inside = _read(text, start, end, declared, gazetteer)
        if options:
            key = f"{place_key(name)} {options[0].how}", tuple(spot.id for spot in inside)
            found.setdefault(key, Mention(name, options, inside)).spans.append(number)
    return list(_joined(found))


def _joined(found: dict[tuple[str, tuple[int, ...]], Mention]) -> Iterator[Mention]:
    placed: dict[str, list[Mention]] = {}
    for (name, inside), mention in found.items():
        if inside:
            placed.setdefault(name, []).append(mention)
    for (name, inside), mention in found.items():
        if not inside and len(placed.get(name, ())) == 1:
            placed[name][0].spans += mention.spans
        else:
            yield mention


def _read(
    text: str, start: int, end: int, declared: Declared, gazetteer: Gazetteer
) -> tuple[str, tuple[Candidate, ...], tuple[Spot, ...]]:
    """A span's name, what it may stand for, and the areas given behind it."""
    name = text[start:end]
    if own := declared.find(name):
        return name, own, ()
    with_kind = _with_kind(name, text[end : end + _LONGEST_BEHIND])
    if with_kind:
        fitting = tuple(one for one in candidates(with_kind, gazetteer) if one.how in ("kind", "name"))
        if fitting:
            return with_kind, fitting, _behind(text, end + len(with_kind) - len(name), gazetteer)
    options = candidates(name, gazetteer)
    if options:
        return name, options, _behind(text, end, gazetteer)
    head, *rest = _PARTS.split(name.strip(" ()"))
    if not rest:
        return name, (), ()
    inside = tuple(spot for part in rest for spot in _areas(part, gazetteer))
    for part in (head, *rest):
        if options := declared.find(part) or candidates(part, gazetteer):
            return part, options, inside if part == head else ()
    return name, (), ()


def _with_kind(name: str, behind: str) -> str | None:
    """The name with the noun behind it that says what kind of place it is: Aleppo [province]."""
    word = _NEXT_WORD.match(behind)
    if word and word[1].casefold() in place_words().kind_of and word[1].casefold() not in ("state", "city"):
        return name + word[0].replace("\n", " ")
    return None


def _behind(text: str, end: int, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """The areas that the text names right behind the name: Paris[, Texas]."""
    found = _BEHIND.match(text, end, end + _LONGEST_BEHIND)
    if not found:
        return ()
    words = found[1].split(" ")
    for length in range(len(words), 0, -1):
        if areas := _areas(" ".join(words[:length]), gazetteer):
            return areas
    return ()


def _areas(name: str, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    hits = (hit for hit in gazetteer.find(name) if hit.sort != "people")
    return tuple(hit.spot for hit in hits if hit.spot.kind in _CONTAINERS)

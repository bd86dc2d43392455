"""Which entries of the gazetteer a name may stand for, and how near what the name says comes to each."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from counterclaim.gazetteer.gazetteer import Gazetteer
from counterclaim.gazetteer.index import Hit
from counterclaim.gazetteer.records import PRECISION_OF_KIND, Spot, SpotKind
from counterclaim.gazetteer.words import place_words

_POSSESSIVE = re.compile(r"['’]s?\Z")
_EDGES = ' \t\n"“”()[],;:'
_ABBREVIATION = re.compile(r"\.\Z|\A[A-Z]{2,3}\Z|\A(?:[A-Z]\.)+[A-Z]?\Z")
"""N.Y., Va., NSW: states and countries are abbreviated, towns seldom are."""

_LEAST_STEM = 4
_LEAST_OF_PEOPLE = 10_000
_DIVISIONS: frozenset[SpotKind] = frozenset({"region", "district"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may stand for.

    Attributes:
        sort: as `Hit.sort`.
        how: the name of the rule by which the name led to the entry, one of `RULES`.
        precision: 1 to 7, as `WHERE_PREC`.
    """

    spot: Spot
    sort: str
    how: str
    precision: int


def candidates(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The entries that a name may stand for, by the first of the ways below that finds one.

    The name as it is; the name without the noun for its kind, which then must fit; a thing, river or part
    called after the place; a word for its people. Another romanisation
    of the name goes before these.

    Raises:
        GazetteerError: the gazetteer cannot be read.
    """
    plain = _POSSESSIVE.sub("", name.strip(_EDGES))
    if plain.islower() or not plain:
        return ()  # "the north-east", "the line of contact": no name
    for way in _WAYS:
        if found := tuple(way(plain, gazetteer)):
            return found
    return ()


def _as_written(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    hits = gazetteer.find(name)
    if _ABBREVIATION.search(name) and any(hit.spot.code for hit in hits):
        hits = tuple(hit for hit in hits if hit.spot.code)
    yield from (_candidate(hit, "people" if hit.sort == "people" else "name") for hit in hits)


def _of_kind(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    words = place_words()
    for pattern in (words.kind_behind, words.kind_before):
        if found := pattern.search(name):
            kinds = words.kind_of[" ".join(found[1].casefold().split())]
            hits = [hit for hit in gazetteer.find(pattern.sub("", name)) if hit.sort != "people"]
            fitting = [_candidate(hit, "kind") for hit in hits if hit.spot.kind in kinds]
            yield from fitting or (_around(_candidate(hit, "around"), kinds) for hit in hits)


def _around(candidate: Candidate, kinds: Iterable[SpotKind]) -> Candidate:
    """A division of which only the town or land that it is called after is known."""
    is_division = not _DIVISIONS.isdisjoint(kinds)
    return replace(candidate, precision=max(3, candidate.precision) if is_division else candidate.precision)


def _thing(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for hit in _without(place_words().thing_behind, name, gazetteer):
        yield replace(_candidate(hit, "thing"), precision=max(2, precision_of(hit.spot)))


def _feature(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for hit in _without(place_words().feature, name, gazetteer):
        yield replace(_candidate(hit, "feature"), precision=5)


def _part(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    words = place_words()
    if words.part_before.match(name):
        for candidate in candidates(words.part_before.sub("", name, count=1), gazetteer):
            if candidate.sort != "people":
                is_large = candidate.spot.kind in ("country", "continent")
                yield replace(candidate, how="part", precision=5 if is_large else candidate.precision)


def _spelling(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for hit in gazetteer.find_by_sound(name):
        yield _candidate(hit, "spelling")


def _people(name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for ending in place_words().lists["people"]:
        stem = name.removesuffix(ending)
        if stem == name or len(stem) < _LEAST_STEM:
            continue
        for written in (stem, f"{stem}a", f"{stem}e", f"{stem}o"):
            hits = [hit for hit in gazetteer.find(written) if hit.sort == "main" and _has_people(hit.spot)]
            if hits:
                yield from (replace(_candidate(hit, "people"), sort="people") for hit in hits)
                return


def _has_people(spot: Spot) -> bool:
    """Whether texts may have a word for its people: few villages have one."""
    return spot.kind != "town" or spot.population >= _LEAST_OF_PEOPLE


def _without(pattern: re.Pattern[str], name: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    bare = pattern.sub("", name, count=1)
    if bare and bare != name:
        yield from (hit for hit in gazetteer.find(bare) if hit.sort != "people")


def precision_of(spot: Spot) -> int:
    """The precision of an entry as such, 1 to 7."""
    return PRECISION_OF_KIND[spot.kind]


def _candidate(hit: Hit, how: str) -> Candidate:
    return Candidate(hit.spot, hit.sort, how, precision_of(hit.spot))


_WAYS: tuple[Callable[[str, Gazetteer], Iterator[Candidate]], ...] = (
    _as_written,
    _of_kind,
    _part,
    _spelling,
    _thing,
    _feature,
    _people,
)

"""Where the places lie that claims name, and which of their names the gazetteer gives to one place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.gazetteer import RULES, Gazetteer, ResolvedPlace, Unplaced, explained_places
from counterclaim.model import Claim, Conflict, Document, Location, Party

_SAME = frozenset({"town"})
_LOOSE = frozenset({"around", "feature", "part", "people", "thing"})


@dataclass(frozen=True, slots=True)
class Located:
    """What the gazetteer says of the names of places in claims.

    Attributes:
        places: from a name as written to the place that it stands for in most documents.
        groups: names of one town or village each, by which texts call it.
        unplaced: from a name that stands for no place in any document to why that is so.
    """

    places: Mapping[str, ResolvedPlace]
    groups: tuple[tuple[str, ...], ...]
    unplaced: Mapping[str, Unplaced]


NOWHERE = Located({}, (), {})
"""What is said without a gazetteer."""


def locate(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    conflict: Conflict,
    parties: Iterable[str],
    gazetteer: Gazetteer,
) -> Located:
    """Look up the places that claims name, each in the light of its document's others.

    Args:
        claims: in a fixed order.
        documents: in which they were found.
        conflict: what the casebook declares.
        parties: names of its belligerents, whose countries tell where the conflict is.
        gazetteer: where to look.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
    """
    texts = {document.digest: document.text for document in documents}
    if not conflict.parties:
        conflict = replace(conflict, parties=tuple(Party(name) for name in sorted(parties)))
    named: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.place:
            named[claim.document].setdefault(claim.place, claim)
    votes: dict[str, list[ResolvedPlace]] = defaultdict(list)
    unplaced: dict[str, Unplaced] = {}
    for document, by_name in named.items():
        text, spans = _spans(texts.get(document, ""), by_name)
        places = explained_places(text, spans, conflict=conflict, gazetteer=gazetteer)
        for name, place in zip(by_name, places, strict=True):
            if isinstance(place, Unplaced):
                unplaced[name] = place
            elif place.is_place:
                votes[name].append(place)
            else:
                unplaced[name] = Unplaced("people", f"{RULES['people']} It places nothing there.")
    found = {name: _most(places) for name, places in votes.items()}
    return Located(
        {**_declared(conflict, gazetteer), **found},
        tuple(_groups(votes)),
        {name: why for name, why in unplaced.items() if name not in found},
    )


def _declared(conflict: Conflict, gazetteer: Gazetteer) -> dict[str, ResolvedPlace]:
    """The casebook's places, which no claim need name."""
    names = [place.name for place in conflict.places]
    alone = (
        explained_places(name, [(0, len(name))], conflict=conflict, gazetteer=gazetteer) for name in names
    )
    return {
        name: place for name, (place,) in zip(names, alone, strict=True) if isinstance(place, ResolvedPlace)
    }


def location_of(place: ResolvedPlace | Unplaced, used: Iterable[str]) -> Location:
    """What the gazetteer says of a place, as the register keeps it.

    Args:
        place: the gazetteer's answer.
        used: the names under which the register knows the place.
    """
    if isinstance(place, Unplaced):
        return Location(None, place.rule, place.reason)
    known = set(used)
    areas = dict(zip(("country", "region", "district"), place.admin, strict=False))
    return Location(
        precision=place.precision,
        rule=place.rule,
        reason=place.reason,
        kind=place.kind,
        country=place.country,
        region=areas.get("region"),
        district=areas.get("district"),
        other_names=tuple(name for name in place.names if name not in known),
        entry=place.id,
    )


def _spans(text: str, by_name: Mapping[str, Claim]) -> tuple[str, list[tuple[int, int]]]:
    """Where the names stand in a text; those that stand nowhere in it are put behind it."""
    spans = []
    for name, claim in by_name.items():
        start = text.find(name, claim.start, claim.end)
        start = start if start >= 0 else text.rfind(name, 0, claim.start)
        start = start if start >= 0 else text.find(name)
        if start < 0:
            start = len(text) + 1
            text = f"{text}\n{name}"
        spans.append((start, start + len(name)))
    return text, spans


def _most(places: list[ResolvedPlace]) -> ResolvedPlace:
    """The place that most documents mean, as precisely as one of them puts it; each claim has its own."""
    counted = Counter(place.id for place in places)
    return max(places, key=lambda place: (counted[place.id], -place.precision))


def _groups(votes: Mapping[str, list[ResolvedPlace]]) -> Iterable[tuple[str, ...]]:
    """Names that every document uses of the same town; a part of it or a thing in it is not the town."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, places in votes.items():
        found = {place.id for place in places}
        if len(found) == 1 and all(place.kind in _SAME and place.rule not in _LOOSE for place in places):
            names[found.pop()].append(name)
    return (tuple(group) for group in names.values() if len(group) > 1)

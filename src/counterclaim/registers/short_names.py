"""Short names that a document uses for a body or organisation that it has named in full.

A report writes "the Syrian Observatory for Human Rights" once and "the Observatory" after. The short name
stands for the full one if in each document that cites it one source alone bears all its words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from counterclaim.model import Claim
from counterclaim.registers.folding import fold
from counterclaim.registers.offices import Bag
from counterclaim.registers.source_names import Key, Reading, SourceNames

_IN_FULL = frozenset({"body", "organisation"})


def short_names(
    claims: Iterable[Claim], readings: Mapping[str, Reading], names: SourceNames
) -> dict[str, Reading]:
    """The short names, each read as the one source that it stands for in every document that cites it.

    Args:
        claims: the claims, in a fixed order.
        readings: each name's reading.
        names: the reader of names.
    """
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    sides: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for name in filter(None, (claim.source, claim.actor)):
            cited[claim.document].setdefault(name)
        if claim.source and claim.source_side:
            sides[claim.source].add(names.words.plain(claim.source_side))
    meant: dict[str, list[Reading | None]] = defaultdict(list)
    for here in cited.values():
        in_full = [readings[name] for name in here if readings[name].key.sort in _IN_FULL]
        for name in here:
            words = _telling_words(readings[name], names)
            if words:
                meant[name].append(_only(words, in_full, sides[name], names))
    return {
        name: replace(full, name=name, rule="short-for-one")
        for name, found in meant.items()
        if (full := found[0]) is not None
        and len({reading.key if reading else None for reading in found}) == 1
    }


def _telling_words(reading: Reading, names: SourceNames) -> Bag:
    """The words of a name that says neither whose it is nor who, without those that any source may bear."""
    if reading.key.sort != "other" or reading.person:
        return frozenset()
    known = names.offices
    words = reading.bag - known.beside_organisation - known.itself - known.group_itself
    return words if words == reading.bag and words <= known.vocabulary else frozenset()


def _only(words: Bag, in_full: list[Reading], sides: set[str], names: SourceNames) -> Reading | None:
    """The one source among those named in full that bears all the words, None if none or several do.

    A short name does not cross the sides that claims give it.
    """
    found: dict[Key, Reading] = {}
    for reading in in_full:
        bag = reading.bag or names.offices.bag(fold(" ".join(reading.key.parts)).split())
        if words <= bag and sides <= {reading.polity}:
            found.setdefault(reading.key, reading)
    return next(iter(found.values())) if len(found) == 1 else None

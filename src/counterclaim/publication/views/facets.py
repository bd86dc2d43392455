"""The choices of a page's filter, with how many entries each would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.labels import claim_phrase


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value that entries carry, its words, and how many entries carry it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter's drop-down list.

    Attributes:
        name: the name under which entries carry their values.
    """

    name: str
    label: str
    options: tuple[Option, ...]

    def ordered(self, values: Iterable[str]) -> "Facet":
        """The facet with its choices in the order of some values."""
        places = {value: place for place, value in enumerate(values)}
        return replace(self, options=tuple(sorted(self.options, key=lambda one: places[one.value])))


def facet(name: str, label: str, values: Iterable[str], words: Callable[[str], str] = str) -> Facet:
    """A facet from the values that the entries carry, in the order of the alphabet.

    Args:
        name: the name under which entries carry their values.
        label: the same for a reader.
        values: what the entries carry, "" for nothing.
        words: a value in words.
    """
    counts = Counter(value for value in values if value)
    options = [Option(value, words(value), count) for value, count in counts.items()]
    options.sort(key=lambda option: option.label.casefold())
    return Facet(name, label, tuple(options))


def party_names(brief: ClaimBrief) -> tuple[str, ...]:
    """The parties that a claim is about: whose people are counted, who acted, to whom."""
    marks = (brief.party, brief.actor, brief.target)
    return tuple(dict.fromkeys(mark.name for mark in marks if mark))


def claim_facets(briefs: Sequence[ClaimBrief], parties: Iterable[str]) -> tuple[Facet, ...]:
    """The facets of a list of claims: kind, subject, party, source.

    Args:
        briefs: the claims.
        parties: the names to offer as parties; other actors are found by the text search.
    """
    offered = set(parties)
    kinds = {"count": "Counts", "event": "Events"}
    named = (name for brief in briefs for name in party_names(brief) if name in offered)
    return (
        facet("kind", "Kind", (brief.claim.kind for brief in briefs), lambda kind: kinds.get(kind, kind)),
        facet("what", "What", (claim_phrase(brief.claim) for brief in briefs)),
        facet("party", "Party", named),
        facet("source", "Source", (brief.source.register_name for brief in briefs)),
    )

"""The place that a text is speaking of where a sentence names none."""

from collections import Counter
from functools import cache

from counterclaim.extraction.analysis import View
from counterclaim.extraction.places import PlaceMention, places_of
from counterclaim.lexicon import polities

_OPENING = 6  # sentences of which a document may be about a place that it names but once
_LEAST = 2  # mentions; a place named once in passing is not what a document is about
_TITLE = 3  # how many mentions further down one in the title is worth


class Focus:
    """Places of a document's sentences, and the one in focus at each.

    Args:
        text: the document's text.
        views: its analysed sentences.

    Attributes:
        whole: the one town that the whole document is about, None where there is none.
    """

    def __init__(self, text: str, views: list[View]) -> None:
        speakers = {word for view in views for s in view.sources for word in (s.source or "").split()}
        self._places = [[p for p in places_of(view, text) if p.name not in speakers] for view in views]
        self._views = views
        self._seats, self._states = _seats(), _states()
        self.whole = self._of_document()

    def places(self, index: int) -> list[PlaceMention]:
        """The places named in sentence `index`."""
        return self._places[index]

    def before(self, index: int) -> str | None:
        """The place in focus where sentence `index` names none.

        It is the last one that its paragraph named, that of its heading, or that of the document.
        """
        view = self._views[index]
        for earlier in range(index - 1, -1, -1):
            other = self._views[earlier]
            if other.paragraph != view.paragraph and not (other.is_heading and earlier == index - 1):
                break
            strong = [
                p
                for p in self._places[earlier]
                if p.strength == 3 or (p.is_known and p.name not in self._seats)
            ]
            if strong:
                return strong[0].name
        return self.whole

    def _of_document(self) -> str | None:
        """The one town that a report of one incident names over and over, its title before the rest."""
        named: Counter[str] = Counter()
        early: set[str] = set()
        for position, places in enumerate(self._places):
            for place in places:
                in_title = position == 0 and self._views[0].is_heading and place.name not in self._states
                if place.is_known and (in_title or place.strength == 3 or place.name not in self._seats):
                    named[place.name] += _TITLE if position == 0 else 1
                    early |= {place.name} if position < _OPENING else set()
        common = named.most_common(2)
        if not common or (common[0][1] < _LEAST and common[0][0] not in early):
            return None
        return common[0][0] if len(common) == 1 or common[0][1] >= 2 * common[1][1] else None


@cache
def _seats() -> frozenset[str]:
    return frozenset(name for polity in polities() for name in (*polity.capitals, *polity.names))


@cache
def _states() -> frozenset[str]:
    return frozenset(
        name for polity in polities() for name in (polity.name, *polity.aliases, *polity.territories)
    )

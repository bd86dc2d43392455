"""The place that a text is speaking of where a sentence names none."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.places import PlaceMention, places_of
from counterclaim.extraction.subject import Subject, tells_of_harm
from counterclaim.lexicon import polities, word_set
from counterclaim.lexicon.gazetteer import areas

_OPENING: Final = 8  # sentences in which a document names the place that it is about,
_OFTEN: Final = 3  # if it does not name it in so many
_LEAST: Final = 1.5  # votes of the place that a report of one attack is about
# and of another report: a place named once in passing is not what it is about
_LEAST_OF_OTHERS: Final = 3
_BORDERING: Final = ("airspace", "border", "frontier")  # of what nothing more precise is said
_TITLE: Final = 4  # votes of a place in the title
# votes of a place that one of the first sentences gives to an attack, to fighting or to harm
_LEDE: Final = 3
_LEDES: Final = 4  # sentences below the title that are such
_STRONG: Final = 3  # the strength of a place after "in" and its like
_WEAK: Final = 0.5  # what the vote of another place is worth
_SAID: Final = 0.5  # and each time that the text says its name
_STATE: Final = 0.5  # what a state's vote is worth: it names a party as often as a place
_SHARE: Final = 0.35  # of all votes: a history of a war has no place that it is about
_MARGIN: Final = 1.2  # how many times the votes of the next place it takes


class Focus:
    """Places of a document's sentences, and the one in focus at each.

    Args:
        text: the document's text.
        views: its analysed sentences.
        context: what holds for the whole of it.

    Attributes:
        whole: the one town that the whole document is about, None where there is none.
        is_on_land: whether that place is a land of several towns: Gaza, Darfur.
    """

    def __init__(self, text: str, views: list[View], context: Context) -> None:
        speakers = {word for view in views for s in view.sources for word in (s.source or "").split()}
        self._views, self._context = views, context
        self._seats, self._states = _seats(), _states()
        self._places = [
            [p for p in places_of(view, text) if p.name not in speakers or self._is_town(p)] for view in views
        ]
        self._lands = [
            (i, p.name) for i, places in enumerate(self._places) for p in places if is_land(p.name)
        ]
        self.whole = self._of_document()
        self.is_on_land = self.whole in _lands() or self.whole in self._states

    def _is_town(self, place: PlaceMention) -> bool:
        """Whether a name that stands in a speaker's too is a place here: in Kherson, the Kherson governor."""
        return place.is_known and place.strength == _STRONG and place.name not in self._seats

    def places(self, index: int) -> list[PlaceMention]:
        """The places named in sentence `index`."""
        return self._places[index]

    def before(self, index: int) -> str | None:
        """The place in focus where sentence `index` names none: that of its paragraph, or of the document."""
        here = self.in_paragraph(index)
        if here in self._states and self.whole is not None and not self._context.is_between_states:
            return self.whole  # the group that it fights in Yemen: no nearer than the town attacked
        return here or self.whole

    def in_paragraph(self, index: int) -> str | None:
        """The place that the sentences before `index` in its paragraph named last, or its heading."""
        view = self._views[index]
        for earlier in range(index - 1, -1, -1):
            other = self._views[earlier]
            if other.paragraph != view.paragraph and not (other.is_heading and earlier == index - 1):
                break
            strong = [
                p
                for p in self._places[earlier]
                if not p.is_line
                and not p.is_around
                and (p.strength == _STRONG or (p.is_known and p.name not in self._seats))
            ]
            if strong:
                return strong[0].name
        return None

    def land_before(self, index: int) -> str | None:
        """The land or region that the text named last before sentence `index`."""
        at = bisect_left(self._lands, index, key=lambda index_and_name: index_and_name[0])
        return self._lands[at - 1][1] if at else None

    def _of_document(self) -> str | None:
        """The one place that a report of one incident is about: that of its title and lede, or named most."""
        votes: defaultdict[str, float] = defaultdict(float)
        named: Counter[str] = Counter()
        early: set[str] = set()
        ledes = 0
        for index, (view, places) in enumerate(zip(self._views, self._places, strict=True)):
            is_lede = not view.is_heading and ledes < _LEDES
            ledes += is_lede
            weight = _TITLE if index == 0 else _LEDE if is_lede and tells_of_harm(view) else 1
            for place in places:
                if self._may_be_focus(place, index):
                    votes[place.name] += weight * (1 if index == 0 or place.strength == _STRONG else _WEAK)
                    named[place.name] += 1
                    early |= {place.name} if index < _OPENING else set()
        return self._elected(votes, early | {name for name, times in named.items() if times >= _OFTEN})

    def _elected(self, votes: Mapping[str, float], eligible: set[str]) -> str | None:
        """The name with most votes, if it has many and many more than the next.

        Fuzuli and Fuzuli district share their votes.
        """
        said = self._said({name.split()[0] for name in votes})
        shared: defaultdict[str, float] = defaultdict(float)
        for name, number in votes.items():
            if name in eligible:
                shared[name.split()[0]] += number * (_STATE if name in self._states else 1)
        for word in shared:
            shared[word] += _SAID * said[word] * (_STATE if word in self._states else 1)
        common = sorted(shared.items(), key=lambda word_and_votes: -word_and_votes[1])[:2]
        least = _LEAST if self._context.subject is Subject.ATTACK else _LEAST_OF_OTHERS
        if not common or common[0][1] < max(least, _SHARE * sum(shared.values())):
            return None
        if len(common) > 1 and common[0][1] < _MARGIN * common[1][1]:
            return None
        return max((n for n in votes if n.split()[0] == common[0][0]), key=lambda name: votes[name])

    def _may_be_focus(self, place: PlaceMention, index: int) -> bool:
        passing = place.strength == 0 or place.is_around or place.preposition in ("from", "to")
        if passing or place.is_line or place.name.endswith(_BORDERING):
            return False
        if self._context.is_between_states and place.name in _disputed():
            return False  # what the states fight over names their war
        opens_title = place.first == 0 or self._views[index].tokens[place.first - 1].low == ","
        speaks = place.name in self._seats and opens_title  # Ankara, Baku dismiss report
        in_title = index == 0 and place.name not in self._states and not speaks
        return in_title or place.strength == _STRONG or (place.is_known and place.name not in self._seats)

    def _said(self, words: set[str]) -> Counter[str]:
        """How often each word stands in the text, capitalised."""
        return Counter(t.text for v in self._views for t in v.tokens if t.is_capitalised and t.text in words)


@cache
def _seats() -> frozenset[str]:
    """Capitals and states, which texts name for their governments; a land such as Gaza is a place."""
    names = {name for polity in polities() for name in (*polity.capitals, *polity.names)}
    return frozenset(names - _lands())


@cache
def _states() -> frozenset[str]:
    return frozenset({name for polity in polities() for name in (polity.name, *polity.aliases)} - _lands())


def is_land(name: str) -> bool:
    """Whether a name is that of a land or region, not of a town or state: Darfur, Kursk region."""
    return name in _lands() or name in areas() or name.rsplit(maxsplit=1)[-1].lower() in _REGIONS


_REGIONS: Final = word_set("places", "regions")


@cache
def _disputed() -> frozenset[str]:
    """Self-declared states and their lands."""
    declared = [polity for polity in polities() if polity.kind == "self_declared_state"]
    return frozenset(name for p in declared for name in (p.name, *p.aliases, *p.territories))


@cache
def _lands() -> frozenset[str]:
    territories = {name for polity in polities() for name in polity.territories}
    return frozenset(territories | {p.name for p in polities() if p.kind == "territory"})

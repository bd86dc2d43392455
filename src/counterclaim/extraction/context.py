"""What a document as a whole says about its war: the parties that it speaks of and when it began."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.bystanders import BORDERS, in_source, is_beside_the_war
from counterclaim.extraction.irregulars import (
    employer_of_mercenaries,
    is_hired,
    served_by_fighters,
    unnamed_rebels,
)
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.subject import Subject, subject_of
from counterclaim.lexicon import polities, word_set
from counterclaim.lexicon.gazetteer import country_of
from counterclaim.model import Conflict, Document
from counterclaim.partial_date import PartialDate

_WARS: Final = word_set("context", "wars")
_BEGINS: Final = word_set("context", "begins")


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole document.

    Attributes:
        parties: states and groups by how often the document names them, most often first.
        states: those of them that are states or self-declared ones.
        groups: those of them that are armed groups or coalitions.
        hired: those of the groups that the document calls mercenaries.
        unnamed_rebels: what the document calls rebels whose group it does not name: "separatists".
        employer: the party for which it says that mercenaries fight.
        served: the party to which it says that fighters are sent, mercenaries or others.
        country: the state that it names most and in which most of its towns lie, if it names one often.
        dateline: the state in which its dateline's town lies.
        topic: the state that its title is headed with: "Lebanon, day 19".
        places: territories and seats that the document names, to their parties.
        war_start: the day on which the document or the casebook says that its war began.
        date: the document's own date.
        names: parties, to the name that the document uses for each.
        is_between_states: whether it speaks of a war of states, in which the dead take their country.
        sides: the parties that the casebook declares, to the side of each.
        period: first and last day of the stretch that the document's title says it reports on.
        subject: the kind of thing that it reports on.
    """

    parties: tuple[str, ...]
    states: frozenset[str]
    groups: frozenset[str]
    hired: frozenset[str]
    unnamed_rebels: str | None
    employer: str | None
    served: str | None
    country: str | None
    dateline: str | None
    topic: str | None
    places: Mapping[str, str]
    war_start: PartialDate | None
    date: PartialDate | None
    is_between_states: bool
    sides: Mapping[str, str]
    period: tuple[PartialDate, PartialDate] | None
    names: Mapping[str, str]
    subject: Subject

    def owner_of(self, place: str) -> str | None:
        """The party whose territory, seat or country a place is.

        A seat of a self-declared state that the document never names is a town of the country it lies in.
        """
        return self.places.get(place) or country_of(place)

    def written(self, party: str | None) -> str | None:
        """A party's name as the document has it: an armed group goes by the name that the text gives it."""
        return self.names.get(party, party) if party is not None else None

    @property
    def home_state(self) -> str | None:
        """The state whose army "the army" is: the one in whose country most of the document's towns lie."""
        return None if self.is_between_states else self.country or self.dateline

    @property
    def only_state(self) -> str | None:
        """The one state that a document about a war of states speaks of, facing an enemy it does not name."""
        named = [party for party in self.parties if party in self.states]
        return named[0] if len(named) == 1 else None

    @property
    def rebels(self) -> str | None:
        """What "the rebels" are: the armed group that the document names most, else what it calls them.

        It is none that fights for pay, and no coalition that came to a war from outside.
        """
        able = self.fighting_groups
        unnamed = None if self.home_state is None else self.unnamed_rebels
        return next((p for p in self.parties if p in able), unnamed)

    @property
    def fighting_groups(self) -> frozenset[str]:
        """The armed groups that fight for themselves: not for pay, and no coalition of states."""
        return self.groups - self.hired - _COALITIONS

    @property
    def hired_force(self) -> str | None:
        """The force that "the mercenaries" are, where the document calls one of its groups so."""
        return next((p for p in self.parties if p in self.hired), None)

    def opponent(self, party: str | None) -> str | None:
        """The other of the two parties that the document speaks of most, or of a state and its rebels.

        Where the casebook says who is on which side, it is the one of another side that is named most.
        """
        if not self.is_between_states and self.rebels is not None:
            fights_state = party == self.rebels or party in self.fighting_groups
            return None if party is None else self.home_state if fights_state else self.rebels
        side = self.sides.get(party) if party is not None else None
        if side is not None:
            named = (other for other in (*self.parties, *self.sides) if other in self.sides)
            return next((other for other in named if self.sides[other] != side), None)
        main = self.parties[:2]
        if party is None or party not in main or len(main) < 2:
            return None
        return main[1] if party == main[0] else main[0]


def context_of(document: Document, conflict: Conflict, views: list[View]) -> Context:
    """Read what holds for the whole document from all of its sentences."""
    mentions = [m for view in views for m in view.parties if not is_beside_the_war(view, m)]
    named: Counter[str] = Counter()
    for mention in mentions:
        named[mention.party] += 1 if mention.how == "territory" else 3
    states = frozenset(mention.party for mention in mentions if mention.is_state)
    groups = frozenset(mention.party for mention in mentions if mention.is_group)
    start = conflict.start or _war_start(document, views)
    return Context(
        tuple(party for party, _ in named.most_common()),
        states,
        groups,
        frozenset(m.party for view in views for m in view.parties if m.is_group and is_hired(view, m)),
        unnamed_rebels(views),
        employer_of_mercenaries(views),
        served_by_fighters(views),
        _country(views, states, named),
        _dateline(views),
        _topic(views),
        _owners(document, views),
        start,
        document.date,
        _is_between_states(named, states, groups, views) or _is_of_declared_states(conflict, states, groups),
        {p.name: p.side or p.name for p in conflict.parties},
        _period(views, document.date),
        _written_names(document, views, {party.name for party in conflict.parties}),
        subject_of(views),
    )


_STATES: Final = frozenset(polity.name for polity in polities() if polity.kind == "state")
_COALITIONS: Final = frozenset(polity.name for polity in polities() if polity.kind == "coalition")
_SELF_DECLARED: Final = frozenset(
    polity.name for polity in polities() if polity.kind == "self_declared_state"
)
_HOME_VOTES: Final = {"name": 3, "demonym": 2, "seat": 1, "territory": 1, "side": 0}
_ARMED: Final = 2  # what a state's army adds: "Myanmar's military"


def _has_army(view: View, mention: PartyMention) -> bool:
    """Whether an army or an office of the state stands after its name: Congo's army, the Malian army."""
    return not _ARMIES.isdisjoint(view.lows[mention.last + 1 : mention.last + 4])


_ARMIES: Final = word_set("context", "armies")
_OF_PLACE: Final = word_set("places", "of_place")
_HOME_SHARE: Final = 0.25  # of the mentions of the most named party: a state named less is a bystander


def _country(views: list[View], states: frozenset[str], named: Counter[str]) -> str | None:
    """The state, among those that a document names, that it names most and most of its towns lie in."""
    votes: Counter[str] = Counter()
    towns: defaultdict[str, set[str]] = defaultdict(set)
    for view in views:
        sources = {i for s in view.sources for i in range(s.first, s.last + 1)}
        seats = {i for p in view.parties for i in range(p.first, p.last + 1)}
        for index, token in enumerate(view.tokens):
            if not token.is_capitalised or index == 0 or view.tokens[index - 1].low not in _OF_PLACE:
                continue
            if index not in sources and index not in seats:
                country = country_of(token.text)
                if country in states:
                    votes[country] += 2
                elif country is not None and not states:
                    towns[country].add(token.text)
        for mention in view.parties:
            after = view.lows[mention.last + 1 : mention.last + 3]
            if not _ABROAD.isdisjoint(after) or _is_counted(view, mention):
                continue
            if mention.party in states and not in_source(view, mention):
                votes[mention.party] += _HOME_VOTES[mention.how] + _ARMED * _has_army(view, mention)
    if not states:  # a text that names no state is about the one in which several of its towns lie
        country = max(towns, key=lambda name: len(towns[name]), default=None)
        return country if country is not None and len(towns[country]) > 1 else None
    recognised = Counter({state: weight for state, weight in votes.items() if state in _STATES})
    votes = recognised or votes  # the seat of a self-declared state lies in another's country too
    country, weight = votes.most_common(1)[0] if votes else (None, 0)
    return country if weight > _HOME_SHARE * max(named.values(), default=0) else None


def _is_counted(view: View, mention: PartyMention) -> bool:
    """Whether a state is named only for some of its people: 28 Pakistanis among the dead."""
    number = any(number.closing == mention.first - 1 for number in view.numbers)
    return number and mention.how == "demonym" and view.lows[mention.last].endswith("s")


_DATELINE: Final = 14  # tokens up to the dash that closes a dateline


def _topic(views: list[View]) -> str | None:
    """The state that a title names before its first comma or colon: "Lebanon, day 19", "Sudan: update"."""
    title = views[0] if views and views[0].is_heading else None
    for mention in title.parties[:1] if title is not None else ():
        after = title.lows[mention.last + 1 : mention.last + 2] if title is not None else []
        if mention.first == 0 and mention.is_state and mention.how == "name" and after in ([","], [":"]):
            return mention.party
    return None


def _dateline(views: list[View]) -> str | None:
    """The country of the town in capitals that a report opens with: "MARAWI CITY, July 6 —"."""
    for view in views[:_TITLES]:
        opening = view.tokens[:_DATELINE]
        if view.is_heading or not any(token.low in ("—", "–", "-", "--") for token in opening):
            continue
        words = list(takewhile(lambda t: t.kind == "word" and t.text.isupper(), opening))
        town = " ".join(token.text.title() for token in words)
        if town:
            return country_of(town) or country_of(town.removesuffix(" City"))
    return None


# after a state's name: it is near, or there to keep the peace
_ABROAD: Final = BORDERS | word_set("context", "peacekeepers")


# Of the mentions of the most named party: above this share an armed group makes a war a civil one,
_GROUP_SHARE: Final = 0.3
# and two states make it a war of states, unless several are named only so much: flown to Turkey and Sudan.
_PASSING: Final = 3
_TWO: Final = 2
# of the sentences: one in so many that speaks of the one government does it too
_GOVERNED_SHARE: Final = 0.1
_CIVIL_WORDS: Final = 2  # so many words such as "rebels" do the same
_CIVIL: Final = word_set("context", "civil")


def _is_between_states(
    named: Counter[str], states: frozenset[str], groups: frozenset[str], views: list[View]
) -> bool:
    """Whether the parties named most are states, or the only one faces an enemy that goes unnamed."""
    common = named.most_common(3)
    if not common:
        return False
    governed = sum(_one_government(view) for view in views)
    if governed >= max(_CIVIL_WORDS, len(views) * _GOVERNED_SHARE):
        return False
    led_by_states = all(party in states for party, _ in common[:2])
    if not led_by_states and any(p in groups and n >= _GROUP_SHARE * common[0][1] for p, n in common):
        return False
    civil = (view for view in views if not _CIVIL.isdisjoint(view.words))
    if sum(low in _CIVIL for view in civil for low in view.lows) >= _CIVIL_WORDS:
        return False
    if _fights_a_group(common, states, groups, views):
        return False
    acting = {
        m.party
        for view in views
        for m in view.parties
        if m.is_state and m.how != "seat" and (m.party in _STATES or m.how == "name")
    }
    counts = [count for party, count in named.items() if party in acting]
    if sum(count > _PASSING for count in counts) > 1 or len(counts) == _TWO:
        return True
    return not all(_ENEMIES.isdisjoint(view.words) for view in views)


def _is_of_declared_states(conflict: Conflict, states: Set[str], groups: Set[str]) -> bool:
    """Whether the casebook's war is one of states, and the document speaks of one of them and of no group."""
    declared = {p.name: p.side or p.name for p in conflict.parties if p.kind in _OF_STATES}
    is_of_states = len(set(declared.values())) > 1 and len(declared) == len(conflict.parties)
    return is_of_states and not groups and not declared.keys().isdisjoint(states)


_OF_STATES: Final = ("state", "self_declared_state")


def _fights_a_group(
    common: list[tuple[str, int]], states: frozenset[str], groups: frozenset[str], views: list[View]
) -> bool:
    """Whether the second state is only where the first one fights an armed group: Uganda in Somalia."""
    second = common[1][0] if len(common) > 1 else None
    if second not in states or not groups - _COALITIONS:
        return False
    if all(_CIVIL.isdisjoint(view.words) for view in views):
        return False
    return not any(m.party == second and _has_army(view, m) for view in views for m in view.parties)


def _one_government(view: View) -> bool:
    """Whether a sentence speaks of "the government" or of "government soldiers" as if there were only one."""
    if "government" not in view.words:
        return False
    lows = view.lows
    return any(
        low == "government" and (before == "the" or after in _GOVERNMENT)
        for before, low, after in zip(lows, lows[1:], [*lows[2:], ""], strict=False)
    )


_GOVERNMENT: Final = word_set("context", "government")
_ENEMIES: Final = word_set("counts_fields", "enemy")


def _written_names(document: Document, views: list[View], declared: Set[str]) -> dict[str, str]:
    """For each party the name that the document uses most; a state's own where that is among them.

    A party that the casebook declares goes by the name that stands there.
    """
    used: dict[str, Counter[str]] = {}
    states = set()
    for view in views:
        for mention in view.parties:
            if mention.how == "name" and mention.party not in declared:
                start, end = view.tokens[mention.first].start, view.tokens[mention.last].end
                used.setdefault(mention.party, Counter())[document.text[start:end]] += 1
                states |= {mention.party} if mention.is_state else set()
    written = {party: names.most_common(1)[0][0] for party, names in used.items()}
    for party in states:
        name = written[party].title() if written[party].isupper() else written[party]
        short = len(name) > _SHORT_NAME and " " not in name
        written[party] = party if party in used[party] or not short else name
    return written


_SHORT_NAME: Final = 4  # letters; initials are not a state's plain name


def _period(views: list[View], date: PartialDate | None) -> tuple[PartialDate, PartialDate] | None:
    """The stretch of days in the title: "harm to civilians, 27 September - 4 October", "July figures"."""
    for view in views[:_TITLES]:
        for interval in view.intervals if view.is_heading else ():
            start, end = interval.from_date, interval.to_date
            if start is None or end is None or interval.relation != "in":
                continue
            lasts = 1 < (end.last - start.first).days < _LONGEST_PERIOD
            lasts = lasts or (date is not None and len(end) == _A_YEAR and end.last < date.first)
            if lasts and (date is None or start.first <= date.last):
                return start, end
    return None


_LONGEST_PERIOD: Final = 200  # days; a longer stretch only tells wars apart, unless it is a year that is over
_A_YEAR: Final = len("2006")
_TITLES: Final = 4  # sentences in which a title stands


def _owners(document: Document, views: list[View]) -> dict[str, str]:
    """Each territory, seat or party's own name, as the document writes it, to the party."""
    owners = {}
    named = {m.party for view in views for m in view.parties if m.how in ("name", "demonym")}
    for view in views:
        for mention in view.parties:
            if mention.how != "demonym" and (mention.party in named or mention.party not in _SELF_DECLARED):
                start, end = view.tokens[mention.first].start, view.tokens[mention.last].end
                owners[document.text[start:end]] = mention.party
    return owners


def _war_start(document: Document, views: list[View]) -> PartialDate | None:
    """The date that most often stands by a war's beginning, not long before the document's own."""
    votes: Counter[PartialDate] = Counter()
    for view in views:
        if _WARS.isdisjoint(view.words):
            continue
        for date in view.dates:
            if date.from_date is None or date.from_date != date.to_date or len(date.from_date) < 7:
                continue
            weight = _beginning_near(view, date.start, date.end)
            if weight and _is_recent(date.from_date, document.date):
                votes[date.from_date] += weight
    return votes.most_common(1)[0][0] if votes else None


def _beginning_near(view: View, start: int, end: int) -> int:
    """How surely a date is a war's beginning: 2 by a word of beginning, 1 after "since"."""
    before = [t.low for t in view.tokens if start - 60 <= t.start < start]
    after = [t.low for t in view.tokens if end <= t.start < end + 40]
    if set(before[-8:]) & _BEGINS and set(before) & _WARS:
        return 2
    if set(after[:5]) & _BEGINS:
        return 2
    return 1 if before[-1:] == ["since"] or before[-2:] == ["since", "the"] else 0


def _is_recent(date: PartialDate, report: PartialDate | None) -> bool:
    if report is None:
        return True
    return report.last - timedelta(days=3 * 365) <= date.first <= report.last

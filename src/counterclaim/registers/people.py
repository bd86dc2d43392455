"""People under several spellings, by surname alone, or by the office that only they hold.

Two full names are one person if surname and given names are spelt alike, or a linked page says so, and
nothing says that they speak for different parties. A surname is a person's if one person of the casebook
bears it; an office is a person's if one person is said to hold it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from counterclaim.model import Document
from counterclaim.registers.finding import Occurrence, occurrences
from counterclaim.registers.folding import fold, romanised, skeleton, within_one_letter
from counterclaim.registers.source_names import Key, Reading, SourceNames

_LEAST_LETTERS = 5
_NUMERAL = re.compile(r"[IVX]+\Z|Jr\.?\Z|Sr\.?\Z")
_GIVEN_NAMES = re.compile(r"[\w,;] ((?:[^\W\d_][\w'’-]+ ){1,2})\Z")
_SENTENCE_MARK = re.compile(r"[.;:!?\n()\"“”]")
_NEAR = 90
_MOST_OFFICE_WORDS = 7
_MOST_PLACES_READ = 40


@dataclass(frozen=True, slots=True)
class Link:
    """A name that turns out to name something else than it seemed to, and by which rule."""

    key: Key
    rule: str


@dataclass(frozen=True, slots=True)
class People:
    """What the casebook says about people.

    Attributes:
        links: the names that stand for a person, other than by being the person's name.
        spoken_for: from a person to the polity whose office the texts give him or her.
    """

    links: Mapping[str, Link]
    spoken_for: Mapping[Key, str]


@dataclass(slots=True)
class _Person:
    """One full name, with everything that its readings say."""

    key: Key
    name: str
    spellings: set[str] = field(default_factory=set)
    polities: set[str] = field(default_factory=set)
    posts: set[Key] = field(default_factory=set)
    bags: set[frozenset[str]] = field(default_factory=set)
    spoken_for: str | None = None

    @property
    def tokens(self) -> list[str]:
        return [token for token in self.name.split() if not _NUMERAL.match(token)] or self.name.split()

    @property
    def surname(self) -> str:
        return romanised(self.tokens[-1])


def link_people(
    readings: Mapping[str, Reading],
    sides: Mapping[str, str],
    documents: Iterable[Document],
    names: SourceNames,
) -> People:
    """The names to be linked to a person: spellings, surnames, and offices of a sole holder.

    Args:
        readings: each name's reading.
        sides: the one party that claims say a name speaks for, where they agree on one.
        documents: the texts, in a fixed order; searched for full names and offices.
        names: the reader of names.
    """
    texts = list(documents)
    people = _people(readings, sides)
    same = _same_people(people, texts, names)
    links = {
        name: Link(same[reading.key], "spelling-of-person")
        for name, reading in readings.items()
        if reading.key in same and same[reading.key] != reading.key
    }
    persons = _merged(people, same)
    _offices_in_texts(persons, texts, names)
    links |= _surnames(readings, sides, persons, texts, names)
    links |= _holders(readings, persons, names)
    return People(links, {person.key: person.spoken_for for person in persons if person.spoken_for})


def _people(readings: Mapping[str, Reading], sides: Mapping[str, str]) -> dict[Key, _Person]:
    people: dict[Key, _Person] = {}
    for name, reading in sorted(readings.items()):
        if reading.person is None or " " not in reading.person:
            continue
        person = people.setdefault(reading.key, _Person(reading.key, reading.person))
        person.spellings.add(reading.person)
        person.polities |= {polity for polity in (reading.polity, sides.get(name)) if polity}
        person.posts |= {reading.post} if reading.post else set()
        person.bags |= {reading.bag} if reading.bag else set()
    return people


def _merged(people: Mapping[Key, _Person], same: Mapping[Key, Key]) -> list[_Person]:
    """One person a group of spellings, under the group's key."""
    merged: dict[Key, _Person] = {}
    for key, person in sorted(people.items(), key=lambda item: item[0].canonical):
        whole = merged.setdefault(same[key], _Person(same[key], people[same[key]].name))
        whole.spellings |= person.spellings
        whole.polities |= person.polities
        whole.posts |= person.posts
        whole.bags |= person.bags
    return list(merged.values())


# ---------------------------------------------------------------- one person, several spellings


def _same_people(people: Mapping[Key, _Person], texts: list[Document], names: SourceNames) -> dict[Key, Key]:
    """From each full name's key to the key of its group, which is the first in the alphabet."""
    group = {key: key for key in people}

    def unite(one: Key, other: Key) -> None:
        roots = sorted((_root(group, one), _root(group, other)), key=lambda key: key.canonical)
        group[roots[1]] = roots[0]

    buckets: dict[str, list[_Person]] = defaultdict(list)
    for person in people.values():
        buckets[skeleton(person.tokens[-1])].append(person)
    for alike in buckets.values():
        for one, other in combinations(alike, 2):
            if _is_same(one, other):
                unite(one.key, other.key)
    for one_name, other_name in _linked_pages(texts):
        one_key, other_key = (names.read(name).key for name in (one_name, other_name))
        if one_key in people and other_key in people:
            unite(one_key, other_key)
    return {key: _root(group, key) for key in people}


def _root(group: Mapping[Key, Key], key: Key) -> Key:
    while group[key] != key:
        key = group[key]
    return key


def _linked_pages(texts: list[Document]) -> Iterator[tuple[str, str]]:
    """The pairs of names of which a text says that the one links to the other's page."""
    for document in texts:
        for gloss in document.glosses:
            if gloss.anchor and gloss.title and gloss.anchor != gloss.title:
                yield gloss.anchor, gloss.title


def _is_same(one: _Person, other: _Person) -> bool:
    if one.polities and other.polities and not one.polities & other.polities:
        return False
    if not _alike(one.tokens[-1], other.tokens[-1]):
        return False
    fewer, more = sorted((one.tokens[:-1], other.tokens[:-1]), key=len)
    return all(any(_alike(given, other_given) for other_given in more) for given in fewer)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one word in two romanisations."""
    first, second = romanised(one), romanised(other)
    if first == second:
        return True
    long_enough = min(len(first), len(second)) >= _LEAST_LETTERS
    return long_enough and skeleton(one) == skeleton(other) and within_one_letter(first, second)


# ---------------------------------------------------------------- surnames


def _surnames(
    readings: Mapping[str, Reading],
    sides: Mapping[str, str],
    persons: list[_Person],
    texts: list[Document],
    names: SourceNames,
) -> dict[str, Link]:
    by_surname: dict[str, list[_Person]] = defaultdict(list)
    for person in persons:
        by_surname[person.surname].append(person)
    links: dict[str, Link] = {}
    unknown: dict[str, list[str]] = defaultdict(list)
    for name, reading in readings.items():
        if reading.person is None or " " in reading.person:
            continue
        polities = {polity for polity in (reading.polity, sides.get(name)) if polity}
        bearers = _fitting(by_surname[romanised(reading.person)], polities, reading)
        if len(bearers) == 1:
            links[name] = Link(bearers[0].key, "surname-of-one")
        elif not bearers:
            unknown[reading.person].append(name)
    for surname, full in _full_names(unknown, texts, names).items():
        links |= {name: Link(Key("person", (full,)), "surname-in-text") for name in unknown[surname]}
    return links


def _fitting(bearers: list[_Person], polities: set[str], reading: Reading) -> list[_Person]:
    """The bearers of a surname who may be meant, by polity and, where that leaves several, by office."""
    fitting = [
        person for person in bearers if not polities or not person.polities or polities & person.polities
    ]
    if len(fitting) > 1 and reading.bag:
        return [person for person in fitting if any(reading.bag <= bag for bag in person.bags)] or fitting
    return fitting


def _full_names(surnames: Iterable[str], texts: list[Document], names: SourceNames) -> dict[str, str]:
    """From each surname to the full name, folded, that the texts give with it, where they give one.

    Words that open a sentence are no evidence: any word has a capital there.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for surname in occurrences(surnames, texts):
        before = _GIVEN_NAMES.search(surname.text[max(0, surname.start - _NEAR) : surname.start])
        person = names.read(before[1] + surname.words).person if before else None
        if person and " " in person and person[0].isupper():
            found[surname.words].add(fold(person))
    return {surname: full.pop() for surname, full in found.items() if len(full) == 1}


# ---------------------------------------------------------------- offices


def _offices_in_texts(persons: Iterable[_Person], texts: list[Document], names: SourceNames) -> None:
    """Give each person the offices that stand beside the name in the texts.

    Where claims do not say for whom a person speaks, the polity of these offices does, if they are of one.
    """
    by_name = {spelling: person for person in persons for spelling in person.spellings}
    of_polity: dict[str, set[str]] = defaultdict(set)
    seen: Counter[str] = Counter()
    for name in occurrences(by_name, texts):
        seen[name.words] += 1
        if seen[name.words] > _MOST_PLACES_READ:
            continue
        person = by_name[name.words]
        for office in _beside(name, names):
            if person.polities and office.polity not in person.polities:
                continue
            of_polity[person.key.canonical].add(office.polity or "")
            if names.offices.serving.isdisjoint(fold(office.name).split()):
                person.posts.add(office.key)
    for person in by_name.values():
        if not person.polities and len(of_polity[person.key.canonical]) == 1:
            person.spoken_for = next(iter(of_polity[person.key.canonical]))


def _holders(
    readings: Mapping[str, Reading], persons: Iterable[_Person], names: SourceNames
) -> dict[str, Link]:
    """The offices named alone of which the casebook names one holder."""
    holders: dict[Key, set[Key]] = defaultdict(set)
    for person in persons:
        for post in person.posts:
            holders[post].add(person.key)
    return {
        name: Link(next(iter(holders[reading.key])), "sole-holder")
        for name, reading in readings.items()
        if reading.bag & names.offices.posts and len(holders.get(reading.key, ())) == 1
    }


def _beside(name: Occurrence, names: SourceNames) -> Iterator[Reading]:
    """The office of a polity that stands before a person's name, or else behind it after a comma.

    What stands behind and before another name is that one's: "Aliyev, Armenia's premier, Pashinyan".
    """
    before = _SENTENCE_MARK.split(name.text[max(0, name.start - _NEAR) : name.start])[-1].rstrip(", ").split()
    behind = _SENTENCE_MARK.split(name.text[name.end : name.end + _NEAR])[0].split(",")
    sizes = range(_MOST_OFFICE_WORDS, 0, -1)
    held = list(
        _first_office(
            ((before[-size - 1 : -size], before[-size:]) for size in sizes if size <= len(before)), names
        )
    )
    is_anothers = len(behind) > 2 and behind[2].lstrip()[:1].isupper()
    if not held and len(behind) > 1 and not behind[0] and not is_anothers:
        words = behind[1].split()
        held = list(_first_office((([], words[:size]) for size in sizes if size <= len(words)), names))
    yield from held


def _first_office(phrases: Iterable[tuple[list[str], list[str]]], names: SourceNames) -> Iterator[Reading]:
    """The first of the phrases, each with the word before it, that is an office still held."""
    for before, words in phrases:
        if any(word.endswith(",") for word in words):
            continue
        office = names.read(" ".join(words))
        if office.key.sort == "body" and office.speaks and _is_office(words, names):
            if names.offices.past.isdisjoint(fold(word) for word in [*before, *words]):
                yield office
            return


def _is_office(words: list[str], names: SourceNames) -> bool:
    """Whether a phrase opens or ends with the word for an officer, as a body's name does not."""
    ends = {fold(word).removesuffix("'s") for word in (words[0], words[1 % len(words)], words[-1])}
    return not ends.isdisjoint(names.offices.titles)

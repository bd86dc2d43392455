"""Many written names to one source: each name read alone, then in the light of the others."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from counterclaim.model import Claim, Document
from counterclaim.registers.finding import occurrences
from counterclaim.registers.folding import fold
from counterclaim.registers.people import link_people
from counterclaim.registers.short_names import short_names
from counterclaim.registers.source_names import Key, Reading, SourceNames

_ALONE = re.compile(r"[A-Z][A-Za-z&-]{1,10}\Z")
_LEAST_WORDS_OF_SOLE_BODY = 3
_LONGEST_FULL_NAME = 120


@dataclass(frozen=True, slots=True)
class Sources:
    """The names of a casebook's sources and actors, resolved.

    Attributes:
        readings: each name as read alone.
        keys: what each name names in the end.
        rules: by which rule.
        sides: the one party that claims say the name speaks for, where they agree on one.
        spoken_for: the polity whose office the texts give a person.
    """

    readings: Mapping[str, Reading]
    keys: Mapping[str, Key]
    rules: Mapping[str, str]
    sides: Mapping[str, str]
    spoken_for: Mapping[Key, str]


def resolve_sources(claims: Iterable[Claim], documents: Iterable[Document], names: SourceNames) -> Sources:
    """Resolve every source, actor and target that claims name.

    Args:
        claims: the claims, in a fixed order.
        documents: their documents, in a fixed order.
        names: the reader of names, with the casebook's words.
    """
    claims, documents = list(claims), list(documents)
    readings = {name: names.read(name) for name in _written(claims)}
    sides = _sides(claims, names)
    readings |= _at_sides(readings, sides, names)
    readings |= _abbreviations(readings, documents, names)
    readings |= short_names(claims, readings, names)
    readings |= _sole_bodies(readings, names)
    people = link_people(readings, sides, documents, names)
    links = people.links
    return Sources(
        readings=readings,
        keys={name: links[name].key if name in links else reading.key for name, reading in readings.items()},
        rules={
            name: links[name].rule if name in links else reading.rule for name, reading in readings.items()
        },
        sides=sides,
        spoken_for=people.spoken_for,
    )


def _written(claims: list[Claim]) -> list[str]:
    named = (name for claim in claims for name in (claim.source, claim.actor, claim.target))
    return list(dict.fromkeys(name for name in named if name))


def _sides(claims: list[Claim], names: SourceNames) -> dict[str, str]:
    """The party that each source speaks for, where the claims that name one name the same."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.source and claim.source_side:
            votes[claim.source][names.words.plain(claim.source_side)] += 1
    return {name: next(iter(parties)) for name, parties in votes.items() if len(parties) == 1}


def _at_sides(
    readings: Mapping[str, Reading], sides: Mapping[str, str], names: SourceNames
) -> dict[str, Reading]:
    """Bodies that name no polity, read as bodies of the party that they speak for."""
    known = names.offices
    generic = known.organ | known.itself | known.group_itself
    return {
        name: replace(names.at_side(reading, sides[name]), rule="body-of-side")
        for name, reading in readings.items()
        if reading.key.sort == "other" and not reading.person and reading.bag & generic and name in sides
    }


# ---------------------------------------------------------------- abbreviations


def _abbreviations(
    readings: Mapping[str, Reading], documents: list[Document], names: SourceNames
) -> dict[str, Reading]:
    """Abbreviations named alone that names or texts give behind one full name, read as that name."""
    alone = [name for name, reading in readings.items() if reading.key.sort == "other" and _ALONE.match(name)]
    defined: dict[str, dict[Key, Reading]] = defaultdict(dict)
    for reading in readings.values():
        if reading.acronym and not reading.person:
            defined[reading.acronym].setdefault(reading.key, reading)
    for name, full in _spelt_out((name for name in alone if name not in defined), documents, names):
        reading = names.read(full)
        defined[name].setdefault(reading.key, reading)
    return {
        name: replace(reading, name=name, rule="abbreviation")
        for name in alone
        if len(defined.get(name, ())) == 1
        for reading in defined[name].values()
    }


def _spelt_out(
    abbreviations: Iterable[str], documents: list[Document], names: SourceNames
) -> Iterator[tuple[str, str]]:
    """Each abbreviation that a text gives in brackets, with the words before whose initials it is.

    A country's adjective before them is taken too: "the Armenian National Security Service (NSS)".
    """
    for found in occurrences([f"({name})" for name in abbreviations if name.isupper()], documents):
        name = found.words[1:-1]
        letters = [letter.casefold() for letter in name if letter.isalpha()]
        words = found.text[max(0, found.start - _LONGEST_FULL_NAME) : found.start].split()
        start = _where_initials_begin(words, letters)
        if start is not None:
            of_a_polity = start > 0 and any(names.words.mentions(words[start - 1 : start]))
            yield name, " ".join(words[start - of_a_polity :])


def _where_initials_begin(words: list[str], letters: list[str]) -> int | None:
    """The word at which the initials begin, matched from the end; small words may be passed over."""
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and fold(words[at])[:1] != letter and words[at].islower():
            at -= 1
        if at < 0 or fold(words[at])[:1] != letter:
            return None
    return at


# ---------------------------------------------------------------- bodies without a country


def _sole_bodies(readings: Mapping[str, Reading], names: SourceNames) -> dict[str, Reading]:
    """Bodies that name no polity, where the casebook has one body of just these words, read as that one."""
    bodies: dict[frozenset[str], dict[Key, Reading]] = defaultdict(dict)
    for reading in readings.values():
        if reading.key.sort == "body":
            bodies[reading.bag].setdefault(reading.key, reading)
    return {
        name: replace(body, name=name, rule="only-such-body")
        for name, reading in readings.items()
        if reading.key.sort == "other"
        and len(reading.bag) >= _LEAST_WORDS_OF_SOLE_BODY
        and names.offices.speaks(reading.bag)
        and len(bodies.get(reading.bag, ())) == 1
        for body in bodies[reading.bag].values()
    }

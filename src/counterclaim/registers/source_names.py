"""A source's written name, read alone: whose body or officer it is, which organisation, which person."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from counterclaim.lexicon import organisations
from counterclaim.registers.folding import fold, tidy
from counterclaim.registers.offices import Bag, Offices
from counterclaim.registers.polity_words import Mention, PolityWords

_TOKEN = re.compile(r"[^\s,;()]+|[,;]")
_INNER = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z.&/-]{2,12}\Z")
_ROLE = re.compile(r"(?P<name>[^,]+),\s+(?P<role>(?!and\b)[a-z].*)\Z")
_MEMBER = re.compile(r"(?P<name>[^,]+?)\s+(?:of|from|at)\s+(?P<role>.+)\Z")
_JOINTS = re.compile(r"\s*(?:,\s*and\s|,|;|/|\band\b)\s*")
_LONGEST_PERSON = 4
_IN_A_LIST = 3


@dataclass(frozen=True, slots=True)
class Key:
    """What a name names, so that names of one thing have one key.

    Attributes:
        sort: what sort of thing it is.
        parts: what tells it apart within the sort.
    """

    sort: str
    parts: tuple[str, ...]

    @property
    def canonical(self) -> str:
        """The key as one text."""
        return f"{self.sort}: {' | '.join(self.parts)}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A written name, read.

    Attributes:
        name: as written.
        key: what it names, as far as the name alone tells.
        rule: how it was read.
        polity: the polity that its words name first.
        speaks: whether its words say that it speaks for that polity.
        bag: what tells the body apart, where it is a body or officer.
        acronym: the abbreviation that stands with it in brackets.
        person: the person's name, without titles.
        post: the office that stands with a person's name, or that stands for the person.
        role: what the name says about the person, as written.
        parts: the readings of those that are named jointly.
    """

    name: str
    key: Key
    rule: str
    polity: str | None = None
    speaks: bool = False
    bag: Bag = frozenset()
    acronym: str | None = None
    person: str | None = None
    post: Key | None = None
    role: str | None = None
    parts: tuple["Reading", ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNames:
    """Reads names with the words of one casebook.

    Attributes:
        words: the words for polities.
        offices: the words for bodies and officers.
    """

    words: PolityWords
    offices: Offices
    _read: dict[str, Reading] = field(default_factory=dict, repr=False, compare=False)

    def read(self, name: str) -> Reading:
        """Read one name as written."""
        if name not in self._read:
            self._read[name] = self._reading(name)
        return self._read[name]

    def _reading(self, name: str) -> Reading:
        inner, outer = _INNER.search(tidy(name)), _outer(name)
        acronym = inner[1].strip() if inner and _ACRONYM.match(inner[1].strip()) else None
        reading = self._whole(outer) or self._with_role(outer) or self._joint(outer) or self._parsed(outer)
        if (
            acronym
            and reading.key.sort == "body"
            and reading.polity
            and self.offices.is_abbreviation(acronym)
        ):
            reading = self._body(outer, reading.polity, self.offices.bag([fold(acronym)]))
        return replace(reading, name=name, acronym=acronym)

    def at_side(self, reading: Reading, side: str) -> Reading:
        """The reading of a body that names no polity, as a body of the party it speaks for."""
        words = [fold(token) for token in _TOKEN.findall(_outer(reading.name))]
        head = words[: next((at for at, word in enumerate(words) if at and self._is_preposition(word)), None)]
        group = side in self.words.groups
        last = self.offices.spellings.get(head[-1], head[-1])
        if group and last in self.offices.group_itself:
            return replace(reading, key=Key("polity", (side,)), polity=side, speaks=True)
        return replace(self._body(reading.name, side, self.offices.bag(map(_bare, words))), rule=reading.rule)

    # ------------------------------------------------------------ the name as a whole

    def _whole(self, name: str) -> Reading | None:
        polity = self.words.polity_of.get(name)
        if polity is not None:
            return self._polity_word(name, polity)
        organisation = _organisations().get(fold(name))
        if organisation is not None:
            return Reading(name, Key("organisation", (organisation,)), "known-organisation")
        return None

    def _polity_word(self, word: str, polity: str) -> Reading:
        if word in self.words.bodies:
            return self._body(word, polity, frozenset({fold(word)}))
        if word in self.words.peoples and polity not in self.words.groups:
            return Reading(word, Key("body", (polity, "people")), "people", polity, bag=frozenset({"people"}))
        return Reading(word, Key("polity", (polity,)), "polity-word", polity, speaks=True)

    def _body(self, name: str, polity: str, bag: Bag) -> Reading:
        """A body or officer of a polity; with no words left, the polity as such."""
        is_body = any(word in self.words.bodies for word in self._body_words(bag))
        bag = frozenset({"army"}) if bag & self.offices.army_names else bag
        group = polity in self.words.groups
        if self.offices.is_itself(bag, group):
            return Reading(name, Key("polity", (polity,)), "polity-itself", polity, speaks=True)
        key = Key("body", (polity, " ".join(sorted(bag))))
        speaks = is_body or bag == {"army"} or self.offices.speaks(bag)
        return Reading(name, key, "body-of-polity", polity, speaks, bag)

    def _body_words(self, bag: Bag) -> list[str]:
        folded = _folded(self.words.bodies)
        return [folded[word] for word in bag if word in folded]

    # ------------------------------------------------------------ several in one name

    def _joint(self, name: str) -> Reading | None:
        """Several polities, organisations or people named together."""
        parts = [part for part in _JOINTS.split(name) if part]
        if len(parts) < 2:
            return None
        readings = [self._whole(tidy(part)) or self._parsed(tidy(part)) for part in parts]
        if any(reading.key.sort == "other" for reading in readings):
            return None
        keys = tuple(sorted(reading.key.canonical for reading in readings))
        return Reading(name, Key("joint", keys), "joint", parts=tuple(readings))

    def _with_role(self, name: str) -> Reading | None:
        """A person followed by what he or she is: "Peter Maurer, president of the Red Cross"."""
        match = _ROLE.match(name) or _MEMBER.match(name)
        if match is None:
            return None
        person, role = self._parsed(match["name"]), self._parsed(tidy(match["role"]))
        if not person.person or " " not in person.person:
            return None
        if match.re is _MEMBER:
            is_body = role.key.sort in ("body", "organisation") and not role.person
            return self._person_with(person, role, person.role or match["role"]) if is_body else None
        return self._person_with(self._person(person.person, role), person, match["role"])

    def _person_with(self, person: Reading, more: Reading, role: str) -> Reading:
        """A person's reading with what another says about whom he or she speaks for."""
        return replace(
            person, polity=person.polity or more.polity, speaks=person.speaks or more.speaks, role=role
        )

    # ------------------------------------------------------------ word by word

    def _parsed(self, name: str) -> Reading:
        tokens = _TOKEN.findall(name)
        at = self._person_at(tokens)
        if at is not None and len(tokens) - at <= _LONGEST_PERSON and (at or len(tokens) > 1):
            title = " ".join(tokens[:at])
            read = self._of_polity(title, tokens[:at]) or self._other(title, tokens[:at])
            return self._person(" ".join(tokens[at:]), read)
        return (
            self._of_organisation(name, tokens) or self._of_polity(name, tokens) or self._other(name, tokens)
        )

    def _person_at(self, tokens: list[str]) -> int | None:
        """Where a person's name begins that runs to the end, None where there is none."""
        at = len(tokens)
        while at and self._is_of_a_person(tokens, at - 1):
            at -= 1
        while at < len(tokens) and fold(tokens[at]) in self.offices.particles:
            at += 1
        if at == len(tokens):
            return None
        before = tokens[at - 1] if at else None
        last = fold(_bare(before or "")).split("-")[-1]
        titled = before is None or last in self.offices.titles or before.endswith(("'s", "'"))
        return at if titled or self._is_only_polity(tokens[:at]) else None

    def _is_only_polity(self, tokens: list[str]) -> bool:
        """Whether the words before a name are a polity's adjective and nothing else."""
        return any(
            mention.start == 0 and mention.end == len(tokens) for mention in self.words.mentions(tokens)
        )

    def _is_of_a_person(self, tokens: list[str], at: int) -> bool:
        token, folded = tokens[at], fold(tokens[at])
        if folded in self.offices.particles:
            return True
        if not token[:1].isupper() or folded in self.offices.vocabulary or token.endswith(("'s", "s'")):
            return False
        return not any(True for _ in self.words.mentions([token])) and folded not in _organisations()

    def _person(self, person: str, title: Reading) -> Reading:
        """A person with the office, if any, that stands with the name."""
        words = frozenset(fold(title.name).split())
        holds = title.key.sort == "body" and words.isdisjoint(self.offices.past | self.offices.serving)
        sort = "person" if title.name or " " in person else "other"
        speaks = title.speaks and bool(title.bag)
        return Reading(
            person,
            Key(sort, (fold(person),)),
            "person",
            title.polity,
            speaks,
            title.bag,
            person=person,
            post=title.key if holds else None,
            role=title.name if words & self.offices.titles else None,
        )

    def _of_organisation(self, name: str, tokens: list[str]) -> Reading | None:
        """A known organisation with words before or behind its name."""
        for size in range(len(tokens) - 1, 0, -1):
            for start in (0, len(tokens) - size):
                named = tokens[start : start + size]
                organisation = _clear_organisations().get(fold(_bare(" ".join(named))))
                if organisation is None or not any(token[:1].isupper() for token in named):
                    continue
                rest = self._beside(tokens[:start]) if start else self._behind(tokens[size:])
                if not rest:
                    return Reading(name, Key("organisation", (organisation,)), "known-organisation")
                if start == 0:
                    return Reading(name, Key("organisation", (organisation, rest)), "of-organisation")
        return None

    def _beside(self, tokens: list[str]) -> str:
        """The words before an organisation's name that make it another: neither idle nor a country's."""
        named = {at for mention in self.words.mentions(tokens) for at in range(mention.start, mention.end)}
        return self._behind([token for at, token in enumerate(tokens) if at not in named])

    def _behind(self, tokens: list[str]) -> str:
        """The words behind an organisation's name that make it another."""
        idle = self.offices.beside_organisation | self.offices.ignored
        return " ".join(sorted(word for token in tokens if (word := fold(_bare(token))) not in idle))

    def _of_polity(self, name: str, tokens: list[str]) -> Reading | None:
        """A body or officer of a polity: "Azerbaijani Defence Ministry", "Ministry of Defence in Baku"."""
        tokens, mentions = self._without_helpers(tokens)
        if not mentions:
            return None
        head = min(mentions, key=lambda mention: (self._rank(tokens, mention), mention.start))
        if self._rank(tokens, head) == _IN_A_LIST:
            return None
        group = head.polity in self.words.groups
        words: list[str] = []
        at = 0
        for mention in [*mentions, Mention(len(tokens), len(tokens), "", "")]:
            words += [fold(_bare(token)) for token in tokens[at : mention.start]]
            at = mention.end
            if mention.word in self.words.bodies:
                words.append(fold(mention.word))
            elif mention.polity not in ("", head.polity) and not group:
                words.append(fold(mention.polity))
        return self._body(name, head.polity, self.offices.bag(words))

    def _without_helpers(self, tokens: list[str]) -> tuple[list[str], list[Mention]]:
        """The tokens without "Turkish-backed" and its like, and the polities that they name.

        "Hamas-run" goes too if another polity is named; else it says whose body it is.
        """
        helping = self.offices.run_by + self.offices.backed_by
        mentions = list(self.words.mentions(tokens))
        named = {at for mention in mentions for at in range(mention.start, mention.end)}
        kept = [token for at, token in enumerate(tokens) if at in named or not token.endswith(helping)]
        if not mentions:
            kept = [_without_ending(token, self.offices.run_by) for token in tokens]
        return kept, list(self.words.mentions(kept))

    def _rank(self, tokens: list[str], mention: Mention) -> int:
        """How surely a mention names the polity that the body belongs to, 0 most."""
        before = [token for token in tokens[: mention.start] if token not in ("the", "The")]
        word = fold(before[-1]) if before else None
        if word in ("", "and"):
            return _IN_A_LIST
        return 2 if word in self.offices.seated else int(word in self.offices.belonging)

    def _is_preposition(self, word: str) -> bool:
        return word in self.offices.belonging or word in self.offices.seated

    def _other(self, name: str, tokens: list[str]) -> Reading:
        bag = self.offices.bag(fold(_bare(token)) for token in tokens)
        person = name if len(tokens) == 1 and self._is_of_a_person(tokens, 0) else None
        return Reading(name, Key("other", (fold(name),)), "as-written", bag=bag, person=person)


def _outer(name: str) -> str:
    """The name without what it has in brackets, unless that is all."""
    return tidy(_INNER.sub("", tidy(name))) or tidy(name)


def _without_ending(token: str, endings: tuple[str, ...]) -> str:
    return next((token.removesuffix(ending) for ending in endings if token.endswith(ending)), token)


def _bare(token: str) -> str:
    return token[:-2] if token.endswith("'s") else token.rstrip("'.,")


@cache
def _organisations() -> dict[str, str]:
    """From every folded name of a known organisation to its first name."""
    return {fold(name): known.name for known in reversed(organisations()) for name in known.names}


@cache
def _clear_organisations() -> dict[str, str]:
    """The same without the names that as often mean something else."""
    unclear = {fold(name) for known in organisations() for name in known.ambiguous_names}
    return {name: known for name, known in _organisations().items() if name not in unclear}


@cache
def _folded(words: frozenset[str]) -> dict[str, str]:
    return {fold(word): word for word in words}

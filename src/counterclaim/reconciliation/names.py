"""One key for each party, place and source, however a text writes it.

Registers decide where they know a name. Where they do not, the conflict's own aliases do, then the
lexicon's polities and organisations, and last the telling words of the name as it is written.
"""

import re
from collections.abc import Iterable

from counterclaim.lexicon import organisations_by_name, polities_by_name
from counterclaim.model import Claim, Conflict, Entity, Registers
from counterclaim.reconciliation.tables import Cues
from counterclaim.registers import where_prec

_JOINED = re.compile(r"\s*[/,;]\s*|\s+and\s+", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z])\)")
_WORD = re.compile(r"[\w-]+")


class Names:
    """The keys of names, and what a party's key is called.

    Keys are case-folded text. What a key is called does not depend on the order in which names were
    met: the register's name for it, or the alphabetically first of the names written.
    """

    def __init__(self, conflict: Conflict, registers: Registers, cues: Cues, sources: Iterable[str]) -> None:
        self._registers = registers
        self._cues = cues
        self._entities = {entity.id: entity for entity in registers.entities}
        self._places_by_key = {
            entity.id.casefold(): entity for entity in registers.entities if entity.kind == "place"
        }
        self._parties = {
            alias.casefold(): party.name
            for party in reversed(conflict.parties)
            for alias in (*party.aliases, party.name)
        }
        self._places = {
            alias.casefold(): place.name
            for place in reversed(conflict.places)
            for alias in (*place.aliases, place.name)
        }
        self._theatre = {(self._known_place(word) or word).casefold() for word in phrases(conflict.name)}
        self._called: dict[str, str] = {}
        self._settled: dict[str, str] = {}
        self._known_parties: dict[str, str | None] = {}
        self._party_keys: dict[str, str] = {}
        self._member_keys: dict[str, frozenset[str]] = {}
        self._place_keys: dict[str, str | None] = {}
        self._countries: dict[str, str] = {}
        self._source_keys: dict[tuple[str, str | None], str] = {}
        self._short_forms = self._learn_short_forms(sources)

    def party(self, name: str | None) -> str | None:
        """The key of a party."""
        if name is None:
            return None
        if name not in self._party_keys:
            known = self._known_party(name)
            self._party_keys[name] = self._call(known or self._bare(name))
        return self._party_keys[name]

    def members(self, name: str | None) -> frozenset[str]:
        """The keys of the parties that a name joins: two for "Armenia/Artsakh"; none for None."""
        if name is None:
            return frozenset()
        if name not in self._member_keys:
            parts = [name] if self._known_party(name) else list_members(name)
            self._member_keys[name] = frozenset(key for part in parts if (key := self.party(part)))
        return self._member_keys[name]

    def is_known_party(self, name: str) -> bool:
        """Whether the name, or each that it joins, is a party's to the registers, conflict or lexicon."""
        parts = [name] if self._known_party(name) else list_members(name)
        return all(self._known_party(part) for part in parts)

    def each(self, name: str | None) -> frozenset[str]:
        """As `members`, of a name whose parts are parties by themselves even where the whole is known."""
        parts = list_members(name) if name else []
        return frozenset(key for part in parts for key in self.members(part))

    def nations(self, name: str | None) -> frozenset[str]:
        """The keys of the parties that words of a name stand for: Turkey in "Turkish Air Force"."""
        words = _WORD.findall(name or "")
        return frozenset(known.casefold() for word in words if (known := self._known_party(word)))

    def place(self, name: str | None) -> str | None:
        """The key of a place; None for words that name the whole theatre of the war."""
        if name is None:
            return None
        if name not in self._place_keys:
            known = self._known_place(name)
            key = (known or self._bare(name, self._cues.before_places)).casefold()
            at_large = key in self._cues.theatre or key in self._theatre
            self._place_keys[name] = None if at_large else key
        return self._place_keys[name]

    def where_prec(self, claim: Claim) -> int | None:
        """How precisely a claim says where it was, 1 to 7; None where its place has no point."""
        return where_prec(claim, self.place_entity(claim.place or ""), self._registers)

    def place_entity(self, name: str) -> Entity | None:
        """The register's entry of a place, with where it lies; None where the registers lack it."""
        return self._entities.get(self._registers.entity_id("place", name) or "")

    def around(self, place: str) -> tuple[str, ...]:
        """The keys of the district, region and country that a place lies in, as far as they are known."""
        entity = self._places_by_key.get(place)
        if entity is None or entity.location is None:
            return ()
        where = entity.location
        keys = (self.place(name) for name in (where.district, where.region, where.country) if name)
        return tuple(dict.fromkeys(key for key in keys if key and key != place))

    def is_ground_of(self, place: str | None, party: str | None) -> bool:
        """Whether a place is a party's whole country, so that naming it says no more than the party."""
        if place is None or party is None:
            return False
        if place not in self._countries:
            bare = self._bare(place)
            polity = polities_by_name().get(bare)
            country = polity.name if polity and bare in polity.aliases else bare
            self._countries[place] = country.casefold()
        return self._countries[place] == self.party(party)

    def source(self, name: str, side: str | None) -> str:
        """The key of a source that speaks for `side`, the same for all ways of writing its name."""
        if (name, side) not in self._source_keys:
            self._source_keys[name, side] = self._source(name, side)
        return self._source_keys[name, side]

    def is_at_large(self, source: str) -> bool:
        """Whether a source is all the parties together: "the belligerents"."""
        return self._bare(source).casefold() in self._cues.parties_at_large

    def speaks_for(self, name: str) -> str | None:
        """The party that the registers say a source speaks for."""
        entity = self._entities.get(self._registers.entity_id("source", name) or "")
        return entity.party if entity else None

    def called(self, key: str) -> str:
        """What a party's key is called."""
        return self._settled.get(key) or self._called[key]

    def settle(self) -> None:
        """Let names met from now on change nothing of what keys are called."""
        self._settled = dict(self._called)

    def forms(self, name: str) -> frozenset[str]:
        """What a party's name is called, and each that it joins, where no other name has the same key."""
        parts = {name, *list_members(name)}
        return frozenset(self._known_party(part) or self._bare(part) for part in parts)

    def learn(self, sources: Iterable[str]) -> None:
        """Learn anew which short forms the names of sources give."""
        self._source_keys.clear()
        self._short_forms = self._learn_short_forms(sources)

    def is_registered(self, source: str) -> bool:
        """Whether the registers know a source by this name."""
        return self._registers.entity_id("source", source) is not None

    def settle_as(self, other: "Names") -> None:
        """Call parties what another calls them."""
        self._settled = dict(other._settled)

    def settle_on(self, form: str) -> None:
        """Let a party that no name had been met of be called so."""
        self._settled[form.casefold()] = form

    def _call(self, name: str) -> str:
        key = name.casefold()
        self._called[key] = min(name, self._called.get(key, name))
        return key

    def _known_party(self, name: str) -> str | None:
        if name not in self._known_parties:
            self._known_parties[name] = self._look_up_party(name)
        return self._known_parties[name]

    def _look_up_party(self, name: str) -> str | None:
        entity = self._entities.get(self._registers.entity_id("party", name) or "")
        if entity:
            return entity.name
        bare = self._bare(name)
        polity = polities_by_name().get(bare)
        return self._parties.get(bare.casefold()) or (polity.name if polity else None)

    def _known_place(self, name: str) -> str | None:
        entity = self._entities.get(self._registers.entity_id("place", name) or "")
        if entity:
            return entity.id
        return self._places.get(self._bare(name, self._cues.before_places).casefold())

    def _source(self, name: str, side: str | None) -> str:
        entity = self._registers.entity_id("source", name)
        if entity:
            return f"entity {entity}"
        bare = _SHORT_FORM.sub("", name)
        if bare.casefold() in self._short_forms:
            return self._short_forms[bare.casefold()]
        organisation = organisations_by_name().get(self._bare(bare))
        if organisation:
            return organisation.name.casefold()
        speaker = self.party(side) if side else None
        telling = sorted({word for word in self._telling_words(bare) if word != speaker})
        return " | ".join(part for part in (speaker, " ".join(telling)) if part) or bare.casefold()

    def _telling_words(self, name: str) -> Iterable[str]:
        whole = self._known_party(name)
        if whole:
            return [whole.casefold()]
        words = _telling(name)
        folded = ((self._known_party(word) or word).casefold() for word in words)
        spelt = (self._cues.spellings.get(word, word) for word in folded)
        return [word for word in spelt if word not in self._cues.generic_in_sources]

    def _learn_short_forms(self, sources: Iterable[str]) -> dict[str, str]:
        """From "Syrian Observatory for Human Rights (SOHR)": what SOHR is short for."""
        learnt: dict[str, str] = {}
        for name in sorted(set(sources)):
            short = short_form(name)
            if short and short.casefold() not in learnt:
                self._short_forms = learnt
                learnt[short.casefold()] = self._source(name, None)
        return learnt

    def _bare(self, name: str, before: Iterable[str] = ("the",)) -> str:
        bare = " ".join(name.replace("’", "'").split()).removesuffix("'s")
        for words in before:
            if bare.casefold().startswith(f"{words} ") and len(bare) > len(words) + 1:
                bare = bare[len(words) + 1 :]
        return bare


def short_form(source: str) -> str | None:
    """The short form that a source's name gives: SOHR of "Syrian Observatory for Human Rights (SOHR)"."""
    found = _SHORT_FORM.search(source)
    return found[1] if found else None


def words_of(name: str) -> frozenset[str]:
    """The words of a name, one by one and as a whole without its short form, that may be a party's name."""
    bare = _SHORT_FORM.sub("", name)
    return frozenset([bare, *_telling(bare), *_WORD.findall(name)])


def _telling(name: str) -> list[str]:
    return _WORD.findall(name.replace("’", "'").replace("'s", "").replace("s'", "s"))


def list_members(name: str) -> list[str]:
    """The names that a list joins: "Aghdam, Fuzuli and Lachin" joins three."""
    return [part for part in _JOINED.split(name) if part]


def phrases(name: str) -> Iterable[str]:
    """Every run of words in a name, to find the place in "Second Nagorno-Karabakh War"."""
    words = name.split()
    return (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if words[start][0].isupper()
    )

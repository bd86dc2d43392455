"""From the names that claims carry to the entities that they stand for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from counterclaim.gazetteer import Gazetteer
from counterclaim.model import Claim, Conflict, Document, Entity, Registers, Resolution
from counterclaim.registers.equipment import models_in
from counterclaim.registers.folding import fold
from counterclaim.registers.gathering import Draft, Register
from counterclaim.registers.glosses import Glosses, read_glosses
from counterclaim.registers.locating import NOWHERE, Located, locate, location_of
from counterclaim.registers.offices import offices
from counterclaim.registers.parties import belligerents, often_named, party_of_name
from counterclaim.registers.places import group_places, without_kind
from counterclaim.registers.polity_words import polity_words
from counterclaim.registers.source_names import Key, Reading, SourceNames
from counterclaim.registers.sources import Sources, resolve_sources
from counterclaim.registers.whereabouts import with_precisions

NameOrder = Literal["document", "alphabetical"]


@lru_cache(maxsize=8)
def _source_names(conflict: Conflict) -> SourceNames:
    """Reads names for a casebook, each but once."""
    return SourceNames(polity_words(conflict), offices())


def resolve(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    conflict: Conflict,
    *,
    gazetteer: Gazetteer | None = None,
    name_order: NameOrder = "document",
) -> Registers:
    """Register the parties, sources, places and equipment that claims name, each under all its names.

    Every source, actor, party and place that a claim names stands in `Registers.by_name`; an actor
    stands among the sources, and among the parties too if it is one. The answer does not depend on
    the order of the claims or documents.

    Args:
        claims: the claims of a casebook.
        documents: the documents that they were found in, for their texts and glosses.
        conflict: what the casebook declares; with no parties, they are the polities named.
        gazetteer: where places without a declared point are looked up; None: nowhere.
        name_order: how a place's names are ordered.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
        SettingsError: a lexicon file is missing or wrong.
    """
    texts = sorted(documents, key=lambda document: (document.date or "9999", document.name, document.digest))
    order = {document.digest: at for at, document in enumerate(texts)}
    ordered = sorted(
        claims,
        key=lambda claim: (order.get(claim.document, len(order)), claim.document, claim.start, claim.id),
    )
    names = _source_names(conflict)
    glosses = read_glosses(texts, names.offices)
    sources = resolve_sources(ordered, texts, names)
    parties = belligerents(ordered, conflict, names)
    located = locate(ordered, texts, conflict, parties, gazetteer) if gazetteer else NOWHERE
    registers = (
        _parties(ordered, texts, conflict, names, parties),
        _sources(ordered, sources, parties),
        _places(ordered, conflict, glosses, located, name_order),
        _equipment(ordered),
    )
    return with_precisions(_registers(registers, glosses), ordered)


def _registers(registers: Iterable[Register], glosses: Glosses) -> Registers:
    entities: list[Entity] = []
    by_name: dict[tuple[str, str], str] = {}
    resolutions: list[Resolution] = []
    for register in registers:
        for draft in register.drafts.values():
            descriptions = glosses.places if register.kind == "place" else glosses.actors
            entity = draft.entity()
            clear = [entity.name, *(name for name in draft.names if name in draft.firm)]
            described = next(
                filter(None, (descriptions.get(fold(name)) for name in clear)), draft.description
            )
            entities.append(replace(entity, description=described))
            register.rules.setdefault(entities[-1].name, (draft.canonical, "shown-name"))
        for name, (canonical, rule) in register.rules.items():
            by_name[register.kind, name] = register.drafts[canonical].id
            resolutions.append(Resolution(register.kind, name, by_name[register.kind, name], rule))
    return Registers(
        entities=tuple(sorted(entities, key=lambda entity: (entity.kind, fold(entity.name), entity.id))),
        by_name=dict(sorted(by_name.items())),
        resolutions=tuple(sorted(resolutions, key=lambda resolution: (resolution.kind, resolution.name))),
    )


# ---------------------------------------------------------------- the four registers


def _parties(
    claims: list[Claim],
    texts: list[Document],
    conflict: Conflict,
    names: SourceNames,
    parties: frozenset[str],
) -> Register:
    register = Register("party")
    for declared in conflict.parties:
        for alias in (declared.name, *declared.aliases):
            register.add(f"polity: {declared.name}", alias, "party-name", times=0)
    for name, names_a_party in _party_names(claims):
        found = party_of_name(names.read(name), names_a_party=names_a_party)
        if found:
            register.add(found.key.canonical, name, found.rule, firm=found.rule != "party-of-body")
    for polity in () if conflict.parties else often_named(texts, names.words):
        register.add(f"polity: {polity}", polity, "party-name", times=0)
    for canonical, draft in register.drafts.items():
        sort, _, plain = canonical.partition(": ")
        if sort == "polity":
            draft.shown = plain
            draft.party = plain if plain in parties else None
        elif sort == "joint":
            *several, last = plain.replace("polity: ", "").split(" | ")
            draft.shown = f"{', '.join(several)} and {last}"
    return register


def _party_names(claims: list[Claim]) -> Iterator[tuple[str, bool]]:
    for claim in claims:
        for name in (claim.party, claim.source_side):
            if name:
                yield name, True
    for claim in claims:
        for name in (claim.actor, claim.target):
            if name:
                yield name, False


def _sources(claims: list[Claim], sources: Sources, parties: frozenset[str]) -> Register:
    register = Register("source")
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for name in filter(None, (claim.source, claim.actor)):
            _add_source(register, sources, name)
        if claim.source and claim.source_side:
            sides[sources.keys[claim.source].canonical][claim.source_side] += 1
    for target in filter(None, (claim.target for claim in claims)):
        if sources.keys[target].canonical in register.drafts:
            _add_source(register, sources, target)
    for canonical, draft in register.drafts.items():
        readings = [sources.readings[name] for name in draft.names]
        key = sources.keys[next(iter(draft.names))]
        spoken_for = sources.spoken_for.get(key)
        draft.party = _speaks_for(readings, parties) or _most(sides[canonical])
        if draft.party is None and spoken_for in parties:
            draft.party = spoken_for
        draft.description = next((reading.role for reading in readings if reading.role), None)
        draft.shown = _shown_source(key, readings)
    return register


_NOT_CLEAR_ALONE = frozenset(
    {"abbreviation", "body-of-side", "only-such-body", "short-for-one", "sole-holder", "surname-of-one"}
)


def _add_source(register: Register, sources: Sources, name: str) -> None:
    rule = sources.rules[name]
    register.add(sources.keys[name].canonical, name, rule, firm=rule not in _NOT_CLEAR_ALONE)


def _speaks_for(readings: list[Reading], parties: frozenset[str]) -> str | None:
    """The party that the names' own words say it speaks for, if they say one."""
    said = {reading.polity for reading in readings if reading.speaks and reading.polity in parties}
    return said.pop() if len(said) == 1 else None


def _most(votes: Counter[str]) -> str | None:
    """The party that most of the claims citing it give, None on a tie."""
    counted = votes.most_common(2)
    is_tie = len(counted) == 2 and counted[0][1] == counted[1][1]
    return counted[0][0] if counted and not is_tie else None


def _shown_source(key: Key, readings: list[Reading]) -> str | None:
    """The name to show: the plain one of a country or organisation, a person's without title."""
    if len(key.parts) == 1 and key.sort in ("polity", "organisation"):
        return key.parts[0]
    full = Counter(reading.person for reading in readings if reading.person and " " in reading.person)
    return max(full, key=lambda person: (full[person], person)) if full else None


def _places(
    claims: list[Claim], conflict: Conflict, glosses: Glosses, located: Located, name_order: NameOrder
) -> Register:
    register = Register("place")
    told = group_places(conflict.places, glosses.place_names)
    places = group_places(conflict.places, [*glosses.place_names, *located.groups])
    for declared in conflict.places:
        draft = register.draft(places.key(declared.name))
        draft.shown, draft.latitude, draft.longitude = declared.name, declared.latitude, declared.longitude
        for name in (declared.name, *declared.aliases):
            register.add(draft.canonical, name, "place-alias", times=0)
    for name in filter(None, (claim.place for claim in claims)):
        canonical, rule = places.key(name), places.rule(name)
        if rule == "place-alias" and told.rule(name) != rule:
            rule = "place-gazetteer"
        register.add(canonical, name, rule, firm=rule != "place-kind")
        if rule == "place-kind":
            register.add(canonical, without_kind(name), "place-name", times=0)
    for canonical in list(register.drafts):
        for name in places.groups.get(canonical, ()):
            register.add(canonical, name, "place-alias", times=0)
    for draft in register.drafts.values():
        _locate(draft, located)
        if name_order == "alphabetical":
            draft.order_names()
    return register


def _locate(draft: Draft, located: Located) -> None:
    """Give a place what is known of the name that stands for it most often; the casebook's point stays."""
    names = [name for name, _ in draft.names.most_common()]
    place = next((located.places[name] for name in names if name in located.places), None)
    why = next((located.unplaced[name] for name in names if name in located.unplaced), None)
    if draft.latitude is None and place is not None:
        draft.latitude, draft.longitude = place.latitude, place.longitude
    if known := place or why:
        draft.location = location_of(known, draft.names)


def _equipment(claims: list[Claim]) -> Register:
    register = Register("equipment")
    for quote in dict.fromkeys(claim.quote for claim in claims):
        for name, model in models_in(quote):
            register.add(model, name, "equipment-model").shown = model
    return register

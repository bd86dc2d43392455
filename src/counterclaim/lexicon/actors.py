"""Polities and organisations: who acts in wars and who reports on them, under all their names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar, cast, get_args

from counterclaim.errors import SettingsError
from counterclaim.lexicon.tables import REMEDY, Entry, entries

PolityKind = Literal["state", "self_declared_state", "former_state", "territory", "armed_group", "coalition"]
OrganisationKind = Literal["igo", "court", "ngo", "monitor", "think_tank", "news_agency", "media"]


@dataclass(frozen=True, slots=True)
class Polity:
    """A state, self-declared state, territory, armed group or coalition.

    Attributes:
        name: the plain name that claims carry.
        aliases: other names of the polity itself.
        demonyms: adjectives and nouns for its people or members.
        capitals: its seat of government, in its spellings.
        metonyms: buildings, offices and assemblies that stand for it.
        forces: its armed forces and services whose names do not contain its own.
        territories: areas whose people or authorities are counted to it.
        ambiguous_names: those of the names that as often mean something else.
    """

    name: str
    kind: PolityKind
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every word for it, the plain name first."""
        return (
            self.name,
            *self.aliases,
            *self.demonyms,
            *self.capitals,
            *self.metonyms,
            *self.forces,
            *self.territories,
        )


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, monitor, court or news outlet that reports cite as a source.

    Attributes:
        name: the full name, or the short one where that is what everybody says.
        aliases: abbreviations, translations and other spellings.
        ambiguous_names: those of the names that as often mean something else.
    """

    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the first one shown."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name that more than one polity or organisation bears.

    Attributes:
        of: the plain names of those that bear it.
        meant: the one that is meant where nothing else decides, None where that cannot be said.
        reason: why it is shared, and why that one is meant.
    """

    name: str
    of: tuple[str, ...]
    meant: str | None
    reason: str


POLITY_WORDS = ("aliases", "demonyms", "capitals", "metonyms", "forces", "territories")


Record = TypeVar("Record", Polity, Organisation)


@cache
def polities(language: str = "en") -> tuple[Polity, ...]:
    """Every polity of the lexicon, in the order of its file.

    Raises:
        SettingsError: the file is missing or wrong.
    """
    return tuple(_polity(entry) for entry in entries("polities", "polity", language))


@cache
def organisations(language: str = "en") -> tuple[Organisation, ...]:
    """Every organisation of the lexicon, in the order of its file.

    Raises:
        SettingsError: the file is missing or wrong.
    """
    return tuple(_organisation(entry) for entry in entries("organisations", "organisation", language))


@cache
def shared_names(language: str = "en") -> Mapping[str, SharedName]:
    """The names that more than one of them bears, by name.

    Raises:
        SettingsError: a file is missing or wrong.
    """
    rows = (
        entry for file in ("polities", "organisations") for entry in entries(file, "shared_name", language)
    )
    return MappingProxyType({entry.text("name"): _shared_name(entry) for entry in rows})


@cache
def polities_by_name(language: str = "en") -> Mapping[str, Polity]:
    """From every word for a polity, as written, to the polity.

    A name that several share goes to the one that the lexicon says is meant; where it says none, or
    an organisation, the name is left out.

    Raises:
        SettingsError: a file is missing or wrong, or two polities share a name that is not listed.
    """
    return MappingProxyType(_index(polities(language), shared_names(language)))


@cache
def organisations_by_name(language: str = "en") -> Mapping[str, Organisation]:
    """From every name of an organisation, as written, to the organisation.

    Raises:
        SettingsError: as `polities_by_name`.
    """
    return MappingProxyType(_index(organisations(language), shared_names(language)))


def collisions(records: Iterable[Polity | Organisation]) -> dict[str, tuple[str, ...]]:
    """Names that more than one record bears, each with the plain names of its bearers, sorted."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in record.names:
            bearers[name].add(record.name)
    return {name: tuple(sorted(of)) for name, of in bearers.items() if len(of) > 1}


def _index(records: tuple[Record, ...], shared: Mapping[str, SharedName]) -> dict[str, Record]:
    for name, of in collisions(records).items():
        if name not in shared:
            raise SettingsError(
                f"The lexicon gives {name!r} to {' and '.join(of)}.", "List it as a [[shared_name]]."
            )
    return {
        name: record
        for record in records
        for name in record.names
        if name not in shared or shared[name].meant == record.name
    }


def _polity(entry: Entry) -> Polity:
    entry.allow_only(("name", "kind", *POLITY_WORDS, "ambiguous_names", "note"))
    return _with_own_names(
        entry,
        Polity(
            name=entry.text("name"),
            kind=cast(PolityKind, entry.one_of("kind", get_args(PolityKind))),
            **{key: entry.texts(key) for key in POLITY_WORDS},
            ambiguous_names=entry.texts("ambiguous_names"),
            note=entry.optional_text("note"),
        ),
    )


def _organisation(entry: Entry) -> Organisation:
    entry.allow_only(("name", "kind", "aliases", "ambiguous_names", "note"))
    return _with_own_names(
        entry,
        Organisation(
            name=entry.text("name"),
            kind=cast(OrganisationKind, entry.one_of("kind", get_args(OrganisationKind))),
            aliases=entry.texts("aliases"),
            ambiguous_names=entry.texts("ambiguous_names"),
            note=entry.optional_text("note"),
        ),
    )


def _with_own_names(entry: Entry, record: Record) -> Record:
    for name in record.ambiguous_names:
        if name not in record.names:
            raise SettingsError(
                f"{entry.file}, {entry.where}: ambiguous_names has {name!r}, no name of it.", REMEDY
            )
    for position, name in enumerate(record.names):
        if name in record.names[:position]:
            raise SettingsError(f"{entry.file}, {entry.where}: {name!r} stands there twice.", REMEDY)
    return record


def _shared_name(entry: Entry) -> SharedName:
    entry.allow_only(("name", "of", "meant", "reason"))
    of, meant = entry.texts("of"), entry.optional_text("meant")
    if meant is not None and meant not in of:
        raise SettingsError(f"{entry.file}, {entry.where}: meant is {meant!r}, which is not in of.", REMEDY)
    return SharedName(entry.text("name"), of, meant, entry.text("reason"))

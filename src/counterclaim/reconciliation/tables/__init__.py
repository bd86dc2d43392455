"""The tables by which reconciliation judges: rules, measures, events, words; TOML to read and dispute."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from counterclaim.errors import SettingsError
from counterclaim.model import ContradictionKind
from counterclaim.policy import BoundRule
from counterclaim.reconciliation.tables.rules import check_rules, check_words, in_force
from counterclaim.settings import BoundSettings

T = TypeVar("T")
Share = Annotated[float, Field(ge=0, le=1)]

REMEDY = "Correct the table; the comments at its head say what each key holds."


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Measure(_Row):
    """How a measure behaves; the keys are described in measures.toml."""

    grows: bool
    harm: bool
    gravity: Share
    verb: str
    doer: str = "by"
    parts: tuple[str, ...] = ()
    falls_for: tuple[str, ...] = ()
    series: bool = True
    why: str = ""


class EventType(_Row):
    """How a type of event is weighed; the keys are described in events.toml."""

    noun: str
    toward: str = ""
    spoken: bool = False
    gravity: Share
    hostile: bool = False
    once: bool = False
    loose: bool = False
    counts: tuple[str, ...] = ()


class ContradictionRule(_Row):
    """What finds a contradiction; the keys are described in contradictions.toml."""

    kind: ContradictionKind
    label: str
    found: str
    gives: str


class Disjoint(_Row):
    """Objects of which none can be counted as another; described in constraints.toml."""

    objects: tuple[str, ...]


class Cues(_Row):
    """Words by which a number is read as documented, as a part, or as divided into parts."""

    documented: tuple[str, ...]
    not_documented: tuple[str, ...]
    whole: tuple[str, ...]
    part_before: tuple[str, ...]
    part_after: tuple[str, ...]
    part_among: tuple[str, ...]
    more_before: tuple[str, ...]
    more_after: tuple[str, ...]
    whole_before: tuple[str, ...]
    joins: tuple[str, ...]
    revised: tuple[str, ...]
    provisional: tuple[str, ...]
    contrasts: tuple[str, ...]
    progress: tuple[str, ...]
    graver: tuple[str, ...]
    of_numbers: tuple[str, ...]
    opens_whole: tuple[str, ...]
    opens_parts: tuple[str, ...]
    cites: tuple[str, ...]
    denying: tuple[str, ...]
    told_of_reports: frozenset[str]
    of_fighting: tuple[str, ...]
    heads_names: tuple[str, ...]
    heads_pictures: tuple[str, ...]
    tells_people_apart: tuple[str, ...]
    unnamed: frozenset[str]
    excess_deaths: tuple[str, ...]
    indirect_deaths: tuple[str, ...]
    generic_in_sources: frozenset[str]
    parties_at_large: frozenset[str]
    theatre: frozenset[str]
    before_places: tuple[str, ...]
    spellings: Mapping[str, str]


@dataclass(frozen=True)
class Tables:
    """Every table, checked.

    Attributes:
        rules: in the order in which they are tried.
        nouns: an object to its singular and plural.
        disjoint: sets of objects none of which can be counted as another of them.
        contradictions: the rules that find them, by name.
    """

    rules: tuple[BoundRule, ...]
    measures: Mapping[str, Measure]
    events: Mapping[str, EventType]
    cues: Cues
    nouns: Mapping[str, tuple[str, str]]
    disjoint: tuple[tuple[str, ...], ...] = ()
    contradictions: Mapping[str, ContradictionRule] = field(default_factory=dict)

    def with_rules(self, own: Sequence[BoundRule]) -> "Tables":
        """These tables with a casebook's rules of bounds put before the package's, or in their place.

        Raises:
            SettingsError: one speaks of what claims cannot count, or some relation is left without a rule.
        """
        check_words(own, self.nouns, self.measures)
        return replace(self, rules=in_force(self.rules, own)) if own else self

    def grows(self, measure: str, counted: str) -> bool:
        """Whether a running toll of it can only rise."""
        row = self.measures[measure]
        return row.grows and not any(within(counted, whole) for whole in row.falls_for)

    def wholes_of(self, measure: str) -> tuple[str, ...]:
        """The measures that a measure is a part of: casualties of killed."""
        return tuple(name for name, row in self.measures.items() if measure in row.parts and name != measure)

    @cached_property
    def other_deaths(self) -> re.Pattern[str]:
        """Finds words for deaths that are no killings: excess ones, and those of want and disease."""
        return any_of((*self.cues.excess_deaths, *self.cues.indirect_deaths))

    @cached_property
    def shown(self) -> re.Pattern[str]:
        """Finds words that say that each case was shown, or with others before them that it was not."""
        return any_of(self.cues.documented)

    @cached_property
    def documented(self) -> re.Pattern[str]:
        """Finds words that say that each case was shown, with those that turn them round as group "not"."""
        turned = any_of(self.cues.not_documented).pattern
        shown = self.shown.pattern
        return re.compile(rf"(?P<not>{turned}(?:\s+[\w-]+){{0,4}}\s+)?{shown}")

    @cached_property
    def cites(self) -> re.Pattern[str]:
        """Finds the words after which a sentence names whom it has its figure from, with these as group 1."""
        return re.compile(any_of(self.cues.cites).pattern + r"\s+([^,;:.“”\"]{3,80})")

    @cached_property
    def whole_before(self) -> re.Pattern[str]:
        """Finds, at the end of the words before a number, those that make it the whole of a part."""
        return re.compile(any_of(self.cues.whole_before).pattern + r"\s*\Z")

    @cached_property
    def joins(self) -> re.Pattern[str]:
        """Finds what joins a number to the one before it in a list, at the end of the words between."""
        return re.compile(rf"(?:,|{any_of(self.cues.joins).pattern})\s*\Z")

    @cached_property
    def revised(self) -> re.Pattern[str]:
        """Finds words by which a source corrects itself."""
        return any_of(self.cues.revised)

    @cached_property
    def provisional(self) -> re.Pattern[str]:
        """Finds words that say that a figure was not yet final."""
        return any_of(self.cues.provisional)

    @cached_property
    def contrasts(self) -> re.Pattern[str]:
        """Finds what sets two figures against each other, a semicolon among it."""
        return re.compile(rf"{any_of(self.cues.contrasts).pattern}|;")

    @cached_property
    def progress(self) -> re.Pattern[str]:
        """Finds words that say that a count went on from one figure to the next."""
        return any_of(self.cues.progress)

    @cached_property
    def graver(self) -> re.Pattern[str]:
        """Finds words after a number that say that it counts only the gravest cases."""
        return re.compile(rf"\A(?:\W*\w+)?\W*{any_of(self.cues.graver).pattern}")

    @cached_property
    def of_numbers(self) -> re.Pattern[str]:
        """Finds words by which a number is called wrong, rather than that of which it is."""
        return any_of(self.cues.of_numbers)

    @cached_property
    def denied_reports(self) -> re.Pattern[str]:
        """Finds words that say that what is denied had been reported: "denied any reports of"."""
        denying, told = any_of(self.cues.denying).pattern, any_of(self.cues.told_of_reports).pattern
        return re.compile(rf"{denying}\s+(?:[\w-]+\s+){{0,3}}?{told}")

    @cached_property
    def denied_back(self) -> re.Pattern[str]:
        """Finds, at a quote's end, a denial that only points back: "they rejected that"."""
        denying, told = any_of(self.cues.denying).pattern, any_of(self.cues.told_of_reports).pattern
        return re.compile(
            rf"{denying}\s+(?:it|that|this|them|(?:[\w-]+\s+){{0,2}}?{told})\W*\Z", re.IGNORECASE
        )

    @cached_property
    def of_fighting(self) -> re.Pattern[str]:
        """Finds words by which somebody is accused of beginning to fight."""
        return any_of(self.cues.of_fighting)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Finds words that say that a number counts the whole."""
        return any_of(self.cues.whole)

    @cached_property
    def part_before(self) -> re.Pattern[str]:
        """Finds, at the end of the words before a number, those that make it a part."""
        return _ending(self.cues.part_before)

    @cached_property
    def part_after(self) -> re.Pattern[str]:
        """Finds, at the start of the words after a number, those that make it a part."""
        return _beginning(self.cues.part_after)

    @cached_property
    def part_words(self) -> re.Pattern[str]:
        """Finds words anywhere that make what follows a part."""
        return any_of(self.cues.part_before)

    @cached_property
    def part_among(self) -> re.Pattern[str]:
        """Finds, in the clause after a number, words that place it among those of another."""
        return any_of(self.cues.part_among)

    @cached_property
    def more_before(self) -> re.Pattern[str]:
        """Finds, at the end of the words before a number, those that add it to another."""
        return _ending(self.cues.more_before)

    @cached_property
    def more_after(self) -> re.Pattern[str]:
        """Finds, at the start of the words after a number, those that add it to another."""
        return _beginning(self.cues.more_after)


def _ending(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases at the end of a text, with one more word allowed behind it."""
    return re.compile(any_of(phrases).pattern + r"\s*(?:\w+\s+)?\Z")


def _beginning(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases at the start of a text, unless they begin a comparison."""
    return re.compile(rf"\s*{any_of(phrases).pattern}(?!\s+than\b)")


@cache
def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    r"""A pattern for any of the phrases as whole words, the longest first.

    It finds what ``\b(?:one|other)\b`` finds, in a quarter of the time: `re` skips to the next character that
    a pattern may begin with only where the pattern begins with a set of them.

    Args:
        phrases: hashable; each begins with a letter.

    Returns:
        A pattern that minds no case, whatever flags a longer one is compiled with that it is put into.
    """
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_first[phrase[0].lower()].append(re.escape(phrase[1:]))
    firsts = "".join(f"{first}{first.upper()}" for first in by_first)
    rest = "|".join(f"(?<={first})(?:{'|'.join(ends)})" for first, ends in by_first.items())
    return re.compile(rf"[{firsts}](?<!\w.)(?i:{rest})\b")


def within(counted: str, whole: str) -> bool:
    """Whether an object is another or lies below it: ``materiel.tank`` lies within ``materiel``."""
    return counted == whole or counted.startswith(f"{whole}.")


@cache
def load_tables(language: str = "en") -> Tables:
    """The tables that come with the package.

    Args:
        language: the language of the words, a folder of the tables.

    Raises:
        SettingsError: a table is missing or wrong; the message names the file and the key.
    """
    rules = read_table("bounds.toml", TypeAdapter(list[BoundSettings]), "rule")
    disjoint = read_table("constraints.toml", TypeAdapter(tuple[Disjoint, ...]), "disjoint")
    tables = Tables(
        rules=tuple(rule.rule(of_casebook=False) for rule in rules),
        measures=read_table("measures.toml", TypeAdapter(dict[str, Measure])),
        events=read_table("events.toml", TypeAdapter(dict[str, EventType])),
        cues=read_table(f"{language}/cues.toml", TypeAdapter(Cues)),
        nouns=read_table(f"{language}/nouns.toml", TypeAdapter(dict[str, tuple[str, str]])),
        disjoint=tuple(row.objects for row in disjoint),
        contradictions=read_table(
            f"{language}/contradictions.toml", TypeAdapter(dict[str, ContradictionRule])
        ),
    )
    check_rules(tables.rules)
    return tables


def parse_table(text: str, shown: str, kind: TypeAdapter[T], key: str | None = None) -> T:
    """A table from its text.

    Args:
        text: TOML.
        shown: the file's name, for messages.
        kind: what it must hold.
        key: the key that holds it, where it is not the whole file.

    Raises:
        SettingsError: the text is not TOML, or holds something else.
    """
    try:
        values: Any = tomllib.loads(text)
        return kind.validate_python(values if key is None else values.get(key))
    except tomllib.TOMLDecodeError as broken:
        raise SettingsError(f"{shown} cannot be parsed: {broken}", REMEDY) from broken
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{shown}, {where}: {first['msg']}", REMEDY) from wrong


def read_table(name: str, kind: TypeAdapter[T], key: str | None = None) -> T:
    """A table that lies in this folder, as `parse_table` reads it; raises SettingsError if there is none."""
    shown = f"reconciliation/tables/{name}"
    try:
        text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise SettingsError(f"There is no {shown}.", "Add it, or ask for another language.") from missing
    return parse_table(text, shown, kind, key)

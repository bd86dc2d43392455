"""The words of dates, from ``lexicon/en/dates.toml``, checked on load."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Final

from counterclaim.errors import SettingsError

_FILE: Final = "lexicon/en/dates.toml"
_LISTS: Final = {
    "vague_numbers": ("words", "two"),
    "prepositions": ("words",),
    "year_openers": ("words",),
    "papers": ("words",),
    "not_years": ("before", "after"),
    "tense": ("future", "past", "report"),
    "event_days": ("words",),
    "zones": ("words",),
    "lasting": ("words",),
    "not_weekdays": ("before", "after"),
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """A language's words of time: what each table of dates.toml holds, words to their meaning."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    units: Mapping[str, str]
    irregular_plurals: Mapping[str, str]
    seasons: Mapping[str, str]
    parts_of_day: Mapping[str, str]
    clock_words: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    edges: Mapping[str, str]
    comparative_edges: Mapping[str, str]
    approximate: Mapping[str, str]
    relative: Mapping[str, int]
    anaphoric: Mapping[str, int]
    ways: Mapping[str, int]
    lasting: Mapping[str, list[str]]
    day_words: Mapping[str, int]
    shifts: Mapping[str, int]
    shift_prepositions: Mapping[str, int]
    references: Mapping[str, str]
    vague_periods: Mapping[str, str]
    holidays: Mapping[str, str]
    vague_numbers: Mapping[str, list[str]]
    prepositions: Mapping[str, list[str]]
    year_openers: Mapping[str, list[str]]
    papers: Mapping[str, list[str]]
    not_years: Mapping[str, list[str]]
    tense: Mapping[str, list[str]]
    event_days: Mapping[str, list[str]]
    zones: Mapping[str, list[str]]
    not_weekdays: Mapping[str, list[str]]


def check_words(tables: Mapping[str, object]) -> DateWords:
    """Make `DateWords` of the tables of a dates.toml.

    Raises:
        SettingsError: a table is missing, unknown, empty, or holds what it must not.
    """
    names = {field.name for field in fields(DateWords)}
    for name in sorted(names ^ set(tables)):
        what = "lacks the table" if name in names else "has the unknown table"
        raise SettingsError(f"{_FILE} {what} [{name}].", f"Its tables are {', '.join(sorted(names))}.")
    for name, table in tables.items():
        if not isinstance(table, dict) or not table:
            raise SettingsError(f"{_FILE}: [{name}] is empty.", "Give it at least one word.")
        _check_table(name, table)
    return DateWords(**tables)  # type: ignore[arg-type]


def _check_table(name: str, table: Mapping[str, object]) -> None:
    lists = _LISTS.get(name)
    if lists and set(table) != set(lists):
        raise SettingsError(
            f"{_FILE}: [{name}] must have the keys {', '.join(lists)}.", "Add or rename them."
        )
    for key, value in table.items():
        good = isinstance(value, list) if lists else isinstance(value, str | int)
        if not good or (isinstance(value, list) and not all(isinstance(word, str) for word in value)):
            wanted = "a list of words" if lists else "a word or a number"
            raise SettingsError(f"{_FILE}: [{name}] {key} is {value!r}.", f"It must be {wanted}.")


@cache
def words() -> DateWords:
    """The English words, read once."""
    text = resources.files("counterclaim").joinpath(_FILE).read_text(encoding="utf-8")
    return check_words(tomllib.loads(text))


def phrases(*, but: str = "") -> list[str]:
    """Every word and phrase of the lexicon, but for those of one table."""
    listed: list[str] = []
    for field in fields(DateWords):
        if field.name == but:
            continue
        table = getattr(words(), field.name)
        listed += [
            word for key, value in table.items() for word in (value if isinstance(value, list) else [key])
        ]
    return listed


def any_of(choices: Iterable[str], *, gap: str = r"\s+", opens: bool = True) -> str:
    """A pattern of any of the words, the longest that fits.

    Words that begin alike share the pattern of their beginning, so that few steps rule all of them out.

    Args:
        choices: words and phrases.
        gap: the pattern of the white space in a phrase.
        opens: a word in lower case may be written with a capital, as it is where it opens a sentence.
    """
    trie: _Trie = {}
    for choice in choices:
        node = trie
        for index, letter in enumerate(choice):
            node = node.setdefault(_letter(letter, opens=opens and index == 0, gap=gap), {})
        node[""] = {}
    return _pattern(trie)


_Trie = dict[str, "_Trie"]


def _letter(letter: str, *, opens: bool, gap: str) -> str:
    if opens and letter.islower():
        return f"[{letter.upper()}{letter}]"
    return gap if letter == " " else re.escape(letter)


def _pattern(node: _Trie) -> str:
    branches = [key + _pattern(child) for key, child in node.items() if key]
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"

"""Lexicon files: found, parsed, and checked, with errors that name the file and the key."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from counterclaim.errors import SettingsError

REMEDY = "Correct the lexicon file; the comments at its head say what each key holds."


@cache
def load_toml(name: str, language: str = "en") -> dict[str, Any]:
    """The contents of the lexicon file `name`, without its suffix, in the folder of a language.

    The same object is given to every caller: read it, do not change it.

    Raises:
        SettingsError: there is no such file, it is not TOML, or it does not say where it comes from.
    """
    path = files("counterclaim.lexicon").joinpath(language, f"{name}.toml")
    shown = f"lexicon/{language}/{name}.toml"
    try:
        contents = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise SettingsError(f"There is no {shown}.", "Add it, or ask for another language.") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise SettingsError(f"{shown} cannot be parsed: {broken}", "Correct it at that line.") from broken
    provenance = contents.get("provenance")
    if not isinstance(provenance, str) or not provenance.strip():
        raise SettingsError(
            f"{shown} has no provenance.", 'Begin it with provenance = "where its words come from".'
        )
    return contents


@cache
def word_set(table: str, name: str) -> frozenset[str]:
    """The words of one list of grammar.toml.

    Args:
        table: the table's name, that of the module that goes by it.
        name: the list's name.

    Raises:
        SettingsError: there is no such list.
    """
    try:
        return frozenset(load_toml("grammar")[table][name])
    except KeyError as missing:
        raise SettingsError(f"lexicon/en/grammar.toml has no list {name} in [{table}].", REMEDY) from missing


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a lexicon file, read key by key.

    Attributes:
        file: the file's name, for messages.
        where: which table it is, for messages.
        values: the table as parsed.
    """

    file: str
    where: str
    values: Mapping[str, Any]

    def allow_only(self, keys: Sequence[str]) -> None:
        """Complain of a key that means nothing here.

        Raises:
            SettingsError: there is such a key.
        """
        for key in self.values:
            if key not in keys:
                raise self._wrong(key, f"is not one of {', '.join(keys)}")

    def text(self, key: str) -> str:
        """The text under a key that must be there.

        Raises:
            SettingsError: it is missing, empty or not text.
        """
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, "must be text that is not empty")
        return value

    def optional_text(self, key: str) -> str | None:
        """The text under a key that may be absent.

        Raises:
            SettingsError: it is empty or not text.
        """
        return self.text(key) if key in self.values else None

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """The text under a key that has few possible values.

        Raises:
            SettingsError: it is missing or another value.
        """
        value = self.text(key)
        if value not in choices:
            raise self._wrong(key, f"is {value!r}; it must be one of {', '.join(choices)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under a key, empty if it is absent.

        Raises:
            SettingsError: it is not a list of texts, or one stands in it twice or is not trimmed.
        """
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, "must be a list of texts")
        for position, item in enumerate(value):
            if not item or item != item.strip():
                raise self._wrong(key, f"holds {item!r}, which is empty or has blanks around it")
            if item in value[:position]:
                raise self._wrong(key, f"holds {item!r} twice")
        return tuple(value)

    def _wrong(self, key: str, why: str) -> SettingsError:
        return SettingsError(f"{self.file}, {self.where}: {key} {why}.", REMEDY)


def entries(name: str, table: str, language: str = "en") -> tuple[Entry, ...]:
    """The tables `[[table]]` of a lexicon file, in its order.

    Raises:
        SettingsError: as `load_toml`, or what stands under `table` is not a list of tables.
    """
    file = f"lexicon/{language}/{name}.toml"
    rows = load_toml(name, language).get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsError(f"{file}: {table} must be a list of tables, [[{table}]].", REMEDY)
    return tuple(
        Entry(file, f"[[{table}]] {number} ({row.get('name', 'no name')})", row)
        for number, row in enumerate(rows, start=1)
    )

"""The lexicon's words of tables, checked and ready to look up."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from counterclaim.errors import SettingsError
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import load_toml
from counterclaim.lexicon.tables import REMEDY

Role = Literal[
    "as_of", "date", "from_date", "to_date", "period", "reported_on", "source", "place", "party", "country",
    "people", "actor", "index", "note",
]  # fmt: skip
"""What the whole heading of a column makes of its cells."""

_FILE = "lexicon/en/tables.toml"
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORDS = re.compile(r"[^\w#'/&,.-]+|_")


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of tables.toml, which says what each list is."""

    roles: dict[str, Role]
    uncounted: PhraseTable[str]
    bounds: PhraseTable[str]
    bound_words: frozenset[str]
    pace: PhraseTable[str]
    people: PhraseTable[str]
    measures: dict[str, str]
    factors: dict[str, int]
    currencies: frozenset[str]
    totals: frozenset[str]
    unnamed: frozenset[str]
    blanks: frozenset[str]
    zeros: frozenset[str]
    source_labels: frozenset[str]
    note_labels: frozenset[str]
    claimants: frozenset[str]
    not_of: frozenset[str]
    by: frozenset[str]
    losers: frozenset[str]
    asides: frozenset[str]
    parts: frozenset[str]


@cache
def table_words() -> TableWords:
    """The words of tables.

    Raises:
        SettingsError: tables.toml is missing or does not say what it must.
    """
    data = load_toml("tables")
    roles = _by_word(data, "roles")
    for role in roles.values():
        if role not in get_args(Role):
            raise SettingsError(f"{_FILE}, [roles]: {role} is no role.", REMEDY)
    lists = {name: frozenset(_list(data, "words", name)) for name in _LISTS}
    return TableWords(
        roles=roles,  # type: ignore[arg-type]
        uncounted=_phrases(data, "uncounted"),
        bounds=_phrases(data, "bounds"),
        bound_words=frozenset(_by_word(data, "bounds")),
        pace=_phrases(data, "pace"),
        people=_phrases(data, "people"),
        measures=_by_word(data, "measures"),
        factors={word: int(factor) for word, factor in _by_word(data, "factors").items()},
        currencies=frozenset(_list(data, "currencies", "words")),
        **lists,
    )


_LISTS = (
    "totals", "unnamed", "blanks", "zeros", "source_labels", "note_labels", "claimants", "not_of", "by",
    "losers", "asides", "parts",
)  # fmt: skip


def _list(data: dict[str, Any], table: str, name: str) -> list[str]:
    words = data.get(table, {}).get(name)
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise SettingsError(f"{_FILE}, [{table}]: {name} must be a list of words.", REMEDY)
    return words


def _by_word(data: dict[str, Any], table: str) -> dict[str, str]:
    """Each word of a table's lists to the list's name; none may stand in two."""
    found: dict[str, str] = {}
    for name in data.get(table, {}):
        for word in _list(data, table, name):
            if word in found:
                raise SettingsError(
                    f"{_FILE}, [{table}]: {word!r} is in {found[word]} and in {name}.", REMEDY
                )
            found[word] = name
    return found


def _phrases(data: dict[str, Any], table: str) -> PhraseTable[str]:
    return PhraseTable((words_of(words), name) for words, name in _by_word(data, table).items())


def plain(heading: str) -> str:
    """A heading as the lists have it: in lower case, without brackets' contents, marks and underscores."""
    return _NO_WORDS.sub(" ", _BRACKETED.sub(" ", heading)).strip(" .,-/").lower()

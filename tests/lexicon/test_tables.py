"""Lexicon files are found, parsed and checked with messages that name file and key."""

from typing import Any

import pytest

from counterclaim.errors import SettingsError
from counterclaim.lexicon import Entry, entries, load_toml


def entry(**values: Any) -> Entry:
    return Entry("lexicon/en/things.toml", "[[thing]] 3 (x)", values)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SettingsError, match=r"There is no lexicon/en/nothing\.toml"):
        load_toml("nothing")


def test_a_table_that_is_not_there_is_no_rows() -> None:
    assert entries("polities", "no_such_table") == ()


def test_a_value_that_is_no_table_is_refused() -> None:
    with pytest.raises(SettingsError, match="provenance must be a list of tables"):
        entries("polities", "provenance")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "name must be text"),
        ({"name": "  "}, "name must be text"),
        ({"name": 3}, "name must be text"),
    ],
)
def test_text_must_be_there(values: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=rf"things\.toml, \[\[thing\]\] 3 \(x\): {message}"):
        entry(**values).text("name")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("one", "must be a list of texts"),
        ([1], "must be a list of texts"),
        (["a", "b", "a"], "holds 'a' twice"),
        ([" a"], "blanks around it"),
        ([""], "empty"),
    ],
)
def test_lists_are_checked(value: object, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        entry(aliases=value).texts("aliases")


def test_an_unknown_key_and_an_unknown_choice_are_named() -> None:
    with pytest.raises(SettingsError, match="alias is not one of name, aliases"):
        entry(alias=[]).allow_only(("name", "aliases"))
    with pytest.raises(SettingsError, match="kind is 'planet'; it must be one of state, coalition"):
        entry(kind="planet").one_of("kind", ("state", "coalition"))

"""The lexicon of dates: what is wrong in it is said with the table and the key."""

import re
from dataclasses import asdict

import pytest

from counterclaim.errors import SettingsError
from counterclaim.extraction.dates.words import any_of, check_words, words


def tables() -> dict[str, object]:
    return dict(asdict(words()))


def test_the_lexicon_is_whole() -> None:
    assert check_words(tables()) == words()


@pytest.mark.parametrize(
    ("table", "value", "says"),
    [
        ("months", None, r"lacks the table \[months\]"),
        ("moons", {"full": 1}, r"unknown table \[moons\]"),
        ("months", {}, r"\[months\] is empty"),
        ("tense", {"future": ["will"]}, r"\[tense\] must have the keys"),
        ("zones", {"words": "GMT"}, r"\[zones\] words is 'GMT'"),
        ("months", {"May": [5]}, r"\[months\] May is \[5\]"),
    ],
)
def test_a_faulty_lexicon_says_where(table: str, value: object, says: str) -> None:
    faulty = tables()
    faulty.pop(table, None)
    if value is not None:
        faulty[table] = value
    with pytest.raises(SettingsError, match=says):
        check_words(faulty)


def test_no_month_or_weekday_is_missing() -> None:
    assert sorted(words().months.values()) == list(range(1, 13))
    assert sorted(words().weekdays.values()) == list(range(1, 8))


@pytest.mark.parametrize(
    ("choices", "text", "found"),
    [
        (["the", "the end of"], "the end of it", "the end of"),
        (["the", "the end of"], "the endless", "the"),
        (["may", "march"], "March on", "March"),
        (["May", "March"], "may march", None),
        (["second", "seconds"], "seconds", "seconds"),
        (["a.m"], "axm", None),
    ],
)
def test_any_of_takes_the_longest(choices: list[str], text: str, found: str | None) -> None:
    match = re.match(any_of(choices), text)
    assert (match and match.group()) == found

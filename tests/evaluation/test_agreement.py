"""What counts as the same number, name, date: known cases, each decided by hand."""

from typing import Any

import pytest

from counterclaim.evaluation.agreement import agreement
from counterclaim.evaluation.names import names_agree, words_shared


def count(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "count", "quote": "five soldiers were killed", "measure": "killed",
        "object": "person.military", "low": 5, "high": 5, "party": "Norland", "source": "the ministry",
        "stance": "asserts", "scope": "incident", "place": None, "from_date": None, "to_date": None, **fields,
    }  # fmt: skip


def event(**fields: Any) -> dict[str, Any]:
    return {"kind": "event", "quote": "talks opened", "event_type": "talks", **fields}


def reached(gold: dict[str, Any], predicted: dict[str, Any]) -> list[str]:
    return [level for level, yes in agreement(gold, predicted).levels.items() if yes]


def wrong(gold: dict[str, Any], predicted: dict[str, Any]) -> list[str]:
    return [name for name, agreed in agreement(gold, predicted).attributes.items() if not agreed]


@pytest.mark.parametrize(
    ("change", "levels"),
    [
        ({}, ["value", "core", "full"]),
        ({"low": 6, "high": 6}, ["value", "core", "full"]),  # off by one is the same number
        ({"low": 7, "high": 7}, []),
        ({"low": None, "high": 5}, ["value", "core"]),  # "up to 5": the number is right, its bounds are not
        ({"measure": "wounded"}, ["value"]),
        ({"object": "person"}, ["value", "core", "full"]),  # a family holds its members
        ({"object": "person.civilian"}, ["value"]),
        ({"party": None}, ["value", "core"]),
        ({"stance": "denies"}, ["value", "core"]),
        ({"stance": None}, ["value", "core", "full"]),
        ({"scope": "cumulative", "place": "Oldtown"}, ["value", "core", "full"]),  # not part of `full`
    ],
)
def test_levels_of_counts(change: dict[str, Any], levels: list[str]) -> None:
    assert reached(count(), count(**change)) == levels


def test_large_numbers_agree_within_a_millionth() -> None:
    assert reached(count(low=10**9, high=10**9), count(low=10**9 + 900, high=10**9 + 900))
    assert not reached(count(low=10**9, high=10**9), count(low=10**9 + 1100, high=10**9 + 1100))


@pytest.mark.parametrize(
    ("change", "levels"),
    [
        ({}, ["type"]),
        ({"from_date": "2020-10-09", "to_date": "2020-10-10"}, ["type", "dated"]),
        ({"event_type": "statement", "from_date": "2020-10-10"}, []),
    ],
)
def test_levels_of_events(change: dict[str, Any], levels: list[str]) -> None:
    assert reached(event(from_date="2020-10-10", to_date="2020-10-10"), event(**change)) == levels


@pytest.mark.parametrize(
    ("gold", "predicted", "differ"),
    [
        (("2020-10-01", "2020-10-05"), ("2020-10-05", "2020-10-09"), ["until"]),  # one day in common
        (("2020-10-01", "2020-10-05"), ("2020-10-06", "2020-10-09"), ["dates", "until"]),
        (("2020-10-01", "2020-10-05"), ("2020-10", "2020-10"), []),  # cut to the coarser precision
        (("2020-10-01", "2020-10-05"), ("2020", "2021-01"), ["until"]),
        (("2020-10-01", None), ("2020-10-01", "2020-10-01"), ["until"]),  # the first day stands for both
        ((None, None), (None, None), []),
        ((None, None), ("2020", "2020"), ["dates", "until"]),
    ],
)
def test_dates(
    gold: tuple[str | None, str | None], predicted: tuple[str | None, str | None], differ: list[str]
) -> None:
    one = count(from_date=gold[0], to_date=gold[1])
    other = count(from_date=predicted[0], to_date=predicted[1])
    assert wrong(one, other) == differ


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Azerbaijan", "Azerbaijani", True),
        ("the Azerbaijani Ministry of Defence", "Ministry of Defense", True),
        ("Kyiv", "the government of Ukraine", True),
        ("United States", "US officials", True),
        ("United Nations", "United States", False),  # "United" tells nothing
        ("Norland", "Sudland", False),
        ("the government", "officials", False),  # nothing but untelling words: these are compared
        (None, "", True),
        (None, "Norland", False),
        ("…", "…", True),  # no word to compare
        ("…", "Norland", False),
    ],
)
def test_names(one: str | None, other: str | None, agree: bool) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("five soldiers died", "Five soldiers died on Monday", 1.0),
        ("five five soldiers", "five soldiers", 1.0),
        ("five five soldiers", "five of five cars", 2 / 3),  # a word counts as often as both have it
        ("five soldiers", "six guns", 0.0),
        ("", "six guns", 0.0),
        (None, None, 0.0),
    ],
)
def test_words_shared(one: str | None, other: str | None, share: float) -> None:
    assert words_shared(one, other) == pytest.approx(share)

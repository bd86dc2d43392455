"""How things are followed over the days, and over which days pages show them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publication.earlier import FAR, courses, stretches, together, variants


@dataclass(frozen=True)
class Thing:
    id: str
    claims: frozenset[str]
    words: str = ""


def thing(name: str, claims: str, words: str = "") -> Thing:
    return Thing(name, frozenset(claims), words)


DAYS = ["2020-10-01", "2020-10-02", "2020-10-03"]


def test_a_thing_is_followed_by_its_id_and_only_its_changes_are_kept() -> None:
    early, late = thing("a", "1", "early"), thing("a", "12", "late")
    followed = courses([late], zip(DAYS, ([early], [early], [late]), strict=True), lambda one: one.claims)
    assert [(stage.day, stage.thing) for stage in followed.of_now["a"]] == [
        (DAYS[0], early),
        (DAYS[2], late),
    ]
    assert followed.former == {}


def test_what_had_another_id_is_what_it_shares_most_claims_with() -> None:
    now = [thing("a", "123"), thing("b", "4")]
    then = [thing("x", "12"), thing("y", "3"), thing("z", "4")]
    followed = courses(now, [(DAYS[0], then)], lambda one: one.claims)
    [stage] = followed.of_now["a"]
    assert stage.thing == then[0]
    assert [one.thing for one in followed.of_now["b"]] == [then[2]]
    assert followed.former["y"].heir == "a"
    strict = courses(now, [(DAYS[0], then)], lambda one: one.claims, by_claims=False)
    assert strict.of_now == {"a": (), "b": ()} and set(strict.former) == {"x", "y", "z"}


def test_what_stood_no_longer_and_again_has_a_stage_for_both() -> None:
    one = thing("a", "1")
    followed = courses([one], zip(DAYS, ([one], [], [one]), strict=True), lambda each: each.claims)
    stages = followed.of_now["a"]
    assert [(stage.day, stage.thing) for stage in stages] == [(DAYS[0], one), (DAYS[1], None), (DAYS[2], one)]
    assert stretches((stage.day, stage.thing) for stage in stages) == f"{DAYS[0]}/{DAYS[1]} {DAYS[2]}"


@pytest.mark.parametrize(
    ("stands", "now", "known"),
    [
        ([], True, ""),
        ([True], True, DAYS[0]),
        ([False, True, True], True, DAYS[1]),
        ([True, False], True, f"{DAYS[0]}/{DAYS[1]} "),
        ([True, False, False], False, f"{DAYS[0]}/{DAYS[1]}"),
        ([True], False, f"{DAYS[0]}/{FAR}"),
    ],
)
def test_stretches_say_from_when_until_when(stands: list[bool], now: bool, known: str) -> None:
    assert stretches(zip(DAYS, stands, strict=False), now=now) == known


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.booleans())
def test_stretches_hold_the_days_on_which_it_stood(stands: list[bool], now: bool) -> None:
    days = [f"2020-10-{place + 1:02}" for place in range(len(stands))]
    known = stretches(zip(days, stands, strict=True), now=now)
    assert [_holds(known, day) for day in days] == stands
    assert any("/" not in each for each in known.split(" ")) == now or not known


def _holds(known: str, day: str) -> bool:
    """What known.ts makes of it."""
    parts = [each.partition("/") for each in known.split(" ")]
    return any(start and start <= day and (not end or day < end) for start, _, end in parts)


def test_several_things_stand_from_the_first_to_the_last() -> None:
    assert together(["2020-10-02", "2020-10-01/2020-10-03"]) == "2020-10-01"
    assert together(["2020-10-02/2020-10-05", "2020-10-01/2020-10-03"]) == "2020-10-01/2020-10-05"
    assert together(["", "2020-10-01/2020-10-03"]) == "2020-10-01"
    assert together([""]) == ""
    assert not _holds(together([]), "2020-10-01")


def test_variants_end_with_that_of_now_from_the_day_since_which_it_is_so() -> None:
    told = variants(3, [("a", 1), ("b", 1), ("c", 2), ("d", 3)])
    assert [(each.day, each.value, each.is_now) for each in told] == [
        ("a", 1, False),
        ("c", 2, False),
        ("d", 3, True),
    ]
    assert [(each.day, each.is_now) for each in variants(4, [("a", 1)])] == [("a", False), ("", True)]

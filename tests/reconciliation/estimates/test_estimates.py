"""From claims to estimates: who takes part, when there is too little, and what a casebook teaches."""

from dataclasses import asdict, replace
from math import log
from typing import Any

import pytest

from counterclaim.model import Claim, Conflict, Decision, Estimate, Registers
from counterclaim.reconciliation import reconcile
from counterclaim.reconciliation.estimates import FALLS, rounded
from tests.reconciliation.factories import WAR, count, document, reconciled

NORTH = {"source": "Norlandic defence ministry", "source_side": "Norland"}
SOUTH = {"source": "Sudmark army", "source_side": "Sudmark"}
PRESIDENT = {"source": "Norlandic president", "source_side": "Norland"}
MONITOR = {"source": "Lowlands Monitor"}


def said(
    number: int | tuple[int | None, int | None], who: dict[str, str], on: str = "2031-06-10", **values: Any
) -> Claim:
    """A count of Norland's dead soldiers of the whole war, in a document of its own."""
    return count(number, reported_on=on, document=f"{who['source']} {on} {number}", **{**who, **values})


def only(*claims: Claim, conflict: Conflict = WAR, as_of: str | None = None) -> Estimate:
    (estimate,) = reconciled(*claims, conflict=conflict, as_of=as_of).estimates
    return estimate


def test_an_estimate_lies_between_what_a_party_admits_and_what_its_enemy_claims() -> None:
    estimate = only(said(1000, NORTH), said(3000, SOUTH), said(1500, MONITOR))
    assert estimate.reason == "" and estimate.median is not None
    assert estimate.low_90 and estimate.low_50 and estimate.high_50 and estimate.high_90
    assert 1000 < estimate.low_50 < estimate.median < estimate.high_50 < estimate.high_90 < 3000
    assert {source.prior for source in estimate.sources} == {"own_forces", "independent", "enemy_forces"}


def test_dropping_a_source_tells_what_it_did() -> None:
    own, enemy, third = said(1000, NORTH), said(6000, SOUTH), said(1500, MONITOR)
    estimate = only(own, enemy, third)
    effects = {source.claim: source for source in estimate.sources}
    assert set(effects) == {own.id, enemy.id, third.id}
    assert effects[own.id].median > estimate.median > effects[enemy.id].median  # type: ignore[operator]
    assert effects[enemy.id].factor > 1.3 > 1 > effects[own.id].factor


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([said(1000, NORTH)], "one independent source alone"),
        ([said(1000, NORTH), said(1100, PRESIDENT)], "one independent source"),
        (
            [said(1000, NORTH), said(1200, {"source": "Militia", "source_side": "Norland Militia"})],
            "one independent source",  # allies on one declared side
        ),
        ([count(1000), count(1300, document="other")], "no independent source"),  # texts' own voices
        ([said((1000, None), NORTH), said((None, 3000), SOUTH)], "both a minimum and a maximum"),
        ([said(3, NORTH), said(5, SOUTH)], "every figure is below 10"),
        ([said(900, NORTH, measure="missing"), said(800, SOUTH, measure="missing")], FALLS),
    ],
)  # fmt: skip
def test_too_little_gives_a_reason_and_no_number(claims: list[Claim], reason: str) -> None:
    estimate = only(*claims)
    assert reason in estimate.reason
    assert asdict(estimate) == asdict(Estimate(estimate.finding, reason=estimate.reason))


def test_of_one_party_only_the_latest_word_counts() -> None:
    early, late = (
        said(700, NORTH, "2031-06-01"),
        said(1000, PRESIDENT, "2031-08-01"),
    )
    estimate = only(early, late, said(1500, MONITOR))
    assert early.id not in {source.claim for source in estimate.sources}


def test_a_repeat_adds_nothing_but_its_later_day() -> None:
    """A source that says the same a year later says it when the dead have been counted."""
    others = [said(1500, MONITOR, "2032-05-01")]
    once = only(said(1000, NORTH), *others)
    again = only(said(1000, NORTH), said(1000, NORTH, "2032-06-01"), *others)
    assert len(again.sources) == len(once.sources) == 2
    assert again.high_90 < once.high_90  # type: ignore[operator]


def test_later_figures_are_surer() -> None:
    def width(on: str) -> float:
        estimate = only(said(1000, NORTH, on), said(1200, MONITOR, on))
        assert estimate.high_90 and estimate.low_90
        return log(estimate.high_90 / estimate.low_90)

    assert width("2031-05-31") > width("2031-08-01") > width("2032-08-01")


@pytest.mark.parametrize("blur", [{"approx": True}, {"hedge": "alleged"}])
def test_blurred_words_are_wider(blur: dict[str, Any]) -> None:
    plain = only(said(1000, NORTH), said(1200, MONITOR))
    wide = only(said(1000, NORTH, **blur), said(1200, MONITOR))
    assert wide.high_90 - wide.low_90 > plain.high_90 - plain.low_90  # type: ignore[operator]


def test_at_least_leaves_room_above_and_up_to_room_below() -> None:
    def asked(numbers: tuple[int | None, int | None]) -> Estimate:
        return only(said(1000, MONITOR), said(1100, NORTH), said(numbers, {"source": "Aid League"}))

    low, exact, high = asked((None, 1000)), asked((1000, 1000)), asked((1000, None))
    assert low.median < exact.median < high.median  # type: ignore[operator]


def test_a_list_of_shown_cases_is_hardly_ever_too_long() -> None:
    text = "Lowlands Monitor has confirmed each case: 1,000 soldiers killed, documented by name."
    listed = replace(said(1000, MONITOR), document="list", quote=text, end=len(text))
    plain = only(said(1000, MONITOR), said(1100, NORTH))
    (estimate,) = reconciled(listed, said(1100, NORTH), documents=(document(text, "list"),)).estimates
    assert estimate.low_90 > plain.low_90 and estimate.low_90 > 850  # type: ignore[operator]


def test_a_toll_of_an_earlier_day_leaves_room_for_growth() -> None:
    now = [said(1200, MONITOR, "2031-05-31", to_date="2031-05-31")]
    early = only(said(1000, NORTH, "2031-04-10", to_date="2031-04-10"), *now)
    late = only(said(1000, NORTH, "2031-05-31", to_date="2031-05-31"), *now)
    assert early.high_90 > late.high_90  # type: ignore[operator]


def test_what_is_settled_in_the_casebook_teaches_about_its_other_series() -> None:
    """In the battles that were settled the southern army claimed three times the truth."""

    def battle(day: int, settled: int, **who: Any) -> list[Claim]:
        when = {"scope": "incident", "from_date": f"2031-03-{day}", "to_date": f"2031-03-{day}", **who}
        return [
            said(settled * 4, SOUTH, f"2031-03-{day}", **when),
            said(settled, NORTH, "2032-01-15", **when),
            said(settled, MONITOR, "2032-01-20", **when),
        ]

    asked = [said(3000, SOUTH), said(1400, MONITOR)]
    taught = [
        claim for day, dead in ((10, 100), (14, 50), (18, 80), (22, 120)) for claim in battle(day, dead)
    ]
    alone = only(*asked)
    found = reconciled(*asked, *taught)
    (estimate,) = (one for one in found.estimates if one.finding == alone.finding)
    (enemy,) = (source for source in estimate.sources if source.prior == "enemy_forces")
    (before,) = (source for source in alone.sources if source.prior == "enemy_forces")
    assert enemy.learnt_from == before.learnt_from + 4 and enemy.factor > before.factor
    assert estimate.median < alone.median  # type: ignore[operator]


def test_a_settled_series_is_not_judged_by_itself() -> None:
    settled = [said(4000, SOUTH), said(1000, NORTH, "2032-01-15"), said(1010, MONITOR, "2032-01-20")]
    (enemy,) = (source for source in only(*settled).sources if source.prior == "enemy_forces")
    fresh = only(said(4000, SOUTH), said(1000, NORTH))
    assert enemy.factor == next(each.factor for each in fresh.sources if each.claim == enemy.claim)


def test_as_of_a_day_only_what_was_said_by_then_counts() -> None:
    claims = [
        said(1000, NORTH, "2031-06-10"),
        said(1200, MONITOR, "2031-06-12"),
        said(5000, SOUTH, "2031-09-01"),
    ]
    assert only(*claims, as_of="2031-06-12") == only(*claims[:2])
    assert only(*claims, as_of="2031-06-11").median is None


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        said(1000, NORTH),
        said(3000, SOUTH),
        said(1500, MONITOR),
        said((1200, 1400), {"source": "Aid League"}),
    ]
    assert only(*claims) == only(*reversed(claims))


@pytest.mark.parametrize(("bound", "higher"), [("floor", True), ("ceiling", False)])
def test_a_reviewers_pin_limits_a_claim_here_too(bound: str, higher: bool) -> None:
    claims = [said(1000, NORTH), said(1100, MONITOR), said(1300, {"source": "Aid League"})]
    pin = Decision(1, "pin", (claims[2].id,), {"bound": bound}, "seen", by="Ann")
    plain, (pinned,) = only(*claims), reconcile(claims, WAR, Registers(), decisions=[pin]).estimates
    assert (pinned.median > plain.median) is higher  # type: ignore[operator]


def test_what_a_reviewer_pinned_to_nothing_takes_no_part() -> None:
    claims = [said(1000, NORTH), said(1100, MONITOR), said(1300, {"source": "Aid League"})]
    pin = Decision(1, "pin", (claims[2].id,), {"bound": "none"}, "seen", by="Ann")
    (pinned,) = reconcile(claims, WAR, Registers(), decisions=[pin]).estimates
    assert pinned == only(*claims[:2])


def test_every_finding_has_its_estimate_in_the_same_order() -> None:
    found = reconciled(
        said(1000, NORTH), said(3000, SOUTH), count(20, object="person.civilian"), count(9, "wounded")
    )
    assert [one.finding for one in found.estimates] == [finding.id for finding in found.findings]


def test_a_conflict_without_dates_is_no_obstacle() -> None:
    parties = replace(WAR, start=None, end=None)
    assert only(said(1000, NORTH), said(3000, SOUTH), conflict=parties).median


def test_words_that_show_each_case_make_a_list() -> None:
    text = (
        "Lowlands Monitor has confirmed by name and photograph 1,000 soldiers killed, documenting each case."
    )
    listed = replace(said(1000, MONITOR), document="list", quote=text, end=len(text))
    found = reconciled(listed, said(1500, NORTH), documents=(document(text, "list"),))
    priors = {source.claim: source.prior for source in found.estimates[0].sources}
    assert priors[listed.id] == "documented_list"


@pytest.mark.parametrize(
    ("number", "shown"), [(0.4, 0), (7.2, 7), (437.4, 437), (2947.3, 2950), (123456, 123000)]
)
def test_numbers_have_three_digits(number: float, shown: int) -> None:
    assert rounded(log(number)) == shown

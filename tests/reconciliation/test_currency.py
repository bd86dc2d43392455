"""Which figures still hold as time goes on."""

from typing import Any

from tests.reconciliation.factories import WAR, count, only_finding, reconciled, rules

OWN: dict[str, Any] = {"source": "Defence Ministry", "source_side": "Norland"}
ENEMY: dict[str, Any] = {"source": "Sudmark", "source_side": "Sudmark"}
DURING = WAR.__class__(name=WAR.name, start=WAR.start, parties=WAR.parties)
INCIDENT: dict[str, Any] = {
    "scope": "incident", "place": "Ford", "from_date": "2031-03-10", "to_date": "2031-03-10",
}  # fmt: skip


def test_a_sources_later_figure_supersedes_its_earlier_one() -> None:
    early = count(604, **OWN, to_date="2031-03-15")
    late = count(1434, **OWN, to_date="2031-05-15", anchor=9)
    found = only_finding(early, late)
    assert rules(found) == {early.id: "superseded", late.id: "own_losses"}
    assert found.weighings[0].reason == "superseded by a later figure of the same source, 1,434"
    assert (found.low, found.origins) == (1434, 1)


def test_an_earlier_minimum_holds_where_the_later_word_sets_none() -> None:
    early = count(604, **OWN, to_date="2031-03-15")
    late = count((None, 2000), **OWN, to_date="2031-05-15", anchor=9)
    found = only_finding(early, late)
    assert (found.low, found.floor_claim) == (604, early.id)


def test_a_later_lower_figure_of_the_same_source_is_a_correction() -> None:
    early = count(1400, source="Observatory", to_date="2031-03-15")
    late = count(1200, source="Observatory", to_date="2031-05-15", anchor=9)
    found = only_finding(early, late)
    assert rules(found)[early.id] == "corrected"
    assert (found.low, found.high) == (1200, 1200)


def test_a_later_at_least_takes_nothing_back() -> None:
    early = count(1008, **OWN, to_date="2031-03-15")
    late = count((1001, None), **OWN, to_date="2031-03-20", anchor=9)
    assert only_finding(early, late, conflict=DURING).low == 1008


def test_an_earlier_maximum_says_nothing_of_later_days() -> None:
    early = count(250, **ENEMY, to_date="2031-03-15")
    late = count(40, **OWN, to_date="2031-03-30", anchor=9)
    found = only_finding(early, late, conflict=DURING)
    assert (found.low, found.high) == (40, None)
    assert "a toll grows" in next(each.reason for each in found.weighings if each.claim == early.id)


def test_after_the_war_all_counts_are_final() -> None:
    enemy = count(7630, **ENEMY, to_date="2031-05-31")
    own = count(2906, **OWN, to_date="2032-10-21", anchor=9)
    found = only_finding(enemy, own)
    assert (found.low, found.high) == (2906, 7630)


def test_a_vague_date_does_not_age_a_dated_maximum() -> None:
    dated = count(3000, source="UN", to_date="2031-04-05")
    vague = count((900, None), source="Health office", to_date="2031-04", anchor=9)
    assert only_finding(dated, vague, conflict=DURING).high == 3000


def test_numbers_that_can_fall_go_out_of_date() -> None:
    displaced: dict[str, Any] = {"measure": "displaced", "object": "person"}
    early = count(90000, source="UN", to_date="2031-03-15", **displaced)
    late = count(40000, source="Red Cross", to_date="2031-05-15", anchor=9, **displaced)
    found = only_finding(early, late, conflict=DURING)
    assert rules(found)[early.id] == "out_of_date"
    assert (found.low, found.high) == (40000, 40000)


def test_a_count_on_the_day_of_an_attack_sets_no_maximum() -> None:
    fresh = count(43, source="Doctors", reported_on="2031-03-10", **INCIDENT)
    assert (only_finding(fresh).low, only_finding(fresh).high) == (43, None)
    settled = count(43, source="Doctors", reported_on="2031-03-20", **INCIDENT)
    assert only_finding(settled).high == 43


def test_a_later_higher_minimum_overtakes_a_maximum() -> None:
    early = count(20, source="Doctors", reported_on="2031-03-13", **INCIDENT)
    late = count((30, None), source="Mayor", reported_on="2031-03-20", anchor=9, **INCIDENT)
    found = only_finding(early, late)
    assert (found.low, found.high) == (30, None)
    assert "overtaken" in next(each.reason for each in found.weighings if each.claim == early.id)


def test_an_earlier_higher_minimum_stands_against_a_maximum() -> None:
    late = count(20, source="Doctors", reported_on="2031-03-20", **INCIDENT)
    early = count((30, None), source="Mayor", reported_on="2031-03-13", anchor=9, **INCIDENT)
    assert only_finding(early, late).sentence.startswith("No one range fits the accounts")


def test_a_state_and_its_ministry_are_no_two_origins() -> None:
    ministry = count(2853, **OWN, to_date="2031-05-11")
    state = count(2906, source="Norland", source_side="Norland", to_date="2031-05-15", anchor=9)
    enemy = count(7630, **ENEMY, to_date="2031-05-15", anchor=19)
    found = only_finding(ministry, state, enemy)
    assert rules(found)[ministry.id] == "same_side"
    assert (found.low, found.high, found.origins) == (2906, 7630, 2)
    assert "2 independent origins" in found.sentence


def test_a_ministrys_lower_figure_is_still_disputed() -> None:
    ministry = count(400, **OWN, to_date="2031-03-15", document="a")
    state = count(900, source="Norland", source_side="Norland", to_date="2031-03-15", document="b")
    (found,) = reconciled(ministry, state, conflict=DURING).findings
    assert "Defence Ministry gave 400, which sets no bound" in found.sentence
    assert found.origins == 1


def test_allies_are_origins_of_their_own() -> None:
    one = count(250, **ENEMY, to_date="2031-03-15")
    other = count(300, source="Eastmark", source_side="Eastmark", to_date="2031-03-15", anchor=9)
    assert only_finding(one, other, conflict=DURING).origins == 2

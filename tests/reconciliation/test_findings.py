"""Known answers: what a series' range is, what set it, and how it reads."""

from typing import Any

import pytest

from counterclaim.model import Claim, Conflict
from tests.reconciliation.factories import count, document, only_finding, reconciled, rules

OWN = {"source": "Norlandic Defence Ministry", "source_side": "Norland"}
ENEMY = {"source": "Sudmark", "source_side": "Sudmark"}


def test_own_losses_are_a_floor_and_the_enemys_count_a_ceiling() -> None:
    own = count(2906, **OWN, reported_on="2032-10-21")
    enemy = count(7630, **ENEMY, anchor=90)
    found = only_finding(own, enemy)
    assert (found.low, found.high) == (2906, 7630)
    assert (found.floor_claim, found.ceiling_claim) == (own.id, enemy.id)
    assert rules(found) == {own.id: "own_losses", enemy.id: "enemy"}
    assert found.sentence == (
        "Between 2,906 (the Norlandic Defence Ministry on Norland's own losses, 21 October 2032) and 7,630 "
        "(Sudmark on Norland's losses) military personnel of Norland were killed from 1 March 2031 to "
        "31 May 2031; 2 independent origins, 2 mentions."
    )


def test_an_ally_counts_like_the_party_itself() -> None:
    claim = count(40, source="Militia command", source_side="Norland Militia")
    assert only_finding(claim).weighings[0].bound == "floor"


def test_a_source_of_no_party_bounds_both_ways() -> None:
    found = only_finding(count(300, source="Observatory"))
    assert (found.low, found.high) == (300, 300)
    assert found.sentence == (
        "According to the Observatory alone, 300 military personnel of Norland were killed from 1 March 2031 "
        "to 31 May 2031; 1 independent origin, 1 mention."
    )


@pytest.mark.parametrize(
    ("said", "speaker", "expected"),
    [
        ((541, None), {"source": "Observatory"}, (541, None)),
        ((None, 30), {"source": "Observatory"}, (None, 30)),
        ((5001, None), ENEMY, (None, None)),
        ((None, 900), ENEMY, (None, 900)),
        ((None, 12), OWN, (None, None)),
        ((2300, 2500), OWN, (2300, None)),
        ((2300, 2500), ENEMY, (None, 2500)),
        ((2300, 2500), {"source": "Observatory"}, (2300, 2500)),
    ],
)
def test_words_limit_what_a_rule_allows(
    said: tuple[int | None, int | None],
    speaker: dict[str, str],
    expected: tuple[int | None, int | None],
) -> None:
    found = only_finding(count(said, **speaker))
    assert (found.low, found.high) == expected


def test_a_photographed_list_is_a_floor_by_the_words_near_its_source() -> None:
    text = document("Trackers lists 255 tanks. Trackers enters a loss only where photographs prove it.")
    claim = count(255, "lost", object="materiel.tank", source="Trackers", quote=text.text, anchor=15)
    found = only_finding(claim, documents=(text,))
    assert (found.low, found.high) == (255, None)
    assert rules(found) == {claim.id: "documented_list"}
    assert found.sentence.startswith("According to Trackers alone, 255 tanks of Norland were lost from")
    assert "it is taken as a minimum" in found.sentence


def test_what_could_not_be_verified_is_not_documented() -> None:
    quote = "The Observatory gave 300 dead, which could not be independently verified."
    assert rules(only_finding(claim := count(300, source="Observatory", quote=quote))) == {
        claim.id: "independent"
    }


def test_accounts_that_exclude_one_another_give_the_stretch_between_them() -> None:
    own = count(300, **OWN)
    other = count(120, source="Observatory", anchor=50)
    found = only_finding(own, other)
    assert (found.low, found.high) == (120, 300)
    assert (found.floor_claim, found.ceiling_claim) == (own.id, other.id)
    assert found.sentence.startswith(
        "No one range fits the accounts: at least 300 (the Norlandic Defence Ministry on Norland's own "
        "losses) or at most 120 (the Observatory) military personnel"
    )


def test_about_brings_close_figures_together() -> None:
    own = count((41, None), source="prosecutors", source_side="Norland", object="person.civilian")
    medics = count(40, source="medics", object="person.civilian", approx=True, anchor=50)
    found = only_finding(own, medics)
    assert (found.low, found.high) == (40, 41)
    assert found.sentence.startswith(
        "Between 40 (medics: about 40) and 41 (prosecutors on Norland's own losses)"
    )


def test_of_two_figures_of_one_side_for_one_day_the_higher_is_the_later() -> None:
    civilians = {"object": "person.civilian", "source_side": "Norland"}
    ministry = count(12, source="ministry", **civilians)
    mayor = count((15, None), source="mayor", anchor=50, **civilians)
    found = only_finding(ministry, mayor)
    assert (found.low, found.high) == (15, None)


def test_a_number_that_nobody_bounds_is_said_to_be_open() -> None:
    found = only_finding(count((5001, None), **ENEMY, quote="more than 5,000 soldiers"))
    assert (found.low, found.high, found.origins) == (None, None, 0)
    assert found.sentence.startswith("No account bounds how many military personnel of Norland were killed")
    assert "Sudmark gave more than 5,000, which sets no bound" in found.sentence


def test_the_text_itself_counts_only_where_no_source_is_named() -> None:
    own_voice = count(70, anchor=5)
    alone = only_finding(own_voice)
    assert (alone.low, alone.high) == (70, 70)
    named = count((50, None), source="Observatory", anchor=50)
    together = only_finding(own_voice, named)
    assert (together.low, together.high) == (50, None)
    assert rules(together)[own_voice.id] == "own_voice"


def test_hearsay_that_the_text_doubts_bounds_nothing() -> None:
    found = only_finding(count(70, hedge="alleged"))
    assert (found.low, found.high) == (None, None)


def test_a_denial_bounds_nothing_and_stays_among_the_mentions() -> None:
    said = count((550, None), source="Observatory")
    denied = count((550, None), **OWN, stance="denies", anchor=80)
    found = only_finding(said, denied)
    assert (found.low, found.origins, found.mentions) == (550, 1, 2)
    assert rules(found)[denied.id] == "denial"


def test_a_figure_that_its_source_took_back_bounds_nothing() -> None:
    said = count(340, source="Gazette")
    back = count(340, source="Gazette", stance="retracts", anchor=80)
    new = count(90, source="Gazette", anchor=160)
    found = only_finding(said, back, new)
    assert (found.low, found.high) == (90, 90)
    assert rules(found) == {said.id: "retracted", back.id: "retraction", new.id: "independent"}


def test_a_vague_word_never_has_the_last_word() -> None:
    number = count(31, source="Observatory", to_date="2031-04-01")
    vague = count((24, None), source="Observatory", approx=True, anchor=40)
    assert rules(only_finding(number, vague)) == {number.id: "independent", vague.id: "superseded"}


def test_civilians_of_no_party_are_bounded_by_who_blames_whom() -> None:
    civilians: dict[str, Any] = {
        "object": "person.civilian",
        "party": None,
        "place": "Ford",
        "scope": "incident",
    }
    day = {"from_date": "2031-03-04", "to_date": "2031-03-04", "reported_on": "2031-03-09"}
    accuser = count(80, **OWN, actor="Sudmark", **civilians, **day)
    confession = count(20, **ENEMY, actor="Sudmark", anchor=60, **civilians, **day)
    found = only_finding(accuser, confession)
    assert (found.low, found.high) == (20, 80)
    assert rules(found) == {accuser.id: "accuser", confession.id: "own_doing"}


def test_without_a_casebook_the_claims_tell_who_fights_whom() -> None:
    fights = count(3, "destroyed", object="materiel.tank", actor="Sudmark", party="Norland", anchor=300)
    own, enemy = count(100, **OWN), count(900, **ENEMY, anchor=90)
    found = reconciled(own, enemy, fights, conflict=Conflict()).findings
    killed = next(each for each in found if each.series.measure == "killed")
    assert (killed.low, killed.high) == (100, 900)


def test_the_belligerents_together_speak_each_of_its_own() -> None:
    claim = count(3825, source="belligerents")
    assert rules(only_finding(claim)) == {claim.id: "own_losses"}


def test_weighings_hold_every_claim_in_as_of_order() -> None:
    early = count(100, **OWN, to_date="2031-03-20", anchor=9)
    late = count(200, **OWN, to_date="2031-04-20")
    found = only_finding(late, early)
    assert [weighing.claim for weighing in found.weighings] == [early.id, late.id]


def test_counts_that_compare_with_nothing_form_no_series() -> None:
    unlike = (count(3, "other", object="incident"), count(10**9, "cost", object="money", anchor=7))
    assert reconciled(*unlike).findings == ()


def test_findings_come_with_the_most_independent_origins_first() -> None:
    claims: list[Claim] = [count(5, "wounded", source="Observatory")]
    claims += [count(number, source=f"Monitor {number}", anchor=number) for number in (10, 11, 12)]
    assert [each.series.measure for each in reconciled(*claims).findings] == ["killed", "wounded"]

"""Which figures contradict each other, and which only seem to."""

from typing import Any

import pytest

from counterclaim.model import Claim, Conflict, Contradiction
from tests.reconciliation.factories import WAR, count, counts_in, document, event, reconciled

OWN: dict[str, Any] = {"source": "Defence Ministry", "source_side": "Norland"}
ENEMY: dict[str, Any] = {"source": "Sudmark", "source_side": "Sudmark"}
DURING = Conflict(name=WAR.name, start=WAR.start, parties=WAR.parties)


KINDS = ("disagreement", "mutual_accusation")


def disputes(*claims: Claim, conflict: Conflict = WAR) -> list[Contradiction]:
    return [each for each in reconciled(*claims, conflict=conflict).contradictions if each.kind in KINDS]


def test_two_sides_figures_for_one_toll() -> None:
    own, enemy = count(2906, **OWN, reported_on="2032-10-21"), count(7630, **ENEMY, anchor=40)
    (found,) = disputes(own, enemy)
    assert found.claims == (own.id, enemy.id)
    assert found.explanation == (
        "How many military personnel of Norland were killed from 1 March 2031 to 31 May 2031 is disputed: "
        "2,906 (the Defence Ministry on Norland's own losses, 21 October 2032), but 7,630 (Sudmark on "
        "Norland's losses)."
    )


def test_the_enemys_more_than_disputes_a_sides_own_final_count() -> None:
    (found,) = disputes(count(3825, **OWN), count((5001, None), **ENEMY, to_date="2031-05-01", anchor=40))
    assert "but at least 5,001" in found.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((100, None), (300, None)),
        ((100, None), (250, 260)),
        ((None, 400), (300, None)),
        ((None, 400), (100, 300)),
        ((280, 320), (310, 400)),
        ((1000, 1000), (1030, 1030)),
    ],
)
def test_words_that_allow_a_common_number_agree(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None]
) -> None:
    assert disputes(count(one, **OWN), count(other, **ENEMY, anchor=40)) == []


def test_about_may_cover_the_difference() -> None:
    assert disputes(count(100, **OWN, approx=True), count(108, **ENEMY, anchor=40)) == []


def test_growth_explains_a_later_higher_figure() -> None:
    early = count(40, **OWN, to_date="2031-03-10")
    late = count(200, **ENEMY, to_date="2031-04-20", anchor=40)
    assert disputes(early, late, conflict=DURING) == []


def test_growth_does_not_explain_an_earlier_higher_figure() -> None:
    early = count((5001, None), **ENEMY, to_date="2031-03-10")
    late = count(3825, **OWN, to_date="2031-04-20", anchor=40)
    assert len(disputes(early, late, conflict=DURING)) == 1


def test_nobody_disputes_an_ally_or_itself() -> None:
    ally = count(900, source="Militia", source_side="Norland Militia", anchor=40)
    assert disputes(count(100, **OWN), ally) == []
    assert disputes(count(100, source="UN"), count(900, source="UN", anchor=40)) == []


def test_a_documented_list_does_not_dispute_more() -> None:
    listed = count(255, source="Trackers", quote="Trackers documented 255 losses")
    assert disputes(listed, count(900, **ENEMY, anchor=40)) == []


def test_neutral_sources_on_the_day_of_an_attack_are_counting_still() -> None:
    day: dict[str, Any] = {
        "scope": "incident", "place": "Ford", "from_date": "2031-03-10", "to_date": "2031-03-10",
    }  # fmt: skip
    fresh = [
        count(60, source="Mayor", reported_on="2031-03-10", **day),
        count(70, source="Daily", reported_on="2031-03-10", anchor=40, **day),
    ]
    assert disputes(*fresh) == []
    settled = [
        count(60, source="Mayor", reported_on="2031-04-10", **day),
        count(70, source="Daily", reported_on="2031-04-01", anchor=40, **day),
    ]
    assert len(disputes(*settled)) == 1


DAY: dict[str, Any] = {
    "scope": "incident", "place": "Ford", "from_date": "2031-03-10", "to_date": "2031-03-10",
    "reported_on": "2031-03-10", "party": None, "object": "person",
}  # fmt: skip


def two_sources(sentence: str, *numbers: str, measure: str = "killed") -> list[Contradiction]:
    text = document(sentence, date="2031-03-10")
    sources = ("Mayor", "Daily")
    values = [{**DAY, "source": source, "measure": measure} for source in sources]
    claims = counts_in(text, *zip(numbers, values, strict=True))
    return [
        one for one in reconciled(*claims, documents=(text,)).contradictions if one.kind == "disagreement"
    ]


@pytest.mark.parametrize(
    ("sentence", "disputed"),
    [
        ("The mayor counted 78 dead at Ford, but the Daily lists 412.", True),
        ("Ford: 78 dead, says the mayor; 412, says the Daily.", True),
        (
            "The mayor counted 78 dead at Ford, but the Daily names 412 of those killed in the province.",
            False,
        ),
        ("The mayor counted 78 dead at Ford. The Daily reported 412 dead.", False),
        (
            "The mayor counted 78 dead at first, but 412 have since died, said the Daily.",
            False,
        ),
    ],
)
def test_a_text_that_sets_two_figures_against_each_other(sentence: str, disputed: bool) -> None:
    assert bool(two_sources(sentence, "78", "412")) is disputed


def test_the_gravely_wounded_are_not_all_the_wounded() -> None:
    said = "The mayor counted 6 gravely wounded, but the Daily has 15 wounded in all."
    assert two_sources(said, "6", "15", measure="wounded") == []


def test_weeks_after_an_event_the_lower_figure_need_not_be_the_later_one() -> None:
    told = [
        [
            count(105, source="Inquiry", reported_on=first, **ON_THE_TENTH),
            count(278, source="Rescuers", reported_on=second, anchor=40, **ON_THE_TENTH),
        ]
        for first, second in (("2031-05-10", "2031-05-11"), ("2031-03-12", "2031-03-13"))
    ]
    assert [len(disputes(*claims)) for claims in told] == [1, 0]


def test_figures_of_one_incident_that_sources_place_apart() -> None:
    text = document("Halvik was hit on Tuesday. The mayor had 28 dead there, but the hospital has 54 dead.")
    counts = counts_in(
        text,
        ("28", {**DAY, "place": "Halvik", "source": "Mayor", "actor": "Sudmark"}),
        ("54", {**DAY, "place": None, "source": "Hospital", "actor": "Sudmark"}),
    )
    result = reconciled(*counts, documents=(text,))
    assert len(result.findings) == 2
    assert len(result.incidents) == 1
    (found,) = result.contradictions
    assert (found.kind, found.claims) == ("disagreement", tuple(claim.id for claim in counts))
    assert "killed in Halvik on 10 March 2031 is disputed: 28 (the Mayor" in found.explanation


def test_two_authorities_of_one_party_differ_where_the_later_one_gives_less() -> None:
    police = count(18, source="Police", source_side="Norland", reported_on="2031-03-11", **ON_THE_TENTH)
    army = count(
        14, source="Army", source_side="Norland", reported_on="2031-03-13", anchor=40, **ON_THE_TENTH
    )
    later = count(
        22, source="Army", source_side="Norland", reported_on="2031-03-13", anchor=40, **ON_THE_TENTH
    )
    part = count(4, source="Army", source_side="Norland", reported_on="2031-03-13", anchor=40, **ON_THE_TENTH)
    assert len(disputes(police, army)) == 1
    assert disputes(police, part) == []  # less than half is of something else, such as the last day's dead
    assert disputes(police, later) == []


ON_THE_TENTH: dict[str, Any] = {
    "scope": "incident", "place": "Ford", "from_date": "2031-03-10", "to_date": "2031-03-10",
}  # fmt: skip


def test_the_texts_own_voice_disputes_nothing() -> None:
    assert disputes(count(60), count(900, **ENEMY, document="other")) == []


def test_a_superseded_figure_disputes_nothing() -> None:
    claims = [
        count(40, **OWN, to_date="2031-04-01"),
        count(900, **OWN, to_date="2031-05-31", anchor=20),
        count(900, **ENEMY, anchor=40),
    ]
    assert disputes(*claims) == []


def test_many_claims_of_one_dispute_are_one_contradiction() -> None:
    own = [count(100, **OWN, document=f"outlet {number}") for number in range(5)]
    enemy = [count(900, **ENEMY, document=f"outlet {number}", anchor=40) for number in range(5)]
    (found,) = disputes(*own, *enemy)
    assert len(found.claims) == 10


def test_further_apart_weighs_more() -> None:
    near = disputes(count(100, **OWN), count(150, **ENEMY, anchor=40))
    far = disputes(count(100, **OWN), count(1500, **ENEMY, anchor=40))
    assert 0 < near[0].weight < far[0].weight <= 1


ACCUSE: dict[str, Any] = {"place": None, "from_date": "2031-03-10", "to_date": "2031-03-10"}


def test_two_sides_that_accuse_each_other_of_one_act() -> None:
    ours = event("ceasefire_violation", **OWN, actor="Sudmark", **ACCUSE)
    theirs = event("ceasefire_violation", **ENEMY, actor="Norland", anchor=40, **ACCUSE)
    (found,) = disputes(ours, theirs)
    assert set(found.claims) == {ours.id, theirs.id}
    assert found.explanation == (
        "The Defence Ministry and Sudmark accuse each other's side of a breach of a ceasefire on 10 March "
        "2031. Both can be true; neither account names its own side."
    )


@pytest.mark.parametrize(
    "other",
    [{"place": "Ford"}, {"from_date": "2031-03-12", "to_date": "2031-03-12"}, {"actor": "Farland"}],
)
def test_accusations_of_different_acts_are_not_mutual(other: dict[str, Any]) -> None:
    ours = event("ceasefire_violation", **OWN, actor="Sudmark", **ACCUSE)
    fields = {**ENEMY, **ACCUSE, "actor": "Norland", **other}
    assert disputes(ours, event("ceasefire_violation", anchor=40, **fields)) == []


@pytest.mark.parametrize(("quote", "found"), [("accused Sudmark of a provocation", 1), ("of lying", 0)])
def test_accusations_of_having_begun_the_fighting_are_mutual(quote: str, found: int) -> None:
    ours = event("accusation", **OWN, actor="Norland", target="Sudmark", quote=quote, **ACCUSE)
    theirs = event("clash", **ENEMY, actor="Norland", anchor=40, **ACCUSE)
    assert len(disputes(ours, theirs)) == found

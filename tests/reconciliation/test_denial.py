"""What is denied by whom, and what a denial does not touch."""

from typing import Any

import pytest

from counterclaim.extraction.events.draft import IMPLIED_ACTOR
from counterclaim.model import Claim, Contradiction, Reason
from tests.reconciliation.factories import count, event, reconciled

SUD: dict[str, Any] = {"source": "Sudmark", "source_side": "Sudmark"}
NOR: dict[str, Any] = {"source": "Norland", "source_side": "Norland"}
STRIKE: dict[str, Any] = {"actor": "Norland", "place": "Ford", "target": "Sudmark"}


def denials(*claims: Claim) -> list[Contradiction]:
    return [each for each in reconciled(*claims).contradictions if each.kind == "denial"]


def strike(**values: Any) -> Claim:
    return event("air_strike", **{**STRIKE, **values})


def test_an_event_and_its_denial() -> None:
    said, denied = strike(**SUD), strike(**NOR, stance="denies", anchor=40)
    (found,) = denials(said, denied)
    assert found.claims == (said.id, denied.id)
    assert found.explanation == (
        "Sudmark spoke of an air or drone strike by Norland in Ford on 10 March 2031; Norland denied it."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Bruck"},
        {"actor": "Sudmark"},
        {"from_date": "2031-03-12", "to_date": "2031-03-12"},
        {"event_type": "protest"},
        {"stance": "denies"},
    ],
)
def test_another_event_is_not_denied(other: dict[str, Any]) -> None:
    fields = {**STRIKE, **SUD, **other}
    said = event(fields.pop("event_type", "air_strike"), **fields)
    assert denials(said, strike(**NOR, stance="denies", anchor=40)) == []


def test_a_source_does_not_deny_itself() -> None:
    assert denials(strike(**NOR), strike(**NOR, stance="denies", anchor=40)) == []


def test_over_two_texts_day_and_place_must_be_named() -> None:
    denied = strike(**NOR, stance="denies", document="other")
    assert len(denials(strike(**SUD), denied)) == 1
    assert denials(strike(**SUD, place=None), denied) == []
    assert denials(strike(**SUD, from_date=None, to_date=None), denied) == []


def test_an_event_told_without_a_doer_is_told_so() -> None:
    (found,) = denials(strike(actor=None, source="Mayor"), strike(**NOR, stance="denies", anchor=40))
    assert found.explanation == (
        "The Mayor spoke of an air or drone strike in Ford on 10 March 2031; "
        "Norland denied it as the act of Norland."
    )


def test_a_doer_whom_no_words_name_is_not_put_into_a_sources_mouth() -> None:
    implied = strike(**SUD, reasons=(Reason("actor", IMPLIED_ACTOR),))
    (found,) = denials(implied, strike(**NOR, stance="denies", anchor=40))
    assert "Sudmark spoke of an air or drone strike in Ford" in found.explanation
    assert "by Norland" not in found.explanation


def test_several_claims_and_denials_of_one_event_are_one_dispute() -> None:
    said = [strike(**SUD), strike(source="Residents", actor=None, anchor=20), strike(**SUD, document="other")]
    denied = [
        strike(**NOR, stance="denies", anchor=40),
        strike(source="Air force", source_side="Norland", stance="denies", anchor=60),
    ]
    (found,) = denials(*said, *denied)
    assert set(found.claims) == {claim.id for claim in (*said, *denied)}
    assert (
        "and Residents of the same without a doer; Norland and the Air force denied it." in found.explanation
    )


def test_two_events_are_two_disputes() -> None:
    claims = [
        strike(**SUD), strike(**NOR, stance="denies", anchor=40),
        strike(**SUD, place="Bruck", anchor=60), strike(**NOR, place="Bruck", stance="denies", anchor=80),
    ]  # fmt: skip
    assert len(denials(*claims)) == 2


def test_an_undated_denial_far_away_is_not_of_a_dated_event() -> None:
    aid: dict[str, Any] = {"actor": "Farland", "target": "Norland"}
    old = event("aid", **aid, from_date="1918", to_date="1918")
    denied = event("aid", **aid, **NOR, stance="denies", from_date=None, to_date=None, anchor=9000)
    assert denials(old, denied) == []


def test_a_loose_type_needs_more_in_common() -> None:
    other: dict[str, Any] = {"actor": "Norland", "from_date": "2031-03-10", "to_date": "2031-03-10"}
    said, denied = event("other", **SUD, **other), event("other", **NOR, stance="denies", anchor=40, **other)
    assert denials(said, denied) == []


def test_a_denied_count() -> None:
    said = count((550, None), "casualties", **SUD)
    denied = count((550, None), "casualties", **NOR, stance="denies", anchor=40)
    other = count((700, None), "casualties", source="Observatory", anchor=80)
    (found,) = denials(said, denied, other)
    assert found.claims == (said.id, denied.id)
    assert found.explanation == (
        "Sudmark spoke of at least 550 military personnel of Norland killed or wounded; Norland denied it."
    )


def test_a_source_that_takes_its_figure_back() -> None:
    said, back = count(340, source="Gazette"), count(340, source="Gazette", stance="retracts", anchor=40)
    (found,) = denials(said, back)
    assert found.explanation.endswith("Gazette took it back.")


def test_opposed_sides_weigh_more_than_others() -> None:
    against = denials(strike(**SUD), strike(**NOR, stance="denies", anchor=40))
    aside = denials(strike(source="Mayor"), strike(**NOR, stance="denies", anchor=40))
    assert against[0].weight > aside[0].weight > 0


def test_a_denial_of_a_link_answers_no_accusation_of_somebody_else() -> None:
    said = event("accusation", **NOR, actor="Norland", target="Sudmark", place="Ford")
    by_accused = event(
        "accusation", **SUD, actor="Norland", target="Sudmark", place="Ford", stance="denies", anchor=9
    )
    by_other = event(
        "accusation", source="A candidate", source_side="Farland", actor="Norland", target="Sudmark",
        place="Ford", stance="denies", anchor=9,
    )  # fmt: skip
    assert len(denials(said, by_accused)) == 1 and denials(said, by_other) == []


def test_words_that_call_a_number_wrong_deny_no_event() -> None:
    def reason(start: int) -> tuple[Reason, ...]:
        return (Reason("event_type", "what was said before", start, start + 3),)

    denied = {**NOR, "stance": "denies", "anchor": 40}
    said = strike(**SUD)
    assert len(denials(said, strike(**denied, quote="Norland dismissed this.", reasons=reason(8)))) == 1
    assert denials(said, strike(**denied, quote="Norland calls it inflated.", reasons=reason(8))) == []
    assert denials(strike(source=None), strike(**denied, quote="Norland said no.", reasons=reason(8))) == []


def test_a_great_number_denied_is_the_same_wherever_each_places_it() -> None:
    said = count(412, source="Press", place="Ford", scope="incident")
    denied = count(412, source="Minister", place="the west", scope="incident", stance="denies", anchor=40)
    assert [one.kind for one in reconciled(said, denied).contradictions] == ["denial"]


def test_a_denial_of_reports_that_no_claim_tells_of() -> None:
    denied = strike(**NOR, stance="denies", quote="Norland denied media reports of a strike on Ford.")
    (found,) = denials(denied)
    assert found.claims == (denied.id,)
    assert found.explanation == (
        "Norland denied reports of an air or drone strike in Ford on 10 March 2031; "
        "no other claim tells of it."
    )
    assert denials(strike(**NOR, stance="denies", quote="Norland denied a strike on Ford.")) == []


def test_a_denial_that_only_points_back_is_of_the_claims_right_before() -> None:
    said = count(19, scope="incident", source="Army", source_side="Norland", anchor=100, start=100)
    earlier = count(7, scope="incident", source="Paper", anchor=10, start=0, quote="seven died")
    back = event("accusation", **SUD, stance="denies", anchor=180, start=150, quote="Sudmark rejected that.")
    assert [one.claims for one in denials(earlier, said, back)] == [(said.id, back.id)]
    whole = event("accusation", **SUD, stance="denies", anchor=180, quote="Sudmark denied that it had fired.")
    assert denials(earlier, said, whole) == []
    assert denials(count(19, **SUD, anchor=100, start=100), back) == []


def test_fighters_sent_and_the_denial_of_a_deployment_right_after() -> None:
    sent = count((200, None), "deployed", source="Paper", anchor=10)
    denied = event("deployment", **SUD, actor="Sudmark", stance="denies", anchor=120)
    (found,) = denials(sent, denied)
    assert found.claims == (sent.id, denied.id)
    assert denials(sent, event("deployment", **SUD, stance="denies", anchor=900)) == []
    assert denials(count(200, source="Paper", anchor=10), denied) == []


def test_a_telling_word_makes_one_matter_of_two_deployments_far_apart() -> None:
    told = {"source": "Paper", "actor": "Sudmark", "from_date": None, "to_date": None}
    said = event("deployment", **told, quote="Sudmark deployed mercenaries from abroad")
    quote = "Sudmark denied having brought mercenaries in"
    denied = event("deployment", **SUD, actor="Sudmark", stance="denies", anchor=9000, quote=quote)
    (found,) = denials(said, denied)
    assert found.claims == (said.id, denied.id)
    assert denials(event("deployment", **told, quote="Sudmark deployed two battalions"), denied) == []


def test_a_denial_of_what_was_said_before_answers_nothing_told_after_it_or_far_from_it() -> None:
    back = (Reason("event_type", "what was said before", 2000, 2006),)
    denied = strike(**NOR, stance="denies", anchor=2000, start=1990, quote="Norland denied it", reasons=back)
    assert len(denials(strike(**SUD, anchor=1900), denied)) == 1
    assert denials(strike(**SUD, anchor=2400), denied) == []
    assert denials(strike(**SUD, anchor=10), denied) == []

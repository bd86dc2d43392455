"""Events: what a sentence tells, who did it, where and when, by whose word."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extraction import extract
from counterclaim.model import Claim, Document
from counterclaim.partial_date import PartialDate

_FILE = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
_TABLE = _FILE["row"]
_TYPES = set(_FILE["types"])
_PLAIN = tomllib.loads((Path(__file__).parent / "plain.toml").read_text(encoding="utf-8"))


def events(text: str, date: str | None = "2024-05-10") -> list[Claim]:
    """The event claims of a text reported on a date."""
    report = PartialDate(date) if date else None
    document = Document("report.txt", "0" * 64, "text/plain", text, date=report)
    return [claim for claim in extract(document).claims if claim.kind == "event"]


def row_of(claim: Claim) -> str:
    """A claim as the table writes it."""
    first, last = claim.from_date, claim.to_date
    dates = (first or "-") if first == last else f"{first or ''}..{last or ''}"
    parts = [claim.event_type or "", claim.actor or "-", claim.place or "-", dates, claim.source or "-"]
    return " | ".join(parts if claim.stance == "asserts" else [*parts, claim.stance])


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: row["text"][:60])
def test_a_sentence_makes_these_claims(row: dict[str, object]) -> None:
    assert [row_of(claim) for claim in events(str(row["text"]))] == row["claims"]


@pytest.mark.parametrize("kind", _PLAIN)
def test_a_plain_sentence_tells_its_event(kind: str) -> None:
    told = {text: {claim.event_type for claim in events(text)} for text in _PLAIN[kind]}
    assert {text: types for text, types in told.items() if kind not in types} == {}


def test_the_table_has_a_row_for_nearly_every_type() -> None:
    told = {claim.split(" | ")[0] for row in _TABLE for claim in row["claims"]}
    assert told <= _TYPES
    assert len(_TABLE) >= 100
    assert len(told) >= 26


def test_quotes_anchors_and_reasons_point_into_the_text() -> None:
    for row in _TABLE:
        text = row["text"]
        for claim in events(text):
            assert text[claim.start : claim.end] == claim.quote
            assert claim.start <= claim.anchor < claim.end
            for reason in claim.reasons:
                if reason.start is not None and reason.end is not None:
                    assert 0 <= reason.start < reason.end <= len(text)


def test_claims_of_one_anchor_have_ids_of_their_own() -> None:
    claims = events("India and Pakistan accused each other of shelling Poonch and Jammu on Monday.")
    assert len(claims) == 4
    assert len({claim.id for claim in claims}) == 4
    assert len({claim.anchor for claim in claims}) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([row["text"] for row in _TABLE]), min_size=1, max_size=4),
    st.sampled_from([" ", "\n\n"]),
)
def test_spans_round_trip_in_any_order_of_sentences(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    claims = events(text)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.event_type in _TYPES
    assert len({claim.id for claim in claims}) == len(claims)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("shell fired at Gao, Mali denies “by” 3 May. \n;—'")), max_size=120)
)
def test_nonsense_is_read_without_error(text: str) -> None:
    for claim in events(text):
        assert text[claim.start : claim.end] == claim.quote


# ---------------------------------------------------------------- across sentences


def test_a_denial_takes_type_place_and_day_from_what_it_denies() -> None:
    told, denied = events("Drones struck Nyala on 6 May, Chad said. Sudan denied attacking Nyala.")
    assert (told.event_type, told.place, told.from_date) == ("air_strike", "Nyala", "2024-05-06")
    assert (denied.event_type, denied.stance, denied.actor) == ("air_strike", "denies", "Sudan")
    assert denied.from_date == "2024-05-06"


def test_both_reports_are_two_denials() -> None:
    text = (
        "Malian artillery fired on Kidal on 6 May, the rebels said. Malian troops shelled Gao on 7 May, they"
        " added. Mali dismissed both reports."
    )
    denied = [claim for claim in events(text) if claim.stance == "denies"]
    assert [(claim.place, claim.from_date) for claim in denied] == [
        ("Kidal", "2024-05-06"),
        ("Gao", "2024-05-07"),
    ]


def test_something_it_denied_is_denied_by_the_accused() -> None:
    claims = events("Ethiopia was accused by Eritrea of bombing Asmara on Monday, something it denied.")
    assert [(c.source, c.actor, c.stance) for c in claims] == [
        ("Eritrea", "Ethiopia", "asserts"),
        ("Ethiopia", "Ethiopia", "denies"),
    ]


def test_a_history_carries_its_date_to_the_month() -> None:
    text = "On 24 February 2022, Russia invaded Ukraine. Russian troops also seized Kherson."
    clash, capture = events(text, None)
    assert clash.from_date == "2022-02-24"
    assert (capture.event_type, capture.from_date) == ("capture", "2022-02")


def test_a_statement_keeps_the_day_of_the_one_before() -> None:
    text = "On 3 May 2022, Prime Minister Abe stated that Japan wanted peace. He added that Japan would help."
    first, second = events(text, None)
    assert (first.event_type, first.from_date) == ("statement", "2022-05-03")
    assert (second.event_type, second.from_date) == ("statement", "2022-05-03")


def test_days_of_the_war_are_counted_from_its_start() -> None:
    text = "The war began on 1 May 2024. On the fourth day of the war, Sudanese troops seized Wad Madani."
    assert events(text)[-1].from_date == "2024-05-04"


def test_rockets_are_shells_where_the_text_names_rocket_artillery() -> None:
    assert events("Rockets hit Homs on Monday.")[0].event_type == "missile_attack"
    text = "Rockets hit Homs on Monday. Syrian troops have Grad launchers there."
    assert events(text)[0].event_type == "shelling"


def test_terms_of_an_agreement_are_its_events() -> None:
    text = (
        "Serbia and Kosovo signed an agreement on 9 June 1999. Serbian forces were to withdraw from Pristina,"
        " while Kosovo undertook to free all prisoners."
    )
    assert [(c.event_type, c.actor) for c in events(text)] == [
        ("agreement", "Serbia and Kosovo"),
        ("agreement", "Serbia"),
        ("agreement", "Kosovo"),
    ]


def test_a_title_takes_day_and_place_from_the_text_below() -> None:
    text = "# Shells hit crowded hospital\n\nOn Tuesday 7 May shells hit a hospital in Taiz, doctors said."
    title = events(text)[0]
    assert (title.event_type, title.place, title.from_date) == ("shelling", "Taiz", "2024-05-07")


def test_who_claims_responsibility_did_what_was_told_before() -> None:
    told, claimed = events("Gunmen stormed a hotel in Kismayo on Monday. Al-Shabaab claimed responsibility.")
    assert (claimed.event_type, claimed.place) == (told.event_type, told.place)
    assert (claimed.actor, claimed.source) == ("Al-Shabaab", "Al-Shabaab")


def test_a_spokesman_of_the_army_denies_for_its_state() -> None:
    text = "Rebels said that shells fell on Taiz, Yemen, on 6 May. An army spokesman denied shelling Taiz."
    denied = events(text)[-1]
    assert (denied.stance, denied.event_type) == ("denies", "shelling")


def test_a_group_without_a_name_is_the_one_that_acted_last() -> None:
    text = "The Kachin Army shelled Bhamo on 3 May. The group captured Momauk on 6 May."
    assert [c.actor for c in events(text)] == ["Kachin Army", "Kachin Army"]


def test_a_perfect_is_not_dated_by_a_relative_clause() -> None:
    text = "The charity has withdrawn from Derna, where its clinic was bombed from the air on Monday."
    assert events(text)[0].from_date == "2024-05-10"


def test_counted_harm_makes_no_event_of_its_own() -> None:
    assert events("Some 68,000 people have been displaced since Monday.") == []


def test_dateline_does_not_date_the_event() -> None:
    claim = events("LAGOS, 10 May 2024 — Fighters of Boko Haram captured Baga on 3 January.")[0]
    assert claim.from_date == "2024-01-03"


def test_an_entry_of_a_chronology_dates_its_events() -> None:
    text = "Compiled on 22 February 2015\n\n17 January - Rebels shell Gao.\n\n4 February - They took Bamba."
    assert [claim.from_date for claim in events(text, "2015-02-22")] == ["2015-01-17", "2015-02-04"]

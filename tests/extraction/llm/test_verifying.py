"""What a model answers is kept only as far as the text bears it out; the rest is listed."""

import json
from typing import Any

import pytest

from counterclaim.extraction.llm.answers import Answered, read_answer
from counterclaim.extraction.llm.batches import Batch, batches
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.verifying import Verified, Verifier
from counterclaim.model import Claim, Document
from tests.extraction.llm.material import CONFLICT, REPORT, count, document, event


def verified(*claims: dict[str, Any], about: Document | None = None) -> Verified:
    """What becomes of these claims of a model, each said to stand in the paragraph given, or the first."""
    about = about or document()
    verifier = Verifier(Evidence.of(about, CONFLICT))
    [batch] = batches(about.text, 10_000)
    verifier.take(batch, answers(*claims))
    return verifier.verified


def answers(*claims: dict[str, Any]) -> list[Answered]:
    counts = [{"paragraph": 1, **one} for one in claims if "event_type" not in one]
    events = [{"paragraph": 1, **one} for one in claims if "event_type" in one]
    return read_answer(json.dumps({"counts": counts, "events": events}))


def only(found: Verified) -> Claim:
    assert found.thrown_away == [], found.thrown_away
    [reading] = found.readings
    return reading.claim


def test_a_true_count_becomes_a_claim_with_the_texts_own_words() -> None:
    claim = only(verified(count(paragraph=2)))
    assert REPORT[claim.start : claim.end] == claim.quote
    assert (claim.low, claim.high, claim.approx) == (12, None, False)
    assert REPORT[claim.anchor : claim.anchor + 2] == "12"
    assert (claim.measure, claim.object, claim.party, claim.scope) == (
        "killed",
        "person.military",
        "Armenia",
        "incident",
    )
    assert (claim.source, claim.source_side, claim.place) == ("Armenian Defence Ministry", "Armenia", "Agdam")
    assert (claim.from_date, claim.reported_on) == ("2021-03-03", "2021-03-03")


def test_a_true_event_becomes_a_claim() -> None:
    claim = only(verified(event(paragraph=4)))
    assert (claim.kind, claim.event_type, claim.stance, claim.actor) == (
        "event",
        "shelling",
        "denies",
        "Azerbaijan",
    )
    assert REPORT[claim.anchor :].startswith("shelled")
    assert claim.reported_on == "2021-03-05"  # the document's date, where no other is given


def test_a_quote_is_found_over_a_broken_line_and_with_other_quotation_marks() -> None:
    claim = only(
        verified(count(quote="killed and 30 wounded", words="30", low=30, high=30, measure="wounded"))
    )
    assert claim.quote == "killed and\n30 wounded"
    quote = '"More than 5,000 people fled," a spokesman of the Red Cross said.'
    found = count(quote=quote, words="5,000 people", low=5001, measure="displaced", object="person")
    claim = only(verified({**found, "source": "Red Cross", "source_side": None, "party": None}))
    assert claim.quote == "“More than 5,000 people  fled,” a spokesman of the Red Cross said."


@pytest.mark.parametrize(
    ("answered", "why"),
    [
        (count(quote="at least 120 soldiers had been killed"), "quote is not in the text"),
        (count(quote="At least 12 soldiers had been killed"), "quote is not in the text"),  # another letter
        (count(quote="at least 12 soldiers had been slain"), "quote is not in the text"),
        (
            count(quote="1 that at least 12 soldiers had been killed"),
            "quote is not in the text",
        ),  # cut a year
        (count(quote="12"), "too short"),
        (count(low=120), "120 or more stands nowhere in its words"),
        (count(low=12, high=30), "stands nowhere"),  # one of the two is of another number
        (count(low=None, high=None), "gives no number"),
        (count(low=2021, high=2021, words="2021"), "only as a part of a date"),
        (count(low=3, high=3, words="3 March"), "only as a part of a date"),
        (count(quote="drives a T-72", words="T-72", low=72, high=72, object="materiel.tank"), "no measure"),
        (
            count(quote="drives a T-72", words="T-72", low=72, high=72, object="materiel", measure="lost"),
            "stands nowhere",
        ),
        (count(source="Reuters"), "its source “Reuters” is not named"),
        (count(measure="slain"), "measure: “slain” is not in the vocabulary"),
        (count(object="person.general"), "object: “person.general” is not in the vocabulary"),
        (count(object="materiel.tank"), "“killed” is no measure of “materiel.tank”"),
        (count(low="twelve"), "low: input should be a valid integer"),
        (count(stance="thinks"), "stance: input should be 'asserts', 'denies' or 'retracts'"),
        ({"quote": "12 soldiers had been killed"}, "words: field required"),
        (event(words="bombed"), "its words “bombed” are not in its quote"),
        (event(event_type="war"), "event_type: “war” is not in the vocabulary"),
        (event(quote="Azerbaijan had shelled Agdam."), "quote is not in the text"),
    ],
)
def test_what_the_text_does_not_bear_out_is_thrown_away_and_listed(
    answered: dict[str, Any], why: str
) -> None:
    found = verified(answered)
    assert found.readings == []
    [listed] = found.thrown_away
    assert listed.why.startswith("second reader: ") and why in listed.why
    assert REPORT[listed.start : listed.end] == listed.words != ""


def test_one_bad_claim_costs_only_itself() -> None:
    found = verified(count(low=99), count(), event(words="bombed"), event())
    assert [reading.claim.kind for reading in found.readings] == ["count", "event"]
    assert len(found.thrown_away) == 2


@pytest.mark.parametrize(
    ("answered", "field"),
    [
        (count(place="Stepanakert"), "place"),
        (count(party="Turkey"), "party"),
        (count(source_side="Russia"), "source_side"),
        (count(actor="Georgia"), "actor"),
        (count(from_date="1994-05-12"), "from_date"),
        (count(reported_on="Tuesday"), "reported_on"),
        (event(target="Iran"), "target"),
    ],
)
def test_a_field_that_the_document_does_not_bear_out_is_emptied_and_listed(
    answered: dict[str, Any], field: str
) -> None:
    found = verified(answered)
    assert getattr(only(found), field) in (None, "2021-03-05")
    assert [one.why for one in found.emptied if f"the {field} that it gives, “{answered[field]}”" in one.why]


@pytest.mark.parametrize(
    ("source", "is_named"),
    [
        ("Armenian Defence Ministry", True),
        ("the Defence Ministry of Armenia", True),  # its words stand apart, and Armenia is named
        ("Defence Ministry's spokesman", True),
        ("ARMENIA", True),
        ("Turkish Defence Ministry", False),
        ("Ministry of Foreign Affairs", False),
        ("the", False),
        ("Red Cross" + " Red Cross" * 20, False),
        ("Armenian \x1b[31mDefence Ministry", False),
    ],
)
def test_a_source_is_somebody_whom_the_document_names(source: str, is_named: bool) -> None:
    found = verified(count(source=source))
    assert len(found.readings) == is_named and len(found.thrown_away) == 1 - is_named


def test_what_a_model_says_is_listed_short_and_fit_for_a_terminal() -> None:
    found = verified(
        count(quote="\x1b[2Jno such\ud800 words" + "x" * 9000),
        count(source="y" * 9000),
        count(measure="z" * 9000),
    )
    assert len(found.thrown_away) == 3
    assert all(len(one.why) <= 400 and one.why.isprintable() for one in found.thrown_away)


def test_a_period_that_ends_before_it_begins_is_emptied() -> None:
    found = verified(count(from_date="2021-03-04", to_date="2021-03-03"))
    claim = only(found)
    assert (claim.from_date, claim.to_date) == (None, None)
    assert len(found.emptied) == 2


def test_the_range_is_read_from_the_words_not_from_the_answer() -> None:
    turned = verified(count(low=None, high=12))  # a floor turned into a ceiling
    assert (only(turned).low, only(turned).high) == (12, None)
    [reading] = turned.readings
    assert reading.answered is not None and (reading.answered.low, reading.answered.high) == (None, 12)


def test_a_quote_cannot_be_cut_short_of_the_words_that_bound_its_number() -> None:
    claim = only(verified(count(quote="12 soldiers had been killed", words="12 soldiers", high=12)))
    assert (claim.low, claim.high) == (12, None)


def test_more_than_may_be_answered_as_the_number_or_the_one_after() -> None:
    quote = {"quote": "“More than 5,000 people  fled,”", "words": "5,000 people", "measure": "displaced"}
    for low in (5000, 5001):
        claim = only(verified(count(**quote, low=low, object="person", source=None)))
        assert claim.low == 5001


def test_one_and_none_are_read_where_the_grammar_reads_them() -> None:
    quote = {"quote": "A reporter was killed on 4 March.", "words": "A reporter", "source": None}
    claim = only(verified(count(**quote, low=1, high=1, object="person.journalist", party=None)))
    assert (claim.low, claim.high) == (1, 1)
    assert verified(count(**quote, low=2, high=2)).readings == []


def test_one_thing_is_counted_by_its_article_where_the_answers_words_begin_with_it() -> None:
    text = "Its road has had a lorry with medicines on it struck by day.\n"
    shared = {"quote": text.strip(), "low": 1, "high": 1, "source": None, "source_side": None, "place": None}
    shared |= {"measure": "damaged", "object": "materiel.vehicle", "party": None}
    claim = only(verified(count(**shared, words="a lorry with medicines"), about=document(text)))
    assert text[claim.anchor :].startswith("a lorry") and (claim.low, claim.high) == (1, 1)
    for words in ("lorry", "Its road", "on it"):
        assert verified(count(**shared, words=words), about=document(text)).readings == []


def test_a_bound_that_the_grammar_does_not_know_is_kept_as_the_models() -> None:
    text = "Toll of truck bomb eclipses 500\n"
    answered = count(quote=text.strip(), words="500", low=501, object="person", source=None, place=None)
    claim = only(verified(answered, about=document(text)))
    assert claim.low == 500
    assert "the second reader gives “501 or more”" in [reason.rule for reason in claim.reasons]
    assert verified({**answered, "low": 502}, about=document(text)).readings == []


def test_a_number_that_the_grammar_takes_for_no_count_is_kept_with_its_doubt() -> None:
    age = count(quote="He, aged 41, drives a T-72.", words="41", low=41, high=41, source=None)
    claim = only(verified(age))
    assert "the grammar takes it for no count: an age" in [reason.rule for reason in claim.reasons]


def test_a_wrong_paragraph_number_and_invented_offsets_do_no_harm() -> None:
    claim = only(verified(count(paragraph=77, start=5, end=9)))
    assert REPORT[claim.start : claim.end] == claim.quote


def test_of_two_places_of_a_quote_the_named_paragraph_counts() -> None:
    text = "The army lost 5 tanks on 2 May.\n\nLater, the army lost 5 tanks on 2 May.\n"
    about = document(text)
    answered = {"words": "5 tanks", "low": 5, "high": 5, "measure": "lost", "object": "materiel.tank"}
    answered |= {"quote": "army lost 5 tanks on 2 May.", "source": None, "source_side": None, "place": None}
    first = only(verified(count(**answered, paragraph=1), about=about))
    second = only(verified(count(**answered, paragraph=2), about=about))
    assert first.start < text.index("Later") < second.start


def test_two_numbers_alike_are_told_apart_by_their_words() -> None:
    text = "Shelling killed 5 soldiers and 5 civilians on 2 May 2021.\n"
    shared = {"quote": text.strip(), "low": 5, "high": 5, "source": None, "place": None}
    found = verified(
        count(**shared, words="5 civilians", object="person.civilian"),
        count(**shared, words="5 soldiers"),
        about=document(text),
    )
    civilians, soldiers = (reading.claim for reading in found.readings)
    assert text[civilians.anchor :].startswith("5 civilians") and text[soldiers.anchor :].startswith(
        "5 soldiers"
    )


def test_a_claim_given_twice_counts_once_and_two_of_one_number_have_two_identifiers() -> None:
    found = verified(count(), count(), count(measure="wounded"))
    assert len({reading.claim.id for reading in found.readings}) == 2
    assert [one.why for one in found.thrown_away] == ["second reader: it is given twice"]


def test_a_paragraph_without_a_usable_answer_is_listed() -> None:
    about = document()
    verifier = Verifier(Evidence.of(about, CONFLICT))
    whole = batches(about.text, 10_000)[0]
    verifier.leave_unread(Batch(whole.pieces[1:2]), "it is not JSON")
    [listed] = verifier.verified.unread
    assert listed.why == "second reader: no usable answer: it is not JSON"
    assert listed.words.startswith("The Armenian Defence Ministry") and len(listed.words) <= 80

"""Ceasefires in words, and their page."""

from dataclasses import replace

from counterclaim.model import Ceasefire, CeasefireWord
from counterclaim.partial_date import PartialDate
from counterclaim.publication.ceasefires import ceasefire_outcome, ceasefire_what, ceasefire_when
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.ceasefires import ceasefires_page
from tests.publication import records

TRUCE = Ceasefire(
    parties=("Georgia", "Russia"),
    brokers=("France",),
    agreed=PartialDate("2008-08-12"),
    effective=PartialDate("2008-08"),
    hour="at 8 a.m.",
    hours=72,
    outcome="violated",
    words=(
        CeasefireWord(records.KILLED_1400.id, "agreed", False, PartialDate("2008-08-12"), "agreed"),
        CeasefireWord(records.KILLED_2000.id, "violated", False, None, "broke"),
        CeasefireWord(records.KILLED_1400.id, "violated", True, None, ""),
    ),
)


def test_a_ceasefire_in_words() -> None:
    assert ceasefire_what(TRUCE) == ("Ceasefire between Georgia and Russia, brokered by France, August 2008")
    assert (
        ceasefire_when(TRUCE)
        == "Agreed on 12 August 2008, in effect in August 2008, at 8 a.m., for 72 hours."
    )
    assert ceasefire_outcome(TRUCE) == "Violated, by the word of 1 claim; 1 says that it is not so."


def test_little_known_is_said_with_few_words() -> None:
    bare = replace(
        TRUCE, parties=("Georgia",), brokers=(), agreed=None, effective=None, hours=None, outcome=None
    )
    assert ceasefire_what(bare) == "Ceasefire of Georgia"
    assert ceasefire_when(bare) == "Undated."
    assert ceasefire_outcome(bare) == "Nobody says what became of it."


def test_the_page_lists_what_each_claim_says() -> None:
    made = records.record()
    made = replace(made, reconciliation=replace(made.reconciliation, ceasefires=(TRUCE,)))
    (shown,) = ceasefires_page(Parts(index_record(made))).ceasefires
    [now] = shown.told
    assert [(told.date, told.stage) for told in now.value] == [
        ("12 August 2008", "agreed"),
        ("", "violated"),
        ("", "denies: violated"),
    ]
    assert now.value[0].claim.id == records.KILLED_1400.id

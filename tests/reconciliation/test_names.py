"""One key for one party, place or source, however it is written."""

import pytest

from counterclaim.model import Conflict, Entity, Party, Place, Registers
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.tables import load_tables

CONFLICT = Conflict(
    name="Second Karst Plateau War",
    parties=(Party("Norland", aliases=("Norlandic", "Norheim")), Party("Bergen and Tal")),
    places=(Place("Ford", aliases=("Vad",)),),
)
REGISTERS = Registers(
    entities=(Entity("s1", "source", "The Monitor", party="Norland"), Entity("p1", "place", "Bruck")),
    by_name={("source", "Monitor"): "s1", ("source", "the watchers"): "s1", ("place", "Brücke"): "p1"},
)


def names(*sources: str) -> Names:
    return Names(CONFLICT, REGISTERS, load_tables().cues, sources)


@pytest.mark.parametrize(
    "written",
    [
        "Norlandic Defence Ministry",
        "Norland's Defence Ministry",
        "Norlandic Ministry of Defence",
        "the Defense Ministry of Norland",
        "Defence Ministry",
        "Defence Ministry of the self-proclaimed Republic of Norland",
    ],
)
def test_the_ways_of_writing_one_ministry_are_one_source(written: str) -> None:
    assert names().source(written, "Norland") == names().source("Norlandic Defence Ministry", "Norland")


def test_a_ministry_of_another_party_is_another_source() -> None:
    assert names().source("Defence Ministry", "Sudmark") != names().source("Defence Ministry", "Norland")


def test_a_government_is_its_party() -> None:
    keys = {names().source(name, "Norland") for name in ("Norland", "Norheim", "the Norlandic authorities")}
    assert keys == {"norland"}


def test_a_short_form_is_learnt_from_where_it_stands_behind_the_name() -> None:
    known = names("Lowland Observatory for Rights (LOR)", "LOR")
    assert known.source("LOR", None) == known.source("Lowland Observatory for Rights (LOR)", None)


def test_the_register_has_the_first_word() -> None:
    known = names()
    assert known.source("Monitor", None) == known.source("the watchers", None)
    assert known.speaks_for("the watchers") == "Norland"
    assert known.place("Brücke") == "p1"


def test_a_party_is_found_by_every_alias() -> None:
    assert {names().party(name) for name in ("Norland", "the Norlandic", "Norheim")} == {"norland"}


def test_joined_names_are_divided_unless_a_party_is_called_so() -> None:
    assert names().members("Norland/Sudmark") == {"norland", "sudmark"}
    assert names().members("Bergen and Tal") == {"bergen and tal"}
    assert names().members(None) == frozenset()


def test_words_for_the_theatre_of_the_war_are_no_place() -> None:
    assert names().place("Karst Plateau") is None
    assert names().place("the front line") is None
    assert names().place("town of Vad") == names().place("Ford") == "ford"


def test_a_party_is_seen_in_the_words_of_a_name() -> None:
    assert names().nations("Norlandic air force") == {"norland"}


def test_a_capital_is_not_its_country() -> None:
    assert names().is_ground_of("Norland", "Norland")
    assert not names().is_ground_of("Norheim", "Norland")
    assert not names().is_ground_of("Gaza", "Palestine")

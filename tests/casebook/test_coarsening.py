"""A place that is to be shown roughly is shown so wherever a record has it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.casebook import coarsened
from counterclaim.errors import SettingsError
from counterclaim.gazetteer import UNCERTAINTY_KM
from counterclaim.model import Conflict, Entity, Place, Record, Registers
from counterclaim.settings.declaration import AccessSettings
from tests.casebook.material import registers
from tests.casebook.test_access import public

HIDDEN = AccessSettings(coarsened_places=["two rivers"])


def entity(record: Record, name: str) -> Entity:
    return next(one for one in record.registers.entities if one.name == name)


def test_the_point_and_all_that_would_give_it_away_are_rough(tmp_path: Path) -> None:
    record = public(tmp_path / "case", 'coarsened_places = ["Two Rivers"]')
    place = entity(record, "Two Rivers")
    assert (place.latitude, place.longitude) == (40.5, 44.5)
    assert place.location is not None
    assert (place.location.precision, place.location.rule) == (4, "coarsened")
    assert (place.location.country, place.location.region, place.location.district) == (
        "Northland",
        None,
        None,
    )
    assert (place.location.other_names, place.location.entry) == ((), None)
    (incident,) = record.reconciliation.incidents
    assert (incident.latitude, incident.longitude, incident.precision) == (40.5, 44.5, 4)
    assert "44.25" not in repr(record)


def test_to_a_district_is_less_rough(tmp_path: Path) -> None:
    record = public(tmp_path / "case", 'coarsened_places = ["Two Rivers"]\ncoarsened_to = "district"')
    place = entity(record, "Two Rivers")
    assert (place.latitude, place.longitude) == (40.75, 44.25)
    assert place.location is not None and (place.location.precision, place.location.region) == (3, "Hills")


def test_a_place_that_shares_the_point_is_rough_too_and_no_other() -> None:
    beside = Entity(
        "e8", "place", "Two Rivers airport", ("Two Rivers airport",), latitude=40.5, longitude=44.25
    )
    other = replace(beside, id="e9", name="Hill", names=("Hill",), longitude=44.26)
    declared = Conflict(places=(Place("Rivers", ("Two Rivers",), 40.5, 44.25),))
    given_ = Registers((*registers().entities, beside, other), registers().by_name)
    record = coarsened(Record(declared, registers=given_), HIDDEN)
    assert entity(record, "Two Rivers airport").longitude == 44.5
    assert entity(record, "Hill").longitude == 44.26
    assert record.conflict.places[0].longitude == 44.5
    assert coarsened(record, HIDDEN) == record


def test_a_place_that_is_not_there_publishes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Nothing is published"):
        public(tmp_path / "case", 'coarsened_places = ["Too Rivers"]')


@given(st.floats(-90, 90), st.floats(-179, 179), st.sampled_from(["district", "region"]))
def test_the_true_point_lies_within_the_radius_that_is_drawn(
    latitude: float, longitude: float, to: str
) -> None:
    place = replace(registers().entities[2], latitude=latitude, longitude=longitude)
    access = AccessSettings.model_validate({"coarsened_places": ["Two Rivers"], "coarsened_to": to})
    rough = entity(coarsened(Record(Conflict(), registers=Registers((place,), {})), access), "Two Rivers")
    assert rough.latitude is not None and rough.longitude is not None and rough.location is not None
    north, east = abs(rough.latitude - latitude), abs(rough.longitude - longitude)
    assert (north**2 + east**2) ** 0.5 * 111.2 <= UNCERTAINTY_KM[rough.location.precision or 0]

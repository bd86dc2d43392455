"""Where the places lie that claims name, and which names the gazetteer brings together."""

import pytest

from counterclaim.gazetteer import open_gazetteer
from counterclaim.model import Claim, Conflict, Entity, Party, Place, Registers
from counterclaim.registers import resolve
from counterclaim.registers.resolving import NameOrder
from tests.registers.conftest import make_claim, make_document


def located(
    texts: dict[str, str], *places: str, conflict: Conflict | None = None, name_order: NameOrder = "document"
) -> Registers:
    """Every text claims something of each of the places that it names."""
    documents = [make_document(text, name) for name, text in texts.items()]
    claims: list[Claim] = []
    for document in documents:
        for place in places:
            at = document.text.find(place)
            if at >= 0:
                claims.append(make_claim(at, document.digest, place=place, quote=document.text[at : at + 1]))
    return resolve(
        claims, documents, conflict or Conflict(), gazetteer=open_gazetteer(), name_order=name_order
    )


def place_of(registers: Registers, name: str) -> Entity:
    """The entity that a name of a place stands for."""
    identifier = registers.entity_id("place", name)
    return next(entity for entity in registers.entities if entity.id == identifier)


def test_a_place_gets_its_point_from_the_gazetteer() -> None:
    registers = located({"a": "Shells fell on Shusha, and on Xyzzyplugh."}, "Shusha", "Xyzzyplugh")
    shusha, unknown = place_of(registers, "Shusha"), place_of(registers, "Xyzzyplugh")
    assert (round(shusha.latitude or 0, 1), round(shusha.longitude or 0, 1)) == (39.8, 46.7)
    assert (unknown.latitude, unknown.longitude) == (None, None)


def test_a_place_keeps_how_precisely_it_is_known_and_where_it_lies() -> None:
    text = "Shells fell on Shusha, and on Raqqa province."
    registers = located({"a": text}, "Shusha", "Raqqa province")
    town, division = place_of(registers, "Shusha").location, place_of(registers, "Raqqa province").location
    assert town is not None and division is not None
    assert (town.precision, town.kind, town.country, town.region) == (1, "town", "Azerbaijan", "Shusha")
    assert "Shushi" in town.other_names and "Shusha" not in town.other_names
    assert (division.precision, division.kind, division.country) == (4, "region", "Syria")
    assert town.entry is not None and town.entry.startswith("geonames:")


@pytest.mark.parametrize(
    ("name", "rule"),
    [("Xyzzyplugh", "unknown"), ("the line of contact", "description"), ("Syrian", "people")],
)
def test_a_place_without_a_point_says_why(name: str, rule: str) -> None:
    place = place_of(located({"a": f"Shells fell on {name} positions."}, name), name)
    assert (place.latitude, place.longitude) == (None, None)
    assert place.location is not None
    assert (place.location.precision, place.location.rule) == (None, rule)
    assert place.location.reason


def test_a_declared_point_takes_its_areas_from_the_namesake_beside_it() -> None:
    conflict = Conflict(places=(Place("Shusha", ("Shushi",), 39.754, 46.747),))
    location = place_of(located({}, conflict=conflict), "Shushi").location
    assert location is not None
    assert (location.rule, location.precision, location.country) == ("casebook", 1, "Azerbaijan")


def test_without_a_gazetteer_nothing_is_located() -> None:
    (place,) = resolve([make_claim(place="Shusha")], [], Conflict()).entities
    assert place.latitude is None


def test_names_that_texts_use_of_one_town_are_one_place_of_which_none_is_preferred() -> None:
    texts = {"a": "They hold Shushi. They took Stepanakert.", "b": "Shusha is taken; Shusha is free."}
    registers = located(texts, "Shushi", "Shusha", "Stepanakert")
    place = place_of(registers, "Shusha")
    assert place == place_of(registers, "Shushi") != place_of(registers, "Stepanakert")
    assert set(place.names) == {"Shusha", "Shushi"}
    rules = {resolution.name: resolution.rule for resolution in registers.resolutions}
    assert rules["Shusha"] == rules["Shushi"] == "place-gazetteer"


def test_the_order_of_names_is_as_the_settings_say() -> None:
    texts = {"a": "They hold Shushi.", "b": "They hold Shushi.", "c": "Shusha is taken."}
    by_use = place_of(located(texts, "Shushi", "Shusha"), "Shusha")
    by_alphabet = place_of(located(texts, "Shushi", "Shusha", name_order="alphabetical"), "Shusha")
    assert by_use.names == ("Shushi", "Shusha")
    assert by_use.name == "Shushi"
    assert by_alphabet.names == ("Shusha", "Shushi")
    assert by_alphabet.name == "Shusha"
    assert by_use.id == by_alphabet.id


def test_a_division_and_a_thing_called_after_a_town_are_not_the_town() -> None:
    text = "Raqqa fell. Raqqa province was quiet. Raqqa airport burnt."
    registers = located({"a": text}, "Raqqa", "Raqqa province", "Raqqa airport")
    assert len({place_of(registers, name).id for name in ("Raqqa", "Raqqa province", "Raqqa airport")}) == 3


def test_the_casebooks_point_goes_before_the_gazetteers() -> None:
    conflict = Conflict(places=(Place("Shusha", ("Shushi",), 1.0, 2.0),))
    place = place_of(located({"a": "They hold Shushi."}, "Shushi", conflict=conflict), "Shushi")
    assert (place.latitude, place.longitude) == (1.0, 2.0)


def test_places_that_the_casebook_keeps_apart_stay_apart() -> None:
    conflict = Conflict(places=(Place("Shusha"), Place("Shushi")))
    registers = located({"a": "Shusha and Shushi"}, "Shusha", "Shushi", conflict=conflict)
    assert place_of(registers, "Shusha").id != place_of(registers, "Shushi").id


def test_the_belligerents_tell_namesakes_apart() -> None:
    conflict = Conflict(
        parties=(Party("Lebanon"), Party("Israel")), places=(Place("Hilltop", (), 34.3, 35.9),)
    )
    text = {"a": "Shells fell on Tripoli."}
    assert round(place_of(located(text, "Tripoli", conflict=conflict), "Tripoli").longitude or 0) == 36
    assert round(place_of(located(text, "Tripoli"), "Tripoli").longitude or 0) == 13

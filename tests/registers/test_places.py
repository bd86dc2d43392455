"""Places under all their names, from spelling, from texts and from the casebook."""

from collections.abc import Callable

import pytest

from counterclaim.model import Conflict, Document, Entity, Gloss, Place, Registers
from counterclaim.registers import resolve
from counterclaim.registers.glosses import names_of_place
from tests.registers.conftest import make_claim

MakeDocument = Callable[..., Document]

SHUSHA = Gloss(
    "Shusha",
    "Shusha",
    "Shusha (, ) or Shushi () is a city in Azerbaijan, in the region of Karabakh. It stands high.",
)


def at(*places: str) -> list[Entity]:
    return entities(resolve([make_claim(n, place=place) for n, place in enumerate(places)], [], Conflict()))


def entities(registers: Registers) -> list[Entity]:
    return [entity for entity in registers.entities if entity.kind == "place"]


def test_case_diacritics_and_what_it_is_do_not_make_another_place() -> None:
    (place,) = at("Füzuli", "Fuzuli", "town of Fuzuli", "Fuzuli town", "FUZULI")
    assert place.names == ("Füzuli", "Fuzuli", "town of Fuzuli", "Fuzuli town", "FUZULI")


def test_a_place_known_only_by_its_kind_is_shown_without_it() -> None:
    (place,) = at("village of Qah")
    assert place.name == "Qah"
    assert set(place.names) == {"Qah", "village of Qah"}


def test_these_are_different_places() -> None:
    assert len(at("Fuzuli", "Fuzuli District", "southern Fuzuli", "Gaza", "Gaza City", "Gaza Strip")) == 6


def test_a_gloss_gives_names_and_a_description(document: MakeDocument) -> None:
    claims = [make_claim(1, place="Shushi"), make_claim(2, place="Shusha")]
    (place,) = entities(resolve(claims, [document(glosses=(SHUSHA,))], Conflict()))
    assert set(place.names) == {"Shusha", "Shushi"}
    assert place.description == "Shusha (, ) or Shushi () is a city in Azerbaijan, in the region of Karabakh."


def test_a_gloss_names_no_place_that_no_claim_names(document: MakeDocument) -> None:
    registers = resolve([make_claim(place="Ganja")], [document(glosses=(SHUSHA,))], Conflict())
    assert [entity.name for entity in registers.entities] == ["Ganja"]


@pytest.mark.parametrize(
    ("gloss", "names"),
    [
        (Gloss("Agdam", "Aghdam", "Aghdam is a town in Azerbaijan."), ("Aghdam", "Agdam")),
        (
            Gloss(
                "Alxanlı", "Alxanlı", "Alxanlı (also, Alıxanlı, Alikhanly, and Orta Alkhanly) is a village."
            ),
            ("Alxanlı", "Alıxanlı", "Alikhanly", "Orta Alkhanly"),
        ),
        (
            Gloss("Kyiv", "Kyiv", "Kyiv, also known as Kiev, is the capital of Ukraine."),
            ("Kyiv", "Kiev"),
        ),
        (
            Gloss("Fuzuli", "Fuzuli District", "Fuzuli District is one of the districts."),
            ("Fuzuli District",),
        ),
        (Gloss("the capital", "Stepanakert", "Stepanakert is a city."), ("Stepanakert",)),
        (Gloss("President of Azerbaijan", "Azerbaijan", "Azerbaijan is a country."), ("Azerbaijan",)),
    ],
)
def test_names_in_a_gloss(gloss: Gloss, names: tuple[str, ...]) -> None:
    assert names_of_place(gloss) == names


@pytest.mark.parametrize(
    "description",
    [
        "Ganja is one of the oldest synonyms for cannabis.",
        "Ganja or Gence may refer to: Places * Ganja, a city",
    ],
)
def test_a_link_to_the_wrong_page_describes_nothing(description: str, document: MakeDocument) -> None:
    page = document(glosses=(Gloss("Ganja", "Ganja", description),))
    (place,) = entities(resolve([make_claim(place="Ganja")], [page], Conflict()))
    assert (place.names, place.description) == (("Ganja",), None)


def test_the_casebook_declares_places(document: MakeDocument) -> None:
    conflict = Conflict(places=(Place("Khankendi", ("Stepanakert",), 39.8, 46.75), Place("Shushi")))
    registers = resolve([make_claim(place="Stepanakert")], [document()], conflict)
    by_name = {entity.name: entity for entity in entities(registers)}
    assert by_name["Khankendi"].latitude == 39.8
    assert registers.entity_id("place", "Stepanakert") == by_name["Khankendi"].id
    assert by_name["Shushi"].names == ("Shushi",)


def test_a_text_does_not_join_places_that_the_casebook_keeps_apart(document: MakeDocument) -> None:
    conflict = Conflict(places=(Place("Shusha"), Place("Shushi")))
    registers = resolve([], [document(glosses=(SHUSHA,))], conflict)
    assert len(entities(registers)) == 2

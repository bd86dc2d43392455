"""Models of equipment in claims' words."""

import pytest

from counterclaim.lexicon import entries
from counterclaim.model import Conflict
from counterclaim.registers import resolve
from counterclaim.registers.equipment import models_in
from tests.registers.conftest import make_claim


@pytest.mark.parametrize(
    ("words", "models"),
    [
        ("lost two T-72s and a T72B3", {"T-72"}),
        ("a Su 25 and an Su-25K were downed", {"Su-25"}),
        ("a Bayraktar TB2 or TB2 drone", {"Bayraktar TB2"}),
        ("Smerch and BM-30 rockets", {"BM-30 Smerch"}),
        ("BMP-1, BMP-2 and S-300", {"BMP-1", "BMP-2", "S-300"}),
        ("T-7 and T-725 and COVID-19, a graduate", set()),
        ("the city of Gradacac", set()),
    ],
)
def test_models_are_found_as_whole_designations(words: str, models: set[str]) -> None:
    assert {model for _, model in models_in(words)} == models


def test_models_become_entities_under_their_usual_name() -> None:
    claims = [make_claim(1, quote="one Smerch launcher"), make_claim(2, quote="two BM-30 launchers")]
    (entity,) = resolve(claims, [], Conflict()).entities
    assert (entity.kind, entity.name) == ("equipment", "BM-30 Smerch")
    assert set(entity.names) == {"Smerch", "BM-30", "BM-30 Smerch"}


def test_no_name_is_of_two_models() -> None:
    names = [
        name.replace("-", "").replace(" ", "")
        for entry in entries("equipment", "model")
        for name in (entry.text("name"), *entry.texts("aliases"))
    ]
    assert sorted(names) == sorted(set(names))


def test_every_model_is_of_a_kind_of_materiel() -> None:
    assert all(entry.text("object").startswith("materiel.") for entry in entries("equipment", "model"))

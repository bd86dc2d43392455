"""The lexicon of polities and organisations: lint, and a sample of what must be in it."""

import pytest

from counterclaim.lexicon import (
    collisions,
    organisations,
    organisations_by_name,
    polities,
    polities_by_name,
    shared_names,
)


def test_every_collision_is_listed_with_a_reason_and_every_listed_one_is_real() -> None:
    found = collisions([*polities(), *organisations()])
    listed = {name: tuple(sorted(shared.of)) for name, shared in shared_names().items()}
    assert found == listed


@pytest.mark.parametrize("records", [polities(), organisations()])
def test_no_two_records_have_one_plain_name(records: tuple[object, ...]) -> None:
    names = [getattr(record, "name") for record in records]  # noqa: B009
    assert len(names) == len(set(names))


def test_the_members_and_observers_of_the_united_nations_are_states() -> None:
    assert sum(polity.kind == "state" for polity in polities()) == 193 + 2


def test_every_state_has_a_demonym_but_the_holy_see() -> None:
    assert [p.name for p in polities() if p.kind == "state" and not p.demonyms] == ["Holy See"]


@pytest.mark.parametrize(
    ("word", "polity", "kind"),
    [
        ("Azeris", "Azerbaijan", "state"),
        ("Armenian", "Armenia", "state"),
        ("Stepanakert", "Artsakh", "self_declared_state"),
        ("Nagorno-Karabakh", "Artsakh", "self_declared_state"),
        ("Kiev", "Ukraine", "state"),
        ("Kremlin", "Russia", "state"),
        ("IDF", "Israel", "state"),
        ("Gazan", "Palestine", "state"),
        ("Ivorian", "Ivory Coast", "state"),
        ("Burmese", "Myanmar", "state"),
        ("Congolese", "DR Congo", "state"),
        ("Bosnian Serbs", "Republika Srpska", "self_declared_state"),
        ("Bosniaks", "Bosnia and Herzegovina", "state"),
        ("Kosovar", "Kosovo", "self_declared_state"),
        ("Sahrawis", "Western Sahara", "self_declared_state"),
        ("Soviet", "Soviet Union", "former_state"),
        ("Tigray People's Liberation Front", "TPLF", "armed_group"),
        ("Ansar Allah", "Houthis", "armed_group"),
        ("Al-Qassam Brigades", "Hamas", "armed_group"),
        ("RSF", "Rapid Support Forces", "armed_group"),
        ("Saudi-led coalition", "Saudi-led coalition", "coalition"),
    ],
)
def test_a_word_stands_for_its_polity(word: str, polity: str, kind: str) -> None:
    found = polities_by_name()[word]
    assert (found.name, found.kind) == (polity, kind)


def test_a_shared_name_is_not_taken_by_the_other_bearer() -> None:
    assert "RSF" not in organisations_by_name()
    assert organisations_by_name()["Reporters sans frontières"].name == "Reporters Without Borders"


def test_names_with_other_meanings_say_so() -> None:
    by_name = polities_by_name()
    assert all(
        name in by_name[name].ambiguous_names for name in ("Georgia", "Turkey", "Chad", "Jordan", "Niger")
    )
    assert not by_name["Azerbaijan"].ambiguous_names


@pytest.mark.parametrize(
    ("word", "organisation", "kind"),
    [
        ("HRW", "Human Rights Watch", "ngo"),
        ("SOHR", "Syrian Observatory for Human Rights", "monitor"),
        ("OCHA", "Office for the Coordination of Humanitarian Affairs", "igo"),
        ("ICJ", "International Court of Justice", "court"),
        ("AFP", "Agence France-Presse", "news_agency"),
        ("NYT", "The New York Times", "media"),
        ("ISW", "Institute for the Study of War", "think_tank"),
    ],
)
def test_a_word_stands_for_its_organisation(word: str, organisation: str, kind: str) -> None:
    found = organisations_by_name()[word]
    assert (found.name, found.kind) == (organisation, kind)

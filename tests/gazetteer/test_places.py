"""Which place a name in a text stands for, where it lies, and how precisely."""

import pytest

from counterclaim.model import Conflict, Party, Place
from tests.gazetteer.conftest import kilometres, resolved, the

# The name in brackets, in its text; its country; a point, and how many kilometres from it; the precision.
TABLE = [
    # towns, under any of their names
    ("Shells fell on [Shusha].", "Azerbaijan", 39.76, 46.75, 5, 1),
    ("Shells fell on [Shushi].", "Azerbaijan", 39.76, 46.75, 5, 1),
    ("a strike on [Stepanakert]", "Azerbaijan", 39.82, 46.75, 5, 1),
    ("a strike on [Khankendi]", "Azerbaijan", 39.82, 46.75, 5, 1),
    ("the siege of [Avdiivka]", "Ukraine", 48.14, 37.74, 5, 1),
    ("[Deir ez-Zor] was shelled", "Syria", 35.34, 40.14, 10, 1),
    ("[Hodeidah] in Yemen, and [Sanaa]", "Yemen", 14.80, 42.95, 10, 1),
    ("Fighters left [Goma], North Kivu.", "DR Congo", -1.68, 29.23, 10, 1),
    ("in [St. Louis], Missouri", "United States", 38.63, -90.2, 20, 1),
    # a town and its division share a name
    ("the bombing of [Raqqa]", "Syria", 35.95, 39.01, 10, 1),
    ("the bombing of [Raqqa] province", "Syria", 36.0, 38.9, 80, 4),
    ("in [Kursk region]", "Russia", 51.7, 36.2, 80, 4),
    ("in [Kherson Oblast]", "Ukraine", 46.6, 33.6, 80, 4),
    ("in [Fuzuli District]", "Azerbaijan", 39.5, 47.3, 40, 4),
    ("in [Kanawha County], West Virginia", "United States", 38.33, -81.6, 30, 3),
    # near a place, a part of it, a thing called after it
    ("a drone fell near [Shusha]", "Azerbaijan", 39.76, 46.75, 5, 2),
    ("15 km north of [Mariupol]", "Ukraine", 47.1, 37.5, 20, 2),
    ("at [Stepanakert airport]", "Azerbaijan", 39.82, 46.75, 10, 2),
    ("raids on [northern Syria]", "Syria", 35.0, 38.3, 30, 5),
    # areas that no division is
    ("tension in the [South Caucasus]", None, 41.0, 45.5, 100, 5),
    ("in [Nagorno-Karabakh]", None, 39.8, 46.8, 30, 5),
    ("war in [Darfur]", None, 13.0, 25.0, 60, 5),
    ("crossed the [Euphrates]", None, 34.0, 42.0, 60, 5),
    ("ships in the [Red Sea]", None, 20.5, 38.0, 60, 7),
    ("across [Africa]", None, 7.2, 21.1, 60, 6),
    # countries and states
    ("sanctions on [Iran]", "Iran", 32.0, 53.0, 60, 6),
    ("the [U.S.] said", "United States", 39.7, -98.8, 60, 6),
    ("in [Charleston], [W.Va.]", "United States", 38.35, -81.63, 20, 1),
    ("in [Abkhazia]", None, 43.0, 41.0, 60, 5),
]


@pytest.mark.parametrize(("text", "country", "latitude", "longitude", "within", "precision"), TABLE)
def test_the_place_that_a_name_stands_for(
    text: str, country: str | None, latitude: float, longitude: float, within: float, precision: int
) -> None:
    place = the(text)
    assert place.country == country, place
    assert kilometres(place, latitude, longitude) < within, place
    assert place.precision == precision, place


@pytest.mark.parametrize(
    "text", ["[Xyzzyplugh] was hit", "[] was hit", "the [?!] front", "in [the north-east]"]
)
def test_a_name_that_nobody_knows_is_no_place(text: str) -> None:
    assert resolved(text) == [None]


def test_no_names_are_no_work() -> None:
    assert resolved("nothing is named") == []


# ---------------------------------------------------------------- namesakes


def test_an_area_behind_the_name_tells() -> None:
    assert kilometres(the("the fire in [Paris], Texas"), 33.66, -95.56) < 20
    assert the("the fire in [Paris], Texas").rule == "container"
    assert the("the fire in [Paris]").country == "France"
    assert the("[Tripoli], Lebanon").country == "Lebanon"
    assert the("[Tripoli]").country == "Libya"


def test_the_documents_other_places_tell() -> None:
    _, _, tripoli = resolved("From [Beirut] and [Sidon] the road leads to [Tripoli].")
    assert tripoli is not None
    assert (tripoli.country, tripoli.rule) == ("Lebanon", "surroundings")
    state, *_ = resolved("Troops in [Georgia] trained near [Atlanta], [Savannah] and [Augusta].")
    country, *_ = resolved("Troops in [Georgia] trained near [Tbilisi] and [Gori].")
    assert state is not None and country is not None
    assert (state.country, country.country) == ("United States", "Georgia")


def test_a_list_of_countries_holds_no_villages() -> None:
    places = resolved("exports to [Mexico], [China], [Japan] and [Taiwan], and to [Mexico City]")
    assert [place.kind for place in places if place] == ["country"] * 4 + ["town"]


def test_one_name_in_one_document_is_one_place() -> None:
    first, _, second = resolved("In [Springfield], [Illinois], rain fell. Later [Springfield] was dry.")
    assert first is not None and first == second
    assert first.admin == ("United States", "Illinois")


def test_the_conflicts_area_tells() -> None:
    war = Conflict(parties=(Party("Lebanon"), Party("Israel")), places=(Place("Hilltop", (), 34.3, 35.9),))
    assert the("[Tripoli] was calm", war).country == "Lebanon"
    assert the("[Tripoli] was calm").country == "Libya"


# ---------------------------------------------------------------- disputes, peoples, casebook


@pytest.mark.parametrize("names", [("Shusha", "Shushi"), ("Stepanakert", "Khankendi"), ("Kyiv", "Kiev")])
def test_the_names_of_a_dispute_are_one_place_with_all_its_names(names: tuple[str, str]) -> None:
    one, other = the(f"in [{names[0]}]"), the(f"in [{names[1]}]")
    assert one.id == other.id
    assert one.names == other.names
    assert set(names) <= set(one.names)
    assert (one.name, other.name) == names, "each text's own name is shown"


@pytest.mark.parametrize(
    ("word", "where"),
    [("Syrian", "Syria"), ("Ukrainians", "Ukraine"), ("Iowans", "United States"), ("European", None)],
)
def test_a_word_for_a_people_is_no_place_of_an_event(word: str, where: str | None) -> None:
    place = the(f"[{word}] officials said so")
    assert place.is_place is False
    assert place.country == where
    assert the("in [Syria]").is_place


def test_a_place_of_the_casebook_goes_first() -> None:
    casebook = Conflict(places=(Place("Paris", ("Little Paris",), 1.5, 2.5), Place("Shushi", ("Fort Hill",))))
    place = the("in [Little Paris]", casebook)
    assert (place.latitude, place.longitude, place.precision, place.rule) == (1.5, 2.5, 1, "casebook")
    assert place.id == the("in [Paris], Texas", casebook).id
    assert the("on [Fort Hill]", casebook).id == the("in [Shusha]").id, "without a point it is looked up"


def test_every_answer_says_why() -> None:
    place = the("the fire in [Paris], Texas")
    assert "in the area that the text gives behind it" in place.reason
    assert "with the name" in place.reason

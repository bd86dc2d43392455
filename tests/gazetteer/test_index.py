"""The index: names folded alike, built once, built again when it is stale or broken."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.gazetteer import Gazetteer, GazetteerError, build_index
from counterclaim.gazetteer.built_in import number_of_spots
from counterclaim.gazetteer.folding import place_key, sound_key
from counterclaim.gazetteer.gazetteer import built_in, counted
from counterclaim.gazetteer.index import Index, NewSpot, write_index
from counterclaim.gazetteer.records import Spot

HILL = Spot(1, "Şuşa", ("Şuşa", "Shushi", "Saint-Hill"), 39.76, 46.75, "town", within="AZ.55")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Şuşa", "SUSA"),
        ("Gǝncə", "Ganca"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("the Red Sea", "Red Sea"),
        ("N.Y.", "NY"),
        ("Sana'a", "Sanaa"),
        ("Mt. Pleasant", "Mount Pleasant"),
        ("W. Columbia", "West Columbia"),
    ],
)
def test_writings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("Gaza", "Gaza City"), ("Paris", "Pari"), ("Niger", "Nigeria")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)
    assert sound_key(one) != sound_key(other)


@given(st.text(max_size=30))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    key = place_key(name)
    assert place_key(key) == key
    assert key == " ".join(key.split())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüşığ' -", max_size=20))
def test_case_and_blanks_do_not_matter(name: str) -> None:
    assert place_key(f"  {name.title()} ") == place_key(name)


@given(st.text(max_size=20))
def test_the_sound_of_a_name_is_that_of_its_key(name: str) -> None:
    assert sound_key(name) == sound_key(place_key(name))


@pytest.mark.parametrize(
    "names", [("Hodeidah", "Al Ḩudaydah", "Hudaida"), ("Deir Ezzor", "Deir ez-Zor"), ("Youssef", "Yusif")]
)
def test_romanisations_sound_alike(names: tuple[str, ...]) -> None:
    assert len({sound_key(name) for name in names}) == 1


def test_what_is_written_is_found(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    write_index(path, [NewSpot(HILL, ("Hillers",))])
    gazetteer = Gazetteer([Index(path)])
    assert [(hit.spot, hit.sort) for hit in gazetteer.find("SHUSHI")] == [(HILL, "other")]
    assert [hit.sort for hit in gazetteer.find("susa")] == ["main"]
    assert [hit.sort for hit in gazetteer.find("Hillers")] == ["people"]
    assert [hit.sort for hit in gazetteer.find_by_sound("Shushy")] == ["sound"]
    assert gazetteer.find("Shush") == ()
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


def test_an_index_is_built_on_first_use_and_only_then(tmp_path: Path) -> None:
    built = []

    def entries() -> list[NewSpot]:
        built.append(1)
        return [NewSpot(HILL)]

    path = tmp_path / "folder" / "own.db"
    first, second = Index(path, entries), Index(path, entries)
    assert not path.exists()
    assert first.find("shushi") == second.find("shushi") != ()
    assert built == [1]
    path.unlink()
    assert Index(path, entries).find("shushi") != ()
    assert built == [1, 1]


def test_a_broken_index_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(GazetteerError, match=r"own\.db cannot be read") as raised:
        Index(path).find("shushi")
    assert "Delete the file" in raised.value.remedy


def test_an_index_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    write_index(path, [NewSpot(HILL)])

    def failing() -> Iterator[NewSpot]:
        yield NewSpot(HILL)
        raise OSError(28, "No space left on device")

    with pytest.raises(GazetteerError, match="No space left"):
        write_index(path, failing())
    assert Index(path).find("shushi") != ()
    assert list(tmp_path.iterdir()) == [path]


def test_the_cache_folder_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(tmp_path))
    assert built_in.__wrapped__().path.parent == tmp_path
    assert list(tmp_path.iterdir()) == [], "asking for it builds nothing"


def test_the_built_in_index_has_places_of_every_kind() -> None:
    index = built_in()
    index.find("shusha")
    with sqlite3.connect(index.path) as connection:
        counts = dict(connection.execute("SELECT kind, count(*) FROM spot GROUP BY kind").fetchall())
        outside = connection.execute(
            "SELECT count(*) FROM spot WHERE abs(latitude) > 90 OR abs(longitude) > 180"
        ).fetchone()
    connection.close()
    assert counts["town"] > 200_000
    assert counts["region"] > 3_000
    assert counts["district"] > 30_000
    assert counts["country"] > 240
    assert outside == (0,)


def test_whoever_builds_the_index_is_told_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    spots = [NewSpot(Spot(number, "A", ("A",), 0.0, 0.0, "town")) for number in range(4500)]
    assert list(counted(spots, 4500, lambda *step: told.append(step))) == spots
    assert told == [(0, 4500), (2000, 4500), (4000, 4500), (4500, 4500)]


def test_the_number_of_entries_is_known_before_they_are_made() -> None:
    index = built_in()
    build_index(lambda *_: None)
    assert sum(1 for _ in index.spots()) == number_of_spots()

"""Places that a user adds to a casebook: taken whole, or refused with the line and the reason."""

from pathlib import Path

import pytest

from counterclaim.gazetteer import GazetteerError, open_gazetteer
from counterclaim.gazetteer.adding import Added, add_to_casebook
from counterclaim.gazetteer.supplied import GEONAMES_COLUMNS
from tests.gazetteer.conftest import the

DUMP_LINE = (
    "999001\tQırmızı Kənd\tQirmizi Kend\tRed Village,Karmir Gyugh\t39.651\t46.912\tP\tPPL\tAZ\t\t18\t\t\t\t"
    "320\t\t900\tAsia/Baku\t2021-03-04"
)
TABLE = """name,latitude,longitude,aliases,country,admin1,population,kind
Upper Mill,39.70,46.80,Verin Mill|Yukhari Mill,Azerbaijan,Fuzuli District,41,
Mill Ridge,39.71,46.82,,AZ,,,area
"""


def added(folder: Path, name: str, text: str) -> Added:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return add_to_casebook(folder, file)


def test_a_geonames_dump_is_added(tmp_path: Path) -> None:
    country = DUMP_LINE.replace("999001", "587116").replace("\tP\tPPL\t", "\tA\tPCLI\t")
    assert added(tmp_path, "AZ.txt", f"{DUMP_LINE}\n{country}\n") == Added(1, 0)
    place = the("shots at [Karmir Gyugh]", gazetteer=open_gazetteer(tmp_path))
    assert (place.id, place.latitude, place.precision) == ("geonames:999001", 39.651, 1)
    assert place.admin == ("Azerbaijan", "Fuzuli District")


def test_a_csv_table_is_added(tmp_path: Path) -> None:
    assert added(tmp_path, "hamlets.csv", TABLE) == Added(2, 0)
    gazetteer = open_gazetteer(tmp_path)
    place = the("shots at [Verin Mill]", gazetteer=gazetteer)
    assert (place.name, place.admin) == ("Verin Mill", ("Azerbaijan", "Fuzuli District"))
    assert the("on [Mill Ridge]", gazetteer=gazetteer).precision == 5
    assert the("in [Shusha]", gazetteer=gazetteer).country == "Azerbaijan", (
        "the built-in places are still there"
    )


def test_adding_a_file_again_replaces_it_and_no_other(tmp_path: Path) -> None:
    added(tmp_path, "hamlets.csv", TABLE)
    added(tmp_path, "AZ.txt", DUMP_LINE)
    assert added(tmp_path, "hamlets.csv", "name,latitude,longitude\nNewton,1,2\n") == Added(1, 2)
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.find("Upper Mill") == ()
    assert len(gazetteer.find("Karmir Gyugh")) == 1


@pytest.mark.parametrize(
    ("text", "complaint", "remedy"),
    [
        (
            "name,latitude\nA,1\n",
            r"line 1: there is no column 'longitude'",
            "The columns are: name, latitude",
        ),
        (
            "name,latitude,longitude,colour\nA,1,2,red\n",
            r"line 1: nothing is known of a column 'colour'",
            "columns",
        ),
        (
            "name,latitude,longitude\nA,1,2\nB,91,2\n",
            r"line 3: latitude '91' is no number from -90 to 90",
            "decimal",
        ),
        ("name,latitude,longitude\nA,1,east\n", r"line 2: longitude 'east' is no number", "decimal"),
        ("name,latitude,longitude\nA,nan,2\n", r"line 2: latitude 'nan'", "decimal"),
        ("name,latitude,longitude\n ,1,2\n", r"line 2: the place has no name", "take the line out"),
        ("name,latitude,longitude\nA,1,2,3\n", r"line 2: it has more or fewer cells", "Quote"),
        ("name,latitude,longitude\nA,1\n", r"line 2: it has more or fewer cells", "Quote"),
        ("name,latitude,longitude,kind\nA,1,2,castle\n", r"there is no kind 'castle'", "town, district"),
        ("name,latitude,longitude,country\nA,1,2,Narnia\n", r"country 'Narnia' is not known", "leave it out"),
        (
            "name,latitude,longitude,country,admin1\nA,1,2,AZ,Kent\n",
            r"admin1 'Kent' is not known in AZ",
            "leave it out",
        ),
        ("name,latitude,longitude,population\nA,1,2,few\n", r"population 'few' is no whole number", "digits"),
        ("name,latitude,longitude\n", r"has no places", "at least one line"),
        ("", r"there is no column 'name'", "first line"),
        (f"{DUMP_LINE}\nshort\tline\n", rf"line 2: there are 2 columns, not {GEONAMES_COLUMNS}", "GeoNames"),
        (DUMP_LINE.replace("39.651", "north"), r"line 1: latitude 'north'", "decimal"),
    ],
)
def test_a_wrong_file_is_refused_with_the_line_and_changes_nothing(
    tmp_path: Path, text: str, complaint: str, remedy: str
) -> None:
    added(tmp_path, "before.csv", "name,latitude,longitude\nNewton,1,2\n")
    before = (tmp_path / "gazetteer.db").read_bytes()
    with pytest.raises(GazetteerError, match=complaint) as raised:
        added(tmp_path, "wrong.csv", text)
    assert remedy in raised.value.remedy
    assert (tmp_path / "gazetteer.db").read_bytes() == before


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "AZ.zip").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(GazetteerError, match=r"AZ\.zip cannot be read") as raised:
        add_to_casebook(tmp_path, tmp_path / "AZ.zip")
    assert "unpacked" in raised.value.remedy


def test_there_must_be_a_casebook(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="There is no casebook"):
        add_to_casebook(tmp_path / "none", tmp_path / "file.csv")

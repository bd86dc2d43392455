"""The scorers of public corpora read those corpora's shapes and count as their tasks do."""

from pathlib import Path

import pytest

from benchmarks import dates, toponyms

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-10-20">20 October 2020</TIMEX3></DCT>
<TEXT>Talks <EVENT eid="e1">failed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="{value}">12 October</TIMEX3>
, after <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.</TEXT></TimeML>
"""


def corpus(folder: Path, value: str) -> dates.Annotated:
    path = folder / "one.tml"
    path.write_text(TIMEML.format(value=value), encoding="utf-8")
    return dates.annotated(path)


def test_expressions_keep_their_place_in_the_text(tmp_path: Path) -> None:
    document = corpus(tmp_path, "2020-10-12")
    assert document.created == "2020-10-20"
    found = [(document.text[start:end], value) for start, end, value, _ in document.expressions]
    assert found == [("12 October", "2020-10-12"), ("three days", "P3D")]


def test_a_wrong_value_is_found_but_not_right(tmp_path: Path) -> None:
    dates_only = frozenset({"DATE"})
    right = dates.f1([corpus(tmp_path, "2020-10-12")], dates_only)
    wrong = dates.f1([corpus(tmp_path, "2019-10-12")], dates_only)
    assert right == {"relaxed": 1.0, "strict": 1.0, "value": 1.0}
    assert wrong == {"relaxed": 1.0, "strict": 1.0, "value": 0.0}


def test_a_file_that_is_not_timeml_is_left_out_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.tml").write_text("<TimeML><TEXT>", encoding="utf-8")
    corpus(tmp_path, "2020-10-12")
    assert dates.main([tmp_path]) == 0
    said = capsys.readouterr()
    assert "1 documents" in said.out
    assert "bad.tml: not well-formed XML" in said.err


def test_both_shapes_of_toponyms_are_read(tmp_path: Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text(
        """<articles>
        <article><text>In Tbilisi.</text><toponyms><toponym><start>3</start><end>10</end>
        <phrase>Tbilisi</phrase><gaztag><lat>41.7</lat><lon>44.8</lon></gaztag></toponym>
        <toponym><start>0</start><end>2</end><phrase>In</phrase></toponym></toponyms></article>
        <article><text>In Tbilisi.</text><locations><location><name>Tbilisi</name><start>4</start>
        <end>11</end><lat>41.7</lat><lon>44.8</lon></location></locations></article></articles>""",
        encoding="utf-8",
    )
    assert [found for _, found in toponyms.articles(path)] == [[(3, 10, (41.7, 44.8))]] * 2


def test_distance_is_along_the_globe() -> None:
    assert toponyms.kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)

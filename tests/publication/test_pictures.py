"""A finding's chart as a picture that stands alone."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from counterclaim.publication.charts.standalone import as_png, chart_svg
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts
from tests.publication import records

ASSETS = Path(__file__).parents[2] / "src/counterclaim/publication/assets"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> str:
    picture = chart_svg(Parts(index_record(records.record())), records.DEAD_OF_SOUTH_OSSETIA.id)
    assert picture is not None
    return picture


def test_a_picture_is_well_formed_and_carries_its_sentence(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert records.DEAD_OF_SOUTH_OSSETIA.sentence in words
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"


def test_a_picture_needs_nothing_from_elsewhere(drawn: str) -> None:
    assert not re.search(r"href|url\(|@import|var\(|<script", drawn)


def test_its_colours_are_those_of_the_pages(drawn: str) -> None:
    pages = dict(re.findall(r"--side-(\d): (#\w+);", (ASSETS / "base.css").read_text(encoding="utf-8")))
    assert dict(re.findall(r"\.side-(\d)[^{]*{ fill: (#\w+);", drawn)) == pages


def test_a_finding_with_one_dated_claim_has_no_picture() -> None:
    parts = Parts(index_record(records.record()))
    pictures = [chart_svg(parts, one) for one in parts.index.findings]
    assert None in pictures


def test_a_png_is_twice_as_wide_as_the_picture(drawn: str) -> None:
    png = as_png(drawn)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 2 * 960

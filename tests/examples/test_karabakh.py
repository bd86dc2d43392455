"""The example casebook: honest about itself, readable, and rich enough to show every stage's work."""

import re
from pathlib import Path

import pytest

from counterclaim.model import Document
from counterclaim.reading import read
from counterclaim.settings import CasebookSettings

EXAMPLE = Path(__file__).parents[2] / "examples" / "karabakh-2020"
SOURCES = sorted((EXAMPLE / "sources").iterdir())
OUTLETS = ("Example ", "Second Example ")


def _documents(path: Path) -> list[Document]:
    items = list(read(path))
    assert all(isinstance(item, Document) for item in items), items
    return [item for item in items if isinstance(item, Document)]


DOCUMENTS = [pytest.param(document, id=document.name) for path in SOURCES for document in _documents(path)]


def test_settings_declare_the_conflict() -> None:
    conflict = CasebookSettings.load(EXAMPLE / "casebook.toml").conflict
    sides = {party.name: party.side for party in conflict.parties}
    assert sides == {"Armenia": "Armenia", "Artsakh": "Armenia", "Azerbaijan": "Azerbaijan"}
    assert all(place.latitude and place.longitude for place in conflict.places)
    shusha = next(place for place in conflict.places if place.name == "Shusha")
    assert "Shushi" in shusha.aliases


def test_there_are_documents_of_every_format() -> None:
    assert {path.suffix for path in SOURCES} == {".html", ".jsonl", ".md", ".txt"}
    assert len(DOCUMENTS) == 23


@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_is_read_with_what_it_says_of_itself(document: Document) -> None:
    assert document.title
    assert document.date
    outlet = document.publisher or document.text.split("\n\n")[1]
    assert outlet.startswith(OUTLETS), "no text may speak in the name of a real body"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_file_says_that_it_is_an_illustration_and_whence_its_facts_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"https://\S+", text)
    assert "illustration" in text or path.suffix == ".jsonl"


def test_the_totals_that_do_not_add_up_stand_as_in_the_public_source() -> None:
    text = (EXAMPLE / "sources" / "2020-11-12-equipment-by-photograph.md").read_text(encoding="utf-8")
    totals = {
        int(total): sum(int(part) for part in re.findall(r"\d+", parts))
        for total, parts in re.findall(r"^- (\d+) [^(]*\(([^)]*)\)", text, re.MULTILINE)
    }
    assert {total: parts for total, parts in totals.items() if total != parts} == {737: 736, 62: 63, 23: 25}
    assert len(totals) == 6

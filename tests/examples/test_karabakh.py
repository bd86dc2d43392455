"""The example casebook: honest about itself, readable, and rich enough to show every stage's work."""

import re
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from counterclaim.casebook.contents import Tally
from counterclaim.model import Document, Record
from counterclaim.pipeline import build
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
    assert document.publisher
    assert document.publisher.startswith(OUTLETS), "no text may speak in the name of a real body"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_file_says_that_it_is_an_illustration_and_whence_its_facts_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"https://\S+", text)
    assert "illustration" in text or path.suffix == ".jsonl"


def test_the_totals_that_do_not_add_up_stand_as_in_the_public_source() -> None:
    text = (EXAMPLE / "sources" / "2020-11-12-equipment-by-photograph.md").read_text(encoding="utf-8")
    totals = {
        int(total): sum(int(part) for part in re.findall(r"\d+", parts))
        for total, parts in re.findall(r"(\d+) [a-z, ]+\(([^)]*)\)", text)
    }
    assert {total: parts for total, parts in totals.items() if total != parts} == {737: 736, 62: 63, 23: 25}
    assert len(totals) == 6


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, Tally]:
    """What building the example gives."""
    folder = tmp_path_factory.mktemp("example") / "case"
    build([EXAMPLE / "sources"], folder, settings=EXAMPLE / "casebook.toml", site=False)
    with Casebook.open(folder) as casebook:
        return casebook.record(), casebook.tally()


@pytest.fixture(scope="module")
def record(made: tuple[Record, Tally]) -> Record:
    return made[0]


def test_the_terminal_counts_the_incidents_that_the_overview_shows(made: tuple[Record, Tally]) -> None:
    record, tally = made
    told = [one for one in record.reconciliation.incidents if one.says_more]
    assert (tally.incidents, tally.told_more) == (len(record.reconciliation.incidents), len(told))
    assert 0 < len(told) < tally.incidents


def _contradictions(record: Record, kind: str) -> list[str]:
    return [item.explanation for item in record.reconciliation.contradictions if item.kind == kind]


@pytest.mark.parametrize(("total", "parts"), [("737", "736"), ("62", "63"), ("23", "25")])
def test_the_sums_that_do_not_hold_are_found(record: Record, total: str, parts: str) -> None:
    sums = _contradictions(record, "arithmetic")
    assert any(re.search(rf"\b{total}\b.*\b{parts}\b", words) for words in sums), sums


def test_the_denial_over_ganja_is_found(record: Record) -> None:
    denials = _contradictions(record, "denial")
    assert any("Ganja" in words and "Armenia" in words for words in denials), denials


def test_the_two_governments_disagree_over_the_armenian_dead(record: Record) -> None:
    disagreements = _contradictions(record, "disagreement")
    assert any("3,825" in words and "5,000" in words for words in disagreements), disagreements


def test_the_ganja_strike_is_one_incident_with_the_toll_that_was_given_last(record: Record) -> None:
    claims = {claim.id: claim for claim in record.claims}
    told = [[claims[r.claim] for r in one.reports] for one in record.reconciliation.incidents]
    (reports,) = [all_of for all_of in told if any(c.low == 10 and c.measure == "killed" for c in all_of)]
    assert {claim.low for claim in reports if claim.measure == "killed"} >= {7, 9, 10}
    assert {claim.stance for claim in reports if claim.low == 34 and claim.measure == "killed"} == {
        "retracts"
    }


def test_every_truce_that_failed_is_joined_to_the_words_that_say_so(record: Record) -> None:
    told = [(one.effective or one.agreed, one.outcome) for one in record.reconciliation.ceasefires]
    assert told[:3] == [("2020-10-10", "collapsed"), ("2020-10-17", "collapsed"), ("2020-10-26", "collapsed")]


def test_nothing_is_given_to_the_wrong_side(record: Record) -> None:
    told = {(c.measure, c.object, c.low, c.actor): c.party for c in record.claims if c.kind == "count"}
    assert told["destroyed", "materiel.tank", 1, None] == "Azerbaijan"
    assert told["destroyed", "materiel.aircraft", 4, None] == "Azerbaijan"
    assert told["killed", "person.civilian", 1, "Azerbaijan"] in ("Armenia", "Artsakh")
    assert told["damaged", "structure", 960, None] == "Artsakh"
    assert told["deployed", "person.mercenary", 2580, "Turkey"] == "Azerbaijan"


def test_shusha_and_shushi_are_one_place(record: Record) -> None:
    both = {record.registers.entity_id("place", name) for name in ("Shusha", "Shushi")} - {None}
    assert len(both) == 1


def test_every_quote_stands_in_its_document(record: Record) -> None:
    texts = {document.digest: document.text for document in record.documents}
    assert len(record.claims) > 150
    for claim in record.claims:
        assert texts[claim.document][claim.start : claim.end] == claim.quote

"""What is sealed leaves no trace in what is published."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from counterclaim.errors import SettingsError
from counterclaim.model import Reconciliation, Record
from tests.casebook.material import fill, north, north_extraction, south, south_extraction

(NORTHERN,) = north_extraction().claims
SOUTHERN, TALKS = south_extraction().claims


def public(folder: Path, access: str) -> Record:
    folder.mkdir()
    (folder / "casebook.toml").write_text(f"[access]\n{access}\n", encoding="utf-8")
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        return casebook.record(public=True)


def test_nothing_sealed_leaves_the_record_as_it_is(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "case", create=True) as casebook:
        fill(casebook)
        assert casebook.record(public=True) == casebook.record()


def test_a_sealed_claim_goes_with_its_words_and_what_rests_on_it(tmp_path: Path) -> None:
    record = public(tmp_path / "case", f'sealed_claims = ["{SOUTHERN.id}"]')
    assert record.claims == (NORTHERN, TALKS)
    text = record.documents[1].text
    assert len(text) == len(south().text) and text[TALKS.start : TALKS.end] == TALKS.quote
    assert record.reconciliation == Reconciliation()
    for words in ("more than 40", SOUTHERN.id, "army of the south"):
        assert words not in repr(asdict(record))


def test_what_stands_in_sealed_words_goes_too(tmp_path: Path) -> None:
    record = public(tmp_path / "case", f'sealed_claims = ["{NORTHERN.id}"]')
    assert NORTHERN.id not in {claim.id for claim in record.claims}
    assert [item.words for item in record.passed_over] == ["7"]  # it stands in another sentence
    assert "northern ministry" not in repr(asdict(record))


@pytest.mark.parametrize("named", ["south.txt", south().digest])
def test_a_sealed_document_goes_with_all_its_claims(tmp_path: Path, named: str) -> None:
    record = public(tmp_path / "case", f'sealed_documents = ["{named}"]')
    assert [document.name for document in record.documents] == ["north.txt"]
    assert record.claims == (NORTHERN,)
    for words in ("south.txt", "southern army", "Two Rivers", "more than 40"):
        assert words not in repr(asdict(record))


def test_the_title_goes_when_it_holds_sealed_words(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "casebook.toml").write_text(f'[access]\nsealed_claims = ["{NORTHERN.id}"]\n', encoding="utf-8")

    with Casebook.open(folder, create=True) as casebook:
        casebook.add(replace(north(), title="12 soldiers were killed"))
        casebook.put_extraction(north_extraction())
        (document,) = casebook.record(public=True).documents
    assert document.title is None


@pytest.mark.parametrize("access", ['sealed_claims = ["0123"]', 'sealed_documents = ["sooth.txt"]'])
def test_a_seal_on_nothing_publishes_nothing(tmp_path: Path, access: str) -> None:
    with pytest.raises(SettingsError, match="Nothing is published"):
        public(tmp_path / "case", access)

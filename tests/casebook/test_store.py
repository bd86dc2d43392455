"""What goes into a casebook comes out again, once, and nothing outlives what it rests on."""

from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook, FileRead
from counterclaim.errors import CasebookError, SettingsError
from counterclaim.model import Extraction, Unread
from tests.casebook.material import (
    alter,
    document,
    dump,
    fill,
    north,
    north_extraction,
    reconciliation,
    registers,
    south,
    south_extraction,
    without_original,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case"


def test_a_record_comes_back_as_it_was_put(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
    with Casebook.open(folder) as casebook:
        record = casebook.record()
    assert record.documents == (without_original(north()), without_original(south()))
    assert record.claims == (*north_extraction().claims, *south_extraction().claims)
    assert record.passed_over == north_extraction().passed_over
    assert record.registers == registers()
    assert record.reconciliation == reconciliation()


def test_the_same_document_twice_changes_nothing(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        before = dump(folder)
        assert casebook.add(north()) is False
        assert casebook.add(replace(north(), name="copy of north.txt")) is False
    assert dump(folder) == before


def test_a_document_that_is_read_better_loses_its_claims_and_waits_for_them(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        better = replace(north(), title="Another title")
        assert casebook.add(better) is True
        assert casebook.document(better.digest).title == "Another title"
        assert casebook.pending() == [better.digest]
        assert {claim.document for claim in casebook.claims()} == {south().digest}


def test_new_claims_withdraw_what_rested_on_the_old_ones(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        assert casebook.is_reconciled
        casebook.put_extraction(Extraction(north().digest))
        assert not casebook.is_reconciled
        record = casebook.record()
        assert record.claims == south_extraction().claims
        assert record.reconciliation.findings == () and record.registers.entities == ()
        assert casebook.verify() == []


def test_what_is_put_again_unchanged_leaves_no_trace(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        before = casebook.head()
        assert casebook.put_registers(registers()) is False
        assert casebook.put_reconciliation(reconciliation()) is False
        assert casebook.head() == before


def test_rebuilding_gives_the_same_rows(tmp_path: Path) -> None:
    for name in ("first", "second"):
        with Casebook.open(tmp_path / name, create=True) as casebook:
            fill(casebook)
    assert dump(tmp_path / "first") == dump(tmp_path / "second")


def test_documents_wait_for_extraction_until_it_is_put(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        casebook.add(south())
        casebook.add(north())
        assert casebook.pending() == [north().digest, south().digest]
        casebook.put_extraction(north_extraction())
        assert casebook.pending() == [south().digest]


def test_new_settings_make_every_document_wait_again(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        assert casebook.pending() == []
    (folder / "casebook.toml").write_text('[[party]]\nname = "North"\n', encoding="utf-8")
    with Casebook.open(folder) as casebook:
        assert casebook.conflict.parties[0].name == "North"
        assert casebook.pending() == [north().digest, south().digest]


def test_a_new_extractor_makes_every_document_wait_again(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        alter(folder, "UPDATE extractions SET extractor = 'an older one'")
        assert casebook.pending() == [north().digest, south().digest]


def test_an_original_is_kept_under_its_digest(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        casebook.add(north())
    digest = north().digest
    assert (folder / "documents" / digest[:2] / f"{digest}.txt").read_bytes() == north().original


def test_an_original_that_is_not_what_its_digest_names_is_refused(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        with pytest.raises(CasebookError, match=r"north\.txt is not what its digest names"):
            casebook.add(replace(north(), original=b"something else"))
        assert casebook.record().documents == ()


def test_a_name_that_is_no_text_is_kept_readable(folder: Path) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    with Casebook.open(folder, create=True) as casebook:
        casebook.add(document(name))
        assert casebook.record().documents[0].name == "caf\\xe9.txt"


def test_unread_is_noted_once_and_with_its_reason(folder: Path) -> None:
    unread = Unread("scan.pdf", "there is no text in it", "Run text recognition over it.", "ab" * 32)
    with Casebook.open(folder, create=True) as casebook:
        assert casebook.add_unread(unread) is True
        assert casebook.add_unread(unread) is False
        assert casebook.unread() == [unread]
        assert casebook.add_unread(replace(unread, reason="it is locked")) is True
        assert [one.reason for one in casebook.unread()] == ["it is locked"]
        assert casebook.verify() == []


def test_a_failed_extraction_is_struck_out_when_it_succeeds(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        casebook.add(north())
        casebook.add_unread(Unread("north.txt", "it failed", digest=north().digest), "extraction")
        casebook.add_unread(Unread("north.txt", "page 2 is a picture", digest=north().digest), "reading")
        casebook.put_extraction(north_extraction())
        assert [one.reason for one in casebook.unread()] == ["page 2 is a picture"]
        assert casebook.verify() == []


def test_a_file_that_can_be_read_at_last_is_no_longer_unread(folder: Path) -> None:
    broken, elsewhere = Unread("a.pdf", "it is broken", digest="1" * 64), Unread("b.pdf", "it is broken")
    with Casebook.open(folder, create=True) as casebook:
        for place, unread in (("place a", broken), ("place b", elsewhere)):
            casebook.add_unread(unread)
            casebook.put_file_read(place, FileRead("digest", unread=(unread,)))
        assert casebook.file_read("place a", "digest") == FileRead("digest", (), (broken,))
        casebook.put_file_read("place a", FileRead("another digest", ("2" * 64,)))
        assert casebook.unread() == [elsewhere]
        assert casebook.file_read("place a", "digest") is None


def test_a_file_is_read_again_by_a_new_reader(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        casebook.put_file_read("place", FileRead("digest"))
        assert casebook.file_read("place", "digest") is not None
        alter(folder, "UPDATE files SET reader = 'an older one'")
        assert casebook.file_read("place", "digest") is None


def test_the_tally_counts_everything(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        tally = casebook.tally()
    assert (tally.documents, tally.claims, tally.counts, tally.events) == (2, 3, 2, 1)
    assert (tally.unread, tally.passed_over, tally.findings, tally.contradictions) == (0, 1, 1, 1)


# ---------------------------------------------------------------- opening


def test_no_casebook_is_said_with_how_to_make_one(folder: Path) -> None:
    with pytest.raises(CasebookError, match="There is no casebook") as raised:
        Casebook.open(folder)
    assert f"counterclaim build SOURCES -o {folder}" in raised.value.remedy
    assert not folder.exists()


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CasebookError, match=r"holds other things \(report\.txt\)"):
        Casebook.open(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_folder_with_only_settings_becomes_a_casebook(folder: Path) -> None:
    folder.mkdir()
    (folder / "casebook.toml").write_text('[conflict]\nname = "A war"\n', encoding="utf-8")
    with Casebook.open(folder, create=True) as casebook:
        assert casebook.conflict.name == "A war"


def test_given_settings_begin_a_casebook_but_never_replace_its_own(folder: Path, tmp_path: Path) -> None:
    given, other = tmp_path / "given.toml", tmp_path / "other.toml"
    given.write_text('[conflict]\nname = "A war"\n', encoding="utf-8")
    other.write_text('[conflict]\nname = "Another"\n', encoding="utf-8")
    for _ in range(2):
        with Casebook.open(folder, create=True, settings=given) as casebook:
            assert casebook.conflict.name == "A war"
    with pytest.raises(SettingsError, match="says something else"):
        Casebook.open(folder, create=True, settings=other)


def test_a_casebook_from_a_newer_version_asks_for_an_upgrade(folder: Path) -> None:
    Casebook.open(folder, create=True).close()
    alter(folder, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CasebookError, match="written by a newer Counterclaim") as raised:
        Casebook.open(folder)
    assert "pip install --upgrade counterclaim" in raised.value.remedy


def test_a_damaged_database_is_said_with_what_to_do(folder: Path) -> None:
    Casebook.open(folder, create=True).close()
    (folder / "casebook.db").write_bytes(b"this is no database" * 1000)
    with pytest.raises(CasebookError, match="is damaged") as raised:
        Casebook.open(folder)
    assert "Restore casebook.db from a copy" in raised.value.remedy


def test_a_document_that_is_not_there_is_said(folder: Path) -> None:
    with Casebook.open(folder, create=True) as casebook, pytest.raises(CasebookError, match="no document"):
        casebook.document("0" * 64)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "is not a database address"),
        ("oracle+nothing://x/y", "is not a database address"),
        ("mysql+mysqlconnector://x/y", "the driver mysql of mysql\\+mysqlconnector is missing"),
    ],
)
def test_a_database_address_that_is_none_is_refused(folder: Path, url: str, said: str) -> None:
    folder.mkdir()
    (folder / "casebook.toml").write_text(f'[database]\nurl = "{url}"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        Casebook.open(folder)

"""Which documents count: the newest that each file gave, and none that a person withdrew."""

from pathlib import Path

import pytest

from counterclaim.casebook import Casebook, DocumentLine
from counterclaim.errors import CasebookError
from counterclaim.model import Claim
from counterclaim.pipeline import Reading, extract_pending, read_sources, reconcile_claims, resolve_names
from tests.casebook.material import alter, dump

REPORT = "On 3 March 2021 the Armenian Defence Ministry said that 12 soldiers had been killed.\n"
LATER = REPORT + "On 4 March 2021 it said that 15 soldiers had been killed.\n"
RECORDS = (
    '{"url": "https://example.org/1", "text": "On 3 March 2021 12 soldiers were killed."}\n'
    '{"url": "https://example.org/2", "text": "On 4 March 2021 5 soldiers were killed."}\n'
)


def write(folder: Path, name: str, text: str = REPORT) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(tmp_path: Path) -> Reading:
    """Every stage but the site."""
    with Casebook.open(tmp_path / "case", create=True) as casebook, casebook.locked():
        reading = read_sources(casebook, [tmp_path / "sources"])
        extract_pending(casebook)
        resolve_names(casebook)
        reconcile_claims(casebook)
        assert casebook.verify() == []
    return reading


def lines(tmp_path: Path) -> list[DocumentLine]:
    with Casebook.open(tmp_path / "case") as casebook:
        return casebook.document_lines()


def counted(tmp_path: Path) -> list[tuple[str, bool]]:
    return [(line.name, line.set_aside is None) for line in lines(tmp_path)]


def claims(tmp_path: Path) -> list[Claim]:
    with Casebook.open(tmp_path / "case") as casebook:
        return casebook.claims()


# ---------------------------------------------------------------- superseded


def test_a_file_with_other_bytes_supersedes_what_it_gave_before(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    read(tmp_path)
    write(tmp_path / "sources", "a.txt", LATER)
    reading = read(tmp_path)
    newer, older = lines(tmp_path)
    assert (newer.name, older.name) == ("a.txt", "a.txt") and newer.set_aside is None
    assert older.set_aside is not None and older.set_aside.successor == newer.digest
    assert [one.document for one in reading.superseded] == [older.digest]
    assert older.claims > 0 and {claim.document for claim in claims(tmp_path)} == {newer.digest}
    with Casebook.open(tmp_path / "case") as casebook:
        record, tally = casebook.record(), casebook.tally()
        assert [one.digest for one in record.documents] == [newer.digest]
        assert (tally.documents, tally.set_aside, tally.claims) == (1, 1, len(record.claims))
        assert casebook.pending() == []
    before = dump(tmp_path / "case")
    assert read(tmp_path).superseded == () and dump(tmp_path / "case") == before


def test_a_file_that_has_its_old_bytes_again_counts_with_these(tmp_path: Path) -> None:
    for text in (REPORT, LATER, REPORT):
        write(tmp_path / "sources", "a.txt", text)
        read(tmp_path)
    newer, older = lines(tmp_path)
    assert older.set_aside is not None and older.set_aside.successor == newer.digest
    with Casebook.open(tmp_path / "case") as casebook:
        assert casebook.document(newer.digest).text.count("said") == 1


def test_a_file_that_was_broken_in_between_supersedes_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "sources", "other.txt", "Nothing was said on 5 March 2021.\n")
    for text in (REPORT, " ", LATER):
        write(tmp_path / "sources", "a.txt", text)
        read(tmp_path)
    assert counted(tmp_path) == [("a.txt", True), ("a.txt", False), ("other.txt", True)]


def test_what_another_file_still_gives_is_not_superseded(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    write(tmp_path / "sources", "b.txt")
    assert read(tmp_path).copies == (("b.txt", "a.txt"),)
    assert [line.also for line in lines(tmp_path)] == [("b.txt",)]
    write(tmp_path / "sources", "b.txt", LATER)
    assert read(tmp_path).superseded == ()
    write(tmp_path / "sources", "a.txt", REPORT * 2)
    assert len(read(tmp_path).superseded) == 1
    assert counted(tmp_path) == [("a.txt", True), ("a.txt", False), ("b.txt", True)]


def test_a_record_that_was_corrected_supersedes_its_own_version_only(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.jsonl", RECORDS)
    read(tmp_path)
    write(tmp_path / "sources", "a.jsonl", RECORDS.replace("5 soldiers", "6 soldiers"))
    assert len(read(tmp_path).superseded) == 1
    assert sorted(counts for _, counts in counted(tmp_path)) == [False, True, True]


def test_a_run_that_was_killed_before_it_noted_the_file_supersedes_the_next_time(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    read(tmp_path)
    files = dump(tmp_path / "case")["files"]
    write(tmp_path / "sources", "a.txt", LATER)
    read(tmp_path)
    whole = dump(tmp_path / "case")
    # As it stood when the new document was kept, and nothing after.
    alter(tmp_path / "case", "DELETE FROM set_aside")
    alter(tmp_path / "case", "DELETE FROM history WHERE subject LIKE 'standing of %'")
    digest, documents = files[0]["digest"], files[0]["documents"]
    changes = f"digest = '{digest}', documents = '{documents}', earlier = '[]'"
    alter(tmp_path / "case", f"UPDATE files SET {changes}")
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        read_sources(casebook, [tmp_path / "sources"])
    again = dump(tmp_path / "case")
    assert {name: again[name] for name in ("documents", "files", "set_aside", "claims")} == {
        name: whole[name] for name in ("documents", "files", "set_aside", "claims")
    }


def test_a_file_that_is_gone_is_kept_and_said(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    write(tmp_path / "sources", "b.txt", LATER)
    assert read(tmp_path).absent == ()
    (tmp_path / "sources" / "b.txt").unlink()
    assert read(tmp_path).absent == ("b.txt",)
    assert counted(tmp_path) == [("a.txt", True), ("b.txt", True)]


# ---------------------------------------------------------------- withdrawn


def test_a_withdrawn_document_counts_no_longer_even_if_it_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    write(tmp_path / "sources", "b.txt", LATER)
    read(tmp_path)
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        line = casebook.withdraw("b.txt", "it is a forgery")
        assert line.set_aside is not None and line.set_aside.reason == "it is a forgery"
        assert not casebook.is_reconciled and casebook.verify() == []
        assert any("it is a forgery" in row["action"] for row in dump(tmp_path / "case")["history"])
    assert [one.name for one in read(tmp_path).withdrawn] == ["b.txt"]
    assert {claim.document for claim in claims(tmp_path)} == {lines(tmp_path)[0].digest}
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        assert casebook.restore(line.digest[:8], "it is genuine").set_aside is None
        assert casebook.verify() == []
    read(tmp_path)
    assert len({claim.document for claim in claims(tmp_path)}) == 2


def test_a_restored_document_whose_file_changed_meanwhile_is_superseded(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    read(tmp_path)
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        old = casebook.withdraw("a.txt", "it is wrong")
    write(tmp_path / "sources", "a.txt", LATER)
    read(tmp_path)
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        restored = casebook.restore("a.txt")
        assert restored.digest == old.digest
        assert restored.set_aside is not None and restored.set_aside.why == "superseded"
        with pytest.raises(CasebookError, match="not withdrawn but superseded"):
            casebook.restore(old.digest)


@pytest.mark.parametrize(
    ("named", "said"), [("c.txt", "There is no document c.txt"), ("", "Several documents are called")]
)
def test_a_document_that_is_none_or_several_is_not_withdrawn(tmp_path: Path, named: str, said: str) -> None:
    write(tmp_path / "sources", "a.txt")
    write(tmp_path / "sources", "b.txt", LATER)
    read(tmp_path)
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        with pytest.raises(CasebookError, match=said):
            casebook.withdraw(named, "a reason")
        with pytest.raises(CasebookError, match="is not withdrawn"):
            casebook.restore("a.txt")


def test_an_alteration_of_what_counts_is_found(tmp_path: Path) -> None:
    write(tmp_path / "sources", "a.txt")
    read(tmp_path)
    with Casebook.open(tmp_path / "case") as casebook, casebook.locked():
        casebook.withdraw("a.txt", "a reason")
    alter(tmp_path / "case", "UPDATE set_aside SET reason = 'another'")
    with Casebook.open(tmp_path / "case") as casebook:
        assert [one.what for one in casebook.verify()] == ["it was altered since it was recorded"]

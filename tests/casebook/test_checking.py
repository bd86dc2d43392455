"""Whatever is altered behind the program's back is found."""

import shutil
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from tests.casebook.material import alter, fill, north


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "case"
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        assert casebook.verify() == []
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "case"))


def found(folder: Path, head: str | None = None) -> list[str]:
    with Casebook.open(folder) as casebook:
        return [f"{problem.subject}: {problem.what}" for problem in casebook.verify(head=head)]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE documents SET publisher = 'Another Wire'", "north.txt: it was altered"),
        ("UPDATE documents SET text = replace(text, '12', '21')", "north.txt: it was altered"),
        ("UPDATE claims SET low = 21 WHERE low = 12", "claims of north.txt: it was altered"),
        ("UPDATE claims SET quote = 'words'", "is not what stands in its text"),
        ("UPDATE passed_over SET why = 'a reason'", "claims of north.txt: it was altered"),
        ("UPDATE entities SET party = 'South'", "registers: it was altered"),
        ("UPDATE entity_names SET name = 'a name'", "registers: it was altered"),
        ("DELETE FROM name_index WHERE name = 'North'", "registers: it was altered"),
        ("UPDATE findings SET high = 12", "reconciliation: it was altered"),
        ("UPDATE weighings SET bound = 'floor'", "reconciliation: it was altered"),
        ("DELETE FROM contradiction_claims", "reconciliation: it was altered"),
        ("DELETE FROM derivations", "reconciliation: nothing in the history says"),
        ("DELETE FROM extractions", "claims of north.txt: nothing in the history says"),
        ("UPDATE history SET content = '' WHERE number = 3", "history entry 3: it was altered"),
        (
            "UPDATE history SET at = '2000-01-01T00:00:00Z' WHERE number = 1",
            "history entry 1: it was altered",
        ),
        ("DELETE FROM history WHERE number = 2", "history entry 3: entries are missing before it"),
        ("DELETE FROM history WHERE number >= 5", "registers: nothing in the history says"),
    ],
)
def test_an_alteration_is_found(folder: Path, statement: str, said: str) -> None:
    alter(folder, statement)
    assert any(said in problem for problem in found(folder)), found(folder)


def test_a_row_that_was_slipped_in_is_found(folder: Path) -> None:
    alter(
        folder,
        "INSERT INTO unread (id, stage, name, reason, remedy, noted_at)"
        " VALUES ('x', 'reading', 'y', '', '', '')",
    )
    assert found(folder) == ["unread y: nothing in the history says where it comes from"]


def test_a_document_that_was_taken_out_is_found(folder: Path) -> None:
    digest = north().digest
    for table in ("weighings", "contradiction_claims", "contradictions", "findings", "claims", "passed_over"):
        alter(folder, f"DELETE FROM {table}")
    alter(folder, f"DELETE FROM extractions WHERE document = '{digest}'")
    alter(folder, f"DELETE FROM documents WHERE digest = '{digest}'")
    for subject in (digest, f"claims of {digest}"):
        assert f"{subject}: the history tells of it, but it is gone" in found(folder)


def test_an_altered_original_is_found(folder: Path) -> None:
    (original,) = (folder / "documents").glob(f"*/{north().digest}.txt")
    original.write_bytes(original.read_bytes().replace(b"12", b"21"))
    assert any("was altered" in problem and problem.startswith("north.txt") for problem in found(folder))


def test_a_missing_original_is_found(folder: Path) -> None:
    (original,) = (folder / "documents").glob(f"*/{north().digest}.txt")
    original.unlink()
    assert any("is missing" in problem for problem in found(folder))


def test_a_rewritten_history_is_found_with_the_entry_that_was_noted_down(
    folder: Path, tmp_path: Path
) -> None:
    with Casebook.open(folder) as casebook:
        _, noted = casebook.head()
    assert found(folder, noted) == []
    with Casebook.open(tmp_path / "forged", create=True) as casebook:
        casebook.add(north())
    assert found(tmp_path / "forged") == []
    assert found(tmp_path / "forged", noted) == [f"history: the entry {noted} is not in it"]

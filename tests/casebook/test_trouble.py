"""A second writer, a full disk, a folder that may not be written: said clearly, and nothing is broken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from counterclaim.errors import CasebookError
from tests.casebook.material import fill, north
from tests.processes import environment

HOLD = """
import sys
from pathlib import Path
from counterclaim.casebook import Casebook
with Casebook.open(Path(sys.argv[1])) as casebook, casebook.locked():
    print("held", flush=True)
    sys.stdin.read()
"""

FILL = """
import resource, sys
from pathlib import Path
from counterclaim.casebook import Casebook
from counterclaim.errors import CasebookError
from tests.casebook.material import document
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
with Casebook.open(folder, create=True) as casebook:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for number in range(40):
            casebook.add(document(f"{number}.txt", f"Report {number}. " + "Many words. " * int(sys.argv[3])))
    except CasebookError as error:
        print(error)
        sys.exit(1)
"""


def run_python(script: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )


def test_a_second_writer_is_told_who_holds_the_casebook(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as holder:
            assert holder.stdin is not None and holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            refused = pytest.raises(CasebookError, match=rf"Another run .*\(process {holder.pid}\)")
            with refused, casebook.locked():
                raise AssertionError("two runs hold one casebook")
            assert len(casebook.claims()) == 3  # reading needs no lock
            holder.kill()
        with casebook.locked():
            assert casebook.add(north()) is False


@pytest.mark.parametrize(
    ("limit", "words"),
    [(1_500_000, 2000), (300_000, 10), (20_000, 4000)],
    ids=["many", "database", "original"],
)
def test_a_full_disk_is_said_and_leaves_the_casebook_whole(tmp_path: Path, limit: int, words: int) -> None:
    folder = tmp_path / "case"
    Casebook.open(folder, create=True).close()
    done = run_python(FILL, folder, limit, words)
    assert done.returncode == 1, done
    assert done.stdout.startswith(f"There is no room left to write the casebook {folder}."), done
    assert "run the same command again" in done.stdout and "Traceback" not in done.stderr
    with Casebook.open(folder) as casebook:
        assert casebook.verify() == []
        kept = casebook.tally().documents
    assert not list(folder.glob("documents/*/.incoming-*"))
    assert run_python(FILL, folder, 2**40, words).returncode == 0
    with Casebook.open(folder) as casebook:
        assert casebook.verify() == [] and kept < casebook.tally().documents == 40


def test_what_a_killed_run_left_half_written_is_cleared(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "case", create=True) as casebook:
        half = tmp_path / "case" / "documents" / "ab" / ".incoming-xyz"
        half.parent.mkdir()
        half.write_bytes(b"half")
        with casebook.locked():
            assert not half.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CasebookError, match="cannot be written"):
            Casebook.open(tmp_path / "case", create=True)
    finally:
        tmp_path.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("a file", encoding="utf-8")
    with pytest.raises(CasebookError, match="cannot be written"):
        Casebook.open(tmp_path / "case", create=True)

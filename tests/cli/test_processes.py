"""The command as the system sees it: start-up, signals, pipes, ports."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from counterclaim.pipeline import build
from tests.processes import ROOT, environment

RUN = "from counterclaim.cli import main; main()"
SOURCES = ROOT / "examples" / "karabakh-2020" / "sources"


@contextmanager
def started(*arguments: object) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1", COLUMNS="200"),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("processes") / "case"
    build([SOURCES / "2022-settled-figures.md", SOURCES / "2020-11-10-agreement.md"], folder)
    return folder


def test_help_imports_nothing_heavy() -> None:
    """Start-up time is what is imported; counting that does not depend on the machine."""
    script = "import sys; from counterclaim.cli import app; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"sqlalchemy", "alembic", "pydantic", "trafilatura", "jinja2", "pypdfium2", "scipy"}


def test_ctrl_c_says_how_to_go_on_and_the_next_run_does(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with started("build", SOURCES, "-o", folder) as process:
        deadline = time.monotonic() + 60
        while len(list(folder.glob("documents/*/*"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Run the same command again to go on." in errors and "Traceback" not in errors
    assert output == ""
    summary = build([SOURCES], folder, site=False)
    assert summary.reading.documents == 23 and summary.reading.added < 23
    with Casebook.open(folder) as casebook:
        assert casebook.verify() == []


def test_a_reader_that_has_enough_is_no_error(case: Path) -> None:
    with started("export", case, "--format", "jsonl") as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert errors == ""


def served(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    match = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
    assert match is not None
    return match[0]


def test_the_site_is_served_to_this_computer_alone(case: Path) -> None:
    with started("serve", case, "--port", 0) as process:
        address = served(process)
        with urllib.request.urlopen(address, timeout=20) as page:
            assert page.read() == (case / "site" / "index.html").read_bytes()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert process.returncode == 0 and "Stopped." in output and errors == ""


def test_a_taken_port_gives_way_to_the_next_free_one(case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started("serve", case, "--port", port) as process:
            address = served(process)
            assert int(address.rsplit(":", 1)[1].rstrip("/")) > port
            with urllib.request.urlopen(address, timeout=20) as page:
                assert page.status == 200


def test_a_casebook_without_a_site_is_said(tmp_path: Path) -> None:
    build([SOURCES / "2022-settled-figures.md"], tmp_path / "case", site=False)
    with started("serve", tmp_path / "case") as process:
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1 and "counterclaim publish" in errors


def test_a_full_disk_is_said_and_the_next_run_finishes(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000)); "
    done = subprocess.run(
        [sys.executable, "-c", limit + RUN, "build", str(SOURCES), "-o", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(COLUMNS="200"),
    )
    assert done.returncode == 1 and "There is no room left" in done.stderr, done
    assert "run the same command again" in done.stderr and "Traceback" not in done.stderr
    assert build([SOURCES], folder, site=False).tally.documents == 23
    with Casebook.open(folder) as casebook:
        assert casebook.verify() == []

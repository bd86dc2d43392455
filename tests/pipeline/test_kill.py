"""A run that is killed at any moment and started again ends with the same casebook."""

import hashlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from tests.casebook.material import dump
from tests.processes import ROOT, environment

SOURCES = ROOT / "examples" / "karabakh-2020" / "sources"

# Everything is imported once; each attempt is a fork of this process, killed after a part of the time
# that a whole run takes.
ATTEMPTS = """
import os, random, signal, sys, time
from pathlib import Path
from counterclaim.pipeline import build

def attempt(folder, seconds=None):
    child = os.fork()
    if child == 0:
        try:
            build([sources], folder, workers=workers)
            os._exit(0)
        finally:
            os._exit(1)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]

sources, folder, whole = map(Path, sys.argv[1:4])
seed, kills, workers = map(int, sys.argv[4:7])
moments = random.Random(seed)
assert attempt(whole.with_name("first")) == 0  # makes what is cached for every later run
began = time.monotonic()
assert attempt(whole) == 0
lasts = time.monotonic() - began
killed = 0
for _ in range(kills):
    killed += attempt(folder, moments.uniform(0, lasts / 3)) == signal.SIGKILL
assert attempt(folder) == 0
print(killed)
"""


def site(folder: Path) -> dict[str, str]:
    """The site's files, each with the digest of its bytes."""
    pages = sorted(path for path in (folder / "site").rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in pages
    }


@pytest.mark.parametrize(("workers", "kills"), [(1, 8), (2, 3)])
def test_killed_and_started_again_it_ends_the_same(tmp_path: Path, workers: int, kills: int) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    sources, whole, killed = (tmp_path / name for name in ("sources", "whole", "killed"))
    sources.mkdir()
    for source in sorted(SOURCES.iterdir())[::2]:
        shutil.copy(source, sources)
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPTS, *map(str, (sources, killed, whole, seed, kills, workers))],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment(),
    )
    assert int(done.stdout) >= kills // 3, "too few runs were killed before they were done"
    assert dump(killed) == dump(whole)
    assert site(killed) == site(whole)
    with Casebook.open(killed) as casebook:
        assert casebook.verify() == []
        assert casebook.tally().claims > 20

"""The tutorial, done as it says, on the example's sources.

```bash blocks are run one after the other, in one folder. A ```text block holds lines that the
commands before it print; "…" stands for what is left out. A ```toml block is what the reader writes
into the casebook's settings.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
SOURCES = ROOT / "examples" / "karabakh-2020" / "sources"


def _blocks() -> Iterator[tuple[str, str]]:
    """The tutorial's fenced blocks, each with its language."""
    for match in re.finditer(r"^```(\w+)\n(.*?)^```", TUTORIAL.read_text(encoding="utf-8"), re.M | re.S):
        yield match[1], match[2]


def _run(commands: str, folder: Path) -> str:
    """What the commands print, errors included."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "110", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{commands}\n{done.stdout}"
    return done.stdout


def _plain(text: str) -> str:
    """The text without the runs of blanks that depend on a table's width."""
    return " ".join(text.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES, tmp_path / "reports")
    return tmp_path


def test_the_tutorial_works_as_written(folder: Path) -> None:
    printed = ""
    for language, block in _blocks():
        if language == "bash":
            printed = _run(block, folder)
        elif language == "toml":
            (folder / "case" / "casebook.toml").write_text(block, encoding="utf-8")
        elif language == "text":
            missing = [part for part in _promised(block) if part not in _plain(printed)]
            assert not missing, f"not printed: {missing}\nprinted:\n{printed}"


def _promised(block: str) -> list[str]:
    """What a text block says is printed: each line, or each stretch of a line between ellipses."""
    parts = (_plain(part) for line in block.splitlines() for part in line.split("…"))
    return [part for part in parts if part]


def test_the_tutorial_has_commands_and_promises() -> None:
    languages = [language for language, _ in _blocks()]
    assert languages.count("bash") >= 5
    assert languages.count("text") >= 3

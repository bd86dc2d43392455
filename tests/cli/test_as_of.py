"""--as-of: what could be known on a day, by each command that shows or writes figures."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app

EARLY = "The northern ministry said on 3 March 2031 that 12 soldiers were killed in Ortown on 2 March 2031."
LATE = "The northern ministry said on 9 June 2031 that 31 soldiers were killed in Ortown on 2 March 2031."


def run(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    around = tmp_path_factory.mktemp("as-of")
    for name, text, day in (("early", EARLY, "2031-03-03"), ("late", LATE, "2031-06-09")):
        (around / f"{name}.md").write_text(f"---\ndate: {day}\n---\n{text}\n", encoding="utf-8")
    run("build", around / "early.md", around / "late.md", "-o", around / "case", "--no-publish")
    return around / "case"


def test_export(folder: Path) -> None:
    every = run("export", folder, "--format", "jsonl").splitlines()
    then = run("export", folder, "--format", "jsonl", "--as-of", "2031-04").splitlines()
    assert {json.loads(row)["low"] for row in every} >= {12, 31}
    assert 31 not in {json.loads(row)["low"] for row in then}
    assert 12 in {json.loads(row)["low"] for row in then}


def test_publish_leaves_out_what_was_written_later(folder: Path, tmp_path: Path) -> None:
    run("publish", folder, "-o", tmp_path / "site", "--as-of", "2031-03-10")
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html")]
    assert any(EARLY in page or "3 March 2031" in page for page in pages)
    assert not any("9 June 2031" in page for page in pages)


def test_explain(folder: Path) -> None:
    claims = json.loads(run("show", "claims", folder, "--json"))
    [early] = [claim["id"] for claim in claims if claim["low"] == 12]
    [late] = [claim["id"] for claim in claims if claim["low"] == 31]
    run("explain", folder, early, "--as-of", "2031-03-10")
    run("explain", folder, late, "--as-of", "2031-03-10", code=1)


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    run("export", folder, "--format", "csv", "--as-of", "yesterday", code=2)

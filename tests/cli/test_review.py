import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app

TEXT = """\
---
date: 2031-03-04
publisher: Example Wire
---
The northern ministry said that 12 soldiers were killed in Ortown on 3 March 2031. The southern army said that
40 northern soldiers were killed in Ortown on 3 March 2031.
"""


def run(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.md").write_text(TEXT, encoding="utf-8")
    run("build", tmp_path / "wire.md", "-o", tmp_path / "case", "--no-publish")
    return tmp_path / "case"


def claims(folder: Path) -> dict[int, str]:
    """The ids of the claims, by their numbers."""
    return {claim["low"]: claim["id"] for claim in json.loads(run("show", "claims", folder, "--json"))}


def test_a_rejected_claim_leaves_the_finding_and_comes_back(folder: Path) -> None:
    run("review", "reject", folder, claims(folder)[40], "--reason", "misread", "--by", "Ann")
    run("reconcile", folder)
    [finding] = json.loads(run("show", "findings", folder, "--json"))
    assert (finding["low"], finding["decisions"]) == (12, [1])
    assert "decision 1." in " ".join(run("show", "findings", folder).split())
    run("review", "undo", folder, "1", "--reason", "it was right")
    run("reconcile", folder)
    [finding] = json.loads(run("show", "findings", folder, "--json"))
    assert finding["decisions"] == []
    assert sorted(claims(folder)) == [12, 40]


def test_the_list_tells_who_decided_what_and_why(folder: Path) -> None:
    run(
        "review",
        "correct",
        folder,
        claims(folder)[12],
        "--set",
        "party=North",
        "--reason",
        "its own",
        "--by",
        "Ann",
    )
    [decision] = json.loads(run("show", "decisions", folder, "--json"))
    assert (decision["by"], decision["reason"], decision["found"]) == ("Ann", "its own", [True])
    said = " ".join(run("show", "decisions", folder).split())
    assert "Corrected" in said
    assert "Ann" in said


def test_a_split_says_which_claims_it_made(folder: Path) -> None:
    said = run(
        "review", "split", folder, claims(folder)[12], "--part", "low=5,high=5", "--part", "low=7,high=7",
        "--reason", "two sorts",
    )  # fmt: skip
    assert said.count("made claim") == 2
    run("reconcile", folder)
    assert sorted(claims(folder)) == [5, 7, 40]


def test_who_decided_is_not_published(folder: Path) -> None:
    run(
        "review",
        "pin",
        folder,
        claims(folder)[40],
        "--bound",
        "none",
        "--reason",
        "hearsay",
        "--by",
        "Annabel",
    )
    run("reconcile", folder)
    run("publish", folder)
    pages = "".join(page.read_text(encoding="utf-8") for page in (folder / "site").rglob("*.html"))
    assert "Hearsay" in pages
    assert "Annabel" not in pages


@pytest.mark.parametrize(
    "arguments",
    [
        ["pin", "CLAIM", "--rule", "hearsay", "--reason", "x"],
        ["correct", "CLAIM", "--set", "party", "--reason", "x"],
        ["reject", "CLAIM", "--reason", " "],
        ["undo", "7", "--reason", "x"],
    ],
)
def test_what_is_no_decision_is_refused(folder: Path, arguments: list[str]) -> None:
    verb, *rest = arguments
    filled = [claims(folder)[12] if one == "CLAIM" else one for one in rest]
    result = CliRunner().invoke(app, ["review", verb, str(folder), *filled])
    assert result.exit_code != 0
    assert json.loads(run("show", "decisions", folder, "--json")) == []

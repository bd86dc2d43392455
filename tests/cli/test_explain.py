"""`counterclaim explain`: the words and the rule behind each field, as a person and a program read them."""

from pathlib import Path
from typing import Any

import pytest

from counterclaim.casebook import Casebook
from tests.cli.test_commands import Said

TEXT = """\
The Norland Ministry of Defence said on Friday that at least 17 of its soldiers had been killed at Oldtown.

In Sudland 30 houses were destroyed.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    settings = folder / "settings.toml"
    settings.write_text('[[party]]\nname = "Norland"\n[[party]]\nname = "Sudland"\n', encoding="utf-8")
    build = ("build", folder / "report.txt", "-o", folder / "case", "--settings", settings, "--no-publish")
    assert Said(*build).status == 0
    return folder / "case"


@pytest.fixture(scope="module")
def count(case: Path) -> dict[str, Any]:
    claims = Said("show", "claims", case, "--measure", "killed", "--json").json
    assert [claim["low"] for claim in claims] == [17]
    return dict(claims[0])


def test_the_words_are_marked_in_their_sentence(case: Path, count: dict[str, Any]) -> None:
    said = Said("explain", case, count["id"], columns=200)
    assert said.status == 0
    (line,) = (line for line in said.output.splitlines() if "[killed]" in line)
    for words in ("‹", "›", "[at least 17]", "[soldiers]"):
        assert words in line
    unmarked = line.strip().removesuffix(" …").translate(str.maketrans("", "", "‹›[]"))
    assert unmarked == TEXT.splitlines()[0]


def test_each_field_shows_its_words_and_rule(case: Path, count: dict[str, Any]) -> None:
    reasons = Said("explain", case, count["id"], "--json").json["reasons"]
    assert {"low", "object", "measure", "source"} <= {reason["field"] for reason in reasons}
    shown = Said("explain", case, count["id"], columns=200).words
    for reason in reasons:
        assert reason["rule"] in shown
        if reason["words"] is not None:
            assert TEXT[reason["start"] : reason["end"]] == reason["words"]
            assert f"“{reason['words']}”" in shown


def test_what_rests_on_it_is_named(case: Path, count: dict[str, Any]) -> None:
    told = Said("explain", case, count["id"], "--json").json
    assert told["reconciled"] is True
    (finding,) = told["findings"]
    assert finding["reason"]
    shown = Said("explain", case, count["id"], columns=400).words
    assert finding["sentence"] in shown and finding["id"] in shown


def test_the_beginning_of_an_id_is_enough(case: Path, count: dict[str, Any]) -> None:
    assert Said("explain", case, count["id"][:10], "--json").json["id"] == count["id"]


def test_an_id_that_no_claim_or_several_have(case: Path) -> None:
    none = Said("explain", case, "nothing")
    assert none.status == 1 and "No claim has an id that begins with nothing" in none.errors
    several = Said("explain", case, "")
    assert several.status == 1 and "Several claims" in several.errors


def test_without_findings_it_says_how_to_get_them(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    case = tmp_path / "case"
    assert Said("add", tmp_path / "report.txt", "-o", case).status == 0
    assert Said("extract", case).status == 0
    with Casebook.open(case) as casebook:
        claim = casebook.claims()[0].id
    said = Said("explain", case, claim)
    assert said.status == 0
    assert f"counterclaim reconcile {case}" in said.words

"""`counterclaim evaluate`, as a person and a program read it."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Said
from tests.evaluation.test_agreement import count
from tests.evaluation.test_evaluate import QUOTE, annotate


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return annotate(tmp_path / "gold", "one", count(quote=QUOTE, low=17, high=17))


def test_scores_for_a_program(gold: Path) -> None:
    said = Said("evaluate", gold, "--json").json
    assert said["documents"] == 1
    assert said["count"]["value"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert "kappa" not in said
    assert said["differences"] == []


def test_scores_for_a_person(gold: Path) -> None:
    said = Said("evaluate", gold)
    assert said.status == 0
    assert "Counts: 1 in the gold, 1 set against them" in said.words
    assert "value 1.000 1.000 1.000" in said.words
    assert "--show missed" in said.words


def test_missed_and_differing_claims_stand_in_context(gold: Path, tmp_path: Path) -> None:
    annotate(gold, "two", count(quote=QUOTE, low=17, high=17))
    other = annotate(
        tmp_path / "other", "one", count(quote=QUOTE, low=17, high=17, party="Sudland"), text=None
    )
    said = Said("evaluate", gold, "--against", other, "--show", "missed", "--show", "party", columns=400)
    assert f"On the front it rained all day. [{QUOTE}]. The roads were closed." in said.output
    assert "Missed: Military personnel killed: 17 two" in said.words
    assert "Differs: Military personnel killed: 17 one" in said.words
    assert "party: Norland in the gold, here Sudland" in said.words
    assert "kappa" in said.words
    only = Said("evaluate", gold, "--against", other, "--show", "all", "--limit", 1)
    assert "1 of 2 differences are shown" in only.words


def test_two_annotators_for_a_program(gold: Path) -> None:
    said = Said("evaluate", gold, "--against", gold, "--json").json
    assert said["count"]["full"]["f1"] == 1.0
    assert said["kappa"]["count"]["measure"] is None  # one claim: chance explains it


def test_kinds_are_told_apart(gold: Path, tmp_path: Path) -> None:
    nothing = annotate(tmp_path / "nothing", "one", text=None)
    command = ("evaluate", gold, "--against", nothing, "--show", "all", "--json", "--kind")
    assert len(Said(*command, "count").json["differences"]) == 1
    assert Said(*command, "event").json["differences"] == []


@pytest.mark.parametrize(("option", "value"), [("--show", "shoes"), ("--kind", "number")])
def test_a_word_that_an_option_does_not_know(gold: Path, option: str, value: str) -> None:
    said = Said("evaluate", gold, option, value)
    assert said.status == 2 and value in said.errors


def test_settings_are_used(gold: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('[[party]]\nname = "Republic of Norland"\naliases = ["Norland"]\n', encoding="utf-8")
    (gold / "one.jsonl").write_text(
        json.dumps(count(quote=QUOTE, low=17, high=17, party="Republic of Norland")) + "\n", encoding="utf-8"
    )
    said = Said("evaluate", gold, "--settings", settings, "--json").json
    assert said["count"]["attributes"]["party"] == 1.0

"""The tables are whole, speak the vocabulary, and complain helpfully."""

from typing import get_args

import pytest
from pydantic import TypeAdapter

from counterclaim.errors import SettingsError
from counterclaim.reconciliation.tables import (
    BoundRule,
    Measure,
    Relation,
    any_of,
    check_rules,
    load_tables,
    parse_table,
    within,
)

TABLES = load_tables()


def test_every_relation_has_a_rule_that_always_fits() -> None:
    check_rules(TABLES.rules)
    for relation in get_args(Relation):
        fitting = [rule for rule in TABLES.rules if relation in rule.relation]
        last = fitting[-1]
        assert not (last.objects or last.measures or last.evidence or last.hedge), relation


def test_rules_name_only_what_there_is() -> None:
    for rule in TABLES.rules:
        assert set(rule.measures) <= set(TABLES.measures), rule.name
        assert set(rule.objects) <= set(TABLES.nouns), rule.name
        assert rule.why and len({other.name for other in TABLES.rules}) == len(TABLES.rules)


def test_parts_of_measures_are_measures() -> None:
    for name, measure in TABLES.measures.items():
        assert set(measure.parts) <= set(TABLES.measures), name
        assert measure.series or measure.why, f"{name} forms no series and the table does not say why"


def test_settlements_can_be_retaken_though_soldiers_stay_captured() -> None:
    assert TABLES.grows("captured", "person.military")
    assert not TABLES.grows("captured", "settlement.village")


def test_an_object_lies_within_itself_and_what_is_above_it() -> None:
    assert within("materiel.tank", "materiel") and within("materiel", "materiel")
    assert not within("materiel", "materiel.tank") and not within("materielle", "materiel")


def test_the_longest_phrase_is_found_first() -> None:
    found = any_of(("in", "in all")).search("three IN ALL")
    assert found and found[0] == "IN ALL"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[killed]\ngrows = ", "measures.toml cannot be parsed"),
        ("[killed]\ngrows = true\nharm = true\ngravity = 2.0\nverb = 'killed'", "killed.gravity"),
        ("[killed]\ngrows = true\nharm = true\ngravity = 1.0\nverb = 'x'\nparty = 1", "killed.party"),
    ],
)
def test_a_wrong_table_names_the_file_and_the_key(text: str, complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        parse_table(text, "measures.toml", TypeAdapter(dict[str, Measure]))


def test_a_relation_without_a_rule_is_named() -> None:
    rules = tuple(rule for rule in TABLES.rules if "bystander" not in rule.relation)
    with pytest.raises(SettingsError, match="bystander"):
        check_rules(rules)


def test_an_unknown_relation_is_refused() -> None:
    row = '[[rule]]\nname="x"\nrelation=["friend"]\nbound="floor"\nweight=0.5\nwhy="y"'
    with pytest.raises(SettingsError, match=r"0\.relation\.0"):
        parse_table(row, "bounds.toml", TypeAdapter(tuple[BoundRule, ...]), "rule")


def test_a_language_without_words_is_said_to_be_missing() -> None:
    with pytest.raises(SettingsError, match=r"There is no reconciliation/tables/xx/cues\.toml"):
        load_tables("xx")

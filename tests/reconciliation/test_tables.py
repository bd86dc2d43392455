"""The tables are whole, speak the vocabulary, and complain helpfully."""

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from counterclaim.errors import SettingsError
from counterclaim.policy import BoundRule, Relation
from counterclaim.reconciliation.tables import Measure, any_of, load_tables, parse_table, within
from counterclaim.reconciliation.tables.rules import check_rules
from counterclaim.settings import BoundSettings

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
        assert rule.why and rule.label and rule.practice and not rule.of_casebook
        assert len({other.name for other in TABLES.rules}) == len(TABLES.rules)


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


def _rule(name: str, **values: Any) -> BoundRule:
    given = {"relation": ("enemy",), "bound": "two_sided", "weight": 0.6, "why": "as found here", **values}
    return BoundRule(name=name, label=name, of_casebook=True, **given)


def test_a_rule_of_the_casebook_stands_before_the_package_s_or_in_the_place_of_one() -> None:
    rules = TABLES.with_rules((_rule("ours"), _rule("enemy"))).rules
    names = [rule.name for rule in rules]
    assert names == ["ours", *(rule.name for rule in TABLES.rules)]
    assert {rule.name for rule in rules if rule.of_casebook} == {"ours", "enemy"}


@pytest.mark.parametrize(
    ("values", "complaint", "remedy"),
    [
        ({"measures": ("kiled",)}, "“ours”, `measures`: claims know no “kiled”", "“killed”"),
        ({"objects": ("person.soldier",)}, "`objects`: claims know no “person.soldier”", "person.military"),
    ],
)
def test_a_rule_about_what_nobody_can_count_is_refused(
    values: dict[str, Any], complaint: str, remedy: str
) -> None:
    with pytest.raises(SettingsError, match=complaint) as raised:
        TABLES.with_rules((_rule("ours", **values),))
    assert remedy in raised.value.remedy


def test_a_rule_cannot_be_replaced_so_that_a_claim_is_left_without_one() -> None:
    with pytest.raises(SettingsError, match="always fits for enemy"):
        TABLES.with_rules((_rule("enemy", measures=("killed",)),))


def test_an_unknown_relation_is_refused() -> None:
    row = '[[rule]]\nname="x"\nrelation=["friend"]\nbound="floor"\nweight=0.5\nwhy="y"'
    with pytest.raises(SettingsError, match=r"0\.relation\.0"):
        parse_table(row, "bounds.toml", TypeAdapter(list[BoundSettings]), "rule")


def test_a_language_without_words_is_said_to_be_missing() -> None:
    with pytest.raises(SettingsError, match=r"There is no reconciliation/tables/xx/cues\.toml"):
        load_tables("xx")

"""A snippet gets the sub-event type that ACLED's codebook gives it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.classification import f1_by_type, labelled, weighted, weighted_f1
from counterclaim import SubEventType, classify_event
from counterclaim.errors import SettingsError
from counterclaim.extraction.sub_events import rules as rules_module
from counterclaim.extraction.sub_events.rules import Snippet, rules
from counterclaim.extraction.sub_events.words import find_hits
from counterclaim.extraction.tokens import tokenise
from counterclaim.lexicon import load_toml
from tools.make_sub_event_words import EXAMPLES, TABLE, table

SNIPPETS = Path(__file__).parents[3] / "benchmarks" / "sub_events"

PRECEDENCE = [
    ("A suicide bomber drove a car bomb into a checkpoint.", SubEventType.SUICIDE_BOMB),
    ("Planes dropped chlorine bombs on the town.", SubEventType.CHEMICAL_WEAPON),
    ("Police fired live rounds at protesters and killed two.", SubEventType.EXCESSIVE_FORCE),
    ("Police used water cannon against protesters; no injuries were reported.", "Protest with intervention"),
    ("Protesters threw stones and police answered with tear gas.", SubEventType.VIOLENT_DEMONSTRATION),
    ("Rebels captured the town after heavy clashes with the army.", "Non-state actor overtakes territory"),
    ("The army recaptured the town after heavy clashes with rebels.", "Government regains territory"),
    ("The rebels left and the army entered the town without a fight.", "Non-violent transfer of territory"),
    ("Police defused a roadside bomb before it could explode.", SubEventType.DISRUPTED_WEAPONS_USE),
    ("Militants attacked soldiers at a checkpoint.", SubEventType.ARMED_CLASH),
    ("Militants attacked villagers in their homes.", SubEventType.ATTACK),
    ("A mob beat a suspected thief to death.", SubEventType.MOB_VIOLENCE),
    ("Soldiers looted houses and raped three women.", SubEventType.SEXUAL_VIOLENCE),
    ("Troops fired rocket-propelled grenades in a gun battle with rebels.", SubEventType.ARMED_CLASH),
]


@pytest.mark.parametrize(("text", "wanted"), PRECEDENCE)
def test_precedence_of_the_codebook(text: str, wanted: str) -> None:
    assert classify_event(text).sub_event_type == wanted


def test_the_month_is_no_march() -> None:
    assert classify_event("On 3 March, rebels attacked soldiers.").sub_event_type == "Armed clash"


def test_the_passive_turns_the_sides_round() -> None:
    taken = classify_event("The town was captured by rebels.").sub_event_type
    retaken = classify_event("The town was recaptured by the army.").sub_event_type
    assert (taken, retaken) == ("Non-state actor overtakes territory", "Government regains territory")


def test_a_headline_leaves_out_the_auxiliary() -> None:
    assert classify_event("Two soldiers killed in ambush by rebels.").sub_event_type == "Armed clash"
    assert classify_event("Rebels killed in the village two farmers.").sub_event_type == "Attack"


def test_forces_named_after_an_armed_group_are_its_own() -> None:
    text = "Houthi forces swept into the city and hold it."
    assert classify_event(text).sub_event_type == "Non-state actor overtakes territory"


def test_a_spot_where_it_happens_is_not_what_is_attacked() -> None:
    found = classify_event("Soldiers tortured a farmer to death in a barracks.")
    assert found.sub_event_type == SubEventType.ATTACK


def test_words_that_no_rule_knows_count_too() -> None:
    found = classify_event("The crew remained in captivity aboard the tanker.")
    assert any(reason.why.startswith("these words") for reason in found.reasons)


def test_the_counts_are_those_of_the_examples() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(EXAMPLES), "run python tools/make_sub_event_words.py"


def test_the_documented_codes_are_the_types_own() -> None:
    page = (SNIPPETS.parents[1] / "docs" / "event-types.md").read_text(encoding="utf-8")
    for kind in SubEventType:
        assert f"| {kind.event_type} | {kind} | `{kind.case_code}` |" in page


@given(st.integers(-5, 60), st.integers(-5, 60))
def test_the_hits_between_two_tokens_are_found(first: int, last: int) -> None:
    tokens = tokenise("Rebels attacked a base and police arrested two men in the town. " * 3)
    snippet = Snippet(tokens, find_hits(tokens), frozenset())
    assert snippet.between(first, last) == [hit for hit in snippet.hits if first <= hit.first <= last]


def test_a_result_names_the_words_it_rests_on() -> None:
    result = classify_event("Gunmen kidnapped a doctor.")
    assert result.sub_event_type == SubEventType.ABDUCTION
    assert "kidnapped" in {word for reason in result.reasons for word in reason.words}
    assert all(reason.why for reason in result.reasons)


def test_nothing_told_is_other_with_no_score() -> None:
    assert classify_event("") == (SubEventType.OTHER, 0.0, (), ())


@given(st.text(max_size=200))
def test_scores_are_shares(text: str) -> None:
    result = classify_event(text)
    scores = [result.score, *(score for _, score in result.alternatives)]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1 + 0.001 * len(scores)


def test_the_development_snippets_are_nearly_all_right() -> None:
    assert weighted_f1(SNIPPETS / "dev.tsv") >= 0.95


def test_the_unseen_snippets_are_within_reach_of_them() -> None:
    assert weighted_f1(SNIPPETS / "held.tsv") >= 0.75


@pytest.mark.parametrize("name", ["dev.tsv", "held.tsv"])
def test_every_type_has_snippets(name: str) -> None:
    snippets, others = labelled(SNIPPETS / name)
    assert {kind for kind, _ in snippets} == set(SubEventType)
    assert others == 0


def test_the_label_is_never_taken_for_the_snippet(tmp_path: Path) -> None:
    file = tmp_path / "rows.tsv"
    file.write_text("Shots fired.\tNON_STATE_ACTOR_OVERTAKES_TER\nElsewhere\tORG_CRIME\n", encoding="utf-8")
    assert labelled(file) == ([(SubEventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY, "Shots fired.")], 1)


def test_f1_is_weighted_by_how_often_a_type_is_there() -> None:
    a, b = SubEventType.ATTACK, SubEventType.GRENADE
    scores = f1_by_type([(a, a), (a, a), (a, b), (b, b)])
    assert scores == {a: (0.8, 3), b: (pytest.approx(2 / 3), 1)}
    assert weighted(scores) == pytest.approx((0.8 * 3 + 2 / 3) / 4)


def test_every_type_but_other_has_a_rule_and_every_group_a_use() -> None:
    assert {rule.type for rule in rules()} == set(SubEventType)
    fields = ("lacks", "act", "by", "on", "not_by", "not_on", "after", "before")
    used = {group for rule in rules() for choice in rule.has for group in choice}
    used |= {group for rule in rules() for field in fields for group in getattr(rule, field)}
    assert set(load_toml("sub_events")["groups"]) - used == set()


def test_a_rule_with_an_unknown_group_is_named() -> None:
    row = {"type": "Attack", "weight": 1, "reason": "why", "has": [["nonsense"]]}
    with pytest.raises(SettingsError, match=r"\[\[rules\]\] 7 \(why\): there is no group 'nonsense'"):
        rules_module._rule(7, row)


def test_no_word_stands_twice_in_a_list() -> None:
    for name, group in load_toml("sub_events")["groups"].items():
        for key in ("nouns", "verbs", "words"):
            words = group.get(key, [])
            assert len(words) == len(set(words)), f"{name}.{key}"

"""Repeats are shown and not counted."""

from tests.reconciliation.factories import count, document, only_finding, rules

OWN = {"source": "Defence Ministry", "source_side": "Norland"}
WIRE = "At least 231 fighters recruited abroad have died in the Lowlands since March ended, the monitor said"


def test_one_source_in_ten_outlets_is_one_origin() -> None:
    claims = [count(873, source="Observatory", document=f"outlet {number}") for number in range(10)]
    found = only_finding(*claims)
    assert (found.origins, found.mentions) == (1, 10)
    origins = {weighing.origin for weighing in found.weighings} - {None}
    assert len(origins) == 1 and origins <= {claim.id for claim in claims}
    assert found.sentence.endswith("; 1 independent origin, 10 mentions.")


def test_the_same_figure_for_a_later_day_is_a_new_word() -> None:
    first = count(873, source="Observatory", to_date="2031-04-01")
    later = count(873, source="Observatory", to_date="2031-04-20", anchor=9)
    assert rules(only_finding(first, later)) == {first.id: "superseded", later.id: "independent"}


def test_officials_of_one_side_with_one_figure_are_one_origin() -> None:
    ministry, president = count(90, **OWN), count(90, source="President", source_side="Norland", anchor=9)
    found = only_finding(ministry, president)
    assert rules(found)[president.id] == "same_side"
    assert found.origins == 1


def test_a_text_that_names_no_source_repeats_the_source_that_another_names() -> None:
    named = count((70, None), source="Doctors", document="first", reported_on="2031-04-01")
    headline = count((70, None), document="second", reported_on="2031-04-02")
    found = only_finding(named, headline)
    assert rules(found)[headline.id] == "unattributed_repeat"
    assert found.weighings[1].origin == named.id


def test_a_text_cannot_repeat_what_was_said_after_it() -> None:
    texts = (document("x", "first", "2031-04-01"), document("y", "second", "2031-04-09"))
    headline = count((70, None), document="first")
    named = count((70, None), source="Doctors", document="second")
    assert rules(only_finding(headline, named, documents=texts))[headline.id] == "own_voice"


def test_the_same_words_under_another_name_are_a_repeat() -> None:
    said = count((231, None), source="Observatory", quote=WIRE, document="a")
    copied = count((231, None), source="Daily", quote=WIRE.replace("the monitor", "a monitor"), document="b")
    found = only_finding(said, copied)
    assert sorted(rules(found).values()) == ["independent", "same_words"]


def test_other_words_with_the_same_figure_are_another_origin() -> None:
    other = (
        "Our own correspondents went from village to village and counted no fewer than 231 graves of fighters"
    )
    said = count((231, None), source="Observatory", quote=WIRE, document="a")
    own = count((231, None), source="Daily", quote=other, document="b")
    assert only_finding(said, own).origins == 2

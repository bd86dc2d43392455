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


# ---------------------------------------------------------------- chains


def test_a_text_that_cites_another_source_repeats_it() -> None:
    said = count(34, source="Doctors' Union", document="a")
    citing = count(
        34,
        source="Northern Agency",
        document="b",
        quote="The Northern Agency reported, citing the Doctors' Union, that 34 soldiers had been killed",
    )
    found = only_finding(said, citing)
    assert rules(found)[citing.id] == "cites" and found.origins == 1
    (weighing,) = [each for each in found.weighings if each.claim == citing.id]
    assert (weighing.origin, weighing.taken_from) == (said.id, said.id)
    assert "Doctors' Union" in weighing.reason


def test_citing_somebody_else_or_another_figure_repeats_nothing() -> None:
    said = count(34, source="Doctors' Union", document="a")
    other = count(34, source="Agency", document="b", quote="The Agency reported, citing a governor, 34 dead")
    fewer = count(
        31, source="Gazette", document="c", quote="31 dead, the Gazette wrote, citing the Doctors' Union"
    )
    assert only_finding(said, other, fewer).origins == 3


def test_a_copy_of_a_copy_points_at_the_copy_and_at_the_origin() -> None:
    said = count(34, source="Doctors' Union", document="a", quote="34 soldiers dead, doctors say")
    words = (
        "Northern Agency, citing the Doctors' Union, told its readers this morning that 34 had been killed"
    )
    citing = count(34, source="Northern Agency", document="b", quote=words)
    copied = count(34, source="Evening Post", document="c", quote=words.replace("its readers", "the readers"))
    found = only_finding(said, citing, copied)
    chain = {each.claim: (each.origin, each.taken_from) for each in found.weighings}
    assert chain[citing.id] == (said.id, said.id)
    assert chain[copied.id][0] == said.id
    assert (found.origins, found.mentions) == (1, 3)


PARAGRAPHS = [
    f"On day {day} the garrison at post {day * 7} counted {day * 3} shells and sent {day} carts to the river"
    for day in range(1, 30)
]


def test_claims_in_copies_of_one_document_are_one_origin() -> None:
    whole = " ".join(PARAGRAPHS)
    texts = (
        document(whole + " In all 231 fell.", "a", "2031-05-01"),
        document(whole.replace("carts", "wagons", 2) + " The dead numbered 231.", "b", "2031-05-02"),
        document("A text of its own, about the same days. 231 fell.", "c", "2031-05-03"),
    )
    quotes = {"a": "In all 231 fell", "b": "The dead numbered 231", "c": "231 fell"}
    claims = [
        count(231, source=source, document=text.digest, quote=quotes[text.digest])
        for source, text in zip(("Observatory", "Courier", "Red Cross"), texts, strict=True)
    ]
    found = only_finding(*claims, documents=texts)
    assert [rules(found)[claim.id] for claim in claims] == ["independent", "copied_text", "independent"]
    assert (found.origins, found.mentions) == (2, 3)

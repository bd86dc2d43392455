"""Losses that may be counted twice: lists with the same name or picture in two entries."""

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Conflict, Contradiction
from tests.reconciliation.factories import count, counts_in, document, reconciled

TANKS = """# Losses of Norland, counted from pictures by Trackers

A total of {total} tanks were destroyed:

- T-72B, near Ford on 3 May: https://example.org/a.jpg
- T-72B, near Hill on 5 May: https://example.org/{second}
- T-64: https://example.org/b.jpg
"""
NAMES = """The council published the names of {total} residents killed on 3 May 2031:

Name | {head} | Killed in
{first}
Rolf Dahl | 8 | Hill
{second}
"""
BULLETS = """The council published the names of 3 residents killed on 3 May 2031:

1. Zora Berg-Stein, 34, at the market
2. Rolf Dahl, 8
3. {third}
"""


def twice(text: str) -> list[Contradiction]:
    told = document(text)
    claims = extract(told, Conflict()).claims
    found = reconciled(*claims, conflict=Conflict(), documents=(told,)).contradictions
    return [one for one in found if one.kind == "counted_twice"]


def names(first: str, second: str, total: int = 3, head: str = "Age") -> str:
    return NAMES.format(first=first, second=second, total=total, head=head)


def test_one_picture_of_two_entries_in_a_total() -> None:
    (found,) = twice(TANKS.format(total=3, second="a.jpg"))
    assert "entries 1 and 2 show the same picture or page: “T-72B, near Ford on 3 May" in found.explanation
    assert "Counted once each, they are 2." in found.explanation
    assert len(found.claims) == 1


@pytest.mark.parametrize(
    "text",
    [
        names("Zora Berg | 34 | Ford", "Zora Berg | 34 | Hill"),
        names("Zora Berg | 34 | Ford", "BERG Zora | 35 | Hill"),  # another order, and a birthday
        names("Zora Bérg | | Ford", "Zora Berg | 34 | Hill"),
        BULLETS.format(third="Zora Berg-Stein, 34, at school"),
        BULLETS.format(third="Zora Berg-Stein"),
    ],
)
def test_one_name_of_two_entries_in_a_total(text: str) -> None:
    (found,) = twice(text)
    assert "entries 1 and 3 have the same name" in found.explanation
    assert "Two people can have one name." in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        TANKS.format(total=3, second="c.jpg"),
        # the total has each once, or is of something else
        TANKS.format(total=2, second="a.jpg"),
        names("Zora Berg | 34 | Ford", "Zora Berg | 34 | Hill", total=2),
        # people who are told apart
        names("Zora Berg | 34 | Ford", "Zora Berg | 61 | Hill"),
        names("Zora Berg | 1997-02-03 | Ford", "Zora Berg | 1998-02-03 | Hill", head="Date of birth"),
        BULLETS.format(third="Zora Berg-Stein, 61, at school"),
        # nobody's name
        names("Unknown woman | | Ford", "Unknown woman | | Hill"),
        names("Zora | 34 | Ford", "Zora | 34 | Hill"),
    ],
)
def test_lists_that_count_each_once(text: str) -> None:
    assert twice(text) == []


def test_a_page_that_reports_two_losses_is_no_picture_of_one() -> None:
    page = TANKS.replace("a.jpg", "report").format(total=3, second="report")
    assert twice(page) == []
    again = page.replace("near Hill on 5 May", "near Ford on 3 May")
    assert len(twice(again)) == 1  # the same line twice


def test_claims_of_entries_in_a_list_without_a_total() -> None:
    told = document(
        "- Zora Berg, killed in Ford 1 May\n- Rolf Dahl, killed in Hill\n- Zora Berg, killed in Moor 1 May"
    )
    values = {"scope": "incident", "object": "person.civilian", "party": None}
    claims = counts_in(told, ("1", dict(values)), ("1", dict(values)))
    (found,) = reconciled(*claims, documents=(told,)).contradictions
    assert found.kind == "counted_twice" and set(found.claims) == {claim.id for claim in claims}


def test_what_is_blacked_out_is_no_name() -> None:
    text = "3 residents were killed:\n\n" + "\n".join(["- " + "█" * 20] * 3)
    told = document(text)
    total = count(3, document="report", anchor=0, quote="3 residents were killed", object="person.civilian")
    assert reconciled(total, documents=(told,)).contradictions == ()

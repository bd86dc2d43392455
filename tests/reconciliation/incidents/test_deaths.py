"""Low, best and high: the most reliable figure, of equals the lower, with each side's claims in place."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Claim, Deaths
from tests.reconciliation.factories import count, counts_in, document, reconciled

OWN = {"source": "Norland's ministry", "source_side": "Norland"}
ENEMY = {"source": "Sudmark's command", "source_side": "Sudmark"}
MONITOR = {"source": "Observatory"}


def killed(number: Any, **values: Any) -> Claim:
    """A count of the dead of one day in one town, each in a text of its own."""
    return count(number, **{
        "party": None, "object": "person", "scope": "incident", "place": "Halvik", "from_date": "2031-03-10",
        "to_date": "2031-03-10", "document": f"text {number} {sorted(values.items())}", **values,
    })  # fmt: skip


def deaths(*claims: Claim) -> tuple[Deaths, ...]:
    (incident,) = reconciled(*claims).incidents
    return incident.deaths


def figures(*claims: Claim) -> tuple[int, int, int]:
    whole = deaths(*claims)[0]
    return whole.low, whole.best, whole.high


def test_an_independent_count_sets_best_and_an_opponents_claim_only_high() -> None:
    soldiers = {"object": "person.military", "party": "Norland"}
    assert figures(killed(12, **soldiers, **OWN), killed(90, **soldiers, **ENEMY)) == (12, 12, 90)
    assert figures(
        killed(12, **soldiers, **OWN), killed(20, **soldiers, **MONITOR), killed(90, **soldiers, **ENEMY)
    ) == (12, 12, 90), "own losses weigh as much as an independent count: of equals the lower"


def test_what_only_an_opponent_says_has_no_least_number() -> None:
    (whole, soldiers) = deaths(killed(90, object="person.military", party="Norland", **ENEMY))
    assert (whole.low, whole.best, whole.high) == (0, 90, 90)
    assert soldiers.party == "Norland" and "only a party to the fighting" in soldiers.reason


def test_of_equally_reliable_figures_the_later_then_the_lower_is_best() -> None:
    first = killed(30, source="Red Cross", reported_on="2031-03-11")
    later = killed(26, source="Observatory", reported_on="2031-03-14")
    assert figures(first, later) == (26, 26, 30)
    together = killed(24, source="Doctors", reported_on="2031-03-14")
    assert figures(first, later, together) == (24, 24, 30)


def test_a_sources_later_word_replaces_its_earlier_one() -> None:
    early = killed(9, **MONITOR, reported_on="2031-03-10", anchor=1)
    assert figures(early, killed(17, **MONITOR, reported_on="2031-03-12")) == (17, 17, 17)


def test_sides_and_civilians_are_added_up_where_no_total_is_given() -> None:
    found = deaths(
        killed(4, object="person.military", party="Norland", **OWN),
        killed(7, object="person.military", party="Sudmark", **ENEMY),
        killed((14, None), object="person.civilian", **MONITOR),
    )
    assert (found[0].low, found[0].best, found[0].high) == (25, 25, 25)
    assert found[0].claim is None and found[0].rule == "sum"
    assert {(one.party, one.status): one.best for one in found[1:]} == {
        ("Norland", "fighters"): 4, ("Sudmark", "fighters"): 7, (None, "civilians"): 14,
    }  # fmt: skip


def test_parts_that_overlap_are_not_called_a_sum() -> None:
    whole, *_ = deaths(
        killed(13, object="person.civilian", party="Norland", **MONITOR),
        killed(12, party="Norland", source="Registry"),
    )
    assert whole.best == 13
    assert whole.reason.startswith("the most that these come to, nobody counted twice: ")


def test_a_total_stands_beside_its_parts_and_is_not_added_to_them() -> None:
    total = killed(20, **MONITOR)
    part = killed(14, object="person.civilian", **MONITOR)
    assert figures(total, part) == (20, 20, 20)


def test_children_are_a_part_of_the_civilians() -> None:
    civilians = killed(14, object="person.civilian", **MONITOR)
    children = killed(5, object="person.child", **MONITOR)
    assert figures(civilians, children) == (14, 14, 14)


def test_up_to_and_dozens() -> None:
    assert figures(killed((None, 30), **MONITOR), killed(8, source="Red Cross")) == (8, 8, 30)
    assert figures(killed((24, None), approx=True)) == (24, 24, 24)


SPEAKERS = st.sampled_from([OWN, ENEMY, MONITOR, {}, {"source": "Red Cross"}])
OBJECTS = st.sampled_from(["person", "person.military", "person.civilian", "person.child"])
PARTIES = st.sampled_from([None, "Norland", "Sudmark"])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 50), SPEAKERS, OBJECTS, PARTIES), min_size=1, max_size=7
    )
)
def test_best_lies_between_low_and_high_and_no_part_exceeds_the_whole(rows: list[Any]) -> None:
    claims = [
        killed((low, low + more), object=counted, party=party, document=str(place), **who)
        for place, (low, more, who, counted, party) in enumerate(rows)
    ]
    for incident in reconciled(*claims).incidents:
        for one in incident.deaths:
            assert 0 <= one.low <= one.best <= one.high
            assert one.best <= incident.deaths[0].best and one.high <= incident.deaths[0].high


def test_a_part_of_the_dead_is_no_other_figure_than_their_toll() -> None:
    text = document("The market was hit. 17 people died, said the mayor. 4 of the dead were women.")
    day = {"scope": "incident", "place": "Halvik", "from_date": "2031-03-10", "to_date": "2031-03-10"}
    counts = counts_in(
        text,
        ("17", {"object": "person", "source": "Mayor", **day}),
        ("4", {"object": "person", "source": "Mayor", **day}),
    )
    (incident,) = reconciled(*counts, documents=(text,)).incidents
    assert [dispute.about for dispute in incident.disputes] == []

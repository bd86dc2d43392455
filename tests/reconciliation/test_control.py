"""Who held which place from when: what is put together, what ends what, and what stands against what."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Claim, Entity, Holding, Location, Registers
from counterclaim.reconciliation import reconcile
from tests.reconciliation.factories import WAR, event

FORD, HILL = Entity("f", "place", "Ford", ("Ford", "Furt")), Entity("h", "place", "Hill", ("Hill",))
LAND = Entity("l", "place", "Norland", ("Norland",), location=Location(6, "name", "", kind="country"))
ARMY = Entity("a", "source", "Norlandic army", ("Norlandic army",), party="Norland")
REGISTERS = Registers(
    (FORD, HILL, LAND, ARMY),
    {("place", name): place.id for place in (FORD, HILL, LAND) for name in place.names}
    | {("source", "Norlandic army"): "a"},
)
SUD: dict[str, Any] = {"source": "Sudmark", "source_side": "Sudmark"}
NOR: dict[str, Any] = {"source": "Norland", "source_side": "Norland"}


def capture(day: int | None, actor: str | None = "Norland", place: str = "Ford", **values: Any) -> Claim:
    date = None if day is None else f"2031-03-{day:02}"
    made = {"actor": actor, "place": place, "from_date": date, "to_date": date, **values}
    return event(made.pop("event_type", "capture"), **made)


def held(*claims: Claim) -> list[Holding]:
    numbered = [replace(claim, anchor=number) for number, claim in enumerate(claims)]
    return list(reconcile(numbered, WAR, REGISTERS).holdings)


def told(holding: Holding) -> tuple[str, tuple[str, ...], str | None]:
    return holding.sense, holding.holders, holding.from_date


def test_a_capture_says_who_holds_the_place_from_then_on() -> None:
    (holding,) = held(capture(10, "Norlandic army", "Furt", **NOR))
    assert holding.place == "f"
    assert told(holding) == ("took", ("Norland",), "2031-03-10")
    assert holding.sentence == "Norland took Ford on 10 March 2031, according to Norland."
    assert (holding.ended_by, holding.disputed_by) == (None, ())


def test_reports_of_one_capture_are_put_together_with_all_their_days() -> None:
    (holding,) = held(capture(10, **NOR), capture(11, **SUD), capture(9, source="Observers"))
    assert (holding.from_date, holding.to_date, len(holding.claims)) == ("2031-03-09", "2031-03-11", 3)
    assert "between 9 March 2031 and 11 March 2031" in holding.sentence


def test_a_place_that_changes_hands_twice_is_told_so() -> None:
    first, second, third = held(capture(10), capture(12, "Sudmark"), capture(14))
    assert [told(one)[1] for one in (first, second, third)] == [("Norland",), ("Sudmark",), ("Norland",)]
    assert (first.ended_by, second.ended_by, third.ended_by) == (second.id, third.id, None)


def test_a_withdrawal_ends_what_its_actor_held() -> None:
    took, left = held(capture(10), capture(20, event_type="withdrawal", **SUD))
    assert told(left) == ("left", ("Norland",), "2031-03-20")
    assert took.ended_by == left.id


def test_who_never_could_hold_a_place_does_not_leave_it() -> None:
    assert held(capture(20, "Relief Without Frontiers", event_type="withdrawal")) == []


def test_a_denial_stands_against_the_claim_and_neither_goes() -> None:
    took, denied = sorted(
        held(capture(10, **NOR), capture(10, stance="denies", **SUD)), key=lambda x: x.sense
    )[::-1]
    assert (took.sense, denied.sense) == ("took", "did_not_take")
    assert took.disputed_by == (denied.id,) and denied.disputed_by == (took.id,)


def test_two_holders_from_one_day_on_stand_side_by_side() -> None:
    one, other = held(capture(10, **NOR), capture(10, "Sudmark", **SUD))
    assert one.disputed_by == (other.id,) and other.disputed_by == (one.id,)
    assert (one.ended_by, other.ended_by) == (None, None)


def test_allies_who_took_it_together_do_not_dispute_it() -> None:
    one, other = held(capture(10), capture(10, "Norland Militia"))
    assert one.disputed_by == other.disputed_by == ()


def test_who_took_it_may_be_left_open() -> None:
    (holding,) = held(capture(None, None, source="Observers"))
    assert told(holding) == ("took", (), None)
    assert holding.sentence.startswith("Ford was taken, by whom the words do not say,")


def test_a_list_of_places_is_a_record_for_each_and_a_country_for_none() -> None:
    assert [one.place for one in held(capture(10, place="Ford and Hill"))] == ["f", "h"]
    assert held(capture(10, "Sudmark", "Norland")) == []
    assert held(capture(10, place="Nowhere")) == []


@given(
    st.lists(
        st.builds(
            capture,
            st.none() | st.integers(1, 28),
            st.sampled_from([None, "Norland", "Sudmark"]),
            event_type=st.sampled_from(["capture", "withdrawal"]),
            stance=st.sampled_from(["asserts", "denies"]),
        ),
        max_size=8,
    )
)
def test_no_claim_is_lost_and_disputes_are_mutual(claims: list[Claim]) -> None:
    record = held(*claims)
    by_id = {one.id: one for one in record}
    assert len(by_id) == len(record)
    told_of = [claim for one in record for claim in one.claims]
    kept = [c for c in claims if c.event_type == "capture" or c.actor is not None]
    assert len(told_of) == len(set(told_of)) == len(kept)
    for one in record:
        assert all(one.id in by_id[other].disputed_by for other in one.disputed_by)
        assert one.ended_by is None or one.ended_by in by_id


def test_the_record_does_not_depend_on_the_order_of_claims() -> None:
    claims = [
        replace(claim, anchor=number)
        for number, claim in enumerate(
            [
                capture(10, **NOR),
                capture(12, "Sudmark", **SUD),
                capture(14),
                capture(11, stance="denies", **SUD),
            ]
        )
    ]
    assert reconcile(claims, WAR, REGISTERS).holdings == reconcile(claims[::-1], WAR, REGISTERS).holdings

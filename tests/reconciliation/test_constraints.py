"""What findings leave of each other, and figures that cannot hold beside their parts and wholes."""

from typing import Any

from counterclaim.model import Claim, Contradiction, Entity, Location, Registers
from counterclaim.reconciliation import reconcile
from tests.reconciliation.factories import WAR, count, reconciled

OWN: dict[str, Any] = {"source": "Defence Ministry", "source_side": "Norland"}
UN: dict[str, Any] = {"source": "UN mission", "document": "un", "anchor": 50}


def disputes(*claims: Claim) -> list[Contradiction]:
    kinds = ("part_over_whole", "cannot_all_hold")
    return [each for each in reconciled(*claims).contradictions if each.kind in kinds]


def test_killed_raise_casualties_and_casualties_limit_killed() -> None:
    killed, wounded = count(300, **OWN), count(900, "wounded", **OWN, anchor=9)
    casualties = count((None, 1500), "casualties", **UN)
    found = {each.series.measure: each for each in reconciled(killed, wounded, casualties).findings}
    both = found["casualties"].implied
    assert both and (both.low, both.high) == (1200, 1500)
    dead = found["killed"].implied
    assert dead and (dead.low, dead.high) == (300, 600) and "a part of" in dead.reason
    assert set(dead.claims) == {casualties.id}
    assert (found["killed"].low, found["killed"].high) == (300, None), "the finding's own range stays"


def test_a_part_larger_than_its_whole_names_both_and_what_would_have_to_give() -> None:
    soldiers = count(500, **OWN)
    people = count(400, object="person", **UN)
    (found,) = disputes(soldiers, people)
    assert found.kind == "part_over_whole" and found.claims == (soldiers.id, people.id)
    assert "the 500 would be no more than 400; or the 400 would be no less than 500" in found.explanation


def test_days_that_add_up_to_more_than_the_running_toll() -> None:
    days = [
        count(60, **OWN, scope="incident", from_date=day, to_date=day, anchor=place)
        for place, day in enumerate(("2031-03-05", "2031-03-07", "2031-03-09"))
    ]
    toll = count((None, 150), **UN)
    (found,) = disputes(*days, toll)
    assert found.kind == "cannot_all_hold" and set(found.claims) == {toll.id, *(day.id for day in days)}
    assert "cannot all be true" in found.explanation and "no more than 30" in found.explanation


def test_a_late_part_is_not_held_against_an_early_whole() -> None:
    late = count(500, **OWN)
    early = count(400, object="person", **UN, to_date="2031-03-20")
    assert disputes(late, early) == []


def test_a_text_is_not_held_against_itself() -> None:
    assert disputes(count(500), count(400, object="person", anchor=40)) == []


def test_a_place_is_no_larger_than_the_region_that_it_lies_in() -> None:
    def place(name: str, region: str | None) -> Entity:
        where = Location(1, "town", "", kind="town", country="Norland", region=region)
        return Entity(f"place-{name}", "place", name, (name,), location=where)

    registers = Registers(
        entities=(place("Ford", "Uplands"), place("Uplands", None)),
        by_name={("place", name): f"place-{name}" for name in ("Ford", "Uplands")},
    )
    town, region = count(90, **OWN, place="Ford"), count(70, **UN, place="Uplands")
    found = reconcile([town, region], WAR, registers).contradictions
    assert [each.kind for each in found] == ["part_over_whole"]
    assert reconcile([town, region], WAR, Registers()).contradictions == ()

"""Ceasefires put together from claims: their beginning, what each side says, and what becomes of them."""

from typing import Any

from counterclaim.model import Ceasefire, Claim
from tests.reconciliation.factories import event, reconciled

BOTH = "Norland and Sudmark"
DAY = {"from_date": "2031-03-10", "to_date": "2031-03-10"}


def truce(quote: str, day: str = "2031-03-10", **values: Any) -> Claim:
    """A claim of a ceasefire that began on a day."""
    fields = {"actor": BOTH, "from_date": day, "to_date": day, "document": quote, **values}
    return event("ceasefire", quote=quote, **fields)


def violation(quote: str, day: str, **values: Any) -> Claim:
    """A claim that somebody broke one."""
    fields = {"from_date": day, "to_date": day, "document": quote, **values}
    return event("ceasefire_violation", quote=quote, **fields)


def ceasefires(*claims: Claim) -> tuple[Ceasefire, ...]:
    """What reconciling some claims gives."""
    return reconciled(*claims).ceasefires


def stages(one: Ceasefire) -> list[tuple[str | None, bool]]:
    """What is told of it, each with whether it is denied."""
    return [(word.stage, word.denied) for word in one.words]


def test_agreed_at_night_and_in_effect_the_next_noon_is_one() -> None:
    (one,) = ceasefires(
        truce("They agreed on a truce", "2031-03-09"), truce("The truce took effect at noon", "2031-03-10")
    )
    assert (one.agreed, one.effective, one.hour) == ("2031-03-09", "2031-03-10", "at noon")
    assert one.parties == ("Norland", "Sudmark")
    assert one.outcome is None


def test_a_week_later_is_another() -> None:
    first, second = ceasefires(truce("The truce began"), truce("A second truce began", "2031-03-18"))
    assert (first.effective, second.effective) == ("2031-03-10", "2031-03-18")


def test_truces_of_other_parties_are_others() -> None:
    one, other = ceasefires(
        truce("The truce began"), truce("Eastmark and Westmark began a truce", actor="Eastmark and Westmark")
    )
    assert not set(one.parties) & set(other.parties)


def test_each_side_blames_the_other_for_the_one_that_began_last() -> None:
    first, second = ceasefires(
        truce("The truce began"),
        truce("A second truce began", "2031-03-18"),
        violation("Sudmark broke the truce", "2031-03-19", source="Norland", actor="Sudmark"),
        violation("Norland violated the truce", "2031-03-20", source="Sudmark", actor="Norland"),
    )
    assert stages(first) == [("in_effect", False)]
    assert stages(second) == [("in_effect", False), ("violated", False), ("violated", False)]
    assert second.outcome == "violated"


def test_a_denied_violation_is_no_outcome() -> None:
    (one,) = ceasefires(
        truce("The truce began"),
        violation("It denied that it broke the truce", "2031-03-11", source="Sudmark", stance="denies"),
    )
    assert ("violated", True) in stages(one)
    assert one.outcome is None


def test_the_furthest_stage_that_is_asserted_is_the_outcome() -> None:
    (one,) = ceasefires(
        truce("The truce was holding", document="a"),
        violation("Norland breached the truce", "2031-03-11", actor="Norland"),
        violation("The ceasefire collapsed", "2031-03-12"),
    )
    assert one.outcome == "collapsed"
    assert [word.date for word in one.words if word.stage == "collapsed"] == ["2031-03-12"]


def test_what_became_of_one_is_no_beginning_of_another() -> None:
    one, other = ceasefires(
        truce("The truce began"),
        truce("A truce began", "2031-03-18"),
        truce("The truce failed", "2031-03-22"),
        truce("That of 10 March had failed", "2031-03-10"),
    )
    assert (one.outcome, other.outcome) == ("collapsed", "collapsed")


def test_a_truce_that_took_effect_has_no_day_on_which_it_was_agreed() -> None:
    (one,) = ceasefires(truce("A truce negotiated in Westhaven took effect"))
    assert (one.agreed, one.effective) == (None, "2031-03-10")
    (other,) = ceasefires(truce("They agreed on a truce, to begin at midnight"))
    assert (other.agreed, other.hour) == ("2031-03-10", "at midnight")


def test_the_hour_is_that_of_taking_effect_and_not_the_reports() -> None:
    (one,) = ceasefires(truce("10 March, 21:30 – The truce took effect at eight o'clock"))
    assert one.hour == "at eight o'clock"


def test_a_violation_before_any_truce_makes_none() -> None:
    assert ceasefires(violation("Norland violated the truce", "2031-03-01")) == ()


def test_who_brokered_it_is_no_party() -> None:
    (one,) = ceasefires(truce("Westmark brokered a three-day truce", actor="Westmark"))
    assert (one.parties, one.brokers, one.hours) == ((), ("Westmark",), 72)


def test_a_month_speaks_of_none_of_several() -> None:
    vague = truce("The truces collapsed", from_date="2031-03", to_date="2031-03")
    first, second = ceasefires(truce("The truce began"), truce("A truce began", "2031-03-18"), vague)
    assert (first.outcome, second.outcome) == (None, None)


def test_a_range_of_days_speaks_of_all_in_it() -> None:
    wide = truce("All truces collapsed", from_date="2031-03-10", to_date="2031-03-30")
    first, second = ceasefires(truce("The truce began"), truce("A truce began", "2031-03-18"), wide)
    assert (first.outcome, second.outcome) == ("collapsed", "collapsed")

"""What words tell of a ceasefire: its stages, its hour, its length, and who brokered it."""

import pytest

from counterclaim.extraction.events.ceasefires import ceasefire_words


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("The two sides agreed on a truce", ["agreed"]),
        ("A ceasefire signed on Monday took effect at noon", ["agreed", "in_effect"]),
        ("The truce is largely holding", ["held"]),
        ("The ceasefire did not hold", ["collapsed"]),
        ("The ceasefire has not held", ["collapsed"]),
        ("The truce was extended for a week", ["extended"]),
        ("The pause expired on Friday", ["expired"]),
        ("The army violated the ceasefire", ["violated"]),
        ("The truce of 4 May", []),
    ],
)
def test_stages(text: str, stages: list[str]) -> None:
    assert [stage for stage, _ in ceasefire_words(text).stages] == stages


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("It took effect at 8 a.m. local time on Monday", "at 8 a.m. local time"),
        ("The truce enters into force at midnight", "at midnight"),
        ("It came into force from 00:00 Moscow time", "from 00:00 Moscow time"),
        ("At 04:00 Hill said that both had agreed on a truce", None),
        ("It took effect on 8 May", None),
    ],
)
def test_the_hour_is_that_of_taking_effect(text: str, hour: str | None) -> None:
    assert ceasefire_words(text).hour == hour


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("a 48-hour truce", 48),
        ("a three-day ceasefire", 72),
        ("The guns are to be silent for 72 hours", 72),
        ("The truce broke down three days later", None),
    ],
)
def test_its_length_in_hours(text: str, hours: int | None) -> None:
    assert ceasefire_words(text).hours == hours


@pytest.mark.parametrize(
    ("text", "brokers"),
    [
        ("a truce brokered by Norway and the African Union", ("Norway and the African Union",)),
        ("The Qatar-mediated ceasefire began", ("Qatar",)),
        ("a truce agreed by both armies", ()),
    ],
)
def test_brokers(text: str, brokers: tuple[str, ...]) -> None:
    assert ceasefire_words(text).brokers == brokers

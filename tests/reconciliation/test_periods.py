"""Tolls and incidents by their dates, whatever the order in which counts come."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Claim, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import Account, accounts_of
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.periods import incidents, running_tolls
from counterclaim.reconciliation.tables import load_tables
from tests.reconciliation.factories import WAR, count

DAYS = st.dates(date(2030, 6, 1), date(2032, 6, 1)).map(PartialDate.of)
DATES = st.one_of(
    DAYS, DAYS.map(lambda day: PartialDate(day[:7])), DAYS.map(lambda day: PartialDate(day[:4])), st.none()
)


def accounts(claims: list[Claim]) -> list[Account]:
    return accounts_of(claims, WAR, Names(WAR, Registers(), load_tables().cues, []), {})


@st.composite
def dated_counts(draw: st.DrawFn, scope: str) -> list[Claim]:
    made: list[Claim] = []
    for anchor in range(draw(st.integers(1, 12))):
        start, end = draw(DATES), draw(DATES)
        document = draw(st.sampled_from(["a", "b", "c"]))
        made.append(
            count(
                10, scope=scope, anchor=anchor, from_date=start, to_date=end, document=document, source="UN"
            )
        )
    return made


@given(dated_counts("cumulative"))
def test_every_running_count_is_in_exactly_one_toll(claims: list[Claim]) -> None:
    members = [account.id for toll in running_tolls(accounts(claims), WAR) for account in toll.members]
    assert sorted(members) == sorted(claim.id for claim in claims)


@given(dated_counts("incident"))
def test_every_incident_count_is_in_exactly_one_incident(claims: list[Claim]) -> None:
    members = [account.id for toll in incidents(accounts(claims)) for account in toll.members]
    assert sorted(members) == sorted(claim.id for claim in claims)


@given(dated_counts("incident"))
def test_the_dated_counts_of_an_incident_share_a_day(claims: list[Claim]) -> None:
    for toll in incidents(accounts(claims)):
        covered = [account.covers for account in toll.members if account.covers]
        assert not covered or max(days.first for days in covered) <= min(days.last for days in covered)


def test_a_toll_that_ends_years_later_is_another() -> None:
    first = count(10, source="UN", from_date="1999-01-01", to_date="1999-03-01")
    late = count(90, source="UN", from_date=None, to_date="2004-03-01", anchor=9)
    tolls = running_tolls(accounts([first, late]), WAR)
    assert len(tolls) == 2


def test_starts_a_week_apart_are_one_start() -> None:
    day = date(1999, 1, 1)
    near = [
        count(5, source="UN", from_date=str(day + timedelta(days=shift)), to_date="1999-06-01", anchor=shift)
        for shift in (0, 7)
    ]
    assert len(running_tolls(accounts(near), WAR)) == 1
    far = [*near, count(5, source="UN", from_date="1999-01-09", to_date="1999-06-01", anchor=99)]
    assert len(running_tolls(accounts(far), WAR)) == 2

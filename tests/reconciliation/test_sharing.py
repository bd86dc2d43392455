"""Work divided among processes: the same result, whoever did it, and errors that say where."""

import os
from dataclasses import dataclass, replace
from typing import Any

import pytest

from counterclaim.errors import CounterclaimError
from counterclaim.model import Registers
from counterclaim.reconciliation import jobs, reconcile
from counterclaim.reconciliation.sending import packed, unpacked
from counterclaim.reconciliation.sharing import FEW_CLAIMS, done, suitable_workers
from tests.reconciliation.factories import WAR, count, event


@dataclass(slots=True)
class Counting:
    """Tells its number, and makes it with the sum of all."""

    number: int
    dies: bool = False

    def begin(self) -> int:
        if self.dies and os.getpid() != PARENT:
            os._exit(1)
        return self.number

    def finish(self, total: int) -> tuple[int, int]:
        return self.number, total


PARENT = os.getpid()


@dataclass(slots=True)
class Failing:
    """Fails as work does."""

    def begin(self) -> Any:
        raise CounterclaimError("How many boots were lost cannot be reconciled.", "Look at it.")

    def finish(self, _: Any) -> Any:
        raise AssertionError


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_what_jobs_make_is_in_their_order_whoever_does_them(workers: int) -> None:
    made = done([Counting(number) for number in range(20)], sum, (), workers)
    assert made == [(number, 190) for number in range(20)]


def test_work_of_a_process_that_died_is_done_again() -> None:
    made = done([Counting(number, dies=True) for number in range(5)], sum, (), 3)
    assert made == [(number, 10) for number in range(5)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_comes_with_what_to_do(workers: int) -> None:
    with pytest.raises(CounterclaimError, match="Look at it") as raised:
        done([Failing() for _ in range(5)], sum, (), workers)
    assert raised.value.what == "How many boots were lost cannot be reconciled."


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_names_the_series(workers: int) -> None:
    broken = replace(count(3), low=object())  # type: ignore[arg-type]
    said = "military personnel of Norland were killed.*cannot be reconciled: TypeError"
    with pytest.raises(CounterclaimError, match=said):
        reconcile([broken, count(4, document="other")], WAR, Registers(), workers=workers)


def test_two_processes_find_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "CHUNK", 3)
    claims = [
        made
        for place, source in enumerate(("Norland army", "Sudmark army", "Observatory", None) * 6)
        for made in (
            count(
                40 + place, source=source, document=f"d{place}", place=f"P{place % 4}", reported_on="2031-04"
            ),
            count(
                place, document=f"d{place}", anchor=9, place=f"P{place % 4}", scope="incident",
                from_date="2031-04-01", to_date="2031-04-01",
            ),
            event("shelling", document=f"d{place}", anchor=30, place=f"P{place % 4}", source=source),
        )
    ]  # fmt: skip
    claims.append(replace(claims[2], anchor=70, stance="denies", source="Sudmark"))
    alone = reconcile(claims, WAR, Registers(), workers=1)
    assert alone.findings and alone.incidents and alone.contradictions
    assert repr(reconcile(claims, WAR, Registers(), workers=2)) == repr(alone)


def test_accounts_are_sent_by_their_places() -> None:
    from counterclaim.reconciliation.preparing import prepare

    accounts = prepare([count(3), count(4, document="other")], WAR, Registers()).accounts
    assert unpacked(packed(accounts[::-1], accounts), accounts) == accounts[::-1]
    assert len(packed(accounts, accounts)) < 100


def test_few_claims_need_no_helper() -> None:
    assert suitable_workers(FEW_CLAIMS) == 1
    assert suitable_workers(FEW_CLAIMS + 1) >= 1

"""One outcome an item, in order, whatever happens to the items or to the processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.engines import run, suitable_workers
from counterclaim.errors import CounterclaimError, UnreadableError
from tests.processes import environment


def halve(number: int) -> int:
    if number % 2:
        raise UnreadableError(f"{number} is odd", "Try the next one.")
    return number // 2


def slow_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0.0)
    return number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def divide(number: int) -> float:
    return 1 / number


def unsendable(number: int) -> object:
    return (lambda: number) if number == 1 else number


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failing_item_is_its_own_outcome(workers: int) -> None:
    outcomes = list(run(halve, range(4), workers=workers))
    assert [outcome.item for outcome in outcomes] == [0, 1, 2, 3]
    assert [outcome.result for outcome in outcomes] == [0, None, 1, None]
    assert [outcome.error for outcome in outcomes] == [None, "1 is odd", None, "3 is odd"]


def test_an_unforeseen_error_says_its_kind() -> None:
    (outcome,) = run(divide, [0])
    assert outcome.error == "ZeroDivisionError: division by zero"


def test_outcomes_keep_the_order_of_the_items() -> None:
    assert [outcome.result for outcome in run(slow_first, range(20), workers=2)] == list(range(20))


def test_a_dying_process_costs_only_its_item() -> None:
    outcomes = list(run(die_at_three, range(12), workers=2))
    assert [outcome.item for outcome in outcomes] == list(range(12))
    assert [outcome.result for outcome in outcomes] == [0, 1, 2, None, *range(4, 12)]
    assert outcomes[3].error is not None and "died" in outcomes[3].error


def test_processes_that_all_die_end_the_run() -> None:
    with pytest.raises(CounterclaimError, match="die before they have done any"):
        list(run(die, range(100), workers=2))


def test_a_result_that_cannot_be_sent_costs_only_its_item() -> None:
    outcomes = list(run(unsendable, range(3), workers=2))
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(0, 2000, 2):
            taken += 1
            yield number

    outcomes = run(halve, items(), workers=2)
    next(outcomes)
    assert taken < 50
    outcomes.close()  # type: ignore[attr-defined]


def test_an_error_of_the_items_themselves_is_raised() -> None:
    def items() -> Iterator[int]:
        yield 0
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(run(halve, items(), workers=2))


@pytest.mark.parametrize(("items", "workers"), [(0, 1), (24, 1), (10_000, len(os.sched_getaffinity(0)))])
def test_many_items_get_the_cores(items: int, workers: int) -> None:
    assert suitable_workers(items) == workers


PARENT = """
import sys, time
from counterclaim.engines import run
from tests.engines.test_local import report_and_sleep

if __name__ == "__main__":
    list(run(report_and_sleep, range(4), workers=2))
"""


def report_and_sleep(number: int) -> int:
    print(os.getpid(), flush=True)  # noqa: T201
    time.sleep(60)
    return number


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
        deadline = time.monotonic() + 10
        while _is_running(worker) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not _is_running(worker)

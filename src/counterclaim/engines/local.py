"""A function over many items, in this process or over several, with its results in the items' order.

Invariants: every item gives exactly one outcome, in order; what goes wrong with one item is that item's
outcome and stops nothing; no more than a few items a worker are held in memory.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection
from typing import Generic, TypeVar

from counterclaim.errors import CounterclaimError

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW_ITEMS = 24  # starting a worker takes about as long as extracting from this many short reports
_MOST_DEATHS = 5
_AHEAD = 4  # items that wait for each worker, so that none stands idle while results are kept


_Tried = tuple[Result | None, str | None]
_UnderWay = tuple[Item, Future[_Tried[Result]]]


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item.

    Attributes:
        item: the item.
        result: what the function gave; None if it failed.
        error: why it failed, in words; None if it did not.
    """

    item: Item
    result: Result | None = None
    error: str | None = None


def suitable_workers(items: int) -> int:
    """How many processes to use for so many items: one for few, else as many as this process has cores."""
    return 1 if items <= _FEW_ITEMS else max(1, min(_cores(), items))


def run(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1
) -> Iterator[Outcome[Item, Result]]:
    """Call `function` on each item.

    Args:
        function: with more than one worker, one that can be pickled: named, at the top of a module.
        items: taken as they are needed.
        workers: how many processes; with 1, everything happens in this one.

    Returns:
        The outcomes, in the order of the items, each as soon as it and those before it are there.

    Raises:
        CounterclaimError: several processes died one after the other before any did something.
    """
    if workers <= 1:
        return (Outcome(item, *_tried(function, item)) for item in items)
    return _Pool(function, workers).outcomes(items)


def _tried(function: Callable[[Item], Result], item: Item) -> _Tried[Result]:
    """The function's result, or its error in words."""
    try:
        return function(item), None
    except Exception as error:  # whatever it is, it is this item's, and is shown with it
        return None, _in_words(error)


def _in_words(error: Exception) -> str:
    """An error as one line, with its kind where it was not raised on purpose."""
    if isinstance(error, CounterclaimError):
        return error.what
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")


class _Pool(Generic[Item, Result]):
    """Worker processes, started anew when one of them dies."""

    def __init__(self, function: Callable[[Item], Result], workers: int) -> None:
        self._function = function
        self._workers = workers
        self._executor = _executor(workers)
        self._deaths: int | None = 0  # before any process gave an answer; None once one has

    def outcomes(self, items: Iterable[Item]) -> Iterator[Outcome[Item, Result]]:
        """The outcomes, in the order of the items."""
        waiting = iter(items)
        under_way: deque[_UnderWay[Item, Result]] = deque()
        finished = False
        try:
            while True:
                for item in islice(waiting, self._workers * _AHEAD - len(under_way)):
                    under_way.append((item, self._submit(self._executor, item)))
                if not under_way:
                    break
                yield from self._next(under_way)
            finished = True
        finally:
            _stop(self._executor, at_once=not finished)

    def _next(self, under_way: deque[_UnderWay[Item, Result]]) -> Iterator[Outcome[Item, Result]]:
        """The outcome of the first item under way; of all of them if a worker has died.

        Which item killed it cannot be seen, so each then gets a process of its own.
        """
        item, future = under_way.popleft()
        if not _died(future):
            self._deaths = None
            yield _outcome(item, future)
            return
        suspects = [(item, future), *under_way]
        under_way.clear()
        _stop(self._executor, at_once=True)
        self._executor = _executor(self._workers)
        for suspect, first_try in suspects:
            yield self._alone(suspect) if _died(first_try) else _outcome(suspect, first_try)

    def _alone(self, item: Item) -> Outcome[Item, Result]:
        executor = _executor(1)
        try:
            future = self._submit(executor, item)
            self._count_death(_died(future))
            return _outcome(item, future)
        finally:
            _stop(executor, at_once=True)

    def _count_death(self, died: bool) -> None:
        """Give up when one process after the other dies before any has done something."""
        if not died or self._deaths is None:
            self._deaths = None
            return
        self._deaths += 1
        if self._deaths >= _MOST_DEATHS:
            raise CounterclaimError(
                "The processes that were to share the work die before they have done any.",
                "Run it again with `--workers 1`. A program of your own that asks for several workers has to "
                'stand under `if __name__ == "__main__":`.',
            )

    def _submit(self, executor: ProcessPoolExecutor, item: Item) -> Future[_Tried[Result]]:
        try:
            return executor.submit(_tried, self._function, item)
        except (BrokenProcessPool, OSError) as error:  # OSError: one died while the next was being started
            future: Future[_Tried[Result]] = Future()
            future.set_exception(BrokenProcessPool(str(error)))
            return future


def _died(future: Future[_Tried[Result]]) -> bool:
    """Whether no answer came back because a process died; waits for it if need be."""
    return isinstance(future.exception(), BrokenProcessPool)


def _outcome(item: Item, future: Future[_Tried[Result]]) -> Outcome[Item, Result]:
    match future.exception():
        case None:
            return Outcome(item, *future.result())
        case BrokenProcessPool():
            return Outcome(item, error="the process that worked on it died, perhaps for want of memory")
        case failure:  # the item or its result could not be sent between the processes
            return Outcome(item, error=f"{type(failure).__name__}: {failure}")


# ---------------------------------------------------------------- processes


def _cores() -> int:
    """The cores that this process may use, which can be fewer than the machine has."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _executor(workers: int) -> ProcessPoolExecutor:
    """Fresh processes: a forked one would inherit this one's threads, locks and database connection."""
    return ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_start_worker
    )


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker has a parent"
    connection.wait([parent.sentinel])
    os._exit(1)


def _stop(executor: ProcessPoolExecutor, *, at_once: bool) -> None:
    """Let the workers go; `at_once` ends even what they are doing."""
    workers = list((executor._processes or {}).values())
    executor.shutdown(wait=not at_once, cancel_futures=True)
    if at_once:
        for worker in workers:
            worker.terminate()

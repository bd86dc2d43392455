"""Work divided among processes that begin with all that this one knows, in two rounds.

Helpers are forked, so that nothing has to be sent to them; what they make is sent back, with claims by their
places. Where no process can be forked, or one dies, this one does the work itself.

Invariant: what is made depends on the jobs alone, not on which process did which.
"""

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from counterclaim.errors import CounterclaimError
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.sending import packed, unpacked

FEW_CLAIMS = 20_000
"""So many are reconciled in the time that it takes to start a helper and to hear from it."""


class Job(Protocol):
    """A piece of work. The process that begins it finishes it, so that what is between need not be sent."""

    def begin(self) -> Any:
        """Do all that needs no other job; give what the others have to know."""

    def finish(self, shared: Any, /) -> Any:
        """Do the rest, with what all jobs have told."""


Share = Callable[[Sequence[Any]], Any]
"""Makes what every job is finished with from what each has told, in their order; the same in each process."""


def suitable_workers(claims: int) -> int:
    """How many processes to reconcile so many claims with: one for few, else one for each core."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return 1 if claims <= FEW_CLAIMS else cores


def done(jobs: Sequence[Job], share: Share, accounts: Sequence[Account], workers: int) -> list[Any]:
    """What each job makes, in their order.

    Args:
        jobs: those that take longest first.
        share: see `Share`.
        accounts: those that are in what the jobs make; they are not sent, and the very same come back.
        workers: how many processes work, this one among them.

    Raises:
        CounterclaimError: a job raised it, in whichever process.
    """
    workers = min(workers, len(jobs))
    if workers <= 1 or not _can_fork():
        shared = share([job.begin() for job in jobs])
        return [job.finish(shared) for job in jobs]
    with ExitStack() as stack:
        places = _Places(len(jobs))
        helpers: list[Connection] = []
        for _ in range(workers - 1):
            with suppress(OSError):  # no memory or no processes are left: others do its work
                helpers.append(stack.enter_context(_helper(jobs, share, accounts, places)))
        return _together(jobs, share, accounts, places, helpers)


def _together(
    jobs: Sequence[Job],
    share: Share,
    accounts: Sequence[Account],
    places: "_Places",
    helpers: Sequence[Connection],
) -> list[Any]:
    """What each job makes. What helpers have begun and do not answer for, this process does again."""
    told = {place: jobs[place].begin() for place in places.from_last()}
    own = list(told)
    for helper in helpers:
        told |= _answer(helper, accounts)
    lost = [place for place in range(len(jobs)) if place not in told]
    told |= {place: jobs[place].begin() for place in lost}
    everything = [told[place] for place in range(len(jobs))]
    for helper in helpers:
        _tell(helper, packed(everything, accounts))
    shared = share(everything)
    made = {place: jobs[place].finish(shared) for place in (*own, *lost)}
    for helper in helpers:
        made |= _answer(helper, accounts)
    return [made[place] if place in made else _alone(jobs[place], shared) for place in range(len(jobs))]


def _alone(job: Job, shared: Any) -> Any:
    job.begin()
    return job.finish(shared)


class _Places:
    """The places of the jobs that nobody has begun; each is given once, to whichever process asks first.

    Helpers begin with the longest jobs, and this process with the shortest, so that it does more of them:
    what it makes need not be sent.
    """

    def __init__(self, number: int) -> None:
        self._left = multiprocessing.get_context("fork").Array("l", [0, number])

    def from_first(self) -> Iterator[int]:
        """Those that are left when each is asked for, from the first on."""
        while (place := self._taken(0, 1)) is not None:
            yield place

    def from_last(self) -> Iterator[int]:
        """The same from the last back."""
        while (end := self._taken(1, -1)) is not None:
            yield end - 1

    def _taken(self, end: int, step: int) -> int | None:
        """Move one end of what is left; where it stood, or None where nothing was left."""
        with self._left.get_lock():
            stood: int = self._left[end]
            if self._left[0] >= self._left[1]:
                return None
            self._left[end] = stood + step
            return stood


# ---------------------------------------------------------------- helpers


def _can_fork() -> bool:
    """Whether a process may have helpers: Linux alone forks soundly, and no helper has helpers."""
    return sys.platform == "linux" and not multiprocessing.current_process().daemon


@contextmanager
def _helper(
    jobs: Sequence[Job], share: Share, accounts: Sequence[Account], places: _Places
) -> Iterator[Connection]:
    """A forked process that works until the block ends, by the connection to it."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_help, args=(jobs, share, accounts, places, there), daemon=True)
    with here:
        with there, warnings.catch_warnings():
            # Threads of this process are not in the helper, which needs none of what they may have locked.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        try:
            yield here
        finally:
            process.terminate()
            process.join()


def _help(
    jobs: Sequence[Job], share: Share, accounts: Sequence[Account], places: _Places, parent: Connection
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        told = {place: jobs[place].begin() for place in places.from_first()}
        parent.send_bytes(packed(told, accounts))
        shared = share(unpacked(parent.recv_bytes(), accounts))
        parent.send_bytes(packed({place: jobs[place].finish(shared) for place in told}, accounts))
    except CounterclaimError as error:
        parent.send_bytes(packed(error, accounts))
    wait([parent])  # until the parent ends it: so it does not end before all is read


def _end_with_parent() -> None:
    """Do not outlive the parent, whose lock on a casebook a helper has as well."""
    process = multiprocessing.parent_process()
    assert process is not None
    wait([process.sentinel])
    os._exit(1)


def _tell(helper: Connection, words: bytes) -> None:
    try:
        helper.send_bytes(words)
    except OSError:
        return  # it died, as will be found when it is to answer


def _answer(helper: Connection, accounts: Sequence[Account]) -> dict[int, Any]:
    """What a helper tells or made, by the places of the jobs; nothing if it died."""
    try:
        answer = unpacked(helper.recv_bytes(), accounts)
    except (EOFError, OSError):
        return {}
    if isinstance(answer, CounterclaimError):
        raise answer
    found: dict[int, Any] = answer
    return found

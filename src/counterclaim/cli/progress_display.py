"""A run's progress for a person: bars on a terminal, lines elsewhere. Always on standard error."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from counterclaim.cli.consoles import errors
from counterclaim.pipeline import Progress, Stage, Step

_STAGES = len(Stage)
_SECONDS_BETWEEN_LINES = 5.0
_ENOUGH_FOR_A_RATE = 5  # things; the first of them pay for the start of the processes


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A callback that shows each step for as long as the block lasts."""
    console = errors()
    if console.is_terminal:
        with _bars(console) as bars:
            yield _OnTerminal(bars)
    else:
        yield _InLines(console)


def heading(stage: Stage) -> str:
    """A stage with its number: "2/5 Extract"."""
    return f"{stage.value}/{_STAGES} {stage.verb}"


class _RateColumn(ProgressColumn):
    """How many a second, once that is known."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed and task.total and task.total > 1 else "", "dim")


def _bars(console: Console) -> Bars:
    return Bars(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=console,
    )


class _OnTerminal:
    """One bar a stage."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._tasks: dict[Stage, TaskID] = {}

    def __call__(self, step: Step) -> None:
        if step.notice:
            self._bars.console.print(step.notice)
        if step.stage not in self._tasks:
            self._tasks[step.stage] = self._bars.add_task(f"{heading(step.stage):<13}", total=step.total)
        self._bars.update(self._tasks[step.stage], completed=step.done, total=step.total)


class _InLines:
    """A line at the end of each stage, and now and then on the way."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._began: dict[Stage, tuple[float, int]] = {}
        self._last_line = time.monotonic()

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if step.notice:
            self._console.print(step.notice, soft_wrap=True)
        began, done_then = self._began.setdefault(step.stage, (now, step.done))
        if not step.finished and now - self._last_line < _SECONDS_BETWEEN_LINES:
            return
        self._last_line = now
        done = step.done - done_then
        rate = done / max(now - began, 1e-9) if done >= _ENOUGH_FOR_A_RATE else None
        self._console.print(f"{heading(step.stage)}: {_standing(step, rate)}", soft_wrap=True)


def _standing(step: Step, rate: float | None) -> str:
    if step.total == 1 and step.finished:
        return "done"
    words = f"{step.done:,} of {step.total:,} {step.unit}"
    if step.finished or rate is None:
        return words
    return f"{words}, {rate:,.1f} a second, about {_duration((step.total - step.done) / rate)} left"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"

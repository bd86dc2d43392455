"""How a run tells what it is doing: one call for each step, to whoever wants to know."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """The stages of a run, by number; each has the verb that a person reads."""

    READ = 1
    EXTRACT = 2
    RESOLVE = 3
    RECONCILE = 4
    PUBLISH = 5

    @property
    def verb(self) -> str:
        """What the stage does, in a word."""
        return self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage has come.

    Attributes:
        stage: which one.
        done: how many things it is done with.
        total: how many there are.
        unit: what the things are, in the plural.
        notice: what a person must know before it begins, "" where there is nothing.
        finished: whether the stage is over.
    """

    stage: Stage
    done: int
    total: int
    unit: str
    notice: str = ""

    @property
    def finished(self) -> bool:
        """Whether the stage is done with everything."""
        return self.done >= self.total


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Tell nobody."""

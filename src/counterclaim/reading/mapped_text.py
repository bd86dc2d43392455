"""Text that remembers where in its source each character came from.

Invariant: a run that is mapped reads the same in the text and in the source, character by
character; characters that reading inserted are mapped to nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from counterclaim.model import Segment


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and its runs.

    Attributes:
        text: the characters.
        runs: one segment after another from 0 to the text's end, none of them empty.
    """

    text: str = ""
    runs: tuple[Segment, ...] = ()

    @classmethod
    def whole(cls, source: str) -> Self:
        """The whole of a source, mapped onto itself."""
        return cls(source, (Segment(0, len(source), 0),) if source else ())

    @classmethod
    def inserted(cls, text: str) -> Self:
        """Characters that no source has."""
        return cls(text, (Segment(0, len(text)),) if text else ())

    @classmethod
    def join(cls, parts: "Iterable[MappedText | str]") -> Self:
        """The parts one after the other; a plain string counts as inserted."""
        texts: list[str] = []
        runs: list[Segment] = []
        end = 0
        for part in parts:
            mapped = cls.inserted(part) if isinstance(part, str) else part
            texts.append(mapped.text)
            for run in mapped.runs:
                _append(runs, Segment(end + run.start, end + run.end, run.source_start))
            end += len(mapped.text)
        return cls("".join(texts), tuple(runs))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int | None = None) -> Self:
        """The characters from `start` up to `end`, which may not be negative."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        if stop <= start:
            return type(self)()
        runs: list[Segment] = []
        first = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        for run in self.runs[first:]:
            if run.start >= stop:
                break
            a, b = max(run.start, start), min(run.end, stop)
            origin = None if run.source_start is None else run.source_start + a - run.start
            runs.append(Segment(a - start, b - start, origin))
        return type(self)(self.text[start:stop], tuple(runs))

    def sub(self, pattern: "re.Pattern[str]", replacement: str = "") -> Self:
        """Every match of the pattern replaced by characters that count as inserted."""
        parts: list[MappedText | str] = []
        end = 0
        for match in pattern.finditer(self.text):
            parts += (self.slice(end, match.start()), replacement)
            end = match.end()
        return self.join((*parts, self.slice(end))) if parts else self

    def split(self, pattern: "re.Pattern[str]") -> list[Self]:
        """The stretches between the pattern's matches, in order, empty ones too."""
        stretches = []
        end = 0
        for match in pattern.finditer(self.text):
            stretches.append(self.slice(end, match.start()))
            end = match.end()
        return [*stretches, self.slice(end)]

    def strip(self) -> Self:
        """The text without white space at either end."""
        inner = self.text.strip()
        if not inner:
            return type(self)()
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, start + len(inner))


def _append(runs: list[Segment], run: Segment) -> None:
    """Add a run, as part of the last one where the two are contiguous in the source too."""
    if runs and _continues(runs[-1], run):
        runs[-1] = Segment(runs[-1].start, run.end, runs[-1].source_start)
    else:
        runs.append(run)


def _continues(before: Segment, after: Segment) -> bool:
    if before.source_start is None or after.source_start is None:
        return before.source_start is after.source_start
    return before.source_start + before.end - before.start == after.source_start

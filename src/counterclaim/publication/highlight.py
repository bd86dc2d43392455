"""A document's text cut into runs, so that overlapping claims can all be shown in it.

Spans overlap and nest: two claims share a clause, a sentence holds a clause that is a claim of its
own. HTML elements cannot overlap, so the text is cut wherever a span starts or ends, and each run
says which spans cover it. Nothing is added or lost: the runs' text, joined, is the text.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from counterclaim.model import Claim

SpanKind = Literal["quote", "key", "passed"]

_GAP = re.compile(r"\n[^\S\n]*\n\s*|\A\s+|\s+\Z")
_HEADING = re.compile(r"(?:\A|\n\n)(#{1,6} +)(?=\S)")
_WORD = re.compile(r"\w(?:[\w.,'’\-]*\w)?|\S")
_KEY_FIELDS = ("low", "high", "event_type", "measure")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text to be shown, as character offsets.

    Attributes:
        kind: a claim's quote, its key words (the number or the event's cue), or words passed over.
        name: the id of what it belongs to.
        is_count: whether that is a claim of a count.
    """

    start: int
    end: int
    kind: SpanKind
    name: str
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that the same spans cover from end to end.

    Attributes:
        claims: the claims whose quote covers it, in the order of their starts.
        keys: the claims whose number or cue it is part of.
        opens: those of `keys` that start with it.
        passed: the passed-over words that it is part of.
        is_count: whether one of `claims` is a count.
        is_marker: whether it only says that a heading follows, and is not shown.
    """

    text: str
    claims: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    is_count: bool = False
    is_marker: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the white space between two."""

    is_gap: bool
    runs: tuple[Run, ...]

    @property
    def heading(self) -> int:
        """The level of the heading that it is, from 1; 0 for a paragraph."""
        return self.runs[0].text.count("#") if self.runs[0].is_marker else 0


def key_span(claim: Claim, text: str) -> tuple[int, int]:
    """Where the number or cue that a claim was made from starts and ends in its document's text.

    It is the words that the claim's own reasons give for it, else the word at its anchor.
    """
    stated = [
        (reason.end - reason.start, reason.start, reason.end)
        for reason in claim.reasons
        if reason.field in _KEY_FIELDS and reason.start is not None and reason.end is not None
        if reason.start <= claim.anchor < reason.end
    ]
    if stated:
        _, start, end = min(stated)
        return start, end
    word = _WORD.match(text, claim.anchor)
    return word.span() if word else (claim.start, claim.end)


def blocks(text: str, spans: Iterable[Span]) -> tuple[Block, ...]:
    """Cut a text into paragraphs of runs.

    Args:
        text: the document's text.
        spans: what to show in it; a span that is empty or ends outside the text is cut to the text.
    """
    clipped = [(max(0, span.start), min(len(text), span.end), span) for span in spans]
    ordered = sorted(
        ((start, end, span) for start, end, span in clipped if start < end),
        key=lambda item: (item[0], -item[1]),
    )
    gaps = [match.span() for match in _GAP.finditer(text) if match.group()]
    markers = dict(match.span(1) for match in _HEADING.finditer(text))
    edges = {0, len(text)}.union(*gaps, *markers.items(), *((start, end) for start, end, _ in ordered))
    gap_starts = [start for start, _ in gaps]

    def is_gap(item: tuple[int, Run]) -> bool:
        place = bisect_right(gap_starts, item[0]) - 1
        return place >= 0 and item[0] < gaps[place][1]

    runs = (
        (start, replace(run, is_marker=True) if start in markers else run)
        for start, run in _runs(text, sorted(edges), ordered)
    )
    return tuple(Block(gap, tuple(run for _, run in group)) for gap, group in groupby(runs, is_gap))


def _runs(
    text: str, edges: Sequence[int], ordered: Sequence[tuple[int, int, Span]]
) -> Iterator[tuple[int, Run]]:
    starting: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
    for start, end, span in ordered:
        starting[start].append((end, span))
    active: list[tuple[int, Span]] = []
    for start, end in pairwise(edges):
        active = [item for item in active if item[0] > start] + starting[start]
        yield (
            start,
            _run(text[start:end], [span for _, span in active], [span for _, span in starting[start]]),
        )


def _run(text: str, covering: Sequence[Span], starting: Sequence[Span]) -> Run:
    def names(spans: Sequence[Span], kind: SpanKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(span.name for span in spans if span.kind == kind))

    return Run(
        text,
        claims=names(covering, "quote"),
        keys=names(covering, "key"),
        opens=names(starting, "key"),
        passed=names(covering, "passed"),
        is_count=any(span.is_count for span in covering),
    )

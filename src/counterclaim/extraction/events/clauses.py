"""Where a sentence's clauses end, and the clause that quotes an event."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.tokens import Token

_MARKS: Final = listed("grammar", "clauses_marks")
_JOINS: Final = listed("grammar", "clauses_joins")


def boundary_between(tokens: list[Token], first: int, last: int) -> int | None:
    """Index of the token with which a new clause starts between two cues, None where they share one.

    Args:
        tokens: the sentence's tokens.
        first: index of the last token of the cue before.
        last: index of the first token of the cue after.
    """
    ranked: list[tuple[int, int]] = []
    for position in range(first + 1, last):
        token = tokens[position]
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.low in _MARKS:
            ranked.append((4, position + 1))
        elif token.low == "," and following is not None and position + 1 < last:
            opens = following.low in _JOINS or following.low.endswith("ing")
            ranked.append((3 if opens else 1, position + 1))
        elif token.low in ("while", "but", "when", "after", "although", "before", "since", "as"):
            ranked.append((2, _start_of_time(tokens, position)))
        elif token.low == "and" and tokens[position - 1].low != ",":
            ranked.append((2 if _starts_clause(tokens, position) else 0, position))
    best = max(ranked, key=lambda r: (r[0], r[1]), default=(0, 0))
    return best[1] if best[0] > 0 else None


def _start_of_time(tokens: list[Token], conjunction: int) -> int:
    """Where a clause of time begins with how long: ", one day after rebels took the town"."""
    comma = next(
        (i for i in range(conjunction - 1, max(conjunction - _LONG, 0), -1) if tokens[i].low == ","), 0
    )
    return comma + 1 if comma and tokens[conjunction - 1].low in _UNITS else conjunction


_LONG: Final = 5  # tokens of "more than two weeks" and its comma
_UNITS: Final = listed("grammar", "clauses_units")


def _starts_clause(tokens: list[Token], conjunction: int) -> bool:
    """Whether a verb stands soon after "and": "shelled the town and fought militants there"."""
    window = tokens[conjunction + 1 : conjunction + 7]
    return any(t.low.endswith("ed") or t.low in _FINITE for t in window)


_FINITE: Final = listed("grammar", "clauses_finite")


def clause_spans(view: View, cues: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each cue the first and last token of its clause.

    Args:
        view: the sentence.
        cues: first and last token of each cue, in order.
    """
    tokens = view.tokens
    cuts = [0]
    owners: list[int] = []
    for number, cue in enumerate(cues):
        if number:
            cut = boundary_between(tokens, cues[number - 1][1], cue[0])
            if cut is not None and cut > cuts[-1]:
                cuts.append(cut)
        owners.append(len(cuts) - 1)
    spans = []
    for owner in owners:
        start = cuts[owner]
        end = (cuts[owner + 1] if owner + 1 < len(cuts) else len(tokens)) - 1
        spans.append(
            _within_marks(tokens, start, end, [c for c, o in zip(cues, owners, strict=True) if o == owner])
        )
    return spans


def _within_marks(tokens: list[Token], start: int, end: int, cues: list[tuple[int, int]]) -> tuple[int, int]:
    """The part of a stretch between the semicolons around its cues."""
    first, last = cues[0][0], cues[-1][1]
    while start < first and any(t.low == ";" for t in tokens[start:first]):
        start = next(i for i in range(start, first) if tokens[i].low == ";") + 1
    close = next((i for i in range(last, end + 1) if tokens[i].low == ";"), None)
    if close is not None:
        end = close - 1
    while end > last and tokens[end].low in (",", "and", "but", ";", "—", "–", ":"):
        end -= 1
    while start < first and tokens[start].low in (",", "and", "but", ";", "—", "–", ":"):
        start += 1
    return start, end

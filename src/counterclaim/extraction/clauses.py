"""The shortest whole clause around what a claim was read from."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue


def quote_span(view: View, first: int, last: int, cue: Cue | None) -> tuple[int, int]:
    """Offsets of the clause that carries some tokens and a cue: between semicolons, else the sentence.

    Args:
        view: the sentence.
        first: index of the first token that the claim was read from.
        last: index of the last one.
        cue: the measure's cue, inside or outside of them.
    """
    tokens = view.tokens
    if cue is not None:
        first, last = min(first, cue.first), max(last, cue.last)
    start = next((i + 1 for i in range(first - 1, -1, -1) if tokens[i].low == ";"), 0)
    end = next((i - 1 for i in range(last + 1, len(tokens)) if tokens[i].low == ";"), len(tokens) - 1)
    return tokens[start].start, tokens[end].end

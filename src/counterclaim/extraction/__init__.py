"""From a document to its claims: who says what, in which words.

Deterministic, offline and explainable: each claim carries the words and the rule that gave each of
its fields, and every number that became no claim is listed with why.
"""

from counterclaim.extraction.analysis import analyse
from counterclaim.extraction.collecting import without_collection
from counterclaim.extraction.context import context_of
from counterclaim.extraction.counts.find import find_counts
from counterclaim.extraction.events import find_events
from counterclaim.extraction.focus import Focus
from counterclaim.extraction.sides import with_sides
from counterclaim.extraction.tables import find_tables
from counterclaim.model import Conflict, Document, Extraction

__all__ = ["extract"]


_ANY_CONFLICT = Conflict()


@without_collection()
def extract(document: Document, conflict: Conflict = _ANY_CONFLICT) -> Extraction:
    """Every claim in a document, and every number that became none.

    Args:
        document: a document as reading gives it.
        conflict: the casebook's settings; an empty one lets the text speak for itself.
    """
    # 1. sentences with their numbers, dates, parties and sources
    views = analyse(document, conflict)
    # 2. what holds for the whole document, and the place in focus in each sentence
    context = context_of(document, conflict, views)
    sided = with_sides(views, context)
    focus = Focus(document.text, sided, context)
    # 3. counts
    counts, passed_over = find_counts(document, context, sided, focus)
    # 4. counts in tables
    tabled, passed_in_tables = find_tables(document, conflict, context, views)
    # 5. events
    events = find_events(document, context, sided, focus, counts)
    claims = sorted([*counts, *tabled, *events], key=lambda claim: (claim.anchor, claim.kind, claim.ordinal))
    over = sorted([*passed_over, *passed_in_tables], key=lambda item: (item.start, item.end))
    return Extraction(document.digest, tuple(claims), tuple(over))

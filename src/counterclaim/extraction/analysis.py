"""A document's sentences with everything that the finders of claims share.

For each sentence: its tokens, numbers, parties, dates and sources, and the source that carries over
from the sentences before it in its paragraph. Pronouns and general nouns that speak ("he", "the
ministry") are resolved to the source named before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.extraction.attribution import Attribution, attributions

try:
    from counterclaim.extraction.dates import DateSpan, Interval, date_intervals, find_dates
except ImportError:
    from typing import Any as DateSpan
    from typing import Any as Interval
    def find_dates(text, date): return []
    def date_intervals(text, dates): return []
from counterclaim.extraction.layout import Paragraph, paragraphs
from counterclaim.extraction.numbers import Number, find_numbers
from counterclaim.extraction.parties import PartyMention, party_finder
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.model import Conflict, Document


@dataclass(slots=True)
class View:
    """A sentence as the finders of claims see it.

    Attributes:
        start, end: its offsets into the document's text.
        tokens, numbers, parties, dates, intervals: what stands in it, in order.
        sources: who speaks in it.
        carried: the source that speaks for it where it names none, None for the document's voice.
        paragraph: number of its paragraph in the document, from 0.
        heading: the words of the heading above it.
        is_heading: whether it is a heading or a headline itself.
    """

    start: int
    end: int
    tokens: list[Token]
    numbers: list[Number]
    parties: list[PartyMention]
    dates: list[DateSpan]
    intervals: list[Interval]
    sources: list[Attribution] = field(default_factory=list)
    carried: Attribution | None = None
    paragraph: int = 0
    heading: str = ""
    is_heading: bool = False

    def source_at(self, token: int) -> Attribution | None:
        """The source that speaks for the token at this index."""
        for attribution in reversed(self.sources):
            first, last = attribution.covers
            if first <= token <= last:
                return attribution
        return None if self.sources else self.carried


def analyse(document: Document, conflict: Conflict) -> list[View]:
    """Every sentence of a document with what stands in it, sources resolved."""
    dates = find_dates(document.text, document.date)
    intervals = date_intervals(document.text, dates)
    finder = party_finder(conflict)
    views: list[View] = []
    heading = ""
    for number, paragraph in enumerate(paragraphs(document.text)):
        for sentence in paragraph.sentences:
            tokens = tokenise(document.text, sentence.start, sentence.end)
            parties = finder.find(tokens)
            views.append(
                View(
                    sentence.start,
                    sentence.end,
                    tokens,
                    find_numbers(tokens),
                    parties,
                    [d for d in dates if sentence.start <= d.start < sentence.end],
                    [i for i in intervals if sentence.start <= i.start < sentence.end],
                    attributions(tokens, parties),
                    paragraph=number,
                    heading=heading,
                    is_heading=paragraph.is_heading,
                )
            )
        if paragraph.is_heading:
            heading = document.text[paragraph.start : paragraph.end]
    _resolve_sources(views)
    return views


def _resolve_sources(views: list[View]) -> None:
    """Resolve pronouns to the sources named before them, and carry sources through paragraphs."""
    known: list[Attribution] = []
    paragraph, carried, since = -1, None, 0
    for view in views:
        if view.paragraph != paragraph:
            paragraph, carried = view.paragraph, None
        since += 1
        view.carried = carried if since <= _CARRY else None
        for attribution in view.sources:
            if attribution.is_pronoun:
                _resolve(attribution, view, known)
            else:
                known.append(attribution)
        speaking = [a for a in view.sources if a.source is not None]
        if speaking and not view.is_heading:
            carried, since = speaking[-1], 0


_CARRY = 2  # how many sentences a source speaks on for without being named again
_PERSON = ("he", "she", "his", "her")
_TITLES = frozenset(
    ["president", "minister", "premier", "spokesman", "spokeswoman", "spokesperson", "governor", "mayor", "ombudsman", "general", "aide", "chief", "official", "adviser", "advisor", "commander", "secretary-general", "director", "lady", "envoy", "ambassador", "head", "leader", "doctor", "chairman"]
)


def _resolve(attribution: Attribution, view: View, known: list[Attribution]) -> None:
    """Give a pronoun or a general noun the name that it stands for."""
    words = [token.low for token in view.tokens[attribution.first : attribution.last + 1]]
    candidates = _candidates(words, known)
    if candidates:
        attribution.source, attribution.party = candidates[-1].source, candidates[-1].party
    elif words[0] in (*_PERSON, "it", "they", "them", "its", "their"):
        attribution.source = None


def _candidates(words: list[str], known: list[Attribution]) -> list[Attribution]:
    if words[0] in ("he", "she"):
        return [a for a in known if _is_person(a)]
    if words[0] in ("it", "they", "them"):
        return [a for a in known if not _is_person(a)] or known[-1:]
    head = words[-1]
    return [a for a in known if a.source and head in a.source.lower().split()]


def _is_person(attribution: Attribution) -> bool:
    """Whether a source's name looks like a person's: a title or a role, or a name that is no body's."""
    words = (attribution.source or "").split()
    lows = {word.lower().strip(",()") for word in words}
    if lows & _TITLES:
        return True
    last = words[-1] if words else ""
    return last[:1].isupper() and not last.isupper() and not lows & _BODIES and attribution.party is None


_BODIES = frozenset(
    ["ministry", "office", "agency", "group", "observatory", "watch", "international", "committee", "council", "commission", "army", "forces", "staff", "service", "government", "authorities", "fund", "organisation", "organization", "mission", "nations", "union", "court", "parliament", "oryx", "unicef", "ocha", "un", "kremlin", "media", "news", "times", "post", "daily", "reuters", "bbc", "afp", "cross", "crescent", "borders", "unhcr", "hrw", "msf", "tass", "interfax", "coalition", "monitor", "network", "centre", "center", "institute"]
)


def iterate_paragraphs(views: list[View]) -> Iterator[list[View]]:
    """The views of each paragraph in turn."""
    run: list[View] = []
    for view in views:
        if run and view.paragraph != run[-1].paragraph:
            yield run
            run = []
        run.append(view)
    if run:
        yield run


__all__ = ["Paragraph", "View", "analyse", "iterate_paragraphs"]

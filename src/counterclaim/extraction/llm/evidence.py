"""What a document itself says, against which a model's answers are held.

The numbers are the grammar's: it reads them and the words that bound them in their whole sentence, so that
a quote cannot be cut short of its "at least".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.count_range import CountRange
from counterclaim.extraction import extract
from counterclaim.extraction.analysis import View, analyse
from counterclaim.extraction.llm import vocabulary
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.parties import party_finder
from counterclaim.extraction.tokens import tokenise
from counterclaim.model import Claim, Conflict, Document, Extraction
from counterclaim.partial_date import PartialDate

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_POSSESSIVE = re.compile(r"['’]s\Z")
_SMALL = frozenset(["a", "an", "the", "of", "for", "in", "and", "on", "at", "to", "s"])
_LONGEST_NAME = 16  # tokens; more are a sentence
_FEW_WORDS = 2  # "Azerbaijani forces" is the party; a ministry of it is not


@dataclass(frozen=True, slots=True)
class Readable:
    """A number that stands in the text.

    Attributes:
        start, end: its offsets, the words that bound it included.
        anchor, anchor_end: those of the number itself.
        range: what the words allow.
        values: the numbers that may be read in it: its bounds, and "more than 5,000" as 5,000 too.
        bound: how the grammar calls the words that bound it, "" where there are none.
        why_not: why the grammar takes it for no count, "" where it may be one.
        is_in_date: whether it is a part of a date or a time.
    """

    start: int
    end: int
    anchor: int
    anchor_end: int
    range: CountRange
    values: frozenset[int]
    bound: str = ""
    why_not: str = ""
    is_in_date: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document's numbers, names and years.

    Attributes:
        document: the document.
        conflict: the casebook's.
        grammar: what the grammar finds in it.
        numbers: every number in it, in text order.
        parties: the plain names of the parties that it or the casebook names.
        words: its words in lower case.
        years: the years that its dates, its own date and the casebook's speak of.
    """

    document: Document
    conflict: Conflict
    grammar: Extraction
    numbers: tuple[Readable, ...] = field(repr=False)
    parties: frozenset[str]
    words: frozenset[str] = field(repr=False)
    years: frozenset[int]

    @classmethod
    def of(cls, document: Document, conflict: Conflict) -> "Evidence":
        """Read a document for what answers about it are held against."""
        views = analyse(document, conflict)
        grammar = extract(document, conflict)
        return cls(
            document,
            conflict,
            grammar,
            tuple(_numbers(views, grammar)),
            frozenset(_parties(views, conflict)),
            frozenset(_words(document.text)) | frozenset(_words(document.publisher or "")),
            frozenset(_years(views, document, conflict)),
        )

    def numbers_in(self, start: int, end: int) -> list[Readable]:
        """The numbers between two offsets; the words that bound a number may stand before the first."""
        return [one for one in self.numbers if start <= one.anchor and one.anchor_end <= end]

    def one_at(self, start: int) -> list[Readable]:
        """The one thing that words count by their article: "a soldier"; none where they do not begin so."""
        word = _WORD.match(self.document.text, start)
        if word is None or word[0].casefold() not in vocabulary.ONE:
            return []
        one = CountRange.exactly(1)
        return [Readable(start, word.end(), start, word.end(), one, frozenset({1}), "one by its article")]

    def party(self, name: str) -> str | None:
        """The party that a name stands for, by its plain name; None if the document does not name it."""
        tokens = tokenise(name)
        mentions = party_finder(self.conflict).find(tokens)
        whole = [one.party for one in mentions if one.first == 0 and one.last == len(tokens) - 1]
        if whole:
            return whole[0] if whole[0] in self.parties else None
        return name if name in self.parties or self.names(name) else None

    def names(self, name: str) -> bool:
        """Whether each word of a name stands in the document, or stands for a party that it names."""
        tokens = tokenise(name)
        mentions = party_finder(self.conflict).find(tokens)
        known = {
            word
            for one in mentions
            if one.party in self.parties
            for token in tokens[one.first : one.last + 1]
            for word in _words(token.text)
        }
        wanted = _name_words(name)
        return bool(wanted) and len(tokens) <= _LONGEST_NAME and wanted <= self.words | known

    def same_name(self, one: str, other: str) -> bool:
        """Whether two names are of one: all words of the one in the other, or one party for both."""
        words, others = _name_words(one), _name_words(other)
        if words <= others or others <= words:
            return True
        party = self._only_party(one)
        return party is not None and party == self._only_party(other)

    def _only_party(self, name: str) -> str | None:
        """The party that alone is named in a name of few words: "Azerbaijani forces"."""
        tokens = tokenise(name)
        named = {one.party for one in party_finder(self.conflict).find(tokens)}
        return named.pop() if len(named) == 1 and len(tokens) <= _FEW_WORDS else None

    def date(self, text: str) -> PartialDate | None:
        """A date of a year that the document speaks of; None for any other text."""
        try:
            date = PartialDate(text)
        except ValueError:
            return None
        return date if date.first.year in self.years else None


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        yield _POSSESSIVE.sub("", match[0]).casefold()


def _name_words(name: str) -> set[str]:
    return set(_words(name)) - _SMALL


def _parties(views: list[View], conflict: Conflict) -> Iterator[str]:
    yield from (party.name for party in conflict.parties)
    yield from (mention.party for view in views for mention in view.parties)


def _years(views: list[View], document: Document, conflict: Conflict) -> Iterator[int]:
    dates = [date for view in views for span in view.dates for date in (span.from_date, span.to_date)]
    for date in (*dates, document.date, conflict.start, conflict.end):
        if date is not None:
            yield date.first.year


def _numbers(views: list[View], grammar: Extraction) -> Iterator[Readable]:
    """Every number of the text, and what the grammar counts without one: "a soldier", "no casualties"."""
    why_not = {(one.start, one.end): one.why for one in grammar.passed_over}
    read: set[int] = set()
    for view in views:
        for number in view.numbers:
            found = _readable(view, number, why_not)
            read.add(found.anchor)
            yield found
    for claim in grammar.claims:
        if claim.kind == "count" and claim.anchor not in read:
            read.add(claim.anchor)
            yield _counted_without_number(claim)


def _readable(view: View, number: Number, why_not: dict[tuple[int, int], str]) -> Readable:
    tokens = view.tokens
    start, end = tokens[number.opening].start, tokens[number.closing].end
    anchor = tokens[number.first].start
    return Readable(
        start,
        end,
        anchor,
        tokens[number.last].end,
        number.range,
        frozenset(_values(number)),
        (number.bound or "").replace("_", " "),
        why_not.get((start, end), ""),
        is_in_date=any(date.start <= anchor < date.end for date in view.dates),
    )


def _values(number: Number) -> Iterator[int]:
    low, high = number.range.low, number.range.high
    yield from (value for value in (low, high) if value is not None)
    if number.bound == "more_than" and low is not None:
        yield low - 1
    if number.bound == "fewer_than" and high is not None:
        yield high + 1


def _counted_without_number(claim: Claim) -> Readable:
    end = next((reason.end for reason in claim.reasons if reason.start == claim.anchor and reason.end), None)
    values = frozenset(value for value in (claim.low, claim.high) if value is not None)
    start, end = claim.anchor, end or claim.anchor + 1
    return Readable(start, end, start, end, claim.range, values, "one or none by its grammar")

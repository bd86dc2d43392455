"""What stands around a table and holds for all of its figures: captions, headings, notes, the title."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.dates import Interval
from counterclaim.extraction.places import places_of
from counterclaim.extraction.tables.dates import intervals_in, years_in
from counterclaim.extraction.tables.grid import Cell
from counterclaim.extraction.tables.headings import Meaning, named_source
from counterclaim.extraction.tables.names import is_body
from counterclaim.extraction.tables.shape import Reader
from counterclaim.extraction.tables.words import plain, table_words
from counterclaim.lexicon import word_set
from counterclaim.model import Document

Where = Literal[
    "cell", "column heading", "row heading", "section of the table", "caption of the table",
    "note to the table", "heading above the table", "title of the document",
]  # fmt: skip

_WARS = word_set("context", "wars")
_BEGINS = word_set("context", "begins")
_BEFORE_START = 5  # words in which one of beginning stands before a date
_LONGEST_CAPTION = 300  # characters; a longer paragraph before a table is about more than the table
_LONGEST_NOTE = 600
_MARKED = re.compile(r"(#{1,6}) +(\S.*)")
_AFTER_NAME = re.compile(r"[;(]|,\s+(?=\d|[A-Z][a-z]+ \d)|\.(?:\s|\Z)")
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Layer:
    """Words that a field of a claim can be read from.

    Attributes:
        where: where they stand, as the claim's reasons say it.
        start, end: their offsets into the document's text; None for words that stand outside of it.
        meaning: what they say.
    """

    where: Where
    start: int | None
    end: int | None
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a whole table.

    Attributes:
        layers: from the nearest words to the widest.
        source: who makes its claims, the party that the source speaks for, and where that is said.
        place: the place that its nearest words name.
        context: what holds for the whole document.
    """

    layers: tuple[Layer, ...]
    source: tuple[str, str | None, Layer | None] | None
    place: tuple[str, Layer] | None
    context: Context

    def going_on_with(self, before: "Around") -> "Around":
        """What holds for a table that goes on with another: what is said before it, and the other's words."""
        captions = (layer for layer in self.layers if layer.where == "caption of the table")
        source, place = self.source or before.source, self.place or before.place
        return Around((*captions, *before.layers), source, place, before.context)

    def years(self) -> list[int]:
        """The years that the nearest words with a year name."""
        return next((years for layer in self.layers if (years := years_in(layer.meaning.text))), [])

    def interval(self, year: int | None) -> tuple[Interval, Layer] | None:
        """The time that the nearest words with a time name."""
        for layer in self.layers:
            found = intervals_in(layer.meaning.text, year)
            if found:
                return _opened(found[-1], layer.meaning.text), layer
        return None


class Surroundings:
    """What stands around the tables of a document.

    Args:
        document: the document.
        context: what holds for the whole of it.
        views: its analysed sentences, the tables' rows left out.
        read: from a heading's words to what they say.
    """

    def __init__(self, document: Document, context: Context, views: Sequence[View], read: Reader) -> None:
        self._document = document
        self._context = context
        self._views = views
        self._starts = [view.start for view in views]
        self._read = read
        self._headings = list(_headings(document.text, views))

    def of(self, start: int, end: int, titles: Sequence[Cell], notes: Sequence[Cell]) -> Around:
        """What holds for the table between two offsets.

        Args:
            start: where its first row begins.
            end: where its last row ends.
            titles: cells above its headings.
            notes: cells among its rows that say something about it.
        """
        lead = self._lead(start)
        captions = [self._layer("caption of the table", c.start, c.end) for c in reversed(titles)]
        if lead is not None:
            captions.append(self._layer("caption of the table", lead.start, lead.end))
        below = [self._layer("note to the table", *span) for span in self._notes(end, notes)]
        layers = (*captions, *self._above(start, lead), *self._title())
        source, place = self._source(layers, below, lead), self._place(layers)
        return Around(layers, source, place, self._context)

    def _layer(self, where: Where, start: int, end: int) -> Layer:
        return Layer(where, start, end, self._read(self._document.text[start:end]))

    # ------------------------------------------------------------ before and after

    def _lead(self, start: int) -> View | None:
        """The sentence right before a table, if it may be its caption: short, or leading to it by a colon."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        view, text = self._views[index], self._document.text
        if text[view.end : start].strip():
            return None
        alone = index == 0 or self._views[index - 1].block != view.block
        leads = text[view.end - 1] == ":"
        return view if leads or (alone and view.end - view.start <= _LONGEST_CAPTION) else None

    def _above(self, start: int, lead: View | None) -> Iterator[Layer]:
        """The headings that the table stands under, the nearest first."""
        level = 7
        for depth, first, last in reversed([h for h in self._headings if h[1] < start]):
            if depth < level:
                level = depth
                if lead is None or not lead.start <= first < lead.end:
                    yield self._layer("heading above the table", first, last)

    def _title(self) -> Iterator[Layer]:
        title = self._document.title
        if title:
            start = self._document.text.find(title)
            end = start + len(title) if start >= 0 else None
            yield Layer("title of the document", start if start >= 0 else None, end, self._read(title))

    def _notes(self, end: int, notes: Sequence[Cell]) -> Iterator[tuple[int, int]]:
        yield from ((cell.start, cell.end) for cell in notes)
        gap = _BLANKS.match(self._document.text, end)
        below = gap.end() if gap else end
        line = self._document.text[below : below + _LONGEST_NOTE].split("\n", 1)[0]
        if plain(line.split(":", 1)[0]) in table_words().source_labels | table_words().note_labels:
            yield below, below + len(line)

    # ------------------------------------------------------------ who, where

    def _source(
        self, layers: Sequence[Layer], notes: Sequence[Layer], lead: View | None
    ) -> tuple[str, str | None, Layer | None] | None:
        for layer in (*layers, *notes):
            named = self._labelled(layer) or layer.meaning.source
            if named is not None:
                return (*named, layer)
        introduced = lead.source_at(len(lead.tokens) - 1) if lead is not None else None
        speaker = introduced or (self._views[0].carried if self._views else None)
        if speaker is None or speaker.source is None or not is_body(speaker.source):
            return None
        return speaker.source, speaker.party, None

    def _labelled(self, layer: Layer) -> tuple[str, str | None] | None:
        """Source: UNHCR, October 2020: what stands behind the label."""
        label, colon, rest = layer.meaning.text.partition(":")
        if not colon or plain(label) not in table_words().source_labels:
            return None
        name = _AFTER_NAME.split(rest.strip())[0].strip()
        return named_source(name, self._read(name)) if name else None

    def _place(self, layers: Sequence[Layer]) -> tuple[str, Layer] | None:
        for layer in layers:
            view = self._view_of(layer)
            found = places_of(view, self._document.text) if view else []
            whose = {named.written for named in layer.meaning.parties}
            inside = [place.name for place in found if place.strength == 3 or place.is_known]
            names = [name for name in inside if name not in whose and not _is_of_war(name)]
            names = names or [named.written for named in layer.meaning.settings]
            if names:
                return names[-1], layer
        return None

    def _view_of(self, layer: Layer) -> View | None:
        """The sentence that a layer is; a title among a table's rows is none."""
        if layer.start is None:
            return None
        index = bisect_right(self._starts, layer.start) - 1
        return self._views[index] if index >= 0 and layer.start < self._views[index].end else None


def _is_of_war(name: str) -> bool:
    """Whether a name is a war's: "the Falklands War" is no place."""
    return name.split()[-1].lower() in _WARS


def _opened(interval: Interval, text: str) -> Interval:
    """A time at which something began is the start of what is counted: "the war that began on 4 May"."""
    before = {word.strip(",.").lower() for word in text[: interval.start].split()[-_BEFORE_START:]}
    if interval.relation != "in" or not before & _BEGINS:
        return interval
    return replace(interval, to_date=None, relation="since")


def _headings(text: str, views: Sequence[View]) -> Iterator[tuple[int, int, int]]:
    """Each heading's depth (its marks, six where a line only looks like one) and its words' offsets."""
    for view in views:
        if view.is_heading:
            line = text.rfind("\n", 0, view.start) + 1
            marked = _MARKED.match(text, line)
            yield (len(marked[1]) if marked else 6), view.start, view.end

"""Lists in a text, item by item: names of the dead, pictures of what was lost; and which items are one.

A list is a run of lines with bullets or numbers, or the rows of a table (docs/tables.md). Two entries are one
where they have the same name and nothing that tells two people of one name apart, or the same picture.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.reconciliation.tables import Tables
from counterclaim.reconciliation.words import BAR, cells
from counterclaim.registers.folding import fold

LEAST_ENTRIES = 3
"""Fewer lines are no list that somebody counts."""

AGES_APART = 1
"""Ages that differ by no more may be one person's, counted before and after a birthday."""

_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\(?\d{1,6}[.):])[ \t]+(?=\S)")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"'|)\]]+|\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\b", re.IGNORECASE
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|tiff?|mp4)(?:[?#]|\Z)|\A[0-9a-f]+\Z", re.IGNORECASE)
_OPENING_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*[ \t]+){1,5}[^\W\d_][\w'’.-]*(?=\s*(?:[,;:(–—-]|\Z))")
_AGE = re.compile(r"[,(]\s*(?:aged?\s+)?(\d{1,3})(?=\s*(?:[,;)]|years?\b|\Z))")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list.

    Attributes:
        start, end: offsets of its line.
        number: its place in the list, from 1.
        words: the line without its bullet.
        cells: the words of its cells; one where it stands in no table.
    """

    start: int
    end: int
    number: int
    words: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """A list.

    Attributes:
        start, end: offsets of its first line and of the end of its last one, headings and totals with it.
        entries: its items, in their order; rows that are totals are none.
        head: what heads its columns; empty where it is no table.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    head: tuple[str, ...] = ()

    @cached_property
    def addresses(self) -> tuple[frozenset[str], ...]:
        """The addresses and digests of files in each entry."""
        return tuple(
            frozenset(found.rstrip(".,;").casefold() for found in _ADDRESS.findall(entry.words))
            for entry in self.entries
        )

    def columns(self, headings: Sequence[str]) -> tuple[int, ...]:
        """The columns that are headed by one of some words."""
        return tuple(at for at, cell in enumerate(self.head) if fold(cell) in headings)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Entries that seem to be one.

    Attributes:
        by: what they share: "name" or "picture".
    """

    by: str
    entries: tuple[Entry, ...]


def listings(text: str, tables: Tables) -> Iterator[Listing]:
    """The lists of a text, in their order."""
    run: list[tuple[int, str]] = []
    kind: str | None = None
    start = 0
    for line in [*text.split("\n"), "\0"]:  # what is no line ends the last list
        found = "row" if BAR.search(line) else "item" if _ITEM.match(line) else None
        ends = found != kind and (line.strip() or kind == "row")  # items may stand apart, rows may not
        if ends:
            yield from _listing(run, kind, tables)
            run, kind = [], found
        if found:
            run.append((start, line))
        start += len(line) + 1


def _listing(run: Sequence[tuple[int, str]], kind: str | None, tables: Tables) -> Iterator[Listing]:
    head: tuple[str, ...] = ()
    lines = [(start, line, cells(line)) for start, line in run]
    if kind == "row" and lines:
        head, lines = lines[0][2], [one for one in lines[1:] if not tables.whole.match(one[2][0])]
    if len(lines) >= LEAST_ENTRIES:
        entries = tuple(
            Entry(start, start + len(line), number, _ITEM.sub("", line, count=1).strip(), row)
            for number, (start, line, row) in enumerate(lines, 1)
        )
        last, words = run[-1]
        yield Listing(run[0][0], last + len(words), entries, head)


def repeats(listing: Listing, tables: Tables, *, of_people: bool) -> Iterator[Repeat]:
    """Entries of a list that seem to be one, by each name or picture.

    Args:
        listing: a list.
        tables: the words that head columns of names, of pictures, and of what tells people apart.
        of_people: whether its entries are people, so that they may have names.
    """
    yield from _same_picture(listing, tables)
    if of_people:
        yield from _same_name(listing, tables)


def _same_picture(listing: Listing, tables: Tables) -> Iterator[Repeat]:
    sharing: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry, addresses in zip(listing.entries, listing.addresses, strict=True):
        for address in addresses:
            sharing[address].append(entry)
    pictured = listing.columns(tables.cues.heads_pictures)
    for address, entries in sharing.items():
        # A page may report many losses; one picture, or a line that says the same again, is of one.
        shown = _PICTURE.search(address) or any(
            address in entries[0].cells[at].casefold() for at in pictured if at < len(entries[0].cells)
        )
        if len(entries) > 1 and (shown or len({_without_number(one, listing) for one in entries}) == 1):
            yield Repeat("picture", tuple(entries))


def _without_number(entry: Entry, listing: Listing) -> str:
    """What an entry says but for its running number."""
    return fold(entry.words.removeprefix(entry.cells[0]) if listing.head else entry.words)


def _same_name(listing: Listing, tables: Tables) -> Iterator[Repeat]:
    columns = listing.columns(tables.cues.heads_names)
    telling = listing.columns(tables.cues.tells_people_apart)
    named: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in listing.entries:
        if name := _name(entry, columns, bool(listing.head), tables):
            named[name].append(entry)
    for entries in named.values():
        alike = [one for one in entries if _may_be_one(entries[0], one, telling)]
        if len(alike) > 1:
            yield Repeat("name", tuple(alike))


def _name(entry: Entry, columns: Sequence[int], in_table: bool, tables: Tables) -> tuple[str, ...] | None:
    """The words of the full name in an entry, in no order; None where it has none, or says so."""
    if in_table:
        written = " ".join(entry.cells[at] for at in columns if at < len(entry.cells))
    else:
        opening = _OPENING_NAME.match(entry.words)
        written = opening[0] if opening and all(word[0].isupper() for word in opening[0].split()) else ""
    words = tuple(sorted(re.findall(r"[^\W\d_][\w'-]*", fold(written))))
    return words if len(words) > 1 and not tables.cues.unnamed & set(words) else None


def _may_be_one(one: Entry, other: Entry, telling: Iterable[int]) -> bool:
    """Whether nothing that both entries say tells two people apart."""
    for at in telling:
        mine, yours = (fold(entry.cells[at]) if at < len(entry.cells) else "" for entry in (one, other))
        if mine and yours and not _about_alike(mine, yours):
            return False
    ages = [found[1] for entry in (one, other) if (found := _AGE.search(entry.words))]
    return len(ages) < 2 or _about_alike(*ages)


def _about_alike(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit() and len(one) <= 3 and len(other) <= 3:
        return abs(int(one) - int(other)) <= AGES_APART
    return one == other

"""What every page has around it: the record's name, its dates, the way to the other pages."""

from dataclasses import dataclass

from counterclaim.publication import urls
from counterclaim.publication.dates import When, period
from counterclaim.publication.index import RecordIndex


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation."""

    url: str
    label: str


NAVIGATION = (
    Link(urls.INDEX, "Overview"),
    Link(urls.FINDINGS, "Findings"),
    Link(urls.CONTRADICTIONS, "Contradictions"),
    Link(urls.TIMELINE, "Timeline"),
    Link(urls.MAP, "Map"),
    Link(urls.CLAIMS, "Claims"),
    Link(urls.DOCUMENTS, "Documents"),
    Link(urls.NAMES, "Names"),
    Link(urls.GUIDE, "How to read this"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The record's name and dates, and the navigation."""

    name: str
    when: When | None
    navigation: tuple[Link, ...] = NAVIGATION


def frame(index: RecordIndex) -> Frame:
    """The frame of a record's pages."""
    conflict = index.record.conflict
    return Frame(conflict.name or "A record of claims", period(conflict.start, conflict.end))

"""What every page has around it: the record's name, its dates, the way to the other pages."""

from dataclasses import dataclass

from counterclaim.publication import urls
from counterclaim.publication.dates import When, period
from counterclaim.publication.parts import Parts
from counterclaim.publication.stages import Days


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation."""

    url: str
    label: str


NAVIGATION = (
    Link(urls.INDEX, "Overview"),
    Link(urls.FINDINGS, "Findings"),
    Link(urls.CONTRADICTIONS, "Contradictions"),
    Link(urls.INCIDENTS, "Incidents"),
    Link(urls.TIMELINE, "Timeline"),
    Link(urls.MAP, "Map"),
    Link(urls.CLAIMS, "Claims"),
    Link(urls.DOCUMENTS, "Documents"),
    Link(urls.NAMES, "Names"),
    Link(urls.GUIDE, "How to read this"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The record's name and dates, the days on which its claims were made, and the navigation."""

    name: str
    when: When | None
    days: Days | None = None
    navigation: tuple[Link, ...] = NAVIGATION


def frame(parts: Parts) -> Frame:
    """The frame of a record's pages."""
    conflict = parts.index.record.conflict
    return Frame(conflict.name or "A record of claims", period(conflict.start, conflict.end), parts.days)

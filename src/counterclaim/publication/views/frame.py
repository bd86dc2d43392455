"""What every page has around it: the record's name, its dates, the way to the other pages."""

from dataclasses import dataclass

from counterclaim.publication import urls
from counterclaim.publication.dates import When, period
from counterclaim.publication.parts import Parts
from counterclaim.publication.stages import Days


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation.

    Attributes:
        folder: where the pages are that its page lists, "" where it lists none.
    """

    url: str
    label: str
    folder: str = ""

    def holds(self, url: str) -> bool:
        """Whether a page is one of those that it lists."""
        return bool(self.folder) and url.startswith(self.folder)


@dataclass(frozen=True, slots=True)
class Group:
    """Links of the navigation that belong together, and what they are about."""

    label: str
    links: tuple[Link, ...]


NAVIGATION = (
    Group("The whole", (Link(urls.INDEX, "Overview"),)),
    Group(
        "Figures",
        (
            Link(urls.FINDINGS, "Findings", "findings/"),
            Link(urls.CONTRADICTIONS, "Contradictions", "contradictions/"),
        ),
    ),
    Group(
        "Events",
        (
            Link(urls.INCIDENTS, "Incidents", "incidents/"),
            Link(urls.CEASEFIRES, "Ceasefires"),
            Link(urls.TIMELINE, "Timeline"),
            Link(urls.MAP, "Map"),
        ),
    ),
    Group(
        "Evidence",
        (
            Link(urls.CLAIMS, "Claims", "claims/"),
            Link(urls.DOCUMENTS, "Documents", "documents/"),
            Link(urls.NAMES, "Names", "places/"),
        ),
    ),
    Group("About", (Link(urls.DECISIONS, "Decisions"), Link(urls.GUIDE, "Guide"))),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The record's name and dates, the days on which its claims were made, and the navigation."""

    name: str
    when: When | None
    days: Days | None = None
    navigation: tuple[Group, ...] = NAVIGATION


def frame(parts: Parts) -> Frame:
    """The frame of a record's pages."""
    conflict = parts.index.record.conflict
    return Frame(conflict.name or "A record of claims", period(conflict.start, conflict.end), parts.days)

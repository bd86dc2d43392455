"""Templates to HTML. Everything that comes from a document is hostile and is escaped."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from counterclaim.publication import urls
from counterclaim.publication.dates import date_words
from counterclaim.publication.earlier import changes, together
from counterclaim.publication.labels import BOUNDS, capitalised
from counterclaim.publication.views.frame import Frame


@cache
def environment() -> Environment:
    """The templates, with the filters and names that they use; the app shares it."""
    made = Environment(
        loader=FileSystemLoader(str(files("counterclaim.publication") / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(number=lambda number: f"{number:,}", date=date_words, capitalised=capitalised)
    made.filters.update(pairs=_pairs, numbers=_numbers, together=together, gone=_gone)
    made.globals.update(urls=urls, roles=BOUNDS)
    return made


class _Dated(Protocol):
    @property
    def day(self) -> str: ...


def _pairs(stages: Iterable[_Dated], field: str) -> tuple[tuple[str, str], ...]:
    """What a field of a thing's stages is from which day on, changes only."""
    return changes((stage.day, str(getattr(stage, field))) for stage in stages)


def _numbers(tallies: Iterable[tuple[str, object]], field: str) -> tuple[tuple[str, str], ...]:
    """A number of a tally from which day on, changes only."""
    return changes((day, f"{getattr(tally, field):,}") for day, tally in tallies)


def _gone(known: str) -> str:
    """The class of what stood on earlier days alone; `known` is as in `data-known`."""
    return "is-unknown" if known.rsplit(" ", 1)[-1].count("/") else ""


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)


def render(template: str, frame: Frame, url: str, page: object, root: str | None = None) -> str:
    """A page's HTML.

    Args:
        template: the template's file name.
        frame: what stands around every page.
        url: the page's address from the site's root.
        page: the page's typed context.
        root: the way from the page to the site's root; by default by relative links.
    """
    way = urls.root_of(url) if root is None else root
    return _template(template).render(frame=frame, url=url, root=way, page=page)


def picture(page: object) -> str:
    """A chart's picture as SVG; everything in it is escaped as in a page."""
    return _template("chart.svg").render(page=page).lstrip()

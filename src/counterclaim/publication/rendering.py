"""Templates to HTML. Everything that comes from a document is hostile and is escaped."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from counterclaim.publication import urls
from counterclaim.publication.dates import date_words
from counterclaim.publication.labels import BOUNDS, capitalised
from counterclaim.publication.stages import StageRow
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
    made.filters["pairs"] = _pairs
    made.globals.update(urls=urls, roles=BOUNDS)
    return made


def _pairs(stages: Iterable[StageRow], field: str) -> list[list[str]]:
    """What a field of a finding's stages is from which day on, changes only."""
    found: list[list[str]] = []
    for stage in stages:
        value = str(getattr(stage, field))
        if not found or found[-1][1] != value:
            found.append([stage.day, value])
    return found


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

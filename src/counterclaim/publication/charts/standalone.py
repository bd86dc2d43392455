"""A finding's chart as a picture of its own: SVG that needs no style sheet, and PNG."""

from dataclasses import dataclass
from textwrap import wrap

from counterclaim.publication.charts.claims_chart import ClaimsChart
from counterclaim.publication.errors import PublicationError
from counterclaim.publication.parts import Parts
from counterclaim.publication.rendering import picture
from counterclaim.publication.sides import Mark
from counterclaim.publication.views.finding import finding_page

WIDTH = 960
"""In pixels."""

_LINE = 120
"""How many letters of the sentence stand on one line."""

_HEAD, _PLOT, _LEGEND, _LINE_HEIGHT = 76, 320, 60, 20


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its heading, its legend and the sentence that says what it shows; sizes in pixels.

    Attributes:
        about: whose, where and when.
        figure: the range, in words.
        sides: the sides whose sources speak in it.
        lines: the sentence, in lines.
    """

    title: str
    about: str
    figure: str
    chart: ClaimsChart
    sides: tuple[Mark, ...]
    lines: tuple[str, ...]
    record: str
    width: int = WIDTH

    @property
    def plot_top(self) -> int:
        """Where the plot begins."""
        return _HEAD

    @property
    def legend_top(self) -> int:
        """Where the legend begins."""
        return _HEAD + _PLOT + 28

    @property
    def text_top(self) -> int:
        """Where the sentence begins."""
        return self.legend_top + _LEGEND

    @property
    def height(self) -> int:
        """The whole picture's height."""
        return self.text_top + _LINE_HEIGHT * (len(self.lines) + 1)


def chart_svg(parts: Parts, finding_id: str) -> str | None:
    """A finding's chart as SVG; None where it has too few dated claims for one."""
    page = finding_page(parts, finding_id)
    if page.chart is None:
        return None
    brief = page.brief
    marks = {item.brief.source.side for item in (*page.weighed, *page.repeats, *page.left_out)}
    sides = sorted(
        (mark for mark in marks if mark and mark.slot), key=lambda mark: (mark.slot or 0, mark.name)
    )
    about = (brief.party.name if brief.party else "", brief.scope, brief.where)
    return picture(
        Picture(
            title=brief.what,
            about=" · ".join(filter(None, about)),
            figure=brief.figure,
            chart=page.chart.of_now(),
            sides=tuple(sides),
            lines=tuple(wrap(page.sentence, _LINE)),
            record=parts.index.record.conflict.name or "A record of claims",
        )
    )


def as_png(svg: str, *, zoom: int = 2) -> bytes:
    """A picture as PNG.

    Args:
        svg: the picture.
        zoom: how many pixels of the PNG stand for one of the SVG.

    Raises:
        PublicationError: the extra `charts` is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ModuleNotFoundError:
        raise PublicationError(
            "drawing PNG needs a renderer that is not installed",
            "Install it (pip install 'counterclaim[charts]'), or export SVG.",
        ) from None
    return svg_to_bytes(svg_string=svg, zoom=zoom, background="#fdfdfc")

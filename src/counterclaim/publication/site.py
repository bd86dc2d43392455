"""The static site of a record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile

from counterclaim.model import Record
from counterclaim.publication import urls
from counterclaim.publication.charts.standalone import chart_svg
from counterclaim.publication.earlier import Earlier
from counterclaim.publication.errors import PublicationError
from counterclaim.publication.folder import replacing
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts
from counterclaim.publication.rendering import render
from counterclaim.publication.tiles import Tiles
from counterclaim.publication.views.ceasefires import ceasefires_page
from counterclaim.publication.views.claim import claim_page
from counterclaim.publication.views.claims import claims_page
from counterclaim.publication.views.contradiction import contradiction_page
from counterclaim.publication.views.contradictions import contradictions_page
from counterclaim.publication.views.decisions import decisions_page
from counterclaim.publication.views.document import document_page
from counterclaim.publication.views.documents import documents_page
from counterclaim.publication.views.finding import finding_page
from counterclaim.publication.views.findings import findings_page
from counterclaim.publication.views.frame import frame
from counterclaim.publication.views.guide import guide_page
from counterclaim.publication.views.incident import has_page, incident_page
from counterclaim.publication.views.incidents import incidents_page
from counterclaim.publication.views.map import map_page
from counterclaim.publication.views.names import names_page
from counterclaim.publication.views.overview import overview_page
from counterclaim.publication.views.place import place_page
from counterclaim.publication.views.timeline import timeline_page

STYLES = ("base.css", "parts.css", "pages.css", "map.css", "dark.css", "print.css")
SCRIPTS = ("site.js", "table.js", "as_of.js", "lists.js", "reader.js")
MAP_SCRIPTS = ("map.js", "outlines.js")
"""Large, and loaded by the map alone."""

ASSETS = (*STYLES, *SCRIPTS, *MAP_SCRIPTS, "icon.svg")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written: its address, its template and its context."""

    url: str
    template: str
    context: object


SINGLE_PAGES: tuple[tuple[str, str, Callable[[Parts], object]], ...] = (
    (urls.INDEX, "overview.html", overview_page),
    (urls.FINDINGS, "findings.html", findings_page),
    (urls.CONTRADICTIONS, "contradictions.html", contradictions_page),
    (urls.INCIDENTS, "incidents.html", incidents_page),
    (urls.TIMELINE, "timeline.html", timeline_page),
    (urls.CEASEFIRES, "ceasefires.html", ceasefires_page),
    (urls.MAP, "map.html", map_page),
    (urls.CLAIMS, "claims.html", claims_page),
    (urls.DOCUMENTS, "documents.html", documents_page),
    (urls.NAMES, "names.html", names_page),
    (urls.GUIDE, "guide.html", guide_page),
    (urls.DECISIONS, "decisions.html", decisions_page),
)


def publish(
    record: Record, folder: Path, tiles: Tiles | None = None, earlier: Sequence[Earlier] = ()
) -> Path:
    """Write a record as a site that opens from its files, with no server and no network.

    Args:
        record: everything that the casebook holds.
        folder: where the site goes; a site that is there is replaced as a whole.
        tiles: street tiles for the map; None: it has outlines alone, and asks for nothing.
        earlier: the record as it was known on earlier days, the earliest first, at which the slider
            stops; with fewer than two of them the site has no slider.

    Returns:
        The site's first page.

    Raises:
        PublicationError: the record refers to what it does not hold, the folder holds something
            else than a site or cannot be written, or the package was built without its scripts.
    """
    # 1. Look up the record's cross-references.
    parts = Parts(index_record(record), tiles, earlier)
    around = frame(parts)
    with replacing(folder) as fresh:
        # 2. Copy what the pages share.
        copy_assets(fresh / "assets")
        # 3. Write each page from its context.
        for page in pages(parts):
            path = fresh / page.url
            path.parent.mkdir(exist_ok=True)
            path.write_text(render(page.template, around, page.url, page.context), encoding="utf-8")
        # 4. Write each finding's chart as a picture of its own.
        (fresh / "charts").mkdir()
        for finding_id in parts.index.findings:
            drawn = chart_svg(parts, finding_id)
            if drawn is not None:
                (fresh / urls.chart(finding_id)).write_text(drawn, encoding="utf-8")
    # 5. The folder is swapped in, and its first page is the answer.
    return folder / urls.INDEX


def pages(parts: Parts) -> Iterator[Page]:
    """Every page of the site."""
    for url, template, view in SINGLE_PAGES:
        yield Page(url, template, view(parts))
    for finding_id in parts.index.findings:
        yield Page(urls.finding(finding_id), "finding.html", finding_page(parts, finding_id))
    for contradiction_id in parts.history.every_contradiction:
        yield Page(
            urls.contradiction(contradiction_id),
            "contradiction.html",
            contradiction_page(parts, contradiction_id),
        )
    for incident in filter(has_page, parts.index.incidents.values()):
        yield Page(urls.incident(incident.id), "incident.html", incident_page(parts, incident))
    for digest in parts.index.documents:
        yield Page(urls.document(digest), "document.html", document_page(parts, digest))
    for place_id in parts.places:
        yield Page(urls.place(place_id), "place.html", place_page(parts, place_id))
    for claim_id in parts.index.known:
        yield Page(urls.claim(claim_id), "claim.html", claim_page(parts, claim_id))


def copy_assets(folder: Path) -> None:
    """Copy the styles, the scripts and the icon.

    Raises:
        PublicationError: the scripts were not built with the package.
    """
    folder.mkdir(parents=True)
    for name in ASSETS:
        with as_file(files("counterclaim.publication") / "assets" / name) as source:
            if not source.exists():
                raise PublicationError(
                    f"the package lacks {name}, which is made when it is built",
                    "Install the package again, from its folder: pip install -e .",
                )
            copyfile(source, folder / name)

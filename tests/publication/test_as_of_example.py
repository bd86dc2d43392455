"""The slider of the example's site against sites that are built as of a day."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from counterclaim.casebook import Casebook
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import build, publish_site
from tests.publication.conftest import ROOT, Visitor

pytestmark = pytest.mark.browser

EXAMPLE = ROOT / "examples" / "karabakh-2020"
DAYS = ("2020-09-28", "2020-10-18", "2020-11-12", "2021-01-11")
ENTRIES = {
    "index.html": "main .lead, main .tally dd, main article.contradiction, main li[data-item], #limits + p",
    "findings.html": "main li[data-item]",
    "contradictions.html": "main li[data-item]",
    "incidents.html": "main li[data-item], main p.basis",
    "ceasefires.html": "main section",
    "timeline.html": "main li[data-item]",
    "map.html": "#control tbody tr, #map-claims tbody tr",
    "documents.html": "main tbody tr",
}
OWN_PAGES = {
    "findings.html": "main a.ledger-row",
    "contradictions.html": "main li[data-item] h2 a",
    "incidents.html": "main li[data-item] h2 a",
}
"""On which pages stand links to pages that have the slider too."""

OF_THE_SLIDER = "form.as-of, svg, figure, section:has(#stages), p.rule:last-child"
"""What differs on purpose: charts keep their scale, the table of stages its first line, ids their day's."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example's site under "", and those as of each day under the day."""
    folder = tmp_path_factory.mktemp("example")
    build([EXAMPLE / "sources"], folder / "case", settings=EXAMPLE / "casebook.toml", site=False)
    with Casebook.open(folder / "case") as casebook:
        publish_site(casebook, folder / "site")
        for day in DAYS:
            publish_site(casebook, folder / day, as_of=PartialDate(day))
    return {"": folder / "site", **{day: folder / day for day in DAYS}}


def _shown(page: Page, selector: str) -> list[str]:
    shown = (
        " ".join(each.inner_text().split()) for each in page.locator(selector).all() if each.is_visible()
    )
    return sorted(filter(None, shown))


def _links(page: Page, selector: str) -> list[tuple[str, str]]:
    every = [each for each in page.locator(selector).all() if each.is_visible()]
    return sorted((" ".join(each.inner_text().split()), each.get_attribute("href") or "") for each in every)


def _lines(page: Page) -> list[str]:
    page.evaluate("it => document.querySelectorAll(it).forEach(each => each.remove())", OF_THE_SLIDER)
    return sorted(line for line in page.inner_text("main").splitlines() if line.strip())


@pytest.mark.parametrize("day", DAYS)
def test_the_slider_lists_what_a_site_as_of_the_day_does(
    visitor: Visitor, sites: dict[str, Path], day: str
) -> None:
    for url, selector in ENTRIES.items():
        slid = _shown(visitor.open(sites[""] / url, f"?as-of={day}"), selector)
        assert slid == _shown(visitor.open(sites[day] / url), selector), url
        visitor.close()


def test_the_slider_says_of_each_figure_what_a_site_as_of_the_day_does(
    visitor: Visitor, sites: dict[str, Path]
) -> None:
    day = DAYS[1]
    slid, built = visitor.open(sites[""] / "index.html"), visitor.open(sites[day] / "index.html")
    compared = 0
    for url, selector in OWN_PAGES.items():
        slid.goto((sites[""] / url).as_uri() + f"?as-of={day}")
        built.goto((sites[day] / url).as_uri())
        pairs = zip(_links(slid, selector), _links(built, selector), strict=True)
        for (words, here), (same_words, there) in pairs:
            assert words == same_words
            slid.goto((sites[""] / here).as_uri() + f"?as-of={day}")
            built.goto((sites[day] / there).as_uri())
            assert _lines(slid) == _lines(built), (url, words)
            compared += 1
    assert compared > 40

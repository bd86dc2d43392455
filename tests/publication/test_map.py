"""The map in a browser: drawn from the table, filtered with it, reached by keyboard, without a network."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from counterclaim.model import Entity, Registers
from counterclaim.publication import Tiles, publish
from tests.publication import records
from tests.publication.conftest import Visitor
from tests.publication.pages import Page as SitePage

pytestmark = pytest.mark.browser

TILE = Path(__file__).with_name("tile.png")
NAMES = "Tskhinvali / Tskhinval"


def drawn(page: Page) -> Page:
    """The page once the map stands."""
    expect(page.locator("[data-map][data-ready]")).to_be_attached(timeout=30_000)
    expect(page.locator(".ring").first).to_be_attached(timeout=30_000)
    return page


def ring(page: Page, claims: str = "2 claims") -> Locator:
    return page.get_by_role("button", name=re.compile(f"Tskhinval ?: {claims}$"))


def test_a_place_is_drawn_under_all_its_names_with_the_number_of_its_claims(
    visitor: Visitor, site: Path
) -> None:
    page = drawn(visitor.open(site / "map.html"))
    expect(page.locator(".ring")).to_have_count(1)
    expect(ring(page)).to_be_visible()
    expect(page.locator("#map-claims tbody tr")).to_have_count(2)
    expect(page.locator(".ring-label")).to_have_text(NAMES)


def test_the_filter_leaves_on_the_map_what_it_leaves_in_the_table(visitor: Visitor, site: Path) -> None:
    page = drawn(visitor.open(site / "map.html", "#measure=wounded"))
    expect(ring(page, "1 claim")).to_be_visible()
    expect(page.locator("#map-claims tbody tr")).to_have_count(1)
    page.get_by_label("Source", exact=True).select_option("")
    page.get_by_role("button", name="Clear").click()
    expect(ring(page)).to_be_visible()
    assert page.url.endswith("map.html")
    page.get_by_label("Search the words").fill("no such words")
    expect(page.locator(".ring")).to_have_count(0)


def test_the_keyboard_opens_a_place_and_escape_goes_back(visitor: Visitor, site: Path) -> None:
    page = drawn(visitor.open(site / "map.html"))
    ring(page).focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("group", name=NAMES)
    expect(panel).to_be_focused()
    expect(panel.get_by_role("link", name="People wounded", exact=True)).to_be_visible()
    assert page.url.endswith("#place=p%2F1")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(ring(page)).to_be_focused()


def test_a_claim_leads_to_its_place_on_the_map_and_the_place_back(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims" / f"{records.WOUNDED.id}.html")
    page.get_by_role("link", name="On the map").click()
    drawn(page)
    panel = page.get_by_role("group", name=NAMES)
    expect(panel).to_be_visible()
    finding = panel.get_by_role("link", name="People wounded, South Ossetia: 273 or more")
    expect(finding).to_have_attribute("href", f"findings/{records.WOUNDED_OF_TSKHINVALI.id}.html")
    panel.get_by_role("link", name="All about this place").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES)
    page.get_by_role("link", name=re.compile("The claim ?: People wounded")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People wounded")


def test_the_sliders_set_the_dates_that_the_timeline_shares(visitor: Visitor, tmp_path: Path) -> None:
    site = publish(records.dated_record(), tmp_path / "site").parent
    page = drawn(visitor.open(site / "map.html"))
    until = page.get_by_label("Until the day")
    until.focus()
    until.press("Home")
    expect(until).to_have_attribute("aria-valuetext", "8 August 2008")
    expect(page.get_by_role("status").first).to_have_text("1 of 2 claims")
    expect(ring(page, "1 claim")).to_be_visible()
    assert page.url.endswith("#to=2008-08-08")
    page.get_by_role("link", name="The same on the timeline").click()
    assert page.url.endswith("timeline.html#to=2008-08-08")
    page.get_by_role("link", name="The same on the map").click()
    drawn(page)
    expect(page.locator("input[data-time=to]")).to_have_attribute("aria-valuetext", "8 August 2008")


def test_no_request_leaves_the_map(visitor: Visitor, site: Path) -> None:
    asked: list[str] = []
    page = visitor.open(site / "index.html")
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "map.html").as_uri())
    drawn(page)
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    names = {url.rsplit("/", 1)[-1] for url in asked}
    assert "map.js" in names and "map.js" not in SitePage(site / "claims.html").source


def test_street_tiles_are_asked_for_only_where_the_casebook_names_them(
    visitor: Visitor, tmp_path: Path
) -> None:
    tiles = Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "© The Example's Mappers")
    site = publish(records.record(), tmp_path / "site", tiles).parent
    asked: list[str] = []

    def serve(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(path=TILE, headers={"Access-Control-Allow-Origin": "*"})

    page = visitor.open(site / "index.html")
    page.route("https://tiles.example.org/**", serve)
    page.goto((site / "map.html").as_uri())
    drawn(page)
    expect(page.get_by_text("© The Example's Mappers")).to_be_visible()
    assert asked and all(re.search(r"/\d+/\d+/\d+\.png$", url) for url in asked)
    policies = [
        meta.attributes["content"]
        for meta in SitePage(site / "map.html").all("meta")
        if "http-equiv" in meta.attributes
    ]
    assert policies[0].endswith("worker-src blob:; connect-src blob: https://tiles.example.org")


def test_where_nothing_can_be_drawn_the_table_holds_the_same(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "index.html")
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto((site / "map.html").as_uri())
    expect(page.get_by_text("The map cannot be drawn in this browser")).to_be_visible()
    expect(page.locator("#map-claims tbody tr")).to_have_count(2)
    visitor.complaints.clear()


def test_without_scripts_the_table_is_there(visitor: Visitor, site: Path) -> None:
    context = visitor.browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto((site / "map.html").as_uri())
    expect(page.locator("#map-claims tbody tr")).to_have_count(2)
    expect(page.locator("[data-map]")).to_be_hidden()


def test_on_a_narrow_screen_no_place_lies_under_the_buttons(visitor: Visitor, tmp_path: Path) -> None:
    made = records.record()
    zugdidi = Entity("p/2", "place", "Zugdidi", ("Zugdidi",), latitude=42.509, longitude=41.871)
    registers = Registers(
        (*made.registers.entities, zugdidi), {**made.registers.by_name, ("place", "Zugdidi"): "p/2"}
    )
    claims = tuple(
        replace(one, place="Zugdidi") if one.id == records.WOUNDED.id else one for one in made.claims
    )
    site = publish(replace(made, claims=claims, registers=registers), tmp_path / "site").parent
    page = drawn(visitor.open(site / "map.html", width=375))
    expect(page.locator(".ring")).to_have_count(2)
    buttons = page.locator("[data-home]").bounding_box()
    rings = [one.bounding_box() for one in page.locator(".ring").all()]
    assert buttons and min(box["x"] for box in rings if box) >= buttons["x"] + buttons["width"]


def test_the_rings_follow_the_theme(visitor: Visitor, site: Path) -> None:
    page = drawn(visitor.open(site / "map.html"))
    ground = page.locator(".ring-ground")
    expect(ground).to_have_css("fill", "rgb(253, 253, 252)")
    page.get_by_role("button", name="Change to dark colours").click()
    expect(ground).to_have_css("fill", "rgb(20, 23, 26)")


def test_who_held_a_place_follows_the_time_and_nobody_is_preferred(visitor: Visitor, tmp_path: Path) -> None:
    site = publish(records.held_record(), tmp_path / "site").parent
    page = drawn(visitor.open(site / "map.html"))
    rows = page.locator("#control tbody tr:visible")
    expect(rows).to_have_count(2)  # the later capture and its denial
    held = page.locator(".held")
    expect(held).to_have_count(0)
    page.get_by_label("Show who held places on the last day, as claimed").check()
    expect(held).to_have_text("Russia (disputed)")
    page.get_by_label("Until the day").press("Home")
    expect(held).to_have_text("Georgia")
    expect(rows).to_have_count(1)
    assert page.url.endswith("#to=2008-08-08&control=1")
    again = drawn(visitor.open(site / "map.html", "#to=2008-08-08&control=1"))
    expect(again.locator(".held")).to_have_text("Georgia")
    own = visitor.open(site / "places" / "p_2F1.html")
    expect(own.locator(".control tbody tr")).to_have_count(3)
    expect(own.locator(".control")).to_contain_text("Russia did not take it")


def test_axe_finds_nothing_where_everything_is_shown(visitor: Visitor, tmp_path: Path, axe: str) -> None:
    site = publish(records.held_record(), tmp_path / "site").parent
    for url, state in (("map.html", "#control=1&place=p%2F1"), ("places/p_2F1.html", "")):
        for width, scheme in ((375, "dark"), (1280, "light")):
            page = visitor.open(site / url, state, width=width, scheme=scheme)
            if state:
                expect(drawn(page).get_by_role("group", name=NAMES)).to_be_visible()
            page.evaluate(axe)
            result = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width

"""The site in a browser, opened from its files as a reader would."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from counterclaim.model import (
    Conflict,
    Contradiction,
    Entity,
    Party,
    PassedOver,
    Reconciliation,
    Record,
    Registers,
    Unread,
)
from counterclaim.publication import publish
from tests.publication import records
from tests.publication.conftest import Visitor

pytestmark = pytest.mark.browser

WIDTHS = (375, 1280)
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
GROUNDS: dict[Literal["light", "dark"], str] = {"light": "rgb(253, 253, 252)", "dark": "rgb(20, 23, 26)"}
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
FIRST_DOCUMENT = f"documents/{records.FIRST_DAYS.digest[:16]}.html"
KINDS_OF_PAGE = {
    "overview": "index.html",
    "findings": "findings.html",
    "finding": f"findings/{records.DEAD_OF_SOUTH_OSSETIA.id}.html",
    "crossed finding": f"findings/{records.CROSSED.id}.html",
    "contradictions": "contradictions.html",
    "contradiction": f"contradictions/{records.CONTRADICTIONS[0].id}.html",
    "incidents": "incidents.html",
    "incident": f"incidents/{records.INCIDENT.id}.html",
    "timeline": "timeline.html",
    "map": "map.html",
    "place": "places/p_2F1.html",
    "claims": "claims.html",
    "claim": f"claims/{records.KILLED_1400.id}.html",
    "documents": "documents.html",
    "document": FIRST_DOCUMENT,
    "names": "names.html",
    "guide": "guide.html",
}
every_kind = pytest.mark.parametrize("url", KINDS_OF_PAGE.values(), ids=KINDS_OF_PAGE.keys())


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def use_scheme(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Prefer a colour scheme, and wait for the page to follow."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("html")).to_have_css("background-color", GROUNDS[scheme])


@every_kind
def test_no_page_is_wider_than_the_window(visitor: Visitor, site: Path, url: str) -> None:
    page = visitor.open(site / url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_that_do_not_break_do_not_widen_the_page(visitor: Visitor, tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 6
    text = records.document(f"{long}.txt", f"{long} killed 5 {long} in {long}", title=long, publisher=long)
    claim = replace(
        records.toll(text, text.text, "5", 5, 5),
        party=long,
        place=long,
        source=long,
        actor=long,
        source_side=long,
    )
    finding = records.finding(
        "killed", "person", long, claim, None, records.weighed(claim, "floor", long), place=long
    )
    dispute = Contradiction("denial", (claim.id,), long, 1.0)
    registers = Registers((Entity("e", "source", long, (long, long + "en")),), {("source", long): "e"})
    record = Record(
        conflict=Conflict(name=long, parties=(Party(long, long, (long,)),)),
        documents=(text,),
        unread=(Unread(long, long, long),),
        claims=(claim,),
        passed_over=(PassedOver(text.digest, 0, len(long), long, long),),
        registers=registers,
        reconciliation=Reconciliation((finding,), (dispute,)),
    )
    folder = publish(record, tmp_path / "site").parent
    wide = []
    for path in sorted(folder.rglob("*.html")):
        page = visitor.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path.relative_to(folder).parts[0], width))
    assert wide == []


@every_kind
def test_text_stands_out_from_its_ground(visitor: Visitor, site: Path, url: str) -> None:
    page = visitor.open(site / url)
    for scheme in GROUNDS:
        use_scheme(page, scheme)
        result = page.evaluate(CONTRAST)
        assert result["complaints"] == [], scheme
        assert result["seen"] > 10


@every_kind
def test_axe_finds_nothing(visitor: Visitor, site: Path, axe: str, url: str) -> None:
    page = visitor.open(site / url)
    page.evaluate(axe)
    for width, scheme in zip(WIDTHS, GROUNDS, strict=True):
        page.set_viewport_size({"width": width, "height": 800})
        use_scheme(page, scheme)
        result = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
        found = [(rule["id"], rule["impact"], rule["nodes"][0]["html"]) for rule in result["violations"]]
        assert found == [], json.dumps(found, indent=1)


def test_the_keyboard_alone_leads_from_a_figure_to_the_words(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "index.html")

    def tab_to(href: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.getAttribute('href')") == href:
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                page.keyboard.press("Enter")
                page.wait_for_load_state()
                return
        raise AssertionError(f"no way by Tab to {href}")

    finding, claim = records.DEAD_OF_SOUTH_OSSETIA, records.KILLED_162
    tab_to(f"findings/{finding.id}.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("People killed")
    tab_to(f"../claims/{claim.id}.html")
    expect(page.locator("#words")).to_be_visible()
    tab_to(f"../documents/{claim.document[:16]}.html#w-{claim.id}")
    expect(page.locator(f"#w-{claim.id}")).to_be_in_viewport()
    assert selected_words(page) == claim.quote
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.text') !== null")


def test_the_skip_link_is_first_and_leads_to_the_content(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html", "#kind=event")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("2 of 12 claims")


def test_landmarks_are_named_for_a_screen_reader(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html")
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("navigation", name="Pages", exact=True)).to_be_visible()
    expect(page.get_by_role("search", name="Filter claims")).to_be_visible()
    expect(page.get_by_role("table", name="Claims, by date")).to_be_visible()
    expect(page.get_by_role("link", name="Claims", exact=True)).to_have_attribute("aria-current", "page")
    page = visitor.open(site / KINDS_OF_PAGE["contradiction"])
    of_kind = page.get_by_role("navigation").get_by_role("link", name="Contradictions")
    expect(of_kind).to_have_attribute("aria-current", "true")


# ---------------------------------------------------------------- filters


def test_the_table_filters_and_the_address_keeps_it(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html")
    status = page.get_by_role("status")
    expect(status).to_have_text("12 claims")
    page.get_by_label("Search the words").fill("TSKHINVAL bodies")
    expect(status).to_have_text("2 of 12 claims")
    page.get_by_label("What").select_option("People wounded")
    expect(status).to_have_text("1 of 12 claims")
    expect(page.locator("tbody tr")).to_have_count(1)
    assert fragment(page) == "q=TSKHINVAL+bodies&what=People+wounded"
    again = visitor.open(site / "claims.html", f"#{fragment(page)}")
    expect(again.get_by_label("What")).to_have_value("People wounded")
    expect(again.get_by_role("status")).to_have_text("1 of 12 claims")
    again.get_by_role("button", name="Clear").click()
    expect(again.get_by_role("status")).to_have_text("12 claims")
    assert fragment(again) == ""


@pytest.mark.parametrize(
    ("state", "left"),
    [
        ("party=Georgia", "5"),
        ("source=Human%20Rights%20Watch", "3"),
        ("from=2008-08-09&to=2008-08-11", "2"),
        ("kind=count&to=2008-08-09", "1"),
        ("q=zzz", "0"),
    ],
)
def test_each_filter_leaves_what_it_says(visitor: Visitor, site: Path, state: str, left: str) -> None:
    page = visitor.open(site / "claims.html", f"#{state}")
    expect(page.get_by_role("status")).to_have_text(f"{left} of 12 claims")


def test_the_table_sorts_by_its_headings(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html", "#kind=count")
    header = page.get_by_role("columnheader", name="Number")
    header.get_by_role("button").click()
    assert page.locator(".cell-figure").all_inner_texts()[:3] == ["14", "44", "67"]
    expect(header).to_have_attribute("aria-sort", "ascending")
    header.get_by_role("button").click()
    assert page.locator(".cell-figure").all_inner_texts()[:2] == ["about 2,000", "1,401 or more"]
    assert fragment(page) == "kind=count&sort=-number"


def test_a_long_table_turns_its_pages(visitor: Visitor, large_site: Path) -> None:
    page = visitor.open(large_site / "claims.html")
    status = page.get_by_role("status")
    expect(status).to_have_text("600 claims, rows 1 to 100")
    expect(page.get_by_role("button", name="Earlier rows")).to_be_disabled()
    page.get_by_role("button", name="Later rows").click()
    expect(status).to_have_text("600 claims, rows 101 to 200")
    assert fragment(page) == "page=2"
    page.get_by_label("Source").select_option("Observer 3")
    expect(status).to_have_text("20 of 600 claims")
    expect(page.get_by_role("button", name="Later rows")).to_be_hidden()


def test_the_timeline_filters_its_days_and_months(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "timeline.html")
    expect(page.get_by_role("heading", level=2)).to_have_text(
        ["August 2008", "December 2008", "2009", "September 2009"]
    )
    page.get_by_label("Source").select_option("Investigative Committee")
    expect(page.get_by_role("status")).to_have_text("1 of 12 entries")
    visible = page.get_by_role("heading", level=2)
    expect(visible).to_have_text(["December 2008"])
    expect(page.get_by_role("navigation", name="Months").get_by_role("link")).to_have_text(
        [re.compile("December 2008 *1")]
    )
    assert fragment(page) == "source=Investigative+Committee"


@pytest.mark.parametrize(
    ("url", "state", "left"),
    [
        ("findings.html", "party=South%20Ossetia", "2 of 4 findings"),
        ("contradictions.html", "kind=arithmetic", "1 of 2 contradictions"),
        ("contradictions.html", "source=Georgia", "1 of 2 contradictions"),
        ("contradictions.html", "grade=heavy", "1 of 2 contradictions"),
        ("contradictions.html", "q=policemen", "1 of 2 contradictions"),
    ],
)
def test_lists_filter_too(visitor: Visitor, site: Path, url: str, state: str, left: str) -> None:
    page = visitor.open(site / url, f"#{state}")
    expect(page.get_by_role("status")).to_have_text(left)


def test_further_filters_open_on_a_narrow_screen_when_asked_or_set(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html", width=375)
    expect(page.get_by_label("Party")).to_be_hidden()
    page.get_by_text("More filters").click()
    expect(page.get_by_label("Party")).to_be_visible()
    set_one = visitor.open(site / "claims.html", "#party=Georgia", width=375)
    expect(set_one.get_by_label("Party")).to_be_visible()


# ---------------------------------------------------------------- a document


def selected_words(page: Page) -> str:
    return str(
        page.evaluate(
            "[...document.querySelectorAll('.text .is-selected')].map((run) => run.textContent).join('')"
        )
    )


def test_highlights_are_the_quotes_in_the_browser_too(visitor: Visitor, site: Path) -> None:
    for document in records.DOCUMENTS:
        page = visitor.open(site / "documents" / f"{document.digest[:16]}.html")
        assert page.locator(".text").evaluate("(text) => text.textContent") == document.text
        for claim in (claim for claim in records.CLAIMS if claim.document == document.digest):
            runs = f"[...document.querySelectorAll('.text [data-claims~=\"{claim.id}\"]')]"
            assert page.evaluate(f"{runs}.map((run) => run.textContent).join('')") == claim.quote


@pytest.mark.parametrize("width", WIDTHS)
def test_a_number_in_the_text_opens_its_claim_and_escape_goes_back(
    visitor: Visitor, site: Path, width: int
) -> None:
    claim = records.WOUNDED
    page = visitor.open(site / FIRST_DOCUMENT, width=width)
    number = page.locator(f"#w-{claim.id}")
    number.focus()
    page.keyboard.press("Enter")
    card = page.locator(f"#c-{claim.id}")
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("People wounded")
    expect(card.get_by_role("link", name="People wounded, South Ossetia: 273 or more")).to_be_visible()
    assert selected_words(page) == claim.quote
    assert fragment(page) == f"w-{claim.id}"
    page.keyboard.press("Escape")
    expect(number).to_be_focused()
    assert selected_words(page) == ""


def test_words_of_several_claims_open_them_all(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / FIRST_DOCUMENT, width=375)
    page.get_by_text("Doctors at the town's hospital counted").first.click()
    expect(page.locator(".card.is-selected")).to_have_count(3)
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".card.is-selected")).to_have_count(0)


# ---------------------------------------------------------------- theme, menu, without scripts


def test_the_theme_button_turns_the_colours_and_they_stay(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "index.html")
    page.get_by_role("button", name="Change to dark colours").click()
    assert page.evaluate(GROUND) == GROUNDS["dark"]
    page.goto((site / "guide.html").as_uri())
    assert page.evaluate(GROUND) == GROUNDS["dark"]
    page.get_by_role("button", name="Change to light colours").click()
    assert page.evaluate(GROUND) == GROUNDS["light"]


def test_the_menu_of_a_narrow_screen_opens(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "index.html", width=375)
    link = page.get_by_role("link", name="Timeline", exact=True)
    expect(link).to_be_hidden()
    menu = page.get_by_role("button", name="Menu")
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")


def test_without_scripts_everything_is_there_to_read(visitor: Visitor, site: Path) -> None:
    context = visitor.browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto((site / "claims.html").as_uri())
    expect(page.locator("tbody tr")).to_have_count(len(records.CLAIMS))
    expect(page.get_by_role("search")).to_have_count(0)
    expect(page.get_by_role("link", name="Timeline", exact=True)).to_be_visible()


def test_paper_has_no_controls_and_dark_ink(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "timeline.html", scheme="dark")
    page.get_by_role("button", name="Change to light colours").click()
    page.get_by_role("button", name="Change to dark colours").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    expect(page.get_by_text("412").first).to_be_visible()


def test_incidents_are_filtered_by_party(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "incidents.html", "#party=Georgia")
    assert page.locator("#incidents > li:visible").count() == 1
    page = visitor.open(site / "incidents.html", "#q=nowhere")
    assert page.locator("#incidents > li:visible").count() == 0


def test_an_answer_of_a_dispute_leads_to_its_report(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "incidents" / f"{records.INCIDENT.id}.html", width=390)
    page.locator(".differences:visible a").first.click()
    assert page.url.endswith(f"#claim-{records.BODIES.id}")
    assert page.locator(f"#claim-{records.BODIES.id}").is_visible()

"""The site as files: whole, linked, safe, the same each time."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from counterclaim.model import Claim, Document, Record
from counterclaim.publication import publish
from counterclaim.publication.site import SCRIPTS, SINGLE_PAGES
from tests.publication import records
from tests.publication.pages import Page, read_site

Site = dict[Path, Page]


@pytest.fixture(scope="module")
def pages(site: Path) -> Site:
    return read_site(site)


def document_page(site: Path, document: Document) -> Page:
    return Page(site / "documents" / f"{document.digest[:16]}.html")


def test_there_is_a_page_for_everything(site: Path, pages: Site) -> None:
    expected = {site / url for url, _, _ in SINGLE_PAGES}
    expected |= {site / "claims" / f"{claim.id}.html" for claim in records.CLAIMS}
    expected |= {site / "findings" / f"{finding.id}.html" for finding in records.FINDINGS}
    expected |= {site / "contradictions" / f"{one.id}.html" for one in records.CONTRADICTIONS}
    expected |= {site / "documents" / f"{document.digest[:16]}.html" for document in records.DOCUMENTS}
    expected |= {site / "incidents" / f"{records.INCIDENT.id}.html"}
    expected |= {site / "places" / "p_2F1.html"}
    assert set(pages) == expected


def test_every_link_leads_somewhere(pages: Site) -> None:
    broken = []
    for page in pages.values():
        for element in page.elements:
            href = element.attributes.get("href") or element.attributes.get("src")
            if href is None or href.startswith("https://"):
                continue
            path, fragment = page.target(href)
            there = path.exists() and (not fragment or "=" in fragment or fragment in pages[path].ids)
            if not there:
                broken.append((page.path.name, href))
    assert broken == []


def test_no_id_stands_twice(pages: Site) -> None:
    for page in pages.values():
        assert len(page.ids) == len(set(page.ids)), page.path


def test_references_by_id_hold(pages: Site) -> None:
    for page in pages.values():
        for attribute in (
            "aria-labelledby",
            "aria-controls",
            "for",
            "data-filter",
            "data-pager",
            "data-jump",
        ):
            for element in page.having(attribute):
                assert set(element.attributes[attribute].split()) <= set(page.ids), (page.path, attribute)


def test_headings_are_in_order_and_landmarks_are_there(pages: Site) -> None:
    for page in pages.values():
        levels = [int(element.tag[1]) for element in page.elements if re.fullmatch(r"h[1-6]", element.tag)]
        assert levels.count(1) == 1, page.path
        assert levels[0] == 1, page.path
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), page.path
        assert [len(page.all(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1], page.path
        assert page.all("a")[0].attributes["href"] == "#main", page.path


def test_tables_have_captions_and_headed_columns(pages: Site) -> None:
    tables = 0
    for page in pages.values():
        assert len(page.all("table")) == len(page.all("caption")), page.path
        assert all("scope" in header.attributes for header in page.all("th")), page.path
        tables += len(page.all("table"))
    assert tables > len(records.CLAIMS)


def test_nothing_runs_or_loads_but_the_sites_own_files(pages: Site) -> None:
    for page in pages.values():
        policy = next(meta.attributes for meta in page.all("meta") if "http-equiv" in meta.attributes)
        assert policy["http-equiv"] == "Content-Security-Policy"
        assert policy["content"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert all(script.attributes.get("src") and not script.words for script in page.all("script"))
        assert not page.all("style")
        assert not page.having("style")
        assert not [name for element in page.elements for name in element.attributes if name.startswith("on")]


def test_only_web_addresses_become_links(site: Path) -> None:
    early, late = document_page(site, records.FIRST_DAYS), document_page(site, records.LATER_COUNTS)
    assert [a.words for a in early.all("a") if a.attributes["href"] == records.FIRST_DAYS.url] == [
        records.FIRST_DAYS.url
    ]
    assert "javascript:alert(1)" in late.source
    assert not [a for a in late.all("a") if a.attributes["href"].startswith("javascript")]


def test_words_of_documents_are_text_and_nothing_else(tmp_path: Path) -> None:
    """A hostile document: every field that a page shows carries markup."""
    evil = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"' {{ 7*7 }}"
    text = f"Title {evil}\n\n5 people were killed {evil} in {evil}."
    source = records.document(
        f"{evil}.txt", text, title=evil, publisher=evil, author=evil, url=evil, language=evil
    )
    claim = replace(
        records.claim(source, f"5 people were killed {evil} in {evil}", "5"),
        source=evil, party=evil, actor=evil, place=evil, measure=evil, object=evil,
        low=5, high=5, scope="cumulative",
    )  # fmt: skip
    folder = publish(
        Record(replace(records.CONFLICT, name=evil), (source,), (), (claim,)), tmp_path / "site"
    ).parent
    for page in read_site(folder).values():
        assert not page.all("img")
        assert all(
            script.attributes.get("src", "").startswith(("assets/", "../assets/"))
            for script in page.all("script")
        )
        assert "49" not in page.by_id("main").words
    assert document_page(folder, source).by_id("main").words.count(evil) >= 4


def quoted(page: Page, claim: Claim) -> str:
    """The text that a document's page marks as a claim's."""
    return "".join(
        run.words for run in page.having("data-claims") if claim.id in run.attributes["data-claims"].split()
    )


def test_highlights_are_the_quotes(site: Path) -> None:
    for document in records.DOCUMENTS:
        page = document_page(site, document)
        text = next(element for element in page.elements if element.attributes.get("class") == "text")
        assert text.words == document.text
        for claim in records.CLAIMS:
            if claim.document == document.digest:
                assert quoted(page, claim) == claim.quote


def test_each_claim_is_reached_by_its_own_number(site: Path) -> None:
    page = document_page(site, records.LATER_COUNTS)
    shown = {
        claim.id: page.by_id(f"w-{claim.id}").words
        for claim in (records.GEORGIAN_TOTAL, *records.GEORGIAN_PARTS)
    }
    assert list(shown.values()) == ["412", "170", "14 ", "228"]
    hrefs = [page.by_id(f"w-{key}").attributes["href"] for key in shown]
    assert hrefs == [f"#c-{key}" for key in shown]


def test_claims_that_share_a_number_are_both_reached(tmp_path: Path) -> None:
    text = records.document("both.txt", "The two armies accused each other of shelling.")
    first = records.claim(text, text.text[:-1], "accused", kind="event", event_type="accusation", actor="One")
    other = replace(first, actor="Other", ordinal=1)
    folder = publish(Record(records.CONFLICT, (text,), (), (first, other)), tmp_path / "site").parent
    page = document_page(folder, text)
    assert {f"w-{first.id}", f"w-{other.id}"} <= set(page.ids)
    [link] = page.having("data-keys")
    assert set(link.attributes["data-keys"].split()) == {first.id, other.id}


def test_figure_to_claims_to_words_takes_two_clicks(site: Path, pages: Site) -> None:
    finding = records.DEAD_OF_SOUTH_OSSETIA
    overview, page = pages[site / "index.html"], pages[site / "findings" / f"{finding.id}.html"]
    assert overview.target(f"findings/{finding.id}.html")[0] == page.path
    assert f"findings/{finding.id}.html" in [a.attributes["href"] for a in overview.all("a")]
    hrefs = [a.attributes["href"] for a in page.all("a")]
    for weighing in finding.weighings:
        digest = next(claim.document for claim in records.CLAIMS if claim.id == weighing.claim)
        assert f"../documents/{digest[:16]}.html#w-{weighing.claim}" in hrefs
        assert f"../claims/{weighing.claim}.html" in hrefs
        assert weighing.reason in page.by_id("main").words


def test_what_was_not_read_and_what_was_passed_over_is_shown(site: Path, pages: Site) -> None:
    listing = pages[site / "documents.html"].by_id("main").words
    assert "scan.pdf" in listing
    assert "It holds pictures of pages and no text." in listing
    page = document_page(site, records.FIRST_DAYS)
    assert "A day of the month 1" in page.by_id("main").words
    assert page.by_id("p-1").words == "8"


def test_a_claim_tells_which_words_gave_each_field(site: Path, pages: Site) -> None:
    page = pages[site / "claims" / f"{records.KILLED_1400.id}.html"]
    rows = ["".join(row.text).split("\n") for row in page.all("tr")]
    least = next(row for row in rows if row[0].startswith("Least number"))
    assert least == ["Least number1,401", "1,400", "the.rule"]
    assert "Whose" in page.by_id("main").words
    assert "Done to" not in page.by_id("main").words


def test_the_same_record_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    made = records.record()
    again = publish(made, tmp_path / "again", earlier=records.earlier(made)).parent
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []


def test_an_empty_record_is_a_site_too(tmp_path: Path) -> None:
    folder = publish(Record(replace(records.CONFLICT, name="", parties=())), tmp_path / "site").parent
    assert "No contradiction was found" in Page(folder / "index.html").source
    assert len(read_site(folder)) == len(SINGLE_PAGES)


def test_scripts_are_small_and_classic(site: Path) -> None:
    scripts = [(site / "assets" / name).read_text(encoding="utf-8") for name in SCRIPTS]
    assert sum(map(len, scripts)) < 20_000
    assert not [script for script in scripts if re.search(r"\b(import|export)\b|fetch\(", script)]

"""The slider of what could be known when, in a browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from counterclaim.model import Finding
from counterclaim.partial_date import PartialDate
from counterclaim.publication import publish
from counterclaim.publication.estimates import estimate_words
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.map import map_page
from counterclaim.reconciliation import reconcile
from tests.publication import records
from tests.publication.conftest import Visitor

pytestmark = pytest.mark.browser

BEFORE_THE_REPORT = "?as-of=2008-12-31"
KNOWN_THEN = [claim for claim in records.record().claims if claim.document == records.FIRST_DAYS.digest]


def test_claims_made_later_are_hidden(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "claims.html", BEFORE_THE_REPORT)
    expect(page.locator("#claims tbody tr")).to_have_count(len(KNOWN_THEN))
    expect(page.locator(".filter-status")).to_contain_text(f"{len(KNOWN_THEN)} of ")
    expect(page.locator("[data-as-of-words]")).to_have_text("31 December 2008")


def test_the_slider_goes_by_keyboard_and_the_address_keeps_the_day(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "timeline.html")
    slider = page.get_by_label("As known on")
    every = page.locator("#timeline [data-item]:visible").count()
    slider.press("Home")
    expect(page).to_have_url(f"{(site / 'timeline.html').as_uri()}?as-of=2008-08-14")
    assert page.locator("#timeline [data-item]:visible").count() < every
    page.get_by_role("button", name="All that is known").click()
    expect(page).to_have_url((site / "timeline.html").as_uri())
    expect(page.locator("#timeline [data-item]:visible")).to_have_count(every)


def test_links_take_the_day_along(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "findings.html", BEFORE_THE_REPORT)
    page.get_by_role("link", name="Claims", exact=True).click()
    expect(page).to_have_url(f"{(site / 'claims.html').as_uri()}{BEFORE_THE_REPORT}")


def test_an_incident_shows_the_reports_made_by_then_and_no_later_figure(visitor: Visitor, site: Path) -> None:
    path = site / f"incidents/{records.INCIDENT.id}.html"
    known = {brief.id for brief in KNOWN_THEN}
    page = visitor.open(path, BEFORE_THE_REPORT)
    for report in records.INCIDENT.reports:
        told = page.locator(f"#claim-{report.claim}")
        expect(told).to_be_visible() if report.claim in known else expect(told).to_be_hidden()
    expect(page.get_by_role("heading", name="The dead")).to_be_visible()
    page = visitor.open(path, "?as-of=2008-08-01")
    expect(page.get_by_role("heading", name="The dead")).to_be_hidden()


def test_a_contradiction_stands_from_the_day_of_its_last_claim(visitor: Visitor, site: Path) -> None:
    path = site / f"contradictions/{records.CONTRADICTIONS[0].id}.html"
    notice = "there was no such contradiction"
    page = visitor.open(path)
    expect(page.get_by_text("1,401 or more, or 162.")).to_be_visible()
    expect(page.get_by_text(notice)).to_be_hidden()
    page = visitor.open(path, BEFORE_THE_REPORT)
    expect(page.get_by_text("1,401 or more, or 162.")).to_be_hidden()
    expect(page.get_by_text(notice)).to_be_visible()


def test_the_map_shows_what_was_claimed_by_then(visitor: Visitor, site: Path) -> None:
    rows = map_page(Parts(index_record(records.record()))).rows
    first = min(row.row.brief.known for row in rows)
    for day, shown in (("2008-08-01", 0), (first, sum(row.row.brief.known <= first for row in rows))):
        page = visitor.open(site / "map.html", f"?as-of={day}")
        expect(page.locator("#map-claims tbody tr")).to_have_count(shown)


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finding]:
    """A site whose findings follow from its claims, and the finding of the dead of South Ossetia."""
    record = records.record()
    found = reconcile(record.claims, record.conflict, record.registers, documents=record.documents)
    [toll] = [
        one
        for one in found.findings
        if {records.KILLED_2000.id, records.KILLED_162.id} <= {each.claim for each in one.weighings}
    ]
    fresh = replace(record, reconciliation=found)
    folder = tmp_path_factory.mktemp("revised") / "site"
    return publish(fresh, folder, earlier=records.earlier(fresh, anew=True)).parent, toll


def test_a_finding_shows_its_earlier_range_and_claims(
    visitor: Visitor, revised: tuple[Path, Finding]
) -> None:
    site, toll = revised
    path = site / f"findings/{toll.id}.html"
    now = visitor.open(path).locator("main .lead").inner_text()
    page = visitor.open(path, BEFORE_THE_REPORT)
    expect(page.locator("main .lead")).not_to_have_text(now)
    expect(page.locator(f"#claim-{records.KILLED_162.id}")).to_be_hidden()
    expect(page.locator(f"#claim-{records.KILLED_2000.id}")).to_be_visible()
    expect(page.locator("table.stages tbody tr:visible")).to_have_count(1)


def test_a_finding_shows_the_estimate_that_it_had(visitor: Visitor, revised: tuple[Path, Finding]) -> None:
    site, toll = revised
    path = site / f"findings/{toll.id}.html"
    shown = ".estimate [data-variants] p:visible"
    expect(visitor.open(path, BEFORE_THE_REPORT).locator(shown)).to_have_text(_estimated("2008-12-31"))
    expect(visitor.open(path).locator(shown)).to_have_text(_estimated(None))


def _estimated(as_of: str | None) -> str:
    """What reconciling anew as of a day estimates of the dead of South Ossetia."""
    record, day = records.record(), PartialDate(as_of) if as_of else None
    given = (record.claims, record.conflict, record.registers)
    found = reconcile(*given, documents=record.documents, as_of=day)
    [toll] = [
        one for one in found.findings if records.KILLED_2000.id in {each.claim for each in one.weighings}
    ]
    return next(estimate_words(one) for one in found.estimates if one.finding == toll.id)


def test_a_finding_shows_the_lines_and_the_bar_that_it_had(visitor: Visitor, tmp_path: Path) -> None:
    record = records.record()
    higher = replace(records.KILLED_162, low=2500, high=2500)
    claims = tuple(higher if claim.id == higher.id else claim for claim in record.claims)
    found = reconcile(claims, record.conflict, record.registers, documents=record.documents)
    [toll] = [one for one in found.findings if higher.id in {each.claim for each in one.weighings}]
    fresh = replace(record, claims=claims, reconciliation=found)
    site = publish(fresh, tmp_path / "site", earlier=records.earlier(fresh, anew=True)).parent
    labels = "svg.chart-plot .level-label:visible"
    path = site / f"findings/{toll.id}.html"
    now = visitor.open(path).locator(labels).all_text_contents()
    then = visitor.open(path, BEFORE_THE_REPORT).locator(labels).all_text_contents()
    assert now
    assert then != now
    chosen = visitor.open(path, BEFORE_THE_REPORT).locator("table.choices tbody")
    expect(chosen).to_contain_text("2,000")
    expect(chosen).not_to_contain_text("2,500")
    role = f".evidence-item:visible:has(a[href$='{records.KILLED_2000.id}.html']) .evidence-role span"
    expect(visitor.open(path, BEFORE_THE_REPORT).locator(role)).to_have_text("sets the floor")
    expect(visitor.open(path).locator(role)).not_to_have_text("sets the floor")
    bar = f'a[href$="{toll.id}.html"] .ledger-bar > :visible'
    of_now = visitor.open(site / "findings.html").locator(bar)
    expect(of_now).to_have_count(1)
    drawn = of_now.inner_html()
    earlier = visitor.open(site / "findings.html", BEFORE_THE_REPORT).locator(bar)
    expect(earlier).to_have_count(1)
    assert earlier.inner_html() != drawn

"""The contexts of the pages."""

from dataclasses import replace
from typing import get_args

import pytest

from counterclaim.model import ContradictionKind, Estimate, EstimateSource, Record, Weighing
from counterclaim.partial_date import PartialDate
from counterclaim.publication.index import index_record
from counterclaim.publication.labels import CONTRADICTION_KINDS, count_phrase, event_phrase
from counterclaim.publication.parts import Parts
from counterclaim.publication.views.claims import claims_page
from counterclaim.publication.views.contradiction import contradiction_page
from counterclaim.publication.views.document import web_address
from counterclaim.publication.views.estimate import Told
from counterclaim.publication.views.finding import finding_page
from counterclaim.publication.views.findings import findings_page
from counterclaim.publication.views.incident import incident_page, incidents_of
from counterclaim.publication.views.incidents import incidents_page
from counterclaim.publication.views.names import names_page
from counterclaim.publication.views.overview import KEY_FIGURES, overview_page
from counterclaim.publication.views.timeline import timeline_page
from counterclaim.reconciliation.tables import load_tables
from tests.publication import records


def parts_of(record: Record) -> Parts:
    return Parts(index_record(record))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return parts_of(records.record())


def test_a_findings_claims_are_told_apart_by_what_they_did(parts: Parts) -> None:
    page = finding_page(parts, records.DEAD_OF_SOUTH_OSSETIA.id)
    assert [item.brief.id for item in page.weighed] == [records.KILLED_162.id]
    assert [item.brief.id for item in page.repeats] == [records.KILLED_2000.id]
    assert [item.brief.id for item in page.left_out] == [records.KILLED_1400.id]
    assert page.weighed[0].sets == ("floor",)
    assert page.repeats[0].repeats is parts.claim(records.KILLED_1400.id)
    assert [item.kind for item in page.contradictions] == ["disagreement"]


def test_parties_stand_side_by_side_on_one_scale(parts: Parts) -> None:
    groups = {group.key: group for group in findings_page(parts).groups}
    killed = groups["person-killed-cumulative"]
    assert (killed.what, killed.family) == ("People killed", "People")
    assert [row.brief.party.name for row in killed.rows if row.brief.party] == ["Georgia", "South Ossetia"]
    assert killed.ticks[-1].label == "500"
    georgia, ossetia = (row.bar for row in killed.rows)
    assert georgia is not None
    assert ossetia is not None
    assert (georgia.start, ossetia.start) == (82.4, 32.4)


def test_key_figures_are_what_several_claims_speak_of_first() -> None:
    record = records.large_record(claims=400, documents=4)
    page = overview_page(parts_of(record))
    shown = [row.brief.finding.mentions for group in page.key_figures for row in group.rows]
    assert len(shown) == KEY_FIGURES
    assert min(shown) == 6
    assert page.tally.claims == 400


def test_the_heaviest_contradiction_comes_first_and_shared_words_stand_once(parts: Parts) -> None:
    (heaviest, _), (lighter, _) = overview_page(parts).heaviest
    assert [heaviest.weight, lighter.weight] == [90, 40]
    [[voice]] = (camp.voices for camp in heaviest.camps)
    assert [brief.figure for brief in voice.claims] == ["412", "170", "228"]
    assert [piece for piece, is_key in voice.words.pieces if is_key] == ["412", "170", "228"]
    assert "".join(piece for piece, _ in voice.words.pieces) == records.GEORGIAN_TOTAL.quote
    assert [camp.label for camp in lighter.camps] == ["1,401 or more", "162"]


def test_a_contradiction_has_a_page_with_its_rule_and_what_stands_on_its_claims() -> None:
    [dispute, sum_] = records.CONTRADICTIONS
    graded = replace(dispute, rule="figures_exclude", grade="1.00 (gravity) × 0.40 (any disagreement)")
    record = records.record()
    found = replace(record.reconciliation, contradictions=(graded, sum_))
    page = contradiction_page(parts_of(replace(record, reconciliation=found)), dispute.id)
    assert page.rule is load_tables().contradictions["figures_exclude"]
    assert (page.brief.grade, page.reckoning) == ("middling", graded.grade)
    assert [one.id for one in page.findings] == [records.DEAD_OF_SOUTH_OSSETIA.id]
    assert [one.name for one in page.brief.speakers] == ["South Ossetia's leader", "Investigative Committee"]
    assert contradiction_page(parts_of(record), sum_.id).rule is None


def test_the_timeline_goes_by_month_and_day_the_unknown_first() -> None:
    dates = ("2008-08-09", "2008", "2008-08", "2008-07-31", "2008-08-09")
    claims = tuple(
        replace(records.DENIAL, from_date=PartialDate(date), ordinal=place)
        for place, date in enumerate(dates)
    )
    page = timeline_page(parts_of(Record(records.CONFLICT, records.DOCUMENTS, (), claims)))
    shown = [(month.words, [(day.words, len(day.entries)) for day in month.days]) for month in page.months]
    assert shown == [
        ("2008", [("Month not given", 1)]),
        ("July 2008", [("31 July 2008", 1)]),
        ("August 2008", [("Day not given", 1), ("9 August 2008", 2)]),
    ]
    assert [month.share for month in page.months] == [33.3, 33.3, 100]


def test_undated_claims_are_counted_beside_the_timeline() -> None:
    undated = replace(records.FIRST_DAYS, date=None)
    page = timeline_page(parts_of(Record(records.CONFLICT, (undated,), (), (records.BODIES,))))
    assert (page.count, page.undated, page.months) == (0, 1, ())


def test_the_table_finds_a_place_by_any_of_its_names(parts: Parts) -> None:
    rows = {row.brief.id: row for row in claims_page(parts).rows}
    assert rows[records.BODIES.id].also == "Tskhinval"
    assert rows[records.KILLED_162.id].also == ""


def test_facets_count_what_they_leave(parts: Parts) -> None:
    facets = {facet.name: facet for facet in claims_page(parts).facets}
    assert [(option.label, option.count) for option in facets["kind"].options] == [
        ("Counts", 10),
        ("Events", 2),
    ]
    assert [(option.value, option.count) for option in facets["party"].options] == [
        ("Georgia", 5), ("Russia", 1), ("South Ossetia", 5),
    ]  # fmt: skip


def test_names_are_listed_with_their_claims(parts: Parts) -> None:
    page = names_page(parts)
    sources = next(register for register in page.registers if register.kind == "source")
    assert [(row.entity.name, row.claims, row.others) for row in sources.rows] == [
        ("Human Rights Watch", 3, ("HRW",)), ("Investigative Committee", 1, ()),
    ]  # fmt: skip
    assert sources.rows[0].claims_url == "claims.html#source=Human%20Rights%20Watch"
    assert [party.name for _, party in page.parties] == ["France", "Georgia", "Russia", "South Ossetia"]


@pytest.mark.parametrize(
    ("measure", "counted", "words"),
    [
        ("killed", "person.military", "Military personnel killed"),
        ("violations", "incident", "Ceasefire violations"),
        ("other", "materiel.tank", "Tanks: other counts"),
        ("burnt", "materiel.fuel_truck", "Fuel truck burnt"),
        (None, None, "Number"),
    ],
)
def test_counts_in_words(measure: str | None, counted: str | None, words: str) -> None:
    assert count_phrase(measure, counted) == words


def test_events_in_words() -> None:
    assert event_phrase("air_strike") == "Air or drone strike"
    assert event_phrase("peace_march") == "Peace march"


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://[broken", False),
        ("notes.txt", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, is_link: bool) -> None:
    assert web_address(url) == (url if is_link else None)


def test_an_estimate_stands_apart_with_what_is_left_without_each_source() -> None:
    base = records.record()
    finding = records.DEAD_OF_SOUTH_OSSETIA
    estimate = Estimate(
        finding.id,
        *(1430, 988, 2050, 538, 3410),
        sources=(
            EstimateSource(records.KILLED_162.id, "documented_list", 0.8, 6, 1480, 532, 4080),
            EstimateSource(records.KILLED_1400.id, "own_others", 1.09, 33),
        ),
    )
    record = replace(base, reconciliation=replace(base.reconciliation, estimates=(estimate,)))
    block = finding_page(parts_of(record), finding.id).estimate
    assert block is not None and "model" in block.label
    [now] = block.told
    assert now.value is not None and now.value.strip is not None and now.value.strip.narrow is not None
    assert "About 1,430; from 538 to 3,410 with a probability of 90 %" in now.value.words
    strip = now.value.strip
    assert strip.narrow and strip.wide[0] < strip.narrow[0] < strip.median < strip.wide[1] <= 100
    first, second = block.sources
    assert first.without == "about 1,480 (532 to 4,080)"
    assert first.taken.startswith("a list of documented cases, taken to be 20 % too low on the whole")
    assert second.strip is None and second.without == "nothing is left"


def test_too_little_to_estimate_is_said_with_its_reason() -> None:
    base = records.record()
    finding = records.DEAD_OF_SOUTH_OSSETIA
    estimates = (Estimate(finding.id, reason="one source alone"),)
    record = replace(base, reconciliation=replace(base.reconciliation, estimates=estimates))
    block = finding_page(parts_of(record), finding.id).estimate
    assert block is not None and block.sources == ()
    assert [one.value for one in block.told] == [Told("Too little to estimate: one source alone.", None)]
    assert finding_page(parts_of(base), finding.id).estimate is None


def test_an_incident_shows_every_report_by_side_with_both_sides_words(parts: Parts) -> None:
    page = incident_page(parts, records.INCIDENT)
    assert [side.label for side in page.sides] == ["Georgia", "South Ossetia", "Others"]
    shown = [row.brief.id for side in page.sides for row in side.rows]
    assert sorted(shown) == sorted(report.claim for report in records.INCIDENT.reports)
    assert (page.words.figure, page.words.told) == ("44 (44 to 1,401)", "2 independent origins, 3 reports")
    [now] = page.differences
    assert [one.question for one in now.value] == ["How many died", "Whether it happened"]
    joined = {row.brief.id: row.joined for side in page.sides for row in side.rows}
    assert joined[records.DENIAL.id] is parts.claim(records.BODIES.id)


def test_incidents_told_once_without_dead_are_counted_and_not_listed(parts: Parts) -> None:
    page = incidents_page(parts)
    assert [line.incident for line in page.lines] == [records.INCIDENT] and page.single.startswith("1 more")
    assert incidents_of(parts, records.HOSPITAL.id) == ()
    (link,) = incidents_of(parts, records.BODIES.id)
    assert link.title == "Attack on civilians, Tskhinvali, August 2008"


def test_a_chain_leads_from_an_origin_over_copies_of_it() -> None:
    first, second, third = records.KILLED_1400, records.KILLED_2000, records.KILLED_162
    weighings = (
        records.weighed(first, "floor", "Its own."),
        Weighing(second.id, "none", "cites", "cites the first", first.id, first.id),
        Weighing(third.id, "none", "same_words", "copies the second", first.id, second.id),
    )
    finding = replace(records.DEAD_OF_SOUTH_OSSETIA, weighings=weighings)
    record = records.record()
    changed = replace(record.reconciliation, findings=(finding,))
    page = finding_page(parts_of(replace(record, reconciliation=changed)), finding.id)
    (origin,) = page.chains
    assert origin.item.brief.id == first.id
    assert [link.item.brief.id for link in origin.copies] == [second.id]
    assert [link.item.brief.id for link in origin.copies[0].copies] == [third.id]
    assert page.origins == "1 independent origin, 3 mentions"


def test_every_kind_of_contradiction_has_a_title() -> None:
    assert set(CONTRADICTION_KINDS) == set(get_args(ContradictionKind))

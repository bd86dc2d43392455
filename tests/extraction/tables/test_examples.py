"""Real tables of many kinds and wars: each cell the claim that a careful reader makes of it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.model import Claim
from tests.extraction.tables.material import (
    EXAMPLES,
    FOLDER,
    claims_in_tables,
    document_of,
    expected,
    extraction_of,
    in_table,
    passed_in_tables,
    said,
)

ALL = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)


def test_there_are_many_kinds_of_table() -> None:
    assert len(EXAMPLES) >= 20
    assert {path.suffix for path in EXAMPLES} >= {".csv", ".tsv", ".md", ".html"}


def test_no_expected_claims_are_without_their_table() -> None:
    tables = {path.name for path in EXAMPLES}
    assert {path.stem for path in FOLDER.glob("*.claims")} == tables


def test_every_example_says_where_its_figures_come_from() -> None:
    sources = (FOLDER.parent / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in EXAMPLES if f"| {path.name} |" not in sources] == []


@ALL
def test_claims(path: Path) -> None:
    fields, rows, _ = expected(path)
    found = [[said(claim, field) for field in fields] for claim in claims_in_tables(document_of(path))]
    assert found == rows


@ALL
def test_fields_that_are_not_listed_are_empty(path: Path) -> None:
    fields, _, _ = expected(path)
    others = {"party", "actor", "place", "source", "source_side", "hedge", "from_date", "to_date"} - set(
        fields
    )
    for claim in claims_in_tables(document_of(path)):
        assert [field for field in others if getattr(claim, field) is not None] == []


@ALL
def test_numbers_that_are_passed_over(path: Path) -> None:
    _, _, passed = expected(path)
    assert Counter(item.why for item in passed_in_tables(document_of(path))) == passed


@ALL
def test_quotes_and_reasons_stand_in_the_text(path: Path) -> None:
    document = document_of(path)
    for claim in claims_in_tables(document):
        assert document.text[claim.start : claim.end] == claim.quote
        assert "\n" not in claim.quote
        assert claim.start <= claim.anchor < claim.end
        assert document.text[claim.anchor].isdigit()
        for reason in claim.reasons:
            assert reason.rule
            assert reason.start is None or document.text[reason.start : reason.end or 0].strip()


@ALL
def test_every_stated_field_has_a_reason(path: Path) -> None:
    for claim in claims_in_tables(document_of(path)):
        given = {reason.field for reason in claim.reasons}
        assert {"low", "measure", "object", "scope"} <= given
        stated = {field for field in ("party", "actor", "place", "source") if getattr(claim, field)}
        assert stated <= given


@ALL
def test_prose_does_not_read_the_rows(path: Path) -> None:
    """Events, and counts of running text, come from outside of the tables; each cell is told once."""
    document = document_of(path)
    claims = extraction_of(document).claims
    assert not [claim for claim in claims if claim.kind == "event" and in_table(document, claim.anchor)]
    anchors = [claim.anchor for claim in claims_in_tables(document)]
    assert len(anchors) == len(set(anchors))


# ------------------------------------------------------------ the arithmetic of real tables

Group = Callable[[Claim], object]


def sums(name: str, whole: Callable[[Claim], bool], group: Group) -> dict[object, tuple[int, int]]:
    """For each group of a table's claims: what the parts add up to, and the stated total."""
    totals: dict[object, tuple[int, int]] = {}
    for claim in claims_in_tables(document_of(FOLDER / name)):
        parts, total = totals.get(group(claim), (0, 0))
        number = claim.low or 0
        totals[group(claim)] = (parts, total + number) if whole(claim) else (parts + number, total)
    return totals


def agree(totals: dict[object, tuple[int, int]]) -> bool:
    return bool(totals) and all(parts == total > 0 for parts, total in totals.values())


def test_deaths_and_injuries_are_the_casualties_of_each_year() -> None:
    totals = sums("afghanistan_civilians.csv", lambda c: c.measure == "casualties", lambda c: c.from_date)
    assert len(totals) == 7
    assert agree(totals)


def test_the_dead_of_each_group_are_its_soldiers_and_civilians() -> None:
    name = "bosnia-book-of-the-dead.md"
    by_row = sums(name, lambda c: c.object == "person", lambda c: c.quote)
    assert len(by_row) == 5
    assert agree(by_row)
    by_column = sums(name, lambda c: c.quote.startswith("Total"), lambda c: c.object)
    assert len(by_column) == 3
    assert agree(by_column)


def test_the_displaced_of_each_day_are_those_in_the_countries() -> None:
    totals = sums("kosovo-1999-series.tsv", lambda c: c.place is None, lambda c: c.to_date)
    assert len(totals) == 5
    assert agree(totals)


def test_the_first_quarter_is_its_three_months() -> None:
    totals = sums("iraq-2015-months.md", lambda c: c.from_date != c.to_date, lambda c: c.measure)
    assert agree(totals)


def test_the_massacres_of_all_are_those_of_each() -> None:
    totals = sums("colombia-massacres.md", lambda c: c.quote.startswith("Total"), lambda c: c.measure)
    assert agree(totals)


def test_losses_counted_from_photographs_add_up_but_for_two_rows() -> None:
    """The published table itself is off by one in two of its rows; the claims keep it as it stands."""
    totals = sums("karabakh-2020-photographs.html", lambda c: c.measure == "lost", lambda c: c.quote)
    assert [parts - total for parts, total in totals.values()] == [0, -1, 1, 0]

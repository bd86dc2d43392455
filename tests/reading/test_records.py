import hashlib
from pathlib import Path

import pytest

from counterclaim.model import Document, Unread
from counterclaim.reading import read

DATA = Path(__file__).parent / "data"


def test_good_lines_are_read_and_bad_ones_named() -> None:
    first, no_text, not_json, last, not_record = read(DATA / "wire.jsonl")
    assert isinstance(first, Document) and isinstance(last, Document)
    assert first.text == "Six soldiers were killed on Sunday.\n\nThe army confirmed it."
    assert (first.name, first.title, first.date) == ("https://agency.example/1", "Six killed", "2023-03-05")
    assert (first.publisher, first.media_type, first.segments) == ("Agency", "application/json", ())
    assert (last.name, last.title, last.date) == ("wire.jsonl:5", "Without an address", "2023-03-05")
    bad = [row for row in (no_text, not_json, not_record) if isinstance(row, Unread)]
    assert [row.name for row in bad] == ["wire.jsonl:2", "wire.jsonl:4", "wire.jsonl:6"]
    assert "no `text`" in bad[0].reason
    assert "not JSON" in bad[1].reason
    assert "not a record but list" in bad[2].reason
    assert all(row.remedy for row in bad)


def test_a_records_digest_is_that_of_its_canonical_form() -> None:
    (document,) = read({"text": "Füzuli", "title": "a"})
    assert isinstance(document, Document)
    assert document.original == '{"text":"Füzuli","title":"a"}'.encode()
    assert document.digest == hashlib.sha256(document.original).hexdigest()
    (again,) = read(b'{ "title":"a",  "text": "F\\u00fczuli" }', name="x.jsonl")
    assert isinstance(again, Document) and again.digest == document.digest


def test_a_file_that_holds_something_else_is_one_row() -> None:
    (row,) = read(b'{"quote": "x"}\n' * 7, name="claims.jsonl")
    assert isinstance(row, Unread)
    assert row.name == "claims.jsonl"
    assert row.reason == "none of its 7 lines is a record (in the first, the record has no `text`)"


@pytest.mark.parametrize(
    "record", [{}, {"text": " "}, {"text": 5}, {"text": "a", "x": object()}, {"text": "\ud800"}]
)
def test_bad_records(record: dict[str, object]) -> None:
    (row,) = read(record, name="from the form")
    assert isinstance(row, Unread)
    assert row.name == "from the form" and row.remedy


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("publised", "date"),
        ("ttle", "title"),
        ("publsher", "publisher"),
        ("category", None),
        ("updated", None),
    ],
)
def test_a_field_that_is_almost_one_that_is_read_is_remarked(key: str, meant: str | None) -> None:
    (found,) = read({"text": "Twelve soldiers were killed.", key: "2021"}, name="a.jsonl:1")
    assert isinstance(found, Document)
    said = (f"a.jsonl:1: `{key}` is not read; did you mean `{meant}`?",) if meant else ()
    assert found.notes == said

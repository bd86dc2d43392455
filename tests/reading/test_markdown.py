from pathlib import Path

import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Document
from counterclaim.reading import read
from counterclaim.reading.contents import Contents
from counterclaim.reading.markdown import read_markdown

DATA = Path(__file__).parent / "data"


def of(text: str) -> Contents:
    return read_markdown(text.encode(), "a.md")


def test_a_statement_with_front_matter() -> None:
    (document,) = read(DATA / "statement.md")
    assert isinstance(document, Document)
    assert document.text == (
        "# Statement on the shelling of the market\n\n"
        "The directorate said on Saturday that at least 12 people had been killed and 34 wounded when shells "
        "fell on the market.\n\n"
        "## What is known\n\n"
        "- Nine of the dead are women.\n"
        "- Two ambulances were damaged.\n\n"
        "Hospital | Killed | Wounded\n"
        "Central | 8 | 20\n"
        "Northern | 4 | 14\n\n"
        '"We have run out of blood," said the director — a surgeon.'
    )
    assert document.title == "Statement on the shelling of the market"
    assert document.date == "2023-03-04"
    assert document.publisher == "Provincial Health Directorate"
    assert document.author == "Press office, On-call physician"
    assert document.url == "https://health.example/statements/17"
    assert document.language == "en"


def test_each_mapped_run_reads_as_in_the_file() -> None:
    (document,) = read(DATA / "statement.md")
    assert isinstance(document, Document)
    source = document.original.decode()
    mapped = [segment for segment in document.segments if segment.source_start is not None]
    for segment in mapped:
        assert segment.source_start is not None
        length = segment.end - segment.start
        assert document.text[segment.start : segment.end] == source[segment.source_start :][:length]
    inserted = "".join(document.text[s.start : s.end] for s in document.segments if s.source_start is None)
    assert set(inserted) <= set("#-| \n—")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('[a b](http://x/b(c) "a b") a b', "a b a b"),
        ("[five][1] killed\n\n[1]: http://x", "five killed"),
        ("<https://x.example> said", "https://x.example said"),
        ("5 \\* 3 &amp; `x_1`", "5 * 3 & x_1"),
        ("one<br>two", "one\n\ntwo"),
        ("<div>Five <b>killed</b></div>", "Five killed"),
        ("<!-- note -->\n\nText", "Text"),
        ("Title\n=====\n\nText", "# Title\n\nText"),
        ("* a\n  * b\n* c", "* a\n* b\n* c"),
        ("1. a\n\n   more of a\n2. b", "1. a\n\nmore of a\n\n2. b"),
        ("> quoted\n\n```\ncode line\n```", "quoted\n\ncode line"),
        ("| a | b |\n|---|---|\n| x \\| y | [z](u) |", "a | b\nx | y | z"),
        ("***all*** ~~gone~~ __here__", "all gone here"),
        ("10:50 GMT - Death toll climbs", "10:50 GMT - Death toll climbs"),
    ],
)
def test_marks_are_taken_out(source: str, text: str) -> None:
    assert of(source).text == text


def test_an_empty_front_matter_is_none() -> None:
    contents = of("---\n---\n\nText")
    assert (contents.text, contents.title) == ("Text", None)


def test_rules_around_prose_are_no_front_matter() -> None:
    assert of("---\njust some prose\n---\n\nText").text.endswith("Text")


def test_windows_line_ends() -> None:
    contents = read_markdown(b"---\r\ndate: 2020-10-27\r\n---\r\n\r\nFive *killed*.\r\n", "a.md")
    assert (contents.text, contents.date) == ("Five killed.", "2020-10-27")


def test_broken_front_matter_names_the_file_and_the_line() -> None:
    with pytest.raises(UnreadableError, match=r"a\.md, line 3: the front matter is not YAML") as caught:
        of("---\ntitle: a\ndate: [2020\n---\n\nText")
    assert "front matter" in caught.value.remedy


def test_a_date_that_cannot_be_read_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    contents = of("---\ndate: last week\n---\n\nText")
    assert contents.date is None
    assert "a.md: the date 'last week' is not understood" in caplog.text

"""Whatever the bytes are, reading gives documents that trace back to them, or says why not."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Document, Unread
from counterclaim.reading import read
from counterclaim.reading.decoding import decode
from tests.reading.made_pdf import made_pdf, paragraphs

PIECES = st.sampled_from([
    "# ", "- ", "* ", "1. ", "\n", "\n\n", "\r\n", "---\n", "title: x\n", "a", "Five killed", "**", "_", "[",
    "](x)", "`", "&amp;", "\\*", " | ", "|---|\n", "<b>", "</p>", "<", "é", "\u00a0", "\u200b", "\t", "  ",
    "\f", "\ufeff", "Tank A tank is a vehicle ...\n", '{"text": "a"}\n', "''", "()", "(, ; )", "{{", "OR:\n",
])  # fmt: skip
MARKED_UP = st.lists(PIECES, max_size=40).map("".join)
NAMES = st.sampled_from(["", "a.txt", "a.md", "a.html", "a.pdf", "a.jsonl"])
PDF = made_pdf([paragraphs(700, [["Five people were killed."], ["Ten were wounded."]])])


def check(data: bytes, name: str) -> None:
    for item in read(data, name=name or None):
        if isinstance(item, Unread):
            assert item.name and item.reason and item.remedy
            continue
        assert item.text.strip() and item.text == item.text.strip()
        assert "\n\n\n" not in item.text and "\r" not in item.text
        covered = [(segment.start, segment.end) for segment in item.segments]
        assert not covered or (covered[0][0] == 0 and covered[-1][1] == len(item.text))
        assert all(one[1] == other[0] for one, other in pairwise(covered))
        if item.media_type in ("text/plain", "text/markdown"):
            check_round_trip(item)


def check_round_trip(document: Document) -> None:
    source = decode(document.original, document.name)
    for segment in document.segments:
        if segment.source_start is not None:
            length = segment.end - segment.start
            assert document.text[segment.start : segment.end] == source[segment.source_start :][:length]


@given(st.binary(max_size=300), NAMES)
@settings(max_examples=150, deadline=None)
def test_random_bytes(data: bytes, name: str) -> None:
    check(data, name)


@given(MARKED_UP, NAMES, st.sampled_from(["utf-8", "utf-16", "cp1251"]))
@settings(max_examples=200, deadline=None)
def test_marked_up_text(text: str, name: str, encoding: str) -> None:
    check(text.encode(encoding, "replace"), name)


@given(st.integers(0, len(PDF) - 1), st.integers(0, 255), st.integers(0, len(PDF)))
@settings(max_examples=100, deadline=None)
def test_damaged_pdfs(at: int, byte: int, end: int) -> None:
    check((PDF[:at] + bytes([byte]) + PDF[at + 1 :])[:end], "a.pdf")


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.jsonl"])
def test_deep_nesting(name: str) -> None:
    for deep in ("*" * 5000 + "a" + "*" * 5000, "<div>" * 5000 + "a", "[" * 5000, "> " * 2000 + "a"):
        check(deep.encode(), name)

"""Texts cut into runs: nothing added, nothing lost, every span whole."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Reason
from counterclaim.publication.highlight import Block, Span, blocks, key_span
from tests.publication import records

TEXTS = st.text(st.sampled_from("ab1 .\n\t\r \u0301é😀"), max_size=60)
SPANS = st.lists(
    st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(["quote", "key", "passed"])), max_size=8
)


def spans_of(drawn: list[tuple[int, int, str]]) -> list[Span]:
    return [
        Span(min(one, other), max(one, other), kind, f"n{place}")  # type: ignore[arg-type]
        for place, (one, other, kind) in enumerate(drawn)
    ]


def covered(cut: tuple[Block, ...], kind: str, name: str) -> str:
    attribute = {"quote": "claims", "key": "keys", "passed": "passed"}[kind]
    return "".join(run.text for block in cut for run in block.runs if name in getattr(run, attribute))


@given(TEXTS, SPANS)
def test_runs_join_to_the_text_and_cover_each_span(text: str, drawn: list[tuple[int, int, str]]) -> None:
    spans = spans_of(drawn)
    cut = blocks(text, spans)
    assert "".join(run.text for block in cut for run in block.runs) == text
    for span in spans:
        assert covered(cut, span.kind, span.name) == text[span.start : span.end]


@given(TEXTS, SPANS)
def test_each_key_opens_once(text: str, drawn: list[tuple[int, int, str]]) -> None:
    spans = [span for span in spans_of(drawn) if span.kind == "key"]
    opened = [name for block in blocks(text, spans) for run in block.runs for name in run.opens]
    assert sorted(opened) == sorted(span.name for span in spans if span.start < min(span.end, len(text)))


@given(TEXTS)
def test_gaps_are_the_blank_lines_between_paragraphs(text: str) -> None:
    cut = blocks(text, [])
    for block in cut:
        words = "".join(run.text for run in block.runs)
        assert block.is_gap <= (words.strip() == "")
        assert block.is_gap or "\n\n" not in words
    assert all(one.is_gap != other.is_gap for one, other in pairwise(cut))


def test_nested_and_overlapping_spans() -> None:
    cut = blocks(
        "one two three four", [Span(0, 13, "quote", "a"), Span(4, 7, "quote", "b"), Span(8, 18, "quote", "c")]
    )
    [block] = cut
    assert [(run.text, run.claims) for run in block.runs] == [
        ("one ", ("a",)), ("two", ("a", "b")), (" ", ("a",)), ("three", ("a", "c")), (" four", ("c",)),
    ]  # fmt: skip


def test_a_span_over_two_paragraphs_is_kept_whole() -> None:
    cut = blocks("one two\n\nthree", [Span(4, 14, "quote", "a")])
    assert [block.is_gap for block in cut] == [False, True, False]
    assert covered(cut, "quote", "a") == "two\n\nthree"


def test_key_words_are_those_of_the_claims_reasons() -> None:
    claim, text = records.KILLED_1400, records.FIRST_DAYS.text
    start, end = key_span(claim, text)
    assert text[start:end] == "1,400"
    wide = Reason("low", "wide", claim.anchor - 10, claim.anchor + 7)
    assert key_span(replace(claim, reasons=(wide, *claim.reasons)), text) == (start, end)
    assert key_span(replace(claim, reasons=(wide._replace(field="source"),)), text) == (start, end)


def test_key_words_without_reasons_are_the_word_at_the_anchor() -> None:
    claim, text = replace(records.GEORGIAN_PARTS[1], reasons=()), records.LATER_COUNTS.text
    start, end = key_span(claim, text)
    assert text[start:end] == "14"
    assert key_span(replace(claim, anchor=len(text)), text) == (claim.start, claim.end)


def test_the_marks_of_a_heading_are_a_run_that_is_not_shown() -> None:
    first, _, second, _, third = blocks("## Armenia\n\nIt lost 255 tanks.\n\n#5 is no heading", ())
    assert (first.heading, second.heading, third.heading) == (2, 0, 0)
    assert [run.text for run in first.runs if not run.is_marker] == ["Armenia"]

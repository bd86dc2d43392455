import re

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Segment
from counterclaim.reading.mapped_text import MappedText

WORDS = st.text(alphabet="ab \n.é", max_size=30)


def traces(text: MappedText, source: str) -> bool:
    """Whether the runs cover the text and every mapped one reads as the source does."""
    covered = "".join(text.text[run.start : run.end] for run in text.runs)
    mapped = [run for run in text.runs if run.source_start is not None]
    return covered == text.text and all(
        text.text[run.start : run.end] == source[run.source_start :][: run.end - run.start] for run in mapped
    )


@given(WORDS, st.integers(0, 30), st.integers(0, 30))
def test_slices_trace_back(source: str, start: int, end: int) -> None:
    piece = MappedText.whole(source).slice(start, end)
    assert piece.text == source[start:end]
    assert traces(piece, source)


@given(WORDS, st.sampled_from([" ", "", "xy"]))
def test_replacing_keeps_the_rest_mapped(source: str, replacement: str) -> None:
    pattern = re.compile("a+| ")
    replaced = MappedText.whole(source).sub(pattern, replacement)
    assert replaced.text == pattern.sub(replacement, source)
    assert traces(replaced, source)
    mapped = sum(run.end - run.start for run in replaced.runs if run.source_start is not None)
    assert mapped == len(pattern.sub("", source))


@given(WORDS)
def test_stripping_and_splitting_agree_with_str(source: str) -> None:
    whole = MappedText.whole(source)
    assert whole.strip().text == source.strip()
    pieces = whole.split(re.compile("\n"))
    assert [piece.text for piece in pieces] == source.split("\n")
    assert all(traces(piece, source) for piece in pieces)


def test_contiguous_runs_become_one() -> None:
    whole = MappedText.whole("one two")
    joined = MappedText.join((whole.slice(0, 3), whole.slice(3, 7), "!", "?"))
    assert joined.runs == (Segment(0, 7, 0), Segment(7, 9))

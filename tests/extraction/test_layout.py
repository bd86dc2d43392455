"""A document's paragraphs and sentences, by their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.layout import Paragraph, paragraphs

SENTENCES = [
    ("Ten died. Five fled.", ["Ten died.", "Five fled."]),
    ("Gen. Petrov spoke. He left.", ["Gen. Petrov spoke.", "He left."]),
    ("The U.S. army left.", ["The U.S. army left."]),
    ("At 9.10 a.m. five shells fell.", ["At 9.10 a.m. five shells fell."]),
    ("“Ten died.” He wept.", ["“Ten died.”", "He wept."]),
    ("On Oct. 16 ten died.", ["On Oct. 16 ten died."]),
    ("Who did it? Nobody knows.", ["Who did it?", "Nobody knows."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
]


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [text[s.start : s.end] for paragraph in paragraphs(text) for s in paragraph.sentences]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_text_is_split_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def kinds(text: str) -> list[str]:
    """What each paragraph of a text is."""

    def kind(paragraph: Paragraph) -> str:
        return "heading" if paragraph.is_heading else "item" if paragraph.is_list_item else "text"

    return [kind(paragraph) for paragraph in paragraphs(text)]


def test_a_numbered_title_is_a_heading() -> None:
    assert kinds(
        "2. Peru's dead\n\nThe state counts 49.\n\n3. Two aircraft were lost that day in the hills"
    ) == [
        "heading",
        "text",
        "item",
    ]


def test_a_question_that_stands_alone_is_the_heading_of_its_answer() -> None:
    assert kinds("What does Peru admit?\n\nTen dead.\n\nWho did it? Nobody knows.") == [
        "heading",
        "text",
        "text",
    ]


def test_headings_and_items_are_told_from_text() -> None:
    text = "Bomb kills ten\n\nA bomb exploded.\n\nThe dead:\n– rebels: 40\n– civilians: seven"
    assert kinds(text) == ["heading", "text", "text", "item", "item"]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    line = "The shelling of the town went on for the whole of the night and the"
    assert len(paragraphs(f"{line}\n{line}\nmorning came.")) == 1


@given(st.text(alphabet=st.sampled_from('abA1 .!?\n-–•:|"”'), max_size=120))
def test_sentences_stand_in_order_within_their_paragraphs(text: str) -> None:
    end = 0
    for paragraph in paragraphs(text):
        assert end <= paragraph.start < paragraph.end <= len(text)
        for sentence in paragraph.sentences:
            assert end <= sentence.start < sentence.end <= paragraph.end
            end = sentence.end
        end = paragraph.end

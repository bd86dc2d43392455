"""Words, numbers and marks of a sentence, and their places in the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.tokens import tokenise

TEXTS = [
    ("Shelling killed 2,317 people.", ["Shelling", "killed", "2,317", "people", "."]),
    ("14 000 fled", ["14 000", "fled"]),
    ("2.3 million", ["2.3", "million"]),
    ("T-72 tanks", ["T-72", "tanks"]),
    ("twenty-four men", ["twenty-four", "men"]),
    ("Baku's army", ["Baku", "'s", "army"]),
    ("the U.S. army", ["the", "U.S.", "army"]),
    ("62 (destroyed: 38)", ["62", "(", "destroyed", ":", "38", ")"]),
    ("in the 1990s", ["in", "the", "1990s"]),
    ("40k men", ["40", "k", "men"]),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_text_is_split(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == words


@given(st.text(alphabet=st.sampled_from("abzAZ019 .,;:-–—'’()\n\u00a0éİß"), max_size=80))
def test_tokens_are_the_text_at_their_places(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(st.text(alphabet=st.sampled_from("ab0 .,-'"), max_size=60))
def test_only_white_space_is_left_out(text: str) -> None:
    kept = "".join(token.text for token in tokenise(text))
    assert kept.replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=40), st.text(max_size=40))
def test_tokens_of_a_stretch_have_offsets_into_the_whole(before: str, text: str) -> None:
    whole = before + "\n" + text
    tokens = tokenise(whole, len(before) + 1, len(whole))
    assert all(whole[token.start : token.end] == token.text for token in tokens)

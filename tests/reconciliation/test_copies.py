"""Copies of a text are found by sketches, which estimate the true overlap."""

import random

from counterclaim.reconciliation.copies import ALIKE, WIDTH, copied_texts
from tests.reconciliation.factories import document

WORDS = [f"word{number}" for number in range(4000)]


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[start : start + WIDTH]) for start in range(len(words) - WIDTH + 1)}


def jaccard(one: str, other: str) -> float:
    return len(runs(one) & runs(other)) / len(runs(one) | runs(other))


def altered(text: str, share: float, chance: random.Random) -> str:
    """The text with a share of its words replaced."""
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in text.split())


def test_copies_are_found_as_often_as_the_exact_overlap_has_them() -> None:
    """Against the true Jaccard overlap, on texts of 300 words with 0 to 20 % of them replaced."""
    chance = random.Random(5)
    right = missed = wrong = 0
    for _ in range(200):
        text = " ".join(chance.choices(WORDS, k=300))
        copy = altered(text, chance.random() * 0.2, chance)
        found = bool(copied_texts([document(text, "a", "2031-01-01"), document(copy, "b", "2031-01-02")]))
        overlap = jaccard(text, copy)
        if overlap >= ALIKE + 0.1:
            right, missed = right + found, missed + (not found)
        elif overlap < ALIKE - 0.1:
            wrong += found
    assert right > 20 and missed == 0 and wrong == 0


def test_the_earliest_of_alike_texts_is_the_original_whatever_their_order() -> None:
    text = " ".join(WORDS[:200])
    texts = [document(text + end, name, date) for name, date, end in (
        ("late", "2031-02-01", " more"), ("early", "2031-01-01", ""), ("undated", None, " less"),
    )]  # fmt: skip
    assert copied_texts(texts) == copied_texts(texts[::-1]) == {"late": "early", "undated": "early"}


def test_short_texts_and_unlike_texts_are_no_copies() -> None:
    short = [document("Nine killed at the bridge", name) for name in "ab"]
    assert copied_texts(short) == {}
    unlike = [document(" ".join(WORDS[start : start + 200]), str(start)) for start in (0, 200, 400)]
    assert copied_texts(unlike) == {}

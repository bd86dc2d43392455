"""What extraction costs grows with the length of the text, whatever the text is like; none makes it fail."""

import gc
import time
from collections.abc import Callable

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Document

SENTENCE = (
    "The Norland Ministry of Defence said on 3 October that 17 of its soldiers had been killed at Oldtown"
)

SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"{SENTENCE}.\n\n" * n,
    "one paragraph": lambda n: f"{SENTENCE}. " * n,
    "one list": lambda n: "Its losses were:\n" + "\n".join(f"- {i % 50 + 9} tanks" for i in range(4 * n)),
    "one sentence": lambda n: ", and ".join([SENTENCE] * n),
    "numbers alone": lambda n: " ".join(str(7 * i) for i in range(20 * n)),
    "he said": lambda n: f"{SENTENCE}.\n\n" + "He said that 5 people had been killed.\n\n" * (2 * n),
    "dates": lambda n: ", ".join(f"{i % 28 + 1} October 2020" for i in range(6 * n)),
    "headings": lambda n: "\n\n".join(f"The day {i}\n\n{SENTENCE}." for i in range(n)),
}


def seconds(text: str) -> float:
    """CPU time; the least of three, since other work on the machine only adds to it."""
    document = Document("text", "0" * 64, "text/plain", text)
    spent = []
    for _ in range(3):
        start = time.process_time()
        extract(document)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_four_times_the_text_takes_four_times_as_long(shape: Callable[[int], str]) -> None:
    """Eight times leaves room for noise; the square would be sixteen."""
    extract(Document("text", "0" * 64, "text/plain", SENTENCE))  # loads the lexicon
    assert seconds(shape(100)) < 8 * seconds(shape(25))


@pytest.mark.parametrize(
    "text",
    [
        "____",
        "- \n- \n- ",
        "“”" * 3000,
        f"{'9' * 400} soldiers were killed",
        f"{' '.join(str(n) for n in range(100, 900))} soldiers were killed",
        "A trillion trillion people were killed",
        "word;" * 2000,
        f"{'word ' * 500}{' ' * 3000}5 soldiers were killed",
        "\N{ZERO WIDTH SPACE}" * 20,
    ],
    ids=lambda text: text[:12],
)
def test_what_no_sentence_is_does_no_harm(text: str) -> None:
    found = extract(Document("text", "0" * 64, "text/plain", text))
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert all(bound is None or bound < 2**63 for bound in (claim.low, claim.high))


@pytest.mark.parametrize("is_on", [True, False])
def test_garbage_collection_is_left_as_it_was(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        extract(Document("text", "0" * 64, "text/plain", SENTENCE))
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()

"""Which lines of an infolist copy are glosses, and what each of them holds.

A gloss stands on a line of its own and mostly ends in " ...", where the mirror cut it. Three other
shapes occur: a gloss shorter than the cut, which ends by itself; one that a link inside it broke
over several lines; and one that ends by itself and runs on into the article on the same line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.reading.infolist.anchors import Cut, Split, best_split, learn_cut, repeats_its_anchor

_CUT_END = re.compile(r"\s?(?:\.\.\.|…)$")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
_SAYS_WHAT_IT_IS = re.compile(r"\b(?:is|was|are|were|has been|refers? to|may refer to|means)\b|\(|,")
_ENDS = re.compile(_SENTENCE_END.pattern + r"\s*$")
_LEAST_SCORE = 0.0
_LEAST_SCORE_UNCUT = 2.7
_LEAST_SCORE_REPEATED = 1.0
_BROKEN_OVER = 6
_SAME_GLOSS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the copy holds.

    Attributes:
        start, end: where the line stands in the source.
        split: the anchor and the gloss, None for a line of the article's text.
        rest: offset in the source of article text that runs on behind the gloss, else `end`.
    """

    start: int
    end: int
    split: Split | None = None
    rest: int = -1


def cut_of(lines: Sequence[str]) -> Cut | None:
    """The length to which the copy's glosses are cut, None where too few lines show it."""
    return learn_cut(dict.fromkeys(line for line in lines if is_cut(line)))


def is_cut(line: str) -> bool:
    """Whether a line ends as the mirror ends a gloss that it cut."""
    return bool(_CUT_END.search(line))


def without_cut(gloss: str) -> str:
    """A gloss without the mark of the cut."""
    return _CUT_END.sub("", gloss)


def read_lines(source: str, spans: Sequence[tuple[int, int]], cut: Cut | None) -> list[Line]:
    """Tell the glosses from the text in one block.

    Args:
        source: the copy.
        spans: start and end of each line of the block in the source.
        cut: see `cut_of`.
    """
    texts = [source[start:end] for start, end in spans]
    found: list[Line] = []
    at = 0
    while at < len(spans):
        line, taken = _line(source, texts, spans, at, cut)
        found.append(line)
        at += taken
    return found


def _line(
    source: str, texts: Sequence[str], spans: Sequence[tuple[int, int]], at: int, cut: Cut | None
) -> tuple[Line, int]:
    """The line at `at`, and how many lines of the copy it takes up."""
    start, end = spans[at]
    text = texts[at]
    if is_cut(text):
        split = best_split(text, cut)
        return Line(start, end, split if split and split.score >= _LEAST_SCORE else None, end), 1
    split = repeats_its_anchor(text) or _repeated_gloss(source, text) or _whole_gloss(texts, at, cut)
    if split is None or not _SAYS_WHAT_IT_IS.search(split.gloss[:200]):
        return Line(start, end, None, end), 1
    if taken := _broken_over(texts, at, split, cut):
        return Line(start, spans[at + taken - 1][1], split, spans[at + taken - 1][1]), taken
    length = _own_length(source, text, split, cut)
    return (Line(start, end, split, start + length) if length else Line(start, end, None, end)), 1


def _repeated_gloss(source: str, text: str) -> Split | None:
    """The division of a line whose gloss the copy has in another line too, with other text behind it."""
    shared = _last_sentence_end(text, max(map(len, _same_gloss(source, text)), default=0))
    split = best_split(text[:shared]) if shared else None
    return split if split and split.score >= _LEAST_SCORE_REPEATED else None


def _whole_gloss(texts: Sequence[str], at: int, cut: Cut | None) -> Split | None:
    """The division of a line that is a gloss from end to end but does not repeat its anchor."""
    split = best_split(texts[at])
    if split is None or split.score < _LEAST_SCORE_UNCUT or not _ENDS.search(split.gloss):
        return None
    fits = cut is None or len(split.gloss) <= cut.longest
    return split if fits and _breaks_a_sentence(texts, at) else None


def _breaks_a_sentence(texts: Sequence[str], at: int) -> bool:
    """Whether a line stands between parts of one sentence, or beside another gloss."""
    before = texts[at - 1] if at else ""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    opened = bool(before) and not _ENDS.search(before)
    return opened or is_cut(before) or (bool(after) and not after[0].isupper())


def _broken_over(texts: Sequence[str], at: int, split: Split, cut: Cut | None) -> int:
    """How many lines a gloss takes up that is broken before its end; 0 if it is not broken.

    The last of them ends in the cut's mark but does not hold a gloss of its own.
    """
    for taken, text in enumerate(texts[at + 1 : at + _BROKEN_OVER], start=2):
        if not is_cut(text):
            continue
        own = best_split(text, cut)
        if own is None or own.score < _LEAST_SCORE:
            length = len(split.gloss) + len(text)
            return taken if cut is None or length <= cut.longest else 0
    return 0


def _own_length(source: str, text: str, split: Split, cut: Cut | None) -> int:
    """How much of a line its gloss takes up when it ends by itself; 0 if that cannot be told."""
    longest = split.gloss_start + (cut.longest if cut else len(split.gloss))
    shared = max(map(len, _same_gloss(source, text)), default=0)
    if shared > split.gloss_start and (end := _last_sentence_end(text, shared)):
        return end
    if len(text) <= longest:
        return len(text)
    return _last_sentence_end(text, longest)


def _same_gloss(source: str, text: str) -> Iterator[str]:
    """What other lines of the copy share with the start of this one, if that is more than chance."""
    opening = "\n" + text[:_SAME_GLOSS]
    for match in re.finditer(re.escape(opening), "\n" + source):
        other = source[match.start() : match.start() + len(text)].split("\n", 1)[0]
        if other != text:
            yield text[: _shared_length(other, text)]


def _shared_length(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _last_sentence_end(text: str, limit: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= limit]
    return ends[-1] if ends else 0

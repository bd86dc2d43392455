"""Which lines of an infolist copy are glosses, and what each of them holds.

A gloss stands on a line of its own and mostly ends in " ...", where the mirror cut it. Three other
shapes occur: a gloss shorter than the cut, which ends by itself; one that a link inside it broke
over several lines; and one that ends by itself and runs on into the article on the same line.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.reading.infolist.anchors import Split, best_split, learn_cut, repeats_its_anchor

_CUT_END = re.compile(r"\s?(?:\.\.\.|…)$")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
_SAYS_WHAT_IT_IS = re.compile(r"\b(?:is|was|are|were|has been|refers? to|may refer to|means)\b|\(|,")
_ENDS = re.compile(_SENTENCE_END.pattern + r"\s*$")
_LEAST_SCORE = 0.0
_LEAST_SCORE_UNCUT = 2.7
_LEAST_SCORE_REPEATED = 1.0
_BROKEN_OVER = 6
_SAME_GLOSS = 60
_NEAR = 200


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


def is_cut(line: str) -> bool:
    """Whether a line ends as the mirror ends a gloss that it cut."""
    return bool(_CUT_END.search(line))


def without_cut(gloss: str) -> str:
    """A gloss without the mark of the cut."""
    return _CUT_END.sub("", gloss)


class LineReader:
    """Tells glosses from text, by what all lines of a copy show together.

    Args:
        lines: every line of the copy, stripped.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_opening: dict[str, list[str]] = defaultdict(list)
        for line in dict.fromkeys(lines):
            self._by_opening[line[:_SAME_GLOSS]].append(line)
        same = (line for lines in self._by_opening.values() for line in lines)
        self._cut = learn_cut(line for line in same if is_cut(line))

    def read(self, source: str, spans: Sequence[tuple[int, int]]) -> list[Line]:
        """The lines of one block.

        Args:
            source: the copy.
            spans: start and end of each line of the block in the source.
        """
        texts = [source[start:end] for start, end in spans]
        found: list[Line] = []
        at = 0
        while at < len(spans):
            split, taken, length = self._split(texts, at)
            (start, _), (last_start, end) = spans[at], spans[at + taken - 1]
            found.append(Line(start, end, split, min(last_start + length, end)))
            at += taken
        return found

    def _split(self, texts: Sequence[str], at: int) -> tuple[Split | None, int, int]:
        """The division of the line at `at`, how many lines it takes up, and how much of the last."""
        text = texts[at]
        if is_cut(text):
            split = best_split(text, self._cut)
            return split if split and split.score >= _LEAST_SCORE else None, 1, len(text)
        split = repeats_its_anchor(text) or self._repeated_gloss(text) or self._whole_gloss(texts, at)
        if split is None or not _SAYS_WHAT_IT_IS.search(split.gloss[:_NEAR]):
            return None, 1, len(text)
        if taken := self._broken_over(texts, at, split):
            return split, taken, len(texts[at + taken - 1])
        length = self._own_length(text, split)
        return (split, 1, length) if length else (None, 1, len(text))

    def _repeated_gloss(self, text: str) -> Split | None:
        """The division of a line whose gloss another line has too, with other text behind it."""
        shared = _last_sentence_end(text, self._shared(text))
        split = best_split(text[:shared]) if shared else None
        return split if split and split.score >= _LEAST_SCORE_REPEATED else None

    def _whole_gloss(self, texts: Sequence[str], at: int) -> Split | None:
        """The division of a line that is a gloss from end to end but does not repeat its anchor."""
        split = best_split(texts[at])
        if split is None or split.score < _LEAST_SCORE_UNCUT or not _ENDS.search(split.gloss):
            return None
        fits = self._cut is None or len(split.gloss) <= self._cut.longest
        return split if fits and _breaks_a_sentence(texts, at) else None

    def _broken_over(self, texts: Sequence[str], at: int, split: Split) -> int:
        """How many lines a gloss takes up that is broken before its end; 0 if it is not broken.

        The last of them ends in the cut's mark but does not hold a gloss of its own.
        """
        for taken, text in enumerate(texts[at + 1 : at + _BROKEN_OVER], start=2):
            if not is_cut(text):
                continue
            own = best_split(text, self._cut)
            if own is None or own.score < _LEAST_SCORE:
                fits = self._cut is None or len(split.gloss) + len(text) <= self._cut.longest
                return taken if fits else 0
        return 0

    def _own_length(self, text: str, split: Split) -> int:
        """How much of a line its gloss takes up when it ends by itself; 0 if that cannot be told."""
        longest = split.gloss_start + (self._cut.longest if self._cut else len(split.gloss))
        shared = self._shared(text)
        if shared > split.gloss_start and (end := _last_sentence_end(text, shared)):
            return end
        if len(text) <= longest:
            return len(text)
        return _last_sentence_end(text, longest)

    def _shared(self, text: str) -> int:
        """How many characters a line shares at its start with another, if that is more than chance."""
        others = self._by_opening[text[:_SAME_GLOSS]] if len(text) >= _SAME_GLOSS else []
        return max((_shared_length(other, text) for other in others if other != text), default=0)


def _breaks_a_sentence(texts: Sequence[str], at: int) -> bool:
    """Whether a line stands between parts of one sentence, or beside another gloss."""
    before = texts[at - 1] if at else ""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    opened = bool(before) and not _ENDS.search(before)
    return opened or is_cut(before) or (bool(after) and not after[0].isupper())


def _shared_length(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _last_sentence_end(text: str, limit: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= limit]
    return ends[-1] if ends else 0

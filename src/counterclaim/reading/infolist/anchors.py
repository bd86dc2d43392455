"""Where the anchor ends and the gloss begins in a line such as "tank A tank is a vehicle ...".

Nothing marks the place, so every place is weighed by what usually holds on both sides of it. The
length of the gloss tells much, because the mirror cuts all of them to about the same number of
characters; that number is learnt from the document's own lines that repeat their anchor.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from statistics import median_high

from counterclaim.reading.infolist.words import ARTICLES, LINKING, WORD, alike, initials, plain, telling

_MOST_WORDS = 14
_HEAD_WORDS = 16
_NEAR = 150
_OPENING = 4
_MARKUP = re.compile(r"__[A-Z]+__|''+|[\"“”«»]")
_EMPTY_BRACKETS = re.compile(r"\([\s,;:]*\)")
_OPENS_WITH_WORD = re.compile(r"[\w'\"“(]*\w")
_VERBS = frozenset({"is", "was", "are", "were", "refers", "may", "has", "have", "had"})
_OPENERS = LINKING | {"following", "since", "after", "before", "when", "while", "there", "this", "these"}


@dataclass(frozen=True, slots=True)
class Cut:
    """How long the mirror's glosses are, in characters, where it had to cut them.

    Attributes:
        usual: the median length.
        spread: the median distance from it, at least 1.
        longest: hardly any gloss is longer.
    """

    usual: int
    spread: int
    longest: int

    def weigh(self, length: int) -> float:
        """What a gloss of that length counts: cleaned markup shortens one, nothing lengthens it."""
        if length > self.longest:
            return -0.5 * min(length - self.longest, 20)
        return 2.0 - min(0.5 * abs(length - self.usual) / self.spread, 2.0)


@dataclass(frozen=True)
class Split:
    """One way to divide a gloss line.

    Attributes:
        anchor: the words that stood in the sentence.
        gloss: what follows them.
        gloss_start: where the gloss begins in the line.
        cut: the length to which glosses are cut, where this one is.
    """

    anchor: str
    gloss: str
    gloss_start: int
    cut: Cut | None = None

    @cached_property
    def score(self) -> float:
        """How much speaks for it; above 0 more for than against."""
        score = sum(weight * asked(self) for asked, weight in _WEIGHTS)
        return score + (self.cut.weigh(len(self.gloss)) if self.cut else 0.0)

    @cached_property
    def anchor_words(self) -> list[str]:
        """The anchor's words as written."""
        return self.anchor.split()

    @cached_property
    def gloss_words(self) -> list[str]:
        """The first words of the gloss, without an article, quotes or magic words before them."""
        words = _MARKUP.sub(" ", self.gloss[: 2 * _NEAR]).split()
        return words[1:] if words and plain(words[0]) in ARTICLES else words

    @cached_property
    def head(self) -> list[str]:
        """The gloss's plain words up to its verb: the linked page's names."""
        words = [plain(word) for word in self.gloss_words[:_HEAD_WORDS]]
        verb = next((at for at, word in enumerate(words) if word in _VERBS), len(words))
        return [word for word in words[: max(verb, 1)] if word]


# ------------------------------------------------------------ what speaks for and against a place


def _repeats(split: Split) -> bool:
    words = [plain(word) for word in split.anchor_words]
    if words and words[0] in ARTICLES:
        words = words[1:]
    return bool(words) and [plain(word) for word in split.gloss_words[: len(words)]] == words


def _shares_first_word(split: Split) -> bool:
    anchor, gloss = telling(split.anchor_words), telling(split.gloss_words[:_OPENING])
    return bool(anchor and gloss) and alike(anchor[0], gloss[0])


def _repeats_first_word(split: Split) -> bool:
    anchor, gloss = telling(split.anchor_words), telling(split.gloss_words[:1])
    return bool(anchor and gloss) and anchor[0] == gloss[0]


def _repeats_behind_a_title(split: Split) -> bool:
    words = [plain(word) for word in split.anchor_words]
    head = split.head
    return len(words) > 1 and any(head[at : at + len(words)] == words for at in range(1, 4))


def _named_in_head(split: Split) -> float:
    anchor = telling(split.anchor_words)
    head = split.head
    return sum(any(alike(word, other) for other in head) for word in anchor) / len(anchor) if anchor else 0.0


def _is_acronym(split: Split) -> bool:
    letters = re.sub(r"[\W\d]", "", split.anchor).lower()
    return len(letters) > 1 and initials(split.gloss_words[:_HEAD_WORDS]).startswith(letters)


def _given_in_brackets(split: Split) -> bool:
    near = split.gloss[:_NEAR]
    return any(f"({split.anchor}{mark}" in near for mark in ";,)")


def _opens_badly(split: Split) -> bool:
    first = split.gloss.lstrip("'\"“( ")[:1]
    return first.islower() and plain(split.gloss.split()[0]) not in _VERBS


def _opens_like_a_sentence(split: Split) -> bool:
    first = split.gloss.split()[0]
    return first[0].isupper() and plain(first) in _OPENERS


def _opens_without_name(split: Split) -> bool:
    return bool(re.match(r"\(|(is|was|are) ", split.gloss))


def _ends_openly(split: Split) -> bool:
    return plain(split.anchor_words[-1]) in LINKING or split.anchor[-1] in ",;:("


def _ends_a_sentence(split: Split) -> bool:
    return bool(re.search(r"\w{3}[.!?]$|\d\.$", split.anchor))


def _opens_in_mid_phrase(split: Split) -> bool:
    first = split.anchor_words[0]
    return first.islower() and (plain(first) in LINKING or plain(first) in _VERBS)


def _unclosed(split: Split) -> bool:
    return split.anchor.count("(") != split.anchor.count(")") or split.anchor.count('"') % 2 == 1


def _holds_empty_brackets(split: Split) -> bool:
    return bool(_EMPTY_BRACKETS.search(split.anchor))


def _holds_an_opener(split: Split) -> bool:
    return any(word[0].isupper() and plain(word) in _OPENERS for word in split.anchor_words[1:])


def _holds_a_verb(split: Split) -> bool:
    return any(word in _VERBS for word in split.anchor_words[1:])


def _stutters(split: Split) -> bool:
    words = [plain(word) for word in split.anchor_words]
    return any(one == other for one, other in pairwise(words))


def _opener_inside_gloss(split: Split) -> bool:
    words = split.gloss.split()[1:8]
    return any(word[:1].isupper() and plain(word) in _OPENERS for word in words)


_WEIGHTS: tuple[tuple[Callable[[Split], float], float], ...] = (
    (_repeats, 5.0),
    (_shares_first_word, 2.0),
    (_repeats_first_word, 1.0),
    (_repeats_behind_a_title, 2.0),
    (_named_in_head, 3.0),
    (_is_acronym, 3.0),
    (_given_in_brackets, 2.0),
    (_opens_like_a_sentence, 2.0),
    (_opens_without_name, 1.0),
    (_opens_badly, -5.0),
    (_ends_openly, -5.0),
    (_ends_a_sentence, -2.0),
    (_opens_in_mid_phrase, -2.0),
    (_unclosed, -4.0),
    (_holds_empty_brackets, -4.0),
    (_holds_an_opener, -3.0),
    (_holds_a_verb, -4.0),
    (_stutters, -4.0),
    (_opener_inside_gloss, -2.0),
    (lambda split: len(split.anchor_words), -0.2),
)
"""What is asked of a place, and how much a yes (or each unit) counts."""


# ------------------------------------------------------------ choosing


def best_split(line: str, cut: Cut | None = None) -> Split | None:
    """The likeliest division of a line into anchor and gloss.

    Args:
        line: the anchor, a space, and the gloss.
        cut: the length to which glosses are cut; None where it is unknown, or where this gloss
            ends by itself.
    """
    return max(_splits(line, cut), key=lambda split: split.score, default=None)


def _splits(line: str, cut: Cut | None = None) -> Iterator[Split]:
    if _OPENS_WITH_WORD.match(line):
        starts = islice((match.start() for match in WORD.finditer(line)), 1, _MOST_WORDS + 1)
        yield from (Split(line[:start].rstrip(), line[start:], start, cut) for start in starts)


def repeats_its_anchor(line: str) -> Split | None:
    """The division after which the gloss begins with the anchor's own words, if there is one."""
    repeating = (split for split in _splits(line) if _repeats(split))
    return max(repeating, key=lambda split: split.score, default=None)


def learn_cut(lines: Iterable[str]) -> Cut | None:
    """The length to which a document's glosses are cut, from lines that repeat their anchor."""
    sure = (repeats_its_anchor(line) for line in lines)
    lengths = sorted(len(split.gloss) for split in sure if split)
    if len(lengths) < 3:
        return None
    usual = median_high(lengths)
    spread = median_high(abs(length - usual) for length in lengths)
    return Cut(usual, max(spread, 1), lengths[-1 - len(lengths) // 50])

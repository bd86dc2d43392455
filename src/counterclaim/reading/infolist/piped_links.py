"""Links that the mirror wrote out as "Target, anchor": the linked page's name, then the words shown.

Only a target whose every telling word comes again in the anchor is told from an ordinary pair of
phrases, and only in a copy that has several of them; the others stay in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.model import Gloss
from counterclaim.reading.infolist.words import LINKING, alike, plain, telling
from counterclaim.reading.mapped_text import MappedText

_TARGET_END = re.compile(r"(?<=[\w)]), (?=[\w'])")
_BETWEEN_PHRASES = re.compile(r"[,;:!?\"“”\n*]")
_WORD_START = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())(?=\w)")
_QUALIFIER = re.compile(r"\s*\([^()]*\)$")
_HYPHENS = re.compile(r"[-–—\s]+")
_ANCHOR_WORD = re.compile(r"[^\s,;:.!?]+")
_MOST_WORDS = 9
_LONGEST_TARGET = 120
_MOST_NOUN_WORDS = 3
_REACH = 4
_LEAST_IN_A_COPY = 3


@dataclass(frozen=True, slots=True)
class PipedLink:
    """A link written out.

    Attributes:
        start, end: where the target stands, with the comma and the space behind it.
        target, anchor: the linked page's name, and the words shown.
    """

    start: int
    end: int
    target: str
    anchor: str


class _Word(NamedTuple):
    text: str
    end: int


def take_out(paragraphs: list[MappedText]) -> tuple[list[MappedText], list[Gloss]]:
    """The paragraphs with anchors alone where links are written out, and the links found."""
    found = [list(piped_links(paragraph.text)) for paragraph in paragraphs]
    if sum(map(len, found)) < _LEAST_IN_A_COPY:
        return paragraphs, []
    glosses = [Gloss(link.anchor, link.target, "") for links in found for link in links]
    return [_without(paragraph, links) for paragraph, links in zip(paragraphs, found, strict=True)], glosses


def piped_links(text: str) -> Iterator[PipedLink]:
    """The links of one paragraph, in order."""
    end = 0
    for comma in _TARGET_END.finditer(text):
        link = _link(text, end, comma)
        if link:
            end = link.end
            yield link


def _link(text: str, floor: int, comma: "re.Match[str]") -> PipedLink | None:
    """The longest target in front of a comma that the words behind it repeat."""
    floor = max(floor, comma.start() - _LONGEST_TARGET)
    breaks = (match.end() for match in _BETWEEN_PHRASES.finditer(text, floor, comma.start()))
    starts = [
        found.start() for found in _WORD_START.finditer(text, max(breaks, default=floor), comma.start())
    ]
    words = list(_words_from(text, comma.end()))
    for start in starts[-_MOST_WORDS:]:
        target = text[start : comma.start()]
        if not _may_be_page_name(text, start):
            continue
        last = _repeated_up_to(target, words, opens_sentence=_opens_sentence(text, start))
        if last is not None:
            return PipedLink(start, comma.end(), target, text[comma.end() : words[last].end])
    return None


def _may_be_page_name(text: str, start: int) -> bool:
    """Whether a word begins with a capital letter and does not go on with a longer name."""
    if not text[start].isupper() or plain(text[start:].split()[0]) in LINKING:
        return False
    before = next(iter(text[:start].split()[-1:]), "")
    return (
        not before[:1].isupper()
        or plain(before) in LINKING
        or before.endswith((".", ",", ";", ":", "'s", "’s"))
    )


def _repeated_up_to(target: str, words: list[_Word], opens_sentence: bool) -> int | None:
    """Which word is the last that repeats the target, if all of the target is repeated in reach."""
    name = _QUALIFIER.sub("", target)
    wanted = telling(_HYPHENS.split(name))
    words = words[: len(name.split()) + _REACH]
    if not opens_sentence and _is_common_noun(name, words):
        return _last_repeating(wanted[-1], [word for word in words if word.text.islower()])
    if not wanted or (name == target and len(wanted) < 2):
        return None
    found = [_last_repeating(word, words) for word in wanted]
    return None if None in found else max(at for at in found if at is not None)


def _is_common_noun(name: str, words: list[_Word]) -> bool:
    """Whether a page's name stands there that no sentence would write with a capital letter."""
    parts = name.split()
    follows_lower = bool(words) and words[0].text.islower()
    return follows_lower and len(parts) <= _MOST_NOUN_WORDS and all(part.islower() for part in parts[1:])


def _words_from(text: str, at: int) -> Iterator[_Word]:
    """The words of one phrase from `at`, up to the first mark between them."""
    while match := _ANCHOR_WORD.match(text, at):
        yield _Word(match.group(), match.end())
        at = match.end() + 1
        if text[match.end() : at] != " ":
            return


def _last_repeating(wanted: str, words: list[_Word]) -> int | None:
    for at, word in reversed(list(enumerate(words))):
        if any(alike(wanted, plain(part)) for part in _HYPHENS.split(word.text)):
            return at
    return None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?"“(*'


def _without(paragraph: MappedText, links: list[PipedLink]) -> MappedText:
    parts, end = [], 0
    for link in links:
        parts.append(paragraph.slice(end, link.start))
        end = link.end
    return MappedText.join([*parts, paragraph.slice(end)])

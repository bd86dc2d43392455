"""What texts say about the pages that they link to: other names of places, and descriptions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.model import Document, Gloss
from counterclaim.registers.folding import fold, tidy
from counterclaim.registers.offices import Offices
from counterclaim.registers.places import place_kinds

_VERB = re.compile(r"\s(?:is|was|are|were)\s")
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_ALSO = re.compile(r"also\b[^A-ZÀ-Ž]*(.*)", re.DOTALL)
_BETWEEN = re.compile(
    r"\s*(?:[,;/]|\b(?:or|and|also|known|spelled|spelt|called|romani[sz]ed|transliterated|written|formerly|officially"
    r"|historically|simply|as|the)\b)\s*"
)
_NAME = re.compile(r"[A-ZÀ-ŽƏİŞ][\w'’.-]*(?: [\w'’.-]+){0,4}\Z")
_SEVERAL = re.compile(r"\bmay (?:also )?refer to\b")
_A_WORD = re.compile(r"(?:A|An|In) ")
_SENTENCE = re.compile(r"(.+?[.!?])(?=\s+[A-Z]|\s*\.{3}|\Z)", re.DOTALL)
_WORDS_TO_KIND = 10


@dataclass(frozen=True, slots=True)
class Glosses:
    """The descriptions of a casebook's texts.

    Attributes:
        actors: from a folded name to the first sentence about somebody who acts or speaks.
        places: from a folded name to the first sentence about a place.
        place_names: groups of names, each group of one place.
    """

    actors: Mapping[str, str]
    places: Mapping[str, str]
    place_names: tuple[tuple[str, ...], ...]


def read_glosses(documents: Iterable[Document], offices: Offices) -> Glosses:
    """Gather the glosses of the documents, taken in their order.

    A text's link may lead to the wrong page, so a sentence is kept only as a description of what its
    own words say that it is; one that opens with "A" or "An" explains a word and describes nobody.
    """
    actors: dict[str, str] = {}
    places: dict[str, str] = {}
    groups: dict[tuple[str, ...], None] = {}
    acting = offices.vocabulary | offices.describing
    for gloss in (gloss for document in documents for gloss in document.glosses):
        if (
            not gloss.description
            or _SEVERAL.search(gloss.description[:120])
            or _A_WORD.match(gloss.description)
        ):
            continue
        said = _words_of_kind(gloss.description)
        for kind, descriptions in ((acting, actors), (place_kinds().all, places)):
            if not kind.isdisjoint(said):
                for name in (gloss.title, gloss.anchor):
                    descriptions.setdefault(fold(name), _first_sentence(gloss.description))
        if not place_kinds().all.isdisjoint(said):
            groups.setdefault(names_of_place(gloss))
    return Glosses(actors, places, tuple(group for group in groups if len(group) > 1))


def _words_of_kind(description: str) -> list[str]:
    """The words after the description's first verb, where it says what sort of thing it describes."""
    parts = _VERB.split(_BRACKETS.sub("", description), maxsplit=1)
    return re.findall(r"[\w-]+", parts[1].casefold())[:_WORDS_TO_KIND] if len(parts) == 2 else []


def names_of_place(gloss: Gloss) -> tuple[str, ...]:
    """The names that a gloss gives one place: ``Shusha or Shushi is a city`` gives both.

    The anchor is one of them if it reads like a name of the same sort of place and is not the title with
    words more or fewer.
    """
    head = _VERB.split(f" {gloss.description}", maxsplit=1)[0]
    asides = [also[1] for inner in _BRACKETS.findall(head) if (also := _ALSO.match(inner.strip()))]
    phrases = [part for text in (_BRACKETS.sub(" ", head), *asides) for part in _BETWEEN.split(text)]
    if not _holds(gloss.anchor, gloss.title):
        phrases.insert(0, gloss.anchor)
    named = [tidy(phrase) for phrase in (gloss.title, *phrases) if _NAME.match(tidy(phrase))]
    return tuple(dict.fromkeys(name for name in named if _kinds_in(name) == _kinds_in(gloss.title)))


def _holds(one: str, other: str) -> bool:
    """Whether one name is the other with words more, as the President of a country is not the country."""
    first, second = frozenset(fold(one).split()), frozenset(fold(other).split())
    return first < second or second < first


def _kinds_in(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) & place_kinds().telling


def _first_sentence(description: str) -> str:
    text = " ".join(description.split())
    sentence = _SENTENCE.match(text)
    return sentence[1].strip() if sentence else text

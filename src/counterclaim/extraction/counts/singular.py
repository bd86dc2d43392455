"""Single people and things: a pilot was killed, a Tochka-U launcher destroyed, Shukur Hamidov died."""

from functools import cache

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, kind_of_object
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, lexicon
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_DETERMINERS = word_set("counts_singular", "determiners")
_HARMS = frozenset(["killed", "wounded", "captured", "missing", "destroyed", "damaged", "abandoned"])
_HEADLINE_MEASURES = frozenset(["killed", "wounded", "captured", "missing", "destroyed"])


def singular_phrases(view: View, cues: list[Cue], phrases: list[Counted]) -> list[Counted]:
    """Phrases that count one by their grammar alone, beside a verb of harm and no number."""
    if not cues:
        return []
    tokens = view.tokens
    taken = [(p.first, p.last) for p in phrases]
    found = []
    verbs = frozenset(c.first for c in cues if c.form != "participle" or c.is_passive)
    for index, token in enumerate(tokens):
        if token.low not in _DETERMINERS or any(first <= index <= last for first, last in taken):
            continue
        head = find_head(tokens, index + 1, verbs)
        if head is None or head.object == NOT_COUNTED or not _is_singular(tokens, head):
            continue
        cue = _own_cue(tokens, index, head, cues) or _listed(tokens, index, head, phrases, cues)
        if cue is None or (
            token.low == "the" and not (cue.is_passive and head.object.startswith(("person", "materiel")))
        ):
            continue
        one = Number(index, index, index, index, CountRange.exactly(1), is_word=True)
        found.append(Counted(one, head, index, head.last, cue=cue, cost=0.5, rules=["one by its grammar"]))
        taken.append((index, head.last))
    found += _named(view, cues, taken)
    found += _none(view, cues, taken)
    return found


def _none(view: View, cues: list[Cue], taken: list[tuple[int, int]]) -> list[Counted]:
    """No casualties are reported, no civilians were killed: a count of nobody."""
    tokens = view.tokens
    found = []
    for index, token in enumerate(tokens):
        if token.low != "no" or any(first <= index <= last for first, last in taken):
            continue
        head = find_head(tokens, index + 1, frozenset(c.first for c in cues if c.is_passive))
        if head is None or not head.object.startswith("person"):
            continue
        zero = Number(index, index, index, index, CountRange.exactly(0), is_word=True)
        inside = [c for c in cues if head.first <= c.first and c.last <= head.last and c.role == "tally"]
        after = [
            c
            for c in cues
            if c.first > head.last and c.is_passive and c.measure in _HARMS and "people" in c.of
        ]
        cue = next(iter(inside or after), None)
        if cue is not None:
            found.append(Counted(zero, head, index, head.last, cue=cue, cost=0.5, rules=["none"]))
    return found


def _is_singular(tokens: list[Token], head: Head) -> bool:
    noun = tokens[head.noun].low
    if noun in lexicon().singular:
        return True
    phrase = " ".join(t.low for t in tokens[max(head.first, head.noun - 2) : head.noun + 1])
    return phrase.endswith(_singular_phrases()) or _is_model(tokens[head.noun])


@cache
def _singular_phrases() -> tuple[str, ...]:
    return tuple(phrase for phrase in lexicon().singular if " " in phrase)


def _is_model(token: Token) -> bool:
    return any(c.isdigit() for c in token.text) and not token.text.endswith("s")


def _own_cue(tokens: list[Token], determiner: int, head: Head, cues: list[Cue]) -> Cue | None:
    """A cue whose own argument the phrase evidently is."""
    kind = kind_of_object(head.object)
    for cue in cues:
        if cue.measure not in _HARMS or kind not in cue.of or cue.role in ("tally", "loser"):
            continue
        if cue.first > head.last:
            gap = [t.low for t in tokens[_after_employer(tokens, head.last + 1) : cue.first]]
            plain = all(t in _AUX for t in gap) and len(gap) <= 6
            if plain and (
                cue.is_passive or cue.role == "undergoer" or (not gap and cue.form == "participle")
            ):
                return cue
        elif (
            cue.last == determiner - 1
            and cue.role == "patient"
            and not cue.is_passive
            and cue.form != "base"
            and not head.object.startswith("structure")
        ):
            return cue
        elif head.first <= cue.first <= head.last and cue.form == "participle":
            continue
    return None


def _after_employer(tokens: list[Token], start: int) -> int:
    """Step over "for the World Food Programme" after a noun: index of the token behind it."""
    if start + 1 >= len(tokens) or tokens[start].low not in ("for", "of", "from", "with"):
        return start
    position = start + 2 if tokens[start + 1].low == "the" else start + 1
    end = position
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].is_capitalised:
        end += 1
    return end if end > position else start


def _listed(
    tokens: list[Token], determiner: int, head: Head, phrases: list[Counted], cues: list[Cue]
) -> Cue | None:
    """The cue of a counted phrase that this one is listed with: five planes, along with a helicopter."""
    if tokens[determiner].low not in ("a", "an"):
        return _among(tokens, head, cues)
    for phrase in phrases:
        if (
            phrase.cue is None
            or phrase.object is None
            or phrase.why_not
            or phrase.cue.measure not in _HARMS | {"lost"}
        ):
            continue
        first, last = (
            (phrase.last + 1, determiner) if phrase.last < determiner else (head.last + 1, phrase.first)
        )
        gap = [t.low for t in tokens[first:last]]
        if (
            gap
            and len(gap) <= 4
            and all(t in _GLUE for t in gap)
            and phrase.object.split(".")[0] == head.object.split(".")[0]
        ):
            return phrase.cue
    return _among(tokens, head, cues)


def _among(tokens: list[Token], head: Head, cues: list[Cue]) -> Cue | None:
    """A mother of two is among the victims."""
    for cue in cues:
        gap = [t.low for t in tokens[head.last + 1 : cue.first]]
        if (
            cue.role == "tally"
            and cue.first > head.last
            and gap[-2:] == ["among", "the"]
            and len(gap) <= 8
            and cue.measure in _HARMS
        ):
            return cue
    return None


_GLUE = word_set("counts_singular", "glue")
_AUX = word_set("counts_singular", "aux")


def _named(view: View, cues: list[Cue], taken: list[tuple[int, int]]) -> list[Counted]:
    """A person named in full whom a passive or intransitive verb speaks of."""
    tokens = view.tokens
    found = []
    for cue in cues:
        if cue.measure not in _HEADLINE_MEASURES or "people" not in cue.of or cue.role in ("tally", "loser"):
            continue
        position = cue.first - 1
        while position >= 0 and tokens[position].low in _AUX:
            position -= 1
        if position == cue.first - 1 or position < 1 or not _is_person_name(view, position):
            continue
        if any(first <= position <= last for first, last in taken):
            continue
        head = Head(position, position, "person", position)
        one = Number(position, position, position, position, CountRange.exactly(1), is_word=True)
        found.append(Counted(one, head, position - 1, position, cue=cue, cost=0.6, rules=["a person named"]))
        taken.append((position - 1, position))
    return found


def _is_person_name(view: View, last: int) -> bool:
    """Whether two capitalised words end here that name no party, unit, place or month."""
    tokens = view.tokens
    pair = tokens[last - 1 : last + 1]
    if not all(
        t.kind == "word" and t.is_capitalised and t.text.isalpha() and not t.text.isupper() for t in pair
    ):
        return False
    if any(p.first <= last and p.last >= last - 1 for p in view.parties):
        return False
    if _is_longer_name_of_body(tokens, last):
        return False
    return not {t.low for t in pair} & _NO_NAMES and (
        last < 2 or tokens[last - 2].low not in ("in", "at", "near", "of", "the")
    )


_NO_NAMES = word_set("counts_singular", "no_names")


def _is_longer_name_of_body(tokens: list[Token], last: int) -> bool:
    """Workers of the World Food Programme were killed: a body's name in three words, after an article."""
    first = last
    while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].is_capitalised:
        first -= 1
    return first > 0 and last - first >= 1 and tokens[first - 1].low in ("of", "the", "for", "from")

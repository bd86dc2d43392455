"""Single people and things: a pilot was killed, a Tochka-U launcher destroyed, Shukur Hamidov died."""

from functools import cache
from itertools import takewhile
from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.nobody import HARMS, nobody_counted
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, is_age, lexicon, noun_at
from counterclaim.extraction.counts.phrases import MUNITIONS, Counted
from counterclaim.extraction.counts.wording import PRONOUN
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_DETERMINERS: Final = word_set("counts_singular", "determiners")
_HEADLINE_MEASURES: Final = frozenset(["killed", "wounded", "captured", "missing", "destroyed"])


def singular_phrases(view: View, cues: list[Cue], phrases: list[Counted]) -> list[Counted]:
    """Phrases that count one by their grammar alone, beside a verb of harm and no number."""
    if not cues:
        return []
    tokens = view.tokens
    taken = [(p.first, p.last) for p in phrases if p.why_not != PRONOUN]
    found = nobody_counted(tokens, cues, taken)
    verbs = frozenset(c.first for c in cues if c.form != "participle" or c.is_passive)
    numbers = frozenset(number.first for number in view.numbers)
    passive = any(cue.is_passive for cue in cues)
    alone: list[tuple[int, Head]] = []
    for index, token in enumerate(tokens):
        if token.low == "the" and not passive:
            continue  # what "the" names is only counted by a passive
        if token.low not in _DETERMINERS or any(first <= index <= last for first, last in taken):
            continue
        if token.low == "another" and index and tokens[index - 1].low in ("after", "one"):
            continue  # one another; one hospital after another
        head = (
            _another_of_them(tokens, index + 1, cues)
            or find_head(tokens, index + 1, verbs | numbers)
            or _somebody(tokens, index, cues)
        )
        if head is None or head.object == NOT_COUNTED or not _is_singular(tokens, head):
            continue
        if any(s.first <= head.noun <= s.last < s.cue for s in view.sources):
            continue  # who speaks
        cue = (
            _own_cue(tokens, index, head, cues)
            or _listed(tokens, index, head, [*phrases, *found], cues)
            or _death_of(tokens, index, head, cues)
        )
        if token.low == "the" and cue is not None:
            cue = cue if cue.is_passive and head.object.startswith(("person", "materiel")) else None
        if cue is not None:
            found.append(_one(index, head, cue))
            taken.append((index, head.last))
        elif token.low != "the":
            alone.append((index, head))
    for index, head in reversed(alone):  # a woman and a child died: those listed before the one with the verb
        cue = _listed(tokens, index, head, found, cues)
        if cue is not None:
            found.append(_one(index, head, cue))
            taken.append((index, head.last))
    found += _named(view, cues, taken)
    return found


def _one(index: int, head: Head, cue: Cue) -> Counted:
    number = Number(index, index, index, index, CountRange.exactly(1), is_word=True)
    return Counted(number, head, index, head.last, cue=cue, cost=0.5, rules=["one by its grammar"])


def _somebody(tokens: list[Token], determiner: int, cues: list[Cue]) -> Head | None:
    """A beekeeper was killed; shells killed a moneychanger: whoever is killed is a person."""
    if tokens[determiner].low not in ("a", "an", "another"):
        return None
    end = determiner + 1
    if is_age(tokens, end):
        end += 3
        if end < len(tokens) and not _is_plain_word(tokens[end], cues, end):
            return Head(determiner + 1, end - 1, "person", end - 1)  # a 12-year-old was killed
    while end < min(determiner + 5, len(tokens)) and _is_plain_word(tokens[end], cues, end):
        end += 1
    noun = end - 1
    if noun == determiner or tokens[noun].low.endswith(("s", "ly")):
        return None
    for cue in cues:
        if cue.measure != "killed" or cue.of != _PEOPLE_ALONE or cue.role not in ("patient", "undergoer"):
            continue
        gap = [token.low for token in tokens[_after_modifier(tokens, end, cue.first) : cue.first]]
        told_after = end <= cue.first and all(word in _AUX for word in gap)
        told_after &= bool(gap) or tokens[cue.first].low in _DIES  # a pharmacist died; not "a bomb killed"
        told_before = cue.role == "patient" and cue.last == determiner - 1 and not cue.is_passive
        if told_after or (told_before and cue.form in ("past", "third", "gerund")):
            return Head(determiner + 1, noun, "person", noun)
    return None


def _another_of_them(tokens: list[Token], ordinal: int, cues: list[Cue]) -> Head | None:
    """Two died and a third was wounded: one more of those counted, where a verb of harm comes next."""
    if ordinal >= len(tokens) or tokens[ordinal].low not in _ORDINALS:
        return None
    for cue in cues:
        gap = [token.low for token in tokens[ordinal + 1 : cue.first]]
        if ordinal < cue.first and all(word in _AUX for word in gap) and "people" in cue.of:
            return Head(ordinal, ordinal, "person", ordinal) if cue.role in ("patient", "undergoer") else None
    return None


_DIES: Final = word_set("counts_singular", "dies")
_ORDINALS: Final = word_set("counts_singular", "ordinals")
_PEOPLE_ALONE: Final = frozenset(("people",))


def _is_plain_word(token: Token, cues: list[Cue], index: int) -> bool:
    if token.kind == "word" and not token.is_capitalised and token.low not in _AUX:
        return token.low not in _NO_NOUNS and not any(cue.first <= index <= cue.last for cue in cues)
    return token.low == "-"


_NO_NOUNS: Final = word_set("counts_objects", "stops") | {
    "total",
    "number",
    "further",
    "few",
    "handful",
    "lot",
    "of",
    "one",
}


def _is_singular(tokens: list[Token], head: Head) -> bool:
    noun = tokens[head.noun].low
    if noun in lexicon().singular or noun_at(tokens, head.noun) is None:
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
    for cue in cues:
        if cue.measure not in HARMS or not counts(cue, head.object) or cue.role in ("tally", "loser"):
            continue
        if cue.measure == "damaged" and tokens[head.noun].low in MUNITIONS:
            continue  # their car hit a landmine
        if cue.first > head.last:
            after = _after_modifier(tokens, head.last + 1, cue.first)
            if head.object.startswith("person"):
                after = _after_doing(tokens, after, cue.first)
            gap = [t.low for t in tokens[after : cue.first]]
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


def _death_of(tokens: list[Token], determiner: int, head: Head, cues: list[Cue]) -> Cue | None:
    """The death of a commander, the loss of another soldier: a noun of harm done to one."""
    if determiner < 2 or tokens[determiner - 1].low != "of" or tokens[determiner].low not in _ONE:
        return None
    for cue in cues:
        if cue.last == determiner - 2 and cue.role == "tally" and cue.measure in HARMS:
            return cue if counts(cue, head.object) else None
        if cue.last == determiner - 1 and cue.role == "loser" and counts(cue, head.object):
            return cue
    return None


_ONE: Final = word_set("counts_singular", "one")


def _after_modifier(tokens: list[Token], start: int, verb: int) -> int:
    """Step over "for the World Food Programme", "of 16", "on duty": index of the token behind it."""
    if start + 1 >= len(tokens) or tokens[start].low not in _MODIFYING:
        return start
    position = start + 2 if tokens[start + 1].low in ("the", "a", "an") else start + 1
    end = position
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].is_capitalised:
        end += 1
    if end > position:
        return end
    for end in range(position + 1, min(position + 3, len(tokens))):
        if tokens[end].low in _AUX or end == verb:
            return end
    return start


def _after_doing(tokens: list[Token], start: int, verb: int) -> int:
    """Step over "working for Reuters", "guarding a post": index of the auxiliary behind it."""
    if start >= verb or not tokens[start].low.endswith("ing"):
        return start
    end = next((i for i in range(start + 1, min(start + _DOES, verb)) if tokens[i].low in _AUX), start)
    return end if all(t.kind in ("word", "possessive") for t in tokens[start:end]) else start


_DOES: Final = 7  # tokens of what one does: a journalist working for Reuters in Aden


_MODIFYING: Final = word_set("counts_singular", "modifying")


def _listed(
    tokens: list[Token], determiner: int, head: Head, phrases: list[Counted], cues: list[Cue]
) -> Cue | None:
    """The cue of a phrase that this one is listed with: five planes and a helicopter; a man and his son."""
    if tokens[determiner].low == "the":
        return _among(tokens, head, cues)
    for phrase in phrases:
        if phrase.last < determiner and not _ends_phrase(tokens, head.last + 1):
            continue  # killed a man and a woman fled
        if phrase.cue is None or phrase.object is None or phrase.why_not or phrase.cue.measure not in HARMS:
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


def _ends_phrase(tokens: list[Token], after: int) -> bool:
    """Whether nothing is said of what ends before this token: a mark, a conjunction or a place comes next."""
    following = tokens[after] if after < len(tokens) else None
    return following is None or following.kind == "mark" or following.low in _AFTER_LISTED


_AFTER_LISTED: Final = word_set("counts_singular", "after_listed")


def _among(tokens: list[Token], head: Head, cues: list[Cue]) -> Cue | None:
    """A mother of two is among the victims."""
    for cue in cues:
        gap = [t.low for t in tokens[head.last + 1 : cue.first]]
        if (
            cue.role == "tally"
            and cue.first > head.last
            and gap[-2:] == ["among", "the"]
            and len(gap) <= _TO_AMONG
            and cue.measure in HARMS
        ):
            return cue
    return None


# tokens from a noun to "among the dead": a woman selling tea in front of the hotel was among them
_TO_AMONG: Final = 12
_GLUE: Final = word_set("counts_singular", "glue")
_AUX: Final = word_set("counts_singular", "aux")


def _named(view: View, cues: list[Cue], taken: list[tuple[int, int]]) -> list[Counted]:
    """A person named in full whom a passive or intransitive verb speaks of, or who is among the dead."""
    tokens = view.tokens
    found = []
    for cue in cues:
        if cue.measure not in _HEADLINE_MEASURES or "people" not in cue.of or cue.role == "loser":
            continue
        position = _end_of_subject(tokens, cue)
        name = _name_before(view, position) if position is not None else None
        name = name if name is not None else _name_after(view, cue)
        if name is None or any(first <= name <= last for first, last in taken):
            continue
        head = Head(name, name, "person", name)
        one = Number(name, name, name, name, CountRange.exactly(1), is_word=True)
        found.append(Counted(one, head, name - 1, name, cue=cue, cost=0.6, rules=["a person named"]))
        taken.append((name - 1, name))
    return found


def _name_after(view: View, cue: Cue) -> int | None:
    """Index of the last token of the name that an active verb has: gunmen shot dead Toofan Omari."""
    if (
        cue.role != "patient"
        or cue.measure != "killed"
        or cue.is_passive
        or cue.form not in ("past", "third")
    ):
        return None  # who seizes a name takes a town as often
    words = takewhile(_is_part_of_name, view.tokens[cue.last + 1 : cue.last + 4])
    name = [token.low for token in words]
    last = cue.last + len(name)
    is_group = len(name) == _NAMES and name[-1].endswith(_PLURALS)
    return last if len(name) == _NAMES and _is_person_name(view, last) and not is_group else None


_NAMES: Final = 2  # a name and a surname


_PLURALS: Final = tuple(sorted(word_set("counts_singular", "group_endings")))  # Sea Tigers


def _is_part_of_name(token: Token) -> bool:
    return token.kind == "word" and token.is_capitalised


def _end_of_subject(tokens: list[Token], cue: Cue) -> int | None:
    """Index of the last token before the verb's auxiliaries: was killed, was among those who died."""
    position = cue.first - 1
    among = [token.low for token in tokens[max(cue.first - 4, 0) : cue.first]]
    if "among" in among and all(word in _AMONG for word in among[among.index("among") :]):
        position = cue.first - 1 - (len(among) - among.index("among"))
        if position < 0 or tokens[position].low not in ("was", "is"):
            return None
    elif cue.role == "tally":
        return None
    start = position
    while position >= 0 and tokens[position].low in _AUX:
        position -= 1
    return position if 1 <= position < start else None


_AMONG: Final = word_set("counts_singular", "among")


def _name_before(view: View, position: int) -> int | None:
    """Index of the last token of the name that ends there, or before what stands between commas."""
    tokens = view.tokens
    if tokens[position].low == ",":
        if position >= 2 and _is_person_name(view, position - 1):
            return position - 1
        comma = next((i for i in range(position - 2, max(position - 9, 1), -1) if tokens[i].low == ","), None)
        if comma is None or not _is_person_name(view, comma - 1):
            return None
        return comma - 1
    return position if _is_person_name(view, position) else None


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
    if any(last - 3 <= number.closing <= last - 2 for number in view.numbers):
        return False  # 70 Sea Tigers, 600 ethnic Lou Nuer
    if _is_longer_name_of_body(tokens, last) or (last > 1 and tokens[last - 2].low in _OUTLETS):
        return False  # the newspaper Le Monde
    return not {t.low for t in pair} & _NO_NAMES and (
        last < 2 or tokens[last - 2].low not in ("in", "at", "near", "of", "the")
    )


_OUTLETS: Final = word_set("attribution", "outlets")
_NO_NAMES: Final = word_set("counts_singular", "no_names")


def _is_longer_name_of_body(tokens: list[Token], last: int) -> bool:
    """Workers of the World Food Programme were killed: a body's name in three words, after an article."""
    first = last
    while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].is_capitalised:
        first -= 1
    return first > 0 and last - first >= 1 and tokens[first - 1].low in ("of", "the", "for", "from")

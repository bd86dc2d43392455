"""Single people and things: a pilot was killed, a Tochka-U launcher destroyed, Shukur Hamidov died."""

from functools import cache
from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.named import AUXILIARIES, people_named
from counterclaim.extraction.counts.nobody import HARMS, nobody_counted
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head, is_age, lexicon, noun_at
from counterclaim.extraction.counts.phrases import MUNITIONS, Counted
from counterclaim.extraction.counts.wording import PRONOUN
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_DETERMINERS: Final = word_set("counts_singular", "determiners")


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
        if head is None or head.object == NOT_COUNTED:
            continue
        if not (_is_singular(tokens, head) or _is_one_craft(tokens, index, head)):
            continue
        if any(s.first <= head.noun <= s.last < s.cue for s in view.sources):
            continue  # who speaks
        cue = (
            _own_cue(tokens, index, head, cues)
            or _listed(tokens, index, head, [*phrases, *found], cues)
            or _itemised(tokens, index, head, phrases)
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
    found += people_named(view, cues, taken)
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
        told_after = end <= cue.first and all(word in AUXILIARIES for word in gap)
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
        if ordinal < cue.first and all(word in AUXILIARIES for word in gap) and "people" in cue.of:
            return Head(ordinal, ordinal, "person", ordinal) if cue.role in ("patient", "undergoer") else None
    return None


_DIES: Final = word_set("counts_singular", "dies")
_ORDINALS: Final = word_set("counts_singular", "ordinals")
_PEOPLE_ALONE: Final = frozenset(("people",))


def _is_plain_word(token: Token, cues: list[Cue], index: int) -> bool:
    if token.kind == "word" and not token.is_capitalised and token.low not in AUXILIARIES:
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


def _is_one_craft(tokens: list[Token], determiner: int, head: Head) -> bool:
    """A patrol aircraft: a noun with one form for one and for many, after an article of one."""
    between = {token.low for token in tokens[determiner + 1 : head.noun]}
    return tokens[determiner].low in _ONE and tokens[head.noun].low == "aircraft" and not between & _NO_NOUNS


@cache
def _singular_phrases() -> tuple[str, ...]:
    return tuple(phrase for phrase in lexicon().singular if " " in phrase)


def _is_model(token: Token) -> bool:
    return any(c.isdigit() for c in token.text) and not token.text.endswith("s")


def _own_cue(tokens: list[Token], determiner: int, head: Head, cues: list[Cue]) -> Cue | None:
    """A cue whose own argument the phrase evidently is."""
    for cue in cues:
        if _is_loss_of(cue, determiner, head):
            return cue
        if cue.measure not in HARMS or not counts(cue, head.object) or cue.role == "tally":
            continue
        if cue.role == "loser" and not (cue.first > head.last and _is_said_of(tokens, cue)):
            continue
        if cue.measure == "damaged" and tokens[head.noun].low in MUNITIONS:
            continue  # their car hit a landmine
        if cue.first > head.last:
            after = _after_modifier(tokens, head.last + 1, cue.first)
            if head.object.startswith("person"):
                after = _after_doing(tokens, after, cue.first)
            gap = [t.low for t in tokens[after : cue.first]]
            plain = all(t in AUXILIARIES for t in gap) and len(gap) <= 6
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


def _is_said_of(tokens: list[Token], lost: Cue) -> bool:
    """A tank was lost; a drone and a tank lost: what they lost, not who lost something."""
    return lost.is_passive or (lost.form == "participle" and _ends_phrase(tokens, lost.last + 1))


def _is_loss_of(cue: Cue, determiner: int, head: Head) -> bool:
    """Azerbaijan lost an aircraft; denies having lost a ship: not what somebody lost who is no army."""
    loses = (
        cue.role == "loser" and cue.form in ("past", "participle", "gerund") and cue.last == determiner - 1
    )
    return loses and head.object.startswith("materiel") and counts(cue, head.object)


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
        if tokens[end].low in AUXILIARIES or end == verb:
            return end
    return start


def _after_doing(tokens: list[Token], start: int, verb: int) -> int:
    """Step over "working for Reuters", "guarding a post": index of the auxiliary behind it."""
    if start >= verb or not tokens[start].low.endswith("ing"):
        return start
    end = next((i for i in range(start + 1, min(start + _DOES, verb)) if tokens[i].low in AUXILIARIES), start)
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
        if phrase.cue is None or phrase.object is None or phrase.why_not:
            continue
        if phrase.cue.measure not in HARMS and phrase.cue.measure != "casualties":
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


def _itemised(tokens: list[Token], determiner: int, head: Head, phrases: list[Counted]) -> Cue | None:
    """Lost two jets: a MiG-21 and a MiG-27: the items, after a colon, of a count of the like."""
    colon = next((i for i in range(determiner - 1, -1, -1) if tokens[i].low == ":"), None)
    if colon is None or not head.object.startswith("materiel") or tokens[determiner - 1].low not in _ITEMS:
        return None
    counted = [p for p in phrases if p.last < colon and p.cue is not None and p.cue.measure in HARMS]
    told = counted[-1] if counted and not any(p.first > colon for p in phrases) else None
    return told.cue if told is not None and (told.object or "").startswith("materiel") else None


_ITEMS: Final = (":", ",", "and")


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


_TO_AMONG: Final = (
    12  # tokens from a noun to "among the dead": a woman selling tea in front of the hotel was among them
)
_GLUE: Final = word_set("counts_singular", "glue")

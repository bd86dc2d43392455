"""Counts of nobody and nothing: no casualties, none of the crew was hurt, not a single death."""

from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.objects import NOT_COUNTED, Head, find_head
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

HARMS: Final = frozenset(
    ["killed", "wounded", "captured", "missing", "destroyed", "damaged", "abandoned", "lost"]
)
_OPENERS: Final = word_set("counts_nobody", "openers")
_REPORTS: Final = word_set("counts_nobody", "reports")
_DENIALS: Final = word_set("counts_nobody", "denials")
_REMAINING: Final = word_set("counts_nobody", "remaining")
_BEFORE_VERB: Final = word_set("counts_measure", "before_verb")
_ARTICLES: Final = word_set("counts_nobody", "articles")


def nobody_counted(tokens: list[Token], cues: list[Cue], taken: list[tuple[int, int]]) -> list[Counted]:
    """Every count of 0 in a sentence.

    Args:
        tokens: the sentence's tokens.
        cues: its measure cues.
        taken: first and last token of the phrases that count already.
    """
    found = []
    for index, token in enumerate(tokens):
        if token.low not in _OPENERS or any(first <= index <= last for first, last in taken):
            continue
        if _is_aim(tokens, index):
            continue
        start = _start(tokens, index)
        if start is None:
            continue
        phrase = _of_head(tokens, cues, index, start) or _alone(tokens, cues, index, start)
        if phrase is not None:
            found.append(phrase)
            taken.append((phrase.first, phrase.last))
    return found


def _is_aim(tokens: list[Token], index: int) -> bool:
    """The plan was to cause no casualties: what somebody meant, not what happened."""
    return index >= 2 and tokens[index - 2].low == "to"


def _start(tokens: list[Token], index: int) -> int | None:
    """Index of the token where what is counted begins; None where the words deny nothing."""
    low = tokens[index].low
    after = [token.low for token in tokens[index + 1 : index + 5]]
    before = [token.low for token in tokens[:index]]
    if low == "not":
        return index + 2 if after[:1] == ["one"] else None
    if low == "single":
        denied = "not" in before[-2:] or bool(_DENIALS & set(before))
        return index + 1 if denied and before[-1:] == ["a"] else None
    if low == "none" and after[:1] == ["of"]:
        return index + 3 if after[1:2] and after[1] in ("the", "its", "their", "his", "those") else index + 2
    if low == "no" and after[:1] == ["one"]:
        return index + 2
    for step, word in enumerate(after[:3]):
        if low == "no" and word in _REPORTS and after[step + 1 : step + 2] == ["of"]:
            start = index + step + 3
            while start < len(tokens) and tokens[start].low in _ARTICLES:
                start += 1
            return start
    return index + 1


def _of_head(tokens: list[Token], cues: list[Cue], index: int, start: int) -> Counted | None:
    """No civilians were killed; none of the crew was injured: a noun, and a cue that speaks of it."""
    head = find_head(tokens, start, frozenset(c.first for c in cues if c.is_passive or c.form != "word"))
    if head is None or head.object == NOT_COUNTED or _is_asked(tokens[start : head.noun]):
        return None
    fitting = [cue for cue in cues if cue.measure in HARMS | {"casualties"} and counts(cue, head.object)]
    inside = [cue for cue in fitting if head.first <= cue.first and cue.last <= head.last]
    told = [cue for cue in inside if cue.role == "tally" or _remain(tokens, cue, head)]
    after = [cue for cue in fitting if cue.first > head.last and _speaks_of(tokens, cue, head)]
    cue = next(iter(told or after), None)
    return _counted(index, head, cue) if cue is not None else None


def _is_asked(between: list[Token]) -> bool:
    """No confirmation of how many people were killed: a number that is not known, which is not none."""
    return any(token.low in ("how", "of", "for") for token in between)


def _remain(tokens: list[Token], cue: Cue, head: Head) -> bool:
    """No hostage is left in their hands: people in a state that nobody is in any more."""
    after = {token.low for token in tokens[head.last + 1 : head.last + 4]}
    return cue.role == "status" and bool(after & _REMAINING)


def _speaks_of(tokens: list[Token], cue: Cue, head: Head) -> bool:
    if cue.is_passive and head.object.startswith("person"):
        return True
    return cue.role != "tally" and _is_own(tokens, cue, head.last + 1)


def _alone(tokens: list[Token], cues: list[Cue], index: int, start: int) -> Counted | None:
    """Nobody was hurt; ten were used and none lost: the word stands for what is counted."""
    people = tokens[index].low == "nobody" or tokens[start - 1].low == "one"
    if not people and tokens[index].low != "none":
        return None
    own = (c for c in cues if c.measure in HARMS and c.role != "tally" and _is_own(tokens, c, start))
    cue = next((c for c in own if not people or "people" in c.of), None)
    if cue is None:
        return None
    return _counted(index, Head(start - 1, start - 1, "person", start - 1) if people else None, cue)


def _is_own(tokens: list[Token], cue: Cue, start: int) -> bool:
    """Whether only auxiliaries part a subject that ends before `start` from a verb of harm done to it."""
    if cue.form not in ("past", "participle", "word", "third", "base") or cue.first < start:
        return False
    return all(token.low in _BEFORE_VERB for token in tokens[start : cue.first])


def _counted(index: int, head: Head | None, cue: Cue) -> Counted:
    zero = Number(index, index, index, index, CountRange.exactly(0), is_word=True)
    last = head.last if head else index
    return Counted(zero, head, index, last, cue=cue, cost=0.5, rules=["none"])

"""People whom a text names in full as killed, wounded, captured or missing."""

from itertools import takewhile
from typing import Final

from counterclaim.count_range import CountRange
from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue
from counterclaim.extraction.counts.objects import STOPS, Head
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.numbers import Number
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_HEADLINE_MEASURES: Final = frozenset(["killed", "wounded", "captured", "missing", "destroyed"])
AUXILIARIES: Final = word_set("counts_singular", "aux")
"""Words that may stand between a subject and the verb of what was done to it."""


def people_named(view: View, cues: list[Cue], taken: list[tuple[int, int]]) -> list[Counted]:
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
    while position >= 0 and tokens[position].low in AUXILIARIES:
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
    words = {token.low for token in pair}
    return (
        words.isdisjoint(_NO_NAMES)
        and words.isdisjoint(STOPS)
        and (last < 2 or tokens[last - 2].low not in ("in", "at", "near", "of", "the"))
    )


_OUTLETS: Final = word_set("attribution", "outlets")
_NO_NAMES: Final = word_set("counts_singular", "no_names")


def _is_longer_name_of_body(tokens: list[Token], last: int) -> bool:
    """Workers of the World Food Programme were killed: a body's name in three words, after an article."""
    first = last
    while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].is_capitalised:
        first -= 1
    return first > 0 and last - first >= 1 and tokens[first - 1].low in ("of", "the", "for", "from")

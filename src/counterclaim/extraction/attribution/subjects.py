"""The subject of a verb of saying: the name before it, the one after it, or the one after "by"."""

from typing import Final

from counterclaim.extraction.attribution.appositions import before_apposition, with_another
from counterclaim.extraction.attribution.names import (
    has_source_word,
    name_after,
    start_of_name,
)
from counterclaim.extraction.attribution.words import ARTICLES, Saying, number_words, source_nouns
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_AUXILIARIES: Final = word_set("attribution", "auxiliaries")
_MODALS: Final = word_set("attribution", "modals")
_FINITE: Final = word_set("attribution", "finite")
_BE: Final = word_set("attribution", "be")
_TOLD: Final = word_set("attribution", "told")  # who stands after these verbs hears


def subject_of(
    tokens: list[Token], first: int, last: int, saying: Saying
) -> tuple[tuple[int, int] | None, bool]:
    """The name that says it, and whether it stands after the verb.

    Args:
        tokens: the sentence's tokens.
        first: index of the verb's first token.
        last: index of its last one.
        saying: the verb.
    """
    agent = _agent(tokens, first, last, saying)
    if agent is not None:
        return agent, True
    if saying.form not in ("base", "gerund") and _closes_sentence(tokens, first, last + 1):
        return name_after(tokens, last + 1), True
    subject = _subject_before(tokens, first, saying)
    inverted = saying.form != "base" or (first > 0 and tokens[first - 1].low in (",", '"', "”", "’"))
    if subject is None and inverted and saying.verb not in _TOLD:
        subject = _subject_after(tokens, last + 1)
        return subject, subject is not None
    return subject, False


def _closes_sentence(tokens: list[Token], verb: int, start: int) -> bool:
    """Arrests, announced by X, had passed 1,300, said a group that counts them: who says it ends it."""
    if (
        verb == 0
        or tokens[verb - 1].low != ","
        or start >= len(tokens)
        or tokens[start].low not in ("a", "an")
    ):
        return False
    name = name_after(tokens, start)
    if name is None or not has_source_word(tokens, start, name[1] + 1):
        return False
    following = tokens[name[1] + 1 :]
    return not following or following[0].low in (".", "that", "which", "who")


_TO_AGENT: Final = 8  # tokens from a passive verb to its "by": confirmed on Saturday by the police


def _agent(tokens: list[Token], first: int, last: int, saying: Saying) -> tuple[int, int] | None:
    """Whoever a passive verb names after "by": confirmed by the police; put at 600 by the ministry."""
    if saying.form not in ("past", "participle"):
        return None
    following = [token.low for token in tokens[last + 1 : last + 1 + _TO_AGENT]]
    if following[1:2] == ["by"] and following[0] in _LOST:  # reported destroyed by the ministry
        name = name_after(tokens, last + 3)
        return name if name is not None and has_source_word(tokens, name[0], name[1] + 1) else None
    if following[:1] != ["by"]:
        if "by" not in following or tokens[auxiliary_before(tokens, first)].low not in _BE:
            return None
        between = following[: following.index("by")]
        if not _CLAUSE_MARKS.isdisjoint(between) or any(word in _BE for word in between):
            return None
    by = last + 1 + following.index("by")
    return None if any(t.low in _MEANS for t in tokens[by + 1 : by + 3]) else name_after(tokens, by + 1)


_LOST: Final = word_set("attribution", "lost")
_MEANS: Final = word_set("attribution", "means")


_CLAUSE_MARKS: Final = word_set("attribution", "clause_marks")


def auxiliary_before(tokens: list[Token], verb: int) -> int:
    """Index of the word before a verb, adverbs stepped over."""
    position = verb - 1
    while position > 0 and tokens[position].low.endswith("ly"):
        position -= 1
    return max(position, 0)


def _subject_before(tokens: list[Token], verb: int, saying: Saying) -> tuple[int, int] | None:
    """The name that a verb of saying has before it, auxiliaries and an apposition stepped over."""
    position, passive, modal = _before_auxiliaries(tokens, verb)
    if position >= 3 and tokens[position].low == "part" and tokens[position - 2].low == "for":
        position -= 3  # "the ministry for its part has published"
    position = _before_medium(tokens, _before_year(tokens, position))
    if position > 0 and tokens[position].text in ('"', "”") and tokens[position - 1].low in (",", "?", "!"):
        return None  # a quotation ends here
    if position < 0 or (passive and saying.form in ("past", "participle")):
        return None
    if saying.form == "base" and not modal and not _is_plural_subject(tokens, position):
        return _before_place(tokens, position, plural=True)
    if tokens[position].low == ",":
        return before_apposition(tokens, position)
    if tokens[position].low == ")":
        opening = _opening_bracket(tokens, position)
        if opening is not None and opening > 0:
            first = start_of_name(tokens, opening - 1)
            return None if first is None else (first, position)
    if (
        tokens[position].low in ("which", "who")
        and position >= _RELATIVE_COMMA
        and tokens[position - 1].low == ","
        and all(token.low != "," for token in tokens[verb:])
    ):
        first = start_of_name(tokens, position - 2)
        return None if first is None else (first, position - 2)  # …, said Airwars, which believes that
    if tokens[position].low in _OBJECTS and _is_object(tokens, position):
        return _opening_name(tokens, position)  # "the streets around it went on"
    first = start_of_name(tokens, position)
    if first is None:
        return (
            _before_relative(tokens, position)
            or _before_place(tokens, position)
            or _opening_name(tokens, position)
        )
    if first and _is_inside_clause(tokens, first):
        return _before_relative(tokens, position) or _opening_name(tokens, position) or (first, position)
    if _is_listed_after_from(tokens, first):
        return _opening_name(tokens, position)
    holder = _holder_in(tokens, first)
    if holder is not None:
        return holder, position
    return _before_participle(tokens, first) or (with_another(tokens, first), position)


_RELATIVE_COMMA: Final = 2  # tokens: a name and a comma before "which"
_OBJECTS: Final = word_set("attribution", "objects")
_PREPOSITIONS: Final = word_set("attribution", "prepositions")


def _is_object(tokens: list[Token], position: int) -> bool:
    """Whether a pronoun is no subject: around it, to establish it."""
    before = [token.low for token in tokens[max(position - 2, 0) : position]]
    return before[-1:] != [] and (before[-1] in _PREPOSITIONS or before[0] == "to")


_NO_ADVERBS: Final = word_set("attribution", "no_adverbs")


def _before_auxiliaries(tokens: list[Token], verb: int) -> tuple[int, bool, bool]:
    """Index of the last word before a verb's auxiliaries, adverbs and day; whether passive, whether modal."""
    position = verb - 1
    passive = modal = False
    while position >= 0:
        low = tokens[position].low
        if low == "to" and position < verb - 1 and _is_hearsay(tokens, position):
            position -= 3
            continue
        if not (
            low in _AUXILIARIES
            or _is_at_first(tokens, position)
            or (low.endswith("ly") and not tokens[position].is_capitalised and low not in _NO_ADVERBS)
            or (low in _BEFORE_VERB and position > 0 and position == verb - 1)
            or (low in ("here", "there") and position > 0 and tokens[position - 1].low in source_nouns())
        ):
            break
        passive |= low in _BE
        modal |= low in _MODALS
        position -= 1
    return position, passive, modal


def _is_hearsay(tokens: list[Token], to: int) -> bool:
    """Rescuers are said to have counted 400 bodies: whether a verb is told of others only."""
    return to > 2 and tokens[to - 1].low in _HEARSAY and tokens[to - 2].low in _BE


_BEFORE_VERB: Final = word_set("attribution", "days") | {"first"}
_HEARSAY: Final = word_set("attribution", "hearsay")


def _opening_bracket(tokens: list[Token], closing: int) -> int | None:
    return next((i for i in range(closing, max(closing - 8, -1), -1) if tokens[i].low == "("), None)


def _is_at_first(tokens: list[Token], position: int) -> bool:
    """At first: the army at first spoke of two dead."""
    return (tokens[position].low == "first" and position > 0 and tokens[position - 1].low == "at") or (
        tokens[position].low == "at" and tokens[position + 1].low == "first"
    )


def _before_year(tokens: list[Token], position: int) -> int:
    """A UN report of 1999 says: the name before its year."""
    of_year = position >= 2 and tokens[position].kind == "number" and tokens[position - 1].low == "of"
    return position - 2 if of_year else position


def _before_medium(tokens: list[Token], position: int) -> int:
    """The ministry in a statement said: the name before the paper or the post in which it says so."""
    if position < 3 or tokens[position].low not in _MEDIA:
        return position
    for at in range(position - 1, max(position - _MEDIUM, 0), -1):
        if tokens[at].low in ("in", "on") and tokens[at + 1].low in _BEFORE_MEDIUM:
            return at - 1
    return position


_BEFORE_MEDIUM: Final = frozenset((*ARTICLES, "its", "his", "her", "their"))
_MEDIUM: Final = 5  # tokens from "in" to its paper: in an emailed press statement
_MEDIA: Final = word_set("attribution", "media")


def _before_place(tokens: list[Token], position: int, *, plural: bool = False) -> tuple[int, int] | None:
    """News agencies at the scene spoke of 35 dead: the name before a short phrase of place."""
    for at in range(position - 1, max(position - _PLACE, 0), -1):
        if tokens[at].low in _PLACED or (plural and tokens[at].low == "of"):
            noun = tokens[at - 1].low
            if noun not in source_nouns() or (plural and not _is_plural(noun)):
                return None
            if any(token.kind == "mark" for token in tokens[at:position]):
                return None
            first = start_of_name(tokens, at - 1)
            return None if first is None else (first, at - 1)
    return None


_PLACED: Final = ("at", "in", "inside", "near", "on", "outside")
_PLACE: Final = 7  # tokens from a phrase of place to the verb: a doctor in Peru's Cusco region said


def _is_listed_after_from(tokens: list[Token], first: int) -> bool:
    """A force with troops from Niger, Chad, and Mali said: a list of names that only tells of whom it is."""
    position = first - 1
    if position < _LISTED or tokens[position].low != "and":
        return False
    while position > 0 and (tokens[position].low in ("and", ",") or tokens[position].is_capitalised):
        position -= 1
    return tokens[position].low == "from" and any(t.low == "," for t in tokens[position:first])


_LISTED: Final = 4  # tokens of the shortest list and its "from"


def _holder_in(tokens: list[Token], first: int) -> int | None:
    """An official in the regional administration said: where the name of whoever serves there starts."""
    at = first - 1 - (tokens[first - 1].low in ARTICLES if first else 0)
    if at > 1 and tokens[at].low == "to" and tokens[at - 1].low == "close":
        at -= 1  # a source close to the army said
    serves = at > 0 and tokens[at].low in ("at", "close", "from", "in", "with")
    return start_of_name(tokens, at - 1) if serves and tokens[at - 1].low in source_nouns() else None


def _before_participle(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """A rights body appointed by the state said: the body says it, not the state."""
    by = first - 1 - (tokens[first - 1].low in ARTICLES if first else 0)
    if by >= 2 and tokens[by].low == "by" and tokens[by - 1].low.endswith(("ed", "run", "led")):
        start = start_of_name(tokens, by - 2)
        return None if start is None else (start, by - 2)
    return None


def _is_inside_clause(tokens: list[Token], first: int) -> bool:
    """Whether a verb stands right before a name: "the council that runs the camp" has not "the camp said"."""
    before = first - 1 - (tokens[first - 1].low in ARTICLES)
    return before > 1 and tokens[before - 1].low in ("that", "which", "who") and tokens[before].kind == "word"


def _opening_name(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """The chairman of a body set up to find it said: the name that opens a long subject before its verb."""
    opens = range(position, max(position - _LONG, -1), -1)
    start = next((i + 1 for i in opens if tokens[i].low in _SUBJECT_OPENS), 0)
    if position - start >= _LONG or not _opens_subject(tokens[start].low):
        return None
    name = name_after(tokens, start)
    if name is None or name[1] > position or not has_source_word(tokens, name[0], name[1] + 1):
        return None
    if name[1] == position:
        return name  # the governor of the Mykolaiv region said
    inside = [token.low for token in tokens[name[1] + 1 : position + 1]]
    opens_modifier = inside[0] in _MODIFIES or inside[0].endswith(("ed", "ing"))
    relative = inside[0] in _RELATIVE
    return name if opens_modifier and (relative or _FINITE.isdisjoint(inside)) else None


def _opens_subject(low: str) -> bool:
    """Whether a word opens a long subject: the chairman of …, two officials familiar with …."""
    return low in ARTICLES or low in number_words() or (low.endswith("s") and low in source_nouns())


_LONG: Final = 18  # tokens of a subject with all that belongs to it
_SUBJECT_OPENS: Final = frozenset((",", ";", ":", "”", '"', "—", "–", "(", ")"))
_RELATIVE: Final = word_set("attribution", "relative")
_MODIFIES: Final = word_set("attribution", "opens_modifier")


def _is_plural_subject(tokens: list[Token], position: int) -> bool:
    """Whether what ends here can be the subject of a verb in its base form: rebels; the Tigers (LTTE)."""
    if tokens[position].low == ")":
        opening = _opening_bracket(tokens, position)
        inside = {token.low for token in tokens[max((opening or 0) - 8, 0) : opening]}
        return any(low.endswith("s") for low in inside)
    if tokens[position].low == ",":
        return any(_is_plural(token.low) for token in tokens[max(position - 12, 0) : position])
    return _is_plural(tokens[position].low)


def _is_plural(low: str) -> bool:
    return low.endswith("s") or low in ("they", "police", "media", "we", "i", "people")


def _before_relative(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """Researchers who visited the region documented: the name before "who"."""
    for who in range(position, max(position - 12, 0), -1):
        if tokens[who].low == "who":
            first = start_of_name(tokens, who - 1)
            return None if first is None else (first, who - 1)
        if tokens[who].low in (",", ";", "that", '"', "”"):
            return None
    return None


def _subject_after(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """Said Naser Tattar, director of Shifa hospital: the name after the verb, to its end."""
    if (
        position
        and tokens[position - 1].end
        and position < len(tokens)
        and tokens[position].low in (",", ".", ":")
    ):
        return None
    before = _token_before_verb(tokens, position)
    if before not in (",", '"', "”", "’", "'", "—", "–", ")", ";", ":") and before != "":
        return None
    if position < len(tokens) and tokens[position].low == "that":
        return None
    name = name_after(tokens, position)
    following = tokens[name[1] + 1].low if name is not None and name[1] + 1 < len(tokens) else ""
    return None if following in ("had", "has", "have", "was", "were") else name  # claimed they had lost 500


def _token_before_verb(tokens: list[Token], after: int) -> str:
    position = after - 2
    while position >= 0 and tokens[position].low in _AUXILIARIES:
        position -= 1
    return tokens[position].low if position >= 0 else ""

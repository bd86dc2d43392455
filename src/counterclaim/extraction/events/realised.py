"""Whether the words around a cue tell that what it names took place."""

from dataclasses import dataclass
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.events.cues import BE, EventCue
from counterclaim.extraction.events.spots import Spot
from counterclaim.extraction.events.unreal import is_done, is_unreal
from counterclaim.extraction.events.words import beginnings, event_words, listed, speaking_of
from counterclaim.extraction.later_deaths import deaths_told
from counterclaim.extraction.phrases import Match
from counterclaim.extraction.tokens import Token

_MODIFIED: Final = listed("realising", "modified")
_TYPES: Final = listed("weapons", "types")

_OWN: Final = listed("grammar", "realised_own")
_ADVERBS: Final = listed("grammar", "realised_adverbs")


@dataclass(slots=True)
class Support:
    """What tells that an event took place.

    Attributes:
        how: "verb", "occurs", "makes", "made", "own", "heading", "word".
        verb: indices of the supporting verb's first and last token; those of the cue where it is its own.
    """

    how: str
    verb: tuple[int, int]


def support_of(view: View, cue: EventCue, places: list[Spot], verbs: list[Match[str]]) -> Support | None:
    """What tells that the event took place, None where nothing does.

    Args:
        view: the sentence.
        cue: the cue.
        places: the places that the sentence names.
        verbs: its verbs of taking place.
    """
    own = (cue.first, cue.last)
    if is_unreal(view.tokens, cue):
        return None
    if cue.form == "verb":
        which = cue.type == "capture" or (cue.type in _TYPES and cue.is_passive)
        return None if which and _only_says_which(view, cue, places) else Support("verb", own)
    if cue.form == "word":
        return Support("word", own)
    if any(harmed < cue.first < died for harmed, died in deaths_told(view.tokens)):
        return None  # whom the strike had wounded died: it was told of before
    if _is_numbered(view.tokens, cue) or _is_modifier(view.tokens, cue) or _is_stopped(view.tokens, cue):
        return None
    if cue.begins:
        verbs = [m for m in verbs if tuple(t.low for t in view.tokens[m.first : m.last + 1]) in beginnings()]
    occurs = _occurs(view, cue, verbs)
    if occurs is not None and cue.type == "clash" and _sets_time(view, cue, occurs, places):
        return None
    if occurs is not None and (cue.type != "clash" or _is_logged(view, cue, occurs, places)):
        return Support("occurs", occurs)
    made = _made(view, cue, places, verbs)
    if made is not None:
        return made
    if cue.strict or cue.begins:
        return None
    if _has_own(view, cue, places):
        return Support("own", own)
    return None


def _only_says_which(view: View, cue: EventCue, places: list[Spot]) -> bool:
    """Whether a verb only says which is meant: "houses that troops had seized", "the hall that was hit"."""
    tokens = view.tokens
    that = next((i for i in range(cue.first - 1, max(cue.first - 7, 0), -1) if tokens[i].low == "that"), None)
    if that is None or any(s.cue == that - 1 or s.last == that - 1 for s in view.sources):
        return False
    if cue.is_passive and (cue.type == "capture" or tokens[that + 1].low not in _BE_OR_HAVE):
        return False
    following = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
    bare = following is None or following.kind == "mark" or following.low in ("during", "in", "from", "by")
    dated = any(0 <= i.start - tokens[cue.last].end <= 12 for i in view.intervals)
    return bare and not dated and not any(0 < p.first - cue.last <= 4 for p in places)


def _is_numbered(tokens: list[Token], cue: EventCue) -> bool:
    """Whether a noun only counts what was told of: "the strike marks the second attack on the hospital"."""
    before = [token.low for token in tokens[max(cue.first - 4, 0) : cue.first]]
    if ";" in before:
        return False  # it is the third; those of April had failed
    numbered = any(low in _ORDINALS for low in before[-2:])
    return numbered and "the" in before and any(low in BE or low in _MARKING for low in before)


_MARKING: Final = listed("realising", "marking")
_ORDINALS: Final = frozenset(event_words()["whole_war"]["ordinals"])


def _is_modifier(tokens: list[Token], cue: EventCue) -> bool:
    """Whether the noun only describes the next one: "ceasefire line", "war crimes"."""
    if cue.last + 1 >= len(tokens):
        return False
    following = tokens[cue.last + 1]
    if cue.first > 0 and tokens[cue.last].is_capitalised and following.is_capitalised:
        capitals = following.text.isupper()  # in a heading: THIRD TRUCE FAILS
        return following.kind == "word" and not capitals  # a name: the Liberation War
    if tokens[cue.last].low.endswith("s") or following.kind != "word":
        return following.low in ("-", "‑")
    return following.low in _MODIFIED


def _occurs(view: View, cue: EventCue, verbs: list[Match[str]]) -> tuple[int, int] | None:
    """The verb after a noun that tells that it took place: "heavy fighting erupted in the region"."""
    for match in verbs:
        if match.first <= cue.last or not match.value.startswith(("occurs", "both")):
            continue
        form = match.value.split(":")[1]
        progressive = any(t.low in BE for t in view.tokens[max(match.first - 2, 0) : match.first])
        heard = view.tokens[match.last].low == "heard"  # could be heard
        plural = view.tokens[cue.last].low.endswith("s") and _is_predicate(view.tokens, cue, match)
        if (form == "base" and not heard and not plural) or (form == "gerund" and not progressive):
            continue
        gap = _without_asides(view.tokens[cue.last + 1 : match.first])
        if cue.type in AGREED and _says_which_one(gap):
            return match.first, match.last
        if gap and gap[-1].low in ("that", "which") and len(gap) == 1:
            return match.first, match.last
        if len(gap) > 18 or any(t.low in (";", "but", "which", "who", "that") for t in gap):
            return None
        if any(t.low == "and" and not _joins_names(gap, i) for i, t in enumerate(gap)):
            return None
        if (
            gap
            and gap[0].kind == "word"
            and gap[0].low not in _OPENING_GAP
            and len(gap) > 3
            and not gap[0].low.endswith("ed")
        ):
            return None
        return match.first, match.last
    return None


AGREED: Final = ("agreement", "ceasefire")
"""Types of what parties agree on, whose noun a clause of who brought it about may follow."""


def _says_which_one(gap: list[Token]) -> bool:
    """Whether a noun's relative clause ends before a verb: "a truce that Russia brokered | took effect"."""
    return [token.low for token in gap[:1]] == ["that"] and any(t.low.endswith("ed") for t in gap[2:])


def _is_predicate(tokens: list[Token], cue: EventCue, match: Match[str]) -> bool:
    """Whether a verb says of a plural that it goes on: "attacks near Gao continue"."""
    if match.first == cue.last + 1:
        return True
    following = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    closes = following is None or following.kind == "mark"
    return closes and tokens[cue.last + 1].low in _OWN


_BE_OR_HAVE: Final = BE | listed("grammar", "realised_have")
_OPENING_GAP: Final = _OWN | _ADVERBS | _BE_OR_HAVE


def _without_asides(gap: list[Token]) -> list[Token]:
    """The tokens of a gap without what stands between pairs of commas or brackets."""
    kept: list[Token] = []
    aside: list[Token] | None = None
    for token in gap:
        if token.low in (",", "(", ")"):
            aside = [] if aside is None else None
        elif aside is None:
            kept.append(token)
        else:
            aside.append(token)
    return kept if aside is None else [*kept, *aside]


def _joins_names(gap: list[Token], position: int) -> bool:
    """Whether an "and" joins two names or two prepositions rather than two clauses."""
    before = gap[position - 1] if position else None
    after = gap[position + 1 : position + 4]
    if before is None or not after:
        return False
    if any(t.low == "between" for t in gap[:position]):
        return True
    return (
        (before.low in _OWN and after[0].low in _OWN)
        or (before.is_capitalised and any(t.is_capitalised for t in after))
        or (after[0].low == "the" and before.kind == "word")
    )


def _made(view: View, cue: EventCue, places: list[Spot], verbs: list[Match[str]]) -> Support | None:
    """The verb before a noun whose object it is: "launched a major offensive", "agreed on a truce"."""
    for match in reversed(verbs):
        if match.last >= cue.first or not match.value.startswith(("makes", "both")):
            continue
        gap = _without_day(view.tokens[match.last + 1 : cue.first])
        if len(gap) > 7 or any(t.low in _BREAKS and not _joins_adjectives(gap, i) for i, t in enumerate(gap)):
            return None
        if (
            match.value.endswith(":gerund")
            and match.first
            and view.tokens[match.first - 1].low in ("the", "a")
        ):
            return None  # since the beginning of the war
        if match.value.endswith(":base") and not _is_done_or_plural(view.tokens, match.first):
            return None
        words = " ".join(t.low for t in view.tokens[match.first : match.last + 1])
        if words in speaking_of() and not (_has_own(view, cue, places) or _is_fought(view, cue, places)):
            return None
        return Support("makes", (match.first, match.last))
    return None


_BREAKS: Final = listed("grammar", "realised_breaks")
_STOPPING: Final = listed("realising", "stopping")


def _is_stopped(tokens: list[Token], cue: EventCue) -> bool:
    """Whether an attack is told to have ended: "halted its air strikes"."""
    before = tokens[max(cue.first - 4, 0) : cue.first]
    return cue.type in _TYPES and any(token.low in _STOPPING for token in before)


def _without_day(gap: list[Token]) -> list[Token]:
    """What follows a verb without its day: "agreed | on Monday | to a truce"."""
    day = next((i for i, token in enumerate(gap[:4]) if token.low in _DAYS), None)
    if day is None or not all(token.low in _BEFORE_DAY for token in gap[:day]):
        return gap
    return gap[day + 1 :]


def _joins_adjectives(gap: list[Token], position: int) -> bool:
    """Whether an "and" joins the last two words before the noun: "an immediate and unconditional truce"."""
    return gap[position].low == "and" and position == len(gap) - 2 and position > 0


_DAYS: Final = listed("grammar", "days")
_BEFORE_DAY: Final = listed("grammar", "realised_before_day")


def _is_done_or_plural(tokens: list[Token], first: int) -> bool:
    if first == 0:
        return False
    if tokens[first - 1].low == "to":
        return is_done(tokens, first - 1)
    listed_names = first > 2 and tokens[first - 1].is_capitalised and tokens[first - 2].low in (",", "and")
    return tokens[first - 1].low.endswith("s") or listed_names


def _has_own(view: View, cue: EventCue, places: list[Spot]) -> bool:
    """Whether a noun has its own doer, object or place beside it, and a date or a place to log it by."""
    tokens = view.tokens
    before = any(0 < cue.first - p.last <= 3 for p in view.parties)
    by = any(t.low == "by" for t in tokens[cue.last + 1 : cue.last + 3])
    after = tokens[cue.last + 1].low if cue.last + 1 < len(tokens) else ""
    beside = after in _OWN and (
        any(0 < p.first - cue.last <= 12 for p in places) or _is_name_soon(tokens, cue.last + 2)
    )
    against = after in ("against", "between", "on", "of") and any(
        0 < p.first - cue.last <= 6 for p in view.parties
    )
    dated = any(
        0 <= i.start - tokens[cue.last].end <= 30 or 0 <= tokens[cue.first].start - i.end <= 12
        for i in view.intervals
    )
    if after == "of" and any(0 <= i.start - tokens[cue.last].end <= 5 for i in view.intervals):
        return True  # ceasefires of 10 October
    if cue.type in _WIDE:
        dated = dated or _opens_dated(view, cue)
        aimed = cue.base in _UNSPECIFIC and (before or by) and (beside or against or _is_on(tokens, cue))
        met = cue.type == "talks" and (beside or after == "between")
        return aimed or met or (dated and (before or by or beside or against))
    return (
        beside
        or ((before or by or against) and bool(places or view.intervals))
        or (dated and cue.weapon is None)
    )


def _is_on(tokens: list[Token], cue: EventCue) -> bool:
    """Whether an attack has its object after its doer: "attacks by rebels on the port"."""
    return any(t.low in ("on", "against") for t in tokens[cue.last + 1 : cue.last + _OBJECT_WITHIN])


_OBJECT_WITHIN: Final = 12  # tokens
_UNSPECIFIC: Final = listed("weapons", "unspecific")


def _opens_dated(view: View, cue: EventCue) -> bool:
    """Whether a date opens the cue's clause: "Since 10 May the city has seen clashes"."""
    tokens = view.tokens
    marks = (i for i in range(cue.first - 1, -1, -1) if tokens[i].low in (";", ":", ","))
    first = next(marks, -1) + 1
    if tokens[first].low not in _OPENING_DATES:
        return False
    return any(tokens[first].start <= i.start and i.end <= tokens[cue.first].start for i in view.intervals)


_OPENING_DATES: Final = listed("grammar", "realised_opening_dates")


def _sets_time(view: View, cue: EventCue, verb: tuple[int, int], places: list[Spot]) -> bool:
    """Whether an outbreak only sets the time of something else: "since the fighting began"."""
    tokens = view.tokens
    if not any(t.low in _TIMES for t in tokens[max(cue.first - 3, 0) : cue.first]):
        return False
    if cue.first > 3 and any(
        tokens[cue.first - 4].start <= i.end <= tokens[cue.first - 1].end for i in view.intervals
    ):
        return False  # since 23 May, when the fighting began
    end = next((i for i in range(verb[1] + 1, len(tokens)) if tokens[i].low in (",", ";")), len(tokens) - 1)
    dated = any(tokens[cue.first].start <= i.start <= tokens[end].end for i in view.intervals)
    return not dated and not any(cue.last < p.first <= end for p in places)


_TIMES: Final = listed("grammar", "realised_times")


def _is_fought(view: View, cue: EventCue, places: list[Spot]) -> bool:
    """Whether fighting that somebody speaks of has its place right after it: "reported clashes near X"."""
    after = view.tokens[cue.last + 1].low if cue.last + 1 < len(view.tokens) else ""
    return cue.type == "clash" and after in _OWN and any(0 < p.first - cue.last <= 12 for p in places)


def _is_logged(view: View, cue: EventCue, verb: tuple[int, int], places: list[Spot]) -> bool:
    """Whether a date, a place or a party stands near that an outbreak of fighting can be logged by."""
    tokens = view.tokens
    last = max(cue.last + 18, verb[1] + 8)
    start, end = tokens[max(cue.first - 14, 0)].start, tokens[min(last, len(tokens) - 1)].end
    dated = any(start <= i.start < end for i in view.intervals)
    placed = any(0 < p.first - cue.last <= 26 or 0 < cue.first - p.last <= 14 for p in places)
    before = any(0 < cue.first - p.last <= 3 for p in view.parties)
    return dated or placed or (before and not cue.begins)


def _is_name_soon(tokens: list[Token], position: int) -> bool:
    """Whether a name stands at once, an article and the kind of place stepped over: "of the town of X"."""
    while position < len(tokens) and tokens[position].low in ("the", "a", "town", "city", "village", "of"):
        position += 1
    return position < len(tokens) and tokens[position].kind == "word" and tokens[position].is_capitalised


_WIDE: Final = listed("grammar", "realised_wide")

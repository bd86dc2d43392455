"""Who did what is counted."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_OF_SPEAKER: Final = frozenset(
    ("it", "its", "they", "their", "we", "our", "he", "his", "she", "her", "to", "having")
)
_VERB: Final = 2  # words that may part a subject from its verb: "announced the" capture
_FORCES: Final = word_set("counts_fields", "forces")


def agent_of(view: View, cue: Cue) -> PartyMention | None:
    """The party after "by" that follows a passive verb."""
    tokens = view.tokens
    for position in range(cue.last + 1, min(cue.last + 5, len(tokens))):
        if tokens[position].low == "by":
            return next((p for p in view.parties if position < p.first <= position + 7), None)
    return None


def _agent(view: View, cue: Cue) -> str | None:
    by = agent_of(view, cue)
    return by.party if by is not None else None


def actor_of(view: View, phrase: Counted) -> str | None:
    """The party that did it: after "by", or the subject of an active verb of harm."""
    cue = phrase.cue
    if cue is None or cue.role in ("loser", "undergoer"):
        return None
    if phrase.head is not None and phrase.head.noun < cue.first < phrase.first:
        return _agent(view, cue)  # the number of Chadian peacekeepers killed stands at five
    by = _agent(view, cue)
    if by is not None:
        return by
    if cue.role == "patient" and not cue.is_passive and cue.first < phrase.first:
        subject = [p for p in view.parties if p.last < cue.first and ";" not in view.lows[p.last : cue.first]]
        for mention in reversed(subject):
            if _is_where(view, mention):
                continue  # Azerbaijani fire on a settlement in southern Armenia had killed one civilian
            following = {t.low for t in view.tokens[mention.last + 1 : cue.first]}
            speaks = view.names_source(mention.first)
            if speaks and len(following) > _VERB and not following & _OF_SPEAKER:
                continue  # the Houthis said that coalition strikes killed them
            if following & _FORCES or len(following) <= _VERB:
                return mention.party
    return None


def _is_where(view: View, mention: PartyMention) -> bool:
    """Whether a party's name tells where something is, and not who acts: the Azerbaijani city of Barda."""
    if mention.how == "demonym":
        return not _KINDS.isdisjoint(view.lows[mention.last + 1 : mention.last + 2])
    before = view.lows[max(mention.first - _BEFORE_PLACE, 0) : mention.first]
    return not _WHERE.isdisjoint(before) and before[-1] not in _RELATIVE


_BEFORE_PLACE: Final = 2  # words from "in" to a place: "in southern Armenia"
_KINDS: Final = word_set("places", "kinds")
_RELATIVE: Final = ("which", "whom")  # a raid in which Hizbollah killed two
_WHERE: Final = word_set("counts_party", "where")

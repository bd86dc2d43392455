"""Whose people or things are counted, by whom, where, and as which kind of toll."""

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.cues import Cue
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set

_OWN = word_set("counts_fields", "own")
_ENEMY = word_set("counts_fields", "enemy")
_FORCES = word_set("counts_fields", "forces")


# ---------------------------------------------------------------- party


def party_of(
    view: View, phrase: Counted, speaker: str | None, place: str | None, context: Context
) -> tuple[str | None, str]:
    """The party whose people or things a phrase counts, and the rule that says so.

    Args:
        view: the sentence.
        phrase: the counted phrase.
        speaker: the party that its source speaks for.
        place: the place that the clause names.
        context: what holds for the document.
    """
    tokens = view.tokens
    words = {token.low for token in tokens[phrase.first : phrase.last + 1]}
    belonging = _belonging_after(view, phrase.last + 1)
    if belonging is not None and tokens[phrase.last + 1].low == "fighting":
        return belonging.party, "for whom they fight"
    inside = _first(view, phrase.first, phrase.head.noun if phrase.head else phrase.last)
    if inside is not None and phrase.object and phrase.object.split(".")[0] in ("person", "materiel"):
        if (
            inside.is_state
            and not context.is_between_states
            and phrase.object in ("person", "person.civilian")
        ):
            return None, ""  # in a civil war a people is no side
        return inside.party, "named in the phrase"
    label = _label(view, phrase)
    if label is not None:
        return label.party, "the label before the colon"
    if words & _ENEMY:
        return context.opponent(speaker), "the speaker's enemy"
    if belonging is not None:
        return belonging.party, "of whose forces"
    owner = _owner(view, phrase, speaker)
    if owner is not None:
        return owner
    given = _by_cue(view, phrase, context)
    if given[0] is not None or _counts_whole_war(view, phrase):
        return given
    by_side = _by_side(view, phrase, speaker, place, context)
    return by_side if by_side[0] is not None else _only_one_named(view, phrase)


def _counts_whole_war(view: View, phrase: Counted) -> bool:
    """A war left 30,000 people dead: the dead of all sides."""
    return any(
        token.low in ("war", "conflict") for token in view.tokens[max(phrase.first - 9, 0) : phrase.first]
    )


def _only_one_named(view: View, phrase: Counted) -> tuple[str | None, str]:
    """Soldiers, materiel and money in a sentence that names one party, sources left out, are its."""
    code = phrase.object or _CODES.get(phrase.expected, "person")
    if not code.startswith(("person.military", "materiel", "money")):
        return None, ""
    named = {
        p.party
        for p in view.parties
        if p.how != "territory" and not any(s.first <= p.first <= s.last for s in view.sources)
    }
    return (named.pop(), "the only party named") if len(named) == 1 else (None, "")


_TAKEN = frozenset(("destroyed", "captured", "lost", "damaged", "abandoned"))


def _by_side(
    view: View, phrase: Counted, speaker: str | None, place: str | None, context: Context
) -> tuple[str | None, str]:
    """Where nothing in the clause says whose: the speaker's own or enemy's, or those of the place."""
    code = phrase.object or _CODES.get(phrase.expected, "person")
    measure = phrase.cue.measure if phrase.cue else "other"
    side = speaker if speaker in context.parties else None
    actor = actor_of(view, phrase)
    if measure == "deployed":
        return actor or side, "who deployed them"
    if code == "person.mercenary" or code.startswith(("incident", "money")):
        return None, ""
    if code.startswith(("materiel", "settlement")) and measure in _TAKEN:
        return context.opponent(side), "the speaker's enemy"
    if code.startswith("materiel") or not context.is_between_states:
        return None, ""
    if side is not None and measure not in ("other", "detained"):
        return (
            (context.opponent(side), "the speaker's enemy") if actor == side else (side, "the speaker's own")
        )
    if side is not None and code.startswith("settlement"):
        return side, "the speaker's own"
    return (None, "") if code == "person.military" or measure == "other" else _of_place(view, place, context)


def _of_place(view: View, place: str | None, context: Context) -> tuple[str | None, str]:
    """The party whose country, seat or territory a place is, if the document speaks of it."""
    if place is None:
        return None, ""
    mention = next((p for p in view.parties if p.how != "demonym" and _written(view, p) == place), None)
    owner = mention.party if mention else context.owner_of(place)
    return (owner, "the country of the place") if owner in context.parties[:4] else (None, "")


_CODES = {
    "materiel": "materiel",
    "structures": "structure",
    "settlements": "settlement",
    "incidents": "incident",
}


def _written(view: View, mention: PartyMention) -> str:
    return " ".join(token.text for token in view.tokens[mention.first : mention.last + 1])


def _label(view: View, phrase: Counted) -> PartyMention | None:
    """ISIS: 246; Armenian losses: 22 tanks: the party named in the words before the colon."""
    if phrase.first < 2 or view.tokens[phrase.first - 1].low != ":":
        return None
    return next((p for p in view.parties if p.last < phrase.first and phrase.first - p.last <= 6), None)


def _first(view: View, start: int, end: int) -> PartyMention | None:
    return next((p for p in view.parties if start <= p.first and p.last <= end), None)


def _belonging_after(view: View, start: int) -> PartyMention | None:
    """13 soldiers of the Azerbaijani army, troops from Russia, in the ranks of the Houthis."""
    tokens = view.tokens
    if start >= len(tokens) or tokens[start].low not in ("of", "from", "serving", "fighting", "belonging"):
        return None
    for mention in view.parties:
        if start < mention.first <= start + 5:
            between = tokens[start + 1 : mention.first]
            if all(
                t.low
                in ("the", "of", "in", "ranks", "for", "to", "with", "both", "self-proclaimed", "regular")
                for t in between
            ):
                following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
                if tokens[start].low == "from" and mention.how in ("seat", "territory"):
                    return None
                if (
                    mention.how != "demonym"
                    or following in _FORCES
                    or following not in ("city", "town", "village", "district")
                ):
                    return mention
    return None


def _owner(view: View, phrase: Counted, speaker: str | None) -> tuple[str | None, str] | None:
    """Its servicemen, their own losses: the owner is the subject named before, else the speaker."""
    tokens = view.tokens
    reach = tokens[max(phrase.first - 3, 0) : phrase.last + 1]
    if phrase.cue is not None and phrase.cue.last < phrase.first:
        reach = tokens[max(phrase.cue.first - 4, 0) : phrase.last + 1]
    if not any(token.low in _OWN for token in reach):
        return None
    if speaker is not None:
        return speaker, "the speaker's own"
    before = [p for p in view.parties if p.last < phrase.first]
    return (before[-1].party, "the owner named before") if before else None


def _by_cue(view: View, phrase: Counted, context: Context) -> tuple[str | None, str]:
    """The party that the phrase's verb or noun gives: who lost, whose dead, who was hit by whom."""
    cue = phrase.cue
    if cue is None:
        return None, ""
    if cue.role == "loser" or (cue.measure == "lost" and cue.role != "tally"):
        by = _agent(view, cue)
        if by is not None:
            return by.party, "lost by"
        subject = _nearest_before(view, cue.first, phrase.first if cue.first > phrase.first else cue.first)
        if subject is not None:
            return subject.party, "who lost"
    if cue.role == "tally" or (cue.role == "undergoer" and cue.first < phrase.first):
        near = _beside_tally(view, cue)
        if near is not None:
            return near.party, "whose toll"
    actor = actor_of(view, phrase)
    if actor is not None and phrase.object and _is_force(phrase.object):
        return context.opponent(actor), "the other side of who did it"
    return None, ""


def _is_force(code: str) -> bool:
    return code.startswith(("materiel", "person.military", "settlement.")) or code == "settlement"


def _agent(view: View, cue: Cue) -> PartyMention | None:
    """The party after "by" that follows a passive verb."""
    tokens = view.tokens
    for position in range(cue.last + 1, min(cue.last + 5, len(tokens))):
        if tokens[position].low == "by":
            return next((p for p in view.parties if position < p.first <= position + 7), None)
    return None


def _nearest_before(view: View, end: int, start_hint: int) -> PartyMention | None:
    before = [
        p
        for p in view.parties
        if p.last < min(end, start_hint + 1)
        and p.how != "territory"
        and not any(s.first <= p.first <= s.last for s in view.sources)
    ]
    for mention in reversed(before):
        gap = view.tokens[mention.last + 1 : end]
        if any(token.low in (";", "while", "whereas") for token in gap):
            return None
        return mention
    return None


def _beside_tally(view: View, cue: Cue) -> PartyMention | None:
    """Azerbaijan's dead, the Russian death toll, losses of the Houthis."""
    tokens = view.tokens
    for mention in view.parties:
        if any(s.first <= mention.first <= s.last for s in view.sources):
            continue
        if 0 < cue.first - mention.last <= 5:
            gap = tokens[mention.last + 1 : cue.first]
            if all(
                t.kind in ("word", "possessive") and t.low not in ("said", "says", "that", "in", "by", "with")
                for t in gap
            ):
                return mention
        if 0 < mention.first - cue.last <= 4:
            lows = [t.low for t in tokens[cue.last + 1 : mention.first]]
            if lows and lows[0] in ("of", "among", "for", "on") and {*lows} <= _BEFORE_OWNER:
                return mention
    return None


_BEFORE_OWNER = frozenset(("of", "among", "the", "for", "on", "both"))


# ---------------------------------------------------------------- actor


def actor_of(view: View, phrase: Counted) -> str | None:
    """The party that did it: after "by", or the subject of an active verb of harm."""
    cue = phrase.cue
    if cue is None or cue.role in ("loser", "undergoer"):
        return None
    by = _agent(view, cue)
    if by is not None:
        return by.party
    if cue.role == "patient" and not cue.is_passive and cue.first < phrase.first:
        subject = [p for p in view.parties if p.last < cue.first]
        for mention in reversed(subject):
            following = {t.low for t in view.tokens[mention.last + 1 : cue.first]}
            if following & _FORCES or len(following) <= 2:
                return mention.party
    return None

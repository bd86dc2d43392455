"""Rules of nouns of tally, and of counts that are of all sides or of the other one."""

from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.antecedent import same_people
from counterclaim.extraction.counts.cues import Cue
from counterclaim.extraction.counts.party.counting import ARMY, NEAR, NOBODY, Counting, Whose, whose
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.phrases import PhraseTable, words_of
from counterclaim.lexicon import word_set

_BOTH: Final = PhraseTable((words_of(words), True) for words in sorted(word_set("counts_fields", "both")))
_BEFORE_OWNER: Final = word_set("counts_party", "before_owner")
_NOT_OF_OWNER: Final = word_set("counts_party", "not_of_owner")
_FORCES: Final = word_set("counts_fields", "forces")
_FIGURES: Final = word_set("counts_party", "figures")


def toll(c: Counting) -> Whose | None:
    """Azerbaijan's dead number 40; the losses of the Houthis."""
    cue = c.phrase.cue
    if cue is None or not (cue.role == "tally" or (cue.role == "undergoer" and cue.first < c.phrase.first)):
        return None
    near = _beside_tally(c.view, cue)
    if near is None:
        return None
    armed = {token.low for token in c.view.tokens[near.last + 1 : near.last + 3]} & _FORCES
    is_place = not armed and (near.how == "seat" or _is_home(c, near))
    return NOBODY if is_place and c.object in ("person", "person.civilian") else Whose(near.party)


def _is_home(c: Counting, near: PartyMention) -> bool:
    """Whether a state that a toll stands beside is only where a civil war is fought."""
    return not c.context.is_between_states and near.how != "side" and near.party == c.context.home_state


def whole_war(c: Counting) -> Whose | None:
    """A war left 30,000 people dead: the dead of all sides."""
    before = c.view.tokens[max(c.phrase.first - 9, 0) : c.phrase.first]
    if c.object.startswith(ARMY):
        return None
    if c.model is not None and c.model.anchor >= c.view.start and c.model.party is not None:
        return None  # 3,825 of its servicemen killed in the war and 187 missing: the list is of one side
    lows = [token.low for token in before]
    war = next((i for i, low in enumerate(lows) if low in ("war", "conflict")), None)
    return (
        NOBODY if war is not None and "since" not in lows[:war] else None
    )  # since the war began: when, not whose


def both_sides(c: Counting) -> Whose | None:
    """At least 250 deaths reported by the two sides together; 400 fighters of both sides."""
    tokens, first = c.view.tokens, c.phrase.first
    if _BOTH.find(tokens[max(first - NEAR, 0) : c.phrase.last + _ALL]):
        return NOBODY
    spoken_of = next(iter(_BOTH.find(tokens[:first])), None)
    if spoken_of is None or any(spoken_of.last < p.first < first for p in c.view.parties):
        return None
    return NOBODY


# tokens from a figure to the "all sides" whose it is: from 1,129 in July the number killed on …
_ALL: Final = 14


def other_side(c: Counting) -> Whose | None:
    """On the other side 87: of the opponent of the party named before."""
    before = c.view.tokens[max(c.phrase.first - 6, 0) : c.phrase.first]
    lows = [token.low for token in before]
    if ("other", "side") not in pairwise(lows):
        return None
    named = [p for p in c.view.parties if p.last < c.phrase.first]
    return whose(c.context.opponent(named[-1].party)) if named else None


def _beside_tally(view: View, cue: Cue) -> PartyMention | None:
    """Azerbaijan's dead, the Russian death toll, losses of the Houthis."""
    tokens = view.tokens
    for mention in view.parties:
        if view.names_source(mention.first):
            continue
        if 0 < cue.first - mention.last <= 5:
            gap = tokens[mention.last + 1 : cue.first]
            if all(t.kind in ("word", "possessive") and t.low not in _NOT_OF_OWNER for t in gap):
                return mention
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        if mention.first == cue.last + 1 and following in _FORCES:
            return mention  # the total of wounded Peruvian troops
        if 0 < mention.first - cue.last <= 4:
            lows = [t.low for t in tokens[cue.last + 1 : mention.first]]
            if lows and lows[0] in ("of", "among", "for", "on") and {*lows} <= _BEFORE_OWNER:
                return mention
    return None


def same_figure(c: Counting) -> Whose | None:
    """Others put the dead at 400; the figure was revised to 162: whose it was when it was counted before."""
    lows = [token.low for token in c.view.tokens[max(c.phrase.first - NEAR, 0) : c.phrase.first]]
    spoken_of = any(pair[0] == "the" and pair[1] in _FIGURES for pair in pairwise(lows))
    if not spoken_of or c.model is None or not same_people(c.model, c.object):
        return None
    named = any(c.phrase.first - NEAR < p.first for p in c.view.parties if p.how == "demonym")
    return None if named else whose(c.model.party)

"""Parties that a text only names in passing: where a monitor sits, by whose border a place lies."""

from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.parties import PartyMention
from counterclaim.lexicon import word_set


def is_beside_the_war(view: View, mention: PartyMention) -> bool:
    """Whether a mention of a party tells nothing of who is at war: a name, a dateline, a border, an ally."""
    return (
        in_source(view, mention)
        or _in_dateline(view, mention)
        or _is_border(view, mention)
        or _is_affiliate(view, mention)
        or _is_base(view, mention)
    )


def in_source(view: View, mention: PartyMention) -> bool:
    """Whether a party is named only as part of a third party's name: the US Agency for Development."""
    for source in view.sources:
        if source.party is None and source.first <= mention.first <= source.last:
            return True
    return False


def _in_dateline(view: View, mention: PartyMention) -> bool:
    """Whether a seat of government only tells where a report was written: "DAKAR, 2 August —"."""
    written = view.tokens[mention.first].text
    return mention.how == "seat" and mention.first == 0 and written.isupper() and not view.is_heading


def _is_border(view: View, mention: PartyMention) -> bool:
    """Whether a country is named only for its border: a convoy ambushed near the Malian frontier."""
    return not BORDERS.isdisjoint(view.lows[mention.last + 1 : mention.last + 3])


def _is_affiliate(view: View, mention: PartyMention) -> bool:
    """Whether a group is named only for who is close to it: jihadists linked to al-Qaeda."""
    if not mention.is_group:
        return False
    before = view.lows[max(mention.first - _CLOSE, 0) : mention.first]
    after = view.lows[mention.last + 1 : mention.last + 3]
    return not _AFFILIATED.isdisjoint(before) or (after[:1] == ["-"] and not _AFFILIATED.isdisjoint(after))


def _is_base(view: View, mention: PartyMention) -> bool:
    """Whether a state is named only as where somebody works: a monitoring group, based in Britain."""
    return view.lows[max(mention.first - 2, 0) : mention.first] == ["based", "in"]


_CLOSE: Final = 5  # tokens: affiliated with al-Qaeda and the Islamic State
_AFFILIATED: Final = word_set("context", "affiliated")
BORDERS: Final = word_set("context", "borders")

"""How precisely the words around a place's name put something there: near it, in its area, off its coast.

A name's own precision is its place's; what happened "ten kilometres north of Aden" is known less precisely
than what happened in Aden. The codes are those of UCDP GED's `where_prec` (Högbladh, UCDP GED Codebook):
within about 25 km of a known point 2, along a line or in a fuzzy area 5, at sea or in the air 7.
"""

from counterclaim.gazetteer.words import place_words

_REACH = 60
"""Characters before and after a name in which such words stand."""

NEARBY, ALONG, OFFSHORE = 2, 5, 7

_DIVIDED = (4, 6)
"""Provinces and countries, of which a text may name a part."""


def precision_in(text: str, start: int, end: int, precision: int) -> int:
    """The precision of what a text puts at a place, 1 to 7 as `WHERE_PREC`; 5 for a part of a country.

    Args:
        text: any text.
        start: where the place's name starts in it.
        end: where it ends.
        precision: the place's own.
    """
    words = place_words()
    before, name, after = text[max(0, start - _REACH) : start], text[start:end], text[end : end + _REACH]
    if words.leads.isdisjoint(before.casefold().split()[-2:]):
        before = ""  # most often "in": the patterns are costly
    if words.offshore_before.match(before):
        return OFFSHORE
    if precision in _DIVIDED and words.within_before.match(before):
        return ALONG  # in western Syria: no less than a part of it, and no more
    if words.along_before.match(before) or words.line_behind.match(after):
        return max(precision, ALONG)
    if words.near_before.match(before) or words.area_behind.match(after) or words.area_behind.search(name):
        return max(precision, NEARBY)
    return precision

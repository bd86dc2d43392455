"""Series, sources, numbers and dates in words that a person can quote."""

import re
from functools import lru_cache

from counterclaim.lexicon import load_toml, word_set
from counterclaim.model import Claim, Series
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.numbers import claimed
from counterclaim.reconciliation.tables import Tables

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_PREPOSITION = re.compile(
    r"(?:(?:near|in|at|on|along|around|between|outside)|(?:south|north|east|west)[\w-]* of)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def date_words(date: PartialDate) -> str:
    """A date as far as it is known: "27 September 2020", "September 2020", "2020"."""
    year, month, day = date[:4], date[5:7], date[8:10]
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if part)


def counted(series: Series, number: int | None, tables: Tables) -> str:
    """What a series counts, after a number: "soldiers of Armenia were killed in Ganja on 4 October 2020"."""
    one, many = tables.nouns.get(series.object, (series.object, series.object))
    measure = tables.measures[series.measure]
    of = f" of {series.party}" if series.party else ""
    by = f" {measure.doer} {series.actor}" if series.actor else ""
    place = f" {at_place(series.place)}" if series.place else ""
    be = "was" if number == 1 else "were"
    return f"{one if number == 1 else many}{of} {be} {measure.verb}{by}{place}{_when(series)}"


def counted_alone(account: Account, tables: Tables) -> str:
    """What one claim counts, after its number: "soldiers of Armenia killed"."""
    claim = account.claim
    nouns = tables.nouns.get(claim.object or "", ("", claim.object or "cases"))
    of = f" of {claim.party}" if claim.party else ""
    verb = tables.measures[claim.measure or "other"].verb
    return f"{nouns[0 if claim.low == claim.high == 1 else 1]}{of} {verb}"


def source_words(account: Account) -> str:
    """Who says it, within a sentence: "the Prosecutor General's Office", "Azerbaijan's Defence Ministry"."""
    return with_article(source_name(account))


def opening(words: str) -> str:
    """Words with which a sentence opens."""
    return f"{words[:1].upper()}{words[1:]}"


@lru_cache(maxsize=4096)
def with_article(name: str) -> str:
    """A name with the article that its noun asks for, where nothing before the noun says whose it is.

    The noun is the last word of the name, or the one before its first "of" or "for".
    """
    words = name.split()
    head = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words)) - 1
    is_own = words[0].casefold() in _DETERMINED or any(_tells_whose(word) for word in words[:head])
    asks = name in _NAMED or (head >= 0 and words[head].casefold() in _NOUNS)
    return f"the {name}" if asks and not is_own else name


def _tells_whose(word: str) -> bool:
    """Whether a word is a possessor with a name: Azerbaijan's; but not the Prosecutor General's."""
    owner = re.sub(r"['’]s?\Z", "", word)
    return owner != word and owner.casefold() not in _NOUNS


_NOUNS = word_set("articles", "nouns")
_NAMED = frozenset(load_toml("grammar")["articles"]["names"])
_DETERMINED = word_set("articles", "determiners")


def source_name(account: Account) -> str:
    """Who says it: the source as written, else the text's publisher or name."""
    claim, document = account.claim, account.document
    if claim.source is not None:
        return claim.source
    if document is None:
        return "an unnamed text"
    return document.publisher or f"“{document.title or document.name}”"


def on_whom(account: Account, judge: Judge) -> str:
    """Whose losses the source speaks of, where it is a party: " on Azerbaijan's own losses"."""
    relation = judge.sides.relation(account)
    party = account.claim.party
    if not party or relation not in ("own", "ally", "enemy", "other_party"):
        return ""
    losses = "losses" if _is_loss(account.claim, judge.tables) else "count"
    if relation != "own":
        return f" on {possessive(party)} {losses}"
    whose = "its" if judge.names.party(account.claim.source) == account.party else possessive(party)
    return f" on {whose} own {losses}"


def basis(account: Account, judge: Judge, words: bool = True) -> str:
    """Who says it, of whom, and when: "the Defence Ministry on Azerbaijan's own losses, 21 October 2021".

    Args:
        account: the claim.
        judge: says who speaks of whom.
        words: whether to add the number as it was put, where it was put as no plain number.
    """
    said = account.claim.reported_on or (account.document.date if account.document else None)
    when = f", {date_words(said)}" if said else ""
    own_voice = "" if account.named else ", naming no source"
    put = claimed(account.claim) if words else ""
    as_put = f": {put}" if words and (account.claim.approx or put.startswith("more than")) else ""
    return f"{source_words(account)}{own_voice}{on_whom(account, judge)}{as_put}{when}"


def possessive(name: str) -> str:
    """The possessive of a name: "Azerbaijan's", "the Houthis'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def listed(items: list[str]) -> str:
    """Items joined as in a sentence: "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def at_place(place: str) -> str:
    """A place after its preposition, which some places bring along: "near Kapan"."""
    brings_its_own = re.match(_PREPOSITION, place.casefold())
    return place if brings_its_own else f"in {place}"


def _is_loss(claim: Claim, tables: Tables) -> bool:
    measure = tables.measures.get(claim.measure or "")
    return bool(measure and (measure.harm or claim.measure in ("missing", "abandoned")))


def _when(series: Series) -> str:
    start, end = series.from_date, series.to_date
    if series.scope == "cumulative" and end and start != end:
        return f" from {date_words(start)} to {date_words(end)}" if start else f" by {date_words(end)}"
    if start is None or end is None or start == end:
        date = start or end
        return f" {'on' if len(date) == 10 else 'in'} {date_words(date)}" if date else ""
    return f" between {date_words(start)} and {date_words(end)}"

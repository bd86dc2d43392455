"""Events and the sources that speak of them, in words."""

from collections.abc import Sequence

from counterclaim.extraction.events.draft import IMPLIED_ACTOR
from counterclaim.model import Claim
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.wording import at_place, date_words, listed, source_words

MOST_NAMED = 3


def speakers(accounts: Sequence[Account]) -> str:
    """Who says it, each source once: "Yerevan, the Observatory and 2 others"."""
    by_voice = {account.voice: source_words(account) for account in reversed(accounts)}
    names = list(dict.fromkeys(reversed(by_voice.values())))
    more = len(names) - MOST_NAMED
    if more > 0:
        names = [*names[:MOST_NAMED], f"{more} other{'s' if more > 1 else ''}"]
    return listed(names)


def names_doer(claim: Claim) -> bool:
    """Whether a claim's own words say who did it: what is only implied is not put into a source's mouth."""
    implied = any(reason.field == "actor" and reason.rule == IMPLIED_ACTOR for reason in claim.reasons)
    return claim.actor is not None and not implied


def happening(accounts: Sequence[Account], judge: Judge) -> str:
    """An event as claims describe it together: "shelling by Armenia in Ganja on 4 October 2020"."""
    claims = [account.claim for account in accounts]
    event = judge.tables.events.get(claims[0].event_type or "other")
    noun = event.noun if event else (claims[0].event_type or "an event")
    actor = next((claim.actor for claim in claims if names_doer(claim)), None)
    place = next((claim.place for claim in claims if claim.place), None)
    date = next(
        (claim.from_date or claim.to_date for claim in claims if claim.from_date or claim.to_date), None
    )
    target = next((claim.target for claim in claims if claim.target), None)
    by = f" by {actor}" if actor and not (event and event.spoken) else ""
    to = f" {event.toward} {target}" if event and event.toward and target else ""
    when = f" {'on' if len(date) == 10 else 'in'} {date_words(date)}" if date else ""
    return f"{noun}{by}{to}{f' {at_place(place)}' if place else ''}{when}"

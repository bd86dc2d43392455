"""What one source says and another denies, or what a source takes back.

A denial is set against the claims of the same event or count. Events are the same where what both
sides name agrees, and enough of it is named: actor, place, day, target.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Contradiction
from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.bounds import Judge
from counterclaim.reconciliation.contradictions.grading import Grade, graded
from counterclaim.reconciliation.contradictions.happenings import happening, names_doer, speakers
from counterclaim.reconciliation.contradictions.linking import Link
from counterclaim.reconciliation.days import may_meet
from counterclaim.reconciliation.numbers import claimed
from counterclaim.reconciliation.tables import Tables
from counterclaim.reconciliation.wording import at_place, counted_alone, date_words, opening, source_words

NEAR = 1200
"""Within so many characters a denial may take up an event that it hardly describes."""

TELLING_LETTERS = 6
"""Shorter words are seldom telling."""

TELLING_NUMBER = 100
"""A number as great as this is seldom two things' in one stretch of text."""

SAID_BEFORE = "what was said before"
"""The rule of extraction by which a denial takes its event from the words before it; its own words are the
denial alone."""

ANSWERED = 300
"""Within so many characters after a number the event that it counts may be denied."""

ONE_EVENT_DAYS = 31
"""Longer stretches do not date an event."""


def denials(accounts: Sequence[Account], judge: Judge) -> list[Contradiction]:
    """Each denied event or count once, with all that assert it and all that deny it."""
    denying = [account for account in accounts if account.claim.stance != "asserts"]
    asserted = _Asserted(
        accounts,
        {tie for denial in denying for tie in _ties(denial, judge.tables)},
        {denial.claim.document for denial in denying},
        judge.tables,
    )
    disputes = [
        (
            denial,
            [account for account in asserted.like(denial) if _answers(denial, account, judge)]
            or _just_before(denial, asserted.before(denial), judge),
        )
        for denial in denying
    ]
    groups = _joined([(denial, met) for denial, met in disputes if met])
    unmet = [denial for denial, met in disputes if not met and _names_reports(denial, judge)]
    return [
        *(_contradiction(denied, met, judge) for denied, met in groups),
        *(_of_reports(denial, judge) for denial in unmet),
    ]


def denial_links(accounts: Iterable[Account], judge: Judge) -> Iterator[Link]:
    """What links denials with what they may be of, and no two claims without a denial between them."""
    for account in accounts:
        ties = (("text", account.claim.document), *_ties(account, judge.tables))
        said, denied = tuple(("said", tie) for tie in ties), tuple(("denied", tie) for tie in ties)
        yield (
            Link(account, said, denied) if account.claim.stance == "asserts" else Link(account, denied, said)
        )


def _anchor(account: Account) -> int:
    return account.claim.anchor


class _Asserted:
    """Asserted claims, found by what ties them to a denial: one text, or one place and day, or one number."""

    def __init__(
        self,
        accounts: Iterable[Account],
        wanted: Collection[Hashable],
        texts: Collection[str],
        tables: Tables,
    ) -> None:
        self._tables = tables
        self._texts: defaultdict[str, list[Account]] = defaultdict(list)
        self._found: defaultdict[Hashable, list[Account]] = defaultdict(list)
        for account in accounts if wanted else ():
            if account.claim.stance == "asserts":
                if account.claim.document in texts:
                    self._texts[account.claim.document].append(account)
                for tie in _ties(account, tables):
                    if tie in wanted:
                        self._found[tie].append(account)
        for told in self._texts.values():
            told.sort(key=_anchor)

    def before(self, denial: Account) -> list[Account]:
        """The claims that stand before a denial in its text, within reach, in their order."""
        told = self._texts[denial.claim.document]
        first = bisect_left(told, denial.claim.anchor - ANSWERED, key=_anchor)
        return told[first : bisect_left(told, denial.claim.anchor, key=_anchor)]

    def like(self, denial: Account) -> list[Account]:
        """The claims that a denial may be of, in as-of order."""
        found = {account.id: account for tie in _ties(denial, self._tables) for account in self._found[tie]}
        return sorted(found.values(), key=lambda account: account.order)


def _just_before(denial: Account, before: Sequence[Account], judge: Judge) -> list[Account]:
    """What a denial points back at without a word of what it is, "they rejected that"."""
    if denial.claim.stance != "denies" or not judge.tables.denied_back.search(denial.claim.quote):
        return []
    said = [one for one in before if one.claim.quote == before[-1].claim.quote]
    others = (
        one.named and one.voice != denial.voice and not judge.sides.speak_together(denial, one)
        for one in said
    )
    return said if all(others) else []


def _ties(account: Account, tables: Tables) -> Iterable[Hashable]:
    claim = account.claim
    if claim.kind == "count":
        if claim.stance == "asserts":
            yield claim.measure, "text", claim.document
        yield claim.measure, account.party, "text", claim.document
        yield claim.measure, account.party, "number", claim.headline
        return
    yield claim.event_type, "text", claim.document
    if claim.stance != "asserts":
        yield from (
            (measure, "text", claim.document) for measure in tables.events[claim.event_type or "other"].counts
        )
    if account.place and account.covers and account.covers.days <= ONE_EVENT_DAYS:
        for day in range(account.covers.first, account.covers.last + 1):
            yield claim.event_type, account.place, day


def _answers(denial: Account, account: Account, judge: Judge) -> bool:
    """Whether a denial speaks of what a claim asserts."""
    retracts, one_voice = denial.claim.stance == "retracts", denial.voice == account.voice
    if retracts != one_voice:
        return False
    if not retracts and judge.sides.speak_together(denial, account):
        return False
    if denial.claim.kind == "count":
        return account.claim.kind == "count" and _same_count(denial, account)
    if account.claim.kind == "count":
        return _is_answered_at_once(denial, account)
    return _same_event(denial, account, judge)


def _same_count(denial: Account, account: Account) -> bool:
    denied, said = denial.claim, account.claim
    if denied.object != said.object or not may_meet(denial.covers, account.covers):
        return False
    telling = denied.headline == said.headline and (denied.headline or 0) >= TELLING_NUMBER
    if telling and _distance(denial, account) <= NEAR:
        return True  # a number so great is the same wherever the two place it
    if denial.place and account.place and denial.place != account.place:
        return False
    if denied.headline is None:
        return _distance(denial, account) <= NEAR
    return denied.headline == said.headline


def _is_answered_at_once(denial: Account, account: Account) -> bool:
    """Whether an event is denied right after the number that it would have: of fighters, "it sent none"."""
    follows = 0 < denial.claim.anchor - account.claim.anchor <= ANSWERED
    apart = denial.place and account.place and denial.place != account.place
    return follows and denial.claim.document == account.claim.document and not apart


def _same_event(denial: Account, account: Account, judge: Judge) -> bool:
    points = _agreement(denial, account, judge)
    if points is None or _is_of_another(denial, account, judge):
        return False
    agreed = sum(points.values())
    loose = judge.tables.events[denial.claim.event_type or "other"].loose
    distance = _distance(denial, account)
    dated_apart = (denial.covers is None) != (account.covers is None)
    if distance < float("inf"):
        if points["actor"] and _is_the_same_matter(denial, account, judge):
            return True
        if dated_apart and distance > NEAR:
            return False
        beside = distance <= NEAR / 2 and agreed == 1 and not points["day"]
        return agreed >= (3 if loose else 2) or (not loose and beside)
    return points["day"] and points["place"] and (points["actor"] or not loose)


def _is_the_same_matter(denial: Account, account: Account, judge: Judge) -> bool:
    """Whether two events of a sort that a war has few of are told by a telling word that names nobody."""
    row = judge.tables.events[denial.claim.event_type or "other"]
    if row.hostile or row.loose or not _stands_in_quote(denial, "event_type"):
        return False
    naming = " ".join(
        name
        for claim in (denial.claim, account.claim)
        for name in (claim.source, claim.actor, claim.target, claim.place, claim.event_type)
        if name
    )
    words = _telling_words(denial.claim.quote) & _telling_words(account.claim.quote)
    return bool(words - _telling_words(naming) - judge.tables.cues.told_of_reports)


def _is_of_another(denial: Account, account: Account, judge: Judge) -> bool:
    """Whether a denial has its event or its place from the words around it, and may have the wrong one.

    "Not so, she retorted" answers what somebody said, not what the text says itself. "They denied shelling
    the hospital" takes its place from what stands before it, and answers a claim about another place only
    if the two share a telling word.
    """
    if account.claim.event_type == "accusation" and account.subject and not _is_accused(denial, account):
        return True
    if not _stands_in_quote(denial, "event_type"):
        one_text = account.claim.document == denial.claim.document
        elsewhere = one_text and not 0 < _anchor(denial) - _anchor(account) <= NEAR
        return elsewhere or not account.named or bool(judge.tables.of_numbers.search(denial.claim.quote))
    own_place = account.place is not None and _stands_in_quote(account, "place")
    if not own_place or denial.place is None or _stands_in_quote(denial, "place"):
        return False
    return not _telling_words(denial.claim.quote) & _telling_words(account.claim.quote)


def _is_accused(denial: Account, account: Account) -> bool:
    """Whether a denial comes from those accused, as far as its source can be told."""
    return bool(denial.speaker & account.subject) or (
        (denial.claim.source or "").casefold() in account.subject or not denial.named
    )


def _stands_in_quote(account: Account, field: str) -> bool:
    """Whether a field was read from words of the quote; true where nothing says where it was read from."""
    claim = account.claim
    reasons = [one for one in claim.reasons if one.field == field]
    return not reasons or any(
        one.start is not None and claim.start <= one.start < claim.end and one.rule != SAID_BEFORE
        for one in reasons
    )


def _telling_words(quote: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", quote.casefold()) if len(word) >= TELLING_LETTERS}


def _agreement(denial: Account, account: Account, judge: Judge) -> Mapping[str, bool] | None:
    """In what two events agree, None where they differ in something that both name."""
    actors = _same_actors(denial, account, judge)
    places = _same(denial.place, account.place)
    days = _same_days(denial, account)
    if actors is False or places is False or days is False:
        return None
    return {
        "actor": bool(actors),
        "place": bool(places),
        "day": bool(days),
        "target": bool(denial.subject & account.subject),
    }


def _same_actors(one: Account, other: Account, judge: Judge) -> bool | None:
    if not one.actors or not other.actors:
        return None
    mine = one.actors | judge.names.nations(one.claim.actor)
    yours = other.actors | judge.names.nations(other.claim.actor)
    return bool(mine & yours)


def _same_days(one: Account, other: Account) -> bool | None:
    if one.covers is None or other.covers is None:
        return None
    if not one.covers.overlaps(other.covers):
        return False
    short = one.covers.days <= ONE_EVENT_DAYS and other.covers.days <= ONE_EVENT_DAYS
    return True if short else None


def _same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other


def _distance(one: Account, other: Account) -> float:
    if one.claim.document != other.claim.document:
        return float("inf")
    return abs(one.claim.anchor - other.claim.anchor)


def _joined(disputes: Iterable[tuple[Account, list[Account]]]) -> list[tuple[list[Account], list[Account]]]:
    """Denials that answer one claim are one dispute, unless they name different places."""
    groups: dict[int, _Group] = {}
    groups_of: defaultdict[str, list[_Group]] = defaultdict(list)
    for denial, met in disputes:
        group = _Group({denial.id: denial}, {account.id: account for account in met}, {denial.place})
        near = {id(other): other for account in met for other in groups_of[account.id]}
        for key, other in near.items():
            if key in groups and _compatible(group.places, other.places):
                group.denied |= other.denied
                group.met |= other.met
                group.places |= other.places
                del groups[key]
        groups[id(group)] = group
        for claim in group.met:
            groups_of[claim] = [other for other in groups_of[claim] if id(other) in groups] + [group]
    return [(_in_order(group.denied), _in_order(group.met)) for group in groups.values()]


def _compatible(one: set[str | None], other: set[str | None]) -> bool:
    return len((one | other) - {None}) <= 1


@dataclass(slots=True, eq=False)
class _Group:
    denied: dict[str, Account]
    met: dict[str, Account]
    places: set[str | None]


def _in_order(accounts: Mapping[str, Account]) -> list[Account]:
    return sorted(accounts.values(), key=lambda account: account.order)


def _contradiction(denied: Sequence[Account], met: Sequence[Account], judge: Judge) -> Contradiction:
    grade = _grade(denied, met, judge)
    return Contradiction(
        kind="denial",
        claims=tuple(account.id for account in (*met, *denied)),
        explanation=opening(_explanation(denied, met, judge)),
        weight=grade.weight,
        rule="denied_claim",
        grade=grade.words,
    )


def _names_reports(denial: Account, judge: Judge) -> bool:
    """Whether a denial says itself that somebody reported what it denies: "denied reports of shelling"."""
    if denial.claim.kind != "event" or denial.claim.stance != "denies" or not denial.named:
        return False
    return judge.tables.denied_reports.search(denial.claim.quote) is not None


def _of_reports(denial: Account, judge: Judge) -> Contradiction:
    """A denial that no claim at hand answers, of reports that it names itself."""
    event = judge.tables.events[denial.claim.event_type or "other"]
    grade = _grade([denial], [], judge)
    return Contradiction(
        kind="denial",
        claims=(denial.id,),
        explanation=(
            f"{opening(source_words(denial))} denied reports of {event.noun}{_where_and_when(denial)}; "
            "no other claim tells of it."
        ),
        weight=grade.weight,
        rule="denied_reports",
        grade=grade.words,
    )


def _where_and_when(account: Account) -> str:
    place, date = account.claim.place, account.claim.from_date
    where = f" {at_place(place)}" if place else ""
    when = f" {'on' if len(date) == 10 else 'in'} {date_words(date)}" if date else ""
    return f"{where}{when}"


def _explanation(denied: Sequence[Account], met: Sequence[Account], judge: Judge) -> str:
    retracted = all(account.claim.stance == "retracts" for account in denied)
    answer = f"{speakers(denied)} {'took it back' if retracted else 'denied it'}."
    if met[0].claim.kind == "count":
        said = f"{claimed(met[0].claim)} {counted_alone(met[0], judge.tables)}"
        return f"{speakers(met)} spoke of {said}; {answer}"
    naming = [account for account in met if names_doer(account.claim)]
    others = [account for account in met if not names_doer(account.claim)]
    if not naming:
        doer = next((account.claim.actor for account in denied if account.claim.actor), None)
        of = f" as the act of {doer}" if doer else ""
        answer = answer.replace(" it.", f" it{of}.")
        return f"{speakers(met)} spoke of {happening(met, judge)}; {answer}"
    if judge.tables.events[met[0].claim.event_type or "other"].spoken:
        return f"{speakers(naming)} made {happening(naming, judge)}; {answer}"
    beside = f", and {speakers(others)} of the same without a doer" if others else ""
    return f"{speakers(naming)} spoke of {happening(naming, judge)}{beside}; {answer}"


def _grade(denied: Sequence[Account], met: Sequence[Account], judge: Judge) -> Grade:
    """More for what is grave, for opposed sides, for named sources and for several of them."""
    claim = denied[0].claim
    if claim.kind == "event":
        gravity = judge.tables.events[claim.event_type or "other"].gravity
    else:
        gravity = judge.tables.measures[claim.measure or "other"].gravity
    opposed = any(judge.sides.speak_against(one, other) for one in denied for other in met)
    voices = {account.voice for account in met if account.named}
    terms = {
        "any denial": 0.4,
        "opposed sides": 0.3 if opposed else 0.0,
        "named sources": 0.1 * min(3, len(voices)),
    }
    return graded(terms, gravity=gravity)

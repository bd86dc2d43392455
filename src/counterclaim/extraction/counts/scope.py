"""Whether a count is a running toll or the figure of one event or one day."""

from collections.abc import Callable, Collection
from typing import Final

from counterclaim.extraction.counts.antecedent import same_people
from counterclaim.extraction.counts.cues import HARM, LASTING
from counterclaim.extraction.counts.setting import NEAR, Setting
from counterclaim.extraction.dates import Interval
from counterclaim.extraction.subject import ATTACKS, FIGHTING, Subject
from counterclaim.extraction.timing import ends_with_since
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Scope

_BESIDE: Final = 4  # characters between a number and its day
_MONTH: Final = 31  # days; "in October" may still be one event
_LONG: Final = 6  # days; a figure for a longer stretch is a running one

_RUNNING: Final = word_set("counts_scope", "running")
_DAILY: Final = word_set("counts_scope", "daily")
_RATES: Final = frozenset(tuple(words.split()) for words in word_set("counts_scope", "rates"))
_LEVELS: Final = word_set("counts_scope", "levels")
_SHORT: Final = word_set("counts_scope", "short")
_BRINGS: Final = word_set("counts_scope", "brings")
_TOLLS: Final = word_set("counts_scope", "tolls")
_ATTACKS: Final = word_set("counts_scope", "attacks")
_ONCE: Final = word_set("counts_scope", "once")
_DAYS: Final = word_set("counts_scope", "stretches")
_LONG_HOURS: Final = word_set("counts_scope", "long_hours")
_WITHIN: Final = word_set("counts_scope", "within")
_LAST: Final = word_set("counts_scope", "one_of_them")
_NO_TOLL: Final = frozenset(["detained", "deployed", "other"])


def _rose_by(s: Setting) -> bool:
    before = s.lows[max(s.phrase.first - 4, 0) : s.phrase.first]
    return before[-1:] == ["by"] and bool(_ROSE_BY & set(before))


_ROSE_BY: Final = word_set("counts_scope", "rose_by")


def _adds(s: Setting) -> bool:
    """It announced 40 deaths, which took the count to 873; having added 51 on Sunday: what a toll grew by."""
    if s.lows[max(s.phrase.number.opening - 1, 0)] in _ADDING:
        return True
    after = s.lows[s.phrase.number.closing + 1 : s.phrase.number.closing + NEAR[1]]
    ends = [i for i, low in enumerate(after) if low in _CLAUSE_ENDS]
    opens = next(
        (i + 2 for i in ends if after[i + 1 : i + 2] == ["which"]),
        next((i + 1 for i in ends if after[i + 1 : i + 2] and after[i + 1].endswith("ing")), None),
    )
    if opens is None or after[opens : opens + 1] in ([], ["putting"]):
        return False
    led_to = after[opens + 1 : opens + 1 + _LED]
    if after[opens] in _MAKES:
        made = s.phrase.number.closing + 2 + opens
        return any(number.opening == made for number in s.view.numbers)
    return after[opens] in _BRINGS and bool(_TOTALS & set(led_to)) and "to" in led_to


_ADDING: Final = word_set("counts_scope", "adding")
_CLAUSE_ENDS: Final = frozenset((",", "—", "–"))
_TOTALS: Final = word_set("counts_scope", "totals")
_MAKES: Final = word_set("counts_scope", "makes")
_LED: Final = 12  # tokens after "bringing" in which "the total to" stands


def _rose_to(s: Setting) -> bool:
    """From 1,129 on 26 July it rose to 2,086 on 10 August: levels of a running toll on days of their own."""
    opening = s.phrase.number.opening
    before = s.lows[opening - 1 : opening]
    if s.context.subject is Subject.ATTACK:
        return False
    if before == ["to"]:
        return bool(_RISES & set(s.lows[max(opening - _RISE, 0) : opening]))
    return before == ["from"] and bool(_RISES & set(s.lows[max(opening - _RISE, 0) : opening + NEAR[1]]))


_RISES: Final = word_set("counts_scope", "rises")
_RISE: Final = 12  # tokens between a verb of rising and its level


def _more(s: Setting) -> bool:
    after = s.lows[s.phrase.number.closing + 1 : s.phrase.number.closing + 2]
    return after == ["more"] and s.phrase.cue is not None and s.phrase.cue.measure in ("killed", "wounded")


def _part_of_toll(s: Setting) -> bool:
    model = s.model
    if model is None or model.scope is None or not same_people(model, s.phrase.object or model.object or ""):
        return False
    if _of_one_day(s, model):
        return False
    return s.phrase.partitive or (s.phrase.cue is None and s.phrase.introduced is None)


def _of_one_day(s: Setting, model: Claim) -> bool:
    """Forty-eight of these fell on Friday: a part of a running toll with a day of its own after it."""
    if model.scope != "cumulative":
        return False
    after = f" {' '.join(s.lows[s.phrase.first : s.phrase.last + NEAR[1]])} "
    if any(f" {words} " in after for words in _SHORT):
        return True
    when = s.happened
    behind = when is not None and when.start > s.view.tokens[s.phrase.number.last].end
    return behind and when is not None and when.relation == "in" and _days(when) == 0


def _long_stretch(s: Setting) -> bool:
    when = s.happened
    if when is None:
        return False
    if when.relation in ("until", "before") and _town_attacked(s):
        return False  # by Friday the attack had cost 70 lives
    if s.is_start or when.relation in ("since", "until", "before"):
        return True
    if when.from_date is None or when.to_date is None:
        return False
    days = (when.to_date.last - when.from_date.first).days
    return days > (_MONTH if len(when.spans) == 1 else _LONG)


def _named_attack(s: Setting) -> bool:
    """The shelling of the emergency service's building left seven injured."""
    return s.phrase.cue is not None and _has(_NAMED)(s) and s.happened is None and not _of_fighting(s)


_NAMED: Final = word_set("counts_scope", "named_attacks")


def _lives(s: Setting) -> bool:
    """More than 30 million people live in the region."""
    return s.measure == "other" and bool(_LIVING & set(s.lows[s.phrase.first : s.phrase.last + _LIVE]))


_LIVE: Final = 5  # tokens after a phrase in which its verb of living stands
_LIVING: Final = word_set("counts_scope", "living")


def _many_places(s: Setting) -> bool:
    """It regained control of 5 cities and 286 villages."""
    if not (s.phrase.object or "").startswith("settlement") or s.measure != "captured":
        return False
    listed = (
        n for n in s.view.numbers if s.lows[n.last + 1 : n.last + 2] and s.lows[n.last + 1] in _SETTLEMENTS
    )
    return any((number.range.low or 0) >= _MANY for number in (s.phrase.number, *listed))


_MANY: Final = 10  # settlements
_SETTLEMENTS: Final = word_set("counts_scope", "settlements")


def _town_attacked(s: Setting) -> bool:
    return s.place_in_focus and s.context.subject is Subject.ATTACK and not _of_fighting(s)


def _level_of_attack(s: Setting) -> bool:
    """The injured now number 27: a revised toll of the attack that a report is about."""
    return s.context.subject is Subject.ATTACK and (_level(s) or _has(_LEVELS)(s)) and not _of_fighting(s)


def _of_days_in_history(s: Setting) -> bool:
    """On 26 February it took the town; the state gives the dead as 613: a text without a date tells on."""
    told = s.happened is None and s.when is not None and s.when.relation == "in"
    days = _days(s.when)
    return s.context.date is None and told and days is not None and days <= 1 and s.measure in _HARM


def _of_fighting(s: Setting) -> bool:
    """Sixty died in the fighting there: not in the attack that the report is about."""
    return bool(FIGHTING & s.words) or any(f" {word} has " in s.near for word in _UNREST)


_UNREST: Final = word_set("counts_scope", "unrest")  # the violence has claimed 20,000 lives


def _own_day(s: Setting) -> bool:
    """On 26 September it broke the ceasefire 48 times; but not: on 28 September the number stood at 26."""
    when = s.happened
    if when is None or when.relation != "in" or _days(when) != 0:
        return False
    beside = 0 < when.start - s.view.tokens[s.phrase.number.last].end <= _BESIDE  # 385 on 7 August
    return beside or not (_level(s) or _perfect(s) or _has(_LEVELS)(s))


def _for_days(s: Setting) -> bool:
    """In two days, over five days, 44 months of siege, two days of fighting."""
    lows = s.lows
    for position in range(max(s.phrase.first - NEAR[0], 0), min(s.phrase.last + NEAR[1], len(lows))):
        if lows[position] in _DAYS and position > 0:
            before = lows[max(position - 4, 0) : position]
            after = lows[position + 1 : position + 2]
            if lows[position] == "hours" and not set(before) & _LONG_HOURS:
                continue
            if after == ["of"] or (set(before[:-1]) & _WITHIN and not set(before) & _LAST):
                return True
    return False


def _many_attacks(s: Setting) -> bool:
    """The air strikes have cost the lives of 974 people: attacks that went on, not one."""
    return s.happened is None and _perfect(s) and _has_attacks(s)


def _toll_of_fighting(s: Setting) -> bool:
    """A toll without a date in a report of a war: what the war cost; not what one attack in it did."""
    is_war = s.context.subject is Subject.FIGHTING and s.when is None
    return is_war and s.measure in _HARM and not _ONE_ATTACK & s.words


def _thousands(s: Setting) -> bool:
    """They claimed that 7,630 soldiers were killed: without a day, more than one attack leaves."""
    many = (s.phrase.number.range.low or 0) >= _TOO_MANY
    return many and s.happened is None and s.measure in _HARM and not _ONE_ATTACK & s.words


_TOO_MANY: Final = 1000
_HARM: Final = HARM | {"lost", "missing"}
_ONE_ATTACK: Final = _ONCE | ATTACKS


def _several_days(s: Setting) -> bool:
    days, when = _days(s.happened), s.happened
    if days is None or when is None or s.context.subject is Subject.ATTACK:
        return False
    attack = len(when.spans) == 1 and bool(_ONCE & s.words)  # in April an assault killed four
    return days > 1 and not attack


def _in_period(s: Setting) -> bool:
    return s.context.period is not None and _days(s.happened) != 0


def _brought_to(s: Setting) -> bool:
    """That takes the dead to at least 592, puts the losses at 40."""
    if s.context.subject is Subject.ATTACK:
        return False
    opening = s.phrase.number.opening
    before = s.lows[max(opening - NEAR[0], 0) : opening]
    return before[-1:] in (["to"], ["at"], ["past"]) and bool(_BRINGS & set(before))


def _in_main_stretch(s: Setting) -> bool:
    """A count without a date in a report of the days "between 25 and 27 July", or "since 2 April"."""
    return s.when is None and s.main is not None and _days(s.main) != 0 and s.measure not in _NO_TOLL


def _days(when: Interval | None) -> int | None:
    """From how many days before its last day an interval goes, None where it is open."""
    if when is None or when.from_date is None or when.to_date is None:
        return None
    return (when.to_date.last - when.from_date.first).days


def _level(s: Setting) -> bool:
    cue = s.phrase.cue
    if s.phrase.is_level:
        return True
    if cue is None or cue.role != "tally" or cue.first >= s.phrase.first:
        return False
    of = s.lows[cue.last + 1 : cue.last + 2] == ["of"]
    return not of or bool(set(s.lows[cue.first : cue.last + 1]) & _TOLLS)


def _perfect(s: Setting) -> bool:
    cue, first, last = s.phrase.cue, s.phrase.first, s.phrase.last
    if cue is None:  # it has verified 25 attacks; six ambulances have been attacked
        return not {"has", "have"}.isdisjoint(s.lows[max(first - 3, 0) : first] + s.lows[last + 1 : last + 3])
    before = s.lows[max(cue.first - 5, 0) : cue.first]
    return not {"has", "have"}.isdisjoint(before) and not _CLAIMING & set(before)


_CLAIMING: Final = word_set("counts_scope", "claiming")


def _same_as_before(s: Setting) -> bool:
    if s.model is None or s.measure in _NO_TOLL or s.model.measure in LASTING or s.happened is not None:
        return False
    return s.model.scope == "cumulative"


def _running(s: Setting) -> bool:
    """Words of a running toll; but not "the worst attack since 2015"."""
    words = s.near.split()
    if _has_running(s):
        return True
    return "since" in words and any(
        word == "since" and not any(w in _SUPERLATIVES for w in words[max(at - _SUPERLATIVE, 0) : at])
        for at, word in enumerate(words)
    )


_SUPERLATIVE: Final = 5  # words between a superlative and its "since"
_SUPERLATIVES: Final = word_set("counts_scope", "superlatives")


def _has(words: Collection[str]) -> Callable[[Setting], bool]:
    single = frozenset(word for word in words if " " not in word)
    longer = [f" {phrase} " for phrase in words if " " in phrase]
    return lambda s: not single.isdisjoint(s.words) or any(phrase in s.near for phrase in longer)


_has_running = _has(_RUNNING - {"since"})
_has_attacks = _has(word_set("counts_scope", "many_attacks"))


# The first rule that holds decides. First what the number itself is, an increase or a rate; then what its
# clause says: its stretch of time, its attack, words of a toll or of a day; then what the report is about and
# the count before; last what kind of attacks or fighting a count without a day is likely of.
_RULES: Final[tuple[tuple[Callable[[Setting], bool], Scope, str], ...]] = (
    (_rose_by, "incident", "by how much it rose"),
    (_adds, "incident", "what a toll grew by"),
    (lambda s: bool(_RATES & set(s.pairs)), "incident", "so many a day"),
    (_more, "incident", "so many more"),
    (_long_stretch, "cumulative", "a stretch of more than a few days"),
    (_named_attack, "incident", "one attack"),
    (lambda s: s.measure in LASTING, "cumulative", "a state that lasts"),
    (_for_days, "cumulative", "days, weeks or months"),
    (lambda s: ends_with_since(s.view), "cumulative", "since what was told before"),
    (_town_attacked, "incident", "the town that the report is about"),
    (_running, "cumulative", "words of a running toll"),
    (_in_period, "cumulative", "the stretch of time that the report is about"),
    (_has(_DAILY), "incident", "words of a day"),
    (_rose_to, "cumulative", "a level that it rose to"),
    (_own_day, "incident", "a day of its own"),
    (_lives, "cumulative", "a state that lasts"),
    (_many_places, "cumulative", "more places than fall in one attack"),
    (_level_of_attack, "incident", "the attack that the report is about"),
    (_of_days_in_history, "incident", "the day that a history tells of"),
    (_has(_LEVELS), "cumulative", "words of a level"),
    (_level, "cumulative", "a level that is reached"),
    (_brought_to, "cumulative", "a level that it is brought to"),
    (lambda s: s.phrase.cue is not None and s.phrase.cue.role == "loser", "cumulative", "losses"),
    (_in_main_stretch, "cumulative", "the stretch of days that the report is about"),
    (_same_as_before, "cumulative", "as the count before"),
    (_several_days, "cumulative", "a stretch of days"),
    (_many_attacks, "cumulative", "attacks that have gone on"),
    (_has(_ATTACKS), "incident", "one attack"),
    (lambda s: s.happened is None and _perfect(s), "cumulative", "has or have been"),
    (_toll_of_fighting, "cumulative", "the fighting that the report is about"),
    (_thousands, "cumulative", "more than one attack leaves"),
)


def scope_of(setting: Setting) -> tuple[Scope, str]:
    """The scope of a count, and the rule that gives it."""
    if _part_of_toll(setting) and not _rose_by(setting):
        assert setting.model is not None and setting.model.scope is not None
        return setting.model.scope, "a part of the count before"
    for holds, scope, rule in _RULES:
        if holds(setting):
            return scope, rule
    return "incident", "no word of a running toll"

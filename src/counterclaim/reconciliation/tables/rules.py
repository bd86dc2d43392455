"""The rules that are in force: the package's, with those of the casebook before them or in their place."""

import difflib
from collections.abc import Collection, Sequence
from typing import get_args

from counterclaim.errors import SettingsError
from counterclaim.policy import BoundRule, Relation


def in_force(shipped: Sequence[BoundRule], own: Sequence[BoundRule]) -> tuple[BoundRule, ...]:
    """The casebook's rules before the package's; one that bears the name of one of those in its place.

    Args:
        shipped: the package's rules, in the order in which they are tried.
        own: the casebook's.

    Raises:
        SettingsError: some relation would then have no rule without further conditions.
    """
    replacing = {rule.name: rule for rule in own}
    names = {rule.name for rule in shipped}
    before = [rule for rule in own if rule.name not in names]
    rules = (*before, *(replacing.get(rule.name, rule) for rule in shipped))
    check_rules(rules)
    return rules


def check_rules(rules: Sequence[BoundRule]) -> None:
    """Make sure that every claim finds a rule, whoever speaks of whatever.

    Raises:
        SettingsError: some relation has no rule without further conditions.
    """
    missing = set(get_args(Relation)) - {
        relation for rule in rules if _fits_all(rule) for relation in rule.relation
    }
    if missing:
        raise SettingsError(
            f"No rule of bounds always fits for {', '.join(sorted(missing))}.",
            "Give casebook.toml a [[bounds]] block for it without objects, measures, evidence, hedge and "
            "vague, or leave the package's rule as it is.",
        )


def check_words(rules: Sequence[BoundRule], objects: Collection[str], measures: Collection[str]) -> None:
    """Make sure that the rules of a casebook speak of what claims can count.

    Raises:
        SettingsError: one names an object or a measure that the claim vocabulary lacks.
    """
    for rule in rules:
        for key, words, known in (("objects", rule.objects, objects), ("measures", rule.measures, measures)):
            for word in words:
                if word not in known:
                    raise _unknown(rule.name, key, word, known)


def _unknown(rule: str, key: str, word: str, known: Collection[str]) -> SettingsError:
    near = difflib.get_close_matches(word, known, n=1)
    guess = f"Did you mean “{near[0]}”? " if near else ""
    return SettingsError(
        f"casebook.toml, [[bounds]] “{rule}”, `{key}`: claims know no “{word}”.",
        f"{guess}The words are: {', '.join(sorted(known))}.",
    )


def _fits_all(rule: BoundRule) -> bool:
    return not (rule.objects or rule.measures or rule.evidence or rule.hedge or rule.vague is not None)

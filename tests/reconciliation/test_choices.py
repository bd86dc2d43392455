"""The figure by each of the rules that are used in practice."""

from counterclaim.model import Choice, Registers
from counterclaim.policy import BoundRule, Policy
from counterclaim.reconciliation import reconcile
from tests.reconciliation.factories import WAR, count, only_finding


def _choices(*claims: object, order: tuple[str, ...] = ()) -> dict[str, Choice]:
    policy = Policy(source_order=order)
    found = reconcile(claims, WAR, Registers(), policy=policy).findings  # type: ignore[arg-type]
    assert len(found) == 1
    return {choice.name: choice for choice in found[0].choices}


OWN = count(100, source="Norland", source_side="Norland")
ENEMY = count(400, source="Sudmark", source_side="Sudmark", anchor=9)
UN = count((120, 150), source="UN mission", anchor=20)
MONITOR = count(130, source="Monitor", anchor=30)


def test_each_rule_chooses_as_it_says() -> None:
    chosen = _choices(OWN, ENEMY, UN, MONITOR, order=("UN mission", "Norland"))
    assert {name: (each.low, each.high) for name, each in chosen.items()} == {
        "range": (130, 130),
        "most_conservative": (100, 100),
        "majority_of_origins": (None, None),
        "latest_per_source": (100, 400),
        "source_hierarchy": (120, 150),
    }
    assert chosen["source_hierarchy"].claims == (UN.id,)


def test_a_majority_is_more_than_half_of_the_origins() -> None:
    chosen = _choices(OWN, UN, MONITOR)["majority_of_origins"]
    assert (chosen.low, chosen.high) == (130, 130) and set(chosen.claims) == {UN.id, MONITOR.id}
    assert chosen.reason == "what the words of 2 of 3 independent origins with a figure allow"


def test_an_order_may_name_parties_and_counts_only_where_the_casebook_gives_one() -> None:
    assert "source_hierarchy" not in _choices(OWN, ENEMY)
    assert _choices(OWN, ENEMY, order=("Sudmark",))["source_hierarchy"].low == 400
    assert _choices(OWN, ENEMY, order=("Nobody",))["source_hierarchy"].low is None


def test_the_most_conservative_figure_of_a_toll_is_none_that_is_only_early() -> None:
    early = count(5, source="Monitor", to_date="2031-03-05", anchor=30)
    assert _choices(early, OWN, UN)["most_conservative"].low == 100


def test_what_covers_the_end_of_the_conflict_is_as_late_as_anything() -> None:
    settled = count(140, source="Monitor", to_date="2033-01-01", anchor=30)
    assert _choices(OWN, settled)["most_conservative"].low == 100


def test_a_casebook_s_rule_decides_before_the_package_s_and_says_so() -> None:
    ours = BoundRule("ours", "Ours", ("enemy",), "two_sided", 0.7, "found to be close", of_casebook=True)
    found = reconcile([ENEMY], WAR, Registers(), policy=Policy(rules=(ours,)))
    assert (found.findings[0].low, found.findings[0].high) == (400, 400)
    assert found.findings[0].weighings[0].rule == "ours" and ours in found.rules


def test_a_vague_word_bounds_only_where_nobody_gives_a_number() -> None:
    vague = count((24, None), source="UN mission", approx=True, quote="dozens")
    assert only_finding(vague).low == 24
    assert only_finding(vague, count(10, source="Monitor", anchor=30)).low == 10

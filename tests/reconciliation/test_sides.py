"""How the one who speaks stands to the one spoken of."""

from typing import Any

from counterclaim.model import Claim, Conflict, Registers
from counterclaim.reconciliation.accounts import accounts_of
from counterclaim.reconciliation.names import Names
from counterclaim.reconciliation.sides import Sides, sides_of
from counterclaim.reconciliation.tables import load_tables
from tests.reconciliation.factories import WAR, count, event


def relations(*claims: Claim, conflict: Conflict = WAR) -> tuple[Sides, list[str]]:
    """The sides that claims make out, and how the source of each stands to its subject."""
    tables = load_tables()
    names = Names(conflict, Registers(), tables.cues, [])
    accounts = accounts_of(claims, conflict, names, {})
    sides = sides_of(conflict, names, accounts, tables)
    by_id = {account.id: account for account in accounts}
    return sides, [sides.relation(by_id[claim.id]) for claim in claims]


def test_declared_sides_decide() -> None:
    speakers = ("Norland", "Norland Militia", "Sudmark")
    claims = [count(5, source=name, source_side=name, anchor=at) for at, name in enumerate(speakers)]
    assert relations(*claims)[1] == ["own", "ally", "enemy"]


def test_a_state_outside_the_war_speaks_for_no_party_of_it() -> None:
    assert relations(count(5, source="Farland", source_side="Farland"))[1] == ["independent"]


def test_no_named_source_is_the_text_itself() -> None:
    assert relations(count(5))[1] == ["document"]


def test_without_declared_sides_harm_makes_opponents_and_a_common_opponent_allies() -> None:
    sides, _ = relations(
        event("shelling", actor="Norland", target="Sudmark"),
        event("shelling", actor="Norland Militia", target="Sudmark", anchor=9),
        conflict=Conflict(),
    )
    assert sides.opposed("norland", "sudmark") and sides.opposed("sudmark", "norland militia")
    assert sides.allied("norland", "norland militia")
    assert not sides.allied("norland", "sudmark")


def test_a_single_stray_claim_makes_no_opponents_of_allies() -> None:
    war = [event("clash", actor="Norland", target="Sudmark", anchor=at) for at in range(20)]
    war += [event("clash", actor="Norland Militia", target="Sudmark", anchor=at + 50) for at in range(20)]
    stray = event("clash", actor="Norland", target="Norland Militia", anchor=99)
    sides, _ = relations(*war, stray, conflict=Conflict())
    assert sides.allied("norland", "norland militia")


def test_a_wounded_foreigner_makes_no_party_of_the_war() -> None:
    hurt = count(2, "wounded", object="person.journalist", party="Farland", actor="Sudmark")
    sides, _ = relations(hurt, conflict=Conflict())
    assert not sides.opposed("farland", "sudmark")


def test_losses_of_no_party_are_told_by_the_doer() -> None:
    civilians: dict[str, Any] = {
        "object": "person.civilian",
        "party": None,
        "source": "Sudmark",
        "source_side": "Sudmark",
    }
    claims = [
        count(5, **civilians, actor="Norland"),
        count(5, **civilians, actor="Sudmark", anchor=9),
        count(5, **civilians, anchor=18),
    ]
    assert relations(*claims)[1] == ["accuser", "self", "bystander"]

"""Parties: declared by the casebook, or else found in claims and texts."""

from collections.abc import Callable

from counterclaim.model import Conflict, Document, Entity, Party, Registers
from counterclaim.registers import resolve
from tests.registers.conftest import make_claim

MakeDocument = Callable[..., Document]

DECLARED = Conflict(
    parties=(
        Party("Armenia", "armenian", kind="state"),
        Party("NKR", "armenian", ("Nagorno-Karabakh", "Artsakh"), "self_declared_state"),
        Party("Azerbaijan", "azerbaijani", kind="state"),
        Party("Hill Brigade", "armenian", ("the brigade", "Hillmen"), "armed_group"),
    )
)


def parties(registers: Registers) -> dict[str, Entity]:
    return {entity.name: entity for entity in registers.entities if entity.kind == "party"}


def party(registers: Registers, name: str) -> str | None:
    wanted = registers.entity_id("party", name)
    return next((entity.name for entity in registers.entities if entity.id == wanted), None)


def test_declared_parties_stand_there_with_their_aliases() -> None:
    found = parties(resolve([], [], DECLARED))
    assert set(found) == {"Armenia", "NKR", "Azerbaijan", "Hill Brigade"}
    assert found["NKR"].names == ("NKR", "Nagorno-Karabakh", "Artsakh")
    assert all(entity.party == name for name, entity in found.items())


def test_the_lexicons_words_go_to_the_declared_party() -> None:
    claims = [
        make_claim(1, party="Artsakh", actor="Karabakh Armenians"),
        make_claim(2, party="Armenians", actor="Azeri forces"),
        make_claim(
            3, party="Hillmen", source="Defence Ministry in Stepanakert", actor="fighters of Hill Brigade"
        ),
        make_claim(4, party="Turkey"),
    ]
    registers = resolve(claims, [], DECLARED)
    assert party(registers, "Artsakh") == "NKR"
    assert party(registers, "Karabakh Armenians") == "NKR"
    assert party(registers, "Armenians") == "Armenia"
    assert party(registers, "Azeri forces") == "Azerbaijan"
    assert party(registers, "Hillmen") == party(registers, "fighters of Hill Brigade") == "Hill Brigade"
    assert parties(registers)["Turkey"].party is None
    (ministry,) = [
        entity for entity in registers.entities if entity.name == "Defence Ministry in Stepanakert"
    ]
    assert ministry.party == "NKR"


def test_without_a_declaration_parties_are_who_speaks_and_fights() -> None:
    claims = [
        *(make_claim(n, party="Ethiopia", actor="TPLF", measure="killed") for n in range(40)),
        make_claim(41, source="Tigray forces", source_side="TPLF", party="Eritrea"),
        make_claim(42, kind="event", event_type="talks", actor="Kenya"),
    ]
    found = parties(resolve(claims, [], Conflict()))
    assert {name for name, entity in found.items() if entity.party} == {"Ethiopia", "TPLF"}
    assert {"Eritrea", "Kenya"} <= set(found)


def test_a_country_that_texts_name_often_is_registered_though_no_claim_names_it(
    document: MakeDocument,
) -> None:
    text = document("Chad, the Chadian army, and Chad's border. " * 5 + "Mali.")
    found = parties(resolve([], [text], Conflict()))
    assert set(found) == {"Chad"}
    assert found["Chad"].party is None


def test_civilians_and_crowds_are_nobodys_acts_but_may_be_ones_losses() -> None:
    registers = resolve([make_claim(actor="Armenian hackers", party="Azerbaijani civilians")], [], Conflict())
    assert party(registers, "Armenian hackers") is None
    assert party(registers, "Azerbaijani civilians") == "Azerbaijan"


def test_several_named_together_are_one_entity_whatever_their_order() -> None:
    claims = [make_claim(1, party="Armenia/Artsakh"), make_claim(2, party="Artsakh and Armenia")]
    registers = resolve(claims, [], Conflict())
    assert (
        party(registers, "Armenia/Artsakh")
        == party(registers, "Artsakh and Armenia")
        == "Armenia and Artsakh"
    )


def test_a_list_of_towns_is_not_the_last_ones_authority() -> None:
    registers = resolve(
        [make_claim(actor="prosecutors of Fuzuli, Tartar, Karabakh and Ganja")], [], Conflict()
    )
    assert parties(registers) == {}


def test_a_party_named_with_unknown_others_is_not_that_party() -> None:
    registers = resolve(
        [make_claim(1, party="Hezbollah and the factions"), make_claim(2, party="Hezbollah")], [], Conflict()
    )
    assert party(registers, "Hezbollah and the factions") == "Hezbollah and the factions"


def test_an_unknown_party_stands_for_itself() -> None:
    registers = resolve([make_claim(party="the factions")], [], Conflict())
    assert party(registers, "the factions") == "the factions"

"""Many written names, one source; and names that look alike, two."""

from collections.abc import Callable

import pytest

from counterclaim.model import Claim, Conflict, Document, Party, Registers
from counterclaim.registers import resolve
from tests.registers.conftest import make_claim

MakeClaims = Callable[..., list[Claim]]
MakeDocument = Callable[..., Document]


def ids(registers: Registers, *names: str) -> set[str | None]:
    return {registers.entity_id("source", name) for name in names}


def rule(registers: Registers, name: str) -> str:
    return next(found.rule for found in registers.resolutions if (found.kind, found.name) == ("source", name))


@pytest.mark.parametrize(
    "names",
    [
        (
            "Azerbaijani Defence Ministry",
            "Azerbaijan's Ministry of Defense",
            "Defence Ministry in Baku",
            "Ministry of Defence of the Republic of Azerbaijan",
            "the Azerbaijani MoD",
            "a spokesman for Azerbaijan’s Defence Ministry",
        ),
        ("Armenian MoFA", "Armenia's Ministry of Foreign Affairs", "Foreign Ministry in Yerevan"),
        ("Artsakh Defence Army", "Nagorno-Karabakh's armed forces", "Karabakh military"),
        ("Armed Forces of Ukraine", "Ukrainian army", "the Ukrainian military", "UAF"),
        ("General Staff of Ukraine's Armed Forces", "Ukrainian General Staff"),
        ("IDF", "the Israeli military", "Israel Defense Forces", "Israel's army"),
        ("Sudan", "Khartoum", "the Sudanese government", "Sudanese authorities"),
        ("Houthis", "Houthi fighters", "Ansar Allah", "the Houthi movement"),
        ("Gaza's health ministry", "Hamas-run health ministry in Gaza", "the Gaza Health Ministry"),
        ("Syrian National Army", "Turkish-backed Syrian National Army"),
        ("Prosecutor General's Office of Ukraine", "Ukrainian prosecutors"),
        ("Human Rights Watch (HRW)", "HRW", "Human Rights Watch"),
        ("Oryx", "the Oryx project", "Oryx blog"),
        ("MSF", "Doctors Without Borders (MSF)", "Médecins Sans Frontières"),
        ("Russian state news agency TASS", "TASS"),
        ("Russia and China", "China and Russia"),
    ],
)
def test_these_are_one_source(names: tuple[str, ...], claims_from: MakeClaims) -> None:
    registers = resolve(claims_from(*names), [], Conflict())
    assert len(ids(registers, *names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Armenian Defence Ministry", "Azerbaijani Defence Ministry", "Defence Ministry in Stepanakert"),
        ("Armenia", "Armenians", "Armenian Defence Ministry", "Armenian media", "Armenian army"),
        ("Russian Ground Forces", "Russian army", "Russian Air Force", "Russian border troops"),
        ("Kremlin", "Russia", "Russian Foreign Ministry"),
        ("Pentagon", "White House", "State Department"),
        ("Syria", "Syrian rebels", "Syrian opposition", "Syrian sources"),
        ("Hamas-run health ministry", "Hamas", "Turkish-backed brigade", "Turkish brigade"),
        ("Congo-Brazzaville", "DR Congo"),
        ("Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"),
        ("Sudanese army", "South Sudanese army"),
        ("BBC", "BBC Azerbaijani Service"),
        ("UN", "UN experts", "UNICEF", "OCHA"),
        ("Guardian", "Guardian Council of Iran"),
        ("Ethiopian Human Rights Commission", "Ethiopia"),
        ("Russian Defence Minister", "Russian Defence Ministry"),
        ("Armenia's ambassador in Moscow", "Armenia's ambassador in Paris"),
    ],
)
def test_these_are_all_different(names: tuple[str, ...], claims_from: MakeClaims) -> None:
    registers = resolve(claims_from(*names), [], Conflict())
    assert len(ids(registers, *names)) == len(names)


def test_a_body_without_its_country_belongs_to_the_side_that_it_speaks_for(claims_from: MakeClaims) -> None:
    claims = claims_from("Sudanese army", ("the army", "Sudan"), ("rebels", "Rapid Support Forces"), "RSF")
    registers = resolve(claims, [], Conflict())
    assert len(ids(registers, "Sudanese army", "the army")) == 1
    assert len(ids(registers, "rebels", "RSF")) == 1
    assert rule(registers, "the army") == "body-of-side"


def test_a_body_that_claims_give_to_two_sides_stays_alone(claims_from: MakeClaims) -> None:
    claims = claims_from(("Defence Ministry", "Armenia"), ("Defence Ministry", "Azerbaijan"), "Armenian MoD")
    registers = resolve(claims, [], Conflict())
    assert len(ids(registers, "Defence Ministry", "Armenian MoD")) == 2
    assert rule(registers, "Defence Ministry") == "as-written"


def test_an_abbreviation_stands_for_the_one_name_that_defines_it(claims_from: MakeClaims) -> None:
    claims = claims_from("Armenian National Security Service (NSS)", "NSS")
    registers = resolve(claims, [], Conflict())
    assert len(ids(registers, "NSS", "Armenian National Security Service (NSS)")) == 1
    two = resolve([*claims, *claims_from("Uzbek National Security Service (NSS)")], [], Conflict())
    assert rule(two, "NSS") == "as-written"


def test_an_abbreviation_may_be_defined_in_a_text(claims_from: MakeClaims, document: MakeDocument) -> None:
    text = document("The Colombian State Service for the Missing (SSM) counted twelve.")
    claims = claims_from("SSM", "Colombia's State Service for the Missing")
    registers = resolve(claims, [text], Conflict())
    assert len(ids(registers, "SSM", "Colombia's State Service for the Missing")) == 1
    assert rule(registers, "SSM") == "abbreviation"


def test_a_country_before_the_full_name_says_whose_body_it_is(
    claims_from: MakeClaims, document: MakeDocument
) -> None:
    text = document("On Monday the Armenian National Security Service (NSS) stated this.")
    registers = resolve(claims_from("NSS", ("Armenian army", "Armenia")), [text], Conflict())
    (entity,) = [entity for entity in registers.entities if "NSS" in entity.names]
    assert entity.party == "Armenia"


def test_the_party_comes_from_the_words_and_else_from_the_claims(claims_from: MakeClaims) -> None:
    conflict = Conflict(parties=(Party("Armenia"), Party("Azerbaijan")))
    names = (
        "Azerbaijani Defence Ministry",
        ("ANAMA", "Azerbaijan"),
        "Azerbaijan Airlines",
        "Turkish army",
        "HRW",
    )
    registers = resolve(claims_from(*names), [], conflict)
    parties = {
        name: entity.party
        for entity in registers.entities
        if entity.kind == "source"
        for name in entity.names
    }
    assert parties["Azerbaijani Defence Ministry"] == "Azerbaijan"
    assert parties["ANAMA"] == "Azerbaijan"
    assert parties["Azerbaijan Airlines"] is None
    assert parties["Turkish army"] is None
    assert parties["HRW"] is None


def test_the_entity_shows_its_clearest_name(claims_from: MakeClaims) -> None:
    side = ("the army", "Sudan")
    registers = resolve(claims_from(side, side, side, "Sudanese army", "HRW"), [], Conflict())
    shown = {entity.name for entity in registers.entities if entity.kind == "source"}
    assert shown == {"Sudanese army", "Human Rights Watch"}


def test_a_short_name_stands_for_the_only_source_that_bears_its_words(claims_from: MakeClaims) -> None:
    claims = claims_from("Syrian Observatory for Human Rights", "the Observatory", "Human Rights Watch")
    registers = resolve(claims, [], Conflict())
    assert len(ids(registers, "the Observatory", "Syrian Observatory for Human Rights")) == 1
    assert rule(registers, "the Observatory") == "short-for-one"


def test_a_short_name_of_two_sources_in_one_document_stays_alone(claims_from: MakeClaims) -> None:
    claims = claims_from("Armenian Defence Ministry", "Armenian Foreign Ministry", "the ministry")
    assert rule(resolve(claims, [], Conflict()), "the ministry") == "as-written"
    of_one = resolve(claims_from("Armenian Defence Ministry", "the ministry"), [], Conflict())
    assert rule(of_one, "the ministry") == "short-for-one"


def test_a_short_name_that_means_another_elsewhere_stays_alone() -> None:
    claims = [
        make_claim(1, "one", source="Armenian Defence Ministry"),
        make_claim(2, "one", source="the ministry"),
        make_claim(3, "two", source="Azerbaijani Defence Ministry"),
        make_claim(4, "two", source="the ministry"),
    ]
    assert rule(resolve(claims, [], Conflict()), "the ministry") == "as-written"


def test_the_group_may_be_anybody(claims_from: MakeClaims) -> None:
    registers = resolve(claims_from("Crisis Group", "the group", "rights group"), [], Conflict())
    assert len(ids(registers, "Crisis Group", "the group", "rights group")) == 3

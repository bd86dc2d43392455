"""People: spellings, titles, surnames, and offices that one person holds."""

from collections.abc import Callable

import pytest

from counterclaim.model import Claim, Conflict, Document, Gloss, Party, Registers
from counterclaim.registers import resolve

MakeClaims = Callable[..., list[Claim]]
MakeDocument = Callable[..., Document]


def resolved(registers: Registers, name: str) -> str:
    wanted = registers.entity_id("source", name)
    return next(entity.name for entity in registers.entities if entity.id == wanted)


def test_titles_and_surnames_lead_to_the_full_name(claims_from: MakeClaims) -> None:
    names = (
        "Ilham Aliyev",
        "President Aliyev",
        "Aliyev",
        "Azerbaijan's President Ilham Aliyev",
        "Mehriban Aliyeva",
    )
    registers = resolve(claims_from(*names), [], Conflict())
    assert {resolved(registers, name) for name in names[:4]} == {"Ilham Aliyev"}
    assert resolved(registers, "Mehriban Aliyeva") == "Mehriban Aliyeva"


def test_a_surname_of_two_stays_alone(claims_from: MakeClaims) -> None:
    registers = resolve(claims_from("Ilham Aliyev", "Heydar Aliyev", "Aliyev"), [], Conflict())
    assert resolved(registers, "Aliyev") == "Aliyev"


def test_an_office_tells_two_bearers_of_a_surname_apart(claims_from: MakeClaims) -> None:
    names = ("President Armen Petrosian", "General Levon Petrosian", "President Petrosian", "Petrosian")
    registers = resolve(claims_from(*names), [], Conflict())
    assert resolved(registers, "President Petrosian") == "Armen Petrosian"
    assert resolved(registers, "Petrosian") == "Petrosian"


def test_a_surname_of_the_other_side_is_another_person(claims_from: MakeClaims) -> None:
    claims = claims_from(("Oleksandr Syrskyi", "Ukraine"), ("Syrskyi", "Russia"))
    assert resolved(resolve(claims, [], Conflict()), "Syrskyi") == "Syrskyi"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Shushan Stepanyan", "Shushan Stepanian"),
        ("Armen Sarkissian", "Armen Sarksyan"),
        ("Recep Erdogan", "Recep Tayyip Erdogan"),
    ],
)
def test_spellings_of_one_person(one: str, other: str, claims_from: MakeClaims) -> None:
    registers = resolve(claims_from(one, other), [], Conflict())
    assert resolved(registers, one) == resolved(registers, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilham Aliyev", "Ilham Aliyeva"),
        ("Hasan Nasrallah", "Husein Nasrallah"),
        ("Maria Petrova", "Marta Petrova"),
        ("Ali Khan", "Adi Khan"),
        ("Omar al-Bashir", "Amer al-Bashir"),
    ],
)
def test_different_people(one: str, other: str, claims_from: MakeClaims) -> None:
    registers = resolve(claims_from(one, other), [], Conflict())
    assert resolved(registers, one) != resolved(registers, other)


def test_a_spelling_does_not_cross_the_front(claims_from: MakeClaims) -> None:
    registers = resolve(
        claims_from(("Sergei Ivanov", "Russia"), ("Sergey Ivanov", "Ukraine")), [], Conflict()
    )
    assert resolved(registers, "Sergei Ivanov") != resolved(registers, "Sergey Ivanov")


def test_a_linked_page_joins_two_names(claims_from: MakeClaims, document: MakeDocument) -> None:
    page = document(glosses=(Gloss("Patriarch Karekin Nersissian", "Garegin Nersisyan", ""),))
    registers = resolve(claims_from("Karekin Nersissian", "Garegin Nersisyan"), [page], Conflict())
    assert resolved(registers, "Karekin Nersissian") == resolved(registers, "Garegin Nersisyan")


def test_an_office_stands_for_its_sole_holder(claims_from: MakeClaims, document: MakeDocument) -> None:
    text = document(
        "Armenia's Prime Minister, Nikol Pashinyan, spoke. Former premier of Armenia Karen Karapetyan left."
    )
    names = ("Armenian Prime Minister", "Nikol Pashinyan", "Karen Karapetyan")
    registers = resolve(claims_from(*names), [text], Conflict())
    assert resolved(registers, "Armenian Prime Minister") == "Nikol Pashinyan"


def test_an_office_of_two_holders_stands_for_itself(claims_from: MakeClaims) -> None:
    names = (
        "Ukrainian Defence Minister",
        "Ukrainian Defence Minister Oleksii Reznikov",
        "Ukraine's Defence Minister Rustem Umerov",
    )
    registers = resolve(claims_from(*names), [], Conflict())
    assert resolved(registers, names[0]) == names[0]


def test_who_speaks_for_a_president_is_not_the_president(
    claims_from: MakeClaims, document: MakeDocument
) -> None:
    text = document("Vahram Poghosyan, spokesman for the President of Artsakh, said so.")
    registers = resolve(claims_from("President of Artsakh", "Vahram Poghosyan"), [text], Conflict())
    assert resolved(registers, "President of Artsakh") == "President of Artsakh"


def test_a_full_name_may_stand_in_the_text_alone(claims_from: MakeClaims, document: MakeDocument) -> None:
    text = document("In Moscow Vladimir Putin spoke. Later Putin left.")
    registers = resolve(claims_from("Putin"), [text], Conflict())
    assert registers.entity_id("source", "Putin") == resolve(
        claims_from("Vladimir Putin"), [], Conflict()
    ).entity_id("source", "Vladimir Putin")


@pytest.mark.parametrize(
    ("name", "person", "role"),
    [
        ("Naser Tattar, director of Shifa hospital", "Naser Tattar", "director of Shifa hospital"),
        ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov", "Kremlin spokesman"),
        ("Armenia's Nikol Pashinyan", "Nikol Pashinyan", None),
    ],
)
def test_the_role_is_the_description(
    name: str, person: str, role: str | None, claims_from: MakeClaims
) -> None:
    (entity,) = resolve(claims_from(name), [], Conflict()).entities
    assert (entity.name, entity.description) == (person, role)


def test_whoever_is_of_a_body_is_a_person(claims_from: MakeClaims) -> None:
    names = ("Artsrun Hovhannisyan of the Armenian Defence Ministry", "Artsrun Hovhannisyan", "Hovhannisyan")
    conflict = Conflict(parties=(Party("Armenia"),))
    (entity,) = [e for e in resolve(claims_from(*names), [], conflict).entities if e.kind == "source"]
    assert (entity.name, entity.party) == ("Artsrun Hovhannisyan", "Armenia")
    assert entity.names == names


@pytest.mark.parametrize(
    "text",
    [
        "The President of Azerbaijan, Ilham Aliyev, spoke.",
        "He met Azerbaijani President Ilham Aliyev.",
        "Ilham Aliyev, the president of Azerbaijan, spoke.",
        "Azerbaijan's president, Ilham Aliyev, Armenia's premier, Nikol Pashinyan, and others spoke.",
        "An aide to Azerbaijan's deputy foreign minister Ilham Aliyev spoke.",
    ],
)
def test_a_text_says_for_whom_a_person_speaks(
    text: str, claims_from: MakeClaims, document: MakeDocument
) -> None:
    conflict = Conflict(parties=(Party("Armenia"), Party("Azerbaijan")))
    registers = resolve(claims_from("Ilham Aliyev"), [document(text)], conflict)
    assert [e.party for e in registers.entities if e.kind == "source"] == ["Azerbaijan"]


@pytest.mark.parametrize(
    "text",
    [
        "Former Azerbaijani President Ilham Aliyev spoke.",
        "After the attack on the Armenian army, Ilham Aliyev spoke.",
        "He criticised Azerbaijan. Ilham Aliyev, however, spoke.",
        "In Yerevan, President Ilham Aliyev spoke.",
        '"There are no Armenian militants," President Ilham Aliyev said.',
        "Those present were Ilham Aliyev, Armenia's premier, Nikol Pashinyan, and others.",
        "The Presidents of Armenia and Azerbaijan spoke; Ilham Aliyev did not.",
    ],
)
def test_a_text_that_does_not_say_so(text: str, claims_from: MakeClaims, document: MakeDocument) -> None:
    conflict = Conflict(parties=(Party("Armenia"), Party("Azerbaijan")))
    registers = resolve(claims_from("Ilham Aliyev"), [document(text)], conflict)
    assert [e.party for e in registers.entities if e.kind == "source"] == [None]

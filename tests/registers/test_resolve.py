"""What holds of every resolution, whatever the claims."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Claim, Conflict, Document, Gloss, Party, digest_of
from counterclaim.partial_date import PartialDate
from counterclaim.registers import RULES, resolve
from tests.registers.conftest import make_claim

NAMES = st.one_of(
    st.sampled_from(
        [
            "Armenia", "Azerbaijani Defence Ministry", "Defence Ministry", "the army", "rebels", "Baku",
            "Armenian National Security Service (NSS)", "NSS", "Ilham Aliyev", "Aliyev", "President Aliyev",
            "Aliyeva", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "HRW", "Human Rights Watch (HRW)",
            "Armenia/Artsakh", "Armenia and Azerbaijan", "President of Azerbaijan", "UN experts",
            "Peter Maurer, president of the ICRC", "Houthi fighters", "Congolese army", "Shushi", "Shusha",
            "town of Shusha", "Fuzuli", "Füzuli", "both sides",
        ]
    ),
    st.text(min_size=1, max_size=25).filter(str.strip),
)  # fmt: skip
SIDES = st.sampled_from([None, "Armenia", "Azerbaijan", "Houthis"])
CLAIMS = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.none() | NAMES,
            "source_side": SIDES,
            "party": st.none() | NAMES,
            "actor": st.none() | NAMES,
            "target": st.none() | NAMES,
            "place": st.none() | NAMES,
            "document": st.sampled_from([digest_of("one"), digest_of("two"), "unknown"]),
        }
    ),
    max_size=12,
).map(lambda rows: [make_claim(number, **dict[str, Any](row)) for number, row in enumerate(rows)])
CONFLICTS = st.sampled_from(
    [Conflict(), Conflict(parties=(Party("Armenia"), Party("Azerbaijan", aliases=("Baku",))))]
)
GLOSS = Gloss("Shusha", "Shusha", "Shusha or Shushi is a city in Azerbaijan.")
DOCUMENTS = [
    Document(
        "one",
        digest_of("one"),
        "text/plain",
        "President of Azerbaijan Ilham Aliyev",
        date=PartialDate("2020"),
    ),
    Document("two", digest_of("two"), "text/plain", "Nothing of note.", glosses=(GLOSS,)),
]


@given(CLAIMS, CONFLICTS)
@settings(deadline=None, max_examples=80)
def test_no_name_is_lost(claims: list[Claim], conflict: Conflict) -> None:
    registers = resolve(claims, DOCUMENTS, conflict)
    known = {entity.id: entity for entity in registers.entities}
    for claim in claims:
        for kind, name in (
            ("source", claim.source),
            ("source", claim.actor),
            ("party", claim.party),
            ("party", claim.source_side),
            ("place", claim.place),
        ):
            if name is not None:
                entity = known[registers.by_name[kind, name]]
                assert entity.kind == kind
                assert name in entity.names


@given(CLAIMS, CONFLICTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_order_does_not_matter(claims: list[Claim], conflict: Conflict, chance: random.Random) -> None:
    shuffled = chance.sample(claims, len(claims))
    one, other = resolve(claims, DOCUMENTS, conflict), resolve(shuffled, DOCUMENTS[::-1], conflict)
    assert (one, one.resolutions) == (other, other.resolutions)


@given(CLAIMS, CONFLICTS)
@settings(deadline=None, max_examples=60)
def test_each_entity_answers_to_its_names_and_each_name_has_its_rule(
    claims: list[Claim], conflict: Conflict
) -> None:
    registers = resolve(claims, DOCUMENTS, conflict)
    assert len({entity.id for entity in registers.entities}) == len(registers.entities)
    for entity in registers.entities:
        assert {registers.by_name[entity.kind, name] for name in (entity.name, *entity.names)} == {entity.id}
    explained = {(found.kind, found.name): found for found in registers.resolutions}
    assert explained.keys() == registers.by_name.keys()
    assert all(found.rule in RULES for found in explained.values())
    assert all(found.entity == registers.by_name[name] for name, found in explained.items())


def test_nothing_comes_of_nothing() -> None:
    assert resolve([], [], Conflict()).entities == ()

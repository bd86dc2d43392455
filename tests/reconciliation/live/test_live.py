"""A reconciliation that is kept up with its claims: after any change it is what reconciling anew gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Entity,
    Location,
    Reconciliation,
    Registers,
)
from counterclaim.reconciliation import Change, LiveReconciliation, reconcile
from counterclaim.reconciliation.incidents import MERGED, SPLIT, grouping
from counterclaim.reconciliation.live import regrouping
from counterclaim.reconciliation.live.common import CALLED, DECLARED, SHORT_FORMS
from tests.reconciliation.factories import WAR, count, document, event

TEXTS = ("a", "b", "c", "d", "e")
SPEAKERS: list[dict[str, Any]] = [
    {"source": "Defence Ministry", "source_side": "Norland"},
    {"source": "President", "source_side": "Norland"},
    {"source": "Sudmark", "source_side": "Sudmark"},
    {"source": "Observatory"},
    {"source": "Lowland Observatory (LO)"},
    {"source": "LO"},
    {"source": None},
]
DAYS = [
    ("2031-03-10", "2031-03-10"),
    ("2031-03-11", "2031-03-11"),
    ("2031-03-11", "2031-03-13"),
    (None, None),
]
TOLLS = [("2031-03-01", "2031-04-01"), ("2031-03", "2031-05-31"), (None, None)]
SENTENCE = (
    "the shelling of the town went on all day and the ministry said that many of those who lived there had "
    "fled before it began and that others were killed in their homes while the army stood by"
)
WORDS = tuple(SENTENCE.split())
KINDS = (
    "shelling",
    "clash",
    "ceasefire",
    "ceasefire_violation",
    "capture",
    "withdrawal",
    "accusation",
)


@dataclass
class Casebook:
    """Claims, texts and decisions as they are, beside the reconciliation that is kept up with them."""

    claims: dict[str, Claim] = field(default_factory=dict)
    overruled: dict[str, Claim] = field(default_factory=dict)
    texts: dict[str, Document] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    registers: Registers = field(default_factory=Registers)
    conflict: Conflict = WAR
    live: LiveReconciliation | None = None

    def begin(self, claims: Sequence[Claim], texts: Sequence[Document] = ()) -> None:
        self.claims, self.texts = {one.id: one for one in claims}, {one.digest: one for one in texts}
        self.live = LiveReconciliation(claims, self.conflict, self.registers, documents=texts)

    def change(
        self,
        *put: Claim,
        overruled: Sequence[Claim] = (),
        gone: Sequence[str] = (),
        texts: Sequence[Document] = (),
        withdrawn: Sequence[str] = (),
        decided: Sequence[Decision] = (),
        registers: Registers | None = None,
    ) -> Change:
        """Change them, and assert that what stands is what reconciling anew gives."""
        assert self.live
        self.registers = registers or self.registers
        self.decisions += tuple(decided)
        self.texts |= {one.digest: one for one in texts}
        for digest in withdrawn:
            self.texts.pop(digest, None)
        every = (*self.claims.values(), *self.overruled.values())
        out = [one.id for one in every if one.document in withdrawn]
        for claim in (*out, *gone, *(one.id for one in (*put, *overruled))):
            self.claims.pop(claim, None)
            self.overruled.pop(claim, None)
        self.claims |= {one.id: one for one in put}
        self.overruled |= {one.id: one for one in overruled}
        change = self.live.change(
            put=put,
            overruled=overruled,
            gone=gone,
            documents=texts,
            withdrawn=withdrawn,
            decisions=self.decisions,
            registers=registers,
        )
        self.check()
        return change

    def check(self) -> None:
        assert self.live
        assert_same(
            self.live.reconciliation,
            reconcile(
                list(self.claims.values()),
                self.conflict,
                self.registers,
                documents=list(self.texts.values()),
                overruled=list(self.overruled.values()),
                decisions=self.decisions,
            ),
        )


def assert_same(found: Reconciliation, wanted: Reconciliation) -> None:
    for each in fields(Reconciliation):
        assert getattr(found, each.name) == getattr(wanted, each.name), each.name


def begun(*claims: Claim, texts: Sequence[Document] = ()) -> Casebook:
    casebook = Casebook()
    casebook.begin(claims, texts)
    return casebook


# ---------------------------------------------------------------- any changes


@st.composite
def any_claim(draw: st.DrawFn) -> Claim:
    common: dict[str, Any] = {
        **draw(st.sampled_from(SPEAKERS)),
        "document": draw(st.sampled_from(TEXTS)),
        "anchor": draw(st.integers(0, 30)) * draw(st.sampled_from([40, 700])),
        "place": draw(st.sampled_from([None, "Aville", "Beton", "Norland"])),
        "stance": draw(st.sampled_from(["asserts"] * 5 + ["denies", "retracts"])),
        "reported_on": draw(st.sampled_from([None, "2031-03-10", "2031-03", "2032-01-01"])),
    }
    if draw(st.booleans()):
        first, last = draw(st.sampled_from(DAYS))
        sides = st.sampled_from([None, "Norland", "Sudmark"])
        return event(
            draw(st.sampled_from(KINDS)),
            actor=draw(sides),
            target=draw(sides),
            from_date=first,
            to_date=last,
            **common,
        )
    scope = draw(st.sampled_from(["cumulative", "incident"]))
    first, last = draw(st.sampled_from(TOLLS if scope == "cumulative" else DAYS))
    low = draw(st.sampled_from([3, 5, 7, 120]))
    return count(
        (low, draw(st.sampled_from([low, low, 130, None]))),
        draw(st.sampled_from(["killed", "killed", "wounded", "casualties"])),
        object=draw(st.sampled_from(["person", "person.military", "person.civilian"])),
        party=draw(st.sampled_from(["Norland", "Sudmark", None, "rebels", "Rebels"])),
        scope=scope, from_date=first, to_date=last, **common,
    )  # fmt: skip


@st.composite
def any_text(draw: st.DrawFn) -> Document:
    words = [*WORDS, *draw(st.lists(st.sampled_from(WORDS), max_size=12))]
    date = draw(st.sampled_from([None, "2031-03-12", "2031-03-20"]))
    return document(" ".join(words), name=draw(st.sampled_from(TEXTS)), date=date)


def claims_up_to(number: int) -> st.SearchStrategy[list[Claim]]:
    return st.lists(any_claim(), min_size=number // 2, max_size=number, unique_by=lambda one: one.id)


def one_change(data: st.DataObject, casebook: Casebook) -> dict[str, Any]:
    """Arguments of `Casebook.change`."""
    known = sorted(casebook.claims)
    kinds = ["put", "put", "gone", "corrected", "text", "withdrawn", "rejected", "decided"]
    kind = data.draw(st.sampled_from(kinds))
    if kind == "text":
        return {"texts": [data.draw(any_text())]}
    if kind == "withdrawn":
        return {"withdrawn": [data.draw(st.sampled_from(TEXTS))]}
    if kind == "put" or not known:
        return {"put": data.draw(st.lists(any_claim(), min_size=1, max_size=3, unique_by=lambda one: one.id))}
    claim = casebook.claims[data.draw(st.sampled_from(known))]
    other = data.draw(st.sampled_from(known))
    number = len(casebook.decisions) + 1
    if kind == "gone":
        return {"gone": [claim.id]}
    if kind == "corrected":
        return {"put": [replace(claim, place="Beton", low=6 if claim.low else None)]}
    if kind == "rejected":
        rejected = Decision(number, "reject", (claim.id,), reason="a misprint")
        return {"overruled": [claim], "decided": [rejected]}
    action = data.draw(st.sampled_from(["pin", MERGED, SPLIT]))
    values = {"bound": "floor"} if action == "pin" else {"apart": [claim.id]}
    return {"decided": [Decision(number, action, (claim.id, other), values, "it is so")]}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(any_claim(), max_size=25, unique_by=lambda one: one.id),
    st.lists(any_text(), max_size=4),
    st.data(),
)
def test_what_stands_is_what_reconciling_anew_gives(
    claims: list[Claim], texts: list[Document], data: st.DataObject
) -> None:
    casebook = begun(*claims, texts=texts)
    for _ in range(data.draw(st.integers(1, 4))):
        arguments = one_change(data, casebook)
        casebook.change(*arguments.pop("put", ()), **arguments)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_claim(), min_size=20, max_size=60, unique_by=lambda one: one.id), st.data())
def test_incidents_stand_where_only_the_newest_are_looked_at(
    claims: list[Claim], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(grouping, "MOST_GROUPS", 2)
        patched.setattr(regrouping, "MOST_GROUPS", 2)
        casebook = begun(*claims)
        for _ in range(2):
            arguments = one_change(data, casebook)
            casebook.change(*arguments.pop("put", ()), **arguments)


AREA = Location(4, "declared", "", kind="region", country="Norland")
INSIDE = Location(1, "declared", "", kind="town", country="Norland", region="Vale", district="Beton")
NAMED: list[tuple[str, Entity]] = [
    ("Aville", Entity("place 1", "place", "Aville", latitude=9.0, longitude=-0.05, location=INSIDE)),
    ("Beton", Entity("place 2", "place", "Beton", latitude=9.04, longitude=-0.04, location=AREA)),
    ("Beton", Entity("place 1", "place", "Aville", latitude=9.0, longitude=-0.05, location=INSIDE)),
    ("Norland", Entity("place 3", "place", "Norland", location=Location(6, "declared", "", kind="country"))),
    ("rebels", Entity("rebels", "party", "Rebel Movement")),
    ("Rebels", Entity("rebels", "party", "Rebel Movement")),
    ("Observatory", Entity("observatory", "source", "Observatory", party="Sudmark")),
    ("Defence Ministry", Entity("president", "source", "President")),
    ("President", Entity("president", "source", "President")),
    ("Sudmark", Entity("sudmark", "source", "Sudmark", party="Sudmark")),
]


def registers_of(known: Sequence[tuple[str, Entity]]) -> Registers:
    by_name = {(entity.kind, name): entity for name, entity in known}
    entities = {entity.id: entity for entity in by_name.values()}
    ids = {(str(kind), name): entity.id for (kind, name), entity in by_name.items()}
    return Registers(tuple(entities.values()), ids)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(claims_up_to(30), st.booleans(), st.data())
def test_what_stands_goes_on_with_other_registers(
    claims: list[Claim], declared: bool, data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from(NAMED), unique_by=lambda one: (one[0], one[1].kind)).map(registers_of)
    conflict = WAR if declared else Conflict("A war", start=WAR.start)
    casebook = Casebook(registers=data.draw(some), conflict=conflict)
    casebook.begin(claims)
    for _ in range(3):
        casebook.change(*data.draw(st.lists(any_claim(), max_size=1)), registers=data.draw(some))


# ---------------------------------------------------------------- what a change crosses over to


def test_one_more_claim_touches_its_own_series_and_group_alone() -> None:
    claims = [
        count(40 + day, place=f"P{place}", document=f"d{place} {day}", to_date=f"2031-04-{day:02}")
        for place in range(30)
        for day in range(1, 5)
    ]
    change = begun(*claims).change(count(60, place="P7", document="new", to_date="2031-04-20"))
    assert change == Change(claims=5, findings=2)  # its identifier changes with the last day that it covers


def test_a_copy_of_a_text_joins_two_origins() -> None:
    text = document(" ".join(WORDS), name="a", date="2031-03-12")
    other = document(
        " ".join([*WORDS[:-4], "at", "the", "border", "today", "then"]), name="b", date="2031-03-13"
    )
    casebook = begun(
        count(7, document="a", source="Observatory"), count(7, document="b", source="UN"), texts=[text]
    )
    assert casebook.change(texts=[replace(other, text="Nothing of that.")]).findings <= 1
    assert casebook.live and casebook.live.reconciliation.findings[0].origins == 2
    casebook.change(texts=[other])
    assert casebook.live.reconciliation.findings[0].origins == 1
    third = replace(other, digest="c", name="c", date=None)
    casebook.change(count(7, document="c", source="Red Cross"), texts=[third])
    casebook.change(withdrawn=["a"])
    assert casebook.live.reconciliation.findings[0].origins == 1


def test_a_claim_bridges_two_incidents() -> None:
    def shelling(day: str, place: str, **values: Any) -> Claim:
        return event("shelling", place=place, from_date=day, to_date=day, document=f"{place} {day}", **values)

    casebook = begun(
        shelling("2031-03-10", "Aville", actor="Norland", target="Sudmark"),
        shelling("2031-03-12", "Aville", actor="Norland", target="Sudmark"),
    )
    assert casebook.live and len(casebook.live.reconciliation.incidents) == 2
    bridge = event(
        "shelling", place="Aville", actor="Norland", target="Sudmark", from_date="2031-03-10",
        to_date="2031-03-12", document="bridge",
    )  # fmt: skip
    assert casebook.change(bridge).incidents
    casebook.change(gone=[bridge.id])
    assert len(casebook.live.reconciliation.incidents) == 2


def test_a_whole_joins_two_groups_of_parts() -> None:
    killed = count(50, "killed", place="Aville", document="a", source="Norland army", source_side="Norland")
    missing = count(70, "wounded", place="Aville", document="b", source="Norland army", source_side="Norland")
    casebook = begun(killed, missing)
    whole = count(90, "casualties", place="Aville", document="c", source="UN")
    assert casebook.change(whole).findings == 3
    assert casebook.live and casebook.live.reconciliation.contradictions
    casebook.change(gone=[whole.id])
    assert not casebook.live.reconciliation.contradictions


def test_a_number_beside_another_becomes_a_part_of_a_list() -> None:
    text = document("In all twelve people and ten patients were killed.", name="a")
    ten = count(10, object="person.patient", document="a", quote=text.text, anchor=text.text.index("ten"))
    twelve = count(12, object="person", document="a", quote=text.text, anchor=text.text.index("twelve"))
    casebook = begun(twelve, count(11, object="person", document="b"), texts=[text])
    casebook.change(ten)
    casebook.change(gone=[ten.id])


def test_a_new_opponent_concerns_its_own_claims_alone() -> None:
    of_eastria = count(50, party="Eastria", source="Westria army", source_side="Westria")
    others = [count(90, document=f"d{place}", place=f"P{place}", source="Sudmark army") for place in range(9)]
    casebook = Casebook(conflict=Conflict("A war", start=WAR.start, end=WAR.end))
    casebook.begin([of_eastria, *others])
    assert casebook.live
    change = casebook.change(event("shelling", document="n", actor="Westria", target="Eastria"))
    assert change.findings == 1 and not change.whole
    (found,) = (one for one in casebook.live.reconciliation.findings if one.series.party == "Eastria")
    assert [weighing.rule for weighing in found.weighings] == ["enemy"]


# ---------------------------------------------------------------- what changes for all


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (count(3, document="n", source="Lowland Observatory (LO)"), SHORT_FORMS),
        (count(3, document="n", party="Rebels"), CALLED),
    ],
)
def test_what_all_claims_are_compared_by_changes_everything(claim: Claim, why: str) -> None:
    casebook = begun(count(4, party="rebels"), count(5, document="b", source="LO"))
    assert casebook.change(claim).whole == why
    assert casebook.change(gone=[claim.id]).whole == why


def test_a_settled_series_teaches_the_estimates_of_all_others() -> None:
    early: dict[str, Any] = {"source": "Sudmark army", "source_side": "Sudmark", "reported_on": "2031-06-10"}
    late: dict[str, Any] = {"source": "Lowlands Monitor", "reported_on": "2032-01-20"}
    casebook = begun(
        count(4000, document="a", place="Aville", **early),
        count(3000, document="b", place="Beton", **early),
        count(1400, document="c", place="Beton", source="Observatory", reported_on="2031-06-10"),
        count(500, document="d", place="Ceville", source="Observatory"),
    )
    assert casebook.live
    before = {one.finding: one for one in casebook.live.reconciliation.estimates}
    assert casebook.change(count(1000, document="e", place="Aville", **late)).findings == 3
    after = {one.finding: one for one in casebook.live.reconciliation.estimates}
    assert sum(before[finding] != after[finding] for finding in before) == 2
    casebook.change(count(900, document="f", place="Beton", source="UN"))
    casebook.change(count(990, document="g", place="Aville", **late))


def test_what_the_registers_say_of_the_conflict_itself_changes_everything() -> None:
    known = registers_of([("Norland", Entity("norland", "party", "Norland Republic"))])
    assert begun(count(4), count(5, document="b")).change(registers=known).whole == DECLARED

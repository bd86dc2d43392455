"""Which claims are reports of one event, measured on an annotated grouping."""

import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from counterclaim.model import Claim, Decision, Entity, Incident, Location, Reason, Reconciliation, Registers
from counterclaim.reconciliation import reconcile
from counterclaim.reconciliation.incidents import MERGED, SPLIT
from tests.reconciliation.factories import WAR, count, document, event

ANNOTATED = tomllib.loads(Path(__file__).with_name("grouping.toml").read_text(encoding="utf-8"))


def registers() -> Registers:
    """Where the annotated places lie."""
    entities = []
    for name, place in ANNOTATED["place"].items():
        country, region, district = (*place["areas"], None, None)[:3]
        location = Location(
            place["precision"], "given", "given", country=country, region=region, district=district
        )
        latitude, longitude = place["at"]
        entities.append(
            Entity(name, "place", name, latitude=latitude, longitude=longitude, location=location)
        )
    return Registers(tuple(entities), {("place", entity.name): entity.id for entity in entities})


def made(row: dict[str, Any]) -> Claim:
    values = {key: value for key, value in row.items() if key != "incident"}
    values.setdefault("to_date", values.get("from_date"))
    values.setdefault("from_date", None)
    values.setdefault("anchor", values.get("start", 0))
    if "event_type" in values:
        return event(values.pop("event_type"), **values)
    bounds = values.pop("low", None), values.pop("high", None)
    return count(bounds, **{"party": None, "scope": "incident", **values})


CLAIMS = [(row["incident"], made(row)) for row in ANNOTATED["claim"]]


@cache
def result() -> Reconciliation:
    return reconcile([claim for _, claim in CLAIMS], WAR, registers())


def incident_of(label: str) -> Incident:
    """The incident that holds the first claim of a label."""
    first = next(claim.id for name, claim in CLAIMS if name == label)
    return next(one for one in result().incidents if first in {report.claim for report in one.reports})


def pairs_found(incidents: tuple[Incident, ...]) -> set[frozenset[str]]:
    return {
        frozenset(pair) for one in incidents for pair in combinations([each.claim for each in one.reports], 2)
    }


def test_the_annotated_grouping_is_found() -> None:
    """Pairwise precision and recall; of this set alone, which is small and was written by us."""
    right = {
        frozenset((one.id, other.id))
        for (label, one), (another, other) in combinations(CLAIMS, 2)
        if label and label == another
    }
    found = pairs_found(result().incidents)
    labels = {claim.id: label for label, claim in CLAIMS}
    wrong = [sorted(labels[one] for one in pair) for pair in found - right]
    missed = [sorted(labels[one] for one in pair) for pair in right - found]
    precision, recall = len(found & right) / len(found), len(found & right) / len(right)
    assert precision >= 0.95, wrong
    assert recall >= 0.9, missed


def test_the_order_of_the_claims_does_not_matter() -> None:
    backwards = reconcile([claim for _, claim in reversed(CLAIMS)], WAR, registers())
    assert backwards.incidents == result().incidents


def test_both_sides_of_an_event_stand_in_it_with_their_differences() -> None:
    market = incident_of("market")
    assert (market.event_type, market.from_date, market.place) == ("shelling", "2031-03-10", "Halvik")
    assert {dispute.about for dispute in market.disputes} >= {"type", "actor", "denial", "deaths"}
    (actors,) = [dispute.positions for dispute in market.disputes if dispute.about == "actor"]
    assert [words for words, _ in actors] == ["Sudmark", "Norland"]


def test_a_copied_sentence_and_a_side_heard_twice_are_one_origin() -> None:
    market = incident_of("market")
    texts = {claim.id: claim.document for _, claim in CLAIMS}
    ministry = [one for one in market.reports if texts[one.claim] in ("wire", "copy")]
    assert len(ministry) == 4 and sum(one.origin is None for one in ministry) == 1
    assert market.origins == 4, "the ministry, the other side's command, the monitor, the review's own voice"


def test_each_report_says_what_it_was_joined_to_and_why() -> None:
    market = incident_of("market")
    members = {report.claim for report in market.reports}
    assert market.reports[0].joined is None
    for report in market.reports[1:]:
        assert report.joined in members and report.points >= 5 and report.reason


# ---------------------------------------------------------------- what reviewers decide


def decided(*decisions: Decision) -> tuple[Incident, ...]:
    return reconcile([claim for _, claim in CLAIMS], WAR, registers(), decisions=decisions).incidents


def claims_of(incidents: Sequence[Incident], claim: str) -> set[str]:
    return next(
        members for one in incidents if claim in (members := {report.claim for report in one.reports})
    )


def test_a_merge_joins_two_incidents_and_says_by_which_decision() -> None:
    one, other = incident_of("market"), incident_of("bridge")
    merged = decided(Decision(7, MERGED, (one.reports[0].claim, other.reports[0].claim)))
    together = claims_of(merged, one.reports[0].claim)
    assert together == {report.claim for report in (*one.reports, *other.reports)}
    (incident,) = [each for each in merged if each.id == one.id]
    assert {report.claim for report in incident.reports if report.decision == 7} == {
        report.claim for report in other.reports
    }
    assert all(report.joined in together for report in incident.reports[1:])


def test_a_split_takes_claims_out_and_survives_a_new_report() -> None:
    market = incident_of("market")
    claims = tuple(report.claim for report in market.reports)
    split = Decision(3, SPLIT, claims, {"apart": claims[-2:]})
    assert claims_of(decided(split), claims[-1]) == set(claims[-2:])
    assert claims_of(decided(split), claims[0]) == set(claims[:-2])
    late = event("shelling", document="late", place="Halvik", actor="Sudmark", source="Red Cross")
    again = reconcile([*(claim for _, claim in CLAIMS), late], WAR, registers(), decisions=[split])
    assert late.id in claims_of(again.incidents, claims[0])
    assert claims_of(again.incidents, claims[-1]) == set(claims[-2:])


def test_what_is_taken_back_leaves_no_trace() -> None:
    one, other = incident_of("market"), incident_of("bridge")
    merged = Decision(1, MERGED, (one.reports[0].claim, other.reports[0].claim))
    assert decided(merged, Decision(2, "undone", merged.claims, undoes=1)) == result().incidents


def test_a_decision_about_claims_that_are_gone_is_passed_over() -> None:
    gone = (Decision(1, MERGED, ("gone", "too")), Decision(2, SPLIT, ("gone",), {"apart": ["gone"]}))
    assert decided(*gone) == result().incidents


def test_the_first_claim_may_be_split_off() -> None:
    market = incident_of("market")
    claims = tuple(report.claim for report in market.reports)
    split = decided(Decision(1, SPLIT, claims, {"apart": claims[:1]}))
    (rest,) = [one for one in split if claims[1] in {report.claim for report in one.reports}]
    assert rest.reports[0].joined is None and len(rest.reports) == len(claims) - 1


# ---------------------------------------------------------------- cost and edges


def test_a_claim_without_its_day_joins_nothing_where_two_events_fit() -> None:
    days = [event("shelling", document=str(day), place="Halvik", from_date=f"2031-04-{day:02}",
                  to_date=f"2031-04-{day:02}") for day in (10, 20)]  # fmt: skip
    vague = event("shelling", document="z", place="Halvik", from_date=None, to_date=None)
    incidents = reconcile([*days, vague], WAR, registers()).incidents
    assert [len(one.reports) for one in incidents] == [1, 1, 1]


def test_copies_of_a_text_are_joined_where_it_names_no_place() -> None:
    words = "Nineteen rockets fell on the barracks of the seventh brigade shortly before dawn, officials said"
    texts = tuple(document(words, name) for name in "ab")
    claims = [event("missile_attack", document=text.name, quote=words) for text in texts]
    (incident,) = reconcile(claims, WAR, registers(), documents=texts).incidents
    assert (incident.origins, incident.mentions) == (1, 2)


def test_a_list_of_an_attackers_own_dead_is_no_report_of_its_attack() -> None:
    """The place of the list was carried over from the sentence before it."""
    attack = event(
        "missile_attack", place="Halvik", actor="Sudmark", target="Norland", document="a", anchor=5
    )
    listed = count(
        429, document="a", anchor=2000, start=1990, place="Halvik", party="Sudmark", scope="incident",
        from_date="2031-03-10", to_date="2031-03-10", source="Sudmark", source_side="Sudmark",
        reasons=(Reason("place", "carried", 5, 11),),
    )  # fmt: skip
    dead = count(
        9, document="b", place="Halvik", party="Norland", scope="incident", from_date="2031-03-10",
        to_date="2031-03-10", source="Observatory",
    )  # fmt: skip
    incidents = reconcile([attack, listed, dead], WAR, registers()).incidents
    assert claims_of(incidents, attack.id) == {attack.id, dead.id}
    assert len(incidents) == 1, "a list of the dead of a war is no event of its own"

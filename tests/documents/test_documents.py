"""The annotated documents are what their guide says: legal values, quotes that are there, no strays."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.model import CLAIM_FIELDS
from counterclaim.partial_date import PartialDate

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.jsonl"))

FIELDS = [field for field in CLAIM_FIELDS if field not in ("start", "end")]
COUNT_FIELDS = {"measure", "object", "approx", "scope"}
EVENT_FREE = COUNT_FIELDS | {"low", "high", "party"}
"""Fields that an event leaves null."""

MEASURES = {
    "person": "killed wounded missing captured detained deserted displaced casualties deployed other",
    "materiel": "destroyed damaged captured abandoned lost deployed other",
    "structure": "destroyed damaged captured other",
    "settlement": "destroyed damaged captured other",
    "incident": "violations other",
    "money": "cost other",
}
OBJECTS = {
    "person": "military civilian journalist mercenary peacekeeper medic child",
    "materiel": (
        "tank afv artillery mlrs air_defence missile_launcher aircraft helicopter uav vehicle ship depot "
        "command_post"
    ),
    "structure": "house apartment_building school hospital religious infrastructure",
    "settlement": "city town village",
    "incident": "",
    "money": "",
}
EVENT_TYPES = (
    "clash shelling air_strike missile_attack bombing attack_on_civilians capture withdrawal ceasefire "
    "ceasefire_violation agreement talks prisoner_exchange mobilisation deployment displacement protest "
    "arrest dismissal appointment legislation sanction diplomatic_protest cyber_attack disinformation "
    "accusation statement aid ceremony other"
)


def body(name: str) -> str:
    _, _, text = (HERE / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return text


def claims(name: str) -> list[dict[str, Any]]:
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def front_matter(name: str) -> dict[str, str]:
    _, head, _ = (HERE / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.splitlines())


def test_each_document_has_its_claims_and_its_half() -> None:
    texts = sorted(path.stem for path in HERE.glob("*.md") if path.stem != "README")
    assert texts == NAMES
    assert all(name.startswith(("dev-", "held-")) for name in NAMES)


def test_no_document_is_there_twice() -> None:
    topics = [name.split("-", 1)[1] for name in NAMES]
    assert len(set(topics)) == len(topics)
    assert len({body(name) for name in NAMES}) == len(NAMES)


def test_the_readme_lists_every_document() -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| {name} |" not in readme] == []


@pytest.mark.parametrize("name", NAMES)
def test_front_matter(name: str) -> None:
    head = front_matter(name)
    assert list(head) in (["modelled_on", "date"], ["modelled_on"])  # histories have no date
    assert head["modelled_on"].startswith(("http://", "https://"))
    assert "date" not in head or PartialDate(head["date"]).precision == "day"


@pytest.mark.parametrize("name", NAMES)
def test_size(name: str) -> None:
    assert 120 <= len(body(name).split()) <= 450
    assert 6 <= len(claims(name)) <= 34


@pytest.mark.parametrize("name", NAMES)
def test_each_quote_stands_once_in_its_text(name: str) -> None:
    text = body(name)
    for claim in claims(name):
        assert text.count(claim["quote"]) == 1, claim["quote"]
        assert claim["quote"] == claim["quote"].strip() != ""


@pytest.mark.parametrize("name", NAMES)
def test_fields_and_vocabulary(name: str) -> None:
    for claim in claims(name):
        assert list(claim) == FIELDS
        assert claim["document"] == name
        assert claim["stance"] in ("asserts", "denies", "retracts")
        assert claim["hedge"] in (None, "alleged", "reported", "unconfirmed")
        assert claim["source"] or not claim["source_side"]
        if claim["kind"] == "count":
            check_count(claim)
        else:
            assert claim["kind"] == "event"
            assert claim["event_type"] in EVENT_TYPES.split()
            assert {field for field in EVENT_FREE if claim[field] is not None} == set()


def check_count(claim: dict[str, Any]) -> None:
    family, _, kind = claim["object"].partition(".")
    assert kind in ("", *OBJECTS[family].split())
    assert claim["measure"] in MEASURES[family].split()
    assert claim["scope"] in ("cumulative", "incident")
    assert isinstance(claim["approx"], bool)
    assert claim["event_type"] is None
    assert claim["target"] is None
    low, high = claim["low"], claim["high"]
    assert low is not None or high is not None
    assert all(bound is None or (type(bound) is int and bound >= 0) for bound in (low, high))
    assert low is None or high is None or low <= high


@pytest.mark.parametrize("name", NAMES)
def test_dates(name: str) -> None:
    published = front_matter(name).get("date")
    for claim in claims(name):
        dates = {key: claim[key] for key in ("reported_on", "from_date", "to_date") if claim[key]}
        first = {key: PartialDate(value).first for key, value in dates.items()}
        last = {key: PartialDate(value).last for key, value in dates.items()}
        if published is not None:
            assert first["reported_on"] <= PartialDate(published).last, claim["quote"]
        if {"from_date", "to_date"} <= dates.keys():
            assert first["from_date"] <= last["to_date"], claim["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_stands_twice(name: str) -> None:
    """Two claims may be alike only where one clause names two like things without a number."""
    rows = [json.dumps(claim, sort_keys=True) for claim in claims(name)]
    doubled = {row for row in rows if rows.count(row) > 1}
    assert {json.loads(row)["low"] for row in doubled} <= {1}

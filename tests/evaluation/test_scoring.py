"""Pairing and scores on small cases whose numbers are worked out by hand, and beside the shared scorer."""

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from counterclaim.evaluation import evaluate, read_annotations
from counterclaim.evaluation.agreement import Row
from counterclaim.evaluation.kappa import cohens_kappa, kappas
from counterclaim.evaluation.pairing import pair_claims
from counterclaim.evaluation.scoring import score
from tests.evaluation.test_agreement import count, event

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "tools" / "score_claims.py"


def test_a_prediction_serves_one_gold_claim() -> None:
    twice = [count(), count()]
    pairing = pair_claims("d", twice, [count()])
    assert (len(pairing.pairs), len(pairing.missed), len(pairing.extra)) == (1, 1, 0)


def test_the_better_agreement_pairs() -> None:
    gold = [count(party="Norland"), count(party="Sudland")]
    predicted = [count(party="Sudland"), count(party="Norland")]
    pairing = pair_claims("d", gold, predicted)
    assert [(pair.gold["party"], pair.predicted["party"]) for pair in pairing.pairs] == [
        ("Norland", "Norland"),
        ("Sudland", "Sudland"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        count(quote="a bridge over the river fell"),
        {**count(), "kind": "event", "event_type": "clash"},
        count(low=90, high=90),
    ],
    ids=["other words", "other kind", "other number"],
)
def test_what_cannot_pair(other: Row) -> None:
    pairing = pair_claims("d", [count()], [other])
    assert (pairing.pairs, len(pairing.missed), len(pairing.extra)) == ((), 1, 1)


def test_scores() -> None:
    gold = [
        count(quote="one", low=1, high=1),
        count(quote="two", low=20, high=20, party="Sudland"),
        count(quote="three", low=300, high=300),
        count(quote="four", low=4000, high=4000),
        event(),
    ]
    predicted = [
        count(quote="one", low=1, high=1, scope="cumulative"),
        count(quote="two", low=20, high=20),
        count(quote="three", low=300, high=300, measure="wounded"),
        event(),
        event(quote="elsewhere"),
    ]
    values = score([pair_claims("d", gold, predicted)]).values()
    assert values["documents"] == 1
    counts = values["count"]
    assert (counts["gold"], counts["predicted"]) == (4, 3)
    assert counts["value"] == {"precision": 1.0, "recall": 0.75, "f1": 0.857}
    assert counts["core"] == {"precision": 0.667, "recall": 0.5, "f1": 0.571}
    assert counts["full"] == {"precision": 0.333, "recall": 0.25, "f1": 0.286}
    # of the two that are right at `core`
    assert counts["attributes"]["party"] == 0.5
    assert counts["attributes"]["scope"] == 0.5
    assert counts["attributes"]["bounds"] == 1.0
    assert values["event"]["type"] == {"precision": 0.5, "recall": 1.0, "f1": 0.667}
    assert values["event"]["dated"]["f1"] == 0.667


def test_no_claims_at_all() -> None:
    values = score([pair_claims("d", [], [])]).values()
    assert values["count"]["value"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert values["count"]["attributes"] == {}


# ---------------------------------------------------------------- two annotators


@pytest.mark.parametrize(
    ("chosen", "kappa"),
    [
        ("aa aa bb bb", 1.0),
        ("ab ba ab ba", -1.0),
        ("aa ab ba bb", 0.0),
        # Cohen's formula by hand: 3 of 4 agree, and by chance (3 × 2 + 1 × 2) / 16 would
        ("aa aa ab bb", 0.5),
    ],
)
def test_kappa(chosen: str, kappa: float) -> None:
    assert cohens_kappa([(one[0], one[1]) for one in chosen.split()]) == pytest.approx(kappa)


@pytest.mark.parametrize("chosen", [[], [("a", "a"), ("a", "a")]])
def test_kappa_that_chance_explains(chosen: list[tuple[str, str]]) -> None:
    assert cohens_kappa(chosen) is None


def test_kappas_judge_claims_that_both_have() -> None:
    gold = [count(quote="one", low=1, high=1), count(quote="two", low=20, high=20, scope="cumulative")]
    predicted = [*gold, count(quote="three", low=300, high=300, scope="cumulative")]
    found = kappas([pair_claims("d", gold, predicted)])
    assert found["count"]["scope"] == 1.0
    assert found["count"]["stance"] is None


# ---------------------------------------------------------------- the scorer that lies beside the checkout


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(dict(row)) + "\n" for row in rows), encoding="utf-8")


def _altered(row: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """A claim with some fields changed, as a second annotator or an extractor might have it."""
    changes = {
        "low": 7, "high": None, "measure": "wounded", "object": "person", "party": "Kiev", "source": None,
        "stance": "denies", "scope": "incident", "place": "the city of Gaza", "to_date": "2020",
        "from_date": None, "event_type": "clash", "actor": "US forces",
        "quote": " ".join(str(row["quote"]).split()[1:]) or row["quote"],
    }  # fmt: skip
    return {
        **row,
        **{field: changes[field] for field in chance.sample(sorted(changes), chance.randint(0, 4))},
    }


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer does not lie beside this checkout")
@pytest.mark.parametrize("seed", range(3))
def test_the_shared_scorer_gives_the_same_numbers(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    gold = ROOT / "tests" / "documents"
    rows = [row for claims in read_annotations(gold).values() for row in claims]
    predicted = [_altered(row, chance) for row in rows if chance.random() < 0.9]
    _write(tmp_path / "predicted.jsonl", ({**row, "document": f"{row['document']}.md"} for row in predicted))
    command = [sys.executable, str(SCORER), str(gold), str(tmp_path / "predicted.jsonl"), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours = evaluate(gold, against=tmp_path / "predicted.jsonl").score.values()
    assert 0.2 < ours["count"]["core"]["f1"] < 0.95  # the case tells something
    assert ours == theirs

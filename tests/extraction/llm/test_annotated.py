"""Verification on the annotated documents: what is true passes, what is made up does not."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.count_range import CountRange
from counterclaim.extraction.llm.answers import read_answer
from counterclaim.extraction.llm.batches import batches
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.verifying import Verified, Verifier
from counterclaim.model import Conflict
from counterclaim.reading import read

DOCUMENTS = sorted((Path(__file__).parents[2] / "documents").glob("dev-*.md"))
Change = Callable[[dict[str, Any]], dict[str, Any]]


@cache
def evidence_of(path: Path) -> Evidence:
    return Evidence.of(next(iter(read(path))), Conflict())  # type: ignore[arg-type]


def verified(path: Path, change: Change) -> Verified:
    """The document's gold claims as a model's answer, each changed."""
    evidence = evidence_of(path)
    gold = [json.loads(line) for line in path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
    answered = [change({**claim, "paragraph": 1, "words": _words(claim)}) for claim in gold]
    answer = {
        "counts": [claim for claim in answered if claim["kind"] == "count"],
        "events": [claim for claim in answered if claim["kind"] == "event"],
    }
    verifier = Verifier(evidence)
    [whole] = batches(evidence.document.text, 1_000_000)
    verifier.take(whole, read_answer(json.dumps(answer)))
    return verifier.verified


def _words(claim: dict[str, Any]) -> str:
    """The words that a model copies: from the article on for a single thing, else the whole clause."""
    article = re.search(r"\b(an?|another) ", claim["quote"], re.IGNORECASE)
    is_one = claim["low"] == claim["high"] == 1
    return str(claim["quote"][article.start() :] if is_one and article else claim["quote"])


def kept_and_thrown_away(change: Change) -> tuple[int, int]:
    found = [verified(path, change) for path in DOCUMENTS]
    return sum(len(one.readings) for one in found), sum(len(one.thrown_away) for one in found)


def test_what_is_true_passes() -> None:
    kept, thrown_away = kept_and_thrown_away(lambda claim: claim)
    assert kept + thrown_away > 350
    assert kept / (kept + thrown_away) >= 0.95  # the rest: ships by their names, a number that is only denied


def _another_number(claim: dict[str, Any]) -> dict[str, Any]:
    raised = {end: claim[end] + 1_000_003 for end in ("low", "high") if claim.get(end) is not None}
    return {**claim, **raised, **({"words": "no such words"} if claim["kind"] == "event" else {})}


def test_made_up_numbers_quotes_and_sources_do_not_pass() -> None:
    lies: list[Change] = [
        _another_number,
        lambda claim: {**claim, "quote": f"{claim['quote']} again"},
        lambda claim: {**claim, "quote": claim["quote"].swapcase()},
        lambda claim: {**claim, "source": "Zubrowkan Ministry of Truth"},
    ]
    for lie in lies:
        kept, thrown_away = kept_and_thrown_away(lie)
        assert kept == 0 and thrown_away > 350


def test_a_turned_bound_changes_no_range() -> None:
    def turned(claim: dict[str, Any]) -> dict[str, Any]:
        return {**claim, "low": claim.get("high"), "high": claim.get("low")}

    for path in DOCUMENTS:
        straight = _ranges(path, lambda claim: claim)
        for anchor, found in _ranges(path, turned).items():
            assert straight.get(anchor, found) == found


def _ranges(path: Path, change: Change) -> dict[int, CountRange]:
    """The ranges of the counts that pass, by where their numbers stand."""
    claims = [one.claim for one in verified(path, change).readings]
    return {claim.anchor: claim.range for claim in claims if claim.kind == "count"}

"""A change of extraction's quality shows in the diff of benchmarks/baseline.json."""

import json
from collections.abc import Iterator
from typing import Any

from benchmarks.baseline import BASELINE, HALVES, reached


def test_the_baseline_is_what_extraction_reaches() -> None:
    noted = json.loads(BASELINE.read_text(encoding="utf-8"))
    changes = "\n".join(_changes(noted, reached()))
    assert not changes, f"run `make baseline` and commit benchmarks/baseline.json with the change:\n{changes}"


def test_both_halves_are_measured() -> None:
    noted = json.loads(BASELINE.read_text(encoding="utf-8"))
    assert all(noted[half]["documents"] >= 10 for half in HALVES)


def test_a_change_is_named() -> None:
    assert list(_changes({"a": {"f1": 0.5, "n": 3}}, {"a": {"f1": 0.6, "n": 3}})) == ["a f1: 0.5 → 0.6"]


def _changes(noted: Any, now: Any, path: str = "") -> Iterator[str]:
    """What differs between two nested tables, line by line."""
    if not (isinstance(noted, dict) and isinstance(now, dict)):
        if noted != now:
            yield f"{path.strip()}: {noted} → {now}"
        return
    for key in dict.fromkeys([*noted, *now]):
        yield from _changes(noted.get(key), now.get(key), f"{path} {key}")

"""The thresholds that hold extraction to its standard."""

from benchmarks.gold import shortfalls


def test_a_level_under_its_threshold_is_named() -> None:
    reached = {"count": {"value": {"f1": 0.84}, "core": {"f1": 0.8}}, "event": {"type": {"f1": 0.5}}}
    wanted = {"count": {"value": 0.85, "core": 0.8}, "event": {"type": 0.5}}
    assert list(shortfalls(reached, wanted)) == ["count value: F1 0.840 is under 0.850"]

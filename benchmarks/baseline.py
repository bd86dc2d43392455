"""Write down what extraction reaches on this repository's own annotated documents.

    python benchmarks/baseline.py

`make baseline` runs it. A test fails while baseline.json says something else than what is reached, so that a
change of extraction carries its change of quality in its own diff. Of the held half nothing but the sums is
looked at: nobody tunes on it.
"""

import json
from pathlib import Path
from typing import Any

from counterclaim.evaluation import evaluate

ROOT = Path(__file__).parents[1]
BASELINE = ROOT / "benchmarks" / "baseline.json"
DOCUMENTS = ROOT / "tests" / "documents"
HALVES = ("dev-*", "held-*")


def main() -> None:
    """Write baseline.json anew."""
    BASELINE.write_text(json.dumps(reached(), indent=2) + "\n", encoding="utf-8")


def reached() -> dict[str, Any]:
    """The score of each half of the documents, by the pattern of their names."""
    return {half: evaluate(DOCUMENTS, only=[half]).score.values() for half in HALVES}


if __name__ == "__main__":
    main()

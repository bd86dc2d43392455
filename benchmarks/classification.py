"""Score `counterclaim.classify_event` on labelled snippets.

    python benchmarks/classification.py FILE...

Each line of a FILE holds a label and a snippet with a tab between them, in either order; a label is an
ACLED sub-event type, or the code for one in the shared task 2 of CASE 2021. Lines with other labels are
left out and counted. Printed is the F1 of each type and their mean, weighted by how often each is there.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from counterclaim import SubEventType, classify_event

Labelled = tuple[SubEventType, str]
_LABELS = {**{kind.case_code: kind for kind in SubEventType}, **{str(kind): kind for kind in SubEventType}}


def labelled(path: Path) -> tuple[list[Labelled], int]:
    """The snippets of a file with their types, and the number of lines that have none of the types."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [pair for pair in map(_pair, rows) if pair]
    return found, len(rows) - len(found)


def _pair(cells: list[str]) -> Labelled | None:
    label = next((cell.strip() for cell in cells if cell.strip() in _LABELS), None)
    if label is None:
        return None
    return _LABELS[label], max((cell for cell in cells if cell.strip() != label), key=len, default="")


def f1_by_type(pairs: Iterable[tuple[SubEventType, SubEventType]]) -> dict[SubEventType, tuple[float, int]]:
    """For each type that is there its F1, 0 to 1, and how often it is there; pairs are (right, given)."""
    pairs = list(pairs)
    right, given = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    both = Counter(a for a, b in pairs if a == b)
    return {kind: (2 * both[kind] / (right[kind] + given[kind]), right[kind]) for kind in right}


def weighted(scores: dict[SubEventType, tuple[float, int]]) -> float:
    """The mean F1, each type weighted by how often it is there."""
    total = sum(times for _, times in scores.values())
    return sum(f1 * times for f1, times in scores.values()) / total if total else 0.0


def weighted_f1(path: Path) -> float:
    """The weighted F1 that is reached on a file, 0 to 1."""
    snippets, _ = labelled(path)
    return weighted(f1_by_type((kind, classify_event(text).sub_event_type) for kind, text in snippets))


def main(paths: list[Path]) -> int:
    """Print the scores of each file; the exit status."""
    for path in paths:
        snippets, others = labelled(path)
        scores = f1_by_type((kind, classify_event(text).sub_event_type) for kind, text in snippets)
        print(
            f"{path.name}: weighted F1 {weighted(scores):.3f} on {len(snippets)} snippets, {others} left out"
        )
        for kind, (f1, times) in sorted(scores.items()):
            print(f"  {f1:.2f}  {times:4d}  {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))

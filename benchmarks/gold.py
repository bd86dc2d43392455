"""Build a folder of gold documents, score the claims against the gold ones, and hold the thresholds.

    python benchmarks/gold.py GOLD_DIR SCORER

GOLD_DIR holds NAME.md beside NAME.jsonl; SCORER is the script that pairs predicted and gold claims.
It prints the scorer's table and exits 1 where an F1 lies under its value in thresholds.toml.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def main(gold: Path, scorer: Path) -> int:
    """Score the claims found in `gold`; the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "claims.jsonl"
        predicted.write_bytes(_claims(_documents(gold), Path(folder) / "case"))
        score = [sys.executable, str(scorer), str(gold), str(predicted)]
        subprocess.run(score, check=True)
        reached = json.loads(subprocess.run([*score, "--json"], check=True, capture_output=True).stdout)
    short = list(shortfalls(reached, tomllib.loads((HERE / "thresholds.toml").read_text(encoding="utf-8"))))
    print("\n".join(short) or "every threshold is held")
    return 1 if short else 0


def shortfalls(reached: Mapping[str, Any], wanted: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The levels whose F1 lies under its threshold, in words."""
    for kind, levels in wanted.items():
        for level, least in levels.items():
            f1 = reached[kind][level]["f1"]
            if f1 < least:
                yield f"{kind} {level}: F1 {f1:.3f} is under {least:.3f}"


def _documents(gold: Path) -> list[Path]:
    """The documents for which there are gold claims."""
    return [path.with_suffix(".md") for path in sorted(gold.glob("*.jsonl"))]


def _claims(documents: list[Path], casebook: Path) -> bytes:
    """The claims of the documents as lines of JSON, by the commands that a person uses."""
    command = str(Path(sys.executable).with_name("counterclaim"))
    build = [command, "build", *map(str, documents), "-o", str(casebook)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    export = [command, "export", str(casebook), "--format", "jsonl"]
    return subprocess.run(export, check=True, capture_output=True).stdout


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

#!/usr/bin/env python3
"""How fast extraction is, beside programs that do a part of its job, on one core.

usage: extraction_speed.py [--copies N] [--rounds N] [--seconds S] [--json]

The text is the corpus beside this checkout (../shared/corpus/article-clean.txt) or, where there is none,
that of the example casebook and of tests/documents; every program gets N copies of it, one after the other.
Time is the process's own (CPU seconds), so that other work on the machine does not count; what a program
loads before its first text does not count either. Of several rounds, in which the programs take turns, each
program's best counts. A program that needs longer than S seconds gets no more copies than fit in.

On top stands whether Counterclaim is compiled (`make speed-compiled` compiles it), and a digest of what it
finds, which is the same either way.

The peers are the dependency group `bench`: python -m pip install --group bench. Missing ones are named.
"""

import argparse
import gc
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "article-clean.txt"
OURS = "counterclaim"
YARDSTICK = "spacy"
TARGET = 1 / 3  # of the yardstick's throughput
_WHY = "benchmarks/README.md says what stands between"

_FIRST = 2000  # characters that a program gets before it is timed, so that it loads what it needs

Work = Callable[[str], object]


# ---------------------------------------------------------------- the programs


def _counterclaim() -> Work:
    from counterclaim.extraction import extract
    from counterclaim.model import Document

    return lambda text: extract(Document("text", "0" * 64, "text/plain", text))


def _spacy() -> Work:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = sys.maxsize
    return lambda text: [sentence.end for sentence in pipeline(text).sents]


def _timexy() -> Work:
    import spacy
    import timexy  # noqa: F401 (it registers its component)

    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy")
    pipeline.max_length = sys.maxsize
    return lambda text: pipeline(text).ents


def _dateparser() -> Work:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def _quantulum3() -> Work:
    from quantulum3 import parser

    return lambda text: parser.parse(text)


PROGRAMS: Mapping[str, tuple[str, Callable[[], Work]]] = {
    OURS: ("extract: counts and events, with sources, dates and places", _counterclaim),
    YARDSTICK: ("blank English pipeline with sentencizer: splits and tokenises", _spacy),
    "timexy": ("finds dates and durations", _timexy),
    "quantulum3": ("finds quantities", _quantulum3),
    "dateparser": ("search_dates: finds dates", _dateparser),
}
"""Each program: what it does, and what makes the function that does it on a text."""


# ---------------------------------------------------------------- measuring


@dataclass(slots=True)
class Speed:
    """A program's best round: bytes of UTF-8, CPU seconds, and how often the text was gone through."""

    size: int
    seconds: float
    copies: int

    @property
    def rate(self) -> float:
        """Megabytes (a million bytes) a second."""
        return self.size / self.seconds / 1e6


def measure(text: str, copies: int, rounds: int, budget: float) -> tuple[dict[str, Speed], list[str]]:
    """Each program's best round, and the names of those that are not installed."""
    ready: dict[str, Work] = {}
    missing: list[str] = []
    for name, (_, prepare) in PROGRAMS.items():
        try:
            ready[name] = prepare()
        except ImportError:
            if name == OURS:
                raise
            missing.append(name)
    for work in ready.values():
        work(text[:_FIRST])
    gc.collect()
    gc.freeze()  # so that no program's garbage collection goes through what the others have loaded
    best: dict[str, Speed] = {}
    for _ in range(rounds):
        for name, work in ready.items():
            speed = _round(work, text, copies, budget)
            if name not in best or speed.rate > best[name].rate:
                best[name] = speed
    return best, missing


def _round(work: Work, text: str, copies: int, budget: float) -> Speed:
    size, done = len(text.encode()), 0
    start = now = time.process_time()
    while done < copies and now - start < budget:
        work(text)
        done, now = done + 1, time.process_time()
    return Speed(size * done, now - start, done)


def growth(text: str, copies: int) -> tuple[float, float]:
    """CPU seconds that extraction takes for one document of `copies` copies, and for one of twice as many."""
    work = _counterclaim()
    once, twice = (_round(work, "\n\n".join([text] * n), 1, 0.1).seconds for n in (copies, 2 * copies))
    return once, twice


def main() -> None:
    """Measure and print."""
    options = _options()
    _stay_on_one_core()
    text, where = corpus()
    speeds, missing = measure(text, options.copies, options.rounds, options.seconds)
    grown = growth(text, options.copies)
    if options.json:
        rates = {name: {**asdict(speed), "rate": speed.rate} for name, speed in speeds.items()}
        found = {"text": where, "programs": rates, "missing": missing, "growth": grown}
        print(json.dumps({**found, "compiled": is_compiled()}))
        return
    size, form = f"{len(text.encode()):,} bytes", "compiled" if is_compiled() else "plain Python"
    print(f"{options.copies} copies of {where} ({size}), one core, best of {options.rounds}")
    print(f"{OURS} is {form} and finds {found_in(text)}\n")
    print("\n".join(_table(speeds)))
    if missing:
        print(f"\nnot installed: {', '.join(missing)} (python -m pip install --group bench)")
    once, twice = grown
    print(f"\none document of {options.copies} copies: {once:.1f} s; of {2 * options.copies}: {twice:.1f} s")
    print(f"twice the text takes {twice / once:.2f} times the time")


def found_in(text: str) -> str:
    """How many claims there are in a text, and a digest of all that extraction says of it."""
    from counterclaim.extraction import extract
    from counterclaim.model import Document, digest_of

    extraction = extract(Document("text", "0" * 64, "text/plain", text))
    return f"{len(extraction.claims)} claims ({digest_of(repr(extraction), length=12)})"


def is_compiled() -> bool:
    """Whether extraction is machine code here and not plain Python."""
    from counterclaim.extraction import tokens

    return not str(tokens.__file__).endswith(".py")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=50, help="how often the text is repeated")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    parser.add_argument("--seconds", type=float, default=20.0, help="what a program gets in a round, at most")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser.parse_args()


def _stay_on_one_core() -> None:
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    if hasattr(os, "sched_setaffinity"):  # not on macOS and Windows
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def corpus() -> tuple[str, str]:
    """The text to measure on, and what to call it."""
    if CORPUS.exists():
        return CORPUS.read_text(encoding="utf-8"), CORPUS.name
    ours = [
        path.read_text(encoding="utf-8")
        for folder in (ROOT / "examples" / "karabakh-2020" / "sources", ROOT / "tests" / "documents")
        for path in sorted(folder.iterdir())
        if path.suffix in (".md", ".txt") and path.stem != "README"
    ]
    bodies = (re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).strip() for text in ours)
    return "\n\n".join(bodies), "this repository's own documents"


def _table(speeds: Mapping[str, Speed]) -> Iterator[str]:
    ours, yardstick = speeds[OURS], speeds.get(YARDSTICK)
    yield f"{'':13} {'MB/s':>8} {'copies':>7} {'ours is':>9}"
    for name, speed in speeds.items():
        ratio = "" if name == OURS else f"{ours.rate / speed.rate:.2f} ×"
        yield f"{name:13} {speed.rate:>8.4f} {speed.copies:>7} {ratio:>9}  {PROGRAMS[name][0]}"
    if yardstick:
        reached = "reached" if ours.rate >= TARGET * yardstick.rate else f"not reached ({_WHY})"
        yield f"\ntarget: {TARGET:.2f} of {YARDSTICK}'s {yardstick.rate:.2f} MB/s: {reached}"


if __name__ == "__main__":
    main()

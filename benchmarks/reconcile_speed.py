#!/usr/bin/env python3
"""What reconciling costs: time, memory, how both grow, and what one more claim costs.

usage: reconcile_speed.py [--claims N ...] [--workers N ...] [--texts] [--one-more]

The claims are made up, the same in every run: N claims in N/20 series. Half of them are running tolls of a
party's losses in a province, 40 claims each, reported for later and later days by eight kinds of sources; the
other half are about events in towns, 40 claims each: the event itself, its dead, its wounded and what was
destroyed. Texts of a dozen claims each carry them; every fifth claim repeats another's figure. With `--texts`
the texts are given as well, as a casebook gives them, and are compared with each other. Each size runs
in a process of its own. `cpu_seconds` is the CPU time of all processes that worked, of which each claim takes
`microseconds_a_claim`, about the same at every size; `seconds` is the time that passed. `mib` is the first
process's peak, with the claims and the result; most of what a helper has in memory it shares with that.

With `--one-more` the claims are reconciled once, by one process, and kept up with: claims are then added and
taken away one by one. `milliseconds` is the CPU time of such a change, the median and the greatest of
`changes`; `touched` are the most claims, findings and incidents that one of them made anew.
"""

import argparse
import gc
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from counterclaim.model import Claim, Conflict, Document, Party, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.reconciliation import LiveReconciliation, reconcile

SIZES = (250_000, 500_000, 1_000_000)
EACH = 40  # claims a toll, or an event
CHANGES = 40
TOUCHED = ("claims", "findings", "incidents")
IN_A_TEXT = 12  # claims a document
PARTIES = ("Norland", "Sudmark", "Westria", "Eastria")
SOURCES = (
    ("Defence Ministry", 0), ("Interior Ministry", 0), ("General Staff", 1), ("Information Office", 1),
    ("Observatory", None), ("Red Cross", None), ("Doctors' Union", None), (None, None),
)  # fmt: skip
TOLLS = (
    ("killed", "person.military"), ("wounded", "person.military"), ("killed", "person.civilian"),
    ("destroyed", "materiel.tank"), ("captured", "person.military"), ("casualties", "person.military"),
)  # fmt: skip
HARM = (("killed", "person.civilian"), ("wounded", "person.civilian"), ("destroyed", "structure.house"))
EVENTS = ("shelling", "air_strike", "missile_attack", "clash")
START = date(2031, 3, 1)
DAYS = 600
CONFLICT = Conflict(
    name="A war that never was",
    start=PartialDate(START.isoformat()),
    parties=tuple(
        Party(name, side=name if place < 2 else PARTIES[place - 2]) for place, name in enumerate(PARTIES)
    ),
)


def made_up(number: int) -> list[Claim]:
    """So many claims, `EACH` a toll or an event."""
    chance = random.Random(7)
    claims: list[Claim] = []
    for series in range(number // EACH):
        make = _toll if series % 2 else _day
        claims += make(series // 2, len(claims), chance)
    return claims


def _toll(series: int, first: int, chance: random.Random) -> Iterator[Claim]:
    measure, counted = TOLLS[series % len(TOLLS)]
    party = PARTIES[series // len(TOLLS) % len(PARTIES)]
    place = f"Province {series // (len(TOLLS) * len(PARTIES))}"
    figure = chance.randrange(20, 4000)
    for step in range(EACH):
        day = START + timedelta(days=20 * step + chance.randrange(10))
        figure += chance.randrange(0, 40) if step % 5 else 0
        yield _claim(
            first + step, chance, figure, day, kind="count", measure=measure, object=counted, party=party,
            place=place, scope="cumulative", from_date=CONFLICT.start,
        )  # fmt: skip


def _day(series: int, first: int, chance: random.Random) -> Iterator[Claim]:
    place, day = f"Town {series // DAYS}", START + timedelta(days=series % DAYS)
    when = PartialDate(day.isoformat())
    figure = chance.randrange(2, 60)
    for step in range(EACH):
        if step == 0:
            yield _claim(
                first, chance, None, day, kind="event", event_type=EVENTS[series % len(EVENTS)], place=place,
                actor=PARTIES[series % 2], target=PARTIES[(series + 1) % 2], from_date=when, to_date=when,
            )  # fmt: skip
            continue
        measure, counted = HARM[step % len(HARM)]
        figure += chance.randrange(0, 3) if step % 5 else 0
        yield _claim(
            first + step, chance, figure, day, kind="count", measure=measure, object=counted, place=place,
            scope="incident", from_date=when, to_date=when,
        )  # fmt: skip


def _claim(number: int, chance: random.Random, figure: int | None, day: date, **values: object) -> Claim:
    source, side = SOURCES[chance.randrange(len(SOURCES))]
    said = PartialDate((day + timedelta(days=chance.randrange(3))).isoformat())
    what = values.get("measure", "shelled")
    words = (
        f"{source or 'A reporter'} said on {said} that {figure} were {what}, in words of its own: {number}"
    )
    start = number % IN_A_TEXT * 200
    if values.get("scope") == "cumulative":
        values["to_date"] = PartialDate(day.isoformat())
    return Claim(
        document=f"text {number // IN_A_TEXT}", start=start, end=start + len(words), quote=words,
        anchor=start + 40, source=source, source_side=None if side is None else PARTIES[side],
        reported_on=said, low=figure, high=figure, approx=None if figure is None else False, **values,  # type: ignore[arg-type]
    )  # fmt: skip


def texts_of(claims: list[Claim]) -> list[Document]:
    """The texts that carry claims, which hold nothing else."""
    found: dict[str, str] = {}
    for claim in claims:
        ahead = found.get(claim.document, "")
        found[claim.document] = f"{ahead:{claim.start}}{claim.quote}."
    return [Document(name, name, "text/plain", text) for name, text in found.items()]


def measured(number: int, workers: int, with_texts: bool) -> dict[str, float]:
    """Reconcile so many claims with so many processes."""
    claims = made_up(number)
    documents = texts_of(claims) if with_texts else []
    gc.collect()
    began, clock = time.process_time(), time.monotonic()
    result = reconcile(claims, CONFLICT, Registers(), documents=documents, workers=workers)
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = time.process_time() - began + helpers.ru_utime + helpers.ru_stime
    elapsed = time.monotonic() - clock
    return {
        "claims": len(claims),
        "texts": len(documents),
        "workers": workers,
        "series": len(result.findings),
        "incidents": len(result.incidents),
        "contradictions": len(result.contradictions),
        "cpu_seconds": round(cpu, 1),
        "microseconds_a_claim": round(1e6 * cpu / len(claims), 1),
        "seconds": round(elapsed, 1),
        "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "mib_of_a_helper": round(helpers.ru_maxrss / 1024),
    }


def one_more(number: int, with_texts: bool) -> Iterator[dict[str, object]]:
    """Reconcile so many claims, then add and take away single claims of running tolls and of events."""
    claims = made_up(number)
    documents = texts_of(claims) if with_texts else []
    gc.collect()
    gc.freeze()
    began = time.process_time()
    live = LiveReconciliation(claims, CONFLICT, Registers(), documents=documents)
    seconds = time.process_time() - began
    chance = random.Random(11)
    for scope in ("cumulative", "incident"):
        chosen = chance.sample([claim for claim in claims if claim.scope == scope], CHANGES // 2)
        times, changes = [], []
        for place, claim in enumerate(chosen):
            other = replace(claim, document=f"another {place}", low=(claim.low or 0) + 3, high=None)
            for change in ({"put": [other]}, {"gone": [other.id]}):
                began = time.process_time()
                changes.append(live.change(**change))
                times.append(1000 * (time.process_time() - began))
        yield {
            "claims": len(claims),
            "texts": len(documents),
            "seconds_before": round(seconds, 1),
            "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "scope": scope,
            "changes": len(times),
            "milliseconds": [round(statistics.median(times), 1), round(max(times), 1)],
            "touched": [max(getattr(one, what) for one in changes) for what in TOUCHED],
            "worked_out_anew": sum(bool(one.whole) for one in changes),
        }


def main() -> None:
    """Measure each size in a process of its own, and say how the cost grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--workers", type=int, nargs="+", default=(1, 2))
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--one-more", action="store_true")
    parser.add_argument("--alone", type=int, nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.alone:
        number, workers = arguments.alone
        rows = (
            one_more(number, arguments.texts)
            if arguments.one_more
            else [measured(number, workers, arguments.texts)]
        )
        for row in rows:
            print(json.dumps(row))
        return
    options = [*["--texts"] * arguments.texts, *["--one-more"] * arguments.one_more]
    for number, workers in product(arguments.claims, [1] if arguments.one_more else arguments.workers):
        done = subprocess.run(
            [sys.executable, __file__, "--alone", str(number), str(workers), *options],
            capture_output=True,
            text=True,
            check=True,
        )
        print(done.stdout.strip(), flush=True)


if __name__ == "__main__":
    main()

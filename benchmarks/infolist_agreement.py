#!/usr/bin/env python3
"""How far the infolist cleaning agrees with a copy of the same article cleaned by hand.

usage: infolist_agreement.py COPY CLEANED_BY_HAND [--differences N]

Tokens are runs of letters and digits, and single other marks are left out. Precision is the share
of the cleaned tokens that stand, in order, in the hand-cleaned text; recall the converse.
"""

import argparse
import re
from difflib import SequenceMatcher
from pathlib import Path

from counterclaim.model import Document
from counterclaim.reading import read

_TOKEN = re.compile(r"\w+")
Opcode = tuple[str, int, int, int, int]


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in order."""
    return _TOKEN.findall(text)


def agreement(got: list[str], wanted: list[str]) -> tuple[float, float, list[Opcode]]:
    """Precision, recall, and where the two differ (as difflib's operations).

    The tokens that agree are those of difflib's matching blocks, so they are in the same order.
    """
    matcher = SequenceMatcher(None, got, wanted, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    differences: list[Opcode] = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return same / max(len(got), 1), same / max(len(wanted), 1), differences


def main() -> None:
    """Print precision, recall, and the first differences."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("copy", type=Path)
    parser.add_argument("cleaned_by_hand", type=Path)
    parser.add_argument("--differences", type=int, default=0, metavar="N", help="show N of them")
    options = parser.parse_args()
    document = next(iter(read(options.copy)))
    if not isinstance(document, Document):
        raise SystemExit(f"{document.name}: {document.reason}")
    got = tokens(document.text)
    wanted = tokens(options.cleaned_by_hand.read_text(encoding="utf-8"))
    precision, recall, differences = agreement(got, wanted)
    print(f"tokens     {len(got):>7} cleaned, {len(wanted)} by hand, {len(document.glosses)} glosses kept")
    print(f"precision  {precision:>7.4f}\nrecall     {recall:>7.4f}")
    for _, a, b, c, d in differences[: options.differences]:
        before = " ".join(got[max(a - 5, 0) : a])
        print(f"- {' '.join(got[a:b])!r} instead of {' '.join(wanted[c:d])!r} after {before!r}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Print what extraction finds in this repository's documents: a line for each claim and passed-over number.

usage: found_claims.py [--compiled]

With --compiled it fails where extraction is plain Python. `make same-compiled` compares the two forms by it.
"""

import sys
from pathlib import Path

from counterclaim.extraction import extract, tokens
from counterclaim.model import Document
from counterclaim.reading import read

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "documents", ROOT / "examples" / "karabakh-2020" / "sources")


def main() -> None:
    """Read every document and print what is found in it, in the order of the file names."""
    if "--compiled" in sys.argv[1:] and str(tokens.__file__).endswith(".py"):
        raise SystemExit("extraction is plain Python here: the compiled wheel is not what was imported")
    paths = [path for folder in FOLDERS for path in sorted(folder.iterdir()) if path.is_file()]
    for path in paths:
        for document in read(path):
            if not isinstance(document, Document):
                continue  # a file that is none: gold claims
            found = extract(document)
            lines = [repr(item) for item in (*found.claims, *found.passed_over)]
            sys.stdout.write("\n".join([f"# {path.name}", *lines, ""]))


if __name__ == "__main__":
    main()

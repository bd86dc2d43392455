"""Score `counterclaim.find_dates` on texts annotated in TimeML, as TempEval-3 counts it.

    python benchmarks/dates.py FOLDER...

A FOLDER holds files `*.tml`, as the corpora of TempEval-3 do (TempEval-3 platinum, AQUAINT, TimeBank); the
document's creation time is given, the rest is found. Printed is the F1 of expressions that overlap one of
the annotator's (relaxed), of those with the same extent (strict) and of those that overlap and have the
same value, over all types and over DATE alone (UzZaman et al. 2013, SemEval-2013 task 1).
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from counterclaim import find_dates

Expression = tuple[int, int, str, str]
"""Start, end, TIMEX3 value and type."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, its creation time (ISO) and the expressions of time that an annotator found in it."""

    text: str
    created: str
    expressions: list[Expression]


def annotated(path: Path) -> Annotated:
    """Read a TimeML file.

    Raises:
        ValueError: it is not TimeML: no well-formed XML, no creation time or no text.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}: not well-formed XML: {error}") from error
    created, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path}: no DCT with a TIMEX3, or no TEXT: give it as TempEval-3 does")
    pieces: list[str] = []
    expressions = list(_expressions(body, pieces))
    return Annotated("".join(pieces), created.get("value", "")[:10], expressions)


def _expressions(element: ElementTree.Element, pieces: list[str]) -> Iterator[Expression]:
    """The expressions of an element in order, while its text is added to the pieces."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _expressions(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        yield start, sum(map(len, pieces)), element.get("value", ""), element.get("type", "")


def f1(documents: Iterable[Annotated], kinds: frozenset[str] | None = None) -> dict[str, float]:
    """The F1, 0 to 1, by how strictly a found expression is held to be right; kinds are TIMEX3 types."""
    total = 0
    right = {"relaxed": 0, "strict": 0, "value": 0}
    for document in documents:
        gold = [each for each in document.expressions if not kinds or each[3] in kinds]
        spans = find_dates(document.text, document.created)
        found = [(s.start, s.end, s.value, str(s.type)) for s in spans if not kinds or s.type in kinds]
        total += len(gold) + len(found)
        for start, end, value, _ in gold:
            hit = next((each for each in found if each[0] < end and start < each[1]), None)
            if hit is None:
                continue
            found.remove(hit)
            right["relaxed"] += 1
            right["strict"] += hit[:2] == (start, end)
            right["value"] += hit[2] == value
    return {level: 2 * count / total if total else 0.0 for level, count in right.items()}


def main(folders: list[Path]) -> int:
    """Print the scores of each folder; the exit status, 1 where one has no file that could be read."""
    status = 0
    for folder in folders:
        documents = []
        for path in sorted(folder.glob("[!.]*.tml")):
            try:
                documents.append(annotated(path))
            except ValueError as error:
                print(f"left out: {error}", file=sys.stderr)
        status |= not documents
        for name, kinds in (("all types", None), ("DATE", frozenset({"DATE"}))):
            scores = "  ".join(f"{level} {score:.3f}" for level, score in f1(documents, kinds).items())
            print(f"{folder.name}: {len(documents)} documents, {name}: {scores}")
    return status


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))

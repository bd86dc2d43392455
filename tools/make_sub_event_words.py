"""Counts the words of the written examples of each sub-event type, for `counterclaim.classify_event`.

    python tools/make_sub_event_words.py

Reads `benchmarks/sub_events/dev.tsv` and writes `sub_event_words.toml` in the lexicon: for each word, in how
many examples of each type it stands. Names are left out, since no place or group is more of one type than of
another: a word that no example has in small letters, and one that a single example has.
"""

from collections import Counter, defaultdict
from pathlib import Path

from counterclaim.extraction.tokens import tokenise
from counterclaim.taxonomies import SubEventType

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "benchmarks" / "sub_events" / "dev.tsv"
TABLE = ROOT / "src" / "counterclaim" / "lexicon" / "en" / "sub_event_words.toml"

HEAD = """\
# In how many written examples of each of ACLED's sub-event types a word stands, by the types' codes in
# CASE 2021. Made from benchmarks/sub_events/dev.tsv by tools/make_sub_event_words.py.
provenance = "Counted in examples written for this project, the same number for each type."
"""
_SHORTEST = 3
_FEWEST = 2


def table(examples: Path) -> str:
    """The text of the lexicon file, from a file with a type and an example on each line.

    Args:
        examples: its lines have a type's name, a tab and the example.
    """
    numbers: Counter[str] = Counter()
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in examples.read_text(encoding="utf-8").splitlines():
        kind, text = line.split("\t")
        code = SubEventType(kind).case_code
        numbers[code] += 1
        for word in _words(text):
            words[word][code] += 1
    kept = {word: words[word] for word in sorted(words) if words[word].total() >= _FEWEST}
    lines = [HEAD, "[examples]", *(f"{code} = {numbers[code]}" for code in sorted(numbers)), "", "[words]"]
    lines += [f"{word} = {_inline(counts)}" for word, counts in kept.items()]
    return "\n".join(lines) + "\n"


def _words(text: str) -> set[str]:
    words = (token.text for token in tokenise(text))
    return {w for w in words if len(w) >= _SHORTEST and w.isascii() and w.isalpha() and w.islower()}


def _inline(counts: Counter[str]) -> str:
    return "{ " + ", ".join(f"{code} = {counts[code]}" for code in sorted(counts)) + " }"


if __name__ == "__main__":
    TABLE.write_text(table(EXAMPLES), encoding="utf-8")

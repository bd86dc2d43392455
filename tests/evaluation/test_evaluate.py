"""From folders to numbers and differences; what is missing or broken is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import UnreadableError
from counterclaim.evaluation import Difference, evaluate
from counterclaim.evaluation.differences import CONTEXT
from tests.evaluation.test_agreement import count

QUOTE = "Norland's ministry said on Friday that 17 of its soldiers had been killed"
TEXT = f"---\ndate: 2020-10-10\n---\n\nOn the front it rained all day. {QUOTE}. The roads were closed.\n"


def annotate(folder: Path, name: str, *rows: dict[str, Any], text: str | None = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    lines = "".join(json.dumps({"document": name, **row}) + "\n" for row in rows)
    (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    if text is not None:
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_extraction_against_gold(tmp_path: Path) -> None:
    gold = annotate(tmp_path, "one", count(quote=QUOTE, low=17, high=17))
    scored = evaluate(gold).score.kinds["count"]
    assert scored.levels["value"].f1 == 1.0


def test_a_document_without_claims_of_its_own_side_counts(tmp_path: Path) -> None:
    gold = annotate(tmp_path / "a", "one", count(quote=QUOTE))
    annotate(gold, "two", count())
    other = annotate(tmp_path / "b", "one", count(quote=QUOTE), text=None)
    scored = evaluate(gold, against=other).score
    assert scored.documents == 2
    assert scored.kinds["count"].levels["value"].recall == 0.5


def test_only_some_documents(tmp_path: Path) -> None:
    annotate(tmp_path, "dev-one", count(quote=QUOTE))
    annotate(tmp_path, "held-two", count(quote=QUOTE))
    evaluation = evaluate(tmp_path, only=["dev-*"])
    assert [pairing.document for pairing in evaluation.pairings] == ["dev-one"]


def _differences(tmp_path: Path, gold: list[dict[str, Any]], other: list[dict[str, Any]]) -> list[Difference]:
    ours = annotate(tmp_path / "a", "one", *gold)
    theirs = annotate(tmp_path / "b", "one", *other, text=None)
    return list(evaluate(ours, against=theirs).differences())


def test_differences_stand_in_their_sentence(tmp_path: Path) -> None:
    gold = count(quote=QUOTE, low=17, high=17)
    (missed,) = _differences(tmp_path, [gold], [])
    assert (missed.what, missed.about, missed.kind) == ("missed", ("missed",), "count")
    assert (missed.before, missed.after) == ("On the front it rained all day. ", ". The roads were closed.")
    (extra,) = _differences(tmp_path, [], [gold])
    assert (extra.what, extra.quote) == ("extra", QUOTE)


def test_a_pair_that_differs_says_in_what(tmp_path: Path) -> None:
    gold, other = count(quote=QUOTE), count(quote=QUOTE, measure="wounded", party="Sudland", to_date="2020")
    (one,) = _differences(tmp_path, [gold], [other])
    assert (one.what, one.about) == ("differs", ("measure", "party", "dates", "until"))


def test_context_ends_with_the_paragraph_and_is_cut_at_a_space(tmp_path: Path) -> None:
    text = f"Title\n\n{'long ' * 100}{QUOTE}{' after' * 100}\n\nEnd\n"
    gold = annotate(tmp_path / "a", "one", count(quote=QUOTE), text=text)
    (one,) = evaluate(gold, against=annotate(tmp_path / "b", "one", text=None)).differences()
    assert one.before.startswith("… long ") and one.before.endswith("long ")
    assert one.after.startswith(" after ") and one.after.endswith(" …")
    assert max(len(one.before), len(one.after)) <= CONTEXT + 2


def test_a_quote_that_is_not_in_the_text_has_no_context(tmp_path: Path) -> None:
    (one,) = _differences(tmp_path, [count(quote="nobody wrote this")], [])
    assert (one.before, one.quote, one.after) == ("", "nobody wrote this", "")


def _broken(folder: Path, line: str) -> Path:
    annotate(folder, "one", count(quote=QUOTE))
    with (folder / "one.jsonl").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    return folder


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"kind": "count"', "one.jsonl line 3 is not JSON"),
        ("[]", "one.jsonl line 3 is not a JSON object"),
        ('{"kind": "number", "quote": "x"}', "one.jsonl line 3: `kind` is not count or event"),
        ('{"kind": "count"}', "one.jsonl line 3: there is no `quote`"),
    ],
)
def test_a_line_that_is_no_claim(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        evaluate(_broken(tmp_path, line))


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no folder or file"):
        evaluate(tmp_path / "nowhere")
    with pytest.raises(UnreadableError, match="holds no annotations"):
        evaluate(tmp_path)
    gold = annotate(tmp_path / "a", "one", count(), text=None)
    with pytest.raises(UnreadableError, match="not the document"):
        evaluate(gold)
    with pytest.raises(UnreadableError, match=r"matches two-\*"):
        evaluate(gold, only=["two-*"])
    with pytest.raises(UnreadableError, match="no document in common"):
        evaluate(gold, against=annotate(tmp_path / "b", "other", count()))


def test_claims_in_a_file_must_name_their_document(tmp_path: Path) -> None:
    gold = annotate(tmp_path / "a", "one", count())
    nameless = tmp_path / "claims.jsonl"
    nameless.write_text(json.dumps(count()) + "\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="which `document`"):
        evaluate(gold, against=nameless)


def test_two_documents_of_one_name(tmp_path: Path) -> None:
    gold = annotate(tmp_path, "one", count())
    (gold / "one.txt").write_text("Another.", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"holds one\.md and one\.txt"):
        evaluate(gold)

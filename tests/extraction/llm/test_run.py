"""`--extractor llm` and `both` from the command line, against a server on this machine."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterclaim.casebook import Casebook
from counterclaim.cli import app
from counterclaim.extraction.llm import FILE_NAME, Verdict, verdict_of
from tests.casebook.material import dump
from tests.extraction.llm.material import REPORT, count, event
from tests.extraction.llm.server import Server, chat, model_that_knows, question_in, refusal, serving

USAGE = {"prompt_tokens": 900, "completion_tokens": 100}
AGED = count(quote="He, aged 41, drives a T-72.", words="41", low=41, high=41, source=None)
KNOWS = model_that_knows(count(), event(), AGED, count(quote="At most 3 died"), usage=USAGE)


class Said:
    """What a command printed, and how it ended."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        clean = {"COLUMNS": "140", "NO_COLOR": "1", "TERM": "dumb", "COUNTERCLAIM_LLM_KEY": ""}
        done = CliRunner(env=clean | environment).invoke(app, [str(argument) for argument in arguments])
        self.status, self.output, self.errors = done.exit_code, done.stdout, done.stderr
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception

    @property
    def json(self) -> Any:
        return json.loads(self.output)

    @property
    def words(self) -> str:
        return " ".join(self.output.split())


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{REPORT}\nReport {number}.\n", encoding="utf-8")
    return folder


def settings(folder: Path, server: Server | str, more: str = "") -> Path:
    url = server if isinstance(server, str) else server.url
    path = folder / "given.toml"
    path.write_text(
        f'[[party]]\nname = "Armenia"\n\n[llm]\nbase_url = "{url}"\nmodel = "tiny"\n{more}', encoding="utf-8"
    )
    return path


def build(sources: Path, case: Path, given: Path, extractor: str = "llm", *more: str) -> Said:
    return Said(
        "build", sources, "-o", case, "--settings", given, "--extractor", extractor, "--no-publish", *more
    )


def test_the_grammar_is_the_default_and_asks_nobody(sources: Path, tmp_path: Path) -> None:
    with serving(KNOWS) as server:
        given = settings(tmp_path, server)
        said = Said("build", sources, "-o", tmp_path / "case", "--settings", given, "--no-publish", "--json")
        assert said.status == 0 and "second_reader" not in said.json
        assert server.bodies == [] and not (tmp_path / "case" / FILE_NAME).exists()


def test_a_build_with_a_model_keeps_what_the_texts_bear_out(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with serving(KNOWS) as server:
        said = build(sources, case, settings(tmp_path, server, "price_sent = 1.0\nprice_received = 1.0\n"))
        assert said.status == 0, said.errors
        where = f"The second reader is tiny at {server.url}/chat/completions. The texts go there."
        assert where in " ".join(said.errors.split())
        for words in (
            "3 requests",
            "3,000 tokens: 2,700 sent, 300 received",
            "0.00 what they cost",
            "9 of its",
        ):
            assert words in said.words
    with Casebook.open(case) as casebook:
        record = casebook.record()
        assert casebook.verify() == []
    assert len(record.documents) == 3 and len(record.claims) == 9
    assert {claim.low for claim in record.claims} == {12, 41, None}
    assert any(one.why.startswith("second reader: ") for one in record.passed_over)


def test_both_marks_agreements_and_differences_for_review(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with serving(KNOWS) as server:
        said = build(sources, case, settings(tmp_path, server), "both", "--json")
    with Casebook.open(case) as casebook:
        claims = casebook.claims()
    verdicts = [verdict_of(claim) for claim in claims]
    assert None not in verdicts
    counted = {verdict.name.lower(): verdicts.count(verdict) for verdict in Verdict if verdict in verdicts}
    assert said.json["second_reader"]["compared"] == counted
    assert counted["alone"] == 3 and counted["missed"] >= 3

    shown = Said("show", "differences", case, "--json", "--document", "1.txt")
    ages = [one for one in shown.json if one["verdict"] == "alone"]
    assert [one["claim"]["low"] for one in ages] == [41]
    assert all(one["verdict"] != "agrees" for one in shown.json)
    order = ["differs", "alone", "missed"]
    found = Said("show", "differences", case, "--json").json
    assert [one["verdict"] for one in found] == sorted((one["verdict"] for one in found), key=order.index)
    table = Said("show", "differences", case, COLUMNS="70")
    assert "Only the second reader gives it" in table.words and "differences; on" in table.words


def test_without_a_comparison_the_listing_says_how_to_make_one(sources: Path, tmp_path: Path) -> None:
    Said("build", sources, "-o", tmp_path / "case", "--no-publish")
    said = Said("show", "differences", tmp_path / "case")
    assert f"counterclaim extract --extractor both {tmp_path / 'case'}" in said.words


def test_going_back_to_the_grammar_and_to_the_model_again_asks_nothing_new(
    sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    with serving(KNOWS) as server:
        build(sources, case, settings(tmp_path, server))
        before, asked = dump(case), len(server.bodies)
        assert Said("extract", case).status == 0
        assert all(verdict_of(claim) is None for claim in _claims(case)) and len(_claims(case)) != 9
        said = Said("extract", case, "--extractor", "llm", "--json")
        assert said.json["documents"] == 3 and said.json["second_reader"]["reused"] == 3
        Said("reconcile", case)
        assert len(server.bodies) == asked and len(_claims(case)) == 9
    assert {name: rows for name, rows in dump(case).items() if name in ("claims", "passed_over")} == {
        name: rows for name, rows in before.items() if name in ("claims", "passed_over")
    }


def _claims(case: Path) -> list[Any]:
    with Casebook.open(case) as casebook:
        return casebook.claims()


def test_a_spent_budget_leaves_documents_waiting_and_the_next_run_goes_on(
    sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    bounds = "budget_tokens = 6500\nanswer_tokens = 1000\nparallel = 1\n"
    usage = {"prompt_tokens": 3000, "completion_tokens": 1000}
    with serving(model_that_knows(count(), event(), AGED, usage=usage)) as server:
        given = settings(tmp_path, server, bounds)
        said = build(sources, case, given)
        assert said.status == 0 and "The budget was used up. Documents that wait: 2" in said.words
        assert len(_claims(case)) == 3
        waiting = [Said("extract", case, "--extractor", "llm", "--json").json["second_reader"]["waiting"]]
        while waiting[-1] and len(waiting) < 5:
            said = Said("extract", case, "--extractor", "llm", "--json")
            waiting.append(said.json["second_reader"]["waiting"])
    assert waiting == [1, 0] and len(server.bodies) == 3 and len(_claims(case)) == 9


PRICES = "price_sent = 1000.0\nprice_received = 1000.0\nanswer_tokens = 1000\nparallel = 1\n"


@pytest.mark.parametrize("budget", [("--budget-tokens", "6500"), ("--budget-cost", "6.50")])
def test_a_budget_on_the_command_line_stops_this_run_and_no_other(
    sources: Path, tmp_path: Path, budget: tuple[str, str]
) -> None:
    case = tmp_path / "case"
    usage = {"prompt_tokens": 3000, "completion_tokens": 1000}
    with serving(model_that_knows(count(), event(), AGED, usage=usage)) as server:
        said = build(sources, case, settings(tmp_path, server, PRICES), "llm", *budget)
        assert said.status == 0 and "Documents that wait: 2" in said.words and budget[0] in said.words
        assert len(server.bodies) == 1 and len(_claims(case)) == 3
        again = Said("extract", case, "--extractor", "llm", "--json")
    assert again.json["second_reader"]["waiting"] == 0 and len(_claims(case)) == 9


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--extractor", "llm", "--budget-cost", "5"), "nothing says what tokens cost"),
        (("--budget-tokens", "5000"), "The grammar costs nothing"),
    ],
)
def test_a_budget_that_bounds_nothing_is_refused(
    sources: Path, tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    with serving(KNOWS) as server:
        given = settings(tmp_path, server)
        bare = ("build", sources, "-o", tmp_path / "case", "--settings", given, "--no-publish")
        said = Said(*bare, *arguments)
    assert said.status != 0 and why in " ".join(said.errors.split()) and server.bodies == []


@pytest.mark.parametrize(
    ("said", "status"), [(refusal(401, "wrong key"), "401"), (refusal(404, "no such model"), "404")]
)
def test_a_server_that_cannot_be_used_fails_the_command(
    sources: Path, tmp_path: Path, said: Any, status: str
) -> None:
    with serving(lambda _: said) as server:
        ended = build(sources, tmp_path / "case", settings(tmp_path, server))
    assert ended.status == 1 and status in ended.errors


def test_nothing_said_about_a_server_is_an_error_that_says_what_to_write(
    sources: Path, tmp_path: Path
) -> None:
    said = Said("build", sources, "-o", tmp_path / "case", "--extractor", "llm")
    assert said.status == 1 and 'Write base_url = "http://localhost:8080/v1" under [llm]' in said.errors


def test_a_document_without_an_answer_is_listed_and_tried_again(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"

    def respond(body: Any) -> Any:
        bad = "Report 1." in json.dumps(question_in(body))
        return refusal(400, "I will not") if bad and len(server.bodies) < 20 else KNOWS(body)

    with serving(respond) as server:
        said = build(sources, case, settings(tmp_path, server), "both", "--json")
        [unread] = said.json["unread"]
        assert unread["name"].endswith("1.txt") and "the second reader gave no answer" in unread["reason"]
        server.respond = KNOWS
        again = Said("extract", case, "--extractor", "both", "--json")
        assert again.json["documents"] == 1 and again.json["failed"] == []
    with Casebook.open(case) as casebook:
        assert casebook.unread() == []


def test_stopping_a_run_ends_it_at_once_and_keeps_what_was_answered(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"

    def respond(body: Any) -> Any:
        return KNOWS(body) if "Report 0." in json.dumps(question_in(body)) else chat("{}", delay=20)

    with serving(respond) as server:
        given = settings(tmp_path, server, "timeout = 60.0\n")
        arguments = ["build", sources, "-o", case, "--settings", given, "--extractor", "llm", "--no-publish"]
        command = [sys.executable, "-c", "from counterclaim.cli import main; main()", *map(str, arguments)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
            try:
                while not _is_kept(case):
                    assert run.poll() is None
                    time.sleep(0.05)
                run.send_signal(signal.SIGINT)
                began = time.monotonic()
                _, errors = run.communicate(timeout=15)
            finally:
                run.kill()
        assert run.returncode == 130 and "What was done so far is kept." in errors
        assert time.monotonic() - began < 10
        server.respond = KNOWS
        assert Said("extract", case, "--extractor", "llm").status == 0
    assert len(_claims(case)) == 9
    assert sum("Report 0." in json.dumps(question) for question in server.questions()) == 1


def _is_kept(case: Path) -> bool:
    try:
        return (case / "casebook.db").exists() and len(_claims(case)) == 3
    except Exception:  # the casebook is being made
        return False

"""Each command does what it says, for a person and for a program."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterclaim.casebook import Casebook
from counterclaim.cli import app, cli_reference
from counterclaim.cli.exporting import WHERE
from counterclaim.model import CLAIM_FIELDS
from tests.casebook.material import alter
from tests.processes import ROOT

EXAMPLE = ROOT / "examples" / "karabakh-2020"


class Said:
    """What a command printed, and how it ended."""

    def __init__(self, *arguments: object, input: str | None = None, columns: int = 120) -> None:  # noqa: A002
        runner = CliRunner(env={"COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "dumb"})
        done = runner.invoke(app, [str(argument) for argument in arguments], input=input)
        self.status, self.output, self.errors = done.exit_code, done.stdout, done.stderr
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception

    @property
    def json(self) -> Any:
        return json.loads(self.output)

    @property
    def words(self) -> str:
        return " ".join(self.output.split())


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "case"
    said = Said("build", EXAMPLE / "sources", "-o", folder, "--settings", EXAMPLE / "casebook.toml")
    assert said.status == 0, said.errors
    return folder


# ---------------------------------------------------------------- build and its stages


def test_build_sums_up_and_says_what_to_do_next(case: Path) -> None:
    said = Said("build", EXAMPLE / "sources", "-o", case)
    assert said.status == 0
    for words in (
        "23 documents read, 0 new",
        "0 could not be read",
        "claims, of them",
        "passed over",
        str(case / "site" / "index.html"),
        f"counterclaim serve {case}",
        f"counterclaim show contradictions {case}",
    ):
        assert words in said.words
    stages = re.findall(r"^(\d)/5 (\w+): ", said.errors, re.MULTILINE)
    once = list(dict.fromkeys(stages))  # a stage that takes long says more than once how far it is
    assert once == [("1", "Read"), ("2", "Extract"), ("3", "Resolve"), ("4", "Reconcile"), ("5", "Publish")]


def test_build_tells_a_program_the_same(case: Path) -> None:
    said = Said("build", EXAMPLE / "sources", "-o", case, "--json", "--workers", 1)
    with Casebook.open(case) as casebook:
        tally = casebook.tally()
    assert said.json["read"] == 23 and said.json["added"] == 0 and said.json["unread"] == []
    assert said.json["holds"]["claims"] == tally.claims > 0
    assert Path(said.json["site"]).is_file()


def test_the_stages_can_be_run_one_by_one(tmp_path: Path) -> None:
    case = tmp_path / "case"
    source = EXAMPLE / "sources" / "2022-settled-figures.md"
    added = Said("add", source, "-o", case)
    assert added.status == 0 and f"counterclaim extract {case}" in added.words
    extracted = Said("extract", case)
    assert extracted.status == 0 and "1 document worked on" in extracted.words
    early = Said("publish", case)
    assert early.status == 1 and f"Run first: counterclaim reconcile {case}" in early.errors
    reconciled = Said("reconcile", case, "--json")
    assert reconciled.json["findings"] > 0
    published = Said("publish", case, "-o", tmp_path / "site", "--json")
    assert Path(published.json["page"]) == tmp_path / "site" / "index.html"


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    text = "On 3 March 2021 the Armenian Defence Ministry said that 12 soldiers had been killed."
    said = Said("build", "-", "-o", tmp_path / "case", "--no-publish", "--json", input=text)
    assert said.json["read"] == 1 and said.json["site"] is None
    again = Said("build", "-", "-o", tmp_path / "case", "--no-publish", input=text)
    assert "name the parties" in again.words and "counterclaim serve" not in again.words


def test_the_demo_is_built(tmp_path: Path) -> None:
    said = Said("demo", "--no-serve", "-o", tmp_path / "demo")
    assert said.status == 0 and "23 documents read" in said.words
    assert (tmp_path / "demo" / "site" / "index.html").is_file()
    settings = tmp_path / "demo" / "casebook.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert Said("demo", "--no-serve", "-o", tmp_path / "demo").status == 0
    assert settings.read_text(encoding="utf-8").endswith("# mine\n")


# ---------------------------------------------------------------- failing


def test_a_failure_says_what_and_what_to_do(tmp_path: Path) -> None:
    said = Said("build", tmp_path / "missing", "-o", tmp_path / "case")
    assert said.status == 1 and said.output == ""
    assert said.errors.startswith("There is no file or folder")
    assert said.errors.endswith("Check how the path is written. Nothing was done.\n")


def test_a_failure_tells_a_program_the_same(tmp_path: Path) -> None:
    said = Said("show", "claims", tmp_path, "--json")
    assert said.status == 1
    assert said.json["error"]["what"] == f"There is no casebook in {tmp_path}."
    assert said.json["error"]["remedy"].startswith("Make one with: counterclaim build")


def test_wrong_settings_are_said_with_their_line(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "casebook.toml").write_text('[[party]]\nnam = "North"\n', encoding="utf-8")
    said = Said("build", EXAMPLE / "sources", "-o", folder)
    assert said.status == 1 and "line 2" in said.errors and "Did you mean `name`?" in said.errors


@pytest.mark.parametrize("option", ["--as-of", "--from", "--to"])
def test_a_date_that_is_none_is_a_wrong_command(case: Path, option: str) -> None:
    said = Said("show", "claims", case, option, "12 October")
    assert said.status == 2 and "YYYY-MM-DD" in said.errors


def test_unread_files_are_listed_with_their_reasons(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    shutil.copy(EXAMPLE / "sources" / "2022-settled-figures.md", sources)
    (sources / "table.xlsx").write_bytes(b"PK")
    said = Said("build", sources, "-o", tmp_path / "case", "--no-publish")
    assert said.status == 0 and "1 could not be read" in said.words and "table.xlsx: " in said.words
    (unread,) = Said("show", "unread", tmp_path / "case", "--json").json
    assert unread["name"] == "table.xlsx" and unread["reason"] and unread["remedy"]


# ---------------------------------------------------------------- show


def test_claims_are_filtered(case: Path) -> None:
    everything = Said("show", "claims", case, "--json").json
    assert {"id", "digest", *CLAIM_FIELDS} == set(everything[0])
    killed = Said("show", "claims", case, "--json", "--measure", "killed", "--party", "azerbaijan").json
    assert killed and {claim["measure"] for claim in killed} == {"killed"}
    assert {"Azerbaijan"} == {claim["party"] for claim in killed}
    assert len(killed) < len(everything)
    assert len(Said("show", "claims", case, "--json", "--limit", 3).json) == 3
    tanks = Said("show", "claims", case, "--json", "--object", "materiel.tank").json
    assert {claim["object"] for claim in tanks} == {"materiel.tank"}


def test_claims_have_their_words_at_every_width(case: Path) -> None:
    (claim,) = Said("show", "claims", case, "--json", "--limit", 1).json
    for columns in (40, 79, 80, 200):
        said = Said("show", "claims", case, "--limit", 1, columns=columns)
        assert max(map(len, said.output.splitlines())) <= columns
        letters = re.sub(r"\s", "", said.output)
        assert claim["document"] in letters
        if columns < 80:
            assert re.sub(r"\s", "", claim["quote"]) in letters


def test_a_finding_leads_to_its_claims(case: Path) -> None:
    findings = Said("show", "findings", case, "--json").json
    origins = [finding["origins"] for finding in findings]
    assert origins == sorted(origins, reverse=True)
    first = findings[0]
    assert first["sentence"].split()[0] in Said("show", "findings", case, "--limit", 1).words
    claims = Said("show", "claims", case, "--finding", first["id"], "--json").json
    assert [claim["id"] for claim in claims] == [weighing["claim"] for weighing in first["weighings"]]
    said = Said("show", "claims", case, "--finding", first["id"][:8], columns=60)
    reason = first["weighings"][0]["reason"]
    assert re.sub(r"\s", "", reason) in re.sub(r"\s", "", said.output)
    assert Said("show", "claims", case, "--finding", "xyz").status == 1


def test_findings_are_filtered_by_their_claims(case: Path) -> None:
    findings = Said("show", "findings", case, "--json", "--measure", "wounded").json
    assert findings and {finding["measure"] for finding in findings} == {"wounded"}
    assert Said("show", "findings", case, "--party", "nobody").words == "No findings."


def test_estimates_are_shown_as_a_models_beside_the_documented_range(case: Path) -> None:
    estimates = Said("show", "estimates", case, "--json").json
    findings = Said("show", "findings", case, "--json").json
    assert [one["finding"] for one in estimates] == [finding["id"] for finding in findings]
    estimated = [one for one in estimates if one["median"] is not None]
    assert estimated and all(bool(one["reason"]) == (one["median"] is None) for one in estimates)
    for one in estimated:
        assert one["low_90"] <= one["low_50"] <= one["median"] <= one["high_50"] <= one["high_90"]
        assert len(one["sources"]) >= 2
    said = Said("show", "estimates", case, columns=70).words
    assert said.startswith("Estimate by a model, not a documented figure.")
    assert f"About {estimated[0]['median']:,};" in said
    assert "findings: one independent source alone of known relation to what is counted" in said


def test_a_casebook_from_before_there_were_estimates_says_what_to_do(case: Path, tmp_path: Path) -> None:
    old = shutil.copytree(case, tmp_path / "old")
    alter(old, "DELETE FROM estimate_sources")
    alter(old, "DELETE FROM estimates")
    said = Said("show", "estimates", old)
    assert said.status == 1 and "counterclaim reconcile" in said.errors


def test_places_say_where_they_lie_or_why_that_is_not_known(case: Path) -> None:
    places = {place["name"]: place for place in Said("show", "places", case, "--json").json}
    assert places["Shusha"]["location"]["precision"] == 1
    assert "Şuşa" in places["Shusha"]["names"]
    unknown = [place for place in places.values() if place["latitude"] is None]
    assert unknown and all(place["location"]["reason"] for place in unknown)
    assert [place["name"] for place in Said("show", "places", case, "--place", "SHUSHI", "--json").json] == [
        "Shusha"
    ]
    assert "Shusha / Shushi" in Said("show", "places", case, "--place", "shusha").words


def test_geojson_has_every_claim_with_its_place_and_precision(case: Path) -> None:
    collection = Said("export", case, "--format", "geojson").json
    assert collection["type"] == "FeatureCollection"
    features = collection["features"]
    rows = [json.loads(line) for line in Said("export", case, "--format", "jsonl").output.splitlines()]
    assert [[one["properties"][name] for name in CLAIM_FIELDS] for one in features] == [
        [row[name] for name in CLAIM_FIELDS] for row in rows
    ]
    on_map = [one for one in features if one["geometry"]]
    assert on_map and len(on_map) < len(features)
    for one in on_map:
        longitude, latitude = one["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert one["properties"]["where_prec"] in range(1, 8) and one["properties"]["uncertainty_m"] > 0
        assert one["properties"]["located_why"] and one["properties"]["document_digest"]
    unplaced = [one["properties"] for one in features if one["properties"]["place"] and not one["geometry"]]
    assert unplaced and all(one["located_why"] for one in unplaced)


def test_control_and_incidents_are_exported_as_features_too(case: Path) -> None:
    for what in ("control", "incidents"):
        collection = Said("export", case, "--format", "geojson", "--what", what).json
        rows = Said("export", case, "--format", "jsonl", "--what", what).output.splitlines()
        assert len(collection["features"]) == len(rows) > 0
        assert any(one["geometry"] for one in collection["features"])


def test_control_says_who_is_said_to_have_held_a_place(case: Path) -> None:
    (shusha,) = Said("show", "control", case, "--place", "shushi", "--json").json
    assert (shusha["sense"], shusha["holders"]) == ("took", ["Azerbaijan"])
    assert shusha["names"][:2] == ["Shusha", "Shushi"] and shusha["claims"]
    assert shusha["sentence"].startswith("Azerbaijan took Shusha on 8 November 2020")
    early = Said("show", "control", case, "--as-of", "2020-10-20", "--json").json
    assert early and shusha["id"] not in {one["id"] for one in early}


def test_contradictions_show_both_sides_words(case: Path) -> None:
    contradictions = Said("show", "contradictions", case, "--json").json
    weights = [contradiction["weight"] for contradiction in contradictions]
    assert weights and weights == sorted(weights, reverse=True)
    said = re.sub(r"\s", "", Said("show", "contradictions", case, "--limit", 1).output)
    for claim in contradictions[0]["claims"]:
        assert re.sub(r"\s", "", claim["quote"][:60]) in said


def test_the_timeline_is_in_the_order_of_days(case: Path) -> None:
    events = Said("show", "timeline", case, "--json").json
    assert {event["kind"] for event in events} <= {"event"}
    days = [event["from_date"] or event["to_date"] or "~" for event in events]
    assert days == sorted(days)
    ceasefires = Said("show", "timeline", case, "--event-type", "ceasefire", "--json").json
    assert {event["event_type"] for event in ceasefires} <= {"ceasefire"}


def test_as_of_replays_what_was_known(case: Path) -> None:
    everything = Said("show", "claims", case, "--json").json
    early = Said("show", "claims", case, "--as-of", "2020-10-03", "--json").json
    assert 0 < len(early) < len(everything)
    assert all(claim["reported_on"] <= "2020-10-03" for claim in early if claim["reported_on"])
    findings = Said("show", "findings", case, "--as-of", "2020-10-03", "--json").json
    known = {claim["id"] for claim in early}
    assert findings and all({w["claim"] for w in finding["weighings"]} <= known for finding in findings)


def test_documents_and_what_was_passed_over_are_listed(case: Path) -> None:
    documents = Said("show", "documents", case, "--json").json
    assert len(documents) == 23 and sum(document["claims"] for document in documents) > 100
    assert "2022-settled-figures.md" in Said("show", "documents", case, "--document", "settled").words
    passed = Said("show", "passed-over", case, "--document", "settled", "--json").json
    assert passed and {one["document"] for one in passed} == {"2022-settled-figures.md"}
    assert all(one["words"] and one["why"] for one in passed)
    assert Said("show", "unread", case).words == "No unread documents."


# ---------------------------------------------------------------- export, verify


def test_export_writes_rows_of_the_claim_vocabulary(case: Path, tmp_path: Path) -> None:
    said = Said("export", case, "--format", "jsonl")
    rows = [json.loads(line) for line in said.output.splitlines()]
    assert rows and {tuple(row) for row in rows} == {(*CLAIM_FIELDS, *WHERE)}
    with Casebook.open(case) as casebook:
        texts = {document.name: document.text for document in casebook.record().documents}
    assert all(texts[row["document"]][row["start"] : row["end"]] == row["quote"] for row in rows)
    assert Said("export", case, "--format", "jsonl", "-o", tmp_path / "claims.jsonl").output == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == said.output
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]


def test_export_writes_the_same_as_a_table(case: Path) -> None:
    lines = Said("export", case, "--format", "jsonl").output.splitlines()
    rows = list(csv.DictReader(io.StringIO(Said("export", case, "--format", "csv").output)))
    assert tuple(rows[0]) == (*CLAIM_FIELDS, *WHERE) and len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        values = json.loads(line)
        assert row["quote"] == values["quote"]
        assert row["low"] == ("" if values["low"] is None else str(values["low"]))
        assert row["approx"] == ("" if values["approx"] is None else str(values["approx"]).lower())


def test_export_to_a_folder_that_is_not_there_is_said(case: Path, tmp_path: Path) -> None:
    said = Said("export", case, "--format", "csv", "-o", tmp_path / "missing" / "claims.csv")
    assert said.status == 1 and "missing" in said.errors and "Traceback" not in said.errors


def test_verify_says_whether_all_is_as_recorded(case: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(case, tmp_path / "case"))
    whole = Said("verify", copy)
    assert whole.status == 0 and "Everything is as it was recorded." in whole.words
    head = Said("verify", copy, "--json").json["head"]
    assert Said("verify", copy, "--head", head).status == 0
    alter(copy, "UPDATE claims SET low = low + 1 WHERE low > 100")
    altered = Said("verify", copy, "--json")
    assert altered.status == 1 and not altered.json["whole"]
    assert any("altered" in problem["what"] for problem in altered.json["problems"])
    assert Said("verify", copy, "--head", "0" * 63 + "1").status == 1


# ---------------------------------------------------------------- the command itself


def test_the_version_is_printed() -> None:
    assert re.fullmatch(r"counterclaim \d+\.\d+\.\d+\n", Said("--version").output)


def test_the_reference_has_every_command_with_its_options() -> None:
    page = cli_reference()
    commands = re.findall(r"^## `counterclaim (.+)`$", page, re.MULTILINE)
    assert {"build", "demo", "export", "verify", "show claims", "show passed-over"} <= set(commands)
    for command in commands:
        shown = Said(*command.split(), "--help", columns=200)
        assert shown.status == 0
        section = page[page.index(f"## `counterclaim {command}`") :].split("\n## ")[0]
        for option in re.findall(r"(--[a-z-]+)", shown.output):
            assert option in section or option == "--help", f"{command} {option}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--measure", "kiled"], "Did you mean killed?"),
        (["--object", "person.militray"], "Did you mean person.military?"),
        (["--kind", "bogus"], "count, event"),
        (["--event-type", "foo"], "ceasefire"),
        (["--from", "2022", "--to", "2021-06"], "2022 is later than --to 2021-06"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_a_wrong_command(case: Path, words: list[str], said: str) -> None:
    wrong = Said("show", "claims", case, *words)
    assert wrong.status == 2 and said in wrong.errors


def test_every_word_of_the_claims_can_be_asked_for(case: Path) -> None:
    with Casebook.open(case) as casebook:
        claims = casebook.claims()
    for field in ("kind", "measure", "object", "event_type"):
        for word in {getattr(claim, field) for claim in claims} - {None}:
            option = f"--{field.replace('_', '-')}"
            assert Said("show", "claims", case, option, word, "--limit", 1, "--json").json, word


def test_a_hash_that_is_none_is_a_wrong_command(case: Path) -> None:
    assert Said("verify", case, "--head", "abc").status == 2


def test_short_help() -> None:
    assert "build" in Said("-h").output and "--limit" in Said("show", "claims", "-h").output


# ---------------------------------------------------------------- what counts


def test_copies_changed_and_missing_files_are_told_and_one_can_be_withdrawn(tmp_path: Path) -> None:
    sources, case = tmp_path / "sources", tmp_path / "case"
    sources.mkdir()
    text = "On 3 March 2021 the Armenian Defence Ministry said that 12 soldiers had been killed.\n"
    for name, words in {"a.txt": text, "b.txt": text, "c.txt": text * 2, "d.txt": text * 3}.items():
        (sources / name).write_text(words, encoding="utf-8")
    first = Said("build", sources, "-o", case, "--no-publish")
    assert "4 documents read, 3 new" in first.words and "b.txt is the same as a.txt" in first.words
    (sources / "c.txt").write_text(text * 4, encoding="utf-8")
    (sources / "d.txt").unlink()
    second = Said("build", sources, "-o", case, "--no-publish")
    assert "Files that have changed" in second.words and "Of earlier runs" in second.words
    assert Said("withdraw", case, "a.txt").status == 2
    assert Said("withdraw", case, "a.txt", "--reason", " ").status == 2
    assert "a.txt no longer counts" in Said("withdraw", case, "a.txt", "--reason", "a forgery").words
    shown = Said("show", "documents", case).words
    assert all(words in shown for words in ("the same as b.txt", "superseded on", ": a forgery"))
    third = Said("build", sources, "-o", case, "--no-publish", "--json").json
    assert [one["name"] for one in third["withdrawn"]] == ["a.txt"] and third["absent"] == ["d.txt"]
    assert "a.txt counts again" in Said("restore", case, "a.txt", "--reason", "no forgery").words


# ---------------------------------------------------------------- incidents


def test_incidents_are_shown_with_their_reports_and_exported(case: Path) -> None:
    said = Said("show", "incidents", case, "--limit", 3)
    assert said.status == 0 and "3 of " in said.words and "independent origin" in said.words
    shown = Said("show", "incidents", case, "--json").json
    rows = list(
        csv.DictReader(io.StringIO(Said("export", case, "--what", "incidents", "--format", "csv").output))
    )
    assert [row["id"] for row in rows] == [one["id"] for one in shown]
    counted = [row for row in rows if row["best"]]
    assert counted and all(int(row["low"]) <= int(row["best"]) <= int(row["high"]) for row in counted)
    for row in counted:
        parts = sum(int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))
        assert parts >= int(row["best"])


def test_incidents_are_merged_split_and_put_back(case: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(case, tmp_path / "case"))
    before = Said("show", "incidents", folder, "--json").json
    one, other = before[0], before[1]
    merged = Said(
        "review", "merge-incidents", folder, one["id"], other["id"], "--reason", "one raid", "--json"
    )
    assert merged.status == 0, merged.errors
    assert Said("reconcile", folder).status == 0
    after = {each["id"]: each for each in Said("show", "incidents", folder, "--json").json}
    assert other["id"] not in after
    claims = {report["claim"] for report in after[one["id"]]["reports"]}
    assert claims == {report["claim"] for report in (*one["reports"], *other["reports"])}
    assert Said("show", "decisions", folder, "--json").json[0]["reason"] == "one raid"
    assert Said("review", "undo", folder, 1, "--reason", "two raids after all").status == 0
    assert Said("reconcile", folder).status == 0
    assert Said("show", "incidents", folder, "--json").json == before
    apart = one["reports"][-1]["claim"]
    split = Said("review", "split-incident", folder, apart[:12], "--reason", "elsewhere", "--by", "A. Reader")
    assert split.status == 0 and "review undo" in split.words
    early = Said("review", "merge-incidents", folder, one["id"], other["id"], "--reason", "too early")
    assert early.status == 1 and "have not been reconciled" in " ".join(early.errors.split())
    assert Said("reconcile", folder).status == 0
    after = {each["id"]: each for each in Said("show", "incidents", folder, "--json").json}
    assert apart not in {report["claim"] for report in after[one["id"]]["reports"]}
    assert Said("verify", folder).status == 0


def test_an_incident_decision_that_cannot_be_is_refused(case: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(case, tmp_path / "case"))
    (one, *_) = Said("show", "incidents", folder, "--json").json
    claims = [report["claim"] for report in one["reports"]]
    for arguments, words in (
        (("merge-incidents", folder, one["id"], claims[0]), "two or more"),
        (("merge-incidents", folder, one["id"], "no-such-id"), "Nothing has an id"),
        (("split-incident", folder, *claims), "all the claims"),
    ):
        said = Said("review", *arguments, "--reason", "why not")
        assert said.status != 0 and words in " ".join(said.errors.split()), said.errors


def test_a_sealed_claim_is_in_no_exported_incident(case: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(case, tmp_path / "case"))
    (one, *_) = Said("show", "incidents", folder, "--json").json
    sealed = one["reports"][0]["claim"]
    settings = folder / "casebook.toml"
    settings.write_text(settings.read_text() + f'\n[access]\nsealed_claims = ["{sealed}"]\n')
    assert sealed not in Said("export", folder, "--what", "incidents", "--format", "jsonl").output
    assert Said("publish", folder).status == 0
    pages = [page for page in (folder / "site").rglob("*.html") if sealed in page.read_text()]
    assert pages == []


def test_ceasefires_are_shown_with_what_each_claim_says(case: Path) -> None:
    found = Said("show", "ceasefires", case, "--json").json
    assert found, "the example tells of truces"
    assert [one["effective"] or one["agreed"] for one in found] == sorted(
        one["effective"] or one["agreed"] for one in found
    )
    assert all(word["claim"] for one in found for word in one["words"])
    assert "Ceasefire" in Said("show", "ceasefires", case, "--limit", 1).words

"""The whole run on real documents, and what it does with those that cannot be read."""

import multiprocessing
import os
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from counterclaim.casebook import Casebook
from counterclaim.casebook.fingerprint import derivation_fingerprint
from counterclaim.cli.exporting import export
from counterclaim.cli.options import Exported, ExportFormat
from counterclaim.errors import CounterclaimError, UnreadableError
from counterclaim.gazetteer import open_gazetteer
from counterclaim.gazetteer.adding import add_to_casebook
from counterclaim.model import Extraction, Reconciliation, Registers
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import (
    Stage,
    Step,
    as_it_was_known,
    build,
    extract_pending,
    public_record,
    publish_site,
    read_sources,
    reconcile_claims,
    resolve_names,
    stages,
)
from counterclaim.pipeline.stages import earlier_records, refuse_unsound
from tests.casebook.material import dump, killed, north
from tests.processes import ROOT

EXAMPLE = ROOT / "examples" / "karabakh-2020"
REPORT = "On 3 March 2021 the Armenian Defence Ministry said that 12 soldiers had been killed.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "case"
    build([EXAMPLE / "sources"], folder, settings=EXAMPLE / "casebook.toml")
    return folder


def write(folder: Path, name: str, text: str = REPORT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_document_is_read_and_every_claim_quotes_it(built: Path) -> None:
    with Casebook.open(built) as casebook:
        record = casebook.record()
        assert casebook.verify() == []
    texts = {document.digest: document.text for document in record.documents}
    assert len(texts) == 23 and record.unread == ()
    assert all(texts[claim.document][claim.start : claim.end] == claim.quote for claim in record.claims)
    assert len({claim.id for claim in record.claims}) == len(record.claims) > 100
    assert (built / "site" / "index.html").is_file()


def test_a_second_run_changes_nothing(built: Path) -> None:
    before = dump(built)
    summary = build([EXAMPLE / "sources"], built, settings=EXAMPLE / "casebook.toml")
    assert (summary.reading.documents, summary.reading.added, summary.extracted.documents) == (23, 0, 0)
    assert dump(built) == before


def test_what_follows_from_claims_is_worked_out_again_only_when_something_changed(
    built: Path, tmp_path: Path
) -> None:
    nothing = Reconciliation()
    with Casebook.open(shutil.copytree(built, tmp_path / "case")) as casebook, casebook.locked():
        found, policy = casebook.reconciliation(), casebook.settings.policy
        casebook.put_reconciliation(nothing, derivation_fingerprint(casebook.conflict, policy))
        resolve_names(casebook)
        reconcile_claims(casebook)
        assert casebook.reconciliation() == nothing
        casebook.decide("look at it", [casebook.claims()[0].id], "something changed")
        assert not casebook.is_reconciled
        reconcile_claims(casebook)
        assert casebook.reconciliation() == found


def test_other_registers_and_another_program_work_findings_out_again(built: Path, tmp_path: Path) -> None:
    with Casebook.open(shutil.copytree(built, tmp_path / "case")) as casebook, casebook.locked():
        found = casebook.reconciliation()
        casebook.put_registers(Registers(), "what another gazetteer gives")
        assert not casebook.is_reconciled
        resolve_names(casebook)
        reconcile_claims(casebook)
        assert casebook.reconciliation() == found
        casebook.put_reconciliation(Reconciliation(), "what another program gives")
        reconcile_claims(casebook)
        assert casebook.reconciliation() == found


def test_places_added_to_a_gazetteer_resolve_names_again(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built, tmp_path / "case")
    with Casebook.open(folder) as casebook, casebook.locked():
        found = casebook.record().registers
        order, gazetteer = casebook.settings.shown_places.name_order, open_gazetteer(folder)
        made_with = derivation_fingerprint(casebook.conflict, gazetteer.stamp, order)
        casebook.put_registers(Registers(), made_with)
        resolve_names(casebook)
        assert casebook.record().registers == Registers()
        place = write(tmp_path, "places.csv", "name,latitude,longitude\nA place that no claim names,1,2\n")
        add_to_casebook(folder, place)
        resolve_names(casebook)
        assert casebook.record().registers == found


def test_workers_find_the_same_as_one_process(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    build([EXAMPLE / "sources"], folder, settings=EXAMPLE / "casebook.toml", workers=2, site=False)
    assert dump(folder) == dump(built)
    assert not (folder / "site").exists()


def test_progress_goes_through_the_stages_in_order_and_to_the_end(tmp_path: Path) -> None:
    steps: list[Step] = []
    source = write(tmp_path, "sources/a.txt")
    build([source, write(tmp_path, "sources/b.txt", REPORT * 2)], tmp_path / "case", progress=steps.append)
    assert [step.stage.value for step in steps] == sorted(step.stage.value for step in steps)
    last = {step.stage: step for step in steps}
    assert set(last) == set(Stage) and all(step.finished for step in last.values())
    done: defaultdict[Stage, list[int]] = defaultdict(list)
    for step in steps:
        done[step.stage].append(step.done)
    assert done[Stage.READ] == [0, 1, 2] and done[Stage.EXTRACT] == [0, 1, 2]


# ---------------------------------------------------------------- what cannot be read


def test_a_missing_source_stops_the_run_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="There is no file or folder"):
        build([write(tmp_path, "a.txt"), tmp_path / "missing"], tmp_path / "case")
    assert not (tmp_path / "case").exists()


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "sources" / "inner").mkdir(parents=True)
    with pytest.raises(UnreadableError, match="There is no file to read in"):
        build([tmp_path / "sources"], tmp_path / "case")
    assert not (tmp_path / "case").exists()


def test_unread_files_are_listed_and_the_run_goes_on(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "a.txt")
    write(sources, "broken.pdf", "%PDF-1.7 and nothing that follows from it")
    write(sources, "table.xlsx", "PK")
    (sources / "link").symlink_to(tmp_path)
    (sources / "dangling.txt").symlink_to(tmp_path / "nowhere")
    summary = build([sources], tmp_path / "case")
    reasons = {one.name: one.reason for one in summary.reading.unread}
    assert summary.reading.documents == 1
    assert set(reasons) == {"broken.pdf", "table.xlsx", "link", "dangling.txt"} and all(reasons.values())
    again = build([sources], tmp_path / "case")
    assert {one.name: one.reason for one in again.reading.unread} == reasons


def test_nothing_that_can_be_read_fails_the_run_with_the_reasons(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"(?s)Nothing in the sources could be read.*table\.xlsx: "):
        build([write(tmp_path, "table.xlsx", "PK")], tmp_path / "case")
    with Casebook.open(tmp_path / "case") as casebook:
        assert [one.name for one in casebook.unread()] == ["table.xlsx"]


def test_a_file_that_was_mended_is_no_longer_unread(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "a.txt")
    write(sources, "b.txt", " ")
    assert build([sources], tmp_path / "case").tally.unread == 1
    write(sources, "b.txt", REPORT * 3)
    summary = build([sources], tmp_path / "case")
    assert (summary.tally.unread, summary.tally.documents) == (0, 2)


def test_files_of_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt")
    write(tmp_path, "two/a.txt", REPORT * 2)
    summary = build([tmp_path / "one", tmp_path / "two"], tmp_path / "case", site=False)
    assert summary.tally.documents == 2


def test_a_casebook_among_the_sources_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "sources/a.txt")
    for _ in range(2):
        summary = build([tmp_path / "sources"], tmp_path / "sources" / "case")
    assert summary.tally.documents == 1 and summary.reading.unread == ()
    other = build([tmp_path / "sources"], tmp_path / "case")
    assert [(one.name, one.reason) for one in other.reading.unread] == [
        ("case", "it is a casebook, not documents")
    ]


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "sources/a.txt")
    write(tmp_path, "sources/.hidden/b.txt", REPORT * 2)
    write(tmp_path, "sources/.c.txt", REPORT * 3)
    assert build([tmp_path / "sources"], tmp_path / "case").tally.documents == 1


def test_bytes_are_a_source(tmp_path: Path) -> None:
    summary = build([REPORT.encode()], tmp_path / "case", site=False)
    assert summary.tally.documents == 1
    with Casebook.open(tmp_path / "case") as casebook:
        assert casebook.document_lines()[0].name == "standard input"


def test_a_pipe_is_a_source(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, REPORT.encode())
    os.close(writer)
    try:
        summary = build([Path(f"/dev/fd/{reader}")], tmp_path / "case", site=False)
    finally:
        os.close(reader)
    assert summary.tally.documents == 1


# ---------------------------------------------------------------- what cannot be extracted


@contextmanager
def killing_workers() -> Iterator[None]:
    """Kill every process that this one starts for as long as the block lasts."""
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.01):
            for worker in multiprocessing.active_children():
                worker.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        over.set()
        killer.join()


def test_documents_whose_workers_die_are_listed_and_found_the_next_time(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path, f"sources/{number}.txt", f"Report {number}. {REPORT}")
    with Casebook.open(tmp_path / "case", create=True) as casebook, casebook.locked():
        read_sources(casebook, [tmp_path / "sources"])
        with killing_workers():
            extracted = extract_pending(casebook, workers=2)
        assert extracted.documents == 0
        assert casebook.unread() == list(extracted.failed)
        assert ["process that worked on it died" in one.reason for one in extracted.failed] == [True] * 3
        again = extract_pending(casebook)
        assert (again.documents, again.failed) == (3, ())
        assert casebook.unread() == [] and casebook.pending() == [] and casebook.verify() == []


def test_a_claim_that_does_not_quote_its_document_is_refused() -> None:
    text = north()
    sound = killed(text, "The northern ministry said that 12 soldiers were killed by 3 March.", "12", 12)
    refuse_unsound(text, Extraction(text.digest, (sound,)))
    with pytest.raises(CounterclaimError, match="have one identifier"):
        refuse_unsound(text, Extraction(text.digest, (sound, sound)))
    shifted = killed(text, "In room 7 the talks went on.", "7", 7)
    for unsound in (replace(shifted, start=shifted.start + 1), replace(shifted, document="0" * 64)):
        with pytest.raises(CounterclaimError, match="does not quote the document"):
            refuse_unsound(text, Extraction(text.digest, (unsound,)))


# ---------------------------------------------------------------- replay, sealing


def test_as_it_was_known_holds_only_what_was_said_by_then(built: Path) -> None:
    with Casebook.open(built) as casebook:
        record = casebook.record()
        day = PartialDate("2020-10-12")
        known = as_it_was_known(casebook, day)
    assert 0 < len(known.claims) < len(record.claims)
    assert all(claim.reported_on is None or claim.reported_on.last <= day.last for claim in known.claims)
    ids = {claim.id for claim in known.claims}
    weighed = {weighing.claim for finding in known.reconciliation.findings for weighing in finding.weighings}
    assert weighed and weighed <= ids
    located = [entity for entity in known.registers.entities if entity.location and entity.location.precision]
    assert "town" in {entity.location.kind for entity in located if entity.location}


def test_earlier_records_are_what_could_be_known_on_the_days_of_claims(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Casebook.open(built) as casebook:
        every = list(earlier_records(casebook))
        day = every[5].day
        assert every[5].record == public_record(casebook, day)
        assert [one.day for one in earlier_records(casebook, day)] == [one.day for one in every[:6]]
        monkeypatch.setattr(stages, "MOST_DAYS", 5)
        few = list(earlier_records(casebook))
    days = [one.day for one in every]
    assert days == sorted(set(days)) and len(days) > 20
    assert [one.day for one in few] == [days[round(place * (len(days) - 1) / 4)] for place in range(5)]
    assert all(one.record in [each.record for each in every] for one in few)


def test_a_coarsened_place_is_exact_on_no_page_and_in_no_export(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(built, folder)
    settings = folder / "casebook.toml"
    before = settings.read_text(encoding="utf-8")
    assert "39.7537" in before and "46.7465" in before
    settings.write_text(before + '\n[access]\ncoarsened_places = ["Shushi"]\n', encoding="utf-8")
    with Casebook.open(folder) as casebook:
        publish_site(casebook)
    written = [path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.html")]
    for what, form, day in product(Exported, ExportFormat, (None, PartialDate("2020-11-20"))):
        export(folder, what, form, tmp_path / "export", as_of=day)
        written.append((tmp_path / "export").read_text(encoding="utf-8"))
    assert any("Shusha" in text for text in written)
    for digits in ("39.7537", "46.7465", "39.754", "46.746", "46.747"):
        assert not [text for text in written if digits in text]
    assert any('data-latitude="39.5" data-longitude="46.5"' in text for text in written)
    assert any("[46.5, 39.5]" in text for text in written)


def test_a_sealed_document_is_on_no_page_of_the_site(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(built, folder)
    settings = folder / "casebook.toml"
    with Casebook.open(folder) as casebook:
        sealed = next(line for line in casebook.document_lines() if line.claims > 3)
        text = casebook.document(sealed.digest).text
    seal = f'\n[access]\nsealed_documents = ["{sealed.name}"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + seal, encoding="utf-8")
    build([EXAMPLE / "sources"], folder)
    pages = "".join(
        path.read_text(encoding="utf-8")
        for path in (folder / "site").rglob("*")
        if path.suffix in (".html", ".svg")
    )
    assert sealed.digest not in pages and sealed.name not in pages
    assert all(line not in pages for line in text.splitlines() if len(line) > 60)
    with Casebook.open(folder) as casebook:
        record = public_record(casebook)
        assert sealed.digest in {claim.document for claim in casebook.claims()}
        assert casebook.verify() == []
    assert record.reconciliation.findings
    assert sealed.digest not in {claim.document for claim in record.claims}
    public = {claim.id for claim in record.claims}
    assert len(record.reconciliation.estimates) == len(record.reconciliation.findings)
    assert all(one.claim in public for each in record.reconciliation.estimates for one in each.sources)

"""Workbooks: what their cells show, each with its address, and what is not read of them, listed."""

import builtins
import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.reading import read
from counterclaim.reading.spreadsheet import read_spreadsheet


def saved(fill: Callable[[Any], None], title: str | None = None) -> bytes:
    """The bytes of a workbook that a function has filled."""
    book = openpyxl.Workbook()
    book.properties.title = title
    fill(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def falklands(book: Any) -> None:
    sheet = book.active
    sheet.title = "By side"
    for row in (
        ["Losses in the Falklands War"],
        [],
        [None, "Side", "Military", None],
        [None, None, "Killed", "Wounded"],
        [None, "Argentina", 649, 1657.0],
        [None, "United Kingdom", 255, None],
        [None, "Both", 904, None],
    ):
        sheet.append(row)
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("C7:D7")
    notes = book.create_sheet("Notes")
    notes["A1"] = "Source: the two ministries"
    hidden = book.create_sheet("Scratch")
    hidden["A1"] = 1
    hidden.sheet_state = "hidden"
    book.create_sheet("Empty")


def test_sheets_as_rows_under_their_names() -> None:
    document, hidden = read(saved(falklands), name="falklands_losses.xlsx")
    assert isinstance(document, Document)
    assert document.text == (
        "# By side\n\n"
        "Losses in the Falklands War\n\n"
        "Side | Military |\n"
        "| Killed | Wounded\n"
        "Argentina | 649 | 1657\n"
        "United Kingdom | 255 |\n"
        "Both | 904 | ←\n\n"
        "# Notes\n\n"
        "Source: the two ministries"
    )
    assert document.title == "falklands losses"
    assert document.media_type.endswith("spreadsheetml.sheet")
    assert hidden == Unread(
        "falklands_losses.xlsx:Scratch",
        "the sheet is hidden",
        "Show the sheet in a spreadsheet program, save the file, and add it again.",
    )


def test_each_run_has_its_sheet_and_its_cell() -> None:
    contents = read_spreadsheet(saved(falklands), "a.xlsx")
    where = {contents.text[s.start : s.end]: (s.page, s.cell) for s in contents.segments if s.cell}
    assert where["Losses in the Falklands War"] == (1, "A1")
    assert where["1657"] == (1, "D5")
    assert where["Source: the two ministries"] == (2, "A1")
    assert [s.start for s in contents.segments[1:]] == [s.end for s in contents.segments[:-1]]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3825, "General", "3825"),
        (3825, "#,##0", "3825"),
        (11035.0, "0", "11035"),
        (2.5, "0.0", "2.5"),
        (0.25, "0%", "25%"),
        (1200, '[$$-409]#,##0', "$1200"),
        (1200, '"€"#,##0', "€1200"),
        (datetime.date(2020, 10, 1), "mmm-yy", "2020-10"),
        (datetime.date(2020, 10, 1), "yyyy", "2020"),
        (datetime.date(2020, 10, 1), "d mmm yyyy", "2020-10-01"),
        (datetime.datetime(2020, 10, 1, 9, 30), "yyyy-mm-dd hh:mm", "2020-10-01"),
        (True, "General", "yes"),
        ("3,825*\nsee note", "General", "3,825* see note"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_shown(value: object, form: str, shown: str) -> None:
    def fill(book: Any) -> None:
        book.active.append(["label", value])
        book.active["B1"].number_format = form
        book.active.append(["other", "row"])

    assert read_spreadsheet(saved(fill), "a.xlsx").text == f"# Sheet\n\nlabel | {shown}\nother | row"


def test_formulas_without_results_are_listed() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Killed", 5])
        book.active.append(["Total", "=SUM(B1:B1)"])

    document, trouble = read(saved(fill, title="Toll"), name="a.xlsx")
    assert isinstance(document, Document)
    assert document.title == "Toll"
    assert isinstance(trouble, Unread)
    assert trouble.reason == "one cell holds a formula whose result was not saved"


def test_results_that_were_saved_are_read() -> None:
    """A spreadsheet program writes the result beside its formula."""

    def fill(book: Any) -> None:
        book.active.append(["Killed", 5])
        book.active.append(["Total", "=SUM(B1:B1)"])

    found = list(read(_with_result(saved(fill), b"5"), name="a.xlsx"))
    assert [item.text for item in found if isinstance(item, Document)] == ["# Sheet\n\nKilled | 5\nTotal | 5"]
    assert len(found) == 1


def _with_result(data: bytes, result: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                content = content.replace(b"<v />", b"<v>" + result + b"</v>")
                content = content.replace(b"<v></v>", b"<v>" + result + b"</v>")
                content = content.replace(b"</f></c>", b"</f><v>" + result + b"</v></c>")
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"no zip at all"])
def test_a_broken_workbook(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.xlsx: it is not a whole workbook") as caught:
        read_spreadsheet(data, "a.xlsx")
    assert "save it as .xlsx again" in caught.value.remedy


def test_a_zip_that_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(UnreadableError, match="not a whole workbook"):
        read_spreadsheet(file.getvalue(), "a.xlsx")


def test_without_openpyxl_the_remedy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "openpyxl":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    data = saved(falklands)
    imported = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", refuse)
    (unread,) = read(data, name="a.xlsx")
    assert isinstance(unread, Unread)
    assert "openpyxl" in unread.reason
    assert unread.remedy.endswith("python -m pip install openpyxl")


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsb"])
def test_other_spreadsheets_are_unread_with_a_remedy(suffix: str) -> None:
    (unread,) = read(b"\xd0\xcf\x11\xe0", name=f"a{suffix}")
    assert isinstance(unread, Unread)
    assert unread.remedy == "Save it as .xlsx or .csv and add that."

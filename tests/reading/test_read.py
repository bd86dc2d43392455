import hashlib
import os
from pathlib import Path

import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.reading import read
from tests.reading.made_pdf import made_pdf, paragraphs


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/z.md", "b/a.txt", ".hidden.txt", ".git/x.txt", "a.xyz"):
        (tmp_path / name).write_text(f"Text of {name}.")
    found = list(read(tmp_path))
    assert [item.name for item in found] == ["a.xyz", "b/a.txt", "b/z.md", "c.txt"]
    assert [type(item) for item in found] == [Unread, Document, Document, Document]


def test_a_document_keeps_its_original(tmp_path: Path) -> None:
    data = b"Five people were killed.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (document,) = read(path)
    assert isinstance(document, Document)
    assert (document.original, document.digest) == (data, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"Five people were killed.", "text/plain"),
        (b"---\ntitle: a\n---\nFive people were killed.", "text/markdown"),
        (
            b"<!DOCTYPE html><html><body><p>" + b"Five people were killed. " * 9 + b"</p></body></html>",
            "text/html",
        ),
        (made_pdf([paragraphs(700, [["Five people were killed."]])]), "application/pdf"),
        (b'{"text": "Five people were killed."}', "application/json"),
    ],
)
def test_standard_input_is_told_by_its_bytes(data: bytes, media_type: str) -> None:
    (document,) = read(data)
    assert isinstance(document, Document)
    assert (document.name, document.media_type) == (
        "standard input:1" if media_type == "application/json" else "standard input",
        media_type,
    )
    assert "Five people were killed." in document.text


def test_a_pdf_under_another_name_is_still_a_pdf() -> None:
    (document,) = read(made_pdf([paragraphs(700, [["Five people were killed."]])]), name="download.html")
    assert isinstance(document, Document) and document.media_type == "application/pdf"


@pytest.mark.parametrize(
    ("name", "data", "reason", "remedy"),
    [
        ("a.docx", b"PK\x03\x04", "files of the kind .docx are not read", "PDF or HTML"),
        ("a.jpg", b"\xff\xd8\xff", "files of the kind .jpg are not read", "text recognition"),
        ("a.xyz", b"text", "files of the kind .xyz are not read", ".jsonl"),
        ("a.txt", b" \n", "it is empty", "Fetch it again"),
        ("a.txt", b"a\0b", "it holds binary data, not text", "Convert"),
        ("a.md", b"---\n: [\n---\n", "line 2: the front matter is not YAML", "Correct it"),
        ("a.md", b"<!-- nothing -->", "there is no text in it", "right file"),
        ("a.html", b"<html></html>", "no main text was found", ".txt"),
        ("a.pdf", b"%PDF-1.4 cut", "it is not a whole PDF file", "Fetch it again"),
        ("a.jsonl", b"a\0b", "it holds binary data, not text", "Convert"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    name: str, data: bytes, reason: str, remedy: str
) -> None:
    (row,) = read(data, name=name)
    assert isinstance(row, Unread)
    assert row.name == name
    assert reason in row.reason
    assert remedy in row.remedy
    assert row.digest == hashlib.sha256(data).hexdigest()


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file or folder") as caught:
        read(tmp_path / "nowhere")
    assert caught.value.remedy


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    with pytest.raises(UnreadableError, match="the folder holds no files") as caught:
        read(tmp_path)
    assert "Put documents into it" in caught.value.remedy


def test_links_and_pipes_are_named(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.txt").write_text("Text.")
    (tmp_path / "link").symlink_to(tmp_path / "inside", target_is_directory=True)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    rows = {item.name: item for item in read(tmp_path) if isinstance(item, Unread)}
    assert set(rows) == {"dangling.txt", "link", "pipe"}
    assert "not followed" in rows["link"].reason
    assert "not a regular file" in rows["pipe"].reason

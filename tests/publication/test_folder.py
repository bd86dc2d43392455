"""The site's folder: replaced whole or left as it was, and only if it is a site."""

from pathlib import Path

import pytest

from counterclaim.publication.errors import PublicationError
from counterclaim.publication.folder import MARKER, replacing


def write(folder: Path, name: str) -> None:
    with replacing(folder) as fresh:
        (fresh / name).write_text(name)


def contents(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    write(site, "old.html")
    write(site, "new.html")
    assert contents(site) == {"new.html", MARKER}
    assert contents(site.parent) == {"site"}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", "new.html")
    assert contents(tmp_path / "site") == {"new.html", MARKER}


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_site_is_not_replaced(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "thesis"
    if kind == "folder":
        target.mkdir()
        (target / "chapter.txt").write_text("years of work")
    else:
        target.write_text("years of work")
    with pytest.raises(PublicationError, match="something else than a site"):
        write(target, "new.html")
    assert (target / "chapter.txt" if kind == "folder" else target).read_text() == "years of work"
    assert contents(tmp_path) == {"thesis"}


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "old.html")
    with pytest.raises(ZeroDivisionError), replacing(site) as fresh:
        (fresh / "new.html").write_text("half")
        raise ZeroDivisionError
    with pytest.raises(PublicationError, match="No space left") as error, replacing(site):
        raise OSError(28, "No space left on device")
    assert "space" in error.value.remedy
    assert contents(site) == {"old.html", MARKER}
    assert contents(tmp_path) == {"site"}


def test_a_run_that_was_killed_between_the_renames_is_mended(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "old.html")
    site.rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    with pytest.raises(ZeroDivisionError), replacing(site):
        raise ZeroDivisionError
    assert contents(site) == {"old.html", MARKER}
    assert contents(tmp_path) == {"site"}


def test_a_parent_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublicationError, match="could not be written"):
        write(tmp_path / "file" / "site", "new.html")

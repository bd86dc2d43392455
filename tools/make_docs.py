"""Write the pages of docs/ that are generated from the code.

    python tools/make_docs.py

`make docs` runs it; a test compares the pages with what it would write.
"""

from pathlib import Path

from counterclaim.casebook import schema_reference
from counterclaim.cli import cli_reference
from counterclaim.settings import settings_reference
from counterclaim.taxonomies import crosswalk_reference

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {
    "cli.md": cli_reference,
    "crosswalk.md": crosswalk_reference,
    "settings.md": settings_reference,
    "schema.md": schema_reference,
}


def main() -> None:
    """Write each page that has changed."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""What was found is found anew when what finds it changes, and only then."""

import ast
from pathlib import Path

import pytest

from counterclaim.casebook import fingerprint

PACKAGE = Path(fingerprint.__file__).parents[1]


def _imports(path: Path) -> dict[str, str]:
    """Each name that `path` imports from the package, with the module that it comes from."""
    return {
        alias.name: node.module
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


HOME = {
    name: "model/" + module.removeprefix("counterclaim.model.") + ".py"
    for name, module in _imports(PACKAGE / "model" / "__init__.py").items()
    if module.startswith("counterclaim.model.")
}


@pytest.mark.parametrize(
    ("stage", "parts"), [("reading", fingerprint._READER), ("extraction", fingerprint._EXTRACTOR)]
)
def test_the_records_that_a_stage_makes_are_part_of_its_fingerprint(
    stage: str, parts: tuple[str, ...]
) -> None:
    """And no other: else each new field of a finding would have every document extracted again."""
    used = {
        HOME[name]
        for path in (PACKAGE / stage).rglob("*.py")
        for name, module in _imports(path).items()
        if module == "counterclaim.model" and name in HOME
    }
    assert used == {part for part in parts if part.startswith("model/")}

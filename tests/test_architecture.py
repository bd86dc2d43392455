"""Nothing flows back: a stage imports from the stages before it, never from a later one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "counterclaim"


def _order() -> dict[str, int]:
    """The layers in the order in which docs/architecture.md draws them, each name with its place."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawing = re.search(r"```layers\n(.*?)```", page, re.DOTALL)
    assert drawing, "docs/architecture.md has lost its ```layers block"
    lines = drawing[1].strip().splitlines()
    return {name: place for place, line in enumerate(lines) for name in line.split()}


ORDER = _order()


def _layer(module: str) -> str:
    """The layer of `counterclaim.x.y`: x; of the package itself: __init__."""
    return [*module.split("."), "__init__"][1]


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(source: str) -> Iterator[str]:
    """Every module of the package that `source` imports, wherever in the file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("counterclaim."))
        elif isinstance(node, ast.ImportFrom) and node.module == "counterclaim":
            yield from (f"counterclaim.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("counterclaim."):
            yield str(node.module)


def backward(module: str, source: str) -> list[str]:
    """The imports of `module` that go against the order."""
    place = ORDER[_layer(module)]
    return [
        name for name in imported(source) if _layer(name) != _layer(module) and ORDER[_layer(name)] >= place
    ]


def test_every_layer_has_its_place_in_the_order() -> None:
    found = {_layer(module) for module, _ in _modules()} - {"__init__"}
    assert found == set(ORDER), "docs/architecture.md and src/counterclaim/ list different layers"


@pytest.mark.parametrize(
    ("module", "path"), [pytest.param(*item, id=item[0]) for item in _modules() if "." in item[0]]
)
def test_no_stage_imports_a_later_one(module: str, path: Path) -> None:
    assert backward(module, path.read_text(encoding="utf-8")) == []


def test_imports_are_absolute() -> None:
    """A relative import would slip past the order above."""
    for module, path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{module} imports relatively"


def test_a_backward_import_is_noticed() -> None:
    source = "def f():\n    from counterclaim import publication\n    import counterclaim.registers.places\n"
    assert backward("counterclaim.extraction.counts", source) == [
        "counterclaim.publication",
        "counterclaim.registers.places",
    ]

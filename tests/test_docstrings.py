"""Every public name says what it is: values with their units, errors, and a method's source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "counterclaim"
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public_names(tree: ast.Module) -> Iterator[tuple[str, Documented]]:
    """The module, and each class, function and method that a reader may use, with its dotted name."""
    yield "the module", tree
    yield from _members("", tree)


def _members(prefix: str, owner: ast.Module | ast.ClassDef) -> Iterator[tuple[str, Documented]]:
    for node in owner.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_") or _repeats_another(node):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _members(f"{prefix}{node.name}.", node)


def _repeats_another(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Overloads, overrides and setters are documented where the name is first defined."""
    words = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in node.decorator_list}
    return bool(words & {"overload", "override", "setter", "deleter"})


def undocumented(source: str) -> list[str]:
    """The public names in `source` without a docstring."""
    return [name for name, node in public_names(ast.parse(source)) if not ast.get_docstring(node)]


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=str(path.relative_to(PACKAGE))) for path in sorted(PACKAGE.rglob("*.py"))],
)
def test_public_names_have_docstrings(path: Path) -> None:
    assert undocumented(path.read_text(encoding="utf-8")) == []


def test_a_missing_docstring_is_noticed() -> None:
    source = '"""A module."""\nclass Thing:\n  "A thing."\n  def act(self): ...\n  def _hide(self): ...\n'
    assert undocumented(source) == ["Thing.act"]

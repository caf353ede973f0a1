"""Reads the product's own source: files, syntax trees, and what each name in them really is."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).resolve().parents[2]
DESCRIBED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One Python file; `path` is relative to the house."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return (HOUSE / self.path).read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines."""
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        """The file's syntax tree."""
        return ast.parse(self.text, filename=str(self.path))

    @cached_property
    def name(self) -> str:
        """The dotted name to import."""
        parts = list(self.path.with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def folder(self) -> str:
        """The concept: the folder (or lone module) below the package."""
        return self.path.with_suffix("").parts[1] if len(self.path.parts) > 1 else ""

    def at(self, node: ast.AST) -> str:
        """Return path:line, which editors open."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"

    @cached_property
    def imports(self) -> list[tuple[ast.stmt, str]]:
        """Every import anywhere in the file, as the full dotted name of what it brings."""
        found: list[tuple[ast.stmt, str]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = self._base(node)
                found += [(node, f"{base}.{alias.name}") for alias in node.names]
        return found

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".")
        is_package = self.path.name == "__init__.py"
        package = package[: len(package) - node.level + is_package]
        return ".".join([*package, *([node.module] if node.module else [])])

    @cached_property
    def names(self) -> dict[str, str]:
        """What each imported name in this file really is."""
        known: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.split(".")[0]
                    known[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    known[alias.asname or alias.name] = f"{self._base(node)}.{alias.name}"
        return known

    def dotted(self, node: ast.expr) -> str:
        """Return the full dotted name of an expression such as `datetime.now`, or "" when it has none."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            left = self.dotted(node.value)
            return f"{left}.{node.attr}" if left else ""
        return ""

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Yield every function, wherever it stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, FUNCTIONS):
                yield node

    def docstrings(self) -> set[int]:
        """Return the ids of the nodes that are docstrings."""
        found: set[int] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.Module, *DESCRIBED)) and node.body:
                first = node.body[0]
                if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                    found.add(id(first.value))
        return found


@lru_cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return every Python file below these folders or files, in order."""
    paths: list[Path] = []
    for folder in folders:
        start = HOUSE / folder
        paths += [start] if start.is_file() else sorted(start.rglob("*.py"))
    return tuple(Module(path.relative_to(HOUSE)) for path in paths if not re.search(r"__pycache__|/build/", str(path)))


def report(problems: list[str], rule: str) -> None:
    """Fail with the rule and every place that breaks it."""
    assert not problems, "\n".join(["", rule, *(f"  {line}" for line in problems)])

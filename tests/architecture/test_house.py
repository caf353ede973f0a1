"""The house rules: what lives where, how long a thing may be, who may read the clock.

Each test tells the rule, every place that breaks it, and what to do instead. A rule that turns out wrong is
changed here, in the open, with its reason; none is got round in the code.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from duty_console.desk import ROOMS_WITH_TABLES
from tests.architecture.source import DESCRIBED, FUNCTIONS, HOUSE, Module, modules, report

PRODUCT = ("app.py", "duty_console", "ui")
EVERYTHING = (*PRODUCT, "tests", "installers")

TOP_LEVEL = re.compile(
    r"app\.py|pyproject\.toml|duty_console|ui|resources|tests|installers|README(\.[\w-]+)?\.md|LICENSE|CHANGELOG\.md"
    r"|Makefile|docs|\..+"
)
VAGUE = {"utils", "util", "helpers", "helper", "manager", "data", "info", "common", "misc"}

CLOCK_READINGS = (
    {f"datetime.{name}" for name in ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")}
    | {
        f"time.{name}"
        for name in (
            "time",
            "time_ns",
            "localtime",
            "gmtime",
            "ctime",
            "monotonic",
            "monotonic_ns",
            "clock_gettime",
        )
    }
    | {
        f"PySide6.QtCore.{name}"
        for name in (
            "QDateTime.currentDateTime",
            "QDateTime.currentDateTimeUtc",
            "QDateTime.currentMSecsSinceEpoch",
            "QDateTime.currentSecsSinceEpoch",
            "QDate.currentDate",
            "QTime.currentTime",
        )
    }
    | {"sqlalchemy.func.now", "sqlalchemy.func.current_timestamp"}
)
CLOCK_IN_SQL = re.compile(
    r"CURRENT_(TIMESTAMP|DATE|TIME)\b|\b(date|time|datetime|julianday|strftime)\([^)]*'now'", re.I
)

PRINTS = {"print", "pprint.pprint", "sys.stdout.write"}

FILE_LINES = 500
FUNCTION_LINES = 60
FORM_MARK = re.compile(r"#\s*form:\s*\S+")


def test_top_level_holds_only_what_the_design_names() -> None:
    if shutil.which("git") and (HOUSE / ".git").exists():
        # What git knows or would add: a build folder or an editor's leftovers are nobody's concern.
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
        entries = {line.strip('"').split("/")[0] for line in listed.splitlines()}
    else:
        entries = {path.name for path in HOUSE.iterdir()} - {"build", "dist"}
    strangers = sorted(name for name in entries if not TOP_LEVEL.fullmatch(name))
    report(strangers, "Nothing else stands at the top level. Put these into the folder they belong to:")


@pytest.mark.parametrize("module", modules(*EVERYTHING), ids=lambda module: str(module.path))
def test_file_is_one_thought(module: Module) -> None:
    problems = []
    if len(module.lines) > FILE_LINES and "revisions" not in module.path.parts:  # a list of tables, written by Alembic
        problems.append(f"{module.path}: {len(module.lines)} lines")
    report(problems, f"A module is one thought: about 300 lines, {FILE_LINES} at most. Split it by concept:")


@pytest.mark.parametrize("module", modules(*EVERYTHING), ids=lambda module: str(module.path))
def test_functions_are_short(module: Module) -> None:
    problems = []
    for function in module.functions():
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > FUNCTION_LINES and not _builds_a_form(module, function):
            problems.append(f"{module.at(function)} {function.name}: {length} lines")
    report(
        problems,
        f"A function has about 25 lines, {FUNCTION_LINES} at most. Only one in ui/ that does nothing but "
        "lay out a form may be longer; write `# form: which one` on its def line:",
    )


def _builds_a_form(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    head = module.lines[function.lineno - 1 : function.body[0].lineno]
    return module.path.parts[0] == "ui" and any(FORM_MARK.search(line) for line in head)


def test_names_say_what_a_thing_is() -> None:
    problems = [str(module.path) for module in modules(*PRODUCT) if VAGUE & set(module.path.with_suffix("").parts)]
    report(problems, "Name it after what it is in the duty room (domain.md §9); these names say nothing:")


def test_only_the_clock_reads_the_clock() -> None:
    problems = []
    for module in modules(*PRODUCT):
        if module.name == "duty_console.clock":
            continue
        docstrings = module.docstrings()
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute | ast.Name) and module.dotted(node) in CLOCK_READINGS:
                problems.append(f"{module.at(node)} {module.dotted(node)}")
            elif (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docstrings
                and CLOCK_IN_SQL.search(node.value)
            ):
                problems.append(f"{module.at(node)} the database's clock")
    report(
        problems,
        "Time is passed in: take a Clock (duty_console/clock.py) and ask it. These read their own:",
    )


def test_no_error_is_swallowed() -> None:
    problems = []
    for module in modules(*EVERYTHING):
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.ExceptHandler):
                continue
            if node.type is None:
                problems.append(f"{module.at(node)} bare except")
            elif all(_does_nothing(statement) for statement in node.body):
                problems.append(f"{module.at(node)} except {ast.unparse(node.type)}: pass")
    report(
        problems,
        "Name the error and do something about it; where nothing is to be done, write "
        "`with contextlib.suppress(TheError):  # reason`:",
    )


def _does_nothing(statement: ast.stmt) -> bool:
    is_ellipsis = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or is_ellipsis


def test_only_the_command_line_prints() -> None:
    problems = []
    for module in modules("duty_console", "ui"):
        if module.name.startswith(("duty_console.cli", "ui.tour", "ui.i18n_tool")):
            continue
        problems += [
            module.at(node)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and module.dotted(node.func) in PRINTS
            # Standard error is for words that have no window to stand in.
            and not any(word.arg == "file" for word in node.keywords)
        ]
    report(problems, "Standard output belongs to the command line. Return the value, or use logging:")


def test_public_things_say_what_and_why() -> None:
    bases = _bases()
    problems = []
    for module in modules("duty_console"):
        if module.lines and not ast.get_docstring(module.tree):
            problems.append(f"{module.path}:1 the module")
        problems += _undescribed(module, module.tree.body, bases)
    report(problems, "A public docstring says in a sentence what and why. Missing here:")


class _Base(NamedTuple):
    """What a class inherits from, by name, and which of its methods it describes."""

    names: tuple[str, ...]
    described: frozenset[str]


def _bases() -> dict[str, _Base]:
    return {
        node.name: _Base(
            tuple(module.dotted(base).rsplit(".", 1)[-1] for base in node.bases),
            frozenset(each.name for each in node.body if isinstance(each, FUNCTIONS) and ast.get_docstring(each)),
        )
        for module in modules("duty_console")
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }


def _inherited(name: str, bases: dict[str, _Base]) -> set[str]:
    """Return the methods that a class above this one describes: an override need not say it again."""
    above = [base for base in bases.get(name, _Base((), frozenset())).names if base in bases]
    return {method for base in above for method in bases[base].described | _inherited(base, bases)}


def _undescribed(module: Module, body: list[ast.stmt], bases: dict[str, _Base], above: str = "") -> list[str]:
    problems = []
    for node in body:
        if not isinstance(node, DESCRIBED) or node.name.startswith("_"):
            continue
        marks = {module.dotted(mark).rsplit(".", 1)[-1] for mark in node.decorator_list}
        if marks & {"override", "overload", "setter"} or node.name in _inherited(above, bases):
            continue
        if not ast.get_docstring(node):
            problems.append(f"{module.at(node)} {node.name}")
        if isinstance(node, ast.ClassDef):
            problems += _undescribed(module, node.body, bases, node.name)
    return problems


def test_the_rules_notice_what_they_forbid() -> None:
    """A rule that cannot fail is none: each must see its own bad example."""
    bad = Module(Path("tests/architecture/bad_example.txt"))
    readings = [
        bad.dotted(node)
        for node in ast.walk(bad.tree)
        if isinstance(node, ast.Attribute | ast.Name) and bad.dotted(node) in CLOCK_READINGS
    ]
    assert sorted(readings) == [
        "PySide6.QtCore.QDateTime.currentDateTime",
        "datetime.datetime.now",
        "time.time",
    ]
    assert _undescribed(bad, bad.tree.body, {}) == [f"{bad.path}:{_line(bad, 'def nameless')} nameless"]
    handlers = [node for node in ast.walk(bad.tree) if isinstance(node, ast.ExceptHandler)]
    assert [all(_does_nothing(each) for each in handler.body) for handler in handlers] == [True, False]
    assert any(isinstance(node, FUNCTIONS) for node in bad.tree.body)
    assert CLOCK_IN_SQL.search("DEFAULT CURRENT_TIMESTAMP")
    assert CLOCK_IN_SQL.search("select datetime('now')")
    assert not CLOCK_IN_SQL.search("strftime('%Y', occurred_at)")


def _line(module: Module, start: str) -> int:
    return next(number for number, line in enumerate(module.lines, 1) if line.startswith(start))


def test_the_desk_knows_every_room_with_tables() -> None:
    """Who makes or checks the whole database must map it whole."""
    there = {
        ".".join(path.relative_to(HOUSE / "duty_console").parts[:-1])
        for path in (HOUSE / "duty_console").rglob("tables.py")
    }
    assert there - {"journal"} == set(ROOMS_WITH_TABLES)

"""The tour plays an officer: its script presses keys and looks at windows, and knows no service.

What it writes is traced while it runs (`ui.tour.hands_only`); here its source is held to the same rule, so that nobody
finds out only in the tour.
"""

from __future__ import annotations

import ast

from tests.architecture.source import FUNCTIONS, Module, modules, report

HOUSEKEEPING = {"ui.tour", "ui.tour.doors", "ui.tour.hands_only", "ui.tour.mishaps"}
"""They open the desk, make the windows and watch; the script is everything else."""

HANDS = "ui.tour.stage"

PLAIN = {
    # Python's own, on values
    "append", "date", "items", "now", "replace",
    # reading what a window shows
    "accessibleName", "column", "currentIndex", "current_form", "current_row", "entry", "fill_bar", "first_post_column",
    "first_row_of", "is_settled", "isVisible", "missing", "names", "problem", "region", "row", "rows", "widget",
    # windows as such: which one stands in front, how large it is
    "connect", "deleteLater", "hide", "page", "resize",
}  # fmt: skip
"""The only methods of others that the script may call: none of them does anything an officer would do by hand."""


def _script() -> list[Module]:
    return [module for module in modules("ui/tour") if module.name not in HOUSEKEEPING]


def _own_names() -> set[str]:
    return {node.name for module in modules("ui/tour") for node in ast.walk(module.tree) if isinstance(node, FUNCTIONS)}


def test_the_script_of_the_tour_knows_no_service() -> None:
    problems = []
    for module in _script():
        problems += [
            f"{module.at(node)} {name}"
            for node, name in module.imports
            if name.startswith("duty_console.") and name.split(".")[-2] in {"desk", "service", "queries", "engine"}
        ]
        problems += [
            f"{module.at(node)} .{node.attr}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Attribute)
            and node.attr in {"desk", "database", "jobs", "emit"}
            and not (module.name == HANDS and node.attr == "jobs")
        ]
    report(problems, "The tour's script gets windows (ui/tour/doors.py) and uses keys and mouse (ui/tour/stage.py):")


def test_the_script_of_the_tour_calls_only_its_own_hands() -> None:
    allowed = PLAIN | _own_names()
    problems = []
    for module in _script():
        if module.name == HANDS:
            continue
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr not in allowed:
                problems.append(f"{module.at(node)} {ast.unparse(node.func)}()")
    report(
        problems,
        "Press a key or click instead (ui/tour/stage.py); if it only reads what is shown, add it to PLAIN here:",
    )


def test_the_script_of_the_tour_opens_nobodys_drawers() -> None:
    problems = [
        f"{module.at(node)} {ast.unparse(node)}"
        for module in _script()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not (isinstance(node.value, ast.Name) and node.value.id == "self")
        and not node.attr.startswith("__")
    ]
    report(problems, "What begins with an underscore is the window's own. Ask what it shows:")

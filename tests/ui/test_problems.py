"""Every problem that the duty room can raise has words in both languages."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from duty_console.errors import EnvironmentProblem, InputProblem
from ui.problems import SENTENCES, register, words_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOM = Path(__file__).resolve().parents[2] / "duty_console"


def codes_raised() -> dict[str, str]:
    """Code -> where, for every InputProblem(field, "code") and EnvironmentProblem("code") in the duty room.

    The command line's own (a file on stdin, an option) never reach the desktop.
    """
    found: dict[str, str] = {}
    for file in ROOM.rglob("*.py"):
        if file.parent.name == "cli":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"InputProblem": 1, "EnvironmentProblem": 0}.get(called)
            if place is None or len(node.args) <= place:
                continue
            code = node.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found[code.value] = f"{file.relative_to(ROOM)}:{node.lineno}"
    return found


def test_every_code_has_its_sentence() -> None:
    raised = codes_raised()
    assert len(raised) > 50
    assert {code: where for code, where in raised.items() if code not in SENTENCES} == {}


def test_a_problem_of_the_machine_says_what_is_safe_and_what_to_do() -> None:
    from ui.problem_sentences import ENVIRONMENT

    assert [code for code, (_what, rest) in ENVIRONMENT.items() if not rest] == []


def test_values_are_filled_in(console: QApplication) -> None:
    words = words_for(EnvironmentProblem("folder_in_use", pid=4711, host="desk-2"))
    assert words.what == "Another console is using this data folder (process 4711 on desk-2)."
    assert str(words).endswith("start again.")


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_missing_value_is_a_dash_not_a_second_fault(console: QApplication, code: str) -> None:
    words = words_for(EnvironmentProblem(code))
    named = [name for _text, name, _spec, _conversion in Formatter().parse(SENTENCES[code][0]) if name]
    assert "{" not in str(words)
    assert ("–" in words.what) >= bool(named)


def test_an_unknown_code_still_gives_a_plain_sentence(console: QApplication) -> None:
    assert str(words_for(InputProblem("x", "brand_new"))) == "This cannot be taken as it is (brand_new)."
    assert str(words_for(EnvironmentProblem("brand_new"))).startswith("This did not work (brand_new).")


def test_one_code_has_one_sentence() -> None:
    register({"disk_full": SENTENCES["disk_full"]})
    with pytest.raises(ValueError, match="disk_full"):
        register({"disk_full": ("Other words.", "")})

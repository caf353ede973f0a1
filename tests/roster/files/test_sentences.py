"""Every problem of a cell has its sentence, on the terminal and on the screen, with values that are given."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

from duty_console.cli.cell_sentences import CELLS, cell_place, cell_sentence
from duty_console.exchange.model import CellProblem

FILES = Path(__file__).resolve().parents[3] / "duty_console" / "roster" / "files"
CALLS = {"refuse": 2, "warn": 2, "problem": 2, "_at": 1, "CellProblem": 3, "Match": 1, "DateFault": 0, "_tell": 3}


def codes_told() -> dict[str, set[str]]:
    """Code -> names of values, for every problem of a cell that the code can tell."""
    found: dict[str, set[str]] = {}
    for file in FILES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = CALLS.get(called)
            if place is None or len(node.args) <= place:
                continue
            for code in ast.walk(node.args[place]):
                if isinstance(code, ast.Constant) and isinstance(code.value, str) and code.value:
                    found.setdefault(code.value, set()).update(word.arg or "**" for word in node.keywords)
    return found


def test_every_code_has_its_sentence_and_no_sentence_is_idle() -> None:
    told = codes_told()
    assert len(told) > 40
    elsewhere = {
        "problems_more",
        "name_missing",
        "text_too_long",
        "text_unprintable",
        "phone_malformed",
    }  # codes of `tidy`
    named = {
        "slot_not_on_day",
        "slot_not_told",
        "post_retired",
        "post_not_in_shift",
        "name_shared",
        "person_left_before",
    }
    assert {code for code in told if code not in CELLS} == set()
    assert {code for code in CELLS if code not in told} <= elsewhere | named


def test_sentences_name_only_values_that_are_given() -> None:
    for code, values in codes_told().items():
        wanted = {name for _, name, _, _ in Formatter().parse(CELLS[code]) if name}
        if values and "**" not in values and code != "cell_left_as_it_is":  # its names are added when compared
            assert wanted <= values, code


def test_the_screen_has_the_same_codes() -> None:
    from ui.problems import SENTENCES

    assert {code for code in CELLS if code not in SENTENCES} == set()
    for code, words in CELLS.items():
        both = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (words, *SENTENCES[code])]
        assert both[1] | both[2] <= both[0] | {"post", "date", "slot"}, code


def test_places_are_said_as_the_spreadsheet_says_them() -> None:
    assert cell_place(CellProblem("十月", 5, 3, "date_missing")) == "十月 第5行 C列"
    assert cell_place(CellProblem("十月", 0, 0, "roster_not_found")) == "十月"
    assert cell_sentence(CellProblem("十月", 5, 3, "brand_new")) == "有问题（brand_new）。"
    assert cell_sentence(CellProblem("十月", 5, 3, "name_unknown", {"name": "赵六"})) == "通讯录中没有“赵六”。"

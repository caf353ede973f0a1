"""Where searched words are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shell.highlight import runs


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("车间起火", "起火", [("车间", False), ("起火", True)]),
        ("起火起火", "起火", [("起火起火", True)]),
        ("Pump A, pump B", "PUMP", [("Pump", True), (" A, ", False), ("pump", True), (" B", False)]),
        ("铸件厂起火", "起火 铸件", [("铸件", True), ("厂", False), ("起火", True)]),
        ("aaa", "aa", [("aaa", True)]),
        ("没有", "火", [("没有", False)]),
        ("", "火", []),
        ("火", "", [("火", False)]),
    ],
)
def test_every_match_is_marked(text: str, words: str, expected: list[tuple[str, bool]]) -> None:
    assert runs(text, words) == expected


def test_a_match_far_in_is_brought_into_view() -> None:
    text = "甲" * 100 + "火灾" + "乙" * 10
    parts = runs(text, "火灾", ahead=10)
    assert parts == [("…", False), ("甲" * 10, False), ("火灾", True), ("乙" * 10, False)]


@given(st.text(), st.text())
def test_no_letter_is_lost(text: str, words: str) -> None:
    assert "".join(part for part, _marked in runs(text, words)) == text

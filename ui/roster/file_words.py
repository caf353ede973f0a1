"""The words of files: layouts found, and what is wrong in a cell of a workbook or an item of a notice."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.errors import InputProblem
from duty_console.roster.files.model import Layout
from ui.i18n import QT_TRANSLATE_NOOP
from ui.problems import words_for
from ui.words import full_date, word

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAYOUTS = {
    Layout.BY_DAY: QT_TRANSLATE_NOOP("Files", "a row per day"),
    Layout.BY_PERSON: QT_TRANSLATE_NOOP("Files", "a row per person"),
    Layout.BY_POST: QT_TRANSLATE_NOOP("Files", "a row per post, days across"),
    Layout.NONE: QT_TRANSLATE_NOOP("Files", "no roster on it"),
}


def layout_words(layout: Layout) -> str:
    """How a sheet is laid out."""
    return QCoreApplication.translate("Files", _LAYOUTS[layout])


def code_words(code: str, values: Mapping[str, object]) -> str:
    """The sentence of a problem in a cell, in the words that the rest of the console uses for the same code."""
    return str(words_for(InputProblem("cell", code, **{name: _shown(value) for name, value in values.items()})))


def _shown(value: object) -> object:
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, Enum):
        try:
            return word(value)
        except KeyError:
            return value.value
    return value

"""Problems in words: what happened, what is safe, what to do (style.md 8).

A use case raises a `DutyError` with a code and values; this table turns the code into a sentence in the
officer's language. To add one, add a line to `SENTENCES` (or `register` a table of your own room) and
translate it in the context `Problems`. `{placeholders}` are the error's values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from duty_console.errors import DutyError, InputProblem


@dataclass(frozen=True, slots=True)
class Words:
    """A problem as it is shown: the headline, and what is safe and what to do."""

    what: str
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.rest}".strip()


# code -> (what happened, what is safe and what to do)
SENTENCES: dict[str, tuple[str, str]] = {
    # fields
    "required": (QT_TRANSLATE_NOOP("Problems", "This is needed."), ""),
    "not_a_number": (QT_TRANSLATE_NOOP("Problems", "Only whole numbers go here."), ""),
    "negative": (QT_TRANSLATE_NOOP("Problems", "A count cannot be below zero."), ""),
    "too_long": (QT_TRANSLATE_NOOP("Problems", "Too long: at most {limit} characters."), ""),
    "in_future": (QT_TRANSLATE_NOOP("Problems", "This time has not come yet."), ""),
    "time_not_understood": (
        QT_TRANSLATE_NOOP("Problems", "Not a time. Write 1510, 15:10, -20 (minutes ago) or 10-14 15:10."), ""),
    "time_does_not_exist": (QT_TRANSLATE_NOOP("Problems", "There is no such day or time."), ""),
    # the machine
    "disk_full": (
        QT_TRANSLATE_NOOP("Problems", "The disk is full, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "Everything saved before is safe. Make room on the disk, then save again.")),
    "read_only": (
        QT_TRANSLATE_NOOP("Problems", "The data folder cannot be written, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "What you typed is still here. Ask for write access, then save again.")),
    "database_locked": (
        QT_TRANSLATE_NOOP("Problems", "The database is busy with another program, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "What you typed is still here. Wait a moment and save again.")),
    "database_too_new": (
        QT_TRANSLATE_NOOP("Problems", "This data was written by a newer version of the console."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Install the newer version, then open it again.")),
    "database_damaged": (
        QT_TRANSLATE_NOOP("Problems", "The database is damaged and was not opened."),
        QT_TRANSLATE_NOOP("Problems", "The file was left as it is. Restore the last backup into a new folder.")),
    "data_folder_in_use": (
        QT_TRANSLATE_NOOP("Problems", "Another console is using this data folder (process {pid} on {host})."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Use that window, or close it and start again.")),
    "data_folder_unusable": (
        QT_TRANSLATE_NOOP("Problems", "The data folder {folder} cannot be used."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Check that it exists and that you may write to it.")),
    "printer_gone": (
        QT_TRANSLATE_NOOP("Problems", "The printer does not answer."),
        QT_TRANSLATE_NOOP("Problems", "The sheet is saved. Check the printer and print again.")),
    "file_not_written": (
        QT_TRANSLATE_NOOP("Problems", "The file {path} could not be written."),
        QT_TRANSLATE_NOOP("Problems", "Nothing is lost. Choose another place and try again.")),
}


def register(sentences: Mapping[str, tuple[str, str]]) -> None:
    """Add a room's own codes; a code that is already there with other words is a bug: ValueError."""
    for code, words in sentences.items():
        if SENTENCES.setdefault(code, words) != words:
            raise ValueError(f"two sentences for the problem code {code!r}")


def words_for(problem: DutyError) -> Words:
    """The problem in the language now in force; an unknown code still gives a plain sentence."""
    what, rest = SENTENCES.get(problem.code, ("", ""))
    if not what:
        fallback = (
            QCoreApplication.translate("Problems", "This cannot be taken as it is ({code}).")
            if isinstance(problem, InputProblem)
            else QCoreApplication.translate("Problems", "This did not work ({code}). Nothing saved before is lost.")
        )
        return Words(fallback.format(code=problem.code))
    values = _Values(problem.values)
    return Words(_filled(what, values), _filled(rest, values))


class _Values(dict[str, object]):
    """A missing value shows as a dash instead of failing while a problem is being told."""

    def __missing__(self, key: str) -> str:
        return "–"


def _filled(source: str, values: _Values) -> str:
    if not source:
        return ""
    return Formatter().vformat(QCoreApplication.translate("Problems", source), (), values)

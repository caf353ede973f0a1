"""Problems in words: what happened, what is safe, what to do (style.md 8).

A use case raises a `DutyError` with a code and values; this table turns the code into a sentence in the
officer's language. To add one, add a line to `ui/problem_sentences.py` (or `register` a table of your own
room) and translate it in the context `Problems`. `{placeholders}` are the error's values.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.errors import DutyError, InputProblem
from ui.file_sentences import FILES
from ui.problem_sentences import ENVIRONMENT, INPUT, Sentences
from ui.roster_sentences import ROSTER

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """A problem as it is shown: the headline, and what is safe and what to do."""

    what: str
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.rest}".strip()


# code -> (what happened, what is safe and what to do)
SENTENCES: Sentences = {**INPUT, **ROSTER, **FILES, **ENVIRONMENT}


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

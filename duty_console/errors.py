"""The kinds of error an officer can meet. Everything else is a bug.

A problem carries a code and values; the desktop and the command line turn it into words
(`ui/problems.py` in both languages, `cli/sentences.py` in Chinese).
"""

from __future__ import annotations

import hashlib
import traceback


class DutyError(Exception):
    """A problem we foresaw: `code` names it, `values` fill its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: dict[str, object] = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}: {details}" if details else self.code


class InputProblem(DutyError):
    """What was entered cannot be taken; `field` says where. Nothing was stored."""

    def __init__(self, field: str, code: str, **values: object) -> None:
        super().__init__(code, **values)
        self.field = field

    def __str__(self) -> str:
        return f"{self.field}: {super().__str__()}"


class EnvironmentProblem(DutyError):
    """The machine refused: disk full, locked, read-only, too new. Nothing acknowledged is lost; try again."""


def bug_number(error: BaseException) -> str:
    """Return six figures for a bug, from its kind and where it went through: the same fault has the same number."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "|".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.name}:{frame.lineno}" for frame in frames)
    digest = hashlib.sha256(f"{type(error).__name__}|{places}".encode()).hexdigest()
    return f"{int(digest[:8], 16) % 1_000_000:06}"

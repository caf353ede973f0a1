"""The kinds of error an officer can meet. Everything else is a bug.

A problem carries a code and values; the desktop and the command line turn it into words
(`sentence` here speaks Chinese for papers and the command line, `ui/problems.py` both languages).
"""

from __future__ import annotations


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

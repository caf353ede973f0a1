"""What a command answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duty_console.desk import Desk


@dataclass(frozen=True, slots=True)
class Reply:
    """A command's answer in both forms, made while the desk is open, and its exit code.

    A long list is given as an iterator, so that ten years of it need no more memory than a page.
    """

    value: Callable[[], Any]
    words: Callable[[], str | Iterator[str]]
    code: int = 0
    complaint: str = ""
    """One line for standard error beside the answer, where the code is not 0."""


Work = Callable[["Desk"], Reply]

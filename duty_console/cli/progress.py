"""A progress bar on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

WIDTH = 40


class ProgressBar:
    """Shows what part is done: one moving line on a terminal, a line at every tenth in a file."""

    def __init__(self) -> None:
        self._moves = sys.stderr is not None and sys.stderr.isatty()  # pyright: ignore[reportUnnecessaryComparison]
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        """Show the part done."""
        percent = max(0, min(100, done * 100 // max(total, 1)))
        step = percent if self._moves else percent // 10 * 10
        if step == self._shown:
            return
        self._shown = step
        full = WIDTH * step // 100
        line = f"{'█' * full}{'░' * (WIDTH - full)} {step:3}%"
        with suppress(OSError, ValueError, AttributeError):  # nobody is there to see it
            sys.stderr.write(f"\r{line}" if self._moves else f"{line}\n")
            sys.stderr.flush()

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._moves and self._shown >= 0:
            with suppress(OSError, ValueError, AttributeError):
                sys.stderr.write("\n")

"""Standard input, output and error: UTF-8 whatever the locale says, and calm when the other end is gone."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

HELD = 32 * 1024 * 1024
"""Output up to so many bytes waits in memory, longer in a file."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def speak_utf8() -> None:
    """Make both outputs UTF-8. What has no UTF-8 (a lone half of a pair in a file name) is written as its escape,
    which JSON reads back as the same."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def read_input() -> bytes:
    """Return all of standard input. Raises EnvironmentProblem `input_unreadable`."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]  # closed by whoever started us
        return b""
    if sys.stdin.isatty():
        complain("请输入事件 JSON，结束时按 Ctrl+D。")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise EnvironmentProblem("input_unreadable", reason=error.strerror or "") from error


def say(lines: Iterable[str]) -> None:
    """Write lines to standard output, through to its reader, once all of them are made: all or none.

    Raises BrokenPipeError when the reader went away, EnvironmentProblem `output_refused` for anything else.
    """
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise EnvironmentProblem("output_refused", reason="closed")
    with SpooledTemporaryFile(HELD, "w+", encoding="utf-8", errors="backslashreplace", newline="") as held:
        for line in lines:
            with _output_named():
                held.write(f"{line}\n")
        with _output_named():
            held.seek(0)
            copyfileobj(held, sys.stdout)
            sys.stdout.flush()


@contextmanager
def _output_named() -> Generator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hush()
        raise EnvironmentProblem("output_refused", reason=error.strerror or "") from error


def complain(text: str) -> None:
    """Write one line to standard error, whatever the text holds."""
    with suppress(OSError, ValueError, AttributeError):  # nobody is there to hear it
        sys.stderr.write(f"{one_line(text)}\n")
        sys.stderr.flush()


def hush() -> None:
    """Let what is still buffered for standard output go nowhere, so that the interpreter's last flush does not fail."""
    with suppress(OSError, ValueError):  # not a real file: nothing to redirect
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def one_line(text: str) -> str:
    """Return text for a terminal: control characters, which could move its cursor or forge a second line, as spaces."""
    return _CONTROL.sub(" ", text)

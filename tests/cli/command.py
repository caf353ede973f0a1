"""Runs commands: in this process for speed, or as scripts do, through app.py in a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duty_console.cli import main

if TYPE_CHECKING:
    from duty_console.clock import Clock

HOUSE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code, both outputs."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        assert self.code in (0, 1), self
        return json.loads(self.out)

    def refused(self) -> str:
        """Check that the command ended as a foreseen problem does, and return its line."""
        assert self.code == 2, self
        assert self.out == "", self
        assert "Traceback" not in self.err, self
        assert self.err.endswith("\n"), self
        assert self.err.count("\n") == 1, self
        return self.err.strip()


def run(*arguments: object, stdin: object = "", clock: Clock | None = None) -> Outcome:
    """Run a command in this process. `stdin` is text, bytes, or a value to be sent as JSON."""
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(_bytes(stdin)))
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "ascii"), io.TextIOWrapper(err, "ascii")
    try:
        code = main([str(each) for each in arguments], clock)
        sys.stdout.flush()
        sys.stderr.flush()
        return Outcome(code, out.getvalue().decode(), err.getvalue().decode())
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def start(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    """Start a command as a script does."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.Popen(
        [sys.executable, "app.py", *map(str, arguments)],
        cwd=HOUSE,
        env={**clean, "LC_ALL": "C.UTF-8", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: subprocess.Popen[bytes], stdin: object = "") -> Outcome:
    """Send the input, wait for the end."""
    out, err = process.communicate(_bytes(stdin), timeout=120)
    return Outcome(process.returncode, out.decode(), err.decode())


def run_app(*arguments: object, stdin: object = "", **environment: str) -> Outcome:
    """Run a command in a process of its own."""
    return finish(start(*arguments, **environment), stdin)


def _bytes(stdin: object) -> bytes:
    if isinstance(stdin, bytes):
        return stdin
    return (stdin if isinstance(stdin, str) else json.dumps(stdin)).encode()

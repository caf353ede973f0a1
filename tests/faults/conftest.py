"""Disks to be spoilt. Each says why where this machine does not let a test have one."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def mounted(place: Path, *command: str) -> Iterator[Path]:
    """Mount something on a new folder, or skip."""
    place.mkdir()
    try:
        done = subprocess.run(["mount", *command, str(place)], capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"cannot mount: {error}")
    if done.returncode:
        pytest.skip(f"cannot mount: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as disk:
        yield disk


@pytest.fixture
def other_person() -> int:
    """The number of a user who is not us and owns nothing."""
    if os.geteuid() != 0:
        pytest.skip("only root may become somebody else")
    closed = [place for place in (HOUSE, *HOUSE.parents) if place.stat().st_mode & 0o005 != 0o005]
    if closed:
        pytest.skip(f"nobody else may read the program itself: {closed[-1]} is closed")
    return 65534

"""Folders to be copied: making them anew for every example would cost most of the time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.journal.acts import live, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journal.acts import Room


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as it is right after its first start."""
    folder = tmp_path_factory.mktemp("fresh")
    with opened(folder):
        pass
    return folder


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which shifts went by."""
    folder = tmp_path_factory.mktemp("lived")
    with opened(folder) as room:
        live(room)
    return folder


@pytest.fixture
def room(tmp_path: Path, lived: Path) -> Iterator[Room]:
    """A room of its own in which shifts went by."""
    shutil.copytree(lived, tmp_path / "room")
    with opened(tmp_path / "room") as room:
        yield room

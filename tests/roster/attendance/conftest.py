"""A room with its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duty_console.clock import FakeClock
from tests.roster.duty_room import NOW, open_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.desk import Desk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with open_room(tmp_path, clock) as desk:
        yield desk

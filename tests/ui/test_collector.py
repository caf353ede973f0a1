"""The collector works on the GUI thread alone, and gives the work back at the end."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from ui import collector
from ui.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Knot:
    """Something in a cycle: only the collector ends it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _python_collects_again() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_python_does_not_collect_by_itself_while_the_window_lives(qapp: object) -> None:
    taken = Collector()
    taken.start()
    assert not gc.isenabled()
    taken.stop()
    assert gc.isenabled()


def test_what_is_thrown_away_is_collected_in_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "SETTLED_MS", 1)
    monkeypatch.setattr(collector, "LOOK_MS", 5)
    monkeypatch.setattr(collector, "YOUNG", 10)
    gc.unfreeze()
    taken = Collector()
    taken.start()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    _keep = [[] for _ in range(5000)]  # new objects: the young generation is due
    qtbot.waitUntil(lambda: gone() is None)
    taken.stop()


def test_what_the_start_has_made_is_set_aside(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "SETTLED_MS", 1)
    gc.unfreeze()
    taken = Collector()
    taken.start()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 1000)
    taken.stop()

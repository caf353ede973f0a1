"""After a kill every call opens again with its own moment and what was typed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duty_console.incidents.drafts import DraftStore
from tests.ui.duty_desk import Room, at
from ui.intake.panel import IntakeDock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs

HOUSE = Path(__file__).resolve().parents[2]


@pytest.mark.faults
def test_drafts_are_back_after_a_kill(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    killed = tmp_path / "killed"
    desk = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.intake_desk", str(killed)],
        cwd=HOUSE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert desk.stdout is not None
    with desk.stdout as said:
        assert said.readline() == b"kept\n"
        desk.send_signal(signal.SIGKILL)
        assert desk.wait() == -signal.SIGKILL

    room = Room.open(tmp_path / "next", jobs, at(15, 30))
    store = DraftStore(killed / "drafts")
    dock = IntakeDock(room.desk.incidents, room.desk.dutylog, store, room.bench)
    qtbot.addWidget(dock)
    room.settle()
    first, second = dock.panels
    assert (first.received_at, second.received_at) == (at(15, 12, 8), at(15, 13, 9))
    assert first.form.texts()["source_unit"] == "云溪街道办事处"
    assert second.form.texts() == {"source_unit": "青石镇", "occurred_at": "14", "channel": "phone"}
    room.bench.ticked.emit(at(15, 30))
    assert first.header.elapsed() == "17:52"
    room.desk.close()

"""Saving an intake, durable, against the same rows by raw sqlite3 with synchronous=FULL."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from duty_console.clock import FakeClock
from duty_console.database.search import tokens
from duty_console.desk import Desk
from duty_console.incidents.model import Casualties, NewIncident, RecordedIncident
from duty_console.incidents.rules import intake_line
from duty_console.incidents.tables import IncidentRow
from duty_console.limits.model import EventClass
from duty_console.room.model import DutyRoom
from tests.bench.table import Measure, at_most, paired

PRESETS = ("national", "tangshan")
TABLES = ("incident", "log_entry", "casualty_count", "obligation")


def rows() -> list[Measure]:
    """Two folders side by side: one is written by the console, one by bare statements."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as bare:
        clock = FakeClock(datetime(2026, 10, 13, 18, 14, tzinfo=UTC))
        desk, model = _desk(Path(ours), clock), _desk(Path(bare), clock)
        with desk, model:
            for _ in range(20):
                _record(desk, clock)
            replay = _Replay(Path(bare) / "duty.db", *_record(model, clock))
            saved, floor = paired(lambda: _record(desk, clock), replay.once, 400)
    return [at_most("save an intake (durable, journalled, searchable)", saved, floor, "ms", 6)]


def _desk(folder: Path, clock: FakeClock) -> Desk:
    desk = Desk.open(folder, clock)
    desk.room.describe(DutyRoom("云河区应急值班室", "county", PRESETS))
    desk.limits.choose_presets(PRESETS)
    return desk


def _record(desk: Desk, clock: FakeClock) -> tuple[RecordedIncident, NewIncident]:
    now = clock.advance(timedelta(seconds=1))
    new = NewIncident(
        EventClass.ACCIDENT,
        now,
        type="道路交通事故",
        occurred_at=now - timedelta(minutes=6),
        place="云河大道与东环路路口",
        source_unit="区交警大队",
        caller="邱志远",
        caller_phone="60000142",
        summary="客车与货车相撞，两车受损，车道双向封闭",
        casualties=Casualties(deaths=3, serious_injuries=2),
    )
    return desk.incidents.record(new), new


class _Replay:
    """Writes the rows of one intake again and again under new keys, by statements alone."""

    def __init__(self, path: Path, recorded: RecordedIncident, new: NewIncident) -> None:
        self._sqlite = sqlite3.connect(path, isolation_level=None)
        self._sqlite.execute("PRAGMA synchronous = FULL")
        self._sqlite.execute("PRAGMA foreign_keys = ON")
        self._count = 0
        own = recorded.incident.id
        self._rows = [
            (table, self._columns(table), row)
            for table in TABLES
            for row in self._sqlite.execute(
                f"SELECT * FROM {table} WHERE {'id' if table == 'incident' else 'incident_id'} = ?", (own,)
            )
        ]
        last = self._sqlite.execute("SELECT max(seq) FROM journal_entry").fetchone()[0]
        self._seq = last
        self._entries = self._sqlite.execute(
            "SELECT * FROM journal_entry ORDER BY seq DESC LIMIT ?", (len(self._rows),)
        ).fetchall()
        self._ids = {t: self._sqlite.execute(f"SELECT max(id) FROM {t}").fetchone()[0] for t in TABLES}
        incident = " ".join(str(getattr(recorded.incident, name)) for name in IncidentRow.searched)
        self._texts = [tokens(incident), tokens(intake_line(new))]

    def _columns(self, table: str) -> list[str]:
        return [column[1] for column in self._sqlite.execute(f"PRAGMA table_info({table})")]

    def once(self) -> None:
        """Write one intake."""
        self._count += 1
        run = self._sqlite.execute
        run("BEGIN IMMEDIATE")
        for table, columns, row in self._rows:
            self._ids[table] += 1
            fresh = {**dict(zip(columns, row, strict=True)), "id": self._ids[table]}
            if table == "incident":
                fresh["number"] = f"R{self._count}"
            else:
                fresh["incident_id"] = self._ids["incident"]
            run(f"INSERT INTO {table} VALUES ({','.join('?' * len(columns))})", [fresh[name] for name in columns])
        for entry in self._entries:
            self._seq += 1
            run(f"INSERT INTO journal_entry VALUES ({','.join('?' * len(entry))})", (self._seq, *entry[1:]))
        for at, words in enumerate(self._texts):
            run("INSERT INTO search_index(rowid, pairs) VALUES (?, ?)", (self._seq - at, words))
        run("COMMIT")

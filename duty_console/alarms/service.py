"""Look at what is due, ring, take acknowledgements. Everything is computed from absolute times in the rows.

Looking never writes: whoever must be told is told before anything is recorded, so a busy database delays no alarm.
Ringing twice changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from duty_console.alarms.model import Alarm, AlarmBoard, AlarmPolicy, AlarmStep, DueItem
from duty_console.alarms.rules import next_moment, step_at
from duty_console.alarms.tables import AlarmAcknowledgementRow, AlarmRingRow
from duty_console.errors import InputProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, timedelta

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database


class DueSource(Protocol):
    """Whoever has things that fall due. `desk.py` plugs the concepts in."""

    def due_until(self, session: Session, horizon: datetime) -> list[DueItem]:
        """Return every open item due at or before `horizon`."""
        ...

    def next_due_after(self, session: Session, horizon: datetime) -> datetime | None:
        """Return when the first open item after `horizon` is due."""
        ...


class Logbook(Protocol):
    """Where alarms leave their lines: the running log, plugged in by `desk.py`."""

    def write_system_line(self, session: Session, at: datetime, text: str, key: str) -> None:
        """Add a line by the console itself about the item `key`, within the caller's transaction."""
        ...


class Alarms:
    """The room's alarms."""

    def __init__(
        self,
        database: Database,
        sources: Sequence[DueSource],
        logbook: Logbook,
        policy: AlarmPolicy | None = None,
    ) -> None:
        self._database = database
        self._sources = tuple(sources)
        self._logbook = logbook
        self.policy = policy or AlarmPolicy()

    def board(self) -> AlarmBoard:
        """Return every alarm as it stands now, and when something will change by itself."""
        now = self._database.clock.now()
        horizon = now + self.policy.notice
        with self._database.read() as session:
            items = [item for source in self._sources for item in source.due_until(session, horizon)]
            beyond = [source.next_due_after(session, horizon) for source in self._sources]
            standing = [(item, *step) for item in items if (step := step_at(item, now, self.policy)) is not None]
            heard = _acknowledgements(session, [item.key for item, _, _ in standing])
        alarms = [
            Alarm(item, step, since, *heard.get((item.key, step), (None, None))) for item, step, since in standing
        ]
        alarms.sort(key=lambda alarm: (not alarm.ringing, -alarm.step.rank, alarm.item.due_at, alarm.item.key))
        changes = [moment for item in items if (moment := next_moment(item, now, self.policy)) is not None]
        changes += [due - self.policy.notice for due in beyond if due is not None]
        return AlarmBoard(now, tuple(alarms), min(changes, default=None))

    def record_rings(self, board: AlarmBoard) -> int:
        """Write down what rang for the first time; the limit itself and its escalation also leave a line in the log.

        Returns how many there were. A step that is already recorded is not recorded again.
        """
        loud = [alarm for alarm in board.alarms if alarm.step.rings]
        with self._database.read() as session:
            fresh = _not_rung(session, loud)
        if not fresh:
            return 0
        with self._database.write("ring_alarm") as session:
            fresh = _not_rung(session, loud)  # another desk may have been first
            for alarm in fresh:
                item = alarm.item
                session.add(AlarmRingRow(key=item.key, step=alarm.step, due_at=item.due_at, rung_at=board.at))
                if alarm.step is AlarmStep.DUE:
                    self._log(session, board.at, f"{item.title} 时限到，已响铃", item.key)
                elif alarm.step is AlarmStep.OVERDUE:
                    self._log(session, board.at, f"{item.title} 逾期未报，提示电话报告带班领导", item.key)
        return len(fresh)

    def acknowledge(self, keys: Iterable[str], note: str = "") -> int:
        """Record that the officer heard these alarms at the step where they stand; who and when are kept.

        Returns how many were ringing. One that does not ring is left alone.
        """
        wanted = set(keys)
        ringing = [alarm for alarm in self.board().ringing if alarm.item.key in wanted]
        if not ringing:
            return 0
        now, who = self._database.clock.now(), self._database.identity.name
        with self._database.write("acknowledge_alarm") as session:
            heard = _acknowledgements(session, [alarm.item.key for alarm in ringing])
            fresh = [alarm for alarm in ringing if (alarm.item.key, alarm.step) not in heard]
            for alarm in fresh:
                session.add(
                    AlarmAcknowledgementRow(
                        key=alarm.item.key,
                        step=alarm.step,
                        acknowledged_at=now,
                        acknowledged_by=who,
                        note=note.strip(),
                    )
                )
                if note.strip():
                    self._log(session, now, f"{alarm.item.title}：{note.strip()}", alarm.item.key)
        return len(fresh)

    def told_leader(self, key: str, leader: str) -> int:
        """Record that the leader on duty was told by phone of an item; that acknowledges its alarm if it still rings.

        Where somebody acknowledged it before, the line in the log stands alone. Returns how many lines were written: 1.
        Raises InputProblem when no leader is named.
        """
        if not leader.strip():
            raise InputProblem("leader", "name_missing")
        words = f"已电话报告带班领导{leader.strip()}"
        if self.acknowledge([key], words):
            return 1
        titles = {alarm.item.key: f"{alarm.item.title}：" for alarm in self.board().alarms}
        with self._database.write("tell_leader") as session:
            self._log(session, self._database.clock.now(), titles.get(key, "") + words, key)
        return 1

    def _log(self, session: Session, at: datetime, text: str, key: str) -> None:
        self._logbook.write_system_line(session, at, text, key)


def wait_seconds(board: AlarmBoard, now: datetime, longest: timedelta) -> float:
    """Return how long nothing can change by itself, at most `longest`."""
    if board.next_moment is None:
        return longest.total_seconds()
    return max(0.0, min((board.next_moment - now).total_seconds(), longest.total_seconds()))


_CHUNK = 500


def _acknowledgements(session: Session, keys: list[str]) -> dict[tuple[str, AlarmStep], tuple[str, datetime]]:
    found: dict[tuple[str, AlarmStep], tuple[str, datetime]] = {}
    table = AlarmAcknowledgementRow
    for start in range(0, len(keys), _CHUNK):
        query = select(table.key, table.step, table.acknowledged_by, table.acknowledged_at)
        for key, step, by, at in session.execute(query.where(table.key.in_(keys[start : start + _CHUNK]))):
            found[key, step] = (by, at)
    return found


def _not_rung(session: Session, alarms: list[Alarm]) -> list[Alarm]:
    rung: set[tuple[str, AlarmStep]] = set()
    keys = [alarm.item.key for alarm in alarms]
    for start in range(0, len(keys), _CHUNK):
        query = select(AlarmRingRow.key, AlarmRingRow.step).where(AlarmRingRow.key.in_(keys[start : start + _CHUNK]))
        rung.update((key, step) for key, step in session.execute(query))
    return [alarm for alarm in alarms if (alarm.item.key, alarm.step) not in rung]

"""Rules chosen by the room, and the obligations they make: stored, met, late, waived.

The functions that take a session work within the transaction of a use case of `incidents/` or `reports/`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import select, text

from duty_console.alarms.model import DueItem
from duty_console.errors import InputProblem
from duty_console.limits.model import (
    EventClass,
    EventFacts,
    FollowUp,
    Grade,
    Obligation,
    ReportKind,
    ReportRule,
    RoomLevel,
)
from duty_console.limits.rules import obligations_for, settle
from duty_console.limits.tables import IS_OPEN, ObligationRow, ReportRuleRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from duty_console.alarms.service import Logbook
    from duty_console.database.engine import Database
    from duty_console.room.service import Room

ALARM_KEY = "obligation:"
FALLBACK = "national"
LONGEST_REASON = 500
_LEVELS = frozenset(level.value for level in RoomLevel)
_SETTING = "limits_setting"
_LAST_EDIT = text("SELECT max(seq) FROM journal_entry WHERE entity IN ('report_rule', 'duty_room')")


class Limits:
    """The room's rules and what is owed by them."""

    def __init__(self, database: Database, room: Room) -> None:
        self._database = database
        self._room = room
        self.logbook: Logbook | None = None
        """Where a waiver leaves its line: the timeline, plugged in by `desk.py`."""
        self._cache: tuple[int, tuple[ReportRule, ...], RoomLevel | None, ZoneInfo] | None = None

    def choose_presets(self, presets: Iterable[str]) -> None:
        """Copy rule sets into the room. Rules that are there already stay as they are, edited or not.

        Raises InputProblem for a set that does not exist.
        """
        wanted = _load_rules(*presets)
        with self._database.write("choose_presets") as session:
            there = set(session.scalars(select(ReportRuleRow.rule_id)))
            session.add_all(_rule_row(rule) for rule in wanted if rule.id not in there)

    def rules(self) -> tuple[ReportRule, ...]:
        """Return the room's rules, every version."""
        with self._database.read() as session:
            return self._setting(session)[0]

    def level(self) -> RoomLevel | None:
        """Return the room's level, None before the room is set up."""
        with self._database.read() as session:
            return self._setting(session)[1]

    def rules_in(self, session: Session) -> tuple[ReportRule, ...]:
        """Return the room's rules within a transaction."""
        return self._setting(session)[0]

    def level_in(self, session: Session) -> RoomLevel | None:
        """Return the room's level within a transaction."""
        return self._setting(session)[1]

    def zone_in(self, session: Session) -> ZoneInfo:
        """Return the room's zone within a transaction."""
        return self._setting(session)[2]

    def trial(self, facts: EventFacts, at: datetime, preset: str | None = None) -> tuple[Obligation, ...]:
        """Return what would be owed, storing nothing; by one preset at any level, or by the room's own rules."""
        with self._database.read() as session:
            rules, level, zone = self._setting(session)
        if preset is not None:
            return obligations_for(_load_rules(preset), facts, at, zone=zone)
        return obligations_for(rules, facts, at, level=level, zone=zone)

    def demanded(self, session: Session, facts: EventFacts, at: datetime) -> tuple[Obligation, ...]:
        """Return what the room's rules demand of a new event, within its transaction."""
        rules, level, zone = self._setting(session)
        return obligations_for(rules, facts, at, level=level, zone=zone)

    def next_due(self, limit: int = 5) -> tuple[tuple[str, Obligation], ...]:
        """Return the open obligations that end first, each with its incident's number."""
        query = select(ObligationRow).where(IS_OPEN).order_by(ObligationRow.due_at, ObligationRow.id).limit(limit)
        with self._database.read() as session:
            return tuple((row.incident_number, obligation_of(row)) for row in session.scalars(query))

    def give_late_reason(self, obligation_id: int, reason: str) -> Obligation:
        """Keep why a report was late. Raises InputProblem for an empty reason or an obligation that was not late."""
        words = _short(reason, "late_reason", LONGEST_REASON)
        if not words:
            raise InputProblem("late_reason", "reason_missing")
        with self._database.write("give_late_reason") as session:
            row = _row(session, obligation_id)
            if not row.late_seconds:
                raise InputProblem("late_reason", "obligation_not_late")
            row.late_reason = words
            return obligation_of(row)

    def waive(self, obligation_id: int, by: str, reason: str) -> Obligation:
        """Release an open obligation by a leader's word.

        Raises InputProblem where name or reason is missing or too long, or it is settled or waived already.
        """
        if not by.strip():
            raise InputProblem("waived_by", "name_missing")
        who, words = _short(by, "waived_by", 64), _short(reason, "waived_reason", LONGEST_REASON)
        if not words:
            raise InputProblem("waived_reason", "reason_missing")
        with self._database.write("waive_obligation") as session:
            row = _row(session, obligation_id)
            if row.settled_at is not None or row.waived_at is not None:
                raise InputProblem("obligation", "obligation_not_open")
            now = self._database.clock.now()
            row.waived_at, row.waived_by, row.waived_reason = now, who, words
            if self.logbook is not None:
                name = title(row.channel.zh, row.kind, row.sequence, row.recipient)
                said = f"{name}：{who}同意免报（原因：{words}）"
                self.logbook.write_system_line(session, now, said, f"{ALARM_KEY}{row.id}")
            return obligation_of(row)

    def due_until(self, session: Session, horizon: datetime) -> list[DueItem]:
        """Offer the alarms every open obligation due by `horizon`."""
        query = select(
            ObligationRow.id,
            ObligationRow.incident_number,
            ObligationRow.kind,
            ObligationRow.sequence,
            ObligationRow.channel,
            ObligationRow.recipient,
            ObligationRow.starts_at,
            ObligationRow.due_at,
        ).where(IS_OPEN, ObligationRow.due_at <= horizon)
        return [
            DueItem(f"{ALARM_KEY}{row[0]}", title(row[4].zh, row[2], row[3], row[5]), row[1], row[6], row[7])
            for row in session.execute(query)
        ]

    def next_due_after(self, session: Session, horizon: datetime) -> datetime | None:
        """Tell the alarms when the first obligation after `horizon` ends."""
        query = select(ObligationRow.due_at).where(IS_OPEN, ObligationRow.due_at > horizon)
        return session.scalar(query.order_by(ObligationRow.due_at).limit(1))

    def _setting(self, session: Session) -> tuple[tuple[ReportRule, ...], RoomLevel | None, ZoneInfo]:
        """Return rules, level and zone; read anew only when the journal says that they changed.

        A room that has not chosen its rules yet is held to the national ones: no limit is missed by a missing setting.
        """
        known = session.info.get(_SETTING)
        if known is not None:
            return known
        seq = session.execute(_LAST_EDIT).scalar() or 0
        if self._cache is None or self._cache[0] != seq:
            rules = tuple(_rule_of(row) for row in session.scalars(select(ReportRuleRow).order_by(ReportRuleRow.id)))
            room = self._room.current_in(session)
            # A level that this program does not know: the rules of every level apply, so that no limit is hidden.
            level = RoomLevel(room.level) if room and room.level in _LEVELS else None
            rules = rules or _load_rules(FALLBACK)
            self._cache = (seq, rules, level, ZoneInfo(room.zone if room else "Asia/Shanghai"))
        session.info[_SETTING] = self._cache[1:]
        return self._cache[1:]


def _load_rules(*presets: str) -> tuple[ReportRule, ...]:
    from duty_console.limits.presets import load_rules  # reads files; a room that has its rules has them as rows

    return load_rules(*presets)


def title(channel: str, kind: ReportKind, sequence: int, recipient: str) -> str:
    """Return an obligation's name as officers say it: 书面初报 市应急管理局."""
    number = "" if kind is not ReportKind.FOLLOWUP else str(sequence)
    return f"{channel}{kind.zh}{number} {recipient}"


def store(session: Session, incident_id: int, number: str, obligations: Iterable[Obligation]) -> list[ObligationRow]:
    """Add obligations to an incident within its transaction; flushed by the caller."""
    rows = [
        ObligationRow(
            incident_id=incident_id,
            incident_number=number,
            rule_id=owed.rule_id,
            kind=owed.kind,
            channel=owed.channel,
            recipient=owed.recipient,
            clock=owed.clock,
            starts_at=owed.starts_at,
            due_at=owed.due_at,
            source=owed.source,
            note=owed.note,
            verified=owed.verified,
            sequence=owed.sequence,
            late_reason="",
            waived_by="",
            waived_reason="",
        )
        for owed in obligations
    ]
    session.add_all(rows)
    return rows


def rows_of(session: Session, incident_id: int, *, only_open: bool = False) -> list[ObligationRow]:
    """Return an incident's obligation rows, the earliest limit first."""
    query = select(ObligationRow).where(ObligationRow.incident_id == incident_id)
    if only_open:
        query = query.where(IS_OPEN)
    return list(session.scalars(query.order_by(ObligationRow.due_at, ObligationRow.id)))


def of_incidents(session: Session, incident_ids: Sequence[int]) -> dict[int, tuple[Obligation, ...]]:
    """Return the obligations of several incidents at once, the earliest limit first."""
    found: dict[int, list[Obligation]] = {each: [] for each in incident_ids}
    query = select(ObligationRow).where(ObligationRow.incident_id.in_(incident_ids))
    for row in session.scalars(query.order_by(ObligationRow.due_at, ObligationRow.id)):
        found[row.incident_id].append(obligation_of(row))
    return {each: tuple(owed) for each, owed in found.items()}


def settle_rows(rows: Iterable[ObligationRow], sent_at: datetime, report_id: int, reason: str) -> list[Obligation]:
    """Mark obligations as met or late by a report; lateness is kept as a fact."""
    settled: list[Obligation] = []
    for row in rows:
        done = settle(obligation_of(row), sent_at, reason)
        row.settled_at, row.late_seconds, row.late_reason = (
            done.settled_at,
            done.late_seconds,
            done.late_reason,
        )
        row.report_id = report_id
        settled.append(replace(done, id=row.id, report_id=report_id))
    return settled


def obligation_of(row: ObligationRow) -> Obligation:
    """Return the value of a row."""
    return Obligation(
        rule_id=row.rule_id,
        kind=row.kind,
        channel=row.channel,
        recipient=row.recipient,
        clock=row.clock,
        starts_at=row.starts_at,
        due_at=row.due_at,
        source=row.source,
        verified=row.verified,
        sequence=row.sequence,
        note=row.note,
        id=row.id,
        incident_id=row.incident_id,
        settled_at=row.settled_at,
        late_seconds=row.late_seconds,
        late_reason=row.late_reason,
        waived_at=row.waived_at,
        waived_reason=row.waived_reason,
        waived_by=row.waived_by,
        report_id=row.report_id,
    )


def _short(words: str, field: str, most: int) -> str:
    trimmed = words.strip()
    if len(trimmed) > most:
        raise InputProblem(field, "text_too_long", most=most)
    return trimmed


def _row(session: Session, obligation_id: int) -> ObligationRow:
    row = session.get(ObligationRow, obligation_id)
    if row is None:
        raise InputProblem("obligation", "obligation_unknown", id=obligation_id)
    return row


def _rule_row(rule: ReportRule) -> ReportRuleRow:
    follow = rule.followup
    return ReportRuleRow(
        rule_id=rule.id,
        preset=rule.preset,
        classes=sorted(rule.classes),
        grades=sorted(str(g) for g in rule.grades),
        levels=sorted(rule.levels),
        channel=rule.channel,
        recipient=rule.recipient,
        minutes=rule.minutes,
        clock=rule.clock,
        followup={"at": [at.isoformat("minutes") for at in follow.at], "every_hours": follow.every_hours}
        if follow
        else None,
        raised_clock=rule.raised_clock,
        source=rule.source,
        note=rule.note,
        subject=rule.subject,
        verified=rule.verified,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
    )


def _rule_of(row: ReportRuleRow) -> ReportRule:
    follow = row.followup
    return ReportRule(
        id=row.rule_id,
        preset=row.preset,
        classes=frozenset(EventClass(each) for each in row.classes),
        grades=frozenset(Grade(each) for each in row.grades),
        levels=frozenset(RoomLevel(each) for each in row.levels),
        channel=row.channel,
        recipient=row.recipient,
        minutes=row.minutes,
        clock=row.clock,
        source=row.source,
        verified=row.verified,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        followup=FollowUp(tuple(time.fromisoformat(at) for at in follow["at"]), follow["every_hours"])
        if follow
        else None,
        raised_clock=row.raised_clock,
        note=row.note,
        subject=row.subject,
    )

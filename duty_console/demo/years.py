"""Years of duty in bulk: whole rows with their journal entries, a month to a transaction, minutes instead of days."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from duty_console.database.engine import UseCase
from duty_console.demo.events import ROUTINE, choose, worded
from duty_console.demo.month import new_incident
from duty_console.dutylog.model import LogKind
from duty_console.dutylog.tables import LogRow
from duty_console.incidents.model import IncidentState
from duty_console.incidents.rules import intake_line, next_number, suggestion_for
from duty_console.incidents.tables import CasualtyRow, IncidentRow
from duty_console.journal.recorder import insert_rows
from duty_console.limits.model import Channel, EventFacts, ReportKind, Subject
from duty_console.limits.rules import obligations_for, settle
from duty_console.limits.service import title as obligation_title
from duty_console.limits.tables import ObligationRow
from duty_console.reports.tables import ReportRow
from duty_console.roster.model import AssignmentSource, PostKind
from duty_console.roster.tables import AssignmentRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from random import Random

    from duty_console.database.base import Row
    from duty_console.demo.district import Crew
    from duty_console.desk import Desk
    from duty_console.incidents.model import NewIncident
    from duty_console.limits.model import Grade, Obligation

INCIDENTS_A_YEAR, LINES_A_YEAR = 10_000, 100_000
KINDS: tuple[type[Row], ...] = (IncidentRow, LogRow, CasualtyRow, ReportRow, ObligationRow, AssignmentRow)


def fill_years(
    desk: Desk,
    crew: Crew,
    dice: Random,
    begins: datetime,
    ends: datetime,
    years: int,
    progress: Callable[[float], None],
) -> None:
    """Fill the span with 10,000 incidents and 100,000 log lines a year; `progress` is called with the part done."""
    days = (ends - begins).days
    writer = _Years(desk, crew, dice)
    for first in range(0, days, 30):
        with desk.database.connection(writing=True) as connection:
            for day in range(first, min(first + 30, days)):
                writer.day(
                    begins + timedelta(days=day),
                    _share(INCIDENTS_A_YEAR * years, day, days),
                    _share(LINES_A_YEAR * years, day, days),
                )
            writer.store(connection)
        progress(min(1.0, (first + 30) / days))


def _share(total: int, day: int, days: int) -> int:
    """Return how many of `total` fall on a day, adding up exactly."""
    return total * (day + 1) // days - total * day // days


class _Years:
    """Gathers rows day by day and stores them, ids and journal in order."""

    def __init__(self, desk: Desk, crew: Crew, dice: Random) -> None:
        self._desk = desk
        self._crew = crew
        self._dice = dice
        self._last: tuple[date | None, int] = (None, 0)
        self._rules = desk.limits.rules()
        self._level = desk.limits.level()
        self._zone = desk.room.zone()
        self._posts = desk.roster.posts()
        self._slot = desk.roster.shifts_of(desk.clock.now().date())[0].name
        self._rows: dict[type[Row], list[tuple[datetime, str, dict[str, Any]]]] = {kind: [] for kind in KINDS}
        with desk.database.read() as session:
            self._ids = {kind: session.scalar(select(func.max(kind.id))) or 0 for kind in KINDS}

    def day(self, begins: datetime, incidents: int, lines: int) -> None:
        """Make one day of duty, from 08:00 on."""
        local = begins.astimezone(self._zone).replace(hour=8, minute=0, second=0, microsecond=0)
        start = local.astimezone(begins.tzinfo)
        ordinal = local.date().toordinal()
        names = {"leader": self._crew.leader_on(ordinal).name, "officer": self._crew.officer_on(ordinal, 0).name}
        self._roster(local, start, ordinal)
        before = len(self._rows[LogRow])
        moments = sorted(self._dice.uniform(0, 86_000) for _ in range(incidents))
        for seconds in moments:
            received = start + timedelta(seconds=int(seconds))
            day = received.astimezone(self._zone).date()
            number = next_number(day, self._taken(day))
            self._incident(received, number, names)
        written = len(self._rows[LogRow]) - before
        for _ in range(max(0, lines - written)):
            kind, text = self._dice.choice(ROUTINE)
            person = self._dice.choice(self._crew.others)
            words = worded(text, self._dice, person=person, leader=names["leader"])
            self._log(start + timedelta(seconds=self._dice.randrange(86_400)), kind, words, names["officer"])

    def _taken(self, day: date) -> int:
        """Return how many incidents the day has already; days come in order."""
        known, number = self._last
        self._last = (day, number + 1 if day == known else 1)
        return self._last[1] - 1

    def store(self, connection: Connection) -> None:
        """Write what was gathered, each row with its own moment and actor in the journal."""
        identity = self._desk.identity
        case = UseCase("fill_demo", identity, self._desk.database.clock)
        for kind in KINDS:
            gathered = self._rows[kind]
            for at in range(0, len(gathered), 4000):
                part = gathered[at : at + 4000]
                insert_rows(connection, case, kind, [row for _, _, row in part], [(when, who) for when, who, _ in part])
            gathered.clear()

    def _add(self, kind: type[Row], moment: datetime, who: str, /, **values: object) -> int:
        self._ids[kind] += 1
        self._rows[kind].append((moment, who, {"id": self._ids[kind], **values}))
        return self._ids[kind]

    def _log(
        self, at: datetime, kind: LogKind, text: str, who: str, incident: tuple[int | None, str | None] = (None, None)
    ) -> None:
        self._add(
            LogRow,
            at,
            who,
            at=at,
            recorded_at=at,
            kind=kind,
            text=text,
            person=who,
            incident_id=incident[0],
            incident_number=incident[1],
            corrects_id=None,
        )

    def _roster(self, local: datetime, start: datetime, ordinal: int) -> None:
        officers = [post for post in self._posts if post.kind is PostKind.OFFICER]
        for post in self._posts:
            person = (
                self._crew.leader_on(ordinal)
                if post.kind is PostKind.LEADER
                else self._crew.officer_on(ordinal, officers.index(post))
            )
            self._add(
                AssignmentRow,
                start,
                "值守台",
                shift_date=local.date(),
                slot=self._slot,
                post_id=post.id,
                person_id=person.id,
                place=0,
                starts_at=start,
                ends_at=start + timedelta(days=1),
                source=AssignmentSource.HAND,
            )

    def _incident(self, received: datetime, number: str, names: dict[str, str]) -> None:
        dice, who = self._dice, names["officer"]
        story = choose(dice)
        known = {"leader": names["leader"], "person": dice.choice(self._crew.others)}
        new = new_incident(dice, story, received, known, None)
        suggestion = suggestion_for(new.event_class, new.casualties)
        grade = new.grade or suggestion.grade
        closed = received + timedelta(hours=dice.uniform(3, 30))
        values = _closed_incident(new, number, grade, new.grade_reason or suggestion.basis, who, closed, story.closing)
        incident_id = self._add(IncidentRow, received, who, **values)
        mine = (incident_id, number)
        self._log(received, LogKind.INTAKE, intake_line(new), who, mine)
        if any(count is not None for count in asdict(new.casualties).values()):
            self._add(
                CasualtyRow,
                received,
                who,
                incident_id=incident_id,
                at=received,
                source=new.source_unit,
                recorder=who,
                **asdict(new.casualties),
            )
        for kind, text in story.course[:1]:
            self._log(received + timedelta(minutes=dice.randint(3, 40)), kind, worded(text, dice, **known), who, mine)
        facts = EventFacts(
            new.event_class,
            received,
            grade,
            new.occurred_at,
            classified_at=received if grade else None,
            subject=Subject.INCIDENT,
        )
        for owed in obligations_for(self._rules, facts, received, level=self._level, zone=self._zone):
            self._reported(owed, mine, names)
        self._log(closed, LogKind.CLOSURE, f"办结：{story.closing}", who, mine)

    def _reported(self, owed: Obligation, incident: tuple[int, str], names: dict[str, str]) -> None:
        dice, who = self._dice, names["officer"]
        share = dice.uniform(0.2, 0.95) if dice.random() > 0.04 else dice.uniform(1.02, 1.4)
        sent = owed.starts_at + (owed.due_at - owed.starts_at) * share
        done = settle(owed, sent, "核实情况延误")
        by = dice.choice(self._crew.others)
        signed = names["leader"] if owed.channel is Channel.WRITTEN else ""
        report_id = self._add(
            ReportRow,
            sent,
            who,
            incident_id=incident[0],
            incident_number=incident[1],
            kind=ReportKind.INITIAL,
            sequence=0,
            channel=owed.channel,
            recipient=owed.recipient,
            sent_at=sent,
            received_by=by,
            signatory=signed,
            content="",
            recorder=who,
            recorded_at=sent,
        )
        self._add(
            ObligationRow,
            sent,
            who,
            incident_id=incident[0],
            incident_number=incident[1],
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
            sequence=0,
            report_id=report_id,
            settled_at=done.settled_at,
            late_seconds=done.late_seconds,
            late_reason=done.late_reason,
            waived_at=None,
            waived_by="",
            waived_reason="",
        )
        name = obligation_title(owed.channel.zh, owed.kind, 0, owed.recipient)
        self._log(sent, LogKind.REPORT, f"{name}；接收人{by}", who, incident)


def _closed_incident(
    new: NewIncident, number: str, grade: Grade | None, basis: str, who: str, closed: datetime, reason: str
) -> dict[str, Any]:
    """Return the row of an incident whose life is over."""
    taken = {
        each.name: getattr(new, each.name) for each in fields(new) if each.name not in ("casualties", "grade_reason")
    }
    return {
        **taken,
        **asdict(new.casualties),
        "number": number,
        "state": IncidentState.CLOSED,
        "grade": grade,
        "grade_basis": basis,
        "classified_at": new.received_at if grade else None,
        "recorder": who,
        "recorded_at": new.received_at,
        "closed_at": closed,
        "closed_reason": reason,
    }

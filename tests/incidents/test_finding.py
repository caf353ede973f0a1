"""Filters by words reach every row, however many newer ones hold the same words; a waiver leaves its line."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogFilter, LogKind
from duty_console.incidents.model import IncidentFilter, NewIncident
from duty_console.limits.model import Channel, EventClass, ReportKind
from duty_console.reports.model import NewReport

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = datetime(2026, 10, 14, 2, 14, 8, tzinfo=ZoneInfo("Asia/Shanghai"))


def _recorded(desk: Desk) -> str:
    new = NewIncident(EventClass.ACCIDENT, desk.clock.now(), place="望岭林场", summary="栈道塌陷")
    return desk.incidents.record(new).incident.number


def test_an_old_incident_is_found_behind_thousands_of_newer_lines(tmp_path: Path) -> None:
    with Desk.open(tmp_path, FakeClock(NIGHT)) as desk:
        number = _recorded(desk)
        old = desk.dutylog.note("栈道巡查，护栏松动")
        with desk.database.write("write_log") as session:
            from duty_console.dutylog.service import append

            for _ in range(2100):
                append(session, desk.database, LogKind.NOTE, "栈道人多，已疏导", desk.clock.now())
        found = desk.incidents.page(IncidentFilter(words="栈道"))
        assert [card.incident.number for card in found] == [number]
        assert desk.dutylog.count(LogFilter(words="栈道")) == 2102
        assert [line.id for line in desk.dutylog.page(LogFilter(words="护栏"))] == [old.id]
        assert desk.incidents.page(IncidentFilter(words="，")) == ()


def test_a_waiver_stands_in_the_timeline(tmp_path: Path) -> None:
    with Desk.open(tmp_path, FakeClock(NIGHT)) as desk:
        number = _recorded(desk)
        card = desk.incidents.card(number)
        desk.limits.waive(card.obligations[0].id or 0, "周启明", "上级已到现场")
        line = desk.dutylog.timeline(card.incident.id)[-1]
        assert line.kind is LogKind.SYSTEM
        assert "周启明同意免报（原因：上级已到现场）" in line.text
        assert desk.journal.verify().ok


def test_a_report_written_to_the_minute_of_the_call_is_taken(tmp_path: Path) -> None:
    clock = FakeClock(NIGHT)
    with Desk.open(tmp_path, clock) as desk:
        number = _recorded(desk)
        clock.advance(timedelta(minutes=3))
        typed = NIGHT.replace(second=0)  # 02:14, as one types it
        outcome = desk.reports.record(
            NewReport(number, ReportKind.INITIAL, Channel.WRITTEN, "上一级应急管理部门", sent_at=typed)
        )
        assert outcome.report.sent_at == NIGHT
        assert all(owed.late_seconds is None for owed in outcome.settled)

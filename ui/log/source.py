"""The columns and the source of the log's table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.dutylog.model import LogEntry, LogFilter
from ui.widgets import Column, TableQuery
from ui.words import LOG_LOOK, when, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from duty_console.dutylog.service import DutyLog

translate = QCoreApplication.translate


class LogSource:
    """Lines by words, kind and period, the newest first or the oldest."""

    def __init__(self, dutylog: DutyLog) -> None:
        self._dutylog = dutylog
        self.wanted = LogFilter()

    def count(self, query: TableQuery) -> int:
        return self._dutylog.count(self._filter(query))

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[LogEntry]:
        return self._dutylog.page(self._filter(query), limit, offset)

    def _filter(self, query: TableQuery) -> LogFilter:
        newest_first = query.descending if query.sort == "at" else True
        return replace(self.wanted, words=query.text, newest_first=newest_first)


def log_columns(now: datetime, zone: ZoneInfo) -> list[Column[LogEntry]]:
    """When, what kind, the words, the incident, who wrote it, and the number that says it is safe."""
    corrected = translate("LogColumns", "corrected {time}")
    later = translate("LogColumns", "Entered later, at {time}")

    def text(line: LogEntry) -> str:
        return " ".join(line.text.split())

    def remark(line: LogEntry) -> str:
        return corrected.format(time=when(line.corrected_at, line.at, zone)) if line.corrected_at is not None else ""

    def struck(line: LogEntry) -> bool:
        return line.corrected_by_id is not None

    def tip(line: LogEntry) -> str:
        return later.format(time=when(line.recorded_at, line.at, zone)) if line.entered_later else line.text

    def tone(line: LogEntry) -> str:
        return "muted" if line.corrected_by_id is not None else "text"

    return [
        Column("at", translate("LogColumns", "Time"), lambda line: when(line.at, now, zone), 136, role="dense_strong"),
        Column(
            "kind",
            translate("LogColumns", "Kind"),
            lambda line: word(line.kind),
            124,
            sortable=False,
            tone=lambda line: LOG_LOOK[line.kind][1],
            icon=lambda line: LOG_LOOK[line.kind][0],
        ),
        Column(
            "text",
            translate("LogColumns", "Text"),
            text,
            stretch=True,
            sortable=False,
            tone=tone,
            tip=tip,
            struck=struck,
        ),
        Column(
            "remark",
            "",
            remark,
            136,
            sortable=False,
            tone="severe",
            icon=lambda line: "history" if line.entered_later else "",
            tip=tip,
        ),
        *_reference_columns(),
    ]


def _reference_columns() -> list[Column[LogEntry]]:
    """The incident, who wrote it, and the number that says it is safe."""
    return [
        Column(
            "incident",
            translate("LogColumns", "Incident"),
            lambda line: line.incident_number or "",
            112,
            sortable=False,
            tone="accent",
        ),
        Column(
            "person", translate("LogColumns", "Written by"), lambda line: line.person, 92, sortable=False, tone="muted"
        ),
        Column(
            "seq",
            translate("LogColumns", "Number"),
            lambda line: f"#{line.journal_seq}",
            88,
            "right",
            sortable=False,
            tone="muted",
        ),
    ]

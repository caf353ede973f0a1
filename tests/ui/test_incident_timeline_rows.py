"""The order of a timeline: what stands under what, and what each filter shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from duty_console.dutylog.model import LogEntry, LogKind
from ui.incidents.timeline_rows import TimelineFilter, timeline_rows

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 10, 13, 15, 50, tzinfo=UTC)  # ten minutes before midnight in the room


def line(
    number: int,
    kind: LogKind,
    *,
    corrects: int | None = None,
    answers: int | None = None,
    corrected_by: int | None = None,
) -> LogEntry:
    at = START + timedelta(minutes=number)
    return LogEntry(
        number,
        at,
        at,
        kind,
        f"line {number}",
        "t",
        number,
        corrects_id=corrects,
        corrected_by_id=corrected_by,
        corrected_at=at if corrected_by else None,
        answers_id=answers,
    )


STORY = (
    line(1, LogKind.INTAKE),
    line(2, LogKind.INSTRUCTION),
    line(3, LogKind.SCENE, corrected_by=5),
    line(4, LogKind.NOTE),
    line(5, LogKind.CORRECTION, corrects=3, corrected_by=7),
    line(6, LogKind.FEEDBACK, answers=2),
    line(7, LogKind.CORRECTION, corrects=5),
    line(8, LogKind.SYSTEM),
    line(9, LogKind.REPORT),
    line(15, LogKind.CORRECTION),
)


def shown(which: TimelineFilter) -> list[tuple[int, bool]]:
    return [(row.entry.id, row.under) for row in timeline_rows(STORY, which, ZONE)]


@pytest.mark.parametrize(
    ("which", "rows"),
    [
        (
            "all",
            [
                (1, False),
                (2, False),
                (6, True),
                (3, False),
                (5, True),
                (7, True),
                (4, False),
                (8, False),
                (9, False),
                (15, False),
            ],
        ),
        ("key", [(1, False), (2, False), (6, True), (3, False), (5, True), (7, True), (9, False), (15, False)]),
        ("reports", [(9, False)]),
        ("instructions", [(2, False), (6, True)]),
        ("scene", [(3, False), (5, True), (7, True)]),
    ],
)
def test_corrections_and_feedback_stand_under_what_they_touch(
    which: TimelineFilter, rows: list[tuple[int, bool]]
) -> None:
    assert shown(which) == rows


def test_what_was_corrected_is_struck_and_the_last_word_is_not() -> None:
    struck = [row.entry.id for row in timeline_rows(STORY, "all", ZONE) if row.struck]
    assert struck == [3, 5]


def test_the_day_is_named_where_it_begins() -> None:
    days = [(row.entry.id, row.day) for row in timeline_rows(STORY, "all", ZONE) if row.day]
    assert days == [(15, "10-14")]


def test_a_correction_whose_line_is_elsewhere_stands_by_itself() -> None:
    lone = (line(20, LogKind.CORRECTION, corrects=999),)
    assert [(row.entry.id, row.under) for row in timeline_rows(lone, "key", ZONE)] == [(20, False)]

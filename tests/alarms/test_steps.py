"""When an alarm reaches which step: the table, each moment at -1 s, 0 and +1 s."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.alarms.model import AlarmBoard, AlarmPolicy, AlarmStep, DueItem
from duty_console.alarms.rules import moments, next_moment, step_at
from duty_console.alarms.service import wait_seconds

START = datetime(2026, 10, 14, 7, 10, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
NOTICE, WARNING, DUE, OVERDUE = AlarmStep
POLICY = AlarmPolicy()


def item(length: timedelta) -> DueItem:
    return DueItem("obligation:1", "书面初报 省应急管理厅", "20261014-01", START, START + length)


# A limit's length in minutes, and when its steps begin, in minutes from its start.
TABLE = [
    (15, 7.5, 11.25, 15, 17),
    (30, 15, 22.5, 30, 32),
    (35, 17.5, 26.25, 35, 37),
    (40, 20, 30, 40, 42),
    (60, 30, 50, 60, 62),
    (120, 90, 110, 120, 122),
    (360, 330, 350, 360, 362),
    (1440, 1410, 1430, 1440, 1442),
    (1, 0.5, 0.75, 1, 3),
]


@pytest.mark.parametrize(("length", "notice", "warning", "due", "overdue"), TABLE)
def test_each_step_begins_to_the_second(length: int, notice: float, warning: float, due: float, overdue: float) -> None:
    this = item(length * MINUTE)
    before: tuple[AlarmStep, datetime] | None = None
    for step, minutes in ((NOTICE, notice), (WARNING, warning), (DUE, due), (OVERDUE, overdue)):
        begins = START + minutes * MINUTE
        assert step_at(this, begins - SECOND, POLICY) == before
        assert step_at(this, begins - timedelta(microseconds=1), POLICY) == before
        assert next_moment(this, begins - SECOND, POLICY) == begins
        before = (step, begins)
        assert step_at(this, begins, POLICY) == before
        assert step_at(this, begins + SECOND, POLICY) == before
    assert next_moment(this, START + overdue * MINUTE, POLICY) is None
    assert step_at(this, START + timedelta(days=3650), POLICY) == before


def test_a_new_limit_does_not_begin_alarmed() -> None:
    for length, *_ in TABLE:
        assert step_at(item(length * MINUTE), START, POLICY) is None


def test_a_limit_that_was_over_before_it_was_known_stands_at_the_last_step() -> None:
    """Occurred long before it was received: the limit may end before the call came."""
    assert step_at(item(timedelta(0)), START, POLICY) == (DUE, START)
    assert step_at(item(timedelta(0)), START + 2 * MINUTE, POLICY) == (OVERDUE, START + 2 * MINUTE)


@given(st.integers(0, 200_000), st.integers(-10_000, 300_000), st.integers(0, 10_000))
def test_time_only_makes_it_louder(length: int, at: int, later: int) -> None:
    this = item(length * SECOND)
    now = START + at * SECOND
    first, second = step_at(this, now, POLICY), step_at(this, now + later * SECOND, POLICY)
    if first is not None:
        assert second is not None
        assert second[0].rank >= first[0].rank
        assert first[1] <= now
    following = next_moment(this, now, POLICY)
    if following is None:
        assert first is not None
        assert first[0] is OVERDUE
    else:
        assert following > now
        # Nothing changes in between, and at that moment something does.
        assert step_at(this, following - timedelta(microseconds=1), POLICY) == first
        assert step_at(this, following, POLICY) != first
    ordered = [moments(this, POLICY)[step] for step in AlarmStep]
    assert ordered == sorted(ordered)


def test_only_a_notice_is_silent() -> None:
    assert [step.rings for step in AlarmStep] == [False, True, True, True]
    assert [step.rank for step in AlarmStep] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("ahead", "seconds"), [(None, 5.0), (60.0, 5.0), (5.0, 5.0), (1.25, 1.25), (0.0, 0.0), (-3.0, 0.0)]
)
def test_how_long_to_wait(ahead: float | None, seconds: float) -> None:
    following = None if ahead is None else START + timedelta(seconds=ahead)
    assert wait_seconds(AlarmBoard(START, (), following), START, timedelta(seconds=5)) == seconds

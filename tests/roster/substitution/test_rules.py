"""What a change is cautioned about, as the rules' table reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from duty_console.roster.model import CalendarDay, DayType
from duty_console.roster.substitution.rules import (
    DutyTime,
    RoomRules,
    allowed_caution,
    holiday_caution,
    rest_caution,
)

AT = datetime(2026, 10, 1, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.mark.parametrize("kind", list(DayType))
@pytest.mark.parametrize("ahead", [2 * DAY + SECOND, 2 * DAY, 2 * DAY - SECOND, timedelta(0), -DAY])
def test_holidays_are_changed_two_days_ahead(kind: DayType, ahead: timedelta) -> None:
    found = holiday_caution(CalendarDay(date(2026, 10, 1), kind), AT, AT - ahead)
    late = kind in (DayType.STATUTORY_HOLIDAY, DayType.ADJUSTED_REST) and ahead < 2 * DAY
    assert (found is not None) is late
    if found is not None:
        assert (found.code, found.values) == ("holiday_late", {"date": "2026-10-01", "days": 2})


@pytest.mark.parametrize(
    ("rest", "short"), [(DAY + SECOND, False), (DAY, False), (DAY - SECOND, True), (timedelta(0), True)]
)
@pytest.mark.parametrize("before", [True, False])
def test_rest_lies_before_and_after_a_duty(rest: timedelta, short: bool, before: bool) -> None:
    wanted = DutyTime(AT, AT + DAY)
    near = DutyTime(AT - rest - DAY, AT - rest) if before else DutyTime(AT + DAY + rest, AT + 2 * DAY + rest)
    far = DutyTime(AT - 9 * DAY, AT - 8 * DAY)
    found = rest_caution(RoomRules(24, {}), wanted, [far, near], "苏映雪")
    assert (found is not None) is short


def test_nobody_elses_duty_and_no_duty_need_no_rest() -> None:
    assert rest_caution(RoomRules(24, {}), DutyTime(AT, AT + DAY), [], "苏映雪") is None


@pytest.mark.parametrize(
    ("allowed", "cautioned"), [({}, False), ({1: frozenset({7})}, False), ({1: frozenset({8})}, True)]
)
def test_a_post_without_a_list_is_open_to_all(allowed: dict[int, frozenset[int]], cautioned: bool) -> None:
    assert (allowed_caution(RoomRules(0, allowed), 1, "主班", 7, "苏映雪") is not None) is cautioned

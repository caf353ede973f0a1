"""What an officer types, and what it means. The base is 2026-10-14 15:10 in Shanghai unless a row says otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.time_text import TimeTextProblem, parse_time, time_as_text

ZONE = ZoneInfo("Asia/Shanghai")
BASE = "2026-10-14 15:10"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "base", "meant"),
    [
        ("1510", BASE, "2026-10-14 15:10"),
        ("0310", BASE, "2026-10-14 03:10"),
        ("310", BASE, "2026-10-14 03:10"),
        ("15:10", BASE, "2026-10-14 15:10"),
        ("9:05", BASE, "2026-10-14 09:05"),
        ("15:10:08", BASE, "2026-10-14 15:10:08"),
        ("１５：１０", BASE, "2026-10-14 15:10"),
        ("15时10分", BASE, "2026-10-14 15:10"),
        ("15点", BASE, "2026-10-14 15:00"),
        (" 1510 ", BASE, "2026-10-14 15:10"),
        ("0000", BASE, "2026-10-14 00:00"),
        # minutes before and after
        ("-20", BASE, "2026-10-14 14:50"),
        ("－20", BASE, "2026-10-14 14:50"),
        ("-0", BASE, "2026-10-14 15:10"),
        ("+30", BASE, "2026-10-14 15:40"),
        ("-20", "2026-10-14 00:10", "2026-10-13 23:50"),
        # midnight
        ("2350", "2026-10-14 00:10", "2026-10-13 23:50"),
        ("0010", "2026-10-14 00:10", "2026-10-14 00:10"),
        ("0005", "2026-10-14 00:10", "2026-10-14 00:05"),
        ("2359", "2027-01-01 00:01", "2026-12-31 23:59"),
        # a little ahead stays today's, for the caller to flag; more than twelve hours ahead was yesterday
        ("1511", BASE, "2026-10-14 15:11"),
        ("1210", "2026-10-14 00:10", "2026-10-14 12:10"),
        ("1211", "2026-10-14 00:10", "2026-10-13 12:11"),
        # days
        ("昨天 2350", BASE, "2026-10-13 23:50"),
        ("昨2350", BASE, "2026-10-13 23:50"),
        ("前天 08:00", BASE, "2026-10-12 08:00"),
        ("今日 0800", BASE, "2026-10-14 08:00"),
        ("明天 0800", BASE, "2026-10-15 08:00"),
        ("10-14 15:10", BASE, "2026-10-14 15:10"),
        ("10-13 1510", BASE, "2026-10-13 15:10"),
        ("10/13 15:10", BASE, "2026-10-13 15:10"),
        ("10月13日 15:10", BASE, "2026-10-13 15:10"),
        ("10月13日15时10分", BASE, "2026-10-13 15:10"),
        ("13日 0310", BASE, "2026-10-13 03:10"),
        ("31日 2200", "2026-11-01 02:00", "2026-10-31 22:00"),
        ("31日 2200", "2026-12-01 02:00", "2026-10-31 22:00"),
        ("12-31 2350", "2027-01-01 00:10", "2026-12-31 23:50"),
        ("1-2 0800", "2026-12-31 23:00", "2027-01-02 08:00"),
        ("2-29 0800", "2026-10-14 15:10", "2024-02-29 08:00"),
        ("2026-10-13 15:10", BASE, "2026-10-13 15:10"),
        ("2026年10月13日 15:10", BASE, "2026-10-13 15:10"),
        ("2024-02-29 0800", BASE, "2024-02-29 08:00"),
    ],
)
def test_understood(typed: str, base: str, meant: str) -> None:
    understood = parse_time(typed, at(base), ZONE)
    assert understood == at(meant)
    assert understood.tzinfo is UTC


@pytest.mark.parametrize(
    ("typed", "base", "meant"),
    [
        ("0800", "2026-10-14 23:00", "2026-10-15 08:00"),
        ("2330", "2026-10-14 23:00", "2026-10-14 23:30"),
        ("2300", "2026-10-14 23:00", "2026-10-14 23:00"),
        ("1-2 0800", "2026-12-31 23:00", "2027-01-02 08:00"),
        ("1日 0800", "2026-10-14 23:00", "2026-11-01 08:00"),
    ],
)
def test_understood_as_still_to_come(typed: str, base: str, meant: str) -> None:
    assert parse_time(typed, at(base), ZONE, "future") == at(meant)


def test_iso_with_offset_means_itself_wherever_the_room_is() -> None:
    assert parse_time("2026-10-14T07:10:00Z", at(BASE), ZONE) == at(BASE)
    assert parse_time("2026-10-14T16:10:00+09:00", at(BASE), ZONE) == at(BASE)


def test_the_zone_is_the_rooms_not_the_machines() -> None:
    base = datetime(2026, 10, 14, 16, 10, tzinfo=UTC)  # 00:10 on the 15th in Shanghai
    assert parse_time("2350", base, ZONE) == at("2026-10-14 23:50")


@pytest.mark.parametrize(
    "typed", ["2575", "2400", "1560", "15:60", "13-01 0800", "2-30 0800", "2026-02-29 0800", "32日 0800", "0-1 0800"]
)
def test_no_such_time(typed: str) -> None:
    with pytest.raises(TimeTextProblem) as problem:
        parse_time(typed, at(BASE), ZONE)
    assert problem.value.code == "time_does_not_exist"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "15",
        "15:1",
        "151015",
        "-",
        "- 20 x",
        "刚才",
        "10-14",
        "15:10 x",
        "--20",
        "2026-10-14",
        "2026-10-14T15:10:00 +99:00",
    ],
)
def test_not_a_time(typed: str) -> None:
    with pytest.raises(TimeTextProblem) as problem:
        parse_time(typed, at(BASE), ZONE)
    assert problem.value.code == "time_not_understood"


def test_a_base_without_offset_is_a_bug() -> None:
    with pytest.raises(ValueError, match="offset"):
        parse_time("1510", at(BASE).replace(tzinfo=None), ZONE)


@given(typed=st.text(max_size=24))
def test_nothing_typed_makes_it_fall_over(typed: str) -> None:
    try:
        moment = parse_time(typed, at(BASE), ZONE)
    except TimeTextProblem:
        return
    assert moment.tzinfo is UTC


@given(
    minutes=st.integers(min_value=-12 * 60, max_value=12 * 60),
    since=st.integers(min_value=0, max_value=15 * 366 * 24 * 60),
)
def test_what_is_shown_is_read_back_as_the_same_minute(minutes: int, since: int) -> None:
    now = (at("2020-01-01 00:00") + timedelta(minutes=since)).astimezone(UTC)
    moment = (now + timedelta(minutes=minutes)).astimezone(UTC)
    assert parse_time(time_as_text(moment, now, ZONE), now, ZONE) == moment

"""`import` and `export` as scripts use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from duty_console.clock import FakeClock
from tests.cli.command import Outcome, run
from tests.roster.files.room import NOW, room, standing, workbook

if TYPE_CHECKING:
    from pathlib import Path

GOOD = [["2026年10月值班表"], ["日期", "带班领导", "主班", "副班"], ["1日", "沈若谷", "苏映雪", "罗景行"]]
BAD = [*GOOD, ["2日", "赵六", "苏映雪", "=1+1苏映雪"], ["2月30日", "沈若谷"]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with room(tmp_path / "data"):
        return tmp_path / "data"


def command(data: Path, *words: object) -> Outcome:
    return run("--data", data, *words, clock=FakeClock(NOW))


def there(data: Path) -> int:
    with room_again(data) as desk:
        return len(standing(desk))


def room_again(data: Path) -> Any:
    from duty_console.desk import Desk

    return Desk.open(data, FakeClock(NOW))


def test_a_roster_is_tried_then_stored(data: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", GOOD)
    tried = command(data, "import", "roster", path, "--dry-run", "--json")
    assert (tried.code, tried.err) == (0, "")
    assert tried.json == {
        "file": str(path),
        "layout": "by_day",
        "cells": 3,
        "changed": 3,
        "from": "2026-10-01",
        "to": "2026-10-01",
        "posts": ["带班领导", "主班", "副班"],
        "stored": False,
        "problems": [],
        "warnings": [],
    }
    assert there(data) == 0
    stored = command(data, "import", "roster", path, "--json")
    assert (stored.code, stored.json["stored"], there(data)) == (0, True, 3)
    assert "已导入 3 格，改动 0 格" in command(data, "import", "roster", path).out


def test_problems_come_with_sheet_row_and_column_and_nothing_is_stored(data: Path, tmp_path: Path) -> None:
    rows = [*GOOD, ["2日", "赵六", "苏映雪", "苏映雪"], ["10月32日", "沈若谷"]]
    path = workbook(tmp_path / "a.xlsx", rows, sheet="十月")
    found = command(data, "import", "roster", path, "--json")
    assert found.code == 2
    assert found.err == "a.xlsx：3 处问题，未导入。\n"
    import json

    answer = json.loads(found.out)
    assert answer["stored"] is False
    assert [(each["sheet"], each["row"], each["column"], each["code"]) for each in answer["problems"]] == [
        ("十月", 4, "B", "name_unknown"),
        ("十月", 4, "D", "person_twice_in_shift"),
        ("十月", 5, "A", "date_does_not_exist"),
    ]
    assert answer["problems"][0]["message"] == "通讯录中没有“赵六”。"
    assert answer["problems"][1]["message"] == "苏映雪 在 2026-10-02 同一班次已排在主班（C4）。"
    assert there(data) == 0
    told = command(data, "import", "roster", path)
    assert told.code == 2
    assert told.out.splitlines()[0] == "十月 第4行 B列  通讯录中没有“赵六”。"
    assert told.err == found.err


def test_the_past_needs_a_reason(data: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["2026年9月值班表"], *GOOD[1:]])
    assert command(data, "import", "roster", path).code == 2
    assert command(data, "import", "roster", path, "--reason", "补录").code == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.xlsx", None, "没有文件"),
        ("a.csv", b"a,b\n", "不是 Excel 工作簿"),
        ("a.xlsx", b"a,b\n", "不是 Excel 工作簿"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "旧版 .xls"),
        ("cut.xlsx", b"PK\x03\x04" + bytes(99), "已损坏"),
    ],
)
@pytest.mark.parametrize("part", ["roster", "people"])
def test_a_file_that_cannot_be_read_is_one_line(
    data: Path, tmp_path: Path, part: str, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    line = command(data, "import", part, tmp_path / name, "--json").refused()
    assert words in line
    assert line.startswith("file：")


def test_persons_are_taken_in_and_given_out(data: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["姓名", "单位", "手机"], ["白露", "区气象局", 13800000301]])
    tried = command(data, "import", "people", path, "--dry-run", "--json").json
    assert (tried["persons"], tried["units"], tried["stored"]) == (1, ["区气象局"], False)
    assert command(data, "import", "people", path).out == "已加入 1 人，新单位 1 个\n"
    out = tmp_path / "out.xlsx"
    assert command(data, "export", "people", out, "--json").json == {"file": str(out), "persons": 9}
    wrong = workbook(tmp_path / "b.xlsx", [["姓名", "手机"], ["白露", "x"]])
    found = command(data, "import", "people", wrong)
    assert (found.code, found.out) == (2, "Sheet1 第2行 B列  “x”不是电话号码。\n")


def test_a_roster_and_a_calendar_are_given_out(data: Path, tmp_path: Path) -> None:
    command(data, "import", "roster", workbook(tmp_path / "a.xlsx", GOOD))
    out = tmp_path / "out.xlsx"
    answer = command(data, "export", "roster", "--month", "2026-10", out, "--json").json
    assert answer == {"file": str(out), "month": "2026-10"}
    assert load_workbook(out).worksheets[0]["C4"].value == "沈若谷"
    ics = tmp_path / "out.ics"
    answer = command(data, "export", "roster", "--month", "2026-10", ics, "--person", "苏映雪", "--json").json
    assert answer == {"file": str(ics), "month": "2026-10", "person": "苏映雪", "events": 1}
    calendar: Any = Calendar.from_ical(ics.read_bytes())
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["主班"]
    assert command(data, "export", "roster", out).out == f"已写入 {out}\n"
    assert load_workbook(out).sheetnames == ["2026年9月"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["roster", "a.pdf"], "不认识"),
        (["roster", "a"], "不认识"),
        (["roster", "a.ics"], "--person"),
        (["roster", "a.xlsx", "--person", "苏映雪"], ".ics"),
        (["roster", "a.ics", "--person", "赵六"], "通讯录中没有"),
        (["roster", "a.xlsx", "--month", "2026-13"], "不是月份"),
        (["people", "a.ics"], ".xlsx"),
        (["people", "none/a.xlsx"], "无法写入"),
        (["roster", "none/a.xlsx"], "无法写入"),
    ],
)
def test_what_cannot_be_given_out_is_one_line(data: Path, tmp_path: Path, words: list[str], line: str) -> None:
    name = next(each for each in words[1:] if "." in each or each == "a")
    words = [str(tmp_path / each) if each == name else each for each in words]
    assert line in command(data, "export", *words, "--json").refused()
    assert not list(tmp_path.glob("a*"))


def test_two_of_one_name_must_be_told_apart(data: Path, tmp_path: Path) -> None:
    with room_again(data) as desk:
        from duty_console.people.model import PersonEntry

        desk.people.add_person(PersonEntry("苏映雪", 2, phone="138 0000 0099"))
    path = tmp_path / "a.ics"
    line = command(data, "export", "roster", path, "--person", "苏映雪").refused()
    assert "苏映雪（区水利局）" in line
    assert command(data, "export", "roster", path, "--person", "苏映雪（区水利局）").code == 0

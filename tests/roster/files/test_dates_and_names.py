"""Dates and names as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.exchange.grid import Grid
from duty_console.people.model import Person
from duty_console.roster.files.dates import DateFault, DateReader, MonthHint, month_hint, weekday_in, written_date
from duty_console.roster.files.names import Directory, Mention, read_names

TODAY = date(2026, 9, 25)
AT = datetime(2026, 10, 1, tzinfo=UTC)
OCTOBER = MonthHint(2026, 10)
UNIT_IDS = {"区应急局": 1, "区水利局": 2}


def read(*values: object, hint: MonthHint = OCTOBER) -> list[str]:
    """Read values down one column; a date as text, a fault as its code."""
    grid = Grid("x", {(row, 1): value for row, value in enumerate(values, 1)})  # type: ignore[misc]
    reader, said = DateReader(hint, TODAY), []
    for row in grid.rows():
        written = written_date(grid.cell(row, 1), grid)
        try:
            said.append(reader.complete(written).isoformat() if written else "no date")
        except DateFault as fault:
            said.append(fault.code)
    return said


@pytest.mark.parametrize(
    "value",
    [
        "1日", "1", 1, 1.0, "10月1日", "10.1", 10.1, "10/1", "10-1", "2026/10/1", "2026-10-01", "2026.10.1", "20261001",
        "2026年10月1日", "2026-10-01（周四）", "10月1日 星期四", "10月1日\n（四）", "1日(周四)", "1\n四", "１０月１日",
        "十月一日", "二〇二六年十月一日", "10月1号", "26.10.1", 46296, date(2026, 10, 1), "2026-10-01 00:00:00",
        "10月1日8:00", "10月1日8:00至10月2日8:00", " 10 月 1 日 ",
    ],
)  # fmt: skip
def test_one_day_in_many_forms(value: object) -> None:
    assert read(value) == ["2026-10-01"]


@pytest.mark.parametrize("value", ["周四", "夜班", "1日至3日", "13800000001", "备注：1日调整", 0.5, True, "2026年10月"])
def test_what_is_no_date(value: object) -> None:
    assert read(value) == ["no date"]


def test_a_number_with_one_decimal_is_read_by_the_day_before_it() -> None:
    assert read("10.8", "10.9", 10.1, 10.11)[1:] == ["2026-10-09", "2026-10-10", "2026-10-11"]
    assert read(10.1, 10.2, 10.3) == ["2026-10-01", "2026-10-02", "2026-10-03"]
    assert read("10.19", 10.2, 10.21) == ["2026-10-19", "2026-10-20", "2026-10-21"]


def test_days_run_on_into_the_next_month_and_year() -> None:
    assert read(30, 31, 1, 2) == ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]
    assert read("12.31", "1.1", hint=MonthHint(2026, 12)) == ["2026-12-31", "2027-01-01"]
    assert read(31, 1, hint=MonthHint(2026, 12)) == ["2026-12-31", "2027-01-01"]
    assert read("12月31日", "1月1日", hint=MonthHint(2027, 1)) == ["2026-12-31", "2027-01-01"]
    assert read("12月31日", "1月1日", hint=MonthHint(2026)) == ["2026-12-31", "2027-01-01"]


def test_days_that_do_not_exist_or_do_not_fit_are_told() -> None:
    assert read(29, hint=MonthHint(2026, 2)) == ["date_does_not_exist"]
    assert read(29, hint=MonthHint(2028, 2)) == ["2028-02-29"]
    assert read("2月29日", "9月31日", "13月1日", 32) == ["date_does_not_exist"] * 4
    assert read("1日", hint=MonthHint(2026)) == ["month_not_told"]
    # What a spreadsheet makes of `10月1日` typed in another year.
    assert read(date(2025, 10, 1)) == ["date_not_in_title"]
    assert read(date(2026, 9, 30), date(2026, 11, 1)) == ["2026-09-30", "2026-11-01"]


def test_a_year_left_out_is_the_nearest() -> None:
    assert read("10月1日", hint=MonthHint()) == ["2026-10-01"]
    assert read("1月5日", hint=MonthHint(None, 1)) == ["2027-01-05"]
    reader = DateReader(MonthHint(None, 10), TODAY)
    grid = Grid("x", {(1, 1): "1日"})
    written = written_date(grid.cell(1, 1), grid)
    assert written is not None
    reader.complete(written)
    assert reader.year_assumed


@pytest.mark.parametrize(
    ("titles", "hint"),
    [
        (["云河区2026年10月值班表"], (2026, 10)),
        (["2026年度10月份值班安排"], (2026, 10)),
        (["二〇二六年十月值班表"], (2026, 10)),
        (["值班表", "2026.10"], (2026, 10)),
        (["值班表", "202610"], (2026, 10)),
        (["10月值班表", "2026年"], (2026, 10)),
        (["制表日期：2026年9月28日", "2026年10月值班表"], (2026, 10)),
        (["填报于2026年9月", "十二月值班表"], (None, 12)),
        (["国庆节值班表（2026年10月1日至7日）"], (2026, 10)),
        (["Sheet1"], (None, None)),
        (["2026年13月"], (2026, None)),
    ],
)
def test_titles_tell_year_and_month(titles: list[str], hint: tuple[int | None, int | None]) -> None:
    found = month_hint(titles)
    assert (found.year, found.month) == hint


def test_weekdays_alone() -> None:
    said = [weekday_in(each) for each in ("周一", "星期天", "(日)", "六", "礼拜三", "周 四")]
    assert said == [0, 6, 6, 5, 2, 3]
    assert [weekday_in(each) for each in ("", "1", "周", "周一至周五")] == [None] * 4


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_date_comes_back_from_every_full_form(day: date) -> None:
    forms = (day, f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}")
    for form in forms:
        assert read(form, hint=MonthHint()) == [day.isoformat()]
    assert read(f"{day.month}月{day.day}日", hint=MonthHint(day.year, day.month)) == [day.isoformat()]


def person(number: int, name: str, unit: str = "", title: str = "", left: datetime | None = None) -> Person:
    phone = f"138 0000 {number:04}"
    unit_id = UNIT_IDS.get(unit)
    return Person(number, name, "", "", unit_id, unit, title, phone, "", None, left is None, left, False, "", name)


BOOK = Directory(
    [
        person(1, "张三", "区应急局", "副局长"),
        person(2, "李四"),
        person(3, "王芳"),
        person(4, "欧阳锋"),
        person(5, "阿依古丽·买买提"),
        person(6, "王和平"),
        person(7, "张三", "区水利局", "科员"),
        person(8, "赵云", left=datetime(2026, 9, 1, tzinfo=UTC)),
        person(9, "周平", left=datetime(2026, 10, 2, tzinfo=UTC)),
        person(10, "J. Smith"),
    ]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李四", ["李四"]),
        ("王  芳", ["王芳"]),
        ("王\u00a0芳", ["王芳"]),
        ("王\u3000芳", ["王芳"]),
        ("王\n芳", ["王芳"]),
        ("李四/王芳", ["李四", "王芳"]),
        ("李四、王 芳", ["李四", "王芳"]),
        ("李四，王芳；欧阳锋", ["李四", "王芳", "欧阳锋"]),
        ("李四 王芳", ["李四", "王芳"]),
        ("李四王芳", ["李四", "王芳"]),
        ("李四\n王 芳", ["李四", "王芳"]),
        ("李四 和 王和平", ["李四", "王和平"]),
        ("李四(13800000002)", ["李四"]),
        ("李四\n138 0000 0002", ["李四"]),
        ("李四 副局长", ["李四"]),
        ("李四副局长", ["李四"]),
        ("副局长 李四", ["李四"]),
        ("副局长李四", ["李四"]),
        ("值班员：李四", ["李四"]),
        ("阿依古丽•买买提", ["阿依古丽•买买提"]),
        ("j. smith", ["j.smith"]),
        ("欧 阳 锋", ["欧阳锋"]),
        ("李四　缺1人", ["李四"]),
        ("赵六", ["赵六"]),
        ("赵 六", ["赵六"]),
        ("赵六 李四", ["赵六", "李四"]),
        ("主任", ["主任"]),
    ],
)
def test_names_in_a_cell(text: str, names: list[str]) -> None:
    assert [each.name for each in read_names(text, BOOK).mentions] == names


@pytest.mark.parametrize("text", ["—", "/", "-", "无", "待定", "空岗", "缺1人", "缺", "暂缺", "×"])
def test_words_for_nobody(text: str) -> None:
    found = read_names(text, BOOK)
    assert (found.mentions, found.nobody) == ((), True)
    assert not read_names("", BOOK).nobody


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("张三（区应急局）", 1),
        ("张三(区水利局 0007)", 7),
        ("张三(应急局)", 1),
        ("张三 13800000007", 7),
        ("张三\n138 0000 0001", 1),
        ("张三(+86 138-0000-0007)", 7),
        ("张三 副局长", 1),
        ("区水利局 张三", 7),
        ("张三（水利）", 7),
    ],
)
def test_of_two_with_one_name_what_stands_beside_it_tells(text: str, number: int) -> None:
    (mention,) = read_names(text, BOOK).mentions
    found = BOOK.match(mention, AT)
    assert found.person is not None
    assert found.person.id == number


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        (Mention("张三"), "name_ambiguous"),
        (Mention("张三", ("区消防大队",)), "name_ambiguous"),
        (Mention("张三", ("13900000000",)), "name_ambiguous"),
        (Mention("赵六"), "name_unknown"),
        (Mention("王苏"), "name_unknown_similar"),
        (Mention("赵云"), "name_left"),
    ],
)
def test_who_is_meant_cannot_be_said(mention: Mention, code: str) -> None:
    found = BOOK.match(mention, AT)
    assert (found.person, found.code) == (None, code)


def test_the_choices_name_the_units() -> None:
    values = dict(BOOK.match(Mention("张三"), AT).values)
    assert values == {"name": "张三", "choices": "张三（区应急局）、张三（区水利局）"}
    same_unit = Directory([person(1, "张三", "区应急局"), person(2, "张三", "区应急局")])
    values = dict(same_unit.match(Mention("张三"), AT).values)
    assert values["choices"] == "张三（区应急局 0001）、张三（区应急局 0002）"


def test_who_leaves_later_still_serves_until_then() -> None:
    assert BOOK.match(Mention("周平"), AT).person is not None
    assert BOOK.match(Mention("周平"), datetime(2026, 10, 2, tzinfo=UTC)).code == "name_left"


def test_a_unit_beside_a_name_must_be_the_persons_own() -> None:
    book = Directory([person(1, "张三", "区应急局"), person(2, "李四", "区水利局")])
    assert book.match(Mention("张三", ("区水利局",)), AT).code == "name_other_unit"
    assert book.match(Mention("张三", ("带班",)), AT).person is not None


def test_phones_behind_all_names_stand_in_their_order() -> None:
    mentions = read_names("李四 王芳 13800000002 13800000003", BOOK).mentions
    assert [each.hints for each in mentions] == [("13800000002",), ("13800000003",)]
    mentions = read_names("李四13800000002王芳13800000003", BOOK).mentions
    assert [each.hints for each in mentions] == [("13800000002",), ("13800000003",)]


@given(st.text(alphabet="张三李四王芳和平 \n、/()（）13800000001缺人局长—:", max_size=40))
def test_no_text_of_a_cell_breaks_the_reading(text: str) -> None:
    for mention in read_names(text, BOOK).mentions:
        assert mention.name.strip()
        BOOK.match(mention, AT)

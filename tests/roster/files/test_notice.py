"""The yearly holiday notice as text, against the notices that the console knows; sentences written from the dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.roster.calendar import seeded_day
from duty_console.roster.files.notice import parse_notice
from duty_console.roster.model import CalendarDay, DayType

NOTICES = {
    2023: """一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。""",
    2024: """一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2025: """现将2025年部分节假日安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。""",
    2026: """一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


def codes(text: str, year: int = 2026) -> list[str]:
    return [each.code for each in parse_notice(text, year).problems]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_notices_text_gives_the_days_that_are_known(year: int) -> None:
    draft = parse_notice(NOTICES[year], year)
    assert draft.problems == ()
    said = {each.date: each for each in draft.days}
    day = date(year, 1, 1)
    while day.year == year:
        plain = DayType.WEEKEND if day.weekday() >= 5 else DayType.WORKDAY
        assert said.get(day, CalendarDay(day, plain)) == seeded_day(day), day
        day += timedelta(1)


def test_a_rest_that_begins_in_the_year_before_keeps_its_dates() -> None:
    draft = parse_notice(NOTICES[2023], 2023)
    assert draft.problems == ()
    assert [each.date for each in draft.days[:3]] == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]
    without_years = NOTICES[2023].replace("2022年", "").replace("2023年", "")
    assert parse_notice(without_years, 2023).days == draft.days
    assert [seeded_day(each.date).day_type for each in draft.days] == [each.day_type for each in draft.days]


def test_figures_in_other_forms_and_no_line_breaks_are_the_same_notice() -> None:
    wide = NOTICES[2026].translate(str.maketrans("0123456789()", "０１２３４５６７８９（）")).replace("\n", "")
    assert parse_notice(wide, 2026) == parse_notice(NOTICES[2026], 2026)


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("1月4日（周日）上班", "1月4日（周六）上班", "notice_weekday_differs"),
        ("共9天", "共8天", "notice_count_differs"),
        ("5月9日（周六）上班", "5月8日（周五）上班", "notice_workday_is_no_weekend"),
        ("2月28日（周六）上班", "2月29日（周日）上班", "notice_date_wrong"),
        ("9月20日（周日）、", "10月4日（周日）、", "notice_day_twice"),
        ("6月19日（周五）至21日（周日）放假", "另行通知", "notice_item_unread"),
        ("一、元旦：", "2027年部分节假日安排\n一、元旦：", "notice_for_other_year"),
    ],
)
def test_what_contradicts_itself_is_told(wrong: str, right: str, code: str) -> None:
    text = NOTICES[2026]
    assert wrong in text
    assert code in codes(text.replace(wrong, right))


def test_a_statutory_day_that_the_text_lost_is_told() -> None:
    without = "\n".join(line for line in NOTICES[2026].splitlines() if "中秋" not in line)
    (problem,) = parse_notice(without, 2026).problems
    assert (problem.code, dict(problem.values)) == (
        "notice_statutory_missing",
        {"date": date(2026, 9, 25), "name": "中秋节"},
    )


def test_a_day_that_both_rests_and_works_is_left_out() -> None:
    draft = parse_notice(NOTICES[2026].replace("9月20日（周日）、", "10月4日（周日）、"), 2026)
    assert date(2026, 10, 4) not in {each.date for each in draft.days}


def test_a_rest_next_to_no_weekend_is_told_where_it_claims_one() -> None:
    assert codes("元旦：1月1日放假，与周末连休。", 2025)[0] == "notice_no_weekend"


@pytest.mark.parametrize("text", ["", "今天天气很好。", "元旦快乐"])
def test_other_text_is_no_notice(text: str) -> None:
    draft = parse_notice(text, 2026)
    assert [each.code for each in draft.problems] == ["notice_not_found"]
    assert draft.days == ()


@given(st.text(alphabet="一二、：:。元旦春节国庆1234567890月日至（）()周六放假调休上班共天年，,\n 鼓励", max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    draft = parse_notice(text, 2026)
    assert len({each.date for each in draft.days}) == len(draft.days)

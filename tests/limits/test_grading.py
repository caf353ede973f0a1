"""国务院令第493号 Art 3 at every boundary: 以上 includes the number, 以下 does not."""

from __future__ import annotations

import pytest

from duty_console.limits.grading import suggest_grade
from duty_console.limits.model import EventClass, Grade

O, M, S, E = Grade.ORDINARY, Grade.MAJOR, Grade.SEVERE, Grade.EXTREME  # noqa: E741
MILLION = 1_000_000

DEATHS = [(0, O), (2, O), (3, M), (9, M), (10, S), (29, S), (30, E), (300, E)]
SERIOUS = [(0, O), (9, O), (10, M), (49, M), (50, S), (99, S), (100, E), (1000, E)]
LOSS = [
    *((0, O), (10 * MILLION - 1, O), (10 * MILLION, M), (10 * MILLION + 1, M)),
    *((50 * MILLION - 1, M), (50 * MILLION, S), (50 * MILLION + 1, S)),
    *((100 * MILLION - 1, S), (100 * MILLION, E), (100 * MILLION + 1, E)),
]
CASES = [
    *(("deaths", number, grade) for number, grade in DEATHS),
    *(("serious_injuries", number, grade) for number, grade in SERIOUS),
    *(("direct_loss_yuan", number, grade) for number, grade in LOSS),
]


@pytest.mark.parametrize(("test", "number", "grade"), CASES)
def test_each_test_at_its_boundaries(test: str, number: int, grade: Grade) -> None:
    found = suggest_grade(EventClass.ACCIDENT, **{test: number})
    assert found.grade is grade
    assert found.code == "numbers"
    assert found.values == {test: number, "grade": grade.value, "decisive": test}


@pytest.mark.parametrize(("deaths", "grade_of_deaths"), DEATHS)
@pytest.mark.parametrize(("serious", "grade_of_serious"), SERIOUS)
def test_the_highest_test_wins(deaths: int, grade_of_deaths: Grade, serious: int, grade_of_serious: Grade) -> None:
    found = suggest_grade(EventClass.ACCIDENT, deaths=deaths, serious_injuries=serious, direct_loss_yuan=0)
    assert found.grade is max(grade_of_deaths, grade_of_serious)


@pytest.mark.parametrize(
    ("numbers", "basis"),
    [
        ({"deaths": 3}, "死亡 3 人 → 较大，第三条"),
        ({"deaths": 3, "serious_injuries": 9, "direct_loss_yuan": 0}, "死亡 3 人 → 较大，第三条"),
        ({"deaths": 0, "serious_injuries": 50}, "重伤 50 人 → 重大，第三条"),
        ({"deaths": 4, "serious_injuries": 12}, "死亡 4 人、重伤 12 人 → 较大，第三条"),
        ({"deaths": 0, "serious_injuries": 2}, "重伤 2 人 → 一般，第三条"),
        ({"deaths": 0}, "死亡 0 人 → 一般，第三条"),
        ({"deaths": 2, "missing": 4}, "死亡 2 人 → 一般，第三条；失联 4 人未计入"),
        ({"direct_loss_yuan": 9_999_999}, "直接经济损失 999.9999 万元 → 一般，第三条"),
        ({"direct_loss_yuan": 10_000_000}, "直接经济损失 1000 万元 → 较大，第三条"),
        ({"direct_loss_yuan": 120_000_000}, "直接经济损失 1.2 亿元 → 特别重大，第三条"),
        ({"direct_loss_yuan": 800}, "直接经济损失 800 元 → 一般，第三条"),
        ({}, "伤亡和损失数字未知，暂不能按第三条定级"),
        ({"missing": 4}, "伤亡和损失数字未知，暂不能按第三条定级；失联 4 人未计入"),
    ],
)
def test_the_reason_reads_aloud(numbers: dict[str, int], basis: str) -> None:
    assert suggest_grade(EventClass.ACCIDENT, **numbers).basis == basis


def test_nothing_known_suggests_nothing() -> None:
    found = suggest_grade(EventClass.ACCIDENT, missing=4)
    assert (found.grade, found.code, found.values) == (None, "no_numbers", {"missing": 4})


@pytest.mark.parametrize(
    ("event_class", "code", "word"),
    [
        (EventClass.NATURAL_DISASTER, "not_an_accident", "自然灾害不适用国务院令第493号第三条"),
        (EventClass.PUBLIC_HEALTH, "not_an_accident", "公共卫生事件不适用国务院令第493号第三条"),
        (EventClass.SOCIAL_SECURITY, "no_statutory_grade", "无法定分级"),
    ],
)
def test_article_3_grades_accidents_only(event_class: EventClass, code: str, word: str) -> None:
    found = suggest_grade(event_class, deaths=30, serious_injuries=100, direct_loss_yuan=100 * MILLION)
    assert (found.grade, found.code) == (None, code)
    assert word in found.basis


@pytest.mark.parametrize("name", ["deaths", "serious_injuries", "direct_loss_yuan", "missing"])
def test_negative_numbers_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        suggest_grade(EventClass.ACCIDENT, **{name: -1})

"""The grade that the numbers of an accident suggest, with the reason that an officer can read aloud.

国务院令第493号 Art 3. A suggestion only: the officer may set another grade and says why.
"""

from __future__ import annotations

from decimal import Decimal

from duty_console.limits.model import EventClass, Grade, GradeSuggestion

_WAN = 10_000
_YI = 100_000_000

# 以上 includes the number: the first limit that a number reaches decides.
DEATHS = ((30, Grade.EXTREME), (10, Grade.SEVERE), (3, Grade.MAJOR), (0, Grade.ORDINARY))
SERIOUS_INJURIES = ((100, Grade.EXTREME), (50, Grade.SEVERE), (10, Grade.MAJOR), (0, Grade.ORDINARY))
DIRECT_LOSS_YUAN = (
    (1 * _YI, Grade.EXTREME),
    (5_000 * _WAN, Grade.SEVERE),
    (1_000 * _WAN, Grade.MAJOR),
    (0, Grade.ORDINARY),
)
_TESTS = {"deaths": DEATHS, "serious_injuries": SERIOUS_INJURIES, "direct_loss_yuan": DIRECT_LOSS_YUAN}


def suggest_grade(
    event_class: EventClass,
    *,
    deaths: int | None = None,
    serious_injuries: int | None = None,
    direct_loss_yuan: int | None = None,
    missing: int | None = None,
) -> GradeSuggestion:
    """Return the grade by 国务院令第493号 Art 3, the highest of its three tests; None where it gives none.

    A known 0 counts as below the lowest limit, an unknown number as nothing at all. Missing persons are not
    counted, for Art 3 knows only deaths, but they are named, since they may turn the grade. Raises
    ValueError for a negative number.
    """
    if event_class is EventClass.SOCIAL_SECURITY:
        return GradeSuggestion(None, "社会安全事件无法定分级", "no_statutory_grade")
    if event_class is not EventClass.ACCIDENT:
        basis = f"{event_class.zh}不适用国务院令第493号第三条，按专项标准定级"
        return GradeSuggestion(None, basis, "not_an_accident", {"event_class": event_class.value})
    counted = {"deaths": deaths, "serious_injuries": serious_injuries, "direct_loss_yuan": direct_loss_yuan}
    numbers = {name: number for name, number in counted.items() if number is not None}
    if any(number < 0 for number in (*numbers.values(), missing or 0)):
        raise ValueError("numbers of people and money are not negative")
    lost = {"missing": missing} if missing else {}
    if not numbers:
        basis = f"伤亡和损失数字未知，暂不能按第三条定级{_unaccounted(missing)}"
        return GradeSuggestion(None, basis, "no_numbers", lost)
    return _by_numbers(numbers, lost)


def _by_numbers(numbers: dict[str, int], lost: dict[str, int]) -> GradeSuggestion:
    reached = {name: _grade(_TESTS[name], number) for name, number in numbers.items()}
    grade = max(reached.values())
    decisive = [name for name, each in reached.items() if each is grade]
    # "死亡 0 人" says nothing beside a number that is not 0.
    telling = [name for name in decisive if numbers[name]] or decisive
    facts = "、".join(_words(name, numbers[name]) for name in telling)
    basis = f"{facts} → {grade.zh}，第三条{_unaccounted(lost.get('missing'))}"
    values: dict[str, int | str] = {**numbers, **lost, "grade": grade.value, "decisive": ",".join(telling)}
    return GradeSuggestion(grade, basis, "numbers", values)


def _grade(limits: tuple[tuple[int, Grade], ...], number: int) -> Grade:
    return next(grade for limit, grade in limits if number >= limit)


def _words(test: str, number: int) -> str:
    if test == "deaths":
        return f"死亡 {number} 人"
    if test == "serious_injuries":
        return f"重伤 {number} 人"
    return f"直接经济损失 {_money(number)}"


def _money(yuan: int) -> str:
    if yuan < _WAN:
        return f"{yuan} 元"
    unit, name = (_YI, "亿元") if yuan >= _YI else (_WAN, "万元")
    return f"{(Decimal(yuan) / unit).normalize():f} {name}"


def _unaccounted(missing: int | None) -> str:
    return f"；失联 {missing} 人未计入" if missing else ""

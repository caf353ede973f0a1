"""The balance: the mean over all pairs of the lesser over the greater."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.roster.model import DayType
from duty_console.roster.rotation.accounts import Accounts
from duty_console.roster.rotation.balance import Score
from duty_console.roster.rotation.model import FixedDuty, RotationRules
from duty_console.roster.rotation.planner import plan
from tests.roster.rotation.tasks import duty, task

MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("values", "score"),
    [
        ([], 100),
        ([5], 100),
        ([0, 0], 100),
        ([3, 3, 3], 100),
        ([1, 2], 50),
        ([0, 4], 0),
        ([1, 2, 4], 100 * (1 / 2 + 1 / 4 + 1 / 2) / 3),
        ([0, 0, 4], 0),
        ([0, 0, 4, 4], 20),
    ],
)
def test_pairs(values: list[float], score: float) -> None:
    assert Score().add(values).percent == pytest.approx(score, abs=0.01)


@given(st.lists(st.floats(0.5, 500), min_size=2, max_size=9))
def test_as_grafana_scores_it(values: list[float]) -> None:
    pairs = [min(pair) / max(pair) for pair in combinations(values, 2)]
    assert Score().add(values).mean == pytest.approx(100 * sum(pairs) / len(pairs))


def test_weights_make_holidays_dearer() -> None:
    # 1: two workdays; 2: a weekend day; then 3 with a statutory holiday
    days = (date(2026, 3, 3), date(2026, 3, 5), date(2026, 3, 7), date(2026, 4, 5))
    duties = tuple(duty(day, person) for day, person in zip(days, (1, 1, 2, 3), strict=True))
    made = task(MARCH, date(2026, 4, 6), persons=3, duties=duties, shifts=())
    found = Accounts(made).balance()
    assert found.overall == pytest.approx(100 * (1.5 / 2 + 2 / 3 + 1.5 / 3) / 3, abs=0.01)
    assert found.by_day_type[DayType.WORKDAY] == 0
    assert found.by_day_type[DayType.MAKEUP_WORKDAY] == 100
    flat = RotationRules(weights=dict.fromkeys(DayType, 1.0))
    again = task(MARCH, date(2026, 4, 6), persons=3, duties=duties, shifts=(), rules=flat)
    assert Accounts(again).balance().overall == pytest.approx(100 * (1 / 2 + 1 / 2 + 1) / 3, abs=0.01)


def test_a_share_of_a_shift_is_a_share_of_its_weight() -> None:
    served = (duty(MARCH, 1, share=0.75), duty(MARCH, 2, share=0.25, covering=True))
    made = task(MARCH, MARCH, persons=2, duties=served, shifts=())
    one, other = Accounts(made).tallies()
    assert (one.weighted, other.weighted) == (0.75, 0.25)
    assert (one.shifts[DayType.WORKDAY], other.shifts[DayType.WORKDAY]) == (1, 0)


def test_who_has_fixed_days_is_not_compared() -> None:
    made = task(MARCH, MARCH + timedelta(27), persons=4, fixed=(FixedDuty(1, 1, (0, 2, 4, 6)),))
    assert plan(made).balance.overall > 90


def test_counts_are_told_apart_from_what_was_carried_over() -> None:
    before = tuple(duty(date(2026, 2, day), 1) for day in (2, 4, 7))
    made = task(MARCH, MARCH + timedelta(4), persons=2, duties=(*before, duty(MARCH, 1)), shifts=(),
                history=date(2026, 2, 1))  # fmt: skip
    one, _other = Accounts(made).tallies()
    assert (one.shifts[DayType.WORKDAY], one.carried[DayType.WORKDAY], one.carried[DayType.WEEKEND]) == (1, 2, 1)
    assert one.weighted == 4.5

"""The planner against an exact solver: at most two points below the best there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from duty_console.roster.rotation.model import PairKind, PairRule, RotationRules
from duty_console.roster.rotation.planner import plan
from tests.roster.rotation.exact import best_balance
from tests.roster.rotation.tasks import away, task

if TYPE_CHECKING:
    from duty_console.roster.rotation.model import Task

AT_MOST = 2.0
SEEDS = (0, 1, 2, 4, 6, 10, 15, 17, 19, 21, 22, 24, 25)
"""Instances that the solver finishes in seconds, one post and two."""


def small(seed: int) -> Task:
    """A few weeks of one post, or days of two, with leaves, sometimes more rest, sometimes a pair that is apart."""
    dice = Random(seed)
    post_count = 2 if seed % 4 == 3 else 1
    persons = 5 if post_count == 2 else dice.randint(4, 5)
    first = date(2026, 1, 1) + timedelta(dice.randrange(360))
    last = first + timedelta(dice.randint(5, 8) if post_count == 2 else dice.randint(12, 22))
    begins = [first + timedelta(dice.randint(0, 10)) for _ in range(dice.randint(0, 2))]
    leaves = tuple(away(dice.randint(1, persons), day, day + timedelta(dice.randint(0, 3))) for day in begins)
    apart = (PairRule(PairKind.APART, 1, 2),) if post_count == 2 else ()
    made = task(first, last, persons, post_count, away=leaves, pairs=apart)
    return replace(made, rules=RotationRules(min_rest_hours=48)) if dice.random() < 0.4 and not apart else made


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_no_worse_than_the_best_by_more_than_two_points(seed: int) -> None:
    made = small(seed)
    found, best = plan(made), best_balance(made)
    assert best is not None
    assert found.gaps == ()
    assert found.balance.overall >= best.bound - AT_MOST, best
    assert found.balance.overall <= best.bound + 0.01, "the solver's model is not the planner's"


def test_where_the_solver_finds_no_plan_the_planner_leaves_a_gap() -> None:
    made = task(date(2026, 3, 2), date(2026, 3, 6), persons=1)
    assert best_balance(made) is None
    assert [gap.shift_date.day for gap in plan(made).gaps] == [3, 5]

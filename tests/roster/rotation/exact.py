"""The best balance that any plan can have, by an exact solver: what the planner is measured against.

Written from the rules alone, with nothing of the planner in it. One binary for each person in each seat, one for each
value that a person's weighted duty may come to, and for each pair of persons the product of their values' binaries,
linearised; the solver (CBC, by PuLP) maximises the mean over all pairs of the lesser over the greater, among those who
take turns with each other.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import pulp

from duty_console.roster.rotation.model import PairKind

if TYPE_CHECKING:
    from datetime import date

    from duty_console.roster.rotation.model import Task

UNIT = 0.5
"""Weights of days are multiples of this."""
ABOUT = 6
"""How many units from the mean a person's duty is looked for, either way."""


@dataclass(frozen=True)
class Best:
    """What the solver found: the balance 0 to 100, and a bound that no plan is above."""

    score: float
    bound: float


def best_balance(task: Task, seconds: int = 60) -> Best | None:
    """Return the best overall balance with every seat filled; None where not every seat can be."""
    problem = pulp.LpProblem("balance", pulp.LpMaximize)
    sits = _seats(task, problem)
    ratios: list[pulp.LpAffineExpression] = []
    pairs = 0
    for posts, persons in _circles(task):
        whole = len(posts) * sum(_units(task, shift.date) for shift in task.shifts)
        mean = whole // len(persons)
        levels = range(max(0, mean - ABOUT), mean + ABOUT + 2)
        at = {}
        for person in persons:
            for level in levels:
                at[person, level] = problem.add_variable(f"y_{posts[0]}_{person}_{level}", cat="Binary")
            problem += pulp.lpSum(at[person, level] for level in levels) == 1
            served = pulp.lpSum(
                _units(task, shift.date) * sits[shift.date, post_id, person]
                for shift in task.shifts
                for post_id in posts
                if (shift.date, post_id, person) in sits
            )
            problem += served == pulp.lpSum(level * at[person, level] for level in levels)
        for one, other in combinations(persons, 2):
            pairs += 1
            both = {
                (k, m): problem.add_variable(f"z_{posts[0]}_{one}_{other}_{k}_{m}", 0, 1)
                for k in levels
                for m in levels
            }
            for level in levels:
                problem += pulp.lpSum(both[level, m] for m in levels) == at[one, level]
                problem += pulp.lpSum(both[k, level] for k in levels) == at[other, level]
            ratios += [min(k, m) / max(k, m) * both[k, m] for k in levels for m in levels if max(k, m)]
    problem += pulp.lpSum(ratios)
    with warnings.catch_warnings():  # the solver inside PuLP goes with its next great version, which is shut out
        warnings.simplefilter("ignore", DeprecationWarning)
        problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds, gapRel=0.002, threads=1))
    if problem.status == pulp.LpStatusInfeasible or problem.sol_status == pulp.LpSolutionNoSolutionFound:
        return None
    found = 100 * (pulp.value(problem.objective) or 0) / pairs
    return Best(found, found * 1.002 if problem.sol_status == pulp.LpSolutionOptimal else 100.0)


def _circles(task: Task) -> list[tuple[list[int], list[int]]]:
    """Posts with the same list, and the persons on it."""
    found: dict[tuple[int, ...], list[int]] = {}
    for post in task.posts:
        persons = tuple(sorted({each.person_id for each in task.members if each.post_id == post.id}))
        found.setdefault(persons, []).append(post.id)
    return [(posts, list(persons)) for persons, posts in found.items()]


def _units(task: Task, day: date) -> int:
    return round(task.rules.weights[task.days[day]] / UNIT)


def _seats(task: Task, problem: pulp.LpProblem) -> dict[tuple[date, int, int], pulp.LpVariable]:
    sits: dict[tuple[date, int, int], pulp.LpVariable] = {}
    for shift in task.shifts:
        for member in task.members:
            away = any(
                each.person_id == member.person_id and each.starts_at < shift.ends_at and each.ends_at > shift.starts_at
                for each in task.away
            )
            if member.holds_on(shift.date) and not away:
                name = f"x_{shift.date:%m%d}_{member.post_id}_{member.person_id}"
                sits[shift.date, member.post_id, member.person_id] = problem.add_variable(name, cat="Binary")
    persons = {member.person_id for member in task.members}
    for at, shift in enumerate(task.shifts):
        for post in task.posts:
            here = [sits[key] for key in sits if key[:2] == (shift.date, post.id)]
            problem += pulp.lpSum(here) == post.needed
        near = [shift, *(each for each in task.shifts[at + 1 :] if _too_near(task, shift.ends_at, each.starts_at))]
        for person in persons:
            for other in near[1:] or [None]:
                days = [shift.date, *([other.date] if other else [])]
                problem += pulp.lpSum(sits[key] for key in sits if key[0] in days and key[2] == person) <= 1
        for rule in task.pairs:
            if rule.kind is PairKind.APART:
                them = (rule.person_a, rule.person_b)
                problem += pulp.lpSum(sits[key] for key in sits if key[0] == shift.date and key[2] in them) <= 1
    return sits


def _too_near(task: Task, ends: object, starts: object) -> bool:
    return (starts - ends).total_seconds() < task.rules.min_rest_hours * 3600  # type: ignore[operator]

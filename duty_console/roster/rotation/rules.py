"""What a list, a pair, a fixed duty and the rules themselves may be. Pure: every refusal before anything is stored."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.roster.model import DayType
from duty_console.roster.rotation.model import PairKind
from duty_console.roster.rotation.seating import groups_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from duty_console.roster.rotation.model import FixedDuty, Member, PairRule, RotationRules

DAYS_MOST = 400
"""The longest span that is planned at once."""
WEIGHT_LEAST, WEIGHT_MOST = 0.1, 10.0
REST_MOST = 168.0
MONTH_MOST = 31
CARRY_MOST = 10


def check_span(first: date, last: date) -> None:
    """Raise InputProblem `dates_wrong` where dates are out of order or more than 400 days apart."""
    if not (first <= last and (last - first).days < DAYS_MOST and first.year >= 1900 and last.year < 2200):
        raise InputProblem("last", "dates_wrong", first=first, last=last, until=last)


def check_members(members: Iterable[Member], names: Mapping[int, str]) -> None:
    """Raise InputProblem `member_dates_wrong`, `member_twice` where one person's times on a list meet."""
    by_person: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        if member.since is not None and member.until is not None and member.until < member.since:
            raise InputProblem("until", "member_dates_wrong", first=member.since, last=member.until)
        by_person[member.person_id].append(member)
    for person_id, times in by_person.items():
        times.sort(key=lambda each: each.since or date.min)
        for one, following in pairwise(times):
            if (one.until or date.max) >= (following.since or date.min):
                raise InputProblem("person_id", "member_twice", name=names.get(person_id, ""))


def checked_pairs(pairs: Iterable[PairRule], names: Mapping[int, str]) -> tuple[PairRule, ...]:
    """Return the pairs, each once, whichever of the two was named first.

    Raises InputProblem `pair_oneself`, and `pair_contradicts` where two who serve together, if only through a third,
    must also be apart.
    """
    found = {(rule.kind, frozenset((rule.person_a, rule.person_b))): rule for rule in pairs}
    for rule in found.values():
        if rule.person_a == rule.person_b:
            raise InputProblem("person_b", "pair_oneself", name=names.get(rule.person_a, ""))
    groups = groups_of(found.values())
    for rule in found.values():
        if rule.kind is PairKind.APART and rule.person_b in groups.get(rule.person_a, ()):
            one, other = names.get(rule.person_a, ""), names.get(rule.person_b, "")
            raise InputProblem("person_b", "pair_contradicts", name=one, other=other)
    return tuple(found.values())


def check_fixed(fixed: Iterable[FixedDuty], slots: Container[str]) -> None:
    """Raise InputProblem `weekdays_wrong`, or `slot_not_in_pattern` for a shift that no pattern has."""
    for each in fixed:
        if not each.weekdays or not set(each.weekdays) <= set(range(7)):
            raise InputProblem("weekdays", "weekdays_wrong")
        if each.slot and each.slot not in slots:
            raise InputProblem("slot", "slot_not_in_pattern", name=each.slot)


def check_rules(rules: RotationRules) -> None:
    """Raise InputProblem `rest_wrong`, `weight_wrong`, `month_most_wrong`, `carry_wrong`, each with its limits."""
    if not 0 <= rules.min_rest_hours <= REST_MOST:
        raise InputProblem("min_rest_hours", "rest_wrong", most=REST_MOST)
    for kind in DayType:
        if not WEIGHT_LEAST <= rules.weights.get(kind, 0.0) <= WEIGHT_MOST:
            raise InputProblem("weights", "weight_wrong", day=kind.zh, least=WEIGHT_LEAST, most=WEIGHT_MOST)
    if not 0 <= rules.most_per_month <= MONTH_MOST:
        raise InputProblem("most_per_month", "month_most_wrong", most=MONTH_MOST)
    if not 0 <= rules.carry_years <= CARRY_MOST:
        raise InputProblem("carry_years", "carry_wrong", most=CARRY_MOST)

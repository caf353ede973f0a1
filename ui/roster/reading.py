"""What one look at the roster reads, off the GUI thread: the table first, what the other services add afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from duty_console.people.model import Person
    from duty_console.roster.attendance.model import SignIn
    from duty_console.roster.model import Assignment, Leave, MonthTable, RosterCorrection, Stretch
    from duty_console.roster.rotation.model import Balance
    from duty_console.roster.substitution.model import Proposal
    from ui.roster.context import CellKey
    from ui.roster.services import RosterServices


@dataclass(frozen=True, slots=True)
class RosterReading:
    """All that the core knows of the dates shown."""

    first: date
    last: date
    table: MonthTable
    corrections: Sequence[RosterCorrection]
    stretches: Sequence[Stretch]
    assignments: Mapping[CellKey, Mapping[int, Assignment]]
    """Who was put where and why, by cell and person."""
    leaves: Sequence[Leave]
    persons: Sequence[Person]
    has_posts: bool
    names: Mapping[int, str]
    """Of everybody in the table, stand-ins and those who left among them."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What substitution and attendance know of the same dates, and how many proposals wait for somebody."""

    dates: tuple[date, date] | None = None
    proposals: Sequence[Proposal] = ()
    waiting: int = 0
    sign_ins: Mapping[tuple[date, str, int], SignIn] = field(default_factory=dict[tuple["date", str, int], "SignIn"])
    """By date, shift and person."""


@dataclass(frozen=True, slots=True)
class CarriedBalance:
    """How evenly duty is shared by the end of these dates, with so many `years` before counted in."""

    dates: tuple[date, date]
    balance: Balance
    years: int


def read_roster(services: RosterServices, first: date, last: date) -> RosterReading:
    """Read the dates `first` to `last`."""
    roster = services.roster
    table = roster.span(first, last)
    by_cell: dict[CellKey, dict[int, Assignment]] = {}
    for each in roster.assignments(first, last):
        by_cell.setdefault((each.shift_date, each.slot, each.post_id), {})[each.person_id] = each
    leaves: Sequence[Leave] = ()
    if table.rows:
        leaves = roster.leaves(table.rows[0].shift.starts_at, max(row.shift.ends_at for row in table.rows))
    persons = services.people.persons()
    names = {each.id: each.name for each in persons}
    for row in table.rows:
        for cell in row.cells:
            names.update((each.person_id, each.name) for each in cell.persons)
            names.update((mark.cover.person_id, mark.cover.name) for mark in cell.covers)
    return RosterReading(
        first,
        last,
        table,
        roster.corrections(first, last),
        roster.stretches(first, last),
        by_cell,
        leaves,
        persons,
        bool(roster.posts()),
        names,
    )


def read_additions(services: RosterServices, first: date, last: date) -> Additions:
    """Read what the other services add. They load their modules at the first call."""
    substitution, attendance = services.substitution(), services.attendance()
    sign_ins = {(each.shift_date, each.slot, each.person_id): each for each in attendance.sign_ins(first, last)}
    return Additions((first, last), substitution.history(first, last), len(substitution.open_proposals()), sign_ins)


def read_balance(services: RosterServices, first: date, last: date) -> CarriedBalance:
    """How evenly duty is shared by the end of the dates."""
    rotation = services.rotation()
    return CarriedBalance((first, last), rotation.balance(first, last), rotation.rules().carry_years)

"""Fill an empty data folder with the sample district, through the same use cases that a duty officer uses."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from duty_console.clock import FakeClock
from duty_console.demo import words
from duty_console.demo.agenda import Agenda
from duty_console.demo.district import people, roster
from duty_console.demo.month import plan_month
from duty_console.demo.years import fill_years
from duty_console.dutylog.model import LogFilter
from duty_console.errors import InputProblem
from duty_console.incidents.model import IncidentFilter
from duty_console.room.model import DutyRoom

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from duty_console.desk import Desk

DAYS = 30
PRESETS = ("national", "tangshan")


def fill(
    desk: Desk, *, years: int | None = None, seed: int = 20261014, progress: Callable[[int, int], None] | None = None
) -> None:
    """Fill the desk with a month of the sample district, or with `years` of it before that month.

    The same seed and the same moment give the same district. `progress` is called with done and total.
    Raises InputProblem `folder_not_empty` where more than a set-up room is recorded, `years_wrong` outside 1 to 20.
    """
    if years is not None and not 1 <= years <= 20:
        raise InputProblem("years", "years_wrong", most=20)
    if _in_use(desk):
        raise InputProblem("data", "folder_not_empty")
    tell = progress or _silent
    dice = Random(seed)
    now = desk.clock.now().replace(microsecond=0)
    month_begins = now - timedelta(days=DAYS)
    begins = month_begins - timedelta(days=round(365.25 * (years or 0)))
    total = 100 if years is None else 100 * (years * 10 + 1)
    with _clock_of_its_own(desk, begins - timedelta(days=2)) as clock:
        desk.identity.name = "值守台"
        _set_up(desk)
        crew = people(desk, dice)
        if years is not None:
            fill_years(
                desk, crew, dice, begins, month_begins, years, lambda part: tell(int(part * (total - 100)), total)
            )
        clock.set(max(clock.now(), month_begins - timedelta(days=1)))
        zone = desk.room.zone()
        first = month_begins.astimezone(zone).date() - timedelta(days=1)
        roster(desk, crew, first, now.astimezone(zone).date() + timedelta(days=31))
        agenda = Agenda(desk, clock, crew, dice, now)
        plan_month(agenda, month_begins, now)
        agenda.play(tell, total - 100, total)
    tell(total, total)


def _in_use(desk: Desk) -> bool:
    people, log = desk.people, desk.dutylog
    recorded = people.count_persons() or people.units() or log.count(LogFilter()) or desk.handover.open_items()
    return bool(recorded or desk.incidents.count(IncidentFilter()))


def _silent(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def _set_up(desk: Desk) -> None:
    if desk.room.current() is None:
        desk.room.describe(DutyRoom(words.ROOM, "county", PRESETS, phone="60000119", document_prefix=words.PREFIX))
        desk.limits.choose_presets(PRESETS)
    if not desk.roster.posts():
        desk.roster.set_up_defaults()


@contextmanager
def _clock_of_its_own(desk: Desk, start: datetime) -> Generator[FakeClock]:
    """Give the desk a made clock while its past is being made, and its own name and clock back afterwards."""
    real, name = desk.database.clock, desk.identity.name
    clock = FakeClock(start)
    desk.database.clock = clock
    try:
        yield clock
    finally:
        desk.database.clock, desk.identity.name = real, name

"""The script: a day and a night of a duty room, from an empty folder to the sheet that both will sign."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.clock import DEFAULT_ZONE
from ui.tour.acts import Acts
from ui.tour.morning import Morning
from ui.tour.night import Night
from ui.tour.opening import Opening

if TYPE_CHECKING:
    from ui.tour.doors import Doors
    from ui.tour.stage import Stage

BEGINS = datetime(2026, 10, 13, 7, 5, tzinfo=ZoneInfo(DEFAULT_ZONE))


def play(stage: Stage, doors: Doors) -> None:
    """One shift, scene by scene."""
    acts = Acts(stage)
    opening, night, morning = Opening(stage, acts, doors), Night(stage, acts, BEGINS), Morning(stage, acts, BEGINS)
    opening.first_start()
    opening.enter_people()
    opening.fill_roster(BEGINS.date())
    night.quiet_day()
    night.first_call()
    night.second_and_third_call()
    night.alarm_steps()
    night.late_report()
    night.worse_than_thought()
    night.forest_fire()
    night.finding()
    morning.prepare_handover()
    morning.other_pages()
    morning.papers()

"""The services that the roster's page and its panels need. Those that the month does not need are made when asked for.

Ask for a lazy one inside a job, never on the GUI thread: the first asking may load its modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.people.service import People
    from duty_console.roster.attendance.service import Attendance
    from duty_console.roster.files.service import RosterFiles
    from duty_console.roster.rotation.service import Rotation
    from duty_console.roster.service import Roster
    from duty_console.roster.substitution.service import Substitution


@dataclass(frozen=True, slots=True)
class RosterServices:
    """`roster` and `people` are at hand; the other four are called for."""

    roster: Roster
    people: People
    rotation: Callable[[], Rotation]
    substitution: Callable[[], Substitution]
    attendance: Callable[[], Attendance]
    files: Callable[[], RosterFiles]

"""What the tests of the roster's page and panels share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.roster.services import RosterServices

if TYPE_CHECKING:
    from duty_console.desk import Desk


def services_of(desk: Desk) -> RosterServices:
    """The services of a desk, as the window hands them to the page."""
    return RosterServices(
        desk.roster,
        desk.people,
        rotation=lambda: desk.rotation,
        substitution=lambda: desk.substitution,
        attendance=lambda: desk.attendance,
        files=lambda: desk.roster_files,
    )

"""What the first start writes, in the order that a kill between two steps is mended by the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.limits.presets import available_presets

if TYPE_CHECKING:
    from duty_console.limits.presets import PresetInfo
    from duty_console.limits.service import Limits
    from duty_console.room.service import Room
    from duty_console.roster.service import Roster
    from ui.settings.room_form import RoomEntry

NATIONAL = "national"


def chosen_presets(region: str) -> tuple[str, ...]:
    """The national rules always, and those of the region if there is one."""
    return (NATIONAL, region) if region else (NATIONAL,)


def offered_presets() -> tuple[PresetInfo, tuple[PresetInfo, ...]]:
    """The national preset and those of the regions; reads files."""
    infos = available_presets()
    national = next(info for info in infos if info.id == NATIONAL)
    return national, tuple(info for info in infos if not info.nationwide)


def set_up(room: Room, limits: Limits, roster: Roster, entry: RoomEntry, region: str) -> None:
    """Write rules and posts, and the room last: only a folder with a room counts as set up.

    Raises InputProblem for a wrong field before anything is written.
    """
    described = entry.room(chosen_presets(region))
    limits.choose_presets(described.presets)
    roster.set_up_defaults()
    room.describe(described)

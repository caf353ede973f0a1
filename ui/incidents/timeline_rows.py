"""The order of an incident's timeline: corrections and feedback stand under what they touch. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from duty_console.dutylog.model import LogEntry, LogKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

TimelineFilter = Literal["key", "all", "reports", "instructions", "scene"]

_KEY = frozenset(LogKind) - {
    LogKind.NOTE,
    LogKind.OUTGOING_CALL,
    LogKind.SPOT_CHECK,
    LogKind.HANDOVER,
    LogKind.SYSTEM,
}
KINDS: dict[TimelineFilter, frozenset[LogKind]] = {
    "key": _KEY,
    "all": frozenset(LogKind),
    "reports": frozenset({LogKind.REPORT, LogKind.GRADE}),
    "instructions": frozenset({LogKind.INSTRUCTION, LogKind.FEEDBACK}),
    "scene": frozenset({LogKind.SCENE, LogKind.CASUALTIES}),
}
"""Which kinds each filter shows."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline. `under`: indented under the line before; `day` where a new day begins (MM-DD)."""

    entry: LogEntry
    under: bool = False
    day: str = ""

    @property
    def struck(self) -> bool:
        """Whether a correction has replaced it."""
        return self.entry.corrected_by_id is not None


def timeline_rows(entries: Sequence[LogEntry], shown: TimelineFilter, zone: tzinfo) -> list[TimelineRow]:
    """Return the rows for a filter. A line that is shown brings what was said under it, and the other way round."""
    there = {entry.id for entry in entries}
    under: dict[int, list[LogEntry]] = {}
    roots: list[LogEntry] = []
    for entry in entries:
        parent = entry.corrects_id or entry.answers_id
        if parent is not None and parent in there:
            under.setdefault(parent, []).append(entry)
        else:
            roots.append(entry)
    kinds, rows, last_day = KINDS[shown], list[TimelineRow](), None
    for root in roots:
        family = [root, *_descendants(root, under)]
        if not any(each.kind in kinds for each in (root, *(one for one in family[1:] if one.answers_id))):
            continue
        day = root.at.astimezone(zone).date()
        rows.append(TimelineRow(root, day=f"{day:%m-%d}" if last_day is not None and day != last_day else ""))
        rows.extend(TimelineRow(each, under=True) for each in family[1:])
        last_day = day
    return rows


def shows(shown: TimelineFilter, kind: LogKind) -> bool:
    """Return whether a new line of this kind would be seen."""
    return kind in KINDS[shown]


def _descendants(entry: LogEntry, under: dict[int, list[LogEntry]]) -> list[LogEntry]:
    found: list[LogEntry] = []
    waiting = list(reversed(under.get(entry.id, [])))
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting.extend(reversed(under.get(each.id, [])))
    return found

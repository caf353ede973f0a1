"""What stands in a cell of the roster, in words: names, who covers whom from when, who is away, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.model import CoverKind
from ui.words import clock_time, day_month, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from duty_console.roster.model import CoverMark, DutyPerson, Leave, MonthCell, Shift

translate = QCoreApplication.translate
NO_POST = "–"


@dataclass(frozen=True, slots=True)
class Piece:
    """One planned person of a cell: the name, struck where somebody else or nobody stands there, and what follows it.

    `covers` is "→李四 18:00起", `away` the word of the leave.
    """

    person: DutyPerson
    covers: str = ""
    away: str = ""
    struck: bool = False

    @property
    def text(self) -> str:
        """All of it, without its looks."""
        return " ".join(filter(None, (f"{self.person.name}{self.covers}", self.away)))


def pieces_of(cell: MonthCell, shift: Shift, leaves: Sequence[Leave], zone: tzinfo) -> tuple[Piece, ...]:
    """The persons of a cell as it shows them, in order."""
    found: list[Piece] = []
    for person in cell.persons:
        marks = [mark for mark in cell.covers if mark.person_id == person.person_id]
        covers = "、".join(cover_words(mark, shift, zone) for mark in marks)
        covered = _covers_all(marks, shift)
        away = "" if covered or person.person_id not in cell.away else _away_word(person, shift, leaves)
        found.append(Piece(person, covers, away, struck=bool(away)))
    return tuple(found)


def _covers_all(marks: Sequence[CoverMark], shift: Shift) -> bool:
    reached = shift.starts_at
    for mark in marks:  # they stand in order
        if mark.starts_at > reached:
            return False
        reached = max(reached, mark.ends_at)
    return reached >= shift.ends_at


def _away_word(person: DutyPerson, shift: Shift, leaves: Sequence[Leave]) -> str:
    for leave in leaves:
        if leave.person_id == person.person_id and leave.starts_at < shift.ends_at and leave.ends_at > shift.starts_at:
            return word(leave.kind)
    return translate("CellWords", "on leave")


def cover_words(mark: CoverMark, shift: Shift, zone: tzinfo) -> str:
    """→李四 where the whole shift is covered, else with the times: →李四 18:00起."""
    return f"→{mark.cover.name} {part_words(mark.starts_at, mark.ends_at, shift, zone)}".strip()


def part_words(starts_at: datetime, ends_at: datetime, shift: Shift, zone: tzinfo) -> str:
    """Which part of a shift: empty for all of it, 18:00起, 至18:00, 18:00–20:00."""
    first, last = clock_time(starts_at, zone), clock_time(ends_at, zone)
    begins, ends = starts_at <= shift.starts_at, ends_at >= shift.ends_at
    if begins and ends:
        return ""
    if ends:
        return translate("CellWords", "from {time}").format(time=first)
    if begins:
        return translate("CellWords", "until {time}").format(time=last)
    return f"{first}–{last}"


def missing_words(missing: int) -> str:
    """缺 1 人."""
    return translate("CellWords", "{count} missing").format(count=missing)


def joined_pieces(pieces: Sequence[Piece]) -> str:
    """All persons of a cell, without their looks."""
    return "、".join(piece.text for piece in pieces)


def cover_sentence(mark: CoverMark, names: Mapping[int, str], shift: Shift, zone: tzinfo) -> str:
    """替班，方立新代梁文渊 18:00起: for remarks and history."""
    source = {
        CoverKind.COVER: translate("CellWords", "{cover} covers {name}"),
        CoverKind.EMERGENCY: translate("CellWords", "{cover} stands in for {name} (emergency)"),
        CoverKind.OFF_POST: translate("CellWords", "{cover} stands in while {name} is off post"),
    }[mark.kind]
    words = source.format(cover=mark.cover.name, name=names.get(mark.person_id, ""))
    return f"{words} {part_words(mark.starts_at, mark.ends_at, shift, zone)}".strip()


def hours_words(shift: Shift, zone: tzinfo) -> str:
    """08:00–次日08:00: when a shift or a part of it is."""
    return span_words(shift.starts_at, shift.ends_at, zone)


def span_words(starts_at: datetime, ends_at: datetime, zone: tzinfo) -> str:
    """From when to when, with the word for the next day where it ends on that."""
    first, last = starts_at.astimezone(zone), ends_at.astimezone(zone)
    days = (last.date() - first.date()).days
    end = clock_time(ends_at, zone)
    if days == 1:
        end = translate("CellWords", "{time} next day").format(time=end)
    elif days > 1:
        end = f"{day_month(last.date())} {end}"
    return f"{clock_time(starts_at, zone)}–{end}"

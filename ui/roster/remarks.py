"""The remarks beside a shift: the holiday, who covers whom, who is away, who changed places, what was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.model import DayType
from duty_console.roster.substitution.model import ChangeKind, ProposalState
from ui.roster.cell_words import cover_sentence
from ui.roster.substitution_words import change_word
from ui.words import day_month, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from duty_console.roster.model import Leave, MonthRow, RosterCorrection
    from duty_console.roster.substitution.model import Proposal
    from ui.roster.reading import RosterReading

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: an icon (empty for the holiday's name) and words in a tone."""

    icon: str
    tone: str
    words: str


def remarks_of(reading: RosterReading, proposals: Sequence[Proposal], zone: tzinfo) -> list[tuple[Remark, ...]]:
    """The remarks of every row, what matters most first."""
    found: list[tuple[Remark, ...]] = []
    holiday = ""
    for row in reading.table.rows:
        day: list[Remark] = []
        if row.first_of_day:
            words = _day_words(row, holiday)
            day = [Remark("", "muted", words)] if words else []
            holiday = row.day.name
        found.append(
            (
                *_absences(row, reading.leaves),
                *_corrections(row, reading.corrections),
                *_covers(row, reading.names, zone),
                *_changes(row, proposals, reading.names),
                *day,
            )
        )
    return found


def _day_words(row: MonthRow, holiday: str) -> str:
    day = row.day
    if day.day_type is DayType.MAKEUP_WORKDAY:
        return translate("Remarks", "Makes up for {name}").format(name=day.name) if day.name else ""
    return "" if day.name == holiday else day.name


def _absences(row: MonthRow, leaves: Sequence[Leave]) -> list[Remark]:
    found: list[Remark] = []
    for cell in row.cells:
        if not cell.missing:
            continue  # somebody stands there in his stead
        for person in cell.persons:
            if person.person_id in cell.away:
                kind = next((word(each.kind) for each in leaves if each.person_id == person.person_id), "")
                words = translate("Remarks", "{name}: {leave}, nobody in the seat yet")
                found.append(Remark("circle-alert", "extreme", words.format(name=person.name, leave=kind)))
    return found


def _corrections(row: MonthRow, corrections: Sequence[RosterCorrection]) -> list[Remark]:
    return [
        Remark("pencil", "severe", correction_words(each))
        for each in corrections
        if (each.shift_date, each.slot) == (row.shift.date, row.shift.name)
    ]


def correction_words(each: RosterCorrection) -> str:
    """更正，主班：张三 → 李四，原因."""
    nobody = translate("Remarks", "nobody")
    return translate("Remarks", "Corrected, {post}: {before} → {after}, {reason}").format(
        post=each.post, before=each.before or nobody, after=each.after or nobody, reason=each.reason
    )


def _covers(row: MonthRow, names: Mapping[int, str], zone: tzinfo) -> list[Remark]:
    return [
        Remark("user-round-check", "accent", cover_sentence(mark, names, row.shift, zone))
        for cell in row.cells
        for mark in cell.covers
    ]


def _changes(row: MonthRow, proposals: Sequence[Proposal], names: Mapping[int, str]) -> list[Remark]:
    key = (row.shift.date, row.shift.name)
    found: list[Remark] = []
    for each in proposals:
        here = (each.shift_date, each.slot) == key
        there = (each.other_shift_date, each.other_slot) == key
        if each.state is ProposalState.APPROVED and each.kind is ChangeKind.SWAP and (here or there):
            other = each.other_shift_date if here else each.shift_date
            words = translate("Remarks", "Swapped with {date}").format(date=day_month(other)) if other else ""
            if each.decided_by is not None and each.decided_by in names:
                approved = translate("Remarks", "{change}, approved by {name}")
                words = approved.format(change=words, name=names[each.decided_by])
            found.append(Remark("arrow-left-right", "accent", words))
        elif each.state.is_open and here:
            words = translate("Remarks", "{change} proposed: {name} and {other}")
            found.append(
                Remark(
                    "hourglass",
                    "severe",
                    words.format(
                        change=change_word(each.kind),
                        name=names.get(each.person_id, ""),
                        other=names.get(each.other_person_id, ""),
                    ),
                )
            )
    return found

"""What happened to one shift, in the order it was written: corrections, covers, swaps, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.roster.remarks import correction_words
from ui.roster.substitution_words import change_word, state_word
from ui.words import clock_time, day_month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from duty_console.roster.model import MonthRow
    from duty_console.roster.substitution.model import Proposal
    from ui.roster.reading import RosterReading

translate = QCoreApplication.translate


def history_of(row: MonthRow, reading: RosterReading, proposals: Sequence[Proposal], zone: tzinfo) -> list[str]:
    """The lines, oldest first."""
    key = (row.shift.date, row.shift.name)
    found: list[tuple[datetime, str]] = [
        (each.recorded_at, correction_words(each))
        for each in reading.corrections
        if (each.shift_date, each.slot) == key
    ]
    found += [
        (each.proposed_at, _proposal_words(each, reading))
        for each in proposals
        if key in ((each.shift_date, each.slot), (each.other_shift_date, each.other_slot))
    ]
    found.sort(key=lambda one: one[0])
    return [f"{day_month(at.astimezone(zone).date())} {clock_time(at, zone)} {words}" for at, words in found]


def _proposal_words(each: Proposal, reading: RosterReading) -> str:
    names = reading.names
    words = translate("ShiftHistory", "{change} {name} ↔ {other}, {state}").format(
        change=change_word(each.kind),
        name=names.get(each.person_id, ""),
        other=names.get(each.other_person_id, ""),
        state=state_word(each.state),
    )
    if each.decided_by is not None and each.decided_by in names:
        words = translate("ShiftHistory", "{words} ({name})").format(words=words, name=names[each.decided_by])
    return words

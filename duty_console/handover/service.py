"""Prepare the handover: open items, equipment, notes, and the sheet composed from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from duty_console.dutylog.tables import LogRow
from duty_console.errors import InputProblem
from duty_console.handover import queries
from duty_console.handover.model import (
    EquipmentCheck,
    EquipmentState,
    HandoverSheet,
    JournalHead,
    OpenItem,
    RecordedCheck,
    SheetShift,
    Signature,
    UnfinishedItem,
)
from duty_console.handover.rules import (
    HANDING_OVER,
    counts,
    document_number,
    instruction_of,
    people_of,
    sheet_incident,
)
from duty_console.handover.tables import EquipmentCheckRow, HandoverNoteRow, OpenItemRow
from duty_console.journal.service import read_head
from duty_console.reports.queries import sent_between

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.database.engine import Database
    from duty_console.handover.model import PersonAtPost
    from duty_console.limits.service import Limits
    from duty_console.room.service import Room
    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster

LONGEST, LONGEST_NOTE = 500, 2000


class Handover:
    """The change of shift."""

    def __init__(self, database: Database, room: Room, roster: Roster, limits: Limits) -> None:
        self._database = database
        self._room = room
        self._roster = roster
        self._limits = limits

    # -- items, equipment, notes ---------------------------------------------------------------------------------

    def add_item(self, text: str, owner: str = "", due_at: datetime | None = None) -> OpenItem:
        """Leave a task to the next shifts. Raises InputProblem for an empty or overlong text."""
        words, answers = _words(text, "text"), _trimmed(owner, "owner", 120)
        with self._database.write("add_handover_item") as session:
            row = OpenItemRow(
                text=words,
                owner=answers,
                due_at=due_at,
                created_at=self._database.clock.now(),
                created_by=self._database.identity.name,
                done_by="",
                result="",
            )
            session.add(row)
            session.flush()
            return queries.item_of(row)

    def finish_item(self, item_id: int, result: str = "") -> OpenItem:
        """Finish a task. Raises InputProblem `item_unknown`, `item_finished` or for an overlong result."""
        words = _trimmed(result, "result")
        with self._database.write("finish_handover_item") as session:
            row = session.get(OpenItemRow, item_id)
            if row is None:
                raise InputProblem("item", "item_unknown", id=item_id)
            if row.done_at is not None:
                raise InputProblem("item", "item_finished", id=item_id)
            row.done_at, row.done_by = self._database.clock.now(), self._database.identity.name
            row.result = words
            return queries.item_of(row)

    def open_items(self) -> tuple[OpenItem, ...]:
        """Return the tasks that are open now, earliest due first."""
        now = self._database.clock.now()
        with self._database.read() as session:
            return tuple(item for item in queries.open_items(session, now, now) if item.done_at is None)

    def record_check(self, shift: Shift, name: str, state: EquipmentState, remark: str = "") -> RecordedCheck:
        """Write down how a piece of equipment was found. Raises InputProblem for an empty name or an overlong text."""
        known, said = _words(name, "name", 40), _trimmed(remark, "remark", 60)
        now, who = self._database.clock.now(), self._database.identity.name
        with self._database.write("check_equipment") as session:
            session.add(
                EquipmentCheckRow(
                    shift_starts_at=shift.starts_at,
                    name=known,
                    state=state,
                    remark=said,
                    checked_at=now,
                    checked_by=who,
                )
            )
        return RecordedCheck(known, state, said, now, who)

    def checks(self, shift: Shift) -> tuple[RecordedCheck, ...]:
        """Return how the equipment was found in a shift."""
        with self._database.read() as session:
            return queries.checks_of(session, shift.starts_at)

    def write_note(self, shift: Shift, text: str) -> None:
        """Keep the outgoing officer's words; the last ones count. Raises InputProblem for an overlong text."""
        words = _trimmed(text, "text", LONGEST_NOTE)
        with self._database.write("write_handover_note") as session:
            if queries.note_of(session, shift.starts_at) != words:
                session.add(
                    HandoverNoteRow(
                        shift_starts_at=shift.starts_at,
                        text=words,
                        written_at=self._database.clock.now(),
                        written_by=self._database.identity.name,
                    )
                )

    def note(self, shift: Shift) -> str:
        """Return the words for a shift."""
        with self._database.read() as session:
            return queries.note_of(session, shift.starts_at)

    # -- the sheet -----------------------------------------------------------------------------------------------

    def shift_in_hand(self) -> Shift:
        """Return the shift whose sheet is in hand: the present one, or in its first hour the one before.

        Raises InputProblem `no_shift` where the pattern has none.
        """
        now = self._database.clock.now()
        present = self._roster.shift_at(now)
        if present is not None and now - present.starts_at >= HANDING_OVER:
            return present
        before = self._roster.shift_at(now - HANDING_OVER)
        chosen = before or present
        if chosen is None:
            raise InputProblem("at", "no_shift")
        return chosen

    def compose(self, at: datetime | None = None) -> HandoverSheet:
        """Return the sheet of the shift at `at`, by default of the one in hand, as the record stands now.

        Raises InputProblem `no_shift` where no shift is at that time.
        """
        shift = self.shift_in_hand() if at is None else self._roster.shift_at(at)
        if shift is None:
            raise InputProblem("at", "no_shift")
        now = self._database.clock.now()
        room = self._room.current()
        following = self._roster.next_shift(shift.starts_at)
        outgoing = people_of(self._roster.on_duty_at(shift.starts_at))
        incoming = people_of(self._roster.on_duty_at(following.starts_at)) if following else ()
        with self._database.read() as session:
            cards = queries.incidents_of(session, shift.starts_at, shift.ends_at)
            incidents = tuple(sheet_incident(card, shift.starts_at, shift.ends_at, now) for card in cards)
            received = sum(1 for card in cards if shift.starts_at <= card.incident.received_at < shift.ends_at)
            in_shift = (LogRow.at >= shift.starts_at, LogRow.at < shift.ends_at)
            kinds = select(LogRow.kind, func.count(LogRow.id)).where(*in_shift).group_by(LogRow.kind)
            instructions = queries.instructions_of(session, shift.starts_at, shift.ends_at)
            by_kind = dict(session.execute(kinds).all())
            reports = sent_between(session, shift.starts_at, shift.ends_at)
            head = read_head(session.connection())
            items = queries.open_items(session, shift.starts_at, min(shift.ends_at, now))
            return HandoverSheet(
                duty_room=room.name if room else "",
                document_number=self._number(room.document_prefix if room else "", shift),
                shift=SheetShift(shift.name, shift.starts_at, shift.ends_at, self._roster.day(shift.date).day_type.zh),
                outgoing=outgoing,
                incoming=incoming,
                counts=counts(by_kind, incidents, received, reports),
                incidents=incidents,
                unfinished=tuple(UnfinishedItem(item.text, item.owner, item.due_at) for item in items),
                equipment=tuple(map(_printed, queries.checks_of(session, shift.starts_at))),
                instructions=tuple(instruction_of(line, answered) for line, answered in instructions),
                notes=queries.note_of(session, shift.starts_at),
                signatures=_signatures(outgoing, incoming, self._leaders()),
                journal=JournalHead(head.seq, head.hash),
                composed_at=now,
                code=None,
                zone=room.zone if room else "Asia/Shanghai",
            )

    def _leaders(self) -> frozenset[str]:
        return frozenset(post.name for post in self._roster.posts(with_retired=True) if post.kind.value == "leader")

    def _number(self, prefix: str, shift: Shift) -> str:
        shifts = self._roster.shifts_of(shift.date)
        place = next((at for at, each in enumerate(shifts, 1) if each.name == shift.name), 1)
        return document_number(prefix, shift, shift.date, len(shifts), place)


def _printed(check: RecordedCheck) -> EquipmentCheck:
    return EquipmentCheck(check.name, check.state.zh, check.remark)


def _signatures(
    outgoing: tuple[PersonAtPost, ...], incoming: tuple[PersonAtPost, ...], leading: frozenset[str]
) -> tuple[Signature, ...]:
    def names(people: tuple[PersonAtPost, ...], *, lead: bool) -> tuple[str, ...]:
        return tuple(one.name for one in people if (one.post in leading) is lead)

    return (
        Signature("交班值班员", names(outgoing, lead=False)),
        Signature("接班值班员", names(incoming, lead=False)),
        Signature("交班带班领导", names(outgoing, lead=True)),
        Signature("接班带班领导", names(incoming, lead=True)),
    )


def _words(text: str, field: str, most: int = LONGEST) -> str:
    words = _trimmed(text, field, most)
    if not words:
        raise InputProblem(field, "text_missing")
    return words


def _trimmed(text: str, field: str, most: int = LONGEST) -> str:
    words = text.strip()
    if len(words) > most:
        raise InputProblem(field, "text_too_long", most=most)
    return words

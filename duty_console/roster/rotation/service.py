"""The use cases of rotation: who may stand where, planning, why, balance and counts, the check."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.people.tables import PersonRow
from duty_console.roster import queries as core
from duty_console.roster.model import DEFAULT_PATTERN, AssignmentSource, CellEntry, Why
from duty_console.roster.rotation import queries
from duty_console.roster.rotation.accounts import Accounts
from duty_console.roster.rotation.check import Evidence, findings, notices
from duty_console.roster.rotation.planner import plan
from duty_console.roster.rotation.rules import check_fixed, check_members, check_rules, check_span, checked_pairs
from duty_console.roster.rotation.tables import (
    RotationFixedRow,
    RotationMemberRow,
    RotationPairRow,
    RotationRulesRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from duty_console.database.base import Row
    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.model import Assignment
    from duty_console.roster.queries import Timetable
    from duty_console.roster.rotation.model import (
        Balance,
        Finding,
        FixedDuty,
        Member,
        Notice,
        PairRule,
        Plan,
        PlannedSeat,
        RotationRules,
        Tally,
        Task,
    )
    from duty_console.roster.service import Roster

STANDS = Why("stands", {})
"""Holds the place of a reason for those who stand in a cell already; theirs is not touched."""
REST_BEFORE = timedelta(days=9)


class Rotation:
    """Shares the duty out, and watches that what stands keeps the rules."""

    def __init__(self, database: Database, room: Room, roster: Roster) -> None:
        self._database = database
        self._room = room
        self._roster = roster

    # Who may stand where

    def members(self, post_id: int | None = None) -> tuple[Member, ...]:
        """Return the allowed lists that were set, or one post's."""
        with self._database.read() as session:
            return tuple(each for each in queries.members(session) if post_id in (None, each.post_id))

    def candidates(self, first: date | None = None) -> tuple[Member, ...]:
        """Return who would be planned from a date (today) on, with a fallback for posts that have no list.

        Leaders: whoever may lead. Others: who stood there lately, else the largest unit (`queries.listed`).
        """
        with self._database.read() as session:
            posts = [post for post in core.posts(session) if post.active]
            return queries.listed(session, posts, first or self._today())

    def set_members(self, post_id: int, members: Iterable[Member]) -> tuple[Member, ...]:
        """Set the allowed list of a post; none takes the list away.

        Raises InputProblem `post_unknown`, `person_unknown`, `person_left` for one who is new to the list,
        `member_dates_wrong`, `member_twice`.
        """
        wanted = list(members)
        with self._database.write("set_rotation_members") as session:
            _check_posts(session, [post_id])
            rows = session.scalars(select(RotationMemberRow).where(RotationMemberRow.post_id == post_id)).all()
            names = _names(session, wanted, {row.person_id for row in rows})
            check_members(wanted, names)
            before = {(row.person_id, row.since, row.until): row for row in rows}
            after = {
                (each.person_id, each.since, each.until): RotationMemberRow(
                    post_id=post_id, person_id=each.person_id, since=each.since, until=each.until
                )
                for each in wanted
            }
            _replace(session, before, after)
        return self.members(post_id)

    def pairs(self) -> tuple[PairRule, ...]:
        """Return who must serve together, and who must not."""
        with self._database.read() as session:
            return queries.pairs(session)

    def set_pairs(self, pairs: Iterable[PairRule]) -> tuple[PairRule, ...]:
        """Set all pair rules.

        Raises InputProblem `person_unknown`, `person_left`, `pair_oneself`, `pair_contradicts`.
        """
        wanted = list(pairs)
        with self._database.write("set_rotation_pairs") as session:
            rows = session.scalars(select(RotationPairRow)).all()
            known = {each for row in rows for each in (row.person_a, row.person_b)}
            names = _person_names(session, {each for rule in wanted for each in (rule.person_a, rule.person_b)}, known)
            before = {(row.kind, row.person_a, row.person_b): row for row in rows}
            after = {
                (each.kind, each.person_a, each.person_b): RotationPairRow(
                    kind=each.kind, person_a=each.person_a, person_b=each.person_b
                )
                for each in checked_pairs(wanted, names)
            }
            _replace(session, before, after)
        return self.pairs()

    def fixed(self) -> tuple[FixedDuty, ...]:
        """Return who stands on fixed weekdays."""
        with self._database.read() as session:
            return queries.fixed(session)

    def set_fixed(self, fixed: Iterable[FixedDuty]) -> tuple[FixedDuty, ...]:
        """Set all fixed duties.

        Raises InputProblem `post_unknown`, `person_unknown`, `person_left`, `weekdays_wrong`, `slot_not_in_pattern`.
        """
        wanted = list(dict.fromkeys(fixed))
        with self._database.write("set_rotation_fixed") as session:
            _check_posts(session, [each.post_id for each in wanted])
            rows = session.scalars(select(RotationFixedRow)).all()
            _names(session, wanted, {row.person_id for row in rows})
            check_fixed(wanted, _slot_names(session))
            before = {(row.post_id, row.person_id, tuple(row.weekdays), row.slot): row for row in rows}
            after = {
                (each.post_id, each.person_id, tuple(sorted(set(each.weekdays))), each.slot): RotationFixedRow(
                    post_id=each.post_id,
                    person_id=each.person_id,
                    weekdays=sorted(set(each.weekdays)),
                    slot=each.slot,
                )
                for each in wanted
            }
            _replace(session, before, after)
        return self.fixed()

    def rules(self) -> RotationRules:
        """Return the rules: rest, weights, how often a month, how many years count on."""
        with self._database.read() as session:
            return queries.rules(session)

    def set_rules(self, rules: RotationRules) -> RotationRules:
        """Set the rules.

        Raises InputProblem `rest_wrong`, `weight_wrong`, `month_most_wrong`, `carry_wrong`.
        """
        check_rules(rules)
        with self._database.write("set_rotation_rules") as session:
            row = session.scalars(select(RotationRulesRow)).first()
            if row is None:
                session.add(RotationRulesRow(rules=queries.rules_plain(rules)))
            else:
                row.rules = queries.rules_plain(rules)
        return self.rules()

    # Planning

    def plan(self, first: date, last: date, *, store: bool) -> Plan:
        """Plan the empty seats of these dates' shifts that have not begun; what stands stays.

        With `store` all of it is put into the roster in one transaction; `take_back` undoes it.
        Raises InputProblem `dates_wrong`: out of order, or over more than 400 days.
        """
        check_span(first, last)
        now = self._database.clock.now()
        with self._database.read() as session:
            task = self._task(session, first, last, now)
        found = plan(task)
        if not store:
            return found
        with self._database.write("plan_duty") as session:
            # Planned before the lock is taken: a year takes a second, and an intake shall not wait for it.
            current = self._task(session, first, last, now)
            if current != task:
                found = plan(current)
            entries = _entries(found.seats, core.assignments(session, first, last), _gone(session))
            self._roster.assign_in(session, entries, "", AssignmentSource.PLAN)
        return found

    def take_back(self, found: Plan) -> int:
        """Undo a plan: take out whom it put in and who still stands there by it, in shifts that have not begun.

        Returns how many.
        """
        now, planned = self._database.clock.now(), {_place(each): each for each in found.seats}
        if not planned:
            return 0
        dates = [each.shift_date for each in found.seats]
        with self._database.write("take_back_plan") as session:
            cells: dict[tuple[date, str, int], list[Assignment]] = defaultdict(list)
            for each in core.assignments(session, min(dates), max(dates)):
                cells[each.shift_date, each.slot, each.post_id].append(each)
            entries: list[CellEntry] = []
            gone = 0
            for key, there in cells.items():
                stays = [
                    each
                    for each in there
                    if each.source is not AssignmentSource.PLAN or each.starts_at <= now or _place(each) not in planned
                ]
                if len(stays) < len(there):
                    gone += len(there) - len(stays)
                    entries.append(CellEntry(*key, tuple(each.person_id for each in stays)))
            self._roster.assign_in(session, entries, "", AssignmentSource.HAND)
        return gone

    def why(self, shift_date: date, slot: str, post_id: int, person_id: int) -> Why | None:
        """Return why somebody stands there; None where nobody said, or he does not."""
        with self._database.read() as session:
            there = core.assignments(session, shift_date, shift_date)
        place = (shift_date, slot, post_id, person_id)
        return next((each.why for each in there if _place(each) == place), None)

    # Fairness

    def balance(self, first: date, last: date) -> Balance:
        """Return how evenly duty is shared by the end of these dates, with what was carried over."""
        return self._accounts(first, last).balance()

    def counts(self, first: date, last: date) -> tuple[Tally, ...]:
        """Return what everybody serves at each post in these dates, and what was carried over from before."""
        return self._accounts(first, last).tallies()

    def _accounts(self, first: date, last: date) -> Accounts:
        check_span(first, last)
        with self._database.read() as session:
            return Accounts(self._task(session, first, last, self._database.clock.now()))

    def _task(self, session: Session, first: date, last: date, now: datetime) -> Task:
        return queries.task(session, self._timetable(session), first, last, now)

    # The check

    def check(self, first: date, last: date) -> tuple[Finding, ...]:
        """Return what is wrong with the roster of these dates. Raises InputProblem `dates_wrong` as `plan` does."""
        check_span(first, last)
        with self._database.read() as session:
            return findings(self._evidence(session, first, last))

    def notices(self, now: datetime) -> tuple[Notice, ...]:
        """Return the findings of the next seven days, each with whether it lies 7, 3 or 1 days ahead."""
        today = now.astimezone(self._room.zone()).date()
        return notices(self.check(today, today + timedelta(days=7)), today)

    def _evidence(self, session: Session, first: date, last: date) -> Evidence:
        timetable, begins = self._timetable(session), first - REST_BEFORE
        days = core.calendar_days(session, begins, last)
        shifts = [shift for day in days for shift in timetable.shifts_of(day.date)]
        standing = core.standing(session, begins, last, shifts)
        query = select(PersonRow.id, PersonRow.phone).where(PersonRow.phone_verified_at.is_(None))
        return Evidence(
            first,
            shifts,
            {day.date: day for day in days},
            standing,
            queries.members(session),
            {person_id: phone for person_id, phone in session.execute(query) if person_id in standing.persons},
            queries.rules(session),
        )

    def _timetable(self, session: Session) -> Timetable:
        return core.timetable(session, self._room.zone_in(session))

    def _today(self) -> date:
        return self._database.clock.now().astimezone(self._room.zone()).date()


def _place(each: Assignment | PlannedSeat) -> tuple[date, str, int, int]:
    return each.shift_date, each.slot, each.post_id, each.person_id


def _entries(seats: Sequence[PlannedSeat], there: Iterable[Assignment], gone: dict[int, datetime]) -> list[CellEntry]:
    """Return the cells with whom the plan adds: who stands there stays before them, who has left makes room."""
    stand: dict[tuple[date, str, int], list[int]] = defaultdict(list)
    for each in there:
        if each.person_id not in gone or gone[each.person_id] > each.starts_at:
            stand[each.shift_date, each.slot, each.post_id].append(each.person_id)
    added: dict[tuple[date, str, int], list[PlannedSeat]] = defaultdict(list)
    for seat in seats:
        added[seat.shift_date, seat.slot, seat.post_id].append(seat)
    return [
        CellEntry(
            *key,
            (*stand[key], *(seat.person_id for seat in new)),
            (*(STANDS for _each in stand[key]), *(seat.why for seat in new)),
        )
        for key, new in added.items()
    ]


def _gone(session: Session) -> dict[int, datetime]:
    query = select(PersonRow.id, PersonRow.left_at).where(PersonRow.left_at.is_not(None))
    return {person_id: at for person_id, at in session.execute(query) if at is not None}


def _replace(session: Session, before: Mapping[Any, Row], after: Mapping[Any, Row]) -> None:
    """Make rows what they are to be, touching only those that change."""
    for key, row in before.items():
        if key not in after:
            session.delete(row)
    for key, row in after.items():
        if key not in before:
            session.add(row)


def _check_posts(session: Session, ids: Iterable[int]) -> None:
    known = {post.id for post in core.posts(session)}
    for post_id in ids:
        if post_id not in known:
            raise InputProblem("post_id", "post_unknown", id=post_id)


def _names(session: Session, wanted: Iterable[Member | FixedDuty], known: set[int]) -> dict[int, str]:
    return _person_names(session, {each.person_id for each in wanted}, known)


def _person_names(session: Session, ids: set[int], known: set[int]) -> dict[int, str]:
    """Return names. Raises `person_unknown`, and `person_left` for one who was not named here before."""
    rows = {row.id: row for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(ids)))}
    for person_id in sorted(ids):
        row = rows.get(person_id)
        if row is None:
            raise InputProblem("person_id", "person_unknown", id=person_id)
        if row.left_at is not None and person_id not in known:
            raise InputProblem("person_id", "person_left", name=row.name, at=row.left_at)
    return {person_id: row.name for person_id, row in rows.items()}


def _slot_names(session: Session) -> set[str]:
    return {slot.name for pattern in (DEFAULT_PATTERN, *core.patterns(session)) for slot in pattern.shifts}

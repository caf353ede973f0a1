"""Filling cells of the roster within one transaction: every refusal before anything is stored."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.people.tables import PersonRow
from duty_console.roster.model import AssignmentSource
from duty_console.roster.queries import covers_between
from duty_console.roster.rules import ONE_DAY
from duty_console.roster.tables import AssignmentRow, CoverRow, RosterCorrectionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from duty_console.roster.model import CellEntry, Cover, Post, Shift, Why
    from duty_console.roster.queries import Timetable

PERSONS_MOST = 20
FILLED_LATE = "开班后补排"
"""Why an empty place is filled in a shift that runs already, where nobody says more."""

Plan = dict[int, list[int]]
"""Who stands at each post of one shift, by ids, in order."""


class CellWriter:
    """Puts persons into cells. A shift's final state is checked as a whole, so that two may swap in one step."""

    def __init__(
        self,
        session: Session,
        posts: Iterable[Post],
        timetable: Timetable,
        now: datetime,
        reason: str,
        source: AssignmentSource = AssignmentSource.HAND,
    ) -> None:
        self._session = session
        self._posts = {post.id: post for post in posts}
        self._timetable = timetable
        self._now = now
        self._reason = reason
        self._source = source
        self._persons: dict[int, PersonRow] = {}
        self._whys: dict[tuple[Shift, int, int], Why] = {}

    def fill(self, entries: Iterable[CellEntry]) -> None:
        """Replace what stands in these cells."""
        plans: dict[Shift, Plan] = {}
        for entry in entries:
            shift, post = self._shift(entry), self._post(entry)
            self._check_persons(entry, post, shift)
            plan = plans.get(shift) or self._standing(shift)
            plans[shift] = {**plan, post.id: list(entry.person_ids)}
            for person_id, why in zip(entry.person_ids, entry.whys, strict=False):
                self._whys[shift, post.id, person_id] = why
        for shift, plan in plans.items():
            self._check_plan(plan)
            self._check_covers(shift, plan)
            self._check_begun(shift, plan)
            self._store(shift, plan)

    def repeat(self, first: date, last: date, until: date) -> int:
        """Repeat a block of days into the empty cells after it; return how many cells were filled."""
        days, filled = (last - first).days + 1, 0
        for number in range((until - last).days):
            day = last + ONE_DAY + timedelta(number)
            before = {shift.name: self._standing(shift) for shift in self._shifts(first + timedelta(number % days))}
            for shift in self._shifts(day):
                if shift.ends_at > self._now:
                    filled += self._repeat_shift(shift, before.get(shift.name, {}))
        return filled

    def _repeat_shift(self, shift: Shift, before: Plan) -> int:
        plan, filled = self._standing(shift), 0
        covering = {cover.cover_person_id for cover in self._covers(shift)}
        for post_id, ids in before.items():
            taken = {each for there in plan.values() for each in there} | covering
            fit = [each for each in ids if each not in taken and not self._has_left(self._person(each), shift)]
            if fit and not plan.get(post_id) and self._posts[post_id].exists_in(shift):
                plan[post_id] = fit
                filled += 1
        if filled:
            self._store(shift, plan)
        return filled

    def _shifts(self, day: date) -> tuple[Shift, ...]:
        return self._timetable.shifts_of(day)

    def _shift(self, entry: CellEntry) -> Shift:
        for shift in self._shifts(entry.shift_date):
            if shift.name == entry.slot:
                if shift.ends_at <= self._now and not self._reason:
                    raise InputProblem("shift_date", "shift_over", date=entry.shift_date, slot=entry.slot)
                return shift
        raise InputProblem("slot", "slot_unknown", date=entry.shift_date, slot=entry.slot)

    def _post(self, entry: CellEntry) -> Post:
        post = self._posts.get(entry.post_id)
        if post is None:
            raise InputProblem("post_id", "post_unknown", id=entry.post_id)
        if entry.person_ids and post.retired_on is not None and entry.shift_date >= post.retired_on:
            raise InputProblem("post_id", "post_retired", name=post.name, date=post.retired_on)
        if entry.person_ids and post.slots and entry.slot not in post.slots:
            raise InputProblem("post_id", "post_not_in_shift", name=post.name, slot=entry.slot)
        return post

    def _check_persons(self, entry: CellEntry, post: Post, shift: Shift) -> None:
        if len(entry.person_ids) > PERSONS_MOST:
            raise InputProblem("person_ids", "too_many_persons", most=PERSONS_MOST)
        seen: set[int] = set()
        for person_id in entry.person_ids:
            person = self._person(person_id)
            if self._has_left(person, shift):
                raise InputProblem("person_ids", "person_left", name=person.name, at=person.left_at)
            if person_id in seen:
                raise InputProblem("person_ids", "person_twice", name=person.name, post=post.name)
            seen.add(person_id)

    def _check_plan(self, plan: Plan) -> None:
        stands: dict[int, int] = {}
        for post_id, ids in plan.items():
            for person_id in ids:
                other = stands.setdefault(person_id, post_id)
                if other != post_id:
                    name = self._person(person_id).name
                    posts = (self._posts[other].name, self._posts[post_id].name)
                    raise InputProblem("person_ids", "person_on_other_post", name=name, post=posts[0], wanted=posts[1])

    def _check_covers(self, shift: Shift, plan: Plan) -> None:
        ids = {each for there in plan.values() for each in there} - {row.person_id for row in self._rows(shift)}
        for cover in self._covers(shift) if ids else ():
            if cover.cover_person_id in ids:
                names = {"name": self._person(cover.cover_person_id).name, "other": self._person(cover.person_id).name}
                raise InputProblem("person_ids", "person_covers_there", **names)

    def _covers(self, shift: Shift) -> list[Cover]:
        there = covers_between(self._session, shift.date, shift.date)
        return [cover for cover in there if cover.slot == shift.name]

    def _check_begun(self, shift: Shift, plan: Plan) -> None:
        """Who stands in a shift that has begun was on duty: to take him out is a correction, with a reason."""
        if shift.starts_at > self._now or self._reason:
            return
        for post_id, ids in self._standing(shift).items():
            gone = [each for each in ids if each not in plan.get(post_id, ids)]
            if gone:
                name = self._person(gone[0]).name
                raise InputProblem("shift_date", "shift_begun", date=shift.date, slot=shift.name, name=name)

    def _person(self, person_id: int) -> PersonRow:
        if person_id not in self._persons:
            row = self._session.get(PersonRow, person_id)
            if row is None:
                raise InputProblem("person_ids", "person_unknown", id=person_id)
            self._persons[person_id] = row
        return self._persons[person_id]

    def _has_left(self, person: PersonRow, shift: Shift) -> bool:
        return person.left_at is not None and person.left_at <= shift.starts_at

    def _rows(self, shift: Shift) -> list[AssignmentRow]:
        query = select(AssignmentRow).where(AssignmentRow.shift_date == shift.date, AssignmentRow.slot == shift.name)
        return list(self._session.scalars(query.order_by(AssignmentRow.place, AssignmentRow.id)))

    def _standing(self, shift: Shift) -> Plan:
        plan: Plan = {}
        for row in self._rows(shift):
            plan.setdefault(row.post_id, []).append(row.person_id)
        return plan

    def _store(self, shift: Shift, plan: Plan) -> None:
        """Change as little as possible: who moves within the shift keeps the row and never stands twice."""
        before = self._standing(shift)
        old = {row.person_id: row for row in self._rows(shift)}
        was = {person_id: row.post_id for person_id, row in old.items()}
        moved = {each: post_id for post_id, ids in plan.items() for each in ids if was.get(each, post_id) != post_id}
        for post_id, ids in plan.items():
            for place, person_id in enumerate(ids):
                row = old.pop(person_id, None)
                why = self._whys.get((shift, post_id, person_id))
                if row is None:
                    row = _row(shift, post_id, person_id, place)
                    row.source, row.why = self._source, _plain(why)
                    self._session.add(row)
                elif row.post_id != post_id:
                    row.post_id, row.place, row.source, row.why = post_id, place, self._source, _plain(why)
                else:
                    row.place = place
        for row in old.values():
            self._session.delete(row)
            self._cancel_covers(shift, row.person_id)
        for person_id, post_id in moved.items():
            self._cancel_covers(shift, person_id, but=post_id)
        if shift.starts_at < self._now:
            self._record(shift, before, plan)
        self._session.flush()

    def _cancel_covers(self, shift: Shift, person_id: int, but: int | None = None) -> None:
        """Nobody can stand in for a person who is no longer planned there."""
        query = select(CoverRow).where(
            CoverRow.shift_date == shift.date,
            CoverRow.slot == shift.name,
            CoverRow.person_id == person_id,
            CoverRow.cancelled_at.is_(None),
        )
        for cover in self._session.scalars(query):
            if cover.post_id != but:
                cover.cancelled_at = self._now

    def _record(self, shift: Shift, before: Plan, after: Plan) -> None:
        for post_id in {**before, **after}:
            was, now = self._names(before.get(post_id, ())), self._names(after.get(post_id, ()))
            if set(before.get(post_id, ())) != set(after.get(post_id, ())):
                self._session.add(
                    RosterCorrectionRow(
                        recorded_at=self._now,
                        shift_date=shift.date,
                        slot=shift.name,
                        post=self._posts[post_id].name,
                        before=was,
                        after=now,
                        reason=self._reason or FILLED_LATE,
                    )
                )

    def _names(self, ids: Iterable[int]) -> str:
        return "、".join(self._person(each).name for each in ids)[:400]


def _plain(why: Why | None) -> dict[str, object] | None:
    return None if why is None else {"code": why.code, "values": dict(why.values)}


def _row(shift: Shift, post_id: int, person_id: int, place: int) -> AssignmentRow:
    return AssignmentRow(
        shift_date=shift.date,
        slot=shift.name,
        post_id=post_id,
        person_id=person_id,
        place=place,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
    )

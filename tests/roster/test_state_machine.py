"""Whatever is done to a roster in whatever order: one answer to who is on duty, nobody in two places, no lost time,
and what was, stays.

On a file database through a real desk. What is refused must change nothing; what is taken may change the past only
with a correction on record.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule, run_state_machine_as_test

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry
from duty_console.roster.model import (
    DayScope,
    DayType,
    NewCover,
    NewLeave,
    PostKind,
    Shift,
    ShiftSlot,
    Stretch,
)
from duty_console.roster.rules import pattern_on
from duty_console.roster.substitution.model import ConsentHow, SeatKey
from tests.roster.duty_room import BEIJING

if TYPE_CHECKING:
    from collections.abc import Callable

START = datetime(2026, 9, 23, 9, 0, tzinfo=BEIJING)  # two workdays before a holiday
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
PATTERNS = (
    (ShiftSlot("全天班", time(8), 24),),
    (ShiftSlot("全天班", time(9), 24),),
    (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)),
    (ShiftSlot("白班", time(7, 30), 12), ShiftSlot("夜班", time(19, 30), 12)),
    (
        ShiftSlot("日班", time(8, 30), 9, DayScope.WORK),
        ShiftSlot("值守", time(8, 30), 9, DayScope.REST),
        ShiftSlot("夜班", time(17, 30), 15),
    ),
    (ShiftSlot("夜班", time(17, 30), 15, DayScope.WORK), ShiftSlot("全天班", time(8, 30), 24, DayScope.REST)),
)
LEADER_IDS, OFFICER_IDS = (1, 2), (3, 4, 5, 6, 7)
EVERYBODY = (*LEADER_IDS, *OFFICER_IDS)
MOVES = (SECOND, timedelta(minutes=30), timedelta(hours=1), timedelta(hours=5), timedelta(hours=13), DAY)

persons = st.sampled_from(EVERYBODY)
posts = st.integers(1, 4)
ahead = st.integers(0, 3)
eighths = st.tuples(st.integers(0, 7), st.integers(1, 8)).map(sorted).filter(lambda both: both[0] < both[1])
Past = dict[tuple[date, str, int], list[tuple[datetime, datetime, tuple[int, ...]]]]


class DutyRoom(RuleBasedStateMachine):
    """A room whose roster is changed in every way there is."""

    proposals: Bundle[int] = Bundle("proposals")
    covers: Bundle[int] = Bundle("covers")
    leaves: Bundle[int] = Bundle("leaves")
    absences: Bundle[int] = Bundle("absences")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="roster-machine-"))
        self.clock = FakeClock(START)
        self.desk = Desk.open(self.folder, self.clock)
        roster = self.desk.roster
        roster.set_up_defaults(START.date() - 20 * DAY)
        roster.add_post("备班", PostKind.STANDBY, since=START.date() - 20 * DAY)
        for number in EVERYBODY:
            self.desk.people.add_person(PersonEntry(f"人员{'零一二三四五六七'[number]}", leader=number in LEADER_IDS))
        for offset in range(-2, 4):
            for post, person in ((1, 1 + offset % 2), (2, 3 + offset % 3), (3, 6), (4, 7)):
                roster.assign(START.date() + offset * DAY, "全天班", post, [person], "开始")
        self.seen_until = self.clock.now()
        self.past = self._past(self.seen_until)
        self.corrections = self._corrections()
        self.heard = 0
        self.desk.changes.subscribe(self._on_change)

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _on_change(self, _change: object) -> None:
        self.heard += 1

    # Rules

    @rule(by=st.sampled_from(MOVES))
    def time_passes(self, by: timedelta) -> None:
        self.clock.advance(by)

    @rule(before=st.sampled_from((SECOND, timedelta(0))))
    def a_shift_ends(self, before: timedelta) -> None:
        coming = self.desk.roster.next_shift(self.clock.now() + before)
        assert coming is not None
        self.clock.set(coming.starts_at - before)

    @rule(offset=st.integers(-1, 3), which=st.integers(0, 2), post=posts, data=st.data(), corrects=st.booleans())
    def assign(self, offset: int, which: int, post: int, data: st.DataObject, corrects: bool) -> None:
        shift = self._shift(offset, which)
        if shift is None:
            return
        there = [e for e in self.desk.roster.assignments(shift.date, shift.date) if e.slot == shift.name]
        # Mostly who is free then; now and then who is not, to be refused.
        taken = {e.person_id for e in there if e.post_id != post} if data.draw(st.integers(0, 4)) else set[int]()
        free = [each for each in EVERYBODY if each not in taken]
        ids = data.draw(st.lists(st.sampled_from(free), max_size=2, unique=True)) if free else []
        reason = "更正" if corrects else None
        self._try(lambda: self.desk.roster.assign(shift.date, shift.name, post, ids, reason))

    @rule(offset=st.integers(-2, 1), days=st.integers(1, 2))
    def repeat_days(self, offset: int, days: int) -> None:
        first = self._today() + offset * DAY
        last = first + (days - 1) * DAY
        self._try(lambda: self.desk.roster.fill_forward(first, last, self._today() + 3 * DAY))

    @rule(
        target=proposals, offset=ahead, which=st.integers(0, 2), seat=st.integers(0, 5), stand_in=persons, part=eighths
    )
    def propose_cover(self, offset: int, which: int, seat: int, stand_in: int, part: list[int]) -> Any:
        new = self._cover(offset, which, seat, stand_in, part)
        found = new and self._try(lambda: self.desk.substitution.propose_cover(new))
        return found.id if found else multiple()

    @rule(target=covers, offset=ahead, which=st.integers(0, 2), seat=st.integers(0, 5), stand_in=persons, part=eighths)
    def cover_agreed_at_once(self, offset: int, which: int, seat: int, stand_in: int, part: list[int]) -> Any:
        new = self._cover(offset, which, seat, stand_in, part)
        found = new and self._try(lambda: self.desk.substitution.propose_cover(new))
        leader = found and next((each for each in LEADER_IDS if each not in found.persons), None)
        if not found or not leader:
            return multiple()
        for person in found.persons:
            self.desk.substitution.consent(found.id, person, ConsentHow.PHONE)
        return self.desk.substitution.approve(found.id, leader).cover_id

    @rule(
        target=proposals,
        one=st.tuples(ahead, st.integers(0, 2), st.integers(0, 5)),
        other=st.tuples(ahead, st.integers(0, 2), st.integers(0, 5)),
    )
    def propose_swap(self, one: tuple[int, int, int], other: tuple[int, int, int]) -> Any:
        first, second = self._seat(*one), self._seat(*other)
        found = first and second and self._try(lambda: self.desk.substitution.propose_swap(first, second))
        return found.id if found else multiple()

    @rule(proposal=proposals, leader=st.sampled_from(LEADER_IDS))
    def agree_and_approve(self, proposal: int, leader: int) -> None:
        for person in self.desk.substitution.proposal(proposal).consents_missing:
            self._try(lambda person=person: self.desk.substitution.consent(proposal, person, ConsentHow.PHONE))
        self._try(lambda: self.desk.substitution.approve(proposal, leader))

    @rule(proposal=proposals, leader=st.sampled_from(LEADER_IDS))
    def refuse(self, proposal: int, leader: int) -> None:
        self._try(lambda: self.desk.substitution.refuse(proposal, leader, "不同意"))

    @rule(
        target=covers,
        which=st.integers(0, 2),
        seat=st.integers(0, 5),
        stand_in=persons,
        part=eighths,
        minutes=st.sampled_from((0, 30, 60)),
    )
    def emergency(self, which: int, seat: int, stand_in: int, part: list[int], minutes: int) -> Any:
        new = self._cover(0, which, seat, stand_in, part)
        if new is None:
            return multiple()
        if part[0] == 0:  # written down a little later
            begins = self.clock.now() - timedelta(minutes=minutes)
            new = replace(new, starts_at=begins, ends_at=max(new.ends_at, begins + SECOND))
        told = next((each for each in LEADER_IDS if each not in (new.person_id, stand_in)), LEADER_IDS[0])
        found = self._try(lambda: self.desk.substitution.emergency(new, "突发疾病", told))
        return found.cover_id if found else multiple()

    @rule(target=covers, seat=st.integers(0, 5), stand_in=persons)
    def emergency_now(self, seat: int, stand_in: int) -> Any:
        """Somebody who stands there now, planned or as a stand-in, is relieved to the end of the shift."""
        now = self.clock.now()
        found = [each for each in self._stretches(-1, 0) if each.starts_at <= now < each.ends_at and each.persons]
        if not found:
            return multiple()
        one = found[seat % len(found)]
        new = NewCover(one.shift.date, one.shift.name, one.post_id, one.persons[0], stand_in, now, one.shift.ends_at)
        told = next((each for each in LEADER_IDS if each not in (one.persons[0], stand_in)), LEADER_IDS[0])
        done = self._try(lambda: self.desk.substitution.emergency(new, "突发疾病", told))
        return done.cover_id if done else multiple()

    @rule(cover=covers, later=st.sampled_from((timedelta(0), SECOND, timedelta(hours=2))))
    def end_cover(self, cover: int, later: timedelta) -> None:
        self._try(lambda: self.desk.substitution.end_cover(cover, self.clock.now() + later))

    @rule(target=leaves, person=persons, begins=st.integers(-30, 60), hours=st.integers(1, 60))
    def leave(self, person: int, begins: int, hours: int) -> Any:
        first = self.clock.now() + timedelta(hours=begins)
        new = NewLeave(person, first, first + timedelta(hours=hours))
        leader = next(each for each in LEADER_IDS if each != person)
        found = self._try(lambda: self.desk.substitution.leave(new, leader))
        return found.leave.id if found else multiple()

    @rule(leave=leaves)
    def cancel_leave(self, leave: int) -> None:
        self._try(lambda: self.desk.substitution.cancel_leave(leave))

    @rule(
        target=absences,
        person=persons,
        stand_in=st.one_of(st.none(), persons),
        minutes=st.sampled_from((None, 20, 600)),
    )
    def off_post(self, person: int, stand_in: int | None, minutes: int | None) -> Any:
        until = None if minutes is None else self.clock.now() + timedelta(minutes=minutes)
        found = self._try(lambda: self.desk.attendance.off_post(person, "取件", stand_in, until))
        return found.id if found else multiple()

    @rule(absence=absences)
    def back(self, absence: int) -> None:
        self._try(lambda: self.desk.attendance.back(absence))

    @rule(person=persons)
    def sign_in(self, person: int) -> None:
        self._try(lambda: self.desk.attendance.sign_in(person))

    @rule(offset=st.integers(0, 3), pattern=st.sampled_from(PATTERNS), clear=st.booleans())
    def change_pattern(self, offset: int, pattern: tuple[ShiftSlot, ...], clear: bool) -> None:
        self._try(lambda: self.desk.roster.set_pattern(self._today() + offset * DAY, pattern, and_clear=clear))

    @rule(offset=st.integers(0, 3), minutes=st.sampled_from((-60, -30, 30, 60)))
    def hours_move(self, offset: int, minutes: int) -> None:
        """The shifts in force begin earlier or later, by the same names."""
        day = self._today() + offset * DAY
        slots = pattern_on(day, self.desk.roster.patterns()).shifts
        moved = [
            replace(slot, starts=(datetime.combine(day, slot.starts) + timedelta(minutes=minutes)).time())
            for slot in slots
        ]
        self._try(lambda: self.desk.roster.set_pattern(day, moved, and_clear=True))

    @rule(
        offset=st.integers(0, 3),
        kind=st.sampled_from((DayType.WORKDAY, DayType.STATUTORY_HOLIDAY)),
        clear=st.booleans(),
    )
    def change_day(self, offset: int, kind: DayType, clear: bool) -> None:
        self._try(lambda: self.desk.roster.set_day(self._today() + offset * DAY, kind, and_clear=clear))

    # What must always hold

    @invariant()
    def what_was_stays_but_for_corrections(self) -> None:
        now_past, corrections = self._past(self.seen_until), self._corrections()
        if corrections == self.corrections:
            assert now_past == self.past
        self.corrections, self.seen_until = corrections, self.clock.now()
        self.past = self._past(self.seen_until)

    @invariant()
    def stretches_tile_every_shift(self) -> None:
        stretches, known = self._stretches(-2, 3), self.desk.roster.posts(with_retired=True)
        by: dict[tuple[Shift, int], list[Stretch]] = defaultdict(list)
        for each in stretches:
            by[each.shift, each.post_id].append(each)
        last_end: datetime | None = None
        for shift in self._shifts(-2, 3):
            assert last_end is None or last_end <= shift.starts_at
            last_end = shift.ends_at
            for post in known:
                run = by.pop((shift, post.id), [])
                if not post.exists_in(shift) and not run:
                    continue
                assert run[0].starts_at == shift.starts_at
                assert run[-1].ends_at == shift.ends_at
                for one, two in pairwise(run):
                    assert one.ends_at == two.starts_at
                    assert one.persons != two.persons
        assert not by

    @invariant()
    def one_answer_and_nobody_in_two_places(self) -> None:
        stretches, now = self._stretches(-1, 1), self.clock.now()
        edges = {each.starts_at for each in stretches} | {each.ends_at - SECOND for each in stretches}
        near = sorted(edges, key=lambda at: abs(at - now))[:5]
        for at in (now, *near):
            answer = self.desk.roster.on_duty_at(at)
            said = sorted((each.post, each.person_id) for each in (*answer.leaders, *answer.officers, *answer.standby))
            expected = self._standing_at(at)
            assert said == sorted((self._post_name(post), person) for post, person in expected)
            held = [each for each in stretches if each.starts_at <= at < each.ends_at]
            if answer.shift is not None and answer.shift.date >= self._today() - DAY:
                assert sorted((each.post_id, person) for each in held for person in each.persons) == expected
            assert len({person for _post, person in expected}) == len(expected)
            self._check_gaps(answer.gaps, at, expected)

    def _check_gaps(self, gaps: Any, at: datetime, expected: list[tuple[int, int]]) -> None:
        """Coverage is the plan less the named gaps."""
        shift = self.desk.roster.shift_at(at)
        named = {gap.post_id: gap.missing for gap in gaps}
        for post in self.desk.roster.posts(with_retired=True):
            there = sum(1 for post_id, _person in expected if post_id == post.id)
            wanted = post.needed if shift is not None and post.exists_in(shift) else 0
            assert named.get(post.id, 0) == max(0, wanted - there)

    def _standing_at(self, at: datetime) -> list[tuple[int, int]]:
        """Return who stands where by the bare facts: the plan, the covers over it, the leaves."""
        roster, day = self.desk.roster, at.astimezone(BEIJING).date()
        shift = roster.shift_at(at)
        if shift is None:
            return []
        covers = [each for each in roster.covers(day - DAY, day + DAY) if each.starts_at <= at < each.ends_at]
        away = {each.person_id for each in roster.leaves(at, at + SECOND) if each.starts_at <= at < each.ends_at}
        found: list[tuple[int, int]] = []
        for each in roster.assignments(day - DAY, day + DAY):
            if (each.shift_date, each.slot) != (shift.date, shift.name):
                continue
            assert (each.starts_at, each.ends_at) == (shift.starts_at, shift.ends_at)
            over = [
                c
                for c in covers
                if (c.post_id, c.person_id, c.shift_date, c.slot)
                == (each.post_id, each.person_id, shift.date, shift.name)
            ]
            assert len(over) <= 1
            one = over[0].cover_person_id if over else each.person_id
            called_away = not over and any(c.cover_person_id == one for c in covers)
            if one not in away and not called_away:
                found.append((each.post_id, one))
        seats = {(e.shift_date, e.slot, e.post_id, e.person_id) for e in roster.assignments(day - DAY, day + DAY)}
        for cover in covers:
            assert shift.starts_at <= cover.starts_at < cover.ends_at <= shift.ends_at
            assert (cover.shift_date, cover.slot, cover.post_id, cover.person_id) in seats
        return sorted(found)

    @invariant()
    def the_table_shows_the_same(self) -> None:
        first, last = self._today() - DAY, self._today() + 2 * DAY
        worst: dict[tuple[Shift, int], int] = defaultdict(int)
        for each in self.desk.roster.stretches(first, last):
            key = each.shift, each.post_id
            worst[key] = max(worst[key], each.missing)
        table = self.desk.roster.span(first, last)
        covers = self.desk.roster.covers(first, last)
        planned = self.desk.roster.assignments(first, last)
        for row in table.rows:
            for cell in row.cells:
                assert cell.missing == worst[row.shift, cell.post_id]
                here = [
                    e for e in planned if (e.shift_date, e.slot, e.post_id) == (*self._key(row.shift), cell.post_id)
                ]
                assert [each.person_id for each in cell.persons] == [each.person_id for each in here]
                marks = {each.cover_id for each in cell.covers}
                there = (
                    c for c in covers if (c.shift_date, c.slot, c.post_id) == (*self._key(row.shift), cell.post_id)
                )
                assert marks == {each.id for each in there}

    # What the rules share

    def _try(self, act: Callable[[], Any]) -> Any:
        """Do it, or let it be refused; a refusal changes nothing, but for a lapse, which is kept."""
        heard, code = self.heard, ""
        try:
            return act()
        except InputProblem as problem:
            code = problem.code
        assert self.heard == heard + (code == "proposal_lapsed")
        return None

    def _today(self) -> date:
        return self.clock.now().astimezone(BEIJING).date()

    def _shifts(self, first: int, last: int) -> tuple[Shift, ...]:
        return self.desk.roster.shifts_between(self._today() + first * DAY, self._today() + last * DAY)

    def _stretches(self, first: int, last: int) -> tuple[Stretch, ...]:
        return self.desk.roster.stretches(self._today() + first * DAY, self._today() + last * DAY)

    def _shift(self, offset: int, which: int) -> Shift | None:
        shifts = self._shifts(offset, offset)
        return shifts[which % len(shifts)] if shifts else None

    def _seat(self, offset: int, which: int, seat: int) -> SeatKey | None:
        shift = self._shift(offset, which)
        if shift is None:
            return None
        there = [e for e in self.desk.roster.assignments(shift.date, shift.date) if e.slot == shift.name]
        if not there:
            return None
        one = there[seat % len(there)]
        return SeatKey(one.shift_date, one.slot, one.post_id, one.person_id)

    def _cover(self, offset: int, which: int, seat: int, stand_in: int, part: list[int]) -> NewCover | None:
        shift, found = self._shift(offset, which), self._seat(offset, which, seat)
        if shift is None or found is None:
            return None
        length = (shift.ends_at - shift.starts_at) / 8
        times = shift.starts_at + part[0] * length, shift.starts_at + part[1] * length
        return NewCover(shift.date, shift.name, found.post_id, found.person_id, stand_in, *times)

    def _key(self, shift: Shift) -> tuple[date, str]:
        return shift.date, shift.name

    def _post_name(self, post_id: int) -> str:
        return ("带班领导", "主班", "副班", "备班")[post_id - 1]

    def _corrections(self) -> int:
        return len(self.desk.roster.corrections(START.date() - 30 * DAY, START.date() + 300 * DAY))

    def _past(self, until: datetime) -> Past:
        """Return who stood where in the last days up to a moment."""
        day = until.astimezone(BEIJING).date()
        found: Past = defaultdict(list)
        for each in self.desk.roster.stretches(day - 2 * DAY, day):
            if each.starts_at < until and each.persons:
                key = each.shift.date, each.shift.name, each.post_id
                found[key].append((each.starts_at, min(each.ends_at, until), each.persons))
        return dict(found)


@pytest.mark.slow
def test_whatever_is_done_there_is_one_answer_and_what_was_stays() -> None:
    run_state_machine_as_test(
        DutyRoom,
        settings=settings(
            max_examples=12, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )

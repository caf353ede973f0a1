"""Planning a year against putting the same persons there without a thought."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry, UnitEntry
from duty_console.roster.model import CellEntry, PostKind
from duty_console.roster.rotation.model import Member
from tests.bench.table import Measure, timed

PERSONS, POSTS = 60, 4
SECONDS = 5.0
EVEN = 97.0
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
NOW = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def rows() -> list[Measure]:
    """Plan and store a year; the floor stores the same seats through the same door, as a hand would enter them."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder), FakeClock(NOW)) as desk:
        _staff(desk)
        by_hand = timed(lambda: desk.roster.assign_all(_in_turn(desk)))
        desk.roster.assign_all([CellEntry(e.shift_date, e.slot, e.post_id, ()) for e in _in_turn(desk)])
        planned = timed(lambda: desk.rotation.plan(FIRST, LAST, store=True))
        score = desk.rotation.balance(FIRST, LAST).overall
        checked = timed(lambda: desk.rotation.check(FIRST, LAST))
        read = timed(lambda: desk.roster.span(FIRST, LAST))
    most = SECONDS * 1000
    return [
        Measure(f"plan a year ({PERSONS} persons, {POSTS} posts), stored", planned, by_hand, "ms",
                f"≤ {SECONDS:g} s", planned <= most),
        Measure("its balance, of 100", score, EVEN, "", f"≥ {EVEN:g}", score >= EVEN),
        Measure("check a year, against reading its table", checked, read, "ms", "≤ 3 ×", checked <= 3 * read),
    ]  # fmt: skip


def _staff(desk: Desk) -> None:
    unit = desk.people.add_unit(UnitEntry("区应急管理局"))
    persons = [
        desk.people.add_person(PersonEntry(f"人员{number:02}", unit.id, phone=f"138 0000 {number:04}"))
        for number in range(PERSONS)
    ]
    for number in range(POSTS):
        kind = PostKind.LEADER if number == 0 else PostKind.OFFICER
        post = desk.roster.add_post(f"岗位{number + 1}", kind, since=FIRST - timedelta(30))
        desk.rotation.set_members(post.id, [Member(post.id, person.id) for person in persons])


def _in_turn(desk: Desk) -> list[CellEntry]:
    persons, posts = [each.id for each in desk.people.persons()], desk.roster.posts()
    return [
        CellEntry(shift.date, shift.name, post.id, (persons[(number * POSTS + at) % PERSONS],))
        for number, shift in enumerate(desk.roster.shifts_between(FIRST, LAST))
        for at, post in enumerate(posts)
    ]

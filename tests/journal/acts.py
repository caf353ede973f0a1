"""Things that officers do, with details thrown by dice: any order of them must leave a record that proves itself."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.handover.model import EquipmentState
from duty_console.incidents.model import Casualties, FactCorrection, NewIncident
from duty_console.limits.model import Channel, EventClass, Grade, ReportKind
from duty_console.people.model import PersonEntry, UnitEntry, UnitKind
from duty_console.reports.model import NewReport
from duty_console.room.model import DutyRoom
from duty_console.roster.model import DayType, ShiftSlot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

START = datetime(2026, 10, 14, 3, 10, tzinfo=UTC)
TEXTS = (
    "云河区中山路化工厂爆燃，3人受伤", "ＡＢＣ仓库冒烟", "水位 3.50 米，仍在上涨", "㛃先生来电：路面塌陷",
    "“重复”一遍；无误。", "第2次通报 10:30", "下", "line one\nline two", "Ünïcode ß ﬁ", "电话138 0000 0001无人接听",
)  # fmt: skip


class Room:
    """A desk with a clock that the test moves, and what was recorded so far."""

    def __init__(self, desk: Desk, clock: FakeClock) -> None:
        self.desk = desk
        self.clock = clock
        self.numbers: list[str] = []
        self.lines: list[int] = []
        self.items: list[int] = []
        self.persons: list[int] = []


def live(room: Room) -> None:
    """Let a few shifts go by, so that every table holds something."""
    for seed in range(100, 104):
        for act in ACTS:
            perform(room, act, seed)
    before = room.clock.now() - timedelta(days=2)
    shift = room.desk.roster.shift_at(before)
    assert shift is not None
    person = room.desk.people.add_person(PersonEntry("覃立平", phone="138 0000 9999"))
    post = room.desk.roster.posts()[0]
    room.desk.roster.assign(shift.date, shift.name, post.id, [person.id], "补录实际带班人员")


@contextmanager
def opened(folder: Path, at: datetime = START) -> Iterator[Room]:
    """Open a desk on a folder."""
    clock = FakeClock(at)
    with Desk.open(folder, clock) as desk:
        yield Room(desk, clock)


def perform(room: Room, act: Callable[[Room, Random], object], seed: int) -> bool:
    """Do one thing; False where the console refused it, which must change nothing."""
    dice = Random(seed)
    room.clock.advance(timedelta(seconds=dice.choice((0, 1, 59, 600, 7200, 86_400))))
    before = room.desk.journal.head()
    try:
        act(room, dice)
    except InputProblem:
        assert room.desk.journal.head() == before
        return False
    return True


def _describe(room: Room, dice: Random) -> None:
    presets = ("national", dice.choice(("henan", "tangshan", "wuhan")))
    room.desk.room.describe(DutyRoom(dice.choice(("云河区值班室", "云河区政府总值班室")), "county", presets))
    room.desk.limits.choose_presets(presets)


def _record(room: Room, dice: Random) -> None:
    now = room.clock.now()
    new = NewIncident(
        dice.choice(tuple(EventClass)),
        now - timedelta(minutes=dice.randrange(3)),
        title=dice.choice(("", *TEXTS)),
        occurred_at=dice.choice((None, now - timedelta(minutes=dice.randrange(90)))),
        place=dice.choice(("", "云河区 中山路", "二号桥")),
        caller=dice.choice(("", "㛃先生")),
        casualties=_casualties(dice),
        grade=dice.choice((None, None, *Grade)),
        grade_reason="现场核实",
        summary=dice.choice(TEXTS),
    )
    room.numbers.append(room.desk.incidents.record(new).incident.number)


def _casualties(dice: Random) -> Casualties:
    def some() -> int | None:
        return dice.choice((None, 0, 1, 3, 12))

    return Casualties(some(), some(), some(), some(), some(), some(), dice.choice((None, 0, 10_000_000, 123_456_789)))


def _number(room: Room, dice: Random) -> str:
    return dice.choice(room.numbers) if room.numbers else "20000101-01"


def _entry(room: Room, dice: Random) -> None:
    kind = dice.choice(("scene", "note", "instruction", "intake"))
    room.lines.append(room.desk.incidents.add_entry(_number(room, dice), LogKind(kind), dice.choice(TEXTS)).id)


def _note(room: Room, dice: Random) -> None:
    at = dice.choice((None, room.clock.now() - timedelta(minutes=5)))
    room.lines.append(room.desk.dutylog.note(dice.choice(("", *TEXTS)), at).id)


def _correct_line(room: Room, dice: Random) -> None:
    line = room.desk.dutylog.correct(dice.choice(room.lines or [9999]), dice.choice(TEXTS), dice.choice(("", "听错")))
    room.lines.append(line.id)


def _regrade(room: Room, dice: Random) -> None:
    room.desk.incidents.regrade(_number(room, dice), dice.choice(tuple(Grade)), dice.choice(("", "专家核定")))


def _count(room: Room, dice: Random) -> None:
    room.desk.incidents.update_casualties(
        _number(room, dice), _casualties(dice), "医院", reason=dice.choice(("", "重复统计"))
    )


def _correct_facts(room: Room, dice: Random) -> None:
    change = dice.choice(
        ({"place": "三号桥"}, {"title": dice.choice(TEXTS)}, {"occurred_at": START}, {"summary": "更正后"})
    )
    room.desk.incidents.correct_facts(_number(room, dice), FactCorrection(reason="核对", **change))


def _report(room: Room, dice: Random) -> None:
    to = dice.choice(("市应急管理局", "省应急管理厅", "市政府总值班室", ""))
    new = NewReport(_number(room, dice), dice.choice(tuple(ReportKind)), dice.choice(tuple(Channel)), to)
    room.desk.reports.record(new)


def _close(room: Room, dice: Random) -> None:
    room.desk.incidents.close(_number(room, dice), "处置完毕")


def _waive(room: Room, dice: Random) -> None:
    due = room.desk.limits.next_due(3)
    room.desk.limits.waive(due[0][1].id or 0 if due else 0, dice.choice(("", "带班领导")), "已当面报告")


def _explain(room: Room, dice: Random) -> None:
    room.desk.limits.give_late_reason(dice.randrange(1, 9), "线路中断")


def _alarm(room: Room, dice: Random) -> None:
    board = room.desk.alarms.board()
    room.desk.alarms.record_rings(board)
    keys = [each.item.key for each in room.desk.alarms.board().alarms]
    room.desk.alarms.acknowledge(keys[: dice.randrange(4)], "收到")


def _unit(room: Room, dice: Random) -> None:
    room.desk.people.add_unit(UnitEntry(f"云河区第{dice.randrange(6)}中队", UnitKind.RESCUE, "010 0000 0001"))


def _person(room: Room, dice: Random) -> None:
    unit = dice.choice((None, *room.desk.people.units()))
    name, phone = dice.choice(("汪启明", "㛃某", "熊若溪")), f"138 0000 {dice.randrange(9999):04}"
    person = room.desk.people.add_person(PersonEntry(name, unit.id if unit else None, "队长", phone))
    room.persons.append(person.id)


def _leave(room: Room, dice: Random) -> None:
    room.desk.people.leave_person(dice.choice(room.persons or [9999]))


def _assign(room: Room, dice: Random) -> None:
    posts = room.desk.roster.posts()
    if not posts:
        room.desk.roster.set_up_defaults(date(2026, 10, 1))
        return
    day = (room.clock.now() + timedelta(days=dice.randrange(-2, 3))).date()
    chosen = dice.sample(room.persons, dice.randrange(min(2, len(room.persons)) + 1))
    room.desk.roster.assign(day, "全天班", dice.choice(posts).id, chosen, dice.choice((None, "补录实际值班人员")))


def _pattern(room: Room, dice: Random) -> None:
    halves = (ShiftSlot("日班", time(8), 12), ShiftSlot("夜班", time(20), 12))
    day = (room.clock.now() + timedelta(days=dice.randrange(2, 5))).date()
    room.desk.roster.set_pattern(day, halves, and_clear=dice.random() < 0.5)


def _calendar(room: Room, dice: Random) -> None:
    day = date(2027, 1, dice.randrange(1, 4))
    if dice.random() < 0.4:
        room.desk.roster.reset_day(day)
    else:
        room.desk.roster.set_day(day, dice.choice(tuple(DayType)), "元旦")


def _item(room: Room, dice: Random) -> None:
    if room.items and dice.random() < 0.5:
        room.desk.handover.finish_item(room.items.pop(), "办妥")
    else:
        room.items.append(room.desk.handover.add_item(dice.choice(TEXTS), "副班").id)


def _check(room: Room, dice: Random) -> None:
    shift = room.desk.roster.shift_at(room.clock.now())
    assert shift is not None
    room.desk.handover.record_check(shift, "值班电话", dice.choice(tuple(EquipmentState)), "试通")
    room.desk.handover.write_note(shift, dice.choice(TEXTS))


ACTS = (
    _describe, _record, _record, _record, _entry, _note, _correct_line, _regrade, _count, _correct_facts, _report,
    _report, _close, _waive, _explain, _alarm, _unit, _person, _person, _leave, _assign, _pattern, _calendar,
    _item, _check,
)  # fmt: skip
ALWAYS_WRITE = {
    _record,
    _entry,
    _note,
    _correct_line,
    _regrade,
    _count,
    _correct_facts,
    _report,
    _close,
    _person,
    _item,
}
"""Those that leave an entry whenever they are not refused."""

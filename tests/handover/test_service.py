"""The handover through a real desk: which shift is in hand, what its sheet says, what goes on to the next shift."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.handover.model import EQUIPMENT, EquipmentState
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.limits.model import Channel, EventClass, Grade
from duty_console.people.model import PersonEntry
from duty_console.reports.model import NewReport
from duty_console.room.model import DutyRoom
from duty_console.roster.model import ShiftSlot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from duty_console.handover.model import HandoverSheet
    from duty_console.incidents.model import RecordedIncident

BEIJING = ZoneInfo("Asia/Shanghai")
EIGHT = datetime(2026, 10, 14, 8, 0, tzinfo=BEIJING)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(EIGHT - timedelta(hours=12))


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with Desk.open(tmp_path, clock) as desk:
        desk.room.describe(DutyRoom("云河区应急值班室", "county", ("tangshan",), document_prefix="云河应急"))
        desk.limits.choose_presets(("tangshan",))
        posts = desk.roster.set_up_defaults(date(2026, 10, 1))
        for number, name in enumerate(("周启明", "林晓舟", "陈以宁", "沈若谷", "高子墨", "苏映雪")):
            person = desk.people.add_person(PersonEntry(name, title="科员", phone=f"138 0000 00{number:02}"))
            desk.roster.assign(date(2026, 10, 13 + number // 3), "全天班", posts[number % 3].id, [person.id])
        yield desk


def crash(desk: Desk, deaths: int = 3) -> RecordedIncident:
    now = desk.clock.now()
    return desk.incidents.record(
        NewIncident(
            EventClass.ACCIDENT,
            now,
            title="东环路口客车与货车相撞",
            occurred_at=now - timedelta(minutes=6),
            casualties=Casualties(deaths=deaths, serious_injuries=2),
        )
    )


def numbers(sheet: HandoverSheet) -> dict[str, int]:
    return {each.word: each.number for each in sheet.counts}


def code_of(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(InputProblem) as caught:
        act()
    return caught.value.field, caught.value.code


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        (EIGHT - SECOND, 13),
        (EIGHT, 13),
        (EIGHT + timedelta(hours=1) - SECOND, 13),
        (EIGHT + timedelta(hours=1), 14),
        (EIGHT + timedelta(hours=1) + SECOND, 14),
    ],
)
def test_in_its_first_hour_a_shift_has_the_sheet_of_the_one_before_in_hand(
    desk: Desk, clock: FakeClock, moment: datetime, begins: int
) -> None:
    clock.set(moment)
    assert desk.handover.shift_in_hand().date.day == begins
    assert desk.handover.compose().shift.starts_at == datetime(2026, 10, begins, 8, tzinfo=BEIJING)


def test_an_hour_that_the_pattern_leaves_out_has_no_sheet(desk: Desk, clock: FakeClock) -> None:
    desk.roster.set_pattern(date(2026, 10, 20), [ShiftSlot("白班", time(8), 9)])
    clock.set(datetime(2026, 10, 21, 20, tzinfo=BEIJING))
    assert code_of(desk.handover.shift_in_hand) == ("at", "no_shift")
    assert code_of(lambda: desk.handover.compose(clock.now())) == ("at", "no_shift")


def test_the_sheet_says_who_hands_over_to_whom(desk: Desk, clock: FakeClock) -> None:
    clock.set(EIGHT + timedelta(minutes=5))
    sheet = desk.handover.compose()
    assert [(each.post, each.name, each.phone) for each in sheet.outgoing] == [
        ("带班领导", "周启明", "138 0000 0000"),
        ("主班", "林晓舟", "138 0000 0001"),
        ("副班", "陈以宁", "138 0000 0002"),
    ]
    assert [each.name for each in sheet.incoming] == ["沈若谷", "高子墨", "苏映雪"]
    assert [(each.role, each.names, each.signed_at) for each in sheet.signatures] == [
        ("交班值班员", ("林晓舟", "陈以宁"), None),
        ("接班值班员", ("高子墨", "苏映雪"), None),
        ("交班带班领导", ("周启明",), None),
        ("接班带班领导", ("沈若谷",), None),
    ]
    assert (sheet.document_number, sheet.shift.day_type) == ("云河应急值交〔2026〕286号", "工作日")
    head = desk.journal.head()
    assert (sheet.journal.seq, sheet.journal.hash) == (head.seq, head.hash)


def test_every_limit_stands_with_what_became_of_it_and_a_late_one_by_how_much(desk: Desk, clock: FakeClock) -> None:
    recorded = crash(desk)
    in_time, late, *rest = sorted(recorded.obligations, key=lambda each: each.due_at)
    clock.set(in_time.due_at)  # the limit itself is on time
    number = recorded.incident.number
    desk.reports.record(
        NewReport(number, in_time.kind, in_time.channel, in_time.recipient, obligation_ids=(in_time.id,))
    )
    clock.set(late.due_at + timedelta(minutes=7) + SECOND)
    desk.reports.record(
        NewReport(number, late.kind, late.channel, late.recipient, obligation_ids=(late.id,), late_reason="线路占用")
    )
    clock.set(EIGHT - timedelta(minutes=20))
    (incident,) = desk.handover.compose().incidents
    assert (incident.number, incident.grade) == (number, Grade.MAJOR.zh)
    assert incident.summary == "东环路口客车与货车相撞；死亡3人，重伤2人"
    results = {(limit.recipient, limit.due_at): (limit.result, limit.late) for limit in incident.limits}
    assert results[in_time.recipient, in_time.due_at] == ("按时", False)
    assert results[late.recipient, late.due_at] == ("超时8分钟", True)
    for each in rest:
        over = each.due_at < clock.now()
        assert results[each.recipient, each.due_at] == (("逾期未报", True) if over else ("未到时限", False))


def test_the_counts_are_those_of_the_shift_and_no_other(desk: Desk, clock: FakeClock) -> None:
    clock.set(EIGHT - timedelta(days=1, minutes=1))
    desk.dutylog.note("前一班的来电", kind=LogKind.INCOMING_CALL)
    clock.set(EIGHT - timedelta(hours=12))
    recorded = crash(desk)
    phone = next((each for each in recorded.obligations if each.channel is Channel.PHONE), None)
    assert phone is not None
    clock.advance(timedelta(minutes=3))
    desk.reports.record(NewReport(recorded.incident.number, phone.kind, phone.channel, phone.recipient))
    desk.dutylog.note("区交通局来电", kind=LogKind.INCOMING_CALL)
    desk.dutylog.note("催问伤亡", kind=LogKind.OUTGOING_CALL)
    desk.dutylog.note("周启明：全力搜救被困人员", kind=LogKind.INSTRUCTION)
    clock.set(EIGHT)
    desk.dutylog.note("接班后的来电", kind=LogKind.INCOMING_CALL)
    sheet = desk.handover.compose(EIGHT - SECOND)
    counted = numbers(sheet)
    assert {word: counted[word] for word in ("来电", "去电", "事件", "批示")} == {
        "来电": 2, "去电": 2, "事件": 1, "批示": 1,
    }  # fmt: skip
    assert [(each.leader, each.text) for each in sheet.instructions] == [("周启明", "全力搜救被困人员")]
    assert numbers(desk.handover.compose(EIGHT))["来电"] == 1


def test_a_corrected_instruction_is_handed_on_as_it_is_right(desk: Desk, clock: FakeClock) -> None:
    line = desk.dutylog.note("周启明：关闭东环路", kind=LogKind.INSTRUCTION)
    clock.advance(timedelta(minutes=1))
    right = desk.dutylog.correct(line.id, "周启明：关闭西环路", "听错")
    (instruction,) = desk.handover.compose().instructions
    assert (instruction.at, instruction.leader, instruction.text) == (line.at, "周启明", "关闭西环路（原因：听错）")
    desk.dutylog.correct(right.id, "周启明：不关闭道路")
    assert [each.text for each in desk.handover.compose().instructions] == ["不关闭道路"]


def test_an_instruction_tells_when_it_was_first_reported_back_on(desk: Desk, clock: FakeClock) -> None:
    number = crash(desk).incident.number
    line = desk.incidents.add_entry(number, LogKind.INSTRUCTION, "周启明：查清危化品底数")
    desk.incidents.add_entry(number, LogKind.FEEDBACK, "与批示无关的反馈")
    assert [each.feedback_at for each in desk.handover.compose().instructions] == [None]
    clock.advance(timedelta(minutes=9))
    first = desk.incidents.add_entry(number, LogKind.FEEDBACK, "正在查", answers_id=line.id)
    clock.advance(timedelta(minutes=1))
    desk.incidents.add_entry(number, LogKind.FEEDBACK, "厂区无危化品", answers_id=line.id)
    desk.dutylog.correct(line.id, "周启明：查清厂内危化品底数", "补全")
    assert [each.feedback_at for each in desk.handover.compose().instructions] == [first.at]


def test_a_limit_that_ended_in_the_shift_stands_on_its_sheet_though_the_next_one_reported_it(
    desk: Desk, clock: FakeClock
) -> None:
    clock.set(EIGHT - timedelta(minutes=40))
    recorded = crash(desk)
    number = recorded.incident.number
    phone = next(each for each in recorded.obligations if each.channel is Channel.PHONE)
    clock.set(EIGHT + timedelta(minutes=10))  # still in the first hour of the next shift
    desk.reports.record(NewReport(number, phone.kind, phone.channel, phone.recipient))
    for shift in (EIGHT - SECOND, EIGHT):
        (incident,) = desk.handover.compose(shift).incidents
        assert ("超时26分钟", True) in [(limit.result, limit.late) for limit in incident.limits]
    clock.set(EIGHT + timedelta(days=1, hours=2))
    (incident,) = desk.handover.compose().incidents
    assert [limit.kind for limit in incident.limits] == ["书面初报"]


def test_an_older_sheet_composed_anew_still_has_what_was_open_then(desk: Desk, clock: FakeClock) -> None:
    recorded = crash(desk)
    clock.set(EIGHT + timedelta(hours=30))
    for owed in recorded.obligations:
        desk.limits.waive(owed.id, "沈若谷", "已由公安局统一上报")
    desk.incidents.close(recorded.incident.number, "路面清理完毕")
    through = desk.handover.compose(EIGHT + timedelta(hours=1))  # nobody wrote about it in that shift
    assert [each.number for each in through.incidents] == [recorded.incident.number]


def test_an_open_incident_goes_on_from_shift_to_shift_and_a_closed_one_does_not(desk: Desk, clock: FakeClock) -> None:
    recorded = desk.incidents.record(NewIncident(EventClass.NATURAL_DISASTER, clock.now(), title="望岭林场火情"))
    clock.set(EIGHT + timedelta(hours=2))
    assert [each.number for each in desk.handover.compose().incidents] == [recorded.incident.number]
    for owed in recorded.obligations:
        desk.limits.waive(owed.id, "沈若谷", "已由林业局统一上报")
    desk.incidents.close(recorded.incident.number, "明火扑灭，无复燃")
    assert [each.number for each in desk.handover.compose().incidents] == [recorded.incident.number]
    clock.set(EIGHT + timedelta(days=1, hours=2))
    assert desk.handover.compose().incidents == ()


def test_a_task_stands_on_every_sheet_until_it_is_finished(desk: Desk, clock: FakeClock) -> None:
    later = desk.handover.add_item("柳湾村防汛沙袋补库", "区水利局 季云舟", EIGHT + timedelta(days=2))
    sooner = desk.handover.add_item("电梯困人终报签发", due_at=EIGHT + timedelta(hours=4))
    whenever = desk.handover.add_item("整理值班资料")
    assert [each.id for each in desk.handover.open_items()] == [sooner.id, later.id, whenever.id]
    clock.set(EIGHT + timedelta(hours=2))
    desk.handover.finish_item(sooner.id, "已签发")
    assert [each.text for each in desk.handover.compose().unfinished] == ["柳湾村防汛沙袋补库", "整理值班资料"]
    before = desk.handover.compose(EIGHT - SECOND)
    assert before.unfinished[0].text == "电梯困人终报签发"  # open when that shift ended
    assert code_of(lambda: desk.handover.finish_item(sooner.id)) == ("item", "item_finished")
    assert code_of(lambda: desk.handover.finish_item(999)) == ("item", "item_unknown")
    assert code_of(lambda: desk.handover.add_item("  ")) == ("text", "text_missing")
    assert code_of(lambda: desk.handover.add_item("长" * 501)) == ("text", "text_too_long")


def test_the_last_check_counts_and_belongs_to_its_shift(desk: Desk, clock: FakeClock) -> None:
    shift = desk.handover.shift_in_hand()
    assert [(each.name, each.state) for each in desk.handover.checks(shift)] == [
        (name, EquipmentState.UNCHECKED) for name in EQUIPMENT
    ]
    desk.handover.record_check(shift, "对讲机", EquipmentState.GOOD)
    clock.advance(timedelta(minutes=2))
    desk.handover.record_check(shift, "对讲机", EquipmentState.FAULTY, "1部缺电")
    desk.handover.record_check(shift, "发电机", EquipmentState.MISSING)
    found = {each.name: each for each in desk.handover.checks(shift)}
    assert (found["对讲机"].state, found["对讲机"].remark) == (EquipmentState.FAULTY, "1部缺电")
    assert found["对讲机"].checked_at == clock.now().astimezone(UTC)
    assert list(found)[-1] == "发电机"
    printed = {each.name: (each.state, each.remark) for each in desk.handover.compose().equipment}
    assert printed["对讲机"] == ("故障", "1部缺电")
    assert printed["钥匙"] == ("未检查", "")
    clock.set(EIGHT + timedelta(hours=2))
    assert all(each.state is EquipmentState.UNCHECKED for each in desk.handover.checks(desk.handover.shift_in_hand()))


def test_the_last_words_count_and_the_same_words_are_not_written_twice(desk: Desk) -> None:
    shift = desk.handover.shift_in_hand()
    desk.handover.write_note(shift, "3号对讲机缺电")
    written = desk.journal.head().seq
    desk.handover.write_note(shift, " 3号对讲机缺电 ")
    assert desk.journal.head().seq == written
    desk.handover.write_note(shift, "3号对讲机缺电，充电中")
    assert desk.handover.note(shift) == desk.handover.compose().notes == "3号对讲机缺电，充电中"


def test_the_composed_sheet_prints_on_one_page_with_everything_on_it(desk: Desk, clock: FakeClock) -> None:
    import io

    from pypdf import PdfReader

    from duty_console.handover.paper import handover_pdf

    recorded = crash(desk)
    first = recorded.obligations[0]
    clock.set(first.due_at + timedelta(minutes=8))
    desk.reports.record(NewReport(recorded.incident.number, first.kind, first.channel, first.recipient))
    desk.handover.add_item("望岭林场看守火场", "区林业局 傅青山", EIGHT + timedelta(hours=4))
    desk.handover.record_check(desk.handover.shift_in_hand(), "对讲机", EquipmentState.FAULTY, "1部缺电")
    clock.set(EIGHT - timedelta(minutes=5))
    pages = PdfReader(io.BytesIO(handover_pdf(desk.handover.compose()))).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    for words in (recorded.incident.number, "超时8分钟", "望岭林场看守火场", "1部缺电", "未检查", "周启明", "沈若谷"):
        assert words in text

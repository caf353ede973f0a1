"""The running log: one line, saved; corrected by adding; read by shift, kind and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from duty_console.dutylog.model import WRITABLE, LogFilter, LogKind
from duty_console.dutylog.service import CONSOLE, LONGEST
from duty_console.errors import InputProblem
from duty_console.journal.recorder import Bypass
from duty_console.limits.model import EventClass
from tests.room.desks import HOUR, MINUTE, MORNING, SECOND, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "national") as room:
        yield room


def test_a_line_is_saved_at_once_and_says_its_number(room: Room) -> None:
    for kind in WRITABLE:
        line = room.desk.dutylog.note(f" {kind.zh}：一行 ", kind=kind)
        assert (line.text, line.kind, line.at, line.recorded_at) == (f"{kind.zh}：一行", kind, MORNING, MORNING)
        assert line.journal_seq == room.desk.journal.head().seq
        assert line.person == room.desk.identity.name
    room.reopen()
    kept = room.desk.dutylog.page(LogFilter(newest_first=False))
    assert [each.kind for each in kept] == list(WRITABLE)


def test_what_happened_before_is_marked_as_entered_later(room: Room) -> None:
    note = room.desk.dutylog.note
    assert not note("x", at=MORNING - 10 * MINUTE).entered_later
    assert note("x", at=MORNING - 10 * MINUTE - SECOND).entered_later
    assert note("x", at=MORNING).at == MORNING


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"text": ""}, "text", "text_missing"),
    ({"text": " \n\t"}, "text", "text_missing"),
    ({"text": "字" * (LONGEST + 1)}, "text", "text_too_long"),
    ({"at": MORNING + SECOND}, "at", "time_in_future"),
    *(({"kind": kind}, "kind", "kind_not_by_hand") for kind in LogKind if kind not in WRITABLE),
]


def test_a_refused_line_stores_nothing(room: Room) -> None:
    head = room.desk.journal.head()
    for wrong, field, code in WRONG:
        with pytest.raises(InputProblem) as caught:
            room.desk.dutylog.note(**{"text": "x", **wrong})
        assert (caught.value.field, caught.value.code) == (field, code)
    assert room.desk.journal.head() == head
    assert room.desk.dutylog.note("字" * LONGEST).text == "字" * LONGEST


def test_a_correction_adds_and_the_original_stays(room: Room) -> None:
    line = room.desk.dutylog.note("区水利局来电：水位3.5米", kind=LogKind.INCOMING_CALL)
    room.clock.advance(5 * MINUTE)
    right = room.desk.dutylog.correct(line.id, " 区水利局来电：水位3.2米 ", " 听错 ")
    assert (right.kind, right.corrects_id, right.at) == (LogKind.CORRECTION, line.id, MORNING + 5 * MINUTE)
    assert right.text == "区水利局来电：水位3.2米（原因：听错）"
    struck = room.desk.dutylog.entry(line.id)
    assert (struck.text, struck.at, struck.kind) == (line.text, line.at, line.kind)
    assert (struck.corrected_by_id, struck.corrected_at) == (right.id, right.at)
    assert room.desk.dutylog.count(LogFilter()) == 2


def test_a_line_is_corrected_once_and_then_its_correction(room: Room) -> None:
    line = room.desk.dutylog.note("水位3.5米")
    first = room.desk.dutylog.correct(line.id, "水位3.2米")
    head = room.desk.journal.head()
    for entry_id, text, reason, code in (
        (line.id, "水位3.0米", "", "entry_already_corrected"),
        (999, "x", "", "entry_unknown"),
        (first.id, " ", "", "text_missing"),
        (first.id, "字" * (LONGEST + 1), "", "text_too_long"),
        (first.id, "x", "字" * 501, "text_too_long"),
    ):
        with pytest.raises(InputProblem) as caught:
            room.desk.dutylog.correct(entry_id, text, reason)
        assert caught.value.code == code
    assert room.desk.journal.head() == head
    second = room.desk.dutylog.correct(first.id, "水位3.1米")
    assert room.desk.dutylog.entry(first.id).corrected_by_id == second.id
    assert room.desk.dutylog.entry(line.id).corrected_by_id == first.id


def test_two_who_correct_the_same_line_at_once(room: Room) -> None:
    """The second desk read the line before the first corrected it: the transaction decides."""
    from duty_console.desk import Desk

    line = room.desk.dutylog.note("水位3.5米")
    with Desk.open(room.desk.folder.path, room.clock) as other:
        assert other.dutylog.entry(line.id).corrected_by_id is None
        room.desk.dutylog.correct(line.id, "甲")
        with pytest.raises(InputProblem, match="entry_already_corrected"):
            other.dutylog.correct(line.id, "乙")


def test_the_log_is_append_only_in_the_session_too(room: Room) -> None:
    from duty_console.dutylog.tables import LogRow

    line = room.desk.dutylog.note("原话")

    def change(delete: bool) -> None:
        with room.desk.database.write("tamper") as session:
            row = session.get(LogRow, line.id)
            assert row is not None
            row.text = "改了"
            if delete:
                session.delete(row)

    for delete in (False, True):
        with pytest.raises(Bypass):
            change(delete)
    assert room.desk.dutylog.entry(line.id).text == "原话"


def test_a_correction_within_an_incident_stands_in_its_timeline(room: Room) -> None:
    told = room.intake(summary="起火")
    (first,) = room.desk.dutylog.timeline(told.incident.id)
    room.clock.advance(MINUTE)
    room.desk.dutylog.correct(first.id, "冒烟，未见明火")
    struck, right = room.desk.dutylog.timeline(told.incident.id)
    assert struck.corrected_by_id == right.id
    assert right.incident_number == told.incident.number
    assert room.desk.dutylog.timelines([told.incident.id, 77]) == {told.incident.id: (struck, right), 77: ()}


def test_reading_by_shift_kind_incident_and_words(room: Room) -> None:
    log = room.desk.dutylog
    told = room.intake(EventClass.SOCIAL_SECURITY, summary="商户聚集")
    log.note("查岗青石镇：在岗", kind=LogKind.SPOT_CHECK)
    room.clock.advance(HOUR)
    log.note("收明电一份", kind=LogKind.DOCUMENT)
    log.note("巡视机房")

    def texts(**wanted: Any) -> list[str]:
        found = LogFilter(**wanted)
        lines = log.page(found)
        assert log.count(found) == len(lines)
        return [line.text for line in lines]

    assert texts() == ["巡视机房", "收明电一份", "查岗青石镇：在岗", "商户聚集。"]
    assert texts(newest_first=False) == texts()[::-1]
    assert texts(since=MORNING + HOUR) == ["巡视机房", "收明电一份"]
    assert texts(until=MORNING + HOUR) == ["查岗青石镇：在岗", "商户聚集。"]
    assert texts(kinds=frozenset({LogKind.NOTE, LogKind.SPOT_CHECK})) == ["巡视机房", "查岗青石镇：在岗"]
    assert texts(incident_id=told.incident.id) == ["商户聚集。"]
    assert texts(words="青石") == ["查岗青石镇：在岗"]
    assert texts(words="青石 机房") == []
    assert texts(words="  ") == texts()
    assert [line.text for line in log.page(LogFilter(), limit=2, offset=1)] == texts()[1:3]
    assert [line.text for line in log.latest(MORNING, 2)] == ["收明电一份", "巡视机房"]
    assert log.counts_by_kind(MORNING, MORNING + HOUR) == {LogKind.INTAKE: 1, LogKind.SPOT_CHECK: 1}


def test_the_console_signs_its_own_lines(room: Room) -> None:
    line = room.desk.dutylog.record_clock_event("系统时钟被拨快5分0秒，时限按现在时间计算")
    assert (line.kind, line.person) == (LogKind.SYSTEM, CONSOLE)

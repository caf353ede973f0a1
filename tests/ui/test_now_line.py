"""What a typed line of the log says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from tests.ui.duty_desk import ZONE, at
from ui.now.log_line import LogLine, read_line

NOW = at(3, 12)
KINDS = {"来电": LogKind.INCOMING_CALL, "去电": LogKind.OUTGOING_CALL, "Call in": LogKind.INCOMING_CALL}
NUMBERS = ("20261013-02", "20261014-02", "20261014-01", "20261013-11")


def read(typed: str) -> LogLine:
    return read_line(typed, NOW, ZONE, KINDS, NUMBERS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("对讲机试通正常", LogLine("对讲机试通正常")),
        ("0305 对讲机试通正常", LogLine("对讲机试通正常", at(3, 5))),
        ("3:05 试通", LogLine("试通", at(3, 5))),
        ("-5 试通", LogLine("试通", at(3, 7))),
        ("2350 试通", LogLine("试通", at(23, 50, day=13))),
        ("来电 区交警大队回电", LogLine("区交警大队回电", None, LogKind.INCOMING_CALL)),
        ("来电：区交警大队回电", LogLine("区交警大队回电", None, LogKind.INCOMING_CALL)),
        ("call in traffic police", LogLine("traffic police", None, LogKind.INCOMING_CALL)),
        ("0305 来电 区交警大队", LogLine("区交警大队", at(3, 5), LogKind.INCOMING_CALL)),
        ("来电 0305 区交警大队", LogLine("区交警大队", at(3, 5), LogKind.INCOMING_CALL)),
        ("#02 明火已灭", LogLine("明火已灭", number="20261014-02")),
        ("明火已灭 #2", LogLine("明火已灭", number="20261014-02")),
        ("明火已灭 #11", LogLine("明火已灭", number="20261013-11")),
        ("明火已灭 #20261013-02 撤回", LogLine("明火已灭 撤回", number="20261013-02")),
        ("明火 ＃02 已灭 #02", LogLine("明火 已灭", number="20261014-02")),
        ("#20250101-01 补充材料", LogLine("补充材料", number="20250101-01")),
        # what only looks like a mark is text
        ("3000 只口罩已到", LogLine("3000 只口罩已到")),
        ("0305试通", LogLine("0305试通")),
        ("来电显示异常", LogLine("来电显示异常")),
        ("-5", LogLine("-5")),
        ("来电 #2", LogLine("", None, LogKind.INCOMING_CALL, "20261014-02")),
        ("编号 # 待定", LogLine("编号 # 待定")),
        ("  两头  空格 ", LogLine("两头  空格")),
    ],
)
def test_time_kind_and_incident_are_read(typed: str, meant: LogLine) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [("明火已灭 #07", "line_incident_unknown"), ("#01 同 #02 合并", "line_incidents_several")],
)
def test_an_unclear_incident_is_told(typed: str, code: str) -> None:
    with pytest.raises(InputProblem) as caught:
        read(typed)
    assert caught.value.code == code


@given(st.text(alphabet="0123456789-:：#＃ 来电去试a\u3000", max_size=20))
def test_no_line_breaks_the_reader_or_loses_its_words(typed: str) -> None:
    try:
        line = read(typed)
    except InputProblem:
        return
    assert [sign for sign in line.text if sign in "试a"] == [sign for sign in typed if sign in "试a"]

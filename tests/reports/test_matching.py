"""Which obligations a report meets, by kind, channel and recipient: the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from duty_console.limits.model import Channel, ClockStart, Obligation, ReportKind
from duty_console.reports.rules import chinese_number, lateness_words, meets, met_by, name_of

AT = datetime(2026, 10, 14, 7, 10, tzinfo=UTC)
INITIAL, FOLLOWUP, FINAL = ReportKind.INITIAL, ReportKind.FOLLOWUP, ReportKind.FINAL
PHONE, WRITTEN = Channel.PHONE, Channel.WRITTEN


def owed(recipient: str, rule: str = "r", channel: Channel = WRITTEN, minutes: int = 60, **more: object) -> Obligation:
    due = AT + timedelta(minutes=minutes)
    base = Obligation(rule, INITIAL, channel, recipient, ClockStart.RECEIVED, AT, due, "x", True)
    return replace(base, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "channel", "recipient", "obligation", "met"),
    [
        (INITIAL, WRITTEN, "省应急管理厅", owed("省应急管理厅"), True),
        (INITIAL, WRITTEN, " 省应急 管理厅 ", owed("省应急管理厅"), True),
        (INITIAL, WRITTEN, "省应急管理厅值班室", owed("省应急管理厅"), True),
        (INITIAL, WRITTEN, "应急管理厅", owed("省应急管理厅"), True),
        (INITIAL, PHONE, "省应急管理厅", owed("省应急管理厅"), False),
        (FOLLOWUP, WRITTEN, "省应急管理厅", owed("省应急管理厅"), False),
        (FINAL, WRITTEN, "省应急管理厅", owed("省应急管理厅"), False),
        (INITIAL, WRITTEN, "市应急管理局", owed("省应急管理厅"), False),
        # A slip of the hand meets nothing: no name, or one character of it.
        (INITIAL, WRITTEN, "", owed("省应急管理厅"), False),
        (INITIAL, WRITTEN, "省", owed("省应急管理厅"), False),
        (INITIAL, WRITTEN, "", owed("上一级应急管理部门和本级人民政府"), False),
        # An office named by its place in the chain may be any.
        (INITIAL, WRITTEN, "市应急管理局", owed("上一级应急管理部门和本级人民政府"), True),
        (INITIAL, WRITTEN, "区政府", owed("本级人民政府、上一级卫生健康行政主管部门"), True),
        (INITIAL, WRITTEN, "区应急局", owed("事发地县级以上应急管理部门"), True),
        (INITIAL, WRITTEN, "省应急管理厅", owed("省应急管理厅", settled_at=AT), False),
        (INITIAL, WRITTEN, "省应急管理厅", owed("省应急管理厅", waived_at=AT), False),
    ],
)
def test_matching(kind: ReportKind, channel: Channel, recipient: str, obligation: Obligation, met: bool) -> None:
    assert meets(kind, channel, recipient, obligation) is met
    assert met_by(kind, channel, recipient, [obligation]) == ((obligation,) if met else ())


def test_a_named_recipient_leaves_the_roles_to_another_report() -> None:
    named, role = owed("市政府总值班室", "a"), owed("上一级应急管理部门和本级人民政府", "b")
    assert met_by(INITIAL, WRITTEN, "市政府总值班室", [role, named]) == (named,)
    assert met_by(INITIAL, WRITTEN, "市应急管理局", [role, named]) == (role,)


def test_one_report_meets_every_rule_that_names_the_recipient() -> None:
    one, two = owed("省应急管理厅", "a", minutes=15), owed("省应急管理厅", "b", minutes=35)
    assert met_by(INITIAL, WRITTEN, "省应急管理厅", [two, one]) == (one, two)


def test_of_several_followups_of_a_rule_the_first_is_met() -> None:
    later = owed("省应急管理厅", minutes=120, kind=FOLLOWUP, sequence=2)
    first = owed("省应急管理厅", minutes=60, kind=FOLLOWUP, sequence=1)
    assert met_by(FOLLOWUP, WRITTEN, "省应急管理厅", [later, first]) == (first,)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "超时1分钟"),
        (60, "超时1分钟"),
        (61, "超时2分钟"),
        (3540, "超时59分钟"),
        (3541, "超时1小时"),
        (3601, "超时1小时1分钟"),
        (90_000, "超时25小时"),
    ],
)
def test_lateness_in_words(seconds: int, words: str) -> None:
    assert lateness_words(seconds) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "100"),
        (0, "0"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_names() -> None:
    assert name_of(INITIAL, WRITTEN, 0) == "书面初报"
    assert name_of(FOLLOWUP, PHONE, 12) == "电话续报十二"
    assert name_of(FINAL, WRITTEN, 0) == "书面终报"

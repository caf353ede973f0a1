"""Reports that were sent: what they settle, how late, what begins with them, and when that ends."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.incidents.model import Casualties
from duty_console.limits.model import Channel, EventClass, Obligation, ObligationState, ReportKind
from duty_console.limits.tables import ReportRuleRow
from duty_console.reports.service import LONGEST
from tests.room.desks import BEIJING, HOUR, MINUTE, MORNING, SECOND, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHONE, WRITTEN = Channel.PHONE, Channel.WRITTEN
INITIAL, FOLLOWUP, FINAL = ReportKind.INITIAL, ReportKind.FOLLOWUP, ReportKind.FINAL
PROVINCE, CITY, CAPITAL = "省应急管理厅", "市应急管理局", "国务院总值班室"
SEVERE, MAJOR = Casualties(deaths=10), Casualties(deaths=3)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "national", "henan") as room:
        yield room


def still(room: Room, number: str) -> list[Obligation]:
    return [each for each in room.desk.incidents.card(number).obligations if each.is_open]


def followups(room: Room, number: str) -> list[Obligation]:
    return [each for each in room.desk.incidents.card(number).obligations if each.sequence]


# -- on time or late -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "state", "late"),
    [
        (15 * MINUTE - SECOND, ObligationState.MET, None),
        (15 * MINUTE, ObligationState.MET, None),
        (15 * MINUTE + timedelta(microseconds=1), ObligationState.LATE, 1),
        (15 * MINUTE + SECOND, ObligationState.LATE, 1),
        (23 * MINUTE, ObligationState.LATE, 480),
    ],
)
def test_at_the_limit_is_on_time(room: Room, after: timedelta, state: ObligationState, late: int | None) -> None:
    number = room.intake(casualties=SEVERE).incident.number
    room.clock.advance(after)
    outcome = room.report(number, PROVINCE, late_reason="核实人数延误", received_by="李")
    (settled,) = outcome.settled
    assert settled.rule_id == "henan.severe.phone"
    assert settled.settled_at == outcome.report.sent_at == MORNING + after
    assert settled.report_id == outcome.report.id
    assert (settled.state(room.clock.now()), settled.late_seconds) == (state, late)
    assert settled.late_reason == ("核实人数延误" if late else "")
    assert outcome.late == ((settled,) if late else ())
    assert settled in room.desk.incidents.card(number).obligations
    line = room.desk.dutylog.timeline(outcome.report.incident_id)[-1]
    result = "按时" if late is None else f"超时{-(-late // 60)}分钟"
    assert line.text == f"电话初报 {PROVINCE}；接收人李；应于10月14日15:25，{result}"
    assert line.kind is LogKind.REPORT
    assert outcome.journal_seq == room.desk.journal.head().seq


def test_when_it_was_sent_counts_not_when_it_was_entered(room: Room) -> None:
    number = room.intake(casualties=SEVERE).incident.number
    room.clock.advance(2 * HOUR)
    outcome = room.report(number, PROVINCE, sent_at=MORNING + 14 * MINUTE)
    assert outcome.late == ()
    assert outcome.report.recorded_at == MORNING + 2 * HOUR
    assert outcome.report.sent_at == MORNING + 14 * MINUTE


def test_the_reason_may_follow(room: Room) -> None:
    number = room.intake(casualties=SEVERE).incident.number
    met = room.report(number, CAPITAL).settled[0]
    room.clock.advance(HOUR)
    late = room.report(number, PROVINCE).late[0]
    assert met.id is not None
    assert late.id is not None
    for obligation_id, reason, code in (
        (late.id, " ", "reason_missing"),
        (late.id, "字" * 501, "text_too_long"),
        (met.id, "x", "obligation_not_late"),
        (99, "x", "obligation_unknown"),
    ):
        with pytest.raises(InputProblem, match=code):
            room.desk.limits.give_late_reason(obligation_id, reason)
    assert room.desk.limits.give_late_reason(late.id, " 通信中断 ").late_reason == "通信中断"
    assert late.id in [each.id for each in room.desk.incidents.card(number).obligations if each.late_reason]


# -- what it settles -----------------------------------------------------------------------------------------------


def test_by_channel_and_recipient(room: Room) -> None:
    number = room.intake(casualties=SEVERE).incident.number

    def settles(recipient: str, channel: Channel, kind: ReportKind = INITIAL) -> list[str]:
        return sorted(each.rule_id for each in room.report(number, recipient, channel, kind).settled)

    assert settles("区委办公室", PHONE) == []
    assert settles(PROVINCE, PHONE, FOLLOWUP) == []
    assert settles(PROVINCE, PHONE) == ["henan.severe.phone"]
    assert settles(PROVINCE, PHONE) == []  # again: it is met, the first one counts
    assert settles(PROVINCE + "值班室", WRITTEN) == ["henan.severe.written"]
    assert settles("市应急管理局", WRITTEN) == ["national.493.art11"]
    assert settles(CAPITAL, WRITTEN) == ["national.2015.written"]
    assert [each.rule_id for each in still(room, number) if not each.sequence] == ["national.2015.phone"]


def test_given_obligations_are_settled_and_no_others(room: Room) -> None:
    number = room.intake(casualties=SEVERE).incident.number
    ids = {each.rule_id: each.id for each in still(room, number)}
    chosen = (ids["henan.severe.written"], ids["national.493.art11"], ids["henan.severe.written"])
    outcome = room.report(number, "传真群发", WRITTEN, obligation_ids=chosen)
    assert [each.id for each in outcome.settled] == [chosen[0], chosen[1]]
    assert len(outcome.followups) == 1  # named twice, settled once
    assert room.report(number, PROVINCE, obligation_ids=()).settled == ()


@pytest.mark.parametrize("which", ["settled", "waived", "foreign", "unknown"])
def test_an_obligation_that_is_not_owed_here_is_refused(room: Room, which: str) -> None:
    number, other = room.intake(casualties=SEVERE).incident.number, room.intake().incident.number
    first = still(room, number)[0].id
    assert first is not None
    if which == "settled":
        room.report(number, PROVINCE, obligation_ids=(first,))
    elif which == "waived":
        room.desk.limits.waive(first, "周启明", "x")
    elif which == "foreign":
        first = still(room, other)[0].id
    else:
        first = 999
    head, reports = room.desk.journal.head(), room.rows("report")
    with pytest.raises(InputProblem, match="obligation_not_open"):
        room.report(number, PROVINCE, obligation_ids=(first,))
    assert (room.desk.journal.head(), room.rows("report")) == (head, reports)


def test_would_meet_tells_it_beforehand(room: Room) -> None:
    from duty_console.reports.model import NewReport

    number = room.intake(casualties=SEVERE).incident.number
    new = NewReport(number, INITIAL, WRITTEN, PROVINCE)
    told = {each.rule_id for each in room.desk.reports.would_meet(new)}
    assert told == {"henan.severe.written"}
    assert {each.rule_id for each in room.desk.reports.record(new).settled} == told
    assert room.desk.reports.would_meet(NewReport(number, INITIAL, WRITTEN, "")) == ()


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"recipient": "  "}, "recipient", "recipient_missing"),
    *(({name: "字" * (most + 1)}, name, "text_too_long") for name, most in LONGEST.items()),
    ({"sent_at": MORNING + SECOND}, "sent_at", "time_in_future"),
    ({"sent_at": MORNING - SECOND}, "sent_at", "before_received"),
    ({"number": "20260101-01"}, "number", "incident_unknown"),
]


def test_a_refused_report_stores_nothing(room: Room) -> None:
    number = room.intake().incident.number
    head = room.desk.journal.head()
    for wrong, field, code in WRONG:
        with pytest.raises(InputProblem) as caught:
            room.report(**{"number": number, "recipient": CITY, **wrong})
        assert (caught.value.field, caught.value.code) == (field, code)
    assert room.desk.journal.head() == head


def test_the_fullest_report_is_taken(room: Room) -> None:
    number = room.intake().incident.number
    texts = {name: "字" * most for name, most in LONGEST.items()}
    report = room.report(number, channel=WRITTEN, **texts).report  # type: ignore[arg-type]
    (kept,) = room.desk.reports.of_incident(report.incident_id)
    assert kept == report
    assert {name: getattr(kept, name) for name in LONGEST if name != "late_reason"} == {
        name: words for name, words in texts.items() if name != "late_reason"
    }


def test_followups_are_numbered_by_channel_and_recipient(room: Room) -> None:
    number = room.intake().incident.number
    sent = [(CITY, PHONE), (CITY, PHONE), (PROVINCE, PHONE), (CITY, WRITTEN), (CITY, PHONE)]
    assert [room.report(number, to, by, FOLLOWUP).report.sequence for to, by in sent] == [1, 2, 1, 1, 3]
    assert room.report(number, CITY, PHONE).report.sequence == 0
    assert room.report(number, CITY, PHONE, FINAL).report.sequence == 0
    assert room.desk.reports.recent_recipients() == (CITY, PROVINCE)


# -- follow-ups ----------------------------------------------------------------------------------------------------


def test_the_chain_by_times_of_day(room: Room) -> None:
    """较大: 书面 within 60 minutes, then 08:00 and 17:00 every day, until the final report."""
    number = room.intake(casualties=MAJOR).incident.number
    room.clock.advance(30 * MINUTE)
    (first,) = room.report(number, PROVINCE, WRITTEN).followups
    assert (first.kind, first.sequence, first.starts_at) == (FOLLOWUP, 1, MORNING + 30 * MINUTE)
    assert first.due_at == datetime(2026, 10, 14, 17, 0, tzinfo=BEIJING)

    def send(at: datetime) -> tuple[ObligationState, datetime]:
        room.clock.set(at)
        outcome = room.report(number, PROVINCE, WRITTEN, FOLLOWUP)
        (settled,), (following,) = outcome.settled, outcome.followups
        assert following.sequence == settled.sequence + 1
        return settled.state(at), following.due_at

    day = datetime(2026, 10, 14, tzinfo=BEIJING)
    # Ahead of 17:00 it meets 17:00; the next is 08:00.
    assert send(day + timedelta(hours=16)) == (ObligationState.MET, day + timedelta(hours=32))
    assert send(day + timedelta(hours=32)) == (ObligationState.MET, day + timedelta(hours=41))
    # 17:00 is missed until after the next 08:00: it is late, and the next is 17:00 again.
    assert send(day + timedelta(hours=57)) == (ObligationState.LATE, day + timedelta(hours=65))
    assert len(followups(room, number)) == 4


def test_the_chain_by_hours(room: Room) -> None:
    with room.desk.database.write("edit_rule") as session:
        rule = session.scalars(select(ReportRuleRow).where(ReportRuleRow.rule_id == "henan.major.written")).one()
        rule.followup = {"at": [], "every_hours": 24}
    number = room.intake(casualties=MAJOR).incident.number
    (first,) = room.report(number, PROVINCE, WRITTEN).followups
    assert first.due_at == MORNING + 24 * HOUR
    room.clock.advance(25 * HOUR)
    outcome = room.report(number, PROVINCE, WRITTEN, FOLLOWUP)
    assert outcome.settled[0].late_seconds == 3600
    assert outcome.followups[0].due_at == MORNING + 49 * HOUR


def test_an_edited_rule_does_not_reach_a_chain_that_runs(room: Room) -> None:
    """The version of the day of receipt goes on to apply."""
    number = room.intake(casualties=MAJOR).incident.number
    with room.desk.database.write("edit_rule") as session:
        old = session.scalars(select(ReportRuleRow).where(ReportRuleRow.rule_id == "henan.major.written")).one()
        values = {column.name: getattr(old, column.name) for column in ReportRuleRow.__table__.c if column.name != "id"}
        values |= {"valid_from": date(2026, 10, 15), "followup": {"at": [], "every_hours": 1}}
        session.add(ReportRuleRow(**values))
    room.clock.advance(20 * HOUR)
    (first,) = room.report(number, PROVINCE, WRITTEN).followups
    assert first.due_at.astimezone(BEIJING).time() == time(17, 0)
    (fresh,) = room.report(room.intake(casualties=MAJOR).incident.number, PROVINCE, WRITTEN).followups
    assert fresh.due_at == MORNING + 21 * HOUR


def test_a_final_report_ends_the_followups(room: Room) -> None:
    number = room.intake(casualties=MAJOR).incident.number
    room.report(number, PROVINCE, WRITTEN)
    room.clock.advance(HOUR)
    outcome = room.report(number, PROVINCE, WRITTEN, FINAL)
    assert outcome.followups == ()
    (ended,) = followups(room, number)
    assert (ended.waived_at, ended.waived_by, ended.waived_reason) == (
        MORNING + HOUR,
        room.desk.identity.name,
        "已终报，续报终止",
    )
    # The initial report to the city is still owed: a final report does not make up for it.
    assert [each.rule_id for each in still(room, number)] == ["national.493.art11"]


def test_a_final_report_does_not_excuse_a_followup_that_is_late(room: Room) -> None:
    number = room.intake(casualties=MAJOR).incident.number
    (first,) = room.report(number, PROVINCE, WRITTEN).followups
    room.clock.set(first.due_at + SECOND)
    room.report(number, PROVINCE, WRITTEN, FINAL)
    (kept,) = followups(room, number)
    assert kept.is_open


def test_a_final_report_that_settles_by_hand_begins_no_followup(room: Room) -> None:
    number = room.intake(casualties=MAJOR).incident.number
    ids = tuple(each.id for each in still(room, number))
    outcome = room.report(number, PROVINCE, WRITTEN, FINAL, obligation_ids=ids)
    assert len(outcome.settled) == 2
    assert outcome.followups == ()
    assert still(room, number) == []
    assert room.desk.incidents.close(number, "处置完毕").number == number


def test_a_waived_followup_ends_its_chain(room: Room) -> None:
    number = room.intake(casualties=MAJOR).incident.number
    (first,) = room.report(number, PROVINCE, WRITTEN).followups
    assert first.id is not None
    room.desk.limits.waive(first.id, "周启明", "省厅同意终止")
    assert room.report(number, PROVINCE, WRITTEN, FOLLOWUP).settled == ()
    assert [each.state(room.clock.now()) for each in followups(room, number)] == [ObligationState.WAIVED]


# -- waiving -------------------------------------------------------------------------------------------------------


def test_waiving_needs_a_name_and_a_reason(room: Room) -> None:
    number = room.intake(EventClass.ACCIDENT).incident.number
    (only,) = still(room, number)
    assert only.id is not None
    for by, reason, field, code in (
        (" ", "x", "waived_by", "name_missing"),
        ("字" * 65, "x", "waived_by", "text_too_long"),
        ("周启明", " ", "waived_reason", "reason_missing"),
        ("周启明", "字" * 501, "waived_reason", "text_too_long"),
    ):
        with pytest.raises(InputProblem) as caught:
            room.desk.limits.waive(only.id, by, reason)
        assert (caught.value.field, caught.value.code) == (field, code)
    waived = room.desk.limits.waive(only.id, " 周启明 ", " 误报 ")
    assert (waived.waived_by, waived.waived_reason, waived.waived_at) == ("周启明", "误报", MORNING)
    with pytest.raises(InputProblem, match="obligation_not_open"):
        room.desk.limits.waive(only.id, "周启明", "x")


def test_next_due_names_what_ends_first(room: Room) -> None:
    one = room.intake().incident.number
    room.clock.advance(MINUTE)
    two = room.intake(casualties=SEVERE).incident.number
    due = room.desk.limits.next_due(3)
    assert [(number, each.rule_id) for number, each in due] == [
        (two, "henan.severe.phone"),
        (two, "national.2015.phone"),
        (two, "henan.severe.written"),
    ]
    for _, each in room.desk.limits.next_due(9):
        if each.rule_id != "national.493.art11":
            assert each.id is not None
            room.desk.limits.waive(each.id, "x", "y")
    assert [number for number, _ in room.desk.limits.next_due()] == [one, two]

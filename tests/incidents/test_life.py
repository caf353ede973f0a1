"""What happens after the call: grade, casualties, facts, closing, and what each does to the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.incidents.model import Casualties, FactCorrection, IncidentState
from duty_console.limits.model import Channel, ClockStart, EventClass, Grade, Obligation, ObligationState, ReportKind
from duty_console.limits.rules import SUPERSEDED
from tests.room.desks import HOUR, MINUTE, MORNING, SECOND, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A, N, S = EventClass.ACCIDENT, EventClass.NATURAL_DISASTER, EventClass.SOCIAL_SECURITY
ORDINARY, MAJOR, SEVERE, EXTREME = Grade.ORDINARY, Grade.MAJOR, Grade.SEVERE, Grade.EXTREME


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "national", "henan") as room:
        yield room


def owed(room: Room, number: str) -> dict[str, list[Obligation]]:
    """The obligations of an incident by rule, in the order they came to be."""
    found: dict[str, list[Obligation]] = {}
    for each in sorted(room.desk.incidents.card(number).obligations, key=lambda one: one.id or 0):
        found.setdefault(each.rule_id, []).append(each)
    return found


def kinds(room: Room, number: str) -> list[LogKind]:
    return [line.kind for line in room.desk.dutylog.timeline(room.desk.incidents.card(number).incident.id)]


# -- grade ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        (None, ORDINARY, {"henan.ordinary.written"}),
        (None, MAJOR, {"henan.major.written"}),
        (
            None,
            EXTREME,
            {"henan.severe.phone", "henan.severe.written", "national.2015.phone", "national.2015.written"},
        ),
        (ORDINARY, MAJOR, {"henan.major.written"}),
        (
            MAJOR,
            SEVERE,
            {"henan.severe.phone", "henan.severe.written", "national.2015.phone", "national.2015.written"},
        ),
        (SEVERE, EXTREME, set()),  # the same rules speak of both
        (MAJOR, ORDINARY, set()),
        (EXTREME, ORDINARY, set()),
    ],
)
def test_a_grade_adds_and_never_takes(room: Room, before: Grade | None, after: Grade, added: set[str]) -> None:
    number = room.intake(grade=before, occurred_at=MORNING - 5 * MINUTE).incident.number
    kept = room.desk.incidents.card(number).obligations
    room.clock.advance(20 * MINUTE)
    shown = room.desk.incidents.would_add(number, after)
    card = room.desk.incidents.regrade(number, after, "核实人数")
    assert set(kept) <= set(card.obligations)
    fresh = [each for each in card.obligations if each not in kept]
    assert {each.rule_id for each in fresh} == added == {each.rule_id for each in shown}
    for each in fresh:
        assert (each.clock, each.starts_at) == (ClockStart.CLASSIFIED, MORNING + 20 * MINUTE)
        assert each.state(room.clock.now()) is ObligationState.PENDING
    assert (card.incident.grade, card.incident.grade_basis) == (after, "核实人数")
    assert card.incident.classified_at == MORNING + 20 * MINUTE
    line = room.desk.dutylog.timeline(card.incident.id)[-1]
    more = f"；新增时限{len(added)}项" if added else ""
    assert (line.kind, line.text) == (
        LogKind.GRADE,
        f"{before.zh if before else '未定级'}→{after.zh}：核实人数{more}",
    )


def test_up_down_and_up_again_adds_once(room: Room) -> None:
    number = room.intake(grade=ORDINARY).incident.number
    for grade in (SEVERE, ORDINARY, SEVERE, MAJOR, EXTREME):
        room.clock.advance(MINUTE)
        room.desk.incidents.regrade(number, grade, "核实")
    rules = owed(room, number)
    assert all(len(each) == 1 for each in rules.values())
    assert rules["henan.severe.phone"][0].starts_at == MORNING + MINUTE
    # Lowered to major from severe and never raised to it: that limit never began.
    assert "henan.major.written" not in rules


def test_a_raise_does_not_ask_again_for_what_was_sent(room: Room) -> None:
    number = room.intake(grade=SEVERE).incident.number
    room.report(number, "省应急管理厅")
    room.desk.incidents.regrade(number, ORDINARY, "误报")
    room.desk.incidents.regrade(number, SEVERE, "核实")
    (phone,) = owed(room, number)["henan.severe.phone"]
    assert phone.settled_at == MORNING


def test_a_raise_dated_back_counts_from_that_moment(room: Room) -> None:
    number = room.intake(grade=ORDINARY).incident.number
    room.clock.advance(40 * MINUTE)
    room.desk.incidents.regrade(number, SEVERE, "核实", at=MORNING + 10 * MINUTE)
    (phone,) = owed(room, number)["henan.severe.phone"]
    assert (phone.starts_at, phone.due_at) == (MORNING + 10 * MINUTE, MORNING + 25 * MINUTE)
    assert phone.state(room.clock.now()) is ObligationState.OVERDUE


@pytest.mark.parametrize(
    ("grade", "reason", "at", "field", "code"),
    [
        (MAJOR, "  ", None, "reason", "reason_missing"),
        (MAJOR, "字" * 501, None, "reason", "text_too_long"),
        (ORDINARY, "x", None, "grade", "grade_unchanged"),
        (MAJOR, "x", MORNING - SECOND, "at", "before_received"),
        (MAJOR, "x", MORNING + SECOND, "at", "time_in_future"),
    ],
)
def test_a_refused_grade_changes_nothing(room: Room, grade: Grade, reason: str, at: Any, field: str, code: str) -> None:
    number = room.intake(grade=ORDINARY).incident.number
    before, head = room.desk.incidents.card(number), room.desk.journal.head()
    with pytest.raises(InputProblem) as caught:
        room.desk.incidents.regrade(number, grade, reason, at)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert room.desk.incidents.card(number) == before
    assert room.desk.journal.head() == head


# -- casualties ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "asks"),
    [
        ({"deaths": 1}, {"deaths": 2}, False),
        ({"deaths": 2}, {"deaths": 1}, True),
        ({"deaths": 2}, {"deaths": None}, True),
        ({"deaths": None}, {"deaths": 0}, False),
        ({"deaths": 0}, {"deaths": None}, True),
        ({"serious_injuries": 3}, {"serious_injuries": 2, "deaths": 1}, True),
        ({"minor_injuries": 3}, {"minor_injuries": 2}, True),
        ({"direct_loss_yuan": 10}, {"direct_loss_yuan": 9}, True),
        # They are found, freed, sent home: numbers that fall by themselves.
        ({"trapped": 3}, {"trapped": 0}, False),
        ({"missing": 3}, {"missing": 1, "deaths": 2}, False),
        ({"evacuated": 300}, {"evacuated": 20}, False),
    ],
)
def test_a_fall_asks_for_its_reason(room: Room, before: dict[str, Any], after: dict[str, Any], asks: bool) -> None:
    number = room.intake(casualties=Casualties(**before)).incident.number
    rows, head = room.rows("casualty_count"), room.desk.journal.head()
    room.clock.advance(MINUTE)
    if asks:
        with pytest.raises(InputProblem) as caught:
            room.desk.incidents.update_casualties(number, Casualties(**after), "区人民医院", reason=" ")
        assert (caught.value.field, caught.value.code) == ("reason", "reason_missing_for_fall")
        assert room.rows("casualty_count") == rows
        assert room.desk.journal.head() == head
    card = room.desk.incidents.update_casualties(
        number, Casualties(**after), "区人民医院", reason="重复统计" if asks else ""
    )
    assert card.incident.casualties == Casualties(**after)
    newest, *older = room.desk.incidents.casualty_history(card.incident.id)
    assert (newest.casualties, newest.source, newest.at) == (Casualties(**after), "区人民医院", MORNING + MINUTE)
    known = any(count is not None for count in before.values())
    assert [each.casualties for each in older] == ([Casualties(**before)] if known else [])
    line = room.desk.dutylog.timeline(card.incident.id)[-1]
    assert line.kind is LogKind.CASUALTIES
    assert ("原因：重复统计" in line.text) is asks
    assert "→" in line.text


def test_wrong_numbers_are_refused(room: Room) -> None:
    number = room.intake(casualties=Casualties(deaths=1)).incident.number
    for casualties, source, code in (
        (Casualties(deaths=1), "x", "casualties_unchanged"),
        (Casualties(deaths=-1), "x", "count_negative"),
        (Casualties(deaths=2), "字" * 121, "text_too_long"),
    ):
        with pytest.raises(InputProblem) as caught:
            room.desk.incidents.update_casualties(number, casualties, source)
        assert caught.value.code == code
    with pytest.raises(InputProblem, match="time_in_future"):
        room.desk.incidents.update_casualties(number, Casualties(deaths=2), "x", at=MORNING + SECOND)
    assert room.rows("casualty_count") == 1


# -- facts ---------------------------------------------------------------------------------------------------------


def test_an_earlier_occurrence_tightens_the_open_limits(room: Room) -> None:
    number = room.intake(casualties=Casualties(deaths=12)).incident.number
    room.clock.advance(5 * MINUTE)
    room.report(number, "省应急管理厅")  # the first call has been made: that stays as it was
    room.clock.advance(MINUTE)
    card = room.desk.incidents.correct_facts(
        number, FactCorrection("来电人更正", occurred_at=MORNING - 15 * MINUTE, place="工业路18号")
    )
    rules = owed(room, number)
    (phone,) = rules["henan.severe.phone"]
    assert (phone.clock, phone.due_at) == (ClockStart.RECEIVED, MORNING + 15 * MINUTE)
    assert phone.state(room.clock.now()) is ObligationState.MET
    for rule_id in ("henan.severe.written", "national.2015.phone", "national.2015.written"):
        old, new = rules[rule_id]
        assert (old.waived_reason, old.waived_at) == (SUPERSEDED, MORNING + 6 * MINUTE)
        assert old.waived_by == room.desk.identity.name
        assert old.state(room.clock.now()) is ObligationState.WAIVED
        assert (new.clock, new.starts_at) == (ClockStart.OCCURRED, MORNING - 15 * MINUTE)
        assert new.is_open
    assert len(rules["national.493.art11"]) == 1  # counts from receipt, which did not change
    assert card.incident.occurred_at == MORNING - 15 * MINUTE
    line = room.desk.dutylog.timeline(card.incident.id)[-1]
    assert line.kind is LogKind.CORRECTION
    assert line.text == "发生时间 （空）→10月14日 14:55；地点 （空）→工业路18号（原因：来电人更正）"


def test_what_a_raise_started_stays_when_a_time_is_corrected(room: Room) -> None:
    number = room.intake(grade=ORDINARY).incident.number
    room.clock.advance(10 * MINUTE)
    room.desk.incidents.regrade(number, SEVERE, "核实")
    room.desk.incidents.correct_facts(number, FactCorrection("更正", occurred_at=MORNING - 30 * MINUTE))
    (phone,) = owed(room, number)["henan.severe.phone"]
    assert (phone.starts_at, phone.is_open) == (MORNING + 10 * MINUTE, True)
    old, new = owed(room, number)["henan.ordinary.written"]
    assert not old.is_open
    assert new.starts_at == MORNING - 30 * MINUTE


def test_a_class_put_right_and_put_back_loses_no_limit(room: Room) -> None:
    number = room.intake(A, grade=SEVERE).incident.number
    first = {each.rule_id for each in room.desk.incidents.card(number).obligations}
    for event_class in (S, A, S, A):
        room.clock.advance(MINUTE)
        room.desk.incidents.correct_facts(number, FactCorrection("更正类别", event_class=event_class))
    still = [each.rule_id for each in room.desk.incidents.card(number).obligations if each.is_open]
    assert sorted(still) == sorted(first)
    assert len(owed(room, number)["henan.severe.phone"]) == 3
    assert len(owed(room, number)["national.2015.phone"]) == 1  # speaks of every class


def test_a_limit_that_a_correction_took_away_comes_back_with_the_grade(room: Room) -> None:
    number = room.intake(A, grade=SEVERE).incident.number
    room.desk.incidents.correct_facts(number, FactCorrection("更正类别", event_class=S))
    room.desk.incidents.regrade(number, ORDINARY, "核实")
    room.desk.incidents.correct_facts(number, FactCorrection("再更正", event_class=A))
    room.clock.advance(MINUTE)
    added = {each.rule_id for each in room.desk.incidents.would_add(number, SEVERE)}
    assert added == {"henan.severe.phone", "henan.severe.written"}
    room.desk.incidents.regrade(number, SEVERE, "核实")
    still = {each.rule_id for each in room.desk.incidents.card(number).obligations if each.is_open}
    assert {"henan.severe.phone", "henan.severe.written"} <= still


def test_what_a_leader_waived_stays_waived(room: Room) -> None:
    number = room.intake(A, grade=SEVERE).incident.number
    (phone,) = owed(room, number)["henan.severe.phone"]
    assert phone.id is not None
    room.desk.limits.waive(phone.id, "周启明", "省厅已在现场")
    room.desk.incidents.correct_facts(number, FactCorrection("更正", occurred_at=MORNING - MINUTE))
    (phone,) = owed(room, number)["henan.severe.phone"]
    assert (phone.waived_by, phone.waived_reason) == ("周启明", "省厅已在现场")


@pytest.mark.parametrize(
    ("correction", "field", "code"),
    [
        (FactCorrection(" ", place="x"), "reason", "reason_missing"),
        (FactCorrection("x"), "facts", "nothing_changed"),
        (FactCorrection("x", place="中山路"), "facts", "nothing_changed"),
        (FactCorrection("x", place="字" * 201), "place", "text_too_long"),
        (FactCorrection("x", occurred_at=MORNING + SECOND), "occurred_at", "time_in_future"),
    ],
)
def test_a_refused_correction_changes_nothing(room: Room, correction: FactCorrection, field: str, code: str) -> None:
    number = room.intake(place="中山路").incident.number
    before, head = room.desk.incidents.card(number), room.desk.journal.head()
    with pytest.raises(InputProblem) as caught:
        room.desk.incidents.correct_facts(number, correction)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert room.desk.incidents.card(number) == before
    assert room.desk.journal.head() == head


def test_it_cannot_have_occurred_after_it_was_received(room: Room) -> None:
    number = room.intake().incident.number
    room.clock.advance(HOUR)
    with pytest.raises(InputProblem, match="occurred_after_received"):
        room.desk.incidents.correct_facts(number, FactCorrection("x", occurred_at=MORNING + SECOND))


def test_long_texts_can_be_corrected(room: Room) -> None:
    number = room.intake(summary="甲" * 4000).incident.number
    card = room.desk.incidents.correct_facts(number, FactCorrection("x", summary="乙" * 4000, measures="丙" * 4000))
    assert card.incident.summary == "乙" * 4000
    assert "甲" * 4000 + "→" + "乙" * 4000 in room.desk.dutylog.timeline(card.incident.id)[-1].text


# -- closing and opening again -------------------------------------------------------------------------------------


def test_closing_needs_nothing_owed(room: Room) -> None:
    number = room.intake(casualties=Casualties(deaths=3)).incident.number
    assert {each.channel for each in room.desk.incidents.card(number).obligations} == {Channel.WRITTEN}
    for recipient in ("市应急管理局", "省应急管理厅"):
        with pytest.raises(InputProblem, match="obligations_open"):
            room.desk.incidents.close(number, "处置完毕")
        room.report(number, recipient, Channel.WRITTEN)
    with pytest.raises(InputProblem, match="reason_missing"):
        room.desk.incidents.close(number, " ")
    (followup,) = [each for each in room.desk.incidents.card(number).obligations if each.sequence]
    assert followup.is_open
    closed = room.desk.incidents.close(number, "处置完毕")
    assert (closed.state, closed.closed_at, closed.closed_reason) == (IncidentState.CLOSED, MORNING, "处置完毕")
    (ended,) = [each for each in room.desk.incidents.card(number).obligations if each.sequence]
    assert (ended.waived_at, ended.waived_reason) == (MORNING, "事件办结：处置完毕")
    with pytest.raises(InputProblem, match="already_closed"):
        room.desk.incidents.close(number, "again")
    assert kinds(room, number)[-1] is LogKind.CLOSURE


@pytest.mark.parametrize(("wait", "closes"), [(-SECOND, True), (0 * SECOND, True), (SECOND, False)])
def test_a_followup_that_is_late_keeps_the_incident_open(room: Room, wait: Any, closes: bool) -> None:
    number = room.intake(casualties=Casualties(deaths=3)).incident.number
    for recipient in ("市应急管理局", "省应急管理厅"):
        room.report(number, recipient, Channel.WRITTEN)
    (followup,) = [each for each in room.desk.incidents.card(number).obligations if each.sequence]
    room.clock.set(followup.due_at + wait)
    if closes:
        assert room.desk.incidents.close(number, "x").state is IncidentState.CLOSED
    else:
        with pytest.raises(InputProblem, match="obligations_open"):
            room.desk.incidents.close(number, "x")


@pytest.mark.parametrize("news", ["entry", "grade", "casualties", "facts"])
def test_news_opens_a_closed_incident_again(room: Room, news: str) -> None:
    number = room.intake(S).incident.number
    room.desk.incidents.close(number, "平息")
    room.clock.advance(HOUR)
    incidents = room.desk.incidents
    if news == "entry":
        incidents.add_entry(number, LogKind.SCENE, "复燃")
    elif news == "grade":
        incidents.regrade(number, SEVERE, "升级")
    elif news == "casualties":
        incidents.update_casualties(number, Casualties(deaths=1), "医院")
    else:
        incidents.correct_facts(number, FactCorrection("x", place="y"))
    again = incidents.card(number).incident
    assert (again.state, again.closed_at, again.closed_reason) == (IncidentState.OPEN, None, "")
    assert kinds(room, number)[-2] is LogKind.SYSTEM
    assert [card.incident.number for card in incidents.open_cards()] == [number]
    room.reopen()
    assert room.desk.incidents.card(number).incident == again


def test_refused_news_leaves_it_closed(room: Room) -> None:
    number = room.intake(S).incident.number
    room.desk.incidents.close(number, "平息")
    head = room.desk.journal.head()
    with pytest.raises(InputProblem, match="text_missing"):
        room.desk.incidents.add_entry(number, LogKind.SCENE, "  ")
    with pytest.raises(InputProblem, match="time_in_future"):
        room.desk.incidents.add_entry(number, LogKind.SCENE, "x", at=MORNING + SECOND)
    assert room.desk.incidents.card(number).incident.state is IncidentState.CLOSED
    assert room.desk.journal.head() == head


# -- timeline ------------------------------------------------------------------------------------------------------


def test_the_timeline_keeps_the_order_of_what_happened(room: Room) -> None:
    number = room.intake().incident.number
    room.clock.advance(HOUR)
    incidents = room.desk.incidents
    incidents.add_entry(number, LogKind.SCENE, "到场", at=MORNING + 30 * MINUTE)
    incidents.add_entry(number, LogKind.OUTGOING_CALL, "通知医院", at=MORNING + 10 * MINUTE)
    order = incidents.add_entry(number, LogKind.INSTRUCTION, "周启明：全力搜救")
    back = incidents.add_entry(number, LogKind.FEEDBACK, "已到位", answers_id=order.id)
    lines = room.desk.dutylog.timeline(incidents.card(number).incident.id)
    assert [line.text for line in lines[1:]] == ["通知医院", "到场", "周启明：全力搜救", "已到位"]
    assert [line.entered_later for line in lines] == [False, True, True, False, False]
    assert back.answers_id == order.id
    assert [line.journal_seq for line in lines[1:]] == [lines[2].journal_seq + shift for shift in (1, 0, 2, 3)]


def test_a_line_must_belong(room: Room) -> None:
    one, two = room.intake().incident.number, room.intake().incident.number
    order = room.desk.incidents.add_entry(one, LogKind.INSTRUCTION, "周启明：全力搜救")
    with pytest.raises(InputProblem, match="entry_unknown"):
        room.desk.incidents.add_entry(two, LogKind.FEEDBACK, "x", answers_id=order.id)
    with pytest.raises(InputProblem, match="incident_unknown"):
        room.desk.incidents.add_entry("20260101-01", LogKind.NOTE, "x")
    for kind in (LogKind.INTAKE, LogKind.GRADE, LogKind.SYSTEM, LogKind.CORRECTION, LogKind.REPORT, LogKind.CLOSURE):
        with pytest.raises(InputProblem, match="kind_not_by_hand"):
            room.desk.incidents.add_entry(one, kind, "x")


def test_open_cards_stand_by_urgency(room: Room) -> None:
    calm = room.intake(S).incident.number
    slow = room.intake(A, casualties=Casualties(deaths=0)).incident.number
    fast = room.intake(A, casualties=Casualties(deaths=10)).incident.number
    room.clock.advance(MINUTE)
    newer = room.intake(S).incident.number
    assert [card.incident.number for card in room.desk.incidents.open_cards()] == [fast, slow, newer, calm]
    assert room.desk.incidents.card(calm).next_obligation is None
    kind = room.desk.incidents.card(fast).next_obligation
    assert kind is not None
    assert kind.kind is ReportKind.INITIAL

"""A call is taken down: its number, its fields, its grade, and its limits in the same transaction."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.incidents.model import Casualties, IncidentFilter, IntakeChannel, NewIncident
from duty_console.incidents.rules import LONGEST, MOST, MOST_YUAN
from duty_console.incidents.service import Incidents
from duty_console.limits.model import Channel, ClockStart, EventClass, Grade
from duty_console.limits.tables import ObligationRow
from tests.room.desks import BEIJING, HOUR, MINUTE, MORNING, SECOND, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A, N, S = EventClass.ACCIDENT, EventClass.NATURAL_DISASTER, EventClass.SOCIAL_SECURITY


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "national", "henan") as room:
        yield room


@pytest.fixture(scope="module")
def empty_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One for all refusals, which change nothing."""
    with opened(tmp_path_factory.mktemp("refusing"), "national") as room:
        yield room


# -- numbers -------------------------------------------------------------------------------------------------------


def test_numbers_follow_the_day_of_receipt_in_the_rooms_zone(room: Room) -> None:
    numbers = []
    for at in (
        datetime(2026, 10, 14, 23, 59, 59, 999_999, BEIJING),
        datetime(2026, 10, 15, 0, 0, 0, 0, BEIJING),  # 16:00 UTC on the 14th
        datetime(2026, 10, 15, 7, 59, 0, 0, BEIJING),
        datetime(2026, 10, 15, 8, 0, 0, 0, BEIJING),  # midnight in UTC changes nothing
    ):
        room.clock.set(at)
        numbers.append(room.intake().incident.number)
    assert numbers == ["20261014-01", "20261015-01", "20261015-02", "20261015-03"]


def test_a_call_entered_after_midnight_keeps_the_day_of_its_receipt(room: Room) -> None:
    room.clock.set(datetime(2026, 10, 15, 0, 20, tzinfo=BEIJING))
    late = room.intake(received_at=datetime(2026, 10, 14, 23, 50, tzinfo=BEIJING))
    assert late.incident.number == "20261014-01"
    assert late.incident.recorded_at == datetime(2026, 10, 14, 16, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "number"), [("Asia/Urumqi", "20261014-01"), ("Asia/Tokyo", "20261015-01"), ("UTC", "20261014-01")]
)
def test_midnight_is_that_of_the_room(tmp_path: Path, zone: str, number: str) -> None:
    with opened(tmp_path, "national", at=datetime(2026, 10, 14, 23, 30, tzinfo=BEIJING), zone=zone) as room:
        assert room.intake().incident.number == number


def test_a_day_may_have_more_than_a_hundred(room: Room) -> None:
    numbers = [room.intake(N, title=f"第{at}起").incident.number for at in range(1, 104)]
    assert numbers[:2] == ["20261014-01", "20261014-02"]
    assert numbers[98:] == ["20261014-99", "20261014-100", "20261014-101", "20261014-102", "20261014-103"]
    listed = room.desk.incidents.page(IncidentFilter(sort="number"), limit=6)
    assert [card.incident.number[9:] for card in listed] == ["103", "102", "101", "100", "99", "98"]
    first = room.desk.incidents.page(IncidentFilter(sort="number", descending=False), limit=101)
    assert [card.incident.number for card in first] == numbers[:101]


def test_two_desks_on_one_file_never_give_the_same_number(tmp_path: Path) -> None:
    with opened(tmp_path, "national") as room:
        given: list[str] = []
        faults: list[BaseException] = []

        def write(workstation: str) -> None:
            try:
                with Desk.open(tmp_path, FakeClock(MORNING)) as desk:
                    desk.identity.workstation = workstation
                    for _ in range(25):
                        told = desk.incidents.record(NewIncident(A, desk.clock.now()))
                        given.append(told.incident.number)
            except BaseException as error:
                faults.append(error)

        threads = [threading.Thread(target=write, args=(name,)) for name in ("甲席", "乙席")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert faults == []
        assert sorted(given) == [f"20261014-{at:02d}" for at in range(1, 51)]
        assert room.desk.incidents.count(IncidentFilter()) == 50


# -- fields --------------------------------------------------------------------------------------------------------


def nothing_stored(room: Room) -> bool:
    tables = ("incident", "log_entry", "obligation", "casualty_count")
    return all(room.rows(table) == 0 for table in tables)


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"received_at": MORNING + SECOND}, "received_at", "time_in_future"),
    ({"occurred_at": MORNING + SECOND}, "occurred_at", "time_in_future"),
    ({"received_at": MORNING - HOUR, "occurred_at": MORNING - HOUR + SECOND}, "occurred_at", "occurred_after_received"),
    *(({"casualties": Casualties(**{name: -1})}, name, "count_negative") for name in Casualties.__slots__),
    *(
        ({"casualties": Casualties(**{name: MOST + 1})}, name, "count_too_large")
        for name in Casualties.__slots__
        if name != "direct_loss_yuan"
    ),
    ({"casualties": Casualties(direct_loss_yuan=MOST_YUAN + 1)}, "direct_loss_yuan", "count_too_large"),
    *(({name: "字" * (most + 1)}, name, "text_too_long") for name, most in LONGEST.items() if name != "source"),
]


@pytest.mark.parametrize(("facts", "field", "code"), WRONG, ids=[f"{field}-{code}" for _, field, code in WRONG])
def test_a_wrong_field_is_named_and_nothing_is_stored(
    empty_room: Room, facts: dict[str, Any], field: str, code: str
) -> None:
    room = empty_room
    head = room.desk.journal.head()
    for take in (room.desk.incidents.record, room.desk.incidents.preview):
        with pytest.raises(InputProblem) as caught:
            take(NewIncident(A, **{"received_at": MORNING, **facts}))
        assert (caught.value.field, caught.value.code) == (field, code)
    assert nothing_stored(room)
    assert room.desk.journal.head() == head


def test_the_fullest_intake_is_taken(room: Room) -> None:
    """Every field at its limit at once: what each field allows, the whole may not refuse."""
    texts = {name: "字" * most for name, most in LONGEST.items() if name != "source"}
    counts = dict.fromkeys(Casualties.__slots__, MOST) | {"direct_loss_yuan": MOST_YUAN}
    told = room.intake(occurred_at=MORNING, casualties=Casualties(**counts), grade=Grade.EXTREME, **texts)
    read = room.desk.incidents.card(told.incident.number).incident
    assert read == told.incident
    assert {name: getattr(read, name) for name in texts if name != "grade_reason"} == {
        name: words for name, words in texts.items() if name != "grade_reason"
    }
    assert read.grade_basis == texts["grade_reason"]
    (line,) = room.desk.dutylog.timeline(read.id)
    assert texts["summary"] in line.text
    assert texts["measures"] in line.text
    assert texts["already_told"] in line.text


def test_received_at_this_very_moment_and_occurred_at_receipt_are_taken(room: Room) -> None:
    told = room.intake(occurred_at=MORNING)
    assert told.incident.received_at == told.incident.occurred_at == MORNING


def test_texts_are_trimmed_and_everything_comes_back(room: Room) -> None:
    new = NewIncident(
        A,
        MORNING,
        type=" 火灾 ",
        title="恒源铸件厂火灾",
        occurred_at=MORNING - 14 * MINUTE,
        place="青石镇工业路18号",
        source_unit="青石镇",
        caller="郑立新\n",
        caller_post="值班员",
        caller_phone="138 0000 0001",
        channel=IntakeChannel.FAX,
        casualties=Casualties(deaths=0, trapped=2, direct_loss_yuan=120_000),
        summary="2号车间起火",
        measures="已报119",
        already_told="区消防救援大队 15:05",
    )
    number = room.desk.incidents.record(new).incident.number
    room.reopen()
    read = room.desk.incidents.card(number).incident
    for name in NewIncident.__slots__:
        if name not in ("grade", "grade_reason"):
            wanted = getattr(new, name)
            assert getattr(read, name) == (wanted.strip() if isinstance(wanted, str) else wanted), name
    assert room.desk.incidents.casualty_history(read.id)[0].source == "青石镇"


def test_unknown_numbers_stay_unknown_and_leave_no_row(room: Room) -> None:
    told = room.intake()
    assert told.incident.casualties == Casualties()
    assert room.desk.incidents.casualty_history(told.incident.id) == ()
    assert room.rows("casualty_count") == 0


# -- grade ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "grade", "basis"),
    [
        ({"casualties": Casualties(deaths=3)}, Grade.MAJOR, "死亡 3 人 → 较大，第三条"),
        ({"casualties": Casualties(deaths=3), "grade": Grade.MAJOR}, Grade.MAJOR, "死亡 3 人 → 较大，第三条"),
        (
            {"casualties": Casualties(deaths=3), "grade": Grade.SEVERE, "grade_reason": "社会影响大"},
            Grade.SEVERE,
            "社会影响大",
        ),
        # Set by hand without a reason: the suggestion's reason would speak of another grade.
        ({"casualties": Casualties(deaths=3), "grade": Grade.SEVERE}, Grade.SEVERE, "人工定级"),
        ({"grade": Grade.ORDINARY}, Grade.ORDINARY, "人工定级"),
        ({}, None, "伤亡和损失数字未知，暂不能按第三条定级"),
        ({"event_class": S}, None, "社会安全事件无法定分级"),
        # A reason without a grade is the reason of no grade.
        ({"casualties": Casualties(deaths=1), "grade_reason": "x"}, Grade.ORDINARY, "死亡 1 人 → 一般，第三条"),
    ],
)
def test_grade_and_its_basis(room: Room, facts: dict[str, Any], grade: Grade | None, basis: str) -> None:
    event_class = facts.pop("event_class", A)
    new = NewIncident(event_class, MORNING, **facts)
    preview = room.desk.incidents.preview(new)
    told = room.desk.incidents.record(new)
    assert (preview.grade, told.incident.grade, told.incident.grade_basis) == (grade, grade, basis)
    assert told.incident.classified_at == (MORNING if grade else None)


def test_what_the_preview_promised_is_what_is_stored(room: Room) -> None:
    new = NewIncident(A, MORNING, occurred_at=MORNING - 5 * MINUTE, casualties=Casualties(deaths=12))
    promised = room.desk.incidents.preview(new)
    assert room.rows("incident") == room.rows("obligation") == 0
    told = room.desk.incidents.record(new)
    plain = [(each.rule_id, each.channel, each.clock, each.starts_at, each.due_at) for each in told.obligations]
    assert plain == [
        (each.rule_id, each.channel, each.clock, each.starts_at, each.due_at) for each in promised.obligations
    ]
    assert plain[0] == (
        "henan.severe.phone",
        Channel.PHONE,
        ClockStart.OCCURRED,
        MORNING - 5 * MINUTE,
        MORNING + 10 * MINUTE,
    )
    card = room.desk.incidents.card(told.incident.number)
    assert card.obligations == told.obligations
    assert [each.due_at for each in told.obligations] == sorted(each.due_at for each in told.obligations)


def test_a_room_that_chose_nothing_is_held_to_the_national_limits(tmp_path: Path) -> None:
    with opened(tmp_path) as room:
        told = room.intake()
        assert {each.rule_id for each in told.obligations} == {"national.493.art9", "national.493.art11"}


# -- one transaction -----------------------------------------------------------------------------------------------


def test_a_failure_in_the_middle_stores_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    head = room.desk.journal.head()
    heard: list[object] = []
    room.desk.changes.subscribe(heard.append)

    def broken(*_: object) -> None:
        raise RuntimeError("power")

    # After the incident's first flush: number, row and journal entry are written, the rest is not.
    monkeypatch.setattr(Incidents, "_casualty_row", broken)
    with pytest.raises(RuntimeError, match="power"):
        room.intake(casualties=Casualties(deaths=1))
    assert nothing_stored(room)
    assert room.desk.journal.head() == head
    assert heard == []
    monkeypatch.undo()
    assert room.intake(casualties=Casualties(deaths=1)).incident.number == "20261014-01"
    assert len(heard) == 1


def test_obligations_refused_by_the_database_take_the_incident_with_them(room: Room) -> None:
    with room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON obligation BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    with pytest.raises(Exception, match="refused"):
        room.intake()
    assert nothing_stored(room)
    with room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql("DROP TRIGGER refuse")


def test_the_change_is_told_after_the_commit(room: Room) -> None:
    seen: list[tuple[frozenset[str], int, int]] = []

    def listen(change: Any) -> None:
        # A second desk sees it: it is committed.
        with Desk.open(room.desk.folder.path, room.clock) as other:
            seen.append((change.tables, change.journal_seq, other.incidents.count(IncidentFilter())))

    room.desk.changes.subscribe(listen)
    told = room.intake(casualties=Casualties(deaths=1))
    assert seen == [(frozenset({"incident", "log_entry", "casualty_count", "obligation"}), told.journal_seq, 1)]
    assert room.desk.journal.head().seq == told.journal_seq


def test_the_timeline_begins_with_the_call(room: Room) -> None:
    told = room.intake(
        source_unit="青石镇",
        caller="郑立新",
        summary="2号车间起火。",
        measures="已报119",
        already_told="区消防救援大队",
        casualties=Casualties(deaths=0, trapped=2, missing=0),
    )
    (line,) = room.desk.dutylog.timeline(told.incident.id)
    assert line.kind is LogKind.INTAKE
    assert line.at == MORNING
    assert line.text == "青石镇 郑立新：2号车间起火；死亡0人，被困2人；已采取：已报119；已告知：区消防救援大队。"
    assert (line.incident_number, line.person) == (told.incident.number, room.desk.identity.name)


def test_a_stored_limit_does_not_follow_the_rule(room: Room) -> None:
    """What applied then stays with the incident, though the room's rule is another one tomorrow."""
    told = room.intake(casualties=Casualties(deaths=3))
    with room.desk.database.write("edit_rule") as session:
        from sqlalchemy import select

        from duty_console.limits.tables import ReportRuleRow

        rule = session.scalars(select(ReportRuleRow).where(ReportRuleRow.rule_id == "henan.major.written")).one()
        rule.minutes = 5
    card = room.desk.incidents.card(told.incident.number)
    (kept,) = [each for each in card.obligations if each.rule_id == "henan.major.written"]
    assert kept.minutes == 60
    (fresh,) = [each for each in room.intake(casualties=Casualties(deaths=3)).obligations if "major" in each.rule_id]
    assert fresh.minutes == 5
    assert room.rows(ObligationRow.__tablename__) == 4


def test_lists_by_class_grade_time_and_words(room: Room) -> None:
    first = room.intake(N, title="望岭林场火情", place="望岭林场", grade=Grade.ORDINARY)
    room.clock.advance(HOUR)
    second = room.intake(A, title="危化品泄漏 100%", place="中山路", casualties=Casualties(deaths=4))

    def numbers(**wanted: Any) -> list[str]:
        found = IncidentFilter(**wanted)
        cards = room.desk.incidents.page(found)
        assert room.desk.incidents.count(found) == len(cards)
        return [card.incident.number for card in cards]

    one, two = first.incident.number, second.incident.number
    assert numbers() == [two, one]
    assert numbers(descending=False) == [one, two]
    assert numbers(classes=frozenset({N})) == [one]
    assert numbers(grades=frozenset({Grade.MAJOR})) == [two]
    assert numbers(sort="grade") == [two, one]
    assert numbers(since=MORNING + HOUR) == [two]
    assert numbers(until=MORNING + HOUR) == [one]
    assert numbers(words="望岭") == [one]
    assert two in numbers(words="20261014-02")
    assert numbers(words="泄漏") == [two]
    assert numbers(words="100") == [two]
    assert numbers(words="%") == []  # a sign is not a wildcard
    assert numbers(words="无此词") == []
    assert timedelta(0) < second.incident.recorded_at - first.incident.recorded_at

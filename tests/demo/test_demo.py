"""The made-up district: the same every time, whole, and never poured over a real record."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.clock import FakeClock
from duty_console.demo import district as demo_district
from duty_console.demo import fill, month, words, years
from duty_console.desk import Desk
from duty_console.dutylog.model import LogFilter
from duty_console.errors import InputProblem
from duty_console.incidents.model import IncidentFilter, IncidentState
from duty_console.limits.model import EventClass, ObligationState
from duty_console.roster.model import PostKind
from tests.room.desks import BEIJING, MORNING, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALL = IncidentFilter(sort="number", descending=False)


def digests(desk: Desk) -> list[tuple[object, ...]]:
    """Everything that the journal keeps, hash by hash, so that one different word anywhere shows."""
    with desk.database.connection() as connection:
        found = connection.exec_driver_sql("SELECT seq, at, actor, entity, entity_id, payload, hash FROM journal_entry")
        return [tuple(row) for row in found]


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with opened(tmp_path_factory.mktemp("district")) as room:
        room.desk.identity.name, room.desk.identity.workstation = "郑立新", "甲席"
        fill(room.desk)
        yield room


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five days of a smaller district, through the same code."""
    monkeypatch.setattr(sys.modules["duty_console.demo.fill"], "DAYS", 5)
    monkeypatch.setattr(month, "INCIDENTS", 12)
    monkeypatch.setattr(month, "LINES_A_DAY", 4)
    monkeypatch.setattr(demo_district, "PERSONS", 40)


@pytest.mark.usefixtures("small")
def test_the_same_seed_and_moment_make_the_same_district(tmp_path: Path) -> None:
    made: list[list[tuple[object, ...]]] = []
    for at, seed in enumerate((1, 1, 7)):
        with opened(tmp_path / str(at)) as room:
            room.desk.identity.workstation = "甲席"
            fill(room.desk, seed=seed)
            made.append(digests(room.desk))
    assert made[0] == made[1]
    assert made[0] != made[2]
    assert len(made[0]) > 300


def test_units_persons_and_incidents_of_every_class(district: Room) -> None:
    desk = district.desk
    assert len(desk.people.units()) == len(words.UNITS) == 60
    persons = desk.people.persons()
    assert len(persons) == desk.people.count_persons() == 240
    assert len({person.name for person in persons}) == 240
    assert all(person.phone.startswith("138 0000 0") for person in persons)
    cards = desk.incidents.page(ALL, limit=1000)
    assert len(cards) == desk.incidents.count(IncidentFilter()) == 40
    classes = Counter(card.incident.event_class for card in cards)
    assert set(classes) == set(EventClass)
    assert len({card.incident.number for card in cards}) == 40
    assert all(card.incident.received_at <= MORNING for card in cards)


def test_it_opens_with_limits_that_run_and_some_that_were_missed(district: Room) -> None:
    cards = district.desk.incidents.page(ALL, limit=1000)
    states = Counter(owed.state(MORNING) for card in cards for owed in card.obligations)
    for state in (ObligationState.PENDING, ObligationState.MET, ObligationState.LATE, ObligationState.OVERDUE):
        assert states[state] >= 1, states
    assert states[ObligationState.MET] > 5 * states[ObligationState.LATE]
    reasons = [owed.late_reason for card in cards for owed in card.obligations if owed.late_seconds]
    assert all(reasons)
    still = [card for card in cards if card.incident.state is IncidentState.OPEN]
    assert 4 <= len(still) <= 10
    assert district.desk.alarms.board().ringing


def test_the_roster_stands_with_one_gap(district: Room) -> None:
    desk = district.desk
    now = desk.roster.on_duty_at(MORNING)
    assert now.leaders
    assert now.officers
    posts = desk.roster.posts()
    assert {post.kind for post in posts} == {PostKind.LEADER, PostKind.OFFICER}
    for back in range(29):
        duty = desk.roster.on_duty_at(MORNING - timedelta(days=back))
        assert len(duty.leaders) + len(duty.officers) == len(posts)


def test_what_is_written_reads_as_words(district: Room) -> None:
    lines = district.desk.dutylog.page(LogFilter(), limit=10_000)
    assert len(lines) > 800
    assert not [line.text for line in lines if "{" in line.text or "None" in line.text]
    assert {line.person for line in lines if line.corrects_id}
    assert district.desk.incidents.search("火灾")


def test_the_desk_gets_its_own_clock_and_name_back(district: Room) -> None:
    assert district.desk.database.clock is district.clock
    assert district.clock.now() == MORNING
    assert district.desk.identity.name == "郑立新"
    assert district.desk.room.current() is not None
    assert district.desk.handover.compose().document_number.startswith(words.PREFIX)


def test_nothing_is_poured_over_a_real_record(tmp_path: Path) -> None:
    """One call, or one line, is a real record already."""

    def call(room: Room) -> None:
        room.intake()

    def line(room: Room) -> None:
        room.desk.dutylog.note("试机")

    def person(room: Room) -> None:
        from duty_console.people.model import UnitEntry, UnitKind

        room.desk.people.add_unit(UnitEntry("青石镇", next(iter(UnitKind)), "60000101"))

    for at, made in enumerate((call, line, person)):
        with opened(tmp_path / str(at), "national") as room:
            made(room)
            head = room.desk.journal.head()
            with pytest.raises(InputProblem, match="folder_not_empty"):
                fill(room.desk)
            assert room.desk.journal.head() == head


@pytest.mark.usefixtures("small")
def test_a_room_that_was_only_set_up_is_filled_and_keeps_its_name(tmp_path: Path) -> None:
    with opened(tmp_path, "henan") as room:
        room.desk.roster.set_up_defaults()
        before = room.desk.room.current()
        heard: list[tuple[int, int]] = []
        fill(room.desk, progress=lambda done, total: heard.append((done, total)))
        assert room.desk.room.current() == before
        assert {rule.preset for rule in room.desk.limits.rules()} == {"henan"}
        assert heard[-1] == (100, 100)
        assert [done for done, _ in heard] == sorted(done for done, _ in heard)
        with pytest.raises(InputProblem, match="folder_not_empty"):
            fill(room.desk)


@pytest.mark.parametrize("number", [0, 21, -1])
def test_years_have_their_bounds(tmp_path: Path, number: int) -> None:
    with opened(tmp_path) as room, pytest.raises(InputProblem, match="years_wrong"):
        fill(room.desk, years=number)


def bulk_lines(desk: Desk) -> int:
    """The lines that came in bulk: each has its entry in the journal."""
    with desk.database.connection() as connection:
        made = "SELECT count(*) FROM journal_entry WHERE entity = 'log_entry' AND action = 'fill_demo'"
        return connection.exec_driver_sql(made).scalar_one()


@pytest.mark.usefixtures("small")
def test_years_in_bulk_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two years at a hundredth of their size: exact counts, numbers once, every row journalled."""
    monkeypatch.setattr(years, "INCIDENTS_A_YEAR", 50)
    monkeypatch.setattr(years, "LINES_A_YEAR", 3000)
    with opened(tmp_path) as room:
        heard: list[int] = []
        fill(room.desk, years=2, progress=lambda done, total: heard.append(done * 1000 // total))
        desk = room.desk
        begins = MORNING - timedelta(days=5)
        bulk = IncidentFilter(until=begins, sort="number", descending=False)
        assert desk.incidents.count(bulk) == 100
        assert desk.incidents.count(IncidentFilter()) == 112
        assert bulk_lines(desk) == 6000
        cards = desk.incidents.page(IncidentFilter(sort="number", descending=False), limit=2000)
        numbers = [card.incident.number for card in cards]
        assert len(set(numbers)) == 112
        for card in cards:
            local = card.incident.received_at.astimezone(BEIJING)
            assert card.incident.number.startswith(f"{local:%Y%m%d}-")
        by_day = Counter(number[:8] for number in numbers)
        for day, count in by_day.items():
            assert sorted(int(number[9:]) for number in numbers if number.startswith(day)) == list(range(1, count + 1))
        assert all(not each.is_open for card in cards[:100] for each in card.obligations)
        assert desk.incidents.search("起火", 10)
        assert desk.roster.on_duty_at(MORNING - timedelta(days=400)).leaders
        assert heard == sorted(heard)
        assert heard[-1] == 1000
        # The next call goes on in the same order of ids and numbers.
        assert room.intake().incident.id == max(card.incident.id for card in cards) + 1


def test_a_fill_that_fails_gives_the_clock_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("power")

    monkeypatch.setattr(sys.modules["duty_console.demo.fill"], "people", broken)
    clock = FakeClock(MORNING)
    with Desk.open(tmp_path, clock) as desk:
        name = desk.identity.name
        with pytest.raises(RuntimeError, match="power"):
            fill(desk)
        assert (desk.database.clock, desk.identity.name) == (clock, name)

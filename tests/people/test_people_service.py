"""The address book through a real desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry, PersonFilter, UnitEntry, UnitFilter, UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime(2026, 10, 14, 2, 26, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path, FakeClock(NOW)) as desk:
        yield desk


def problem(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(InputProblem) as caught:
        act()
    return caught.value.field, caught.value.code


def names(desk: Desk, text: str) -> list[str]:
    return [each.name for each in desk.people.persons(PersonFilter(text))]


def test_a_person_is_found_by_any_part_that_one_remembers(desk: Desk) -> None:
    bureau = desk.people.add_unit(UnitEntry("云河区应急管理局", phone="0371-60000000"))
    desk.people.add_person(
        PersonEntry("林晓舟", bureau.id, "值班员", "13800000011", "0371-60000000-801"),
    )
    desk.people.add_person(PersonEntry("高子墨", None, "局长", "138 0000 0012", leader=True))
    for text in ("林", "晓舟", "linxiao", "LXZ", "lin xiao", "0011", "138 0000 0011", "801", "应急管理", "值班员"):
        assert names(desk, text) == ["林晓舟"], text
    for text in ("xz9", "9999", "100%", "_", "水务"):
        assert names(desk, text) == [], text
    assert names(desk, "13800000") == ["高子墨", "林晓舟"]  # by pinyin
    assert [each.name for each in desk.people.persons(PersonFilter(leader=True))] == ["高子墨"]
    assert [each.name for each in desk.people.persons(PersonFilter(unit_id=bureau.id))] == ["林晓舟"]
    assert [each.name for each in desk.people.persons(limit=1, offset=1)] == ["林晓舟"]
    assert desk.people.count_persons() == 2


def test_equal_names_are_told_apart_by_unit_and_within_it_by_phone(desk: Desk) -> None:
    one, two = desk.people.add_unit(UnitEntry("甲局")), desk.people.add_unit(UnitEntry("乙局"))
    first = desk.people.add_person(PersonEntry("王伟", one.id, phone="13800000021"))
    assert first.display == "王伟"
    second = desk.people.add_person(PersonEntry("王伟", two.id, phone="13800000022"))
    assert second.display == "王伟（乙局）"
    assert desk.people.person(first.id).display == "王伟（甲局）"
    third = desk.people.add_person(PersonEntry("王伟", two.id, phone="13800000023"))
    shown = {each.display for each in desk.people.persons()}
    assert shown == {"王伟（甲局）", "王伟（乙局 0022）", "王伟（乙局 0023）"}
    for left in (second, third):
        desk.people.leave_person(left.id)
    assert desk.people.person(first.id).display == "王伟"
    assert desk.people.person(second.id).display == "王伟（乙局）"


def test_what_cannot_be_taken_says_where_and_nothing_is_stored(desk: Desk) -> None:
    people = desk.people
    desk.people.add_person(PersonEntry("林晓舟", phone="13800000001"))
    desk.people.add_person(PersonEntry("高子墨"))
    unit = people.add_unit(UnitEntry("甲局"))
    gone = people.leave_unit(people.add_unit(UnitEntry("旧局")).id)
    heard: list[object] = []
    desk.changes.subscribe(heard.append)
    refused = [
        (lambda: people.add_person(PersonEntry(" \u3000 ")), ("name", "name_missing")),
        (lambda: people.add_person(PersonEntry("长" * 41)), ("name", "text_too_long")),
        (lambda: people.add_person(PersonEntry("林\x07晓舟")), ("name", "text_unprintable")),
        (lambda: people.add_person(PersonEntry("新人", title="职" * 41)), ("title", "text_too_long")),
        (lambda: people.add_person(PersonEntry("新人", phone="13a")), ("phone", "phone_malformed")),
        (lambda: people.add_person(PersonEntry("新人", second_phone="x")), ("second_phone", "phone_malformed")),
        (lambda: people.add_person(PersonEntry("新人", 999)), ("unit_id", "unit_unknown")),
        (lambda: people.add_person(PersonEntry("新人", gone.id)), ("unit_id", "unit_left")),
        (lambda: people.add_person(PersonEntry("林晓舟", phone="138-0000-0001")), ("name", "person_duplicate")),
        (lambda: people.add_person(PersonEntry("高子墨")), ("name", "person_duplicate")),
        (lambda: people.change_person(999, PersonEntry("新人")), ("person_id", "person_unknown")),
        (lambda: people.person(999), ("person_id", "person_unknown")),
        (lambda: people.verify_phone(2), ("phone", "phone_missing")),
        (lambda: people.add_unit(UnitEntry("甲局")), ("name", "unit_duplicate")),
        (lambda: people.add_unit(UnitEntry("")), ("name", "name_missing")),
        (lambda: people.add_unit(UnitEntry("新局", phone="?")), ("phone", "phone_malformed")),
        (lambda: people.change_unit(gone.id, UnitEntry("甲局")), ("name", "unit_duplicate")),
        (lambda: people.unit(999), ("unit_id", "unit_unknown")),
    ]
    for act, expected in refused:
        assert problem(act) == expected
    assert heard == []
    assert people.add_person(PersonEntry("林晓舟", unit.id, phone="13800000002")).display == "林晓舟（甲局）"


def test_a_new_number_is_an_unverified_number(desk: Desk) -> None:
    person = desk.people.add_person(PersonEntry("沈若谷", phone="13800000002", leader=True))
    assert person.phone_verified_at is None
    desk.identity.name = "高子墨"
    rung = desk.people.verify_phone(person.id)
    assert (rung.phone_verified_at, rung.phone_verified_by) == (NOW, "高子墨")
    same = desk.people.change_person(person.id, PersonEntry("沈若谷", title="局长", phone="138 0000 0002"))
    assert (same.title, same.phone_verified_at) == ("局长", NOW)
    changed = desk.people.change_person(person.id, PersonEntry("沈若谷", phone="13800000003"))
    assert (changed.phone_verified_at, changed.phone_verified_by) == (None, "")


def test_who_left_is_hidden_but_kept_and_may_return_unless_replaced(desk: Desk) -> None:
    people = desk.people
    person = people.add_person(PersonEntry("林晓舟", phone="13800000001"))
    left = people.leave_person(person.id, NOW - timedelta(days=1))
    assert (left.active, left.left_at) == (False, NOW - timedelta(days=1))
    assert people.persons() == ()
    assert people.persons(PersonFilter(with_left=True)) == (left,)
    people.add_person(PersonEntry("林晓舟", phone="13800000001"))
    assert problem(lambda: people.return_person(person.id)) == ("name", "person_duplicate")


def test_a_unit_with_persons_does_not_leave(desk: Desk) -> None:
    unit = desk.people.add_unit(UnitEntry("云河街道办", UnitKind.SUBDISTRICT, region="云河区"))
    person = desk.people.add_person(PersonEntry("林晓舟", unit.id))
    assert problem(lambda: desk.people.leave_unit(unit.id)) == ("unit_id", "unit_has_persons")
    desk.people.leave_person(person.id)
    assert desk.people.leave_unit(unit.id).active is False
    assert desk.people.units() == ()
    assert desk.people.return_unit(unit.id).left_at is None
    assert [each.name for each in desk.people.units(UnitFilter("云河区", UnitKind.SUBDISTRICT))] == ["云河街道办"]
    assert desk.people.units(UnitFilter(kind=UnitKind.ENTERPRISE)) == ()


def test_every_change_of_the_address_book_is_journalled(desk: Desk) -> None:
    with desk.database.connection() as connection:
        count = "SELECT count(*) FROM journal_entry"
        before = connection.exec_driver_sql(count).scalar_one()
    unit = desk.people.add_unit(UnitEntry("甲局"))
    person = desk.people.add_person(PersonEntry("林晓舟", unit.id))
    desk.people.leave_person(person.id)
    with desk.database.connection() as connection:
        assert connection.exec_driver_sql(count).scalar_one() == before + 3

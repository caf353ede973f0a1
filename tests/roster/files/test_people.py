"""Lists of persons in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry, UnitEntry, UnitKind
from tests.roster.files.room import room, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from duty_console.desk import Desk
    from duty_console.roster.files.model import PeopleDraft

HEAD = ["序号", "姓名", "单位", "职务", "联系电话", "办公电话", "带班", "备注"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with room(tmp_path / "data") as desk:
        yield desk


def preview(desk: Desk, rows: Sequence[Sequence[object]], *merged: str) -> PeopleDraft:
    return desk.roster_files.preview_people(workbook(desk.folder.path.parent / "人员.xlsx", rows, merged))


def said(draft: PeopleDraft) -> list[tuple[str, str]]:
    return [(each.address, each.code) for each in draft.problems]


def test_a_list_is_added_with_its_units(desk: Desk) -> None:
    rows = [
        ["云河区值班人员通讯录"],
        HEAD,
        [1, "白　露", "区气象局", "局长", 13800000101, "0371-60000001转8", "是", "分管=预警"],
        [2, "秦风", None, "科员", "138-0000-0102", None, None, None],
        [3, "阿孜古丽·艾力", "青石街道办事处", "主任", "138 0000 0103/60000103", None, "√", None],
        [4, "沈若谷", "区应急局", "副区长", "13800000001", None, None, None],
        [None, "合计：4人"],
    ]
    draft = preview(desk, rows, "A1:H1", "C3:C4")
    assert draft.problems == ()
    assert [(each.address, each.code) for each in draft.warnings] == [("B6", "person_known")]
    assert draft.units == ("区气象局", "青石街道办事处")
    assert [(each.entry, each.unit, each.row) for each in draft.persons] == [
        (PersonEntry("白露", None, "局长", "138 0000 0101", "0371-60000001转8", True, "分管=预警"), "区气象局", 3),
        (PersonEntry("秦风", None, "科员", "138 0000 0102"), "区气象局", 4),
        (PersonEntry("阿孜古丽·艾力", None, "主任", "138 0000 0103", "60000103", True), "青石街道办事处", 5),
    ]
    added = desk.roster_files.store_people(draft)
    assert [each.unit_name for each in added] == ["区气象局", "区气象局", "青石街道办事处"]
    assert added[0].pinyin == "bailu"
    kinds = {unit.name: unit.kind for unit in desk.people.units()}
    assert kinds["青石街道办事处"] is UnitKind.SUBDISTRICT
    assert desk.people.count_persons() == 11
    # Once more: all are known, nothing is added.
    again = preview(desk, rows, "A1:H1", "C3:C4")
    assert (again.problems, again.persons, again.units) == ((), (), ())
    assert [each.code for each in again.warnings] == ["person_known"] * 4


def test_everything_wrong_is_told_with_its_place_and_nobody_is_added(desk: Desk) -> None:
    desk.people.leave_unit(desk.people.add_unit(UnitEntry("区供销社")).id)
    rows = [
        HEAD,
        [1, None, "区应急局", "科员", "13800000201"],
        [2, "秦风", "区应急局", "科员", "1380000020"],
        [3, "白露", "区应急局", "科员", "13800000203", None, "可能"],
        [4, "林松", "区应急局", "科员", "13800000204"],
        [5, "林 松", "区应急局", "科员", "13800000204"],
        [6, "沈若谷", "区应急局", "副区长", "13900000001"],
        [7, "何" * 41, "区供销社"],
    ]
    draft = preview(desk, rows)
    assert said(draft) == [
        ("B2", "name_missing"),
        ("E3", "phone_malformed"),
        ("G4", "yes_or_no"),
        ("B6", "person_twice_in_file"),
        ("B7", "person_known_otherwise"),
        ("B8", "text_too_long"),
        ("C8", "unit_left"),
    ]
    assert dict(draft.problems[-4].values)["first"] == "B5"
    with pytest.raises(InputProblem) as caught:
        desk.roster_files.store_people(draft)
    assert caught.value.code == "import_has_problems"
    assert desk.people.count_persons() == 8


def test_shared_numbers_and_namesakes_are_doubts(desk: Desk) -> None:
    rows = [
        ["姓名", "单位", "手机"],
        ["白露", "区应急局", "13800000301"],
        ["秦风", "区应急局", "13800000301"],
        ["王芳", "区应急局", "13800000302"],
    ]
    draft = preview(desk, rows)
    assert said(draft) == []
    assert [(each.address, each.code) for each in draft.warnings] == [("C3", "phone_shared"), ("A4", "name_shared")]
    assert len(desk.roster_files.store_people(draft)) == 3


def test_nobody_is_added_when_one_cannot_be(desk: Desk) -> None:
    draft = preview(desk, [["姓名", "手机"], ["白露", "13800000301"], ["秦风", "13800000302"]])
    desk.people.add_person(PersonEntry("秦风", phone="138 0000 0302"))
    with pytest.raises(InputProblem) as caught:
        desk.roster_files.store_people(draft)
    assert caught.value.code == "person_duplicate"
    assert [each.name for each in desk.people.persons() if each.name in ("白露", "秦风")] == ["秦风"]


def test_a_workbook_without_persons_says_so(desk: Desk) -> None:
    assert [each.code for each in preview(desk, [["物资", "数量"], ["手电", 3]]).problems] == ["people_not_found"]
    assert [each.code for each in preview(desk, [HEAD]).problems] == ["people_empty"]


def test_what_is_written_is_read_again_elsewhere(desk: Desk, tmp_path: Path) -> None:
    desk.people.add_person(PersonEntry("白露", None, "=1+1", "138 0000 0401", "6000 1234", True, "@home"))
    path = tmp_path / "a.xlsx"
    assert desk.roster_files.export_people(path) == 9
    page = load_workbook(path).worksheets[0]
    assert [cell.value for cell in page[2]][:4] == ["姓名", "单位", "职务", "手机"]
    with room(tmp_path / "other") as other:
        for each in other.people.persons():
            other.people.leave_person(each.id)
        draft = other.roster_files.preview_people(path)
        assert draft.problems == ()
        other.roster_files.store_people(draft)

        def book(of: Desk) -> set[tuple[object, ...]]:
            return {
                (each.name, each.unit_name, each.title, each.phone, each.second_phone, each.leader, each.note)
                for each in of.people.persons()
            }

        assert book(other) == book(desk)

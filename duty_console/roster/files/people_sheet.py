"""A list of persons taken in: name, unit, title, phones, whoever made the table. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.exchange.model import CellProblem
from duty_console.exchange.plain import squeezed
from duty_console.people.model import PersonEntry, UnitEntry, UnitKind
from duty_console.people.rules import NAME_MOST, UNIT_NAME_MOST, digits_of, tidy, tidy_phone
from duty_console.roster.files.model import DraftPerson, PeopleDraft
from duty_console.roster.files.names import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.exchange.grid import Grid, GridCell
    from duty_console.exchange.model import Workbook
    from duty_console.people.model import Person, Unit

_COLUMNS = {
    "name": re.compile(r"(人员)?(姓名|名字)|name"),
    "unit": re.compile(r"(所在|工作|所属)?(单位|部门|科室|处室)(名称|\(部门\)|/部门)?"),
    "title": re.compile(r"(现任)?(职务|职称|岗位|职位)(/?\(?(职称|职务|职级)\)?)?"),
    "second_phone": re.compile(r"(办公|备用|固定|第二|单位)(电话|号码|手机)|座机|短号|(电话|手机)2"),
    "phone": re.compile(r"(联系|移动|手机)?(电话|手机|号码|方式|联系方式)(号码?|1|\(.*\))?|手机号码?|phone"),
    "leader": re.compile(r"(是否|可)?(带班|领导)(领导)?(\(.*\))?"),
    "note": re.compile(r"备注|说明"),
}
_HEAD_WITHIN = 40
_YES = re.compile(r"[√✓✔☑●是1yt]|yes|true|带班|领导|可")
_NO = re.compile(r"|[-—–/×x否无0nf]|no|false")
_PHONE_CUTS = re.compile(r"[\n、/,;|]+")
_HAN_BLANK = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])")
_FOOT = re.compile(r"(备注|说明|注|合计|共|填表|制表|审核|联系人).*")
_UNIT_KINDS = (
    (UnitKind.SUBDISTRICT, re.compile(r".*(街道|镇|乡)(办事处|政府|人民政府)?")),
    (UnitKind.RESCUE, re.compile(r".*(消防|救援).*(站|队)")),
    (UnitKind.ENTERPRISE, re.compile(r".*(公司|集团|厂|矿|电站)")),
    (UnitKind.INSTITUTION, re.compile(r".*(医院|学校|中学|小学|学院|中心|所|站)")),
    (UnitKind.GOVERNMENT, re.compile(r".*(人民政府|政府办公室|区政府|县政府|市政府|区委|县委|市委)")),
)


@dataclass(frozen=True, slots=True)
class Book:
    """The address book that a list is compared with; `units` are those in use, `gone` the names of the others."""

    persons: Sequence[Person]
    units: Sequence[Unit]
    gone: Sequence[str] = ()


def read_people(workbook: Workbook, book: Book) -> PeopleDraft:
    """Return what a workbook would add to the address book."""
    reader = _Reader(book)
    read = [reader.read_sheet(grid) for grid in workbook.grids if grid.height]
    if not any(read):
        reader.problems.append(CellProblem(workbook.grids[0].sheet, 0, 0, "people_not_found"))
    elif not reader.persons and not reader.problems and not reader.known:
        reader.problems.append(CellProblem(workbook.grids[0].sheet, 0, 0, "people_empty"))
    warnings = [*reader.warnings, *(CellProblem(name, 0, 0, "sheet_hidden") for name in workbook.hidden)]
    known = {unit.name for unit in book.units}
    units = tuple(dict.fromkeys(each.unit for each in reader.persons if each.unit and each.unit not in known))
    return PeopleDraft(workbook.name, tuple(reader.persons), units, tuple(reader.problems), tuple(warnings))


def unit_entry(name: str) -> UnitEntry:
    """Return a unit to be made, its kind by its name; the room can change it."""
    kind = next((kind for kind, pattern in _UNIT_KINDS if pattern.fullmatch(name)), UnitKind.DEPARTMENT)
    return UnitEntry(name, kind)


class _Reader:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._units = {squeezed(unit.name): unit.name for unit in book.units}
        self._gone = {squeezed(name) for name in book.gone} - set(self._units)
        self._seen: dict[tuple[str, str], str] = {}
        self._phones: dict[str, tuple[str, str]] = {}
        self.persons: list[DraftPerson] = []
        self.problems: list[CellProblem] = []
        self.warnings: list[CellProblem] = []
        self.known = 0

    def read_sheet(self, grid: Grid) -> bool:
        """Take a sheet in; False where it has no head with names."""
        found = next(((row, c) for row in grid.rows() if row <= _HEAD_WITHIN and (c := _columns(grid, row))), None)
        if found is None:
            return False
        head, columns = found
        for row in range(head + 1, grid.height + 1):
            cells = {name: grid.cell(row, column) for name, column in columns.items()}
            said = {cell.origin for cell in cells.values() if not cell.blank}
            repeated = _columns(grid, row) == columns
            if said and not repeated and not (len(said) == 1 and _FOOT.match(_only(cells))):
                self._read_row(grid, cells)
        return True

    def _read_row(self, grid: Grid, cells: dict[str, GridCell]) -> None:
        before = len(self.problems)
        name = _HAN_BLANK.sub("", self._text(grid, cells, "name", NAME_MOST, "name_missing"))
        unit = self._unit(grid, cells)
        phone, second = self._numbers(grid, cells)
        entry = PersonEntry(
            name,
            None,
            self._text(grid, cells, "title", 40),
            phone,
            second,
            self._leads(grid, cells),
            self._text(grid, cells, "note", 200),
        )
        if len(self.problems) == before and self._is_new(grid, cells, entry, unit):
            self.persons.append(DraftPerson(entry, unit, grid.sheet, cells["name"].row))

    def _text(self, grid: Grid, cells: dict[str, GridCell], field: str, most: int, missing: str | None = None) -> str:
        cell = cells.get(field)
        if cell is None:
            return ""
        try:
            return tidy(field, cell.raw, most, missing=missing)
        except InputProblem as problem:
            self.problems.append(grid.problem(cell.row, cell.column, problem.code, **problem.values))
            return ""

    def _unit(self, grid: Grid, cells: dict[str, GridCell]) -> str:
        written = self._text(grid, cells, "unit", UNIT_NAME_MOST)
        if squeezed(written) in self._gone:
            self.problems.append(grid.problem(cells["unit"].row, cells["unit"].column, "unit_left", name=written))
        return self._units.setdefault(squeezed(written), written) if written else ""

    def _numbers(self, grid: Grid, cells: dict[str, GridCell]) -> tuple[str, str]:
        """Return the first two numbers of both cells; several may stand in one."""
        found: list[str] = []
        for field in ("phone", "second_phone"):
            cell = cells.get(field)
            if cell is None or cell.blank or re.fullmatch(r"[-—–/无]+", cell.text):
                continue
            try:
                parts = [cell.text] if _is_number(cell.text) else _PHONE_CUTS.split(cell.text)
                found += [tidy_phone(field, part) for part in parts if part.strip()]
            except InputProblem as problem:
                self.problems.append(grid.problem(cell.row, cell.column, problem.code, **problem.values))
        found = list(dict.fromkeys(found))
        return (found[0] if found else ""), (found[1] if len(found) > 1 else "")

    def _leads(self, grid: Grid, cells: dict[str, GridCell]) -> bool:
        cell = cells.get("leader")
        words = squeezed(cell.text) if cell else ""
        if cell and not _YES.fullmatch(words) and not _NO.fullmatch(words):
            self.problems.append(grid.problem(cell.row, cell.column, "yes_or_no", value=cell.text))
        return bool(_YES.fullmatch(words))

    def _is_new(self, grid: Grid, cells: dict[str, GridCell], entry: PersonEntry, unit: str) -> bool:
        """Return whether the person is to be added; tell who is named twice, here or in the address book."""
        cell = cells["name"]
        key = (name_key(entry.name), entry.phone or squeezed(unit))
        address = grid.problem(cell.row, cell.column, "").address
        if key in self._seen:
            self._tell(self.problems, grid, cell, "person_twice_in_file", name=entry.name, first=self._seen[key])
            return False
        self._seen[key] = address
        if len(digits_of(entry.phone)) == 11 and entry.phone in self._phones:
            other, first = self._phones[entry.phone]
            at = cells.get("phone", cell)
            self._tell(self.warnings, grid, at, "phone_shared", phone=entry.phone, name=other, first=first)
        self._phones.setdefault(entry.phone, (entry.name, address))
        return self._is_new_to_book(grid, cell, entry, unit)

    def _is_new_to_book(self, grid: Grid, cell: GridCell, entry: PersonEntry, unit: str) -> bool:
        namesakes = [each for each in self._book.persons if name_key(each.name) == name_key(entry.name)]
        for each in namesakes:
            same_unit = squeezed(each.unit_name) == squeezed(unit)
            same_phone = bool(entry.phone) and entry.phone in (each.phone, each.second_phone)
            if each.active and (same_phone or (same_unit and not entry.phone)):
                self.known += 1
                self._tell(self.warnings, grid, cell, "person_known", name=each.display)
                return False
            if each.active and same_unit:
                values = {"name": each.name, "unit": unit or "–", "phone": each.phone or "–"}
                self._tell(self.problems, grid, cell, "person_known_otherwise", **values)
                return False
        if namesakes:
            there = [each for each in namesakes if each.active]
            code = "name_shared" if there else "person_left_before"
            unit_name = (there or namesakes)[0].unit_name or "–"
            self._tell(self.warnings, grid, cell, code, name=entry.name, unit=unit_name)
        return True

    def _tell(self, where: list[CellProblem], grid: Grid, cell: GridCell, code: str, **values: object) -> None:
        where.append(grid.problem(cell.row, cell.column, code, **values))


def _columns(grid: Grid, row: int) -> dict[str, int]:
    """Return which column holds what, by a head; empty where the row is none."""
    found: dict[str, int] = {}
    for cell in grid.row(row):
        words = squeezed(cell.text)
        for field, pattern in _COLUMNS.items():
            if words and pattern.fullmatch(words):
                free = "second_phone" if field == "phone" and "phone" in found else field
                found.setdefault(free, cell.column)
                break
    if "phone" not in found and "second_phone" in found:
        found["phone"] = found.pop("second_phone")
    return found if "name" in found and len(found) > 1 else {}


def _only(cells: dict[str, GridCell]) -> str:
    return next((cell.text for cell in cells.values() if not cell.blank), "")


def _is_number(text: str) -> bool:
    try:
        tidy_phone("phone", text)
    except InputProblem:
        return False
    return True

"""The address book's persons as a workbook, in the columns that `read_people` reads. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.exchange.writing import Look, Sheet, SheetCell, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from duty_console.people.model import Person

_COLUMNS = (
    SheetColumn("姓名", 14),
    SheetColumn("单位", 26),
    SheetColumn("职务", 16),
    SheetColumn("手机", 18),
    SheetColumn("备用电话", 18),
    SheetColumn("带班", 7),
    SheetColumn("备注", 26),
    SheetColumn("号码核实", 20),
)


def people_sheet(persons: Iterable[Person], room: str, zone: ZoneInfo) -> Sheet:
    """Return the sheet of all persons given, in their order."""
    centred = Look(centred=True)
    rows = [
        [
            SheetCell(each.name, Look(bold=True)),
            SheetCell(each.unit_name),
            SheetCell(each.title),
            SheetCell(each.phone),
            SheetCell(each.second_phone),
            SheetCell("是" if each.leader else "", centred),
            SheetCell(each.note),
            SheetCell(_verified(each, zone), centred),
        ]
        for each in persons
    ]
    return Sheet("人员", _COLUMNS, rows, f"{room}人员通讯录")


def _verified(person: Person, zone: ZoneInfo) -> str:
    """Say when and by whom the number was tried."""
    at = person.phone_verified_at
    return f"{at.astimezone(zone):%Y-%m-%d} {person.phone_verified_by}".rstrip() if at else ""

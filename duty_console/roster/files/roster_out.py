"""The roster as a workbook: days down, posts across, as it is seen; what it writes, `read_by_day` reads again. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.exchange.writing import Look, Sheet, SheetCell, SheetColumn
from duty_console.roster.model import DayType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from duty_console.roster.model import CoverMark, MonthCell, MonthRow, MonthTable

NOTHING = "—"
_TINTS = {
    DayType.STATUTORY_HOLIDAY: "E9E6F7",
    DayType.ADJUSTED_REST: "F4F2FB",
    DayType.MAKEUP_WORKDAY: "DDF0F1",
    DayType.WEEKEND: "EEF2F7",
}
_GAP_COLOUR, _GAP_TINT = "C62828", "FAEEEE"
_DAY_FORM = 'm"月"d"日"'
_ONE_DAY = timedelta(1)


def roster_sheet(
    table: MonthTable, room: str, names: Mapping[int, str], zone: ZoneInfo, *, phones: bool = False
) -> Sheet:
    """Return the sheet of one month or a part of it.

    `names` are the names as they are told apart; `phones` adds a column of numbers beside each post.
    """
    columns = [SheetColumn("日期", 9), SheetColumn("星期", 6)]
    if table.several_shifts:
        columns.append(SheetColumn("班次", 9))
    for post in table.posts:
        columns.append(SheetColumn(post.name, 16))
        if phones:
            columns.append(SheetColumn(f"{post.name}电话", 16))
    columns += [SheetColumn("日类", 10), SheetColumn("备注", 26)]
    rows = [_row(table, number, names, zone, phones=phones) for number in range(len(table.rows))]
    missing = sum(gap.missing for gap in table.gaps)
    gaps = f"缺岗{len(table.gaps)}处，共缺{missing}人" if missing else "各岗齐全"
    lines = (f"{_shift_words(table, zone)}　　{gaps}",)
    notes = ["日类：" + "　".join(f"{kind.zh}{count}天" for kind, count in table.counts.items() if count)]
    if table.provisional:
        notes.append(f"注：{table.year}年放假调休安排尚未公布，本表日类按法定节日和周末暂定。")
    return Sheet(sheet_title(table), tuple(columns), rows, f"{room}{_title(table)}", lines, tuple(notes))


def sheet_title(table: MonthTable) -> str:
    """Return what the sheet is called: 2026年10月."""
    return f"{table.year}年{table.month}月"


def _title(table: MonthTable) -> str:
    first, last = table.days[0].date, table.days[-1].date
    whole = first.day == 1 and (last + _ONE_DAY).day == 1 and first.month == last.month
    span = "" if whole else f"{first.day}日至{last.month}月{last.day}日"
    return f"{sheet_title(table)}{span}值班表"


def _shift_words(table: MonthTable, zone: ZoneInfo) -> str:
    found: dict[str, None] = {}
    for row in table.rows:
        found[f"{row.shift.name} {_span(row.shift.starts_at, row.shift.ends_at, zone)}"] = None
    return "班次：" + "；".join(found)


def _span(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    night = "次日" if last.date() > first.date() else ""
    return f"{first:%H:%M}至{night}{last:%H:%M}"


def _row(
    table: MonthTable, number: int, names: Mapping[int, str], zone: ZoneInfo, *, phones: bool
) -> Sequence[SheetCell | None]:
    row = table.rows[number]
    tint = _TINTS.get(row.day.day_type, "")
    look = Look(fill=tint, centred=True)
    span = _shifts_of_day(table, number) if row.first_of_day else 0
    day: date = row.day.date
    cells: list[SheetCell | None] = [
        SheetCell(day, Look(bold=True, fill=tint, centred=True, form=_DAY_FORM), span) if span else None,
        SheetCell(row.day.weekday_zh, look, span) if span else None,
    ]
    if table.several_shifts:
        cells.append(SheetCell(row.shift.name, look))
    for cell in row.cells:
        cells.append(_post_cell(cell, names, tint))
        if phones:
            cells.append(SheetCell("\n".join(each.phone or NOTHING for each in cell.persons), look))
    strong = Look(bold=row.day.day_type in (DayType.STATUTORY_HOLIDAY, DayType.MAKEUP_WORKDAY), fill=tint, centred=True)
    cells.append(SheetCell(row.day.day_type.zh, strong, span) if span else None)
    cells.append(SheetCell(_remarks(table, row, names, zone), Look(fill=tint)))
    return cells


def _shifts_of_day(table: MonthTable, number: int) -> int:
    following = table.rows[number + 1 :]
    return 1 + next((at for at, row in enumerate(following) if row.first_of_day), len(following))


def _post_cell(cell: MonthCell, names: Mapping[int, str], tint: str) -> SheetCell:
    said = "、".join(names.get(each.person_id, each.name) for each in cell.persons)
    # Who is planned and on leave leaves a gap too, but in his seat nobody is missing from the plan.
    if cell.missing:
        look = Look(bold=True, colour=_GAP_COLOUR, fill=_GAP_TINT, centred=True)
        return SheetCell(f"{said}　缺{cell.missing}人".strip(), look)
    return SheetCell(said or ("" if cell.exists else NOTHING), Look(fill=tint, centred=True))


def _remarks(table: MonthTable, row: MonthRow, names: Mapping[int, str], zone: ZoneInfo) -> str:
    """Say the holiday, who stands in for whom and when, and who is away."""
    remarks = [row.day.remark_zh] if row.first_of_day and row.day.remark_zh else []
    for post, cell in zip(table.posts, row.cells, strict=True):
        planned = {each.person_id: names.get(each.person_id, each.name) for each in cell.persons}
        remarks += [_cover_words(post.name, mark, planned, names, zone) for mark in cell.covers]
        covered = {mark.person_id for mark in cell.covers}
        remarks += [f"{planned[each]}请假" for each in cell.away if each in planned and each not in covered]
    return "；".join(remarks)


def _cover_words(
    post: str, mark: CoverMark, planned: Mapping[int, str], names: Mapping[int, str], zone: ZoneInfo
) -> str:
    cover = names.get(mark.cover.person_id, mark.cover.name)
    person = planned.get(mark.person_id, NOTHING)
    return f"{post}{cover}替{person} {_span(mark.starts_at, mark.ends_at, zone)}（{mark.kind.zh}）"

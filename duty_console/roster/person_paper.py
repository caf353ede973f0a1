"""One person's duty as a printed list: date, shift, post, from when to when, for whom."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.clock import DEFAULT_ZONE
from duty_console.papers.blocks import Block, Paragraph
from duty_console.papers.fonts import Face
from duty_console.papers.page import a4, set_pages, write_pages
from duty_console.papers.pen import About
from duty_console.papers.table import Cell, Column, Row, Table
from duty_console.papers.text import GREY, Align, TextStyle
from duty_console.papers.wording import clock_time, local, long_date, short_date
from duty_console.roster.model import DayType
from duty_console.roster.paper import ROOM, TITLE, page_furniture
from duty_console.roster.personal import DutyRole

if TYPE_CHECKING:
    from duty_console.roster.personal import PersonDuty, PersonSheet

_WORDS = TextStyle(Face.HEI, 9.6, 13.0)
_HEAD = TextStyle(Face.HEI_SEMIBOLD, 9.6, 13.0)
_QUIET = TextStyle(Face.HEI, 9.6, 13.0, colour=GREY)
_RIGHT = TextStyle(Face.HEI, 9.6, 13.0, Align.RIGHT)
_SUMS = TextStyle(Face.SONG, 9.6, 14.0)


def person_pdf(sheet: PersonSheet, room_name: str, *, at: datetime | None = None, zone: str = DEFAULT_ZONE) -> bytes:
    """Return a person's duty of some dates as a PDF."""
    here = ZoneInfo(zone)
    title = f"{sheet.name}值班表"
    furniture = page_furniture(f"{room_name}　{title}（续）", at, here, None)
    blocks: list[Block] = [Paragraph(room_name, ROOM), Paragraph(title, TITLE)]
    named = "　".join(filter(None, (sheet.title, sheet.phone)))
    dates = f"{long_date(sheet.first)}至{long_date(sheet.last)}"
    blocks.append(Paragraph("　".join(filter(None, (dates, named))), _SUMS, space_before=4.0))
    blocks.append(Paragraph(_sums(sheet), _SUMS))
    blocks.append(_table(sheet, here))
    for leave in sheet.leaves:
        first, last = local(leave.starts_at, here), local(leave.ends_at, here)
        words = f"{leave.kind.zh}：{short_date(first)} {clock_time(first)}至{short_date(last)} {clock_time(last)}"
        blocks.append(Paragraph(words, _SUMS, space_before=3.0))
    setup = a4(left=20, right=16, top=16, bottom=8)
    about = About(title, room_name, at or datetime(sheet.first.year, sheet.first.month, sheet.first.day, tzinfo=UTC))
    return write_pages(setup, set_pages(setup, blocks, furniture), furniture, about)


def _sums(sheet: PersonSheet) -> str:
    parts = [f"共{sheet.shifts:g}班、{round(sheet.hours, 1):g}小时"]
    parts += [f"{each.zh}{sheet.counts[each]:g}" for each in DayType if sheet.counts.get(each)]
    given, got = sheet.covers(DutyRole.COVERING), sheet.covers(DutyRole.COVERED)
    parts += [f"替他人{given}次"] if given else []
    parts += [f"由他人替{got}次"] if got else []
    return "　".join(parts)


def _table(sheet: PersonSheet, zone: ZoneInfo) -> Table:
    columns = (
        Column(1.5, _HEAD),
        Column(1.0, _WORDS),
        Column(1.0, _WORDS),
        Column(1.2, _WORDS),
        Column(1.7, _WORDS),
        Column(0.7, _RIGHT),
        Column(1.8, _WORDS),
    )
    head = Row(tuple(Cell(each, _HEAD) for each in ("日期", "日类", "班次", "岗位", "起止", "小时", "备注")))
    body = tuple(_row(duty, zone) for duty in sheet.duties)
    return Table(columns, (head,), body, pad_y=2.4, space_before=6.0)


def _row(duty: PersonDuty, zone: ZoneInfo) -> Row:
    starts, ends = local(duty.starts_at, zone), local(duty.ends_at, zone)
    night = "次日" if ends.date() > starts.date() else ""
    note = {
        DutyRole.OWN: "",
        DutyRole.COVERING: f"代{duty.other}",
        DutyRole.COVERED: f"由{duty.other}替班",
        DutyRole.AWAY: "请假，岗位空缺",
    }[duty.role]
    style = None if duty.serves else _QUIET
    words = (
        f"{short_date(duty.shift.date)} {duty.day.weekday_zh}",
        duty.day.day_type.zh,
        duty.shift.name,
        duty.post,
        f"{clock_time(starts)}至{night}{clock_time(ends)}",
        f"{round(duty.hours, 1):g}" if duty.serves else "0",
        note,
    )
    return Row(tuple(Cell(each, style if place != 5 else None) for place, each in enumerate(words)))

"""The printed week 一周值班表: A4 lying, seven days down, with everybody's number, covers and absences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.clock import DEFAULT_ZONE
from duty_console.papers.blocks import Block, Paragraph
from duty_console.papers.fonts import Face
from duty_console.papers.page import PageSetup, a4, set_pages, write_pages
from duty_console.papers.pen import THIN, About
from duty_console.papers.table import Cell, Column, Row, Table
from duty_console.papers.text import TextStyle
from duty_console.papers.wording import NOTHING, long_date, short_date
from duty_console.roster.paper import DAY_TINTS, GAP_RED, GAP_TINT, ROOM, SMALL, TITLE, page_furniture
from duty_console.roster.paper_words import correction_note, cover_words, leave_words, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.papers.text import Colour
    from duty_console.roster.model import Leave, MonthCell, MonthRow, MonthTable, RosterCorrection
    from duty_console.roster.paper_words import PaperState

_SIZES = ((11.4, 9.0), (10.6, 6.0), (9.6, 4.0), (9.0, 2.6), (8.4, 1.6), (7.6, 0.8))


def week_pdf(
    table: MonthTable,
    room_name: str,
    *,
    at: datetime | None = None,
    zone: str = DEFAULT_ZONE,
    state: PaperState | None = None,
    leaves: Sequence[Leave] = (),
    corrections: Sequence[RosterCorrection] = (),
) -> bytes:
    """Return the roster of a week as a PDF, on one lying page unless the days have very many shifts."""
    first, last = table.days[0].date, table.days[-1].date
    span = f"{long_date(first)}至{short_date(last) if first.year == last.year else long_date(last)}"
    title = f"{span}值班表{f'（{state.word}）' if state else ''}"
    furniture = page_furniture(f"{room_name}　{title}（续）", at, ZoneInfo(zone), state)
    pages, setup = [], _lying()
    for size, pad in _SIZES:
        blocks: list[Block] = [Paragraph(room_name, ROOM), Paragraph(title, replace(TITLE, size=18.0, leading=25.0))]
        blocks.append(_table(table, leaves, ZoneInfo(zone), size, pad))
        if note := correction_note(corrections):
            blocks.append(Paragraph(note, SMALL, space_before=4.0))
        pages = set_pages(setup, blocks, furniture)
        if len(pages) == 1:
            break
    about = About(title, room_name, at or datetime(first.year, first.month, first.day, tzinfo=UTC))
    return write_pages(setup, pages, furniture, about)


def _lying() -> PageSetup:
    return a4(left=16, right=16, top=12, bottom=6, landscape=True)


def _table(table: MonthTable, leaves: Sequence[Leave], zone: ZoneInfo, size: float, pad: float) -> Table:
    plain, strong = _style(size), _style(size, Face.HEI_SEMIBOLD)
    columns = [Column(1.0, strong)]
    head = [Cell("日期", strong)]
    if table.several_shifts:
        columns.append(Column(0.7, plain))
        head.append(Cell("班次", strong))
    for post in table.posts:
        columns.append(Column(1.7, plain))
        head.append(Cell(post.name, strong))
    body = tuple(_row(table, number, leaves, zone, plain) for number in range(len(table.rows)))
    return Table(tuple(columns), (Row(tuple(head)),), body, pad_x=size * 0.4, pad_y=pad, space_before=4.0)


def _style(size: float, face: Face = Face.HEI) -> TextStyle:
    return TextStyle(face, size, size * 1.32)


def _row(table: MonthTable, number: int, leaves: Sequence[Leave], zone: ZoneInfo, style: TextStyle) -> Row:
    row = table.rows[number]
    fill = DAY_TINTS.get(row.day.day_type)
    cells: list[Cell] = []
    if row.first_of_day:
        following = table.rows[number + 1 :]
        span = 1 + next((at for at, each in enumerate(following) if each.first_of_day), len(following))
        words = f"{short_date(row.day.date)} {row.day.weekday_zh}\n{row.day.day_type.zh}"
        if row.day.remark_zh:
            words += f"\n{row.day.remark_zh}"
        cells.append(Cell(words, row_span=span, fill=fill))
    if table.several_shifts:
        cells.append(Cell(row.shift.name, fill=fill))
    cells += [_cell(row, cell, leaves, zone, style, fill) for cell in row.cells]
    return Row(tuple(cells), THIN)


def _cell(
    row: MonthRow, cell: MonthCell, leaves: Sequence[Leave], zone: ZoneInfo, style: TextStyle, fill: Colour | None
) -> Cell:
    lines: list[str] = []
    for person in cell.persons:
        away = leave_words(person, cell, row.shift, leaves)
        lines.append(" ".join(filter(None, (f"{person.name}{away}", person.title, person.phone))))
        lines += [f"{cover_words(mark, row.shift, zone)} {mark.cover.phone}" for mark in marks_of(person, cell)]
    if cell.missing:
        lines.append(f"缺{cell.missing}人")
        gap = replace(style, face=Face.HEI_SEMIBOLD, colour=GAP_RED)
        return Cell("\n".join(lines), gap, fill=GAP_TINT)
    return Cell("\n".join(lines) or NOTHING, fill=fill)

"""The printed roster 值班表: one A4 page for a month, as the screen shows it. The week: `week_paper`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.clock import DEFAULT_ZONE
from duty_console.papers.blocks import Block, Paragraph, TwoEnds
from duty_console.papers.fonts import Face
from duty_console.papers.foot import Foot, FootWords
from duty_console.papers.page import Furniture, PageSetup, a4, save_pdf, set_pages, write_pages
from duty_console.papers.pen import HAIR, THIN, About
from duty_console.papers.table import Cell, Column, Row, Table
from duty_console.papers.text import GREY, Align, TextStyle
from duty_console.papers.wording import NOTHING, clock_time, local, long_date, spoken_time
from duty_console.roster.model import DayType, PostKind
from duty_console.roster.paper_words import correction_note, cover_words, leave_words, marks_of, person_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from duty_console.papers.text import Colour
    from duty_console.roster.model import Leave, MonthCell, MonthTable, Post, RosterCorrection, Shift
    from duty_console.roster.paper_words import PaperState

ROOM = TextStyle(Face.SONG, 11.0, 15.0, Align.CENTER, tracking=1.2)
TITLE = TextStyle(Face.SONG_BOLD, 20.0, 27.0, Align.CENTER, tracking=2.4)
SMALL = TextStyle(Face.SONG, 8.2, 11.4)
_SIGN = TextStyle(Face.SONG, 9.6, 13.0)
_RUNNING = TextStyle(Face.SONG, 7.45, 12.0, colour=GREY)
GAP_RED: Colour = (0.776, 0.157, 0.157)
GAP_TINT: Colour = (0.98, 0.933, 0.933)
DAY_TINTS: dict[DayType, Colour] = {
    DayType.STATUTORY_HOLIDAY: (0.914, 0.902, 0.969),
    DayType.ADJUSTED_REST: (0.957, 0.949, 0.984),
    DayType.MAKEUP_WORKDAY: (0.867, 0.941, 0.945),
    DayType.WEEKEND: (0.933, 0.949, 0.965),
}
_SIZES = ((9.2, (4.2, 3.4, 2.6, 1.8, 1.2)), (8.4, (1.6, 1.0)), (7.4, (1.4, 0.8, 0.3)))
"""Sizes of the words and points above and below them, loosest first: the first that makes one page is taken."""
_UNUSUAL = frozenset({DayType.STATUTORY_HOLIDAY, DayType.ADJUSTED_REST, DayType.MAKEUP_WORKDAY})
_UPRIGHT_POSTS = 4  # more columns than these stand too narrow on an upright page
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words of the table look at one size."""

    size: float
    pad: float

    def style(self, face: Face = Face.HEI, align: Align = Align.LEFT, shrink: float = 0.0) -> TextStyle:
        return TextStyle(face, self.size - shrink, self.size * 1.28, align)

    @property
    def gap(self) -> TextStyle:
        return replace(self.style(Face.HEI_SEMIBOLD), colour=GAP_RED)


def write_roster_sheet(
    table: MonthTable, room_name: str, path: Path, *, at: datetime | None = None, zone: str = DEFAULT_ZONE
) -> None:
    """Write the roster as a PDF, whole or not at all. Raises EnvironmentProblem `paper_unwritable`."""
    save_pdf(roster_pdf(table, room_name, at=at, zone=zone), path)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that one printed month says."""

    table: MonthTable
    room_name: str
    title: str
    zone: ZoneInfo
    leaves: Sequence[Leave]
    corrections: Sequence[RosterCorrection]


def roster_pdf(
    table: MonthTable,
    room_name: str,
    *,
    at: datetime | None = None,
    zone: str = DEFAULT_ZONE,
    state: PaperState | None = None,
    lying: bool = False,
    leaves: Sequence[Leave] = (),
    corrections: Sequence[RosterCorrection] = (),
) -> bytes:
    """Return the roster as a PDF; `at` is when it is printed (left out: not said), `zone` the room's.

    `state` says whether it is final (`paper_words.final_state`) or a draft, `leaves` why somebody is away.
    Upright where the columns have room, else lying, or always `lying`; one page for a month unless cells hold very many
    persons.
    The same table always gives the same bytes.
    """
    title = f"{table.year}年{table.month}月值班表{f'（{state.word}）' if state else ''}"
    sheet = _Sheet(table, room_name, title, ZoneInfo(zone), leaves, corrections)
    furniture = page_furniture(f"{room_name}　{title}（续）", at, ZoneInfo(zone), state)
    for setup, look in _attempts(table, lying=lying):
        pages = set_pages(setup, _blocks(sheet, look), furniture)
        if len(pages) == 1:
            break
    else:
        setup = _lying() if lying else _upright()
        pages = set_pages(setup, _blocks(sheet, _Look(8.6, 1.2)), furniture)
    about = About(title, room_name, at or datetime(table.year, table.month, 1, tzinfo=UTC))
    return write_pages(setup, pages, furniture, about)


def page_furniture(running: str, at: datetime | None, zone: ZoneInfo, state: PaperState | None) -> Furniture:
    """Return head and foot of the pages: when it was printed, and what is said about its numbers."""
    printed = f"打印于{long_date(local(at, zone))}{spoken_time(local(at, zone))}" if at else ""
    lines = tuple(filter(None, (state.note if state else "", printed)))
    return Furniture(Paragraph(running, _RUNNING), lambda page, pages: Foot(FootWords(lines), page, pages))


def _upright() -> PageSetup:
    return a4(left=20, right=16, top=14, bottom=8)


def _lying() -> PageSetup:
    return a4(left=16, right=16, top=12, bottom=6, landscape=True)


def _attempts(table: MonthTable, *, lying: bool) -> Iterator[tuple[PageSetup, _Look]]:
    setups = [_lying()] if lying else [_upright(), _lying()]
    if len(table.posts) > _UPRIGHT_POSTS:
        setups.reverse()
    for size, pads in _SIZES:
        for setup in setups:
            for pad in pads:
                yield setup, _Look(size, pad)


def _blocks(sheet: _Sheet, look: _Look) -> list[Block]:
    table = sheet.table
    blocks: list[Block] = [Paragraph(sheet.room_name, ROOM), Paragraph(sheet.title, TITLE)]
    blocks.append(TwoEnds(_shift_words(table, sheet.zone), _gap_words(table), SMALL, space_before=4.0))
    blocks.append(_month_table(sheet, look))
    legend = "　".join(f"{kind.zh}{count}天" for kind, count in table.counts.items() if count)
    blocks.append(Paragraph(f"日类：{legend}", SMALL, space_before=4.0))
    if table.provisional:
        note = f"注：{table.year}年放假调休安排尚未公布，本表日类按法定节日和周末暂定，以国务院办公厅通知为准。"
        blocks.append(Paragraph(note, SMALL))
    if note := correction_note(sheet.corrections):
        blocks.append(Paragraph(note, SMALL))
    blank = "　" * 8
    date_line = "日期：　　　　年　　月　　日"
    blocks.append(TwoEnds(f"制表：{blank}审核：{blank}", date_line, _SIGN, space_before=10.0))
    return blocks


def _shift_words(table: MonthTable, zone: ZoneInfo) -> str:
    """Say the shifts and their times, in the order in which the month has them."""
    found: dict[str, None] = {}
    for row in table.rows:
        starts, ends = local(row.shift.starts_at, zone), local(row.shift.ends_at, zone)
        # A last shift that was stretched or cut by a change of pattern would only confuse here.
        if ends - starts <= timedelta(hours=24):
            night = "次日" if ends.date() > starts.date() else ""
            found[f"{row.shift.name} {clock_time(starts)}至{night}{clock_time(ends)}"] = None
    return "班次：" + "；".join(found) if found else ""


def _gap_words(table: MonthTable) -> str:
    missing = sum(gap.missing for gap in table.gaps)
    return f"缺岗{len(table.gaps)}处，共缺{missing}人" if missing else "各岗齐全"


def _month_table(sheet: _Sheet, look: _Look) -> Table:
    table = sheet.table
    head = look.style(Face.HEI_SEMIBOLD)
    columns = [
        Column(0.62, look.style(Face.HEI_SEMIBOLD, Align.RIGHT), ruled=False),
        Column(0.62, look.style(), ruled=False),
        Column(1.1, look.style(shrink=0.6)),
    ]
    cells = [Cell("日期", head, col_span=2), Cell("日类", head)]
    if table.several_shifts:
        columns.append(Column(0.9, look.style(shrink=0.6)))
        cells.append(Cell("班次", head))
    for post in table.posts:
        cells.append(Cell(post.name, head, col_span=2 if _with_phone(post) else 1))
        if _with_phone(post):
            columns.append(Column(1.05, look.style(Face.HEI_SEMIBOLD), ruled=False))
            columns.append(Column(1.7, look.style(shrink=0.6)))
        else:
            columns.append(Column(1.3, look.style()))
    columns.append(Column(1.5, look.style(shrink=0.8)))
    cells.append(Cell("备注", head))
    body = tuple(_row(sheet, number, look) for number in range(len(table.rows)))
    return Table(tuple(columns), (Row(tuple(cells)),), body, pad_x=look.size * 0.34, pad_y=look.pad, space_before=3.0)


def _with_phone(post: Post) -> bool:
    """Tell whether the post's number is printed: a leader on duty must be reachable at any hour."""
    return post.kind is PostKind.LEADER


def _row(sheet: _Sheet, number: int, look: _Look) -> Row:
    table, row = sheet.table, sheet.table.rows[number]
    day, fill = row.day, DAY_TINTS.get(row.day.day_type)
    cells: list[Cell] = []
    span = _shifts_of_day(table, number) if row.first_of_day else 0
    if span:
        strong = look.style(Face.HEI_SEMIBOLD, shrink=0.6) if day.day_type in _UNUSUAL else None
        cells.append(Cell(str(day.date.day), row_span=span, fill=fill))
        cells.append(Cell(day.weekday_zh, row_span=span, fill=fill))
        cells.append(Cell(day.day_type.zh, strong, row_span=span, fill=fill))
    if table.several_shifts:
        cells.append(Cell(row.shift.name, fill=fill))
    for post, cell in zip(table.posts, row.cells, strict=True):
        cells += _post_cells(sheet, post, cell, row.shift, look, fill)
    if span:
        cells.append(Cell(day.remark_zh, row_span=span, fill=fill))
    return Row(tuple(cells), THIN if day.date.weekday() == _MONDAY and row.first_of_day else HAIR)


def _shifts_of_day(table: MonthTable, number: int) -> int:
    following = table.rows[number + 1 :]
    return 1 + next((at for at, row in enumerate(following) if row.first_of_day), len(following))


def _post_cells(
    sheet: _Sheet, post: Post, cell: MonthCell, shift: Shift, look: _Look, fill: Colour | None
) -> list[Cell]:
    spans = 2 if _with_phone(post) else 1
    named = [person_words(each, cell, shift, sheet.leaves, sheet.zone) for each in cell.persons]
    parted = bool(cell.covers or cell.away)  # each on a line of its own
    joined = ("\n" if parted else "、").join(named)
    if cell.missing:
        words = "\n".join((joined, f"缺{cell.missing}人")) if parted else f"{joined}　缺{cell.missing}人".strip()
        return [Cell(words, look.gap, col_span=spans, fill=GAP_TINT)]
    if not cell.persons:
        return [Cell(NOTHING, col_span=spans, fill=fill)]
    if spans == 1:
        return [Cell(joined, fill=fill)]
    if len(cell.persons) == 1 and not cell.covers:
        return [Cell(named[0], fill=fill), Cell(cell.persons[0].phone or NOTHING, fill=fill)]
    # Several leaders, or one and his stand-in: name and number on one line each, so that no number can be read for
    # the wrong name.
    lines: list[str] = []
    for person in cell.persons:
        away = leave_words(person, cell, shift, sheet.leaves)
        lines.append(f"{person.name}{away} {person.phone}".strip())
        lines += [f"{cover_words(mark, shift, sheet.zone)} {mark.cover.phone}" for mark in marks_of(person, cell)]
    return [Cell("\n".join(lines), look.style(), col_span=2, fill=fill)]

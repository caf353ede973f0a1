"""The tables of the handover sheet, one function for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from duty_console.papers.blocks import Block, Stack
from duty_console.papers.fonts import Face
from duty_console.papers.pen import THIN
from duty_console.papers.table import Cell, Column, Row, Table
from duty_console.papers.text import Align, TextStyle
from duty_console.papers.wording import NOTHING, clock_time, local, long_date, short_date, spoken_time, spread, weekday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from duty_console.handover.model import (
        EquipmentCheck,
        HandoverSheet,
        LeaderInstruction,
        PersonAtPost,
        SheetIncident,
        SheetLimit,
        SheetShift,
    )

_Thing = TypeVar("_Thing")
_WORDS = TextStyle(Face.SONG, 8.6, 11.0)
_MIDDLE = replace(_WORDS, align=Align.CENTER)
_SUMMARY = replace(_WORDS, leading=12.0)
_HEAD = TextStyle(Face.HEI_SEMIBOLD, 8.1, 11.0, Align.CENTER)
_LATE = replace(_HEAD, size=8.4)
_NUMBER = TextStyle(Face.SONG, 9.2, 11.0, Align.CENTER)
_OTHER_DAY = replace(_MIDDLE, size=7.4)
_MOST_POSTS = 5
_MOST_COUNTS = 10
_MOST_CHECKS = 8


def _heads(*words: str | tuple[str, int]) -> tuple[Row, ...]:
    cells = [Cell(word, _HEAD) if isinstance(word, str) else Cell(word[0], _HEAD, word[1]) for word in words]
    return (Row(tuple(cells)),)


def _bands(things: Sequence[_Thing], most: int) -> list[Sequence[_Thing]]:
    """Share things among as few rows of at most `most` as possible, evenly."""
    rows = -(-len(things) // most)
    return [things[row * len(things) // rows : (row + 1) * len(things) // rows] for row in range(rows)]


def people_tables(sheet: HandoverSheet, pad: float) -> Block:
    """Build the shift's time and who hands over to whom, a column for each post."""
    posts = list(dict.fromkeys(person.post for person in (*sheet.outgoing, *sheet.incoming))) or [""]
    label = Column(33.1, _HEAD)
    tables: list[Block] = []
    for number, band in enumerate(_bands(posts, _MOST_POSTS)):
        # The first post is the leader's: with a title beside the name it wants more room.
        shares = [91.7 if number == 0 and post == posts[0] and len(band) > 1 else 68.8 for post in band]
        columns = (label, *(Column(share, _MIDDLE) for share in shares))
        when = Row((Cell(spread("班次")), Cell(_shift_words(sheet.shift, sheet.zone), _WORDS, len(band))))
        body = (
            Row((Cell(""), *(Cell(spread(post), _HEAD) for post in band))),
            Row((Cell(spread("交班")), *(Cell(_at_post(sheet.outgoing, post)) for post in band))),
            Row((Cell(spread("接班")), *(Cell(_at_post(sheet.incoming, post)) for post in band))),
        )
        tables.append(Table(columns, (when,) if number == 0 else (), body, pad_y=pad))
    return Stack(tables)


def _at_post(persons: tuple[PersonAtPost, ...], post: str) -> str:
    found = [person for person in persons if person.post == post]
    lines = [
        part
        for person in found
        for part in ("\u3000".join(filter(None, (person.name, person.title))), person.phone)
        if part
    ]
    return "\n".join(lines) or NOTHING


def _shift_words(shift: SheetShift, zone: str) -> str:
    start, end = local(shift.starts_at, ZoneInfo(zone)), local(shift.ends_at, ZoneInfo(zone))
    day = "，".join(filter(None, (weekday(start), shift.day_type)))
    last = short_date(end) if end.year == start.year else long_date(end)
    times = f"{long_date(start)}（{day}）{spoken_time(start)}\u3000至\u3000{last} {spoken_time(end)}"
    return "\u3000".join(filter(None, (shift.name, times)))


def counts_table(sheet: HandoverSheet, pad: float) -> Block:
    """Build the shift in numbers."""
    tables = [
        Table(
            tuple(Column(1, _NUMBER) for _ in band),
            (Row(tuple(Cell(count.word, _HEAD) for count in band)),),
            (Row(tuple(Cell(str(count.number)) for count in band)),),
            pad_y=pad,
        )
        for band in _bands(sheet.counts, _MOST_COUNTS)
    ]
    return _tables(tables, pad)


def incidents_table(sheet: HandoverSheet, pad: float) -> Block:
    """Build the incidents, a row for each limit; a late one is set in bold type and says so in words."""
    columns = (
        Column(56.0, _MIDDLE, pad=1.0),
        Column(104.0, _SUMMARY),
        Column(31.0, _MIDDLE, pad=1.0),
        # Five characters (书面续报二) and an office's full name (市政府总值班室) each fit on a line.
        Column(46.0, _WORDS, ruled=False, pad=1.5),
        Column(78.0, _WORDS, pad=2.0),
        Column(35.0, _MIDDLE, pad=0.6),
        Column(35.0, _MIDDLE, pad=0.6),
        Column(57.0, _MIDDLE, pad=0.8),
    )
    head = _heads("编号", "事件", "等级", ("时限事项", 2), "应于", "实报", "结果")
    rows = [row for incident in sheet.incidents for row in _incident_rows(incident, sheet)]
    return Table(columns, head, tuple(rows) or _nothing("本班无事件", len(columns)), pad_y=pad)


def _incident_rows(incident: SheetIncident, sheet: HandoverSheet) -> list[Row]:
    span = max(1, len(incident.limits))
    spanning = (
        Cell(incident.number, row_span=span, repeated=True),
        Cell(incident.summary, row_span=span),
        Cell(incident.grade or NOTHING, row_span=span),
    )
    if not incident.limits:
        return [Row((*spanning, Cell("无时限事项", _MIDDLE, col_span=5)), THIN)]
    limits = [_limit_cells(limit, sheet) for limit in incident.limits]
    return [Row((*spanning, *limits[0]), THIN), *map(Row, limits[1:])]


def _limit_cells(limit: SheetLimit, sheet: HandoverSheet) -> tuple[Cell, ...]:
    return (
        Cell(limit.kind),
        Cell(limit.recipient),
        _time_cell(limit.due_at, sheet),
        _time_cell(limit.done_at, sheet),
        Cell(limit.result or NOTHING, _LATE if limit.late else None),
    )


def _time_cell(moment: datetime | None, sheet: HandoverSheet) -> Cell:
    """Show the hour alone within the shift; outside it the day as well, or 08:00 could be either morning."""
    if moment is None:
        return Cell(NOTHING)
    zone = ZoneInfo(sheet.zone)
    shown, start, end = (local(each, zone) for each in (moment, sheet.shift.starts_at, sheet.shift.ends_at))
    if start <= shown <= end:
        return Cell(clock_time(shown))
    day = f"{shown.day}日" if (shown.year, shown.month) == (end.year, end.month) else short_date(shown)
    return Cell(f"{day}{clock_time(shown)}" if len(day) <= 3 else f"{day}\n{clock_time(shown)}", _OTHER_DAY)


def unfinished_table(sheet: HandoverSheet, pad: float) -> Block:
    """Build what the next shift takes over."""
    columns = (Column(23.0, _MIDDLE), Column(212.6, _WORDS), Column(105.6, _MIDDLE), Column(100.8, _MIDDLE))
    zone = ZoneInfo(sheet.zone)
    rows = [
        Row(
            (
                Cell(str(number)),
                Cell(item.text),
                Cell(item.owner or NOTHING),
                Cell(_day_and_time(item.due_at, zone)),
            )
        )
        for number, item in enumerate(sheet.unfinished, 1)
    ]
    head = _heads("序", "事项", "责任人", "时限")
    return Table(columns, head, tuple(rows) or _nothing("无未完事项", len(columns)), pad_y=pad)


def _day_and_time(moment: datetime | None, zone: ZoneInfo) -> str:
    if moment is None:
        return NOTHING
    shown = local(moment, zone)
    return f"{short_date(shown)} {clock_time(shown)}"


def equipment_tables(sheet: HandoverSheet, pad: float) -> Block:
    """Build the state of the room's equipment, a column for each piece."""
    tables = [_equipment_band(band, pad) for band in _bands(sheet.equipment, _MOST_CHECKS)]
    return _tables(tables, pad)


def _equipment_band(band: Sequence[EquipmentCheck], pad: float) -> Table:
    states = [Cell("\n".join(filter(None, (check.state, check.remark))) or NOTHING) for check in band]
    return Table(
        tuple(Column(1, _MIDDLE) for _ in band),
        (Row(tuple(Cell(spread(check.name), _HEAD) for check in band)),),
        (Row(tuple(states)),),
        pad_x=2.5,
        pad_y=pad,
    )


def instructions_table(sheet: HandoverSheet, pad: float) -> Block:
    """Build the leaders' instructions with their feedback, and the outgoing officer's own words."""
    columns = (
        Column(37.4, _MIDDLE, pad=0.8),
        Column(41.0, _MIDDLE, pad=1.5),
        Column(220.6, _WORDS),
        Column(71.6, _MIDDLE),
        Column(71.6, _MIDDLE),
    )
    rows = [_instruction_row(instruction, sheet) for instruction in sheet.instructions]
    notes = Row((Cell("交班说明", _HEAD, col_span=2, repeated=True), Cell(sheet.notes.strip() or "无", col_span=3)))
    body = (*(tuple(rows) or _nothing("无领导要求", len(columns))), notes)
    return Table(columns, _heads("时间", "领导", "要求", "应反馈", "已反馈"), body, pad_y=pad)


def _instruction_row(instruction: LeaderInstruction, sheet: HandoverSheet) -> Row:
    return Row(
        (
            _time_cell(instruction.at, sheet),
            Cell(instruction.leader),
            Cell(instruction.text),
            _time_cell(instruction.feedback_due_at, sheet),
            _time_cell(instruction.feedback_at, sheet),
        )
    )


def _nothing(words: str, columns: int) -> tuple[Row, ...]:
    """Say that there is nothing, so that an empty table is never taken for one that was not filled in."""
    return (Row((Cell(words, _MIDDLE, col_span=columns),)),)


def _tables(tables: list[Table], pad: float) -> Block:
    if not tables:
        return Table((Column(1, _MIDDLE),), (), _nothing("无", 1), pad_y=pad)
    return Stack([*tables])

"""The commands `import` and `export`: what they do, their JSON (design.md §6) and their words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duty_console.cli.cell_sentences import cell_place, cell_sentence
from duty_console.cli.reply import Reply, Work
from duty_console.cli.streams import one_line
from duty_console.errors import InputProblem
from duty_console.roster.month import month_dates

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from datetime import date

    from duty_console.desk import Desk
    from duty_console.exchange.model import CellProblem
    from duty_console.roster.files.model import PeopleDraft, RosterDraft

PROBLEM = 2
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)

Shape = dict[str, Any]


def import_roster(options: Namespace) -> Work:
    """`import roster`: stores all cells, or none and ends with 2."""
    path = _named(options.file)

    def work(desk: Desk) -> Reply:
        draft = desk.roster_files.preview(path, options.reason)
        stored = not draft.problems and not options.dry_run
        changed = desk.roster_files.store(draft) if stored else sum(cell.changes for cell in draft.cells)
        value: Shape = {
            "file": str(path),
            "layout": draft.layout.value,
            "cells": len(draft.cells),
            "changed": changed,
            "from": _iso(draft.dates[:1]),
            "to": _iso(draft.dates[-1:]),
            "posts": list(draft.posts),
        }
        done = f"已导入 {len(draft.cells)} 格" if stored else f"可导入 {len(draft.cells)} 格"
        return _imported(value, draft, f"{done}，改动 {changed} 格", stored=stored)

    return work


def import_people(options: Namespace) -> Work:
    """`import people`: stores all persons, or none and ends with 2."""
    path = _named(options.file)

    def work(desk: Desk) -> Reply:
        draft = desk.roster_files.preview_people(path)
        stored = not draft.problems and not options.dry_run
        if stored:
            desk.roster_files.store_people(draft)
        value = {"file": str(path), "layout": "people", "persons": len(draft.persons), "units": list(draft.units)}
        done = "已加入" if stored else "可加入"
        words = f"{done} {len(draft.persons)} 人" + (f"，新单位 {len(draft.units)} 个" if draft.units else "")
        return _imported(value, draft, words, stored=stored)

    return work


def export_roster(options: Namespace) -> Work:
    """`export roster`: a month as .xlsx, or one person's duty of it as .ics."""
    path, asked = _named(options.file), _year_and_month(options.month)
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".ics"):
        raise InputProblem("file", "not_an_export_name", name=options.file)
    if suffix == ".ics" and not (options.person or "").strip():
        raise InputProblem("person", "person_needed")
    if suffix == ".xlsx" and options.person is not None:
        raise InputProblem("person", "person_not_here")

    def work(desk: Desk) -> Reply:
        today = desk.clock.now().astimezone(desk.room.zone()).date()
        year, month = asked or (today.year, today.month)
        first, last = month_dates(year, month)
        value: Shape = {"file": str(path), "month": f"{year:04}-{month:02}"}
        if suffix == ".ics":
            person = desk.roster_files.person_named(options.person)
            value |= {"person": person.name, "events": desk.roster_files.export_calendar(path, person.id, first, last)}
        else:
            desk.roster_files.export_roster(path, first, last, phones=options.phones)
        return Reply(lambda: value, lambda: f"已写入 {path}")

    return work


def export_people(options: Namespace) -> Work:
    """`export people`: the active persons as .xlsx."""
    path = _named(options.file)
    if path.suffix.lower() != ".xlsx":
        raise InputProblem("file", "not_a_workbook_name", name=options.file)

    def work(desk: Desk) -> Reply:
        count = desk.roster_files.export_people(path)
        return Reply(lambda: {"file": str(path), "persons": count}, lambda: f"已写入 {path}，{count} 人")

    return work


def _imported(value: Shape, draft: RosterDraft | PeopleDraft, done: str, *, stored: bool) -> Reply:
    problems, warnings = draft.problems, draft.warnings
    shape = {
        **value,
        "stored": stored,
        "problems": [_cell(each) for each in problems],
        "warnings": [_cell(each) for each in warnings],
    }
    lines = [*_lines(problems, ""), *_lines(warnings, "提醒  ")] + ([] if problems else [done])
    complaint = f"{draft.file}：{len(problems)} 处问题，未导入。" if problems else ""
    return Reply(lambda: shape, lambda: "\n".join(map(one_line, lines)), PROBLEM if problems else 0, complaint)


def _cell(problem: CellProblem) -> Shape:
    """One problem: row and column as the spreadsheet shows them; row 0 and an empty column mean the whole sheet."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.letter,
        "cell": problem.address,
        "code": problem.code,
        "message": cell_sentence(problem),
    }


def _lines(problems: Iterable[CellProblem], mark: str) -> list[str]:
    return [f"{mark}{cell_place(each)}  {cell_sentence(each)}" for each in problems]


def _named(name: str) -> Path:
    if not name.strip() or "\0" in name:
        raise InputProblem("file", "text_missing")
    return Path(name)


def _iso(days: tuple[date, ...]) -> str | None:
    return days[0].isoformat() if days else None


def _year_and_month(words: str | None) -> tuple[int, int] | None:
    if words is None:
        return None
    found = _MONTH.fullmatch(words)
    if found is None or not 1 <= int(found[2]) <= 12 or not 1900 <= int(found[1]) < 2200:
        raise InputProblem("month", "month_not_iso", value=words)
    return int(found[1]), int(found[2])

"""What an import found, as rows: sheets and their layout, problems by sheet, row and column, what would be stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.roster.file_words import code_words, layout_words
from ui.roster.named_days import span_words
from ui.theme import theme
from ui.widgets import Column, IconLabel, Text
from ui.words import day_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.exchange.model import CellProblem
    from duty_console.roster.files.model import DraftCell, DraftPerson, PeopleDraft, RosterDraft, SheetFound


@dataclass(frozen=True, slots=True)
class FileLine:
    """A problem (`wrong`) or a warning, with where it stands."""

    problem: CellProblem
    wrong: bool

    @property
    def words(self) -> str:
        """What is wrong."""
        return code_words(self.problem.code, self.problem.values)


def problem_lines(problems: Sequence[CellProblem], warnings: Sequence[CellProblem]) -> list[FileLine]:
    """Problems first, each kind in the order of the file."""
    return [FileLine(each, wrong=True) for each in problems] + [FileLine(each, wrong=False) for each in warnings]


class ProblemRow(QWidget):
    """Where in the file, and under it what is wrong there, as long as it is."""

    def __init__(self, line: FileLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        px = theme().px
        icon, tone = ("circle-alert", "extreme") if line.wrong else ("triangle-alert", "severe")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(6), px(10), px(6))
        row.setSpacing(px(8))
        row.addWidget(IconLabel(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(place_words(line.problem), "dense_strong", tone, wrap=True))
        column.addWidget(Text(line.words, "dense", wrap=True))
        row.addLayout(column, 1)
        translate = QCoreApplication.translate
        kind = translate("ImportRows", "Error") if line.wrong else translate("ImportRows", "Warning")
        self.setAccessibleName(f"{kind} {place_words(line.problem)} {line.words}")


def place_words(problem: CellProblem) -> str:
    """The sheet, row and column as the spreadsheet shows them."""
    translate = QCoreApplication.translate
    if problem.row and problem.column:
        words = translate("ImportRows", "{sheet}, row {row}, column {column}")
    elif problem.row:
        words = translate("ImportRows", "{sheet}, row {row}")
    elif problem.column:
        words = translate("ImportRows", "{sheet}, column {column}")
    else:
        return problem.sheet
    return words.format(sheet=problem.sheet, row=problem.row, column=problem.letter)


def cell_columns() -> list[Column[DraftCell]]:
    """Date, post, names."""
    translate = QCoreApplication.translate
    return [
        Column(
            "day", translate("ImportRows", "Date"), lambda cell: day_month(cell.entry.shift_date), 84, sortable=False
        ),
        Column(
            "post",
            translate("ImportRows", "Post"),
            lambda cell: cell.post,
            84,
            tip=lambda cell: cell.entry.slot,
            sortable=False,
        ),
        Column(
            "names",
            translate("ImportRows", "Persons"),
            lambda cell: "、".join(cell.names) or translate("ImportRows", "cleared"),
            stretch=True,
            role="dense_strong",
            tone=lambda cell: "text" if cell.names else "severe",
            sortable=False,
        ),
    ]


def person_columns() -> list[Column[DraftPerson]]:
    """Name, phone, unit."""
    translate = QCoreApplication.translate
    return [
        Column(
            "name",
            translate("ImportRows", "Name"),
            lambda each: each.entry.name,
            76,
            role="dense_strong",
            sortable=False,
        ),
        Column("phone", translate("ImportRows", "Phone"), lambda each: each.entry.phone, 116, sortable=False),
        Column(
            "unit",
            translate("ImportRows", "Unit, title"),
            lambda each: " ".join(filter(None, (each.unit, each.entry.title))),
            stretch=True,
            tip=lambda each: " ".join(filter(None, (each.unit, each.entry.title))),
            sortable=False,
        ),
    ]


def sheet_words(found: SheetFound) -> str:
    """排班表: 每天一行，10月1日–10月31日."""
    words = QCoreApplication.translate("ImportRows", "{sheet}: {layout}")
    said = words.format(sheet=found.sheet, layout=layout_words(found.layout))
    if found.first is not None and found.last is not None:
        said += f"  {span_words(found.first, found.last)}"
    return said


def heads_words(found: SheetFound) -> str:
    """Which head of the file was taken for which post, where the two differ."""
    return "  ".join(f"{said} → {post}" for said, post in found.heads if said != post)


def hint_words(*, people: bool) -> str:
    """What such a file looks like."""
    if people:
        return QCoreApplication.translate(
            "ImportRows", "A sheet with a row per person and a head: name, unit, title, phone."
        )
    return QCoreApplication.translate(
        "ImportRows",
        "A row per day, a row per person, or a row per post; merged cells, several names in a cell and dates "
        "as text are understood.",
    )


def verdict_of(draft: RosterDraft | PeopleDraft, count: int) -> tuple[str, str, str]:
    """Icon, tone and words: whether it can be stored. `count` is how much it would change."""
    translate = QCoreApplication.translate
    if draft.problems:
        return "circle-alert", "extreme", translate("ImportRows", "Nothing can be stored while there are errors")
    if not count:
        return "info", "muted", translate("ImportRows", "The file says nothing new")
    if draft.warnings:
        return "triangle-alert", "severe", translate("ImportRows", "Can be stored; look at the warnings")
    return "circle-check", "good", translate("ImportRows", "Can be stored")

"""The one table: right by Qt's own model tester, lazy, and true to its place."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from duty_console.errors import EnvironmentProblem
from tests.ui.conftest import say
from ui.theme import theme
from ui.widgets import Column, EmptyState, ListSource, TableBox, TableModel, TableQuery
from ui.widgets.table_model import PAGE, ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs


@dataclass(frozen=True)
class Entry:
    number: int
    text: str


COLUMNS = [
    Column[Entry]("number", "Number", lambda row: f"#{row.number}", 80, align="right"),
    Column[Entry](
        "text",
        "Text",
        lambda row: row.text,
        stretch=True,
        tone=lambda row: "muted" if row.number % 2 else "text",
        icon=lambda row: "bell" if row.number % 2 else "",
    ),
]


@dataclass
class Log:
    """Rows numbered from `top` down, made when asked for, as a big table would be read."""

    top: int
    asked: list[tuple[int, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    broken: bool = False

    def count(self, query: TableQuery) -> int:
        if self.broken:
            raise EnvironmentProblem("database_busy")
        return self.top if not query.text else self.top // 10

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[Entry]:
        self.asked.append((offset, limit))
        self.threads.add(threading.get_ident())
        last = min(offset + limit, self.count(query))
        numbers = (
            range(offset + 1, last + 1)
            if query.sort and not query.descending
            else range(self.top - offset, self.top - last, -1)
        )
        return [Entry(number, f"{query.text}记录 {number}") for number in numbers]


def _checked(model: TableModel[Entry]) -> TableModel[Entry]:
    """Under Qt's model tester, which looks at every row after every change: for small tables only."""
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def log() -> Log:
    return Log(1_000_000)


@pytest.fixture
def box(console: QApplication, qtbot: QtBot, jobs: Jobs, log: Log) -> TableBox:
    model = TableModel(COLUMNS, log, jobs, row_key=lambda row: row.number)
    box = TableBox(model, empty=EmptyState("No entries yet"))
    qtbot.addWidget(box)
    box.resize(800, 600)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    model.load()
    _settle(box, qtbot, jobs)
    return box


def _settle(box: TableBox, qtbot: QtBot, jobs: Jobs) -> None:
    """Until the view has asked for what it shows, and has it."""
    qtbot.waitUntil(lambda: not box.view._ask.isActive())
    assert jobs.wait_idle()


def _shown(box: TableBox, row: int) -> str:
    return box.model.index(row, 1).data()


def test_a_million_rows_cost_one_page(box: TableBox, log: Log) -> None:
    assert box.model.rowCount() == 1_000_000
    assert _shown(box, 0) == "记录 1000000"
    assert log.asked == [(0, PAGE)]
    assert log.threads
    assert threading.get_ident() not in log.threads


def test_the_model_keeps_qts_rules_through_all_it_does(console: QApplication, jobs: Jobs) -> None:
    log = Log(3 * PAGE + 7)
    model = _checked(TableModel(COLUMNS, log, jobs, row_key=lambda row: row.number))
    model.load()
    assert jobs.wait_idle()
    model.ensure(250, 306)
    assert jobs.wait_idle()
    for change in (5, -9, 300, -300):
        log.top += change
        model.refresh()
        assert jobs.wait_idle()
        assert model.rowCount() == log.top
    model.sort(0, Qt.SortOrder.AscendingOrder)
    model.set_query(TableQuery("火", "number"))
    assert jobs.wait_idle()
    assert model.rowCount() == log.top // 10
    log.top = 0
    model.refresh()
    assert jobs.wait_idle()
    assert model.rowCount() == 0


def test_rows_come_when_they_come_into_view(box: TableBox, log: Log, qtbot: QtBot, jobs: Jobs) -> None:
    assert _shown(box, 500_000) == ""
    assert box.model.index(500_000, 1).data(ROW_ROLE) is None
    log.asked.clear()
    box.view.scrollTo(box.model.index(500_000, 0))
    _settle(box, qtbot, jobs)
    assert _shown(box, 500_000) == "记录 500000"
    assert len(log.asked) <= 2
    box.view.scrollToBottom()
    _settle(box, qtbot, jobs)
    assert _shown(box, 999_999) == "记录 1"


def test_dragging_fetches_where_it_stops_not_all_the_way(box: TableBox, log: Log, qtbot: QtBot, jobs: Jobs) -> None:
    log.asked.clear()
    bar = box.view.verticalScrollBar()
    for step in range(200):
        bar.setValue(bar.maximum() * step // 200)
    bar.setValue(bar.maximum())
    _settle(box, qtbot, jobs)
    assert _shown(box, 999_999) == "记录 1"
    assert len(log.asked) <= 4


def test_pages_far_away_are_forgotten(box: TableBox, qtbot: QtBot, jobs: Jobs) -> None:
    for page in range(1, 80):
        box.model.ensure(page * PAGE, page * PAGE + 10)
        assert jobs.wait_idle()
    assert _shown(box, 0) == ""
    assert len(box.model._pages) <= 61


def test_typing_in_the_rows_filters(box: TableBox, log: Log, qtbot: QtBot, jobs: Jobs) -> None:
    box.view.setFocus()
    with qtbot.waitSignal(box.model.counted):
        qtbot.keyClick(box.view, Qt.Key.Key_A)
    assert box.search.text() == "a"
    assert box.model.rowCount() == 100_000
    assert _shown(box, 0) == "a记录 1000000"
    qtbot.keyClick(box.search, Qt.Key.Key_Down)
    assert box.view.hasFocus()
    assert box.view.current_row() == Entry(1_000_000, "a记录 1000000")


def test_ctrl_f_goes_to_the_search_field(box: TableBox, qtbot: QtBot) -> None:
    box.view.setFocus()
    qtbot.keyClick(box.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert box.search.hasFocus()


def test_clicking_a_header_sorts_at_the_source(box: TableBox, qtbot: QtBot, jobs: Jobs) -> None:
    header = box.view.horizontalHeader()
    for first in ("记录 1", "记录 1000000", "记录 1000000"):
        with qtbot.waitSignal(box.model.counted):
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center())
        assert _shown(box, 0) == first
    assert box.model.query == TableQuery("", None, False)


def test_a_new_row_on_top_keeps_the_cursor_on_its_record(box: TableBox, log: Log, qtbot: QtBot, jobs: Jobs) -> None:
    assert box.view.select_key(999_990)
    log.top += 3
    with qtbot.waitSignal(box.model.refreshed):
        box.model.refresh()
    assert box.model.rowCount() == 1_000_003
    assert box.view.current_row() == Entry(999_990, "记录 999990")
    log.top -= 5
    with qtbot.waitSignal(box.model.refreshed):
        box.model.refresh()
    assert box.view.current_row() == Entry(999_990, "记录 999990")


def test_a_record_that_is_gone_leaves_no_cursor_on_another(console: QApplication, qtbot: QtBot) -> None:
    source = ListSource(COLUMNS, [Entry(number, "x") for number in range(5)])
    model = _checked(TableModel(COLUMNS, source, row_key=lambda row: row.number))
    box = TableBox(model)
    qtbot.addWidget(box)
    model.load()
    assert box.view.select_key(2)
    source.set_rows([row for row in source.rows if row.number != 2])
    model.refresh()
    assert box.view.current_row() is None


def test_an_empty_table_says_what_would_be_here(console: QApplication, qtbot: QtBot) -> None:
    empty = EmptyState("No entries yet", action="Write one")
    source = ListSource(COLUMNS)
    model = _checked(TableModel(COLUMNS, source))
    box = TableBox(model, empty=empty)
    qtbot.addWidget(box)
    box.show()
    model.load()
    assert empty.isVisible()
    source.set_rows([Entry(1, "火灾"), Entry(2, "交通事故")])
    model.refresh()
    assert box.view.isVisible()
    with qtbot.waitSignal(model.counted):
        say(box.search, "地震")
    assert not empty.isVisible()
    assert not box.view.isVisible()
    box._nothing_found.acted.emit()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert box.view.isVisible()


def test_a_source_that_fails_says_so_and_keeps_the_rows(box: TableBox, log: Log, qtbot: QtBot, jobs: Jobs) -> None:
    log.broken = True
    box.model.refresh()
    assert jobs.wait_idle()
    assert "busy" in box.banner.message()
    assert box.model.rowCount() == 1_000_000
    log.broken = False
    box.model.refresh()
    assert jobs.wait_idle()
    assert box.banner.message() == ""


def test_memory_rows_are_filtered_and_sorted(console: QApplication) -> None:
    rows = [Entry(3, "火灾 一车间"), Entry(20, "交通事故"), Entry(100, "火灾 二车间")]
    source = ListSource(COLUMNS, rows, sort_keys={"number": lambda row: row.number})
    model = _checked(TableModel(COLUMNS, source))
    model.set_query(TableQuery("火灾 车间", "number", descending=True))
    assert [model.row_at(number) for number in range(model.rowCount())] == [rows[2], rows[0]]
    model.set_query(TableQuery("", "number"))
    assert [model.index(number, 0).data() for number in range(3)] == ["#3", "#20", "#100"]


def test_cells_take_tone_icon_and_type_from_their_column(console: QApplication) -> None:
    model = TableModel(COLUMNS, ListSource(COLUMNS, [Entry(1, "a"), Entry(2, "b")]))
    model.load()
    odd, even = model.index(0, 1), model.index(1, 1)
    assert odd.data(Qt.ItemDataRole.ForegroundRole) == theme().color("muted")
    assert even.data(Qt.ItemDataRole.ForegroundRole) == theme().color("text")
    assert odd.data(Qt.ItemDataRole.DecorationRole) is not None
    assert even.data(Qt.ItemDataRole.DecorationRole) is None
    assert odd.data(Qt.ItemDataRole.FontRole) == theme().font("dense")
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_another_language_changes_headers_and_cells_in_place(box: TableBox, log: Log) -> None:
    asked = list(log.asked)
    box.model.set_columns([Column("number", "编号", lambda row: f"第 {row.number} 条"), COLUMNS[1]])
    assert box.model.headerData(0, Qt.Orientation.Horizontal) == "编号"
    assert box.model.index(0, 0).data() == "第 1000000 条"
    assert log.asked == asked


def test_cut_text_has_a_tooltip_and_whole_text_none(box: TableBox, qtbot: QtBot) -> None:
    box.view.horizontalHeader().setSectionResizeMode(1, box.view.horizontalHeader().ResizeMode.Fixed)
    box.view.setColumnWidth(1, 60)
    assert box.view._tip(box.model.index(0, 1)) == "记录 1000000"
    box.view.setColumnWidth(1, 400)
    assert box.view._tip(box.model.index(0, 1)) == ""


def test_enter_opens_the_row(box: TableBox, qtbot: QtBot) -> None:
    box.view.setFocus()
    box.view.selectRow(3)
    with qtbot.waitSignal(box.view.row_activated) as told:
        qtbot.keyClick(box.view, Qt.Key.Key_Return)
    assert told.args == [Entry(999_997, "记录 999997")]


def test_enter_opens_the_first_row_where_none_is_chosen(box: TableBox, qtbot: QtBot) -> None:
    assert not box.view.currentIndex().isValid()
    with qtbot.waitSignal(box.view.row_activated) as opened:
        qtbot.keyClick(box.view, Qt.Key.Key_Return)
    assert opened.args == [box.model.row_at(0)]
    assert box.view.currentIndex().row() == 0

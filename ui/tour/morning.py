"""The end of the shift: equipment, tasks and a note on the handover page, the other pages, the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from duty_console.handover.model import EQUIPMENT, EquipmentState
from ui.handover.page import HandoverPage
from ui.now.page import NowPage
from ui.tour.cast import BROKEN, FOUND, LEFT_TO_DO, NOTE
from ui.tour.stage import WIDE

if TYPE_CHECKING:
    from datetime import datetime

    from ui.tour.acts import Acts
    from ui.tour.stage import Stage


class Morning:
    """07:40, twenty minutes to go."""

    def __init__(self, stage: Stage, acts: Acts, begins: datetime) -> None:
        self._stage = stage
        self._acts = acts
        self._begins = begins

    def prepare_handover(self) -> None:
        """Each piece of equipment, the tasks, a note; beside them the sheet grows as it will print."""
        stage = self._stage
        stage.until(self._begins.replace(day=self._begins.day + 1, hour=7, minute=40))
        stage.ctrl(Qt.Key.Key_4)
        page = self._acts.page("handover", HandoverPage)
        self._read(page)
        self._check_equipment(page)
        self._leave_tasks(page)
        stage.fill(page.note.edit, NOTE)
        stage.pause()
        stage.snap("handover-note", beside=True)
        stage.press(Qt.Key.Key_Tab)
        self._read(page)
        stage.pause()
        stage.roll_up(page.checks)
        stage.snap("handover")

    def _read(self, page: HandoverPage) -> None:
        """Until everything that was read is on screen."""
        self._stage.settle()
        while not page.is_settled():
            self._stage.settle()

    def _check_equipment(self, page: HandoverPage) -> None:
        stage = self._stage
        for name in EQUIPMENT:
            state = EquipmentState.FAULTY if name == BROKEN else EquipmentState.GOOD
            stage.choose(page.checks.row(name).choice, state.value)
            if name in FOUND:
                stage.fill(page.checks.row(name).remark, FOUND[name])
        stage.press(Qt.Key.Key_Tab)
        self._read(page)
        if page.checks.missing():
            raise RuntimeError(f"not checked: {page.checks.missing()}")

    def _leave_tasks(self, page: HandoverPage) -> None:
        stage, items = self._stage, page.items
        for count, (text, owner, due) in enumerate(LEFT_TO_DO, 1):
            stage.fill(items.text, text)
            stage.fill(items.owner, owner)
            stage.fill(items.due, due)
            if count == len(LEFT_TO_DO):
                stage.pause()
                stage.snap("handover-task", beside=True)
            stage.press(Qt.Key.Key_Return)
            self._read(page)
            if len(items.rows()) != count:
                raise RuntimeError(items.problem() or "the task was not added")

    def other_pages(self) -> None:
        """What else the rail has, and the wall board."""
        stage = self._stage
        stage.ctrl(Qt.Key.Key_2)
        stage.press(Qt.Key.Key_Escape)
        stage.snap("incidents")
        stage.ctrl(Qt.Key.Key_5)
        stage.press(Qt.Key.Key_Escape)
        stage.ctrl(Qt.Key.Key_Home)
        stage.snap("people")
        stage.ctrl(Qt.Key.Key_7)
        stage.snap("settings")
        stage.ctrl(Qt.Key.Key_6)
        stage.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        stage.snap("log-verified")
        stage.ctrl(Qt.Key.Key_1)
        stage.press(Qt.Key.Key_F11)
        wall = self._acts.page("now", NowPage).wall
        if wall is None:
            raise RuntimeError("F11 opened no wall board")
        wall.resize(WIDE)
        stage.bring_forward(wall)
        stage.snap("wall")
        stage.press(Qt.Key.Key_Escape)
        stage.bring_forward(stage.window)
        if wall.isVisible():
            raise RuntimeError("Esc did not end the wall board")

    def papers(self) -> None:
        """The sheet is previewed, then saved, as is the roster: Ctrl+P, Ctrl+S."""
        stage = self._stage
        stage.ctrl(Qt.Key.Key_4)
        stage.ctrl(Qt.Key.Key_P)
        stage.pause()
        stage.snap("preview")
        stage.save_as(stage.out / "handover.pdf")
        stage.press(Qt.Key.Key_Escape)
        stage.ctrl(Qt.Key.Key_3)
        stage.ctrl(Qt.Key.Key_P)
        stage.pause()
        stage.save_as(stage.out / "roster.pdf")
        stage.press(Qt.Key.Key_Escape)

"""What the script does again and again: take a call down, report, fill the roster, prepare the handover."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from duty_console.demo.district import people, roster
from duty_console.handover.model import EQUIPMENT, EquipmentState
from duty_console.reports.model import NewReport

if TYPE_CHECKING:
    from datetime import date

    from duty_console.desk import Desk
    from duty_console.limits.model import Obligation
    from ui.intake.call import IntakePanel
    from ui.tour.stage import Stage

Kind = TypeVar("Kind", bound=QWidget)

FOUND = {
    "值班电话": "07:42 试通",
    "传真机": "07:44 试发",
    "对讲机": "1部缺电",
    "打印机": "余纸2包",
    "钥匙": "5把",
    "值班印章": "封存",
}
"""What the officer writes beside the equipment."""

LEFT_TO_DO = (
    ("恒源铸件厂善后与家属安抚，每两小时了解一次", "青石镇 董文博", 10),
    ("望岭林场看守火场，确认无复燃后撤回", "区林业局 傅青山", 5),
    ("柳湾村防汛沙袋缺口300条补库", "区水利局 季云舟", 58),
)
"""Tasks for the next shift: what, who, in how many hours."""


class Acts:
    """The officer's routine on a stage."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._stage = stage
        self._desk = desk

    def page(self, key: str, kind: type[Kind]) -> Kind:
        """Return a page of the window. RuntimeError when it is not what it should be."""
        found = self._stage.window.page(key)
        if not isinstance(found, kind):
            raise RuntimeError(f"the page {key} is a {type(found).__name__}")
        return found

    def enter_people(self, first: date) -> None:
        """Bring the address book and the month's roster, as a room would from its old list."""
        crew = people(self._desk, Random(20261014))
        roster(self._desk, crew, first, first + timedelta(days=18))

    def call(self) -> IntakePanel:
        """Return the call in hand. RuntimeError when F2 opened none."""
        dock = self._stage.window.dock
        panel = dock.current if dock is not None else None
        if panel is None:
            raise RuntimeError("F2 opened no call")
        return panel

    def take_down(self, event_class: str = "accident", **said: str) -> None:
        """Fill the call in hand in the order of speech."""
        stage, form = self._stage, self.call().form
        form.event_class.set_value(event_class)
        form.event_class.changed.emit(event_class)
        for name, text in said.items():
            form.focus_field(name)
            typing = form.type.lineEdit()
            if name == "type" and typing is not None:
                typing.selectAll()
            stage.write(text)
            stage.press(Qt.Key.Key_Tab)
        stage.pause()
        stage.look()

    def discard_call(self, reason: str) -> None:
        """The caller hung up: a line remains in the log."""
        self.call().header.discard_button.click()
        self._stage.settle()
        self._stage.write(reason)
        self._stage.press(Qt.Key.Key_Return)
        self._stage.settle()

    def open_limits(self, number: str) -> list[Obligation]:
        """Return what an incident still owes, the earliest first."""
        owed = self._desk.incidents.card(number).obligations
        return sorted((each for each in owed if each.is_open), key=lambda each: each.due_at)

    def report(self, number: str, received_by: str) -> None:
        """Send what an incident owes first, now."""
        owed = self.open_limits(number)[0]
        ids = (owed.id,) if owed.id is not None else None
        self._desk.reports.record(
            NewReport(
                number,
                owed.kind,
                owed.channel,
                owed.recipient,
                received_by=received_by,
                signatory="周启明",
                obligation_ids=ids,
            )
        )
        self._stage.look()

    def prepare_handover(self) -> None:
        """Check the equipment, leave tasks and a note."""
        handover, now = self._desk.handover, self._stage.clock.now()
        shift = handover.shift_in_hand()
        for name in EQUIPMENT:
            state = EquipmentState.FAULTY if name == "对讲机" else EquipmentState.GOOD
            handover.record_check(shift, name, state, FOUND.get(name, ""))
        for text, owner, hours in LEFT_TO_DO:
            handover.add_item(text, owner, now + timedelta(hours=hours))
        handover.write_note(shift, "3号对讲机缺电，充电中。20261014-01 书面初报超时情况见日志。")

"""Which shifts a post exists in: a tick for each of the room's shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme import theme
from ui.widgets import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShiftChoice(QWidget):
    """All ticked means every shift, also those that a later pattern brings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=16)
        self.setContentsMargins(0, theme().px(5), 0, 0)
        self.boxes: dict[str, QCheckBox] = {}

    @property
    def offers_choice(self) -> bool:
        """Whether there are several shifts."""
        return len(self.boxes) > 1

    @property
    def any_chosen(self) -> bool:
        """Whether something is ticked."""
        return any(box.isChecked() for box in self.boxes.values())

    def offer(self, names: Sequence[str]) -> None:
        """Offer these; what was ticked stays so."""
        if list(names) == list(self.boxes):
            return
        before = self.chosen()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {name: QCheckBox(name) for name in names}
        for box in self.boxes.values():
            self._flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
        self.choose(before)
        self.updateGeometry()

    def choose(self, names: Sequence[str]) -> None:
        """Tick these; none means all."""
        for name, box in self.boxes.items():
            box.setChecked(not names or name in names)

    def chosen(self) -> tuple[str, ...]:
        """The ticked; empty for all."""
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return () if len(ticked) == len(self.boxes) else ticked

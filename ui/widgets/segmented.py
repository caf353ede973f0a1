"""A row of buttons of which one is chosen; arrow keys move along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.painted import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segmented(QFrame):
    """`options` are (value, label); nothing is chosen until `set_value` or a click. Emits `changed(value)`.

    With `fill` the segments share the whole width, else each is as wide as its label.
    """

    changed = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        name: str = "",
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "segmented")
        self.setAccessibleName(name)
        self._fill = fill
        policy = QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _Segment] = {}
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values, or the same with other labels; the choice stays where it can."""
        chosen = self.value()
        if [value for value, _label in options] == list(self._buttons):
            for value, label in options:
                self._buttons[value].setText(label)
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        for place, (value, label) in enumerate(options):
            button = _Segment(label)
            ends = {(True, True): "only", (True, False): "first", (False, True): "last"}
            button.setProperty("end", ends.get((place == 0, place == len(options) - 1), ""))
            # "Preferred", so that they give way down to their text where a row is short of room
            across = QSizePolicy.Policy.Expanding if self._fill else QSizePolicy.Policy.Preferred
            button.setSizePolicy(across, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._row.addWidget(button, 1 if self._fill else 0)
            self._buttons[value] = button
        self.set_value(chosen)

    def segments(self) -> list[QPushButton]:
        """The buttons in order, for tab order and focus."""
        return list(self._buttons.values())

    def value(self) -> str | None:
        """The chosen value, None while nothing is chosen."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Choose without a signal; None unchooses."""
        if value is not None and value in self._buttons:
            self._buttons[value].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _on_clicked(self) -> None:
        value = self.value()
        if value is not None:
            self.changed.emit(value)


class _Segment(QPushButton):
    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        # as wide as when chosen, so that choosing (semibold) shifts nothing
        return QSize(text_width("strong", self.text()) + 2 * theme().px(11), theme().px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(text_width("strong", self.text()) + 2 * theme().px(10) + 1, theme().px(30))

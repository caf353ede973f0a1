"""With what the record begins: empty, or with the made-up district to try things out on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets import Panel, Text, Translated


class BeginningChoice(Translated, QWidget):
    """Two cards side by side with a radio button each. `changed` when the other one was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.setFixedWidth(px(680))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self._group = QButtonGroup(self)
        self.empty_button, self.sample_button = QRadioButton(), QRadioButton()
        self._words = {self.empty_button: Text("", "dense", "muted", wrap=True),
                       self.sample_button: Text("", "dense", "muted", wrap=True)}  # fmt: skip
        for button, words in self._words.items():
            self._group.addButton(button)
            button.setFont(theme().font("strong"))
            card = Panel(padding=16)
            column = QVBoxLayout()
            column.setSpacing(px(4))
            column.addWidget(button)
            words.setContentsMargins(px(26), 0, 0, 0)
            column.addWidget(words)
            card.add(column)
            row.addWidget(card, 1)
        self.empty_button.setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())
        self.retranslate()

    def retranslate(self) -> None:
        self.empty_button.setText(self.tr("Begin empty"))
        self.sample_button.setText(self.tr("Sample district"))
        self._words[self.empty_button].setText(
            self.tr("Posts and the report rules are there; people and the roster are entered next.")
        )
        self._words[self.sample_button].setText(
            self.tr("A made-up district with a month of rosters, incidents and logs, to try everything on.")
        )

    @property
    def sample(self) -> bool:
        """Whether the sample was chosen."""
        return self.sample_button.isChecked()

    def choose(self, *, sample: bool) -> None:
        """Choose without a click."""
        (self.sample_button if sample else self.empty_button).setChecked(True)
        self.changed.emit()

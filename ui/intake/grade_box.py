"""The grade of an intake: suggested with its reason, or set by hand with a reason, in place and without a dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.limits.model import Grade, GradeSuggestion
from ui.intake.grade_words import clause_of, reason_of
from ui.theme import theme
from ui.widgets import Button, ElidedText, FieldRow, GradeBadge, Segmented, Text, Translated
from ui.widgets.painted import draw_box
from ui.words import word


class GradeBox(Translated, QWidget):
    """`changed` fires when a grade was set by hand or the suggestion taken again; `grade` is empty for the latter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade, self.reason = "", ""
        self._suggestion: GradeSuggestion | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(12), px(10))
        column.setSpacing(px(8))
        self._badge = GradeBadge(None)
        self._why = ElidedText("", "strong")
        self._clause = ElidedText("", "label", "muted")
        self.set_button = Button("")
        self.set_button.clicked.connect(self._open)
        self.back_button = Button("", kind="link")
        self.back_button.clicked.connect(self._take_suggestion)
        self._lay_out_shown(column)
        self._lay_out_editor(column)
        self.retranslate()

    def _lay_out_shown(self, column: QVBoxLayout) -> None:
        px = theme().px
        first, row = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(self._badge)
        first.addWidget(self._why, 1)
        texts = QVBoxLayout()
        texts.setSpacing(px(4))
        texts.addLayout(first)
        texts.addWidget(self._clause)
        row.setSpacing(px(8))
        row.addLayout(texts, 1)
        row.addWidget(self.back_button)
        row.addWidget(self.set_button)
        column.addLayout(row)

    def _lay_out_editor(self, column: QVBoxLayout) -> None:
        px = theme().px
        self._editor = QWidget()
        inner = QVBoxLayout(self._editor)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(8))
        self.choice = Segmented(fill=True)
        self.reason_edit = QLineEdit()
        self.reason_edit.setMaxLength(500)
        self.reason_edit.returnPressed.connect(self._confirm)
        self._row = FieldRow("", self.reason_edit, label_width=60)
        self.done_button, self.cancel_button = Button("", kind="primary"), Button("", kind="quiet")
        self.done_button.clicked.connect(self._confirm)
        self.cancel_button.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.done_button)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        for item in (self.choice, self._row, self._problem):
            inner.addWidget(item)
        inner.addLayout(buttons)
        column.addWidget(self._editor)
        self._editor.hide()

    def retranslate(self) -> None:
        self.set_button.setText(self.tr("Set"))
        self.back_button.setText(self.tr("Take the suggestion"))
        self.done_button.setText(self.tr("Set the grade"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._row.set_label(self.tr("Why"))
        self.reason_edit.setPlaceholderText(self.tr("Why the officer grades it otherwise"))
        self.choice.setAccessibleName(self.tr("Grade"))
        options = sorted(Grade, key=lambda grade: -grade.rank)
        self.choice.set_options([(grade.value, f"{grade.roman} {word(grade)}") for grade in options])
        self._show()

    def show_suggestion(self, suggestion: GradeSuggestion | None) -> None:
        """Show what the rules suggest; a grade set by hand stays in force. None while no class is chosen."""
        self._suggestion = suggestion
        self._show()

    def set_by_hand(self, grade: str, reason: str) -> None:
        """Put back what a draft holds, without `changed`."""
        known = {each.value for each in Grade}
        self.grade, self.reason = (grade, reason) if grade in known else ("", "")
        self._show()

    def problem(self) -> str:
        """The sentence shown in the editor, empty if none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def shown_reason(self) -> str:
        """What stands beside the badge."""
        return self._why.text()

    def _show(self) -> None:
        suggestion = self._suggestion
        shown = self.grade or (suggestion.grade.value if suggestion and suggestion.grade else None)
        self._badge.set_grade(shown)
        if self.grade:
            self._why.setText(self.reason)
            told = self.tr("Set by hand. The rules suggest: {grade}")
            suggested = word(suggestion.grade) if suggestion and suggestion.grade else self.tr("no grade")
            self._clause.setText(told.format(grade=suggested))
        elif suggestion is not None:
            self._why.setText(reason_of(suggestion))
            self._clause.setText(clause_of(suggestion))
        else:
            self._why.setText(self.tr("Choose a class to see grade and limits"))
            self._clause.setText("")
        self._clause.setVisible(bool(self._clause.text()))
        self.back_button.setVisible(bool(self.grade))
        self.setAccessibleName(f"{self._badge.word()} {self._why.text()}")
        self.update()

    def _open(self) -> None:
        suggested = self._suggestion.grade if self._suggestion else None
        self.choice.set_value(self.grade or (suggested.value if suggested else None))
        self.reason_edit.setText(self.reason)
        self._say(None)
        self._editor.show()
        self.set_button.hide()
        self.choice.segments()[0].setFocus()

    def _close(self) -> None:
        self._editor.hide()
        self.set_button.show()
        self.set_button.setFocus()

    def _confirm(self) -> None:
        grade, reason = self.choice.value(), self.reason_edit.text().strip()
        if grade is None:
            self._say(self.tr("Choose a grade."))
            return
        if not reason:
            self._say(self.tr("Say why. The reason stays with the incident."))
            self.reason_edit.setFocus()
            return
        self.grade, self.reason = grade, reason
        self._say(None)
        self._close()
        self._show()
        self.changed.emit()

    def _say(self, sentence: str | None) -> None:
        self._problem.setText(sentence or "")
        self._problem.setVisible(bool(sentence))

    def _take_suggestion(self) -> None:
        self.grade, self.reason = "", ""
        self._show()
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._editor.isHidden():
            self._close()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), theme().px(6)
        draw_box(painter, rect, theme().color("surface"), theme().color("line"), radius)
        shown = self.grade or (self._suggestion.grade.value if self._suggestion and self._suggestion.grade else "")
        if shown:
            outline = QPainterPath()
            outline.addRoundedRect(rect, radius, radius)
            painter.setClipPath(outline)
            painter.fillRect(QRectF(0, 0, theme().px(4), self.height()), theme().color(shown))
        painter.end()

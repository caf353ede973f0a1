"""The fields of an intake in the order of speech: who calls, what, where, when, who is hurt, what is done."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from duty_console.incidents.model import IntakeChannel
from duty_console.incidents.rules import ESSENTIAL
from duty_console.limits.model import EventClass
from ui.intake.common_types import COMMON_TYPES
from ui.intake.entry import PEOPLE
from ui.intake.money import yuan_of
from ui.problems import words_for
from ui.theme import icon, theme
from ui.widgets import FieldRow, GrowingTextEdit, NumberField, Segmented, Text, TimeField, Translated, mark_wrong
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from duty_console.errors import InputProblem
    from ui.workbench import Workbench

_MOST_PEOPLE = 9_999_999


class IntakeForm(Translated, QWidget):
    """The inputs, without buttons. `edited` fires at every change by hand; `texts()` is everything as typed."""

    edited = Signal()

    def __init__(self, bench: Workbench, received_at: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.rows: dict[str, FieldRow] = {}
        self._read: dict[str, Callable[[], str]] = {}
        self._write: dict[str, Callable[[str], object]] = {}
        self._widgets: dict[str, QWidget] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._make_inputs(received_at)
        self._lay_out()
        self.retranslate()
        self._set_tab_order()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_inputs(self, received_at: datetime) -> None:  # form: the inputs of an intake
        for name in ("source_unit", "caller", "caller_post", "caller_phone", "place", "told", "direct_loss_yuan"):
            self._add_line(name, QLineEdit())
        self._lines["place"].addAction(icon("map-pin", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        for name in ("summary", "measures"):
            self._add_text(name, GrowingTextEdit(lines=2, most=6))
        for name in PEOPLE:
            self._add_line(name, NumberField(maximum=_MOST_PEOPLE))
            self._widgets[name].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.occurred = TimeField(self._bench.clock, self._bench.zone)
        self.told_at = TimeField(self._bench.clock, self._bench.zone, explained=False)
        for name, field in (("occurred_at", self.occurred), ("told_at", self.told_at)):
            field.set_base(received_at)
            self._add_time(name, field)
        self.channel = Segmented(fill=False)
        self.event_class = Segmented(fill=False)
        for name, choice in (("channel", self.channel), ("event_class", self.event_class)):
            self._widgets[name] = choice
            self._read[name] = lambda choice=choice: choice.value() or ""
            self._write[name] = lambda text, choice=choice: choice.set_value(text or None)
            choice.changed.connect(lambda _value, name=name: self._on_edited(name))
        self.type = QComboBox()
        self.type.setEditable(True)
        self.type.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.type.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._widgets["type"] = self.type
        if (typed := self.type.lineEdit()) is not None:
            typed.editingFinished.connect(self._show_from_the_start)
        self._read["type"] = self.type.currentText
        self._write["type"] = self.type.setEditText
        self.type.editTextChanged.connect(lambda _text: self._on_edited("type"))
        self.event_class.changed.connect(self._offer_types)
        self._loss_said = Text("", "label", "muted")

    def _add_line(self, name: str, edit: QLineEdit) -> None:
        self._widgets[name] = self._lines[name] = edit
        self._read[name], self._write[name] = edit.text, edit.setText
        if isinstance(edit, NumberField):
            edit.value_changed.connect(lambda _value: self._on_edited(name))
        else:
            edit.textEdited.connect(lambda _text: self._on_edited(name))

    def _add_text(self, name: str, edit: GrowingTextEdit) -> None:
        self._widgets[name], self._read[name], self._write[name] = edit, edit.text, edit.set_text
        edit.textChanged.connect(lambda: self._on_edited(name))

    def _add_time(self, name: str, field: TimeField) -> None:
        self._widgets[name], self._read[name], self._write[name] = field, field.text, field.set_text
        field.edit.textEdited.connect(lambda _text: self._on_edited(name))

    def _lay_out(self) -> None:
        px, field = theme().px, self._widgets
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        rows = self.rows
        rows["source_unit"] = FieldRow(
            "", field["source_unit"], field["caller"], field["caller_post"], stretches=(3, 2, 2)
        )
        rows["caller_phone"] = FieldRow("", field["caller_phone"], self.channel, stretches=(1,))
        rows["event_class"] = FieldRow("", self.event_class, self.type, stretches=(0, 1))
        rows["summary"] = FieldRow("", field["summary"])
        rows["place"] = FieldRow("", field["place"])
        rows["occurred_at"] = FieldRow("", self.occurred)
        for name in rows:
            column.addWidget(rows[name])
        column.addLayout(self._casualty_rows())
        loss = field["direct_loss_yuan"]
        loss.setFixedWidth(px(104))
        self._loss_unit = Text("", "dense", "muted")
        rows["direct_loss_yuan"] = FieldRow("", loss, self._loss_unit, self._loss_said, stretches=(0, 0, 1))
        rows["measures"] = FieldRow("", field["measures"])
        rows["told"] = FieldRow("", field["told"], self.told_at, stretches=(1,))
        for name in ("direct_loss_yuan", "measures", "told"):
            column.addWidget(rows[name])

    def _casualty_rows(self) -> QVBoxLayout:
        self._captions = {name: Text("", "label", "muted") for name in PEOPLE}
        for caption in self._captions.values():
            caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            caption.setAlignment(caption.alignment().AlignCenter)
        heads = QHBoxLayout()
        heads.setContentsMargins(theme().px(80), 0, 0, 0)
        heads.setSpacing(theme().px(8))
        for caption in self._captions.values():
            heads.addWidget(caption, 1)
        self.rows["deaths"] = FieldRow("", *(self._widgets[name] for name in PEOPLE), stretches=(1,) * len(PEOPLE))
        both = QVBoxLayout()
        both.setSpacing(theme().px(2))
        both.addLayout(heads)
        both.addWidget(self.rows["deaths"])
        return both

    def _set_tab_order(self) -> None:
        order = [
            "source_unit", "caller", "caller_post", "caller_phone", "channel", "event_class", "type", "summary",
            "place", "occurred_at", *PEOPLE, "direct_loss_yuan", "measures", "told", "told_at",
        ]  # fmt: skip
        stops: list[QWidget] = []
        for name in order:
            widget = self._widgets[name]
            stops += widget.segments() if isinstance(widget, Segmented) else [widget]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def retranslate(self) -> None:
        labels = {
            "source_unit": self.tr("Caller"),
            "caller_phone": self.tr("Phone"),
            "event_class": self.tr("Class"),
            "summary": self.tr("What"),
            "place": self.tr("Where"),
            "occurred_at": self.tr("When"),
            "deaths": self.tr("People"),
            "direct_loss_yuan": self.tr("Loss"),
            "measures": self.tr("Done"),
            "told": self.tr("Told"),
        }
        for name, label in labels.items():
            self.rows[name].set_label(label)
        hints = {
            "source_unit": self.tr("Unit"),
            "caller": self.tr("Name"),
            "caller_post": self.tr("Post"),
            "caller_phone": self.tr("Number"),
            "place": self.tr("As exact as known"),
            "told": self.tr("Who else was told"),
            "direct_loss_yuan": "–",
        }
        for name, hint in hints.items():
            self._lines[name].setPlaceholderText(hint)
        self._name_inputs(labels, hints)
        self.told_at.edit.setPlaceholderText(self.tr("Time"))
        self._loss_unit.setText(self.tr("ten thousand yuan"))
        captions = {
            "deaths": self.tr("Dead"),
            "missing": self.tr("Missing"),
            "serious_injuries": self.tr("Serious"),
            "minor_injuries": self.tr("Slight"),
            "trapped": self.tr("Trapped"),
            "evacuated": self.tr("Moved"),
        }
        for name, caption in captions.items():
            self._captions[name].setText(caption)
            self._widgets[name].setAccessibleName(caption)
        self.channel.set_options([(each.value, self._channel_label(each)) for each in IntakeChannel])
        self.event_class.set_options([(each.value, self._class_label(each)) for each in EventClass])
        # the words of one language are longer than those of the other; the type takes what the classes leave
        left = theme().px(384) - self.event_class.minimumSizeHint().width()
        self.type.setMinimumWidth(max(theme().px(88), min(theme().px(140), left)))
        self._show_loss()

    def _name_inputs(self, labels: Mapping[str, str], hints: Mapping[str, str]) -> None:
        for name in ("caller", "caller_post", "caller_phone"):
            self._widgets[name].setAccessibleName(hints[name])
        for name in ("source_unit", "summary", "place", "occurred_at", "direct_loss_yuan", "measures", "told"):
            self._widgets[name].setAccessibleName(labels[name])
        self.told_at.setAccessibleName(self.tr("When they were told"))
        self.type.setAccessibleName(self.tr("Type"))
        edit = self.type.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Type"))
            edit.setProperty("part", "bare")  # the box around it has border and padding already
        self.channel.setAccessibleName(self.tr("How the news came in"))
        self.event_class.setAccessibleName(labels["event_class"])

    def _channel_label(self, channel: IntakeChannel) -> str:
        return self.tr("Net") if channel is IntakeChannel.NETWORK else word(channel)

    def _class_label(self, event_class: EventClass) -> str:
        return {
            EventClass.ACCIDENT: self.tr("Accident"),
            EventClass.NATURAL_DISASTER: self.tr("Natural"),
            EventClass.PUBLIC_HEALTH: self.tr("Health"),
            EventClass.SOCIAL_SECURITY: self.tr("Social"),
        }[event_class]

    # -- what stands in it --------------------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """Every field as it was typed; empty ones are left out."""
        return {name: text for name, read in self._read.items() if (text := read())}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Fill in a draft, without `edited`."""
        self.blockSignals(True)
        self.event_class.set_value(texts.get("event_class") or None)
        self._offer_types()
        for name, write in self._write.items():
            write(texts.get(name, ""))
        self._show_from_the_start()
        if not self.channel.value():
            self.channel.set_value(IntakeChannel.PHONE.value)
        self.blockSignals(False)
        self._show_loss()
        self.show_done(())

    def _offer_types(self) -> None:
        """The common types of the chosen class; what was typed stays."""
        chosen, typed = self.event_class.value(), self.type.currentText()
        self.type.blockSignals(True)
        self.type.clear()
        self.type.addItems(COMMON_TYPES[EventClass(chosen)] if chosen else ())
        self.type.setEditText(typed)
        self.type.blockSignals(False)
        edit = self.type.lineEdit()
        if edit is not None and not edit.hasFocus():
            edit.setCursorPosition(0)

    def _show_from_the_start(self) -> None:
        """What was not typed just now shows its beginning."""
        for edit in (*self._lines.values(), self.type.lineEdit()):
            if edit is not None and not edit.hasFocus():
                edit.setCursorPosition(0)

    def widget(self, name: str) -> QWidget:
        """A field's input."""
        return self._widgets[name]

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        widget = self._widgets[self._home(name)]
        if isinstance(widget, Segmented):
            widget.segments()[0].setFocus()
        else:
            widget.setFocus()
        if isinstance(widget, QComboBox) and (edit := widget.lineEdit()) is not None:
            edit.end(False)  # shown from its beginning, gone on with at its end

    def _on_edited(self, name: str) -> None:
        row = self._row_of(name)
        if row.problem():
            self._clear_problem(row)
        if name == "direct_loss_yuan":
            self._show_loss()
        self.edited.emit()

    def _show_loss(self) -> None:
        try:
            yuan = yuan_of(self._lines["direct_loss_yuan"].text())
        except ValueError:
            yuan = None
        self._loss_said.setText("" if yuan is None else self.tr("= {yuan} yuan").format(yuan=f"{yuan:,}"))

    # -- checks and problems ------------------------------------------------------------------------------------

    def show_done(self, missing: tuple[str, ...] | None) -> None:
        """Green checks on those of the five fields that are filled in and understood."""
        texts = self.texts()
        for name in ESSENTIAL:
            filled = bool(texts.get(name, "").strip()) and name not in (missing or ())
            if name == "occurred_at":
                filled = self.occurred.value() is not None and not self.occurred.is_ahead()
            self.rows[name].set_done(filled)

    def show_problem(self, problem: InputProblem) -> None:
        """Say at its field what is wrong."""
        name = self._home(problem.field)
        widget = self._widgets[name]
        row = self._row_of(name)
        said_beside = widget is self.occurred and bool(self.occurred.problem())
        if not said_beside:
            row.set_problem(words_for(problem).what, widget)
        if isinstance(widget, TimeField):
            mark_wrong(widget.edit, True)

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Name the fields that are still empty."""
        sentences = {
            "source_unit": self.tr("Who is calling is not filled in yet."),
            "event_class": self.tr("The class is not chosen yet. The limits depend on it."),
            "summary": self.tr("What happened is not filled in yet."),
            "place": self.tr("The place is not filled in yet. A rough one will do."),
            "occurred_at": self.tr("When it happened is not filled in yet."),
        }
        for name in missing:
            self.rows[name].set_problem(sentences[name], self._widgets[name])

    def clear_problems(self) -> None:
        """Take all sentences away."""
        for row in self.rows.values():
            if row.problem():
                self._clear_problem(row)

    def _clear_problem(self, row: FieldRow) -> None:
        row.set_problem(None)
        for field in (self.occurred, self.told_at):
            if field.problem() == "":
                mark_wrong(field.edit, False)

    def _row_of(self, name: str) -> FieldRow:
        rows = {
            "caller": "source_unit", "caller_post": "source_unit", "channel": "caller_phone", "type": "event_class",
            "told_at": "told",
        }  # fmt: skip
        rows.update(dict.fromkeys(PEOPLE, "deaths"))
        return self.rows[rows.get(name, name)]

    @staticmethod
    def _home(name: str) -> str:
        """The input that a field of `NewIncident` was typed into."""
        return {"already_told": "told", "received_at": "occurred_at", "title": "summary"}.get(name, name)

"""One stylesheet for the whole application, generated from the tokens.

Widgets say what they are by dynamic properties (`kind="primary"`, `tone="muted"`, `part="panel"`),
never by colours of their own. Lengths are px at 100 %; `stylesheet` scales those above 1 px.
The small pictures of indicators stand ready-coloured in resources/icons/style (see `style_icons`).
"""

from __future__ import annotations

import re
from dataclasses import fields
from string import Template
from typing import TYPE_CHECKING

from ui.theme.style_icons import STYLE_ICON_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.tokens import Tokens

_LENGTH = re.compile(r"(\d+)px")

_BASICS = """
QToolTip { background: $text; color: $surface; border: 0; padding: 5px 8px; }
QMainWindow, QDialog, QWidget[part="page"] { background: $window; }
QWidget[part="surface"], QFrame[part="surface"] { background: $surface; }
QFrame[part="panel"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[part="line"] { background: $hairline; border: 0; }
QFrame[part="strong-line"] { background: $line; border: 0; }
QFrame[part="tag"] { background: $hover; border: 1px solid $line; border-radius: 4px; }
QFrame[part="toast"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[part="banner"][tone="red"] { background: $tint_red; border: 1px solid $extreme; border-radius: 6px; }
QFrame[part="banner"][tone="amber"] { background: $tint_amber; border: 1px solid $severe; border-radius: 6px; }
QFrame[part="banner"][tone="accent"] { background: $tint_accent; border: 1px solid $accent; border-radius: 6px; }
QFrame[part="banner"][tone="good"] { background: $surface; border: 1px solid $good; border-radius: 6px; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="on_accent"] { color: $on_accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="extreme"] { color: $extreme; }
QLabel[tone="severe"] { color: $severe; }
QLabel[tone="major"] { color: $major; }
QLabel[tone="ordinary"] { color: $ordinary; }
QLabel:disabled { color: $disabled; }
"""

_BUTTONS = """
QPushButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 0 12px; min-height: 30px; font-weight: 400;
}
QPushButton:hover { background: $hover; border-color: $control; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: $disabled; background: $window; border-color: $hairline; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $muted; }
QPushButton[kind="danger"] { background: $extreme; color: $on_accent; border-color: $extreme; font-weight: 600; }
QPushButton[kind="danger"]:hover { background: $danger_hover; border-color: $danger_hover; }
QPushButton[kind="danger"]:focus { border: 2px solid $text; }
QPushButton[kind="danger-outline"] { background: transparent; color: $extreme; border-color: $extreme; }
QPushButton[kind="danger-outline"]:hover { background: $tint_red; }
QPushButton[kind="quiet"], QPushButton[kind="link"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; border-color: $hover; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { color: $accent; padding: 0 4px; min-height: 22px; }
QPushButton[kind="link"]:focus { padding: 0 3px; min-height: 20px; }
QPushButton[kind="link"]:hover { color: $accent_hover; background: transparent; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled { color: $disabled; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton::menu-indicator { image: none; }
QFrame[part="segmented"] { background: $surface; border: 1px solid $control; border-radius: 6px; }
QFrame[part="segmented"] QPushButton {
    background: transparent; border: 0; border-radius: 0; padding: 0 10px; min-height: 30px;
    border-right: 1px solid $hairline; font-weight: 400;
}
QFrame[part="segmented"] QPushButton[end="last"] {
    border-right: 0; border-top-right-radius: 5px; border-bottom-right-radius: 5px;
}
QFrame[part="segmented"] QPushButton[end="first"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QFrame[part="segmented"] QPushButton[end="only"] { border-right: 0; border-radius: 5px; }
QFrame[part="segmented"] QPushButton:hover { background: $hover; }
QFrame[part="segmented"] QPushButton:checked { background: $tint_accent; color: $accent; font-weight: 600; }
QFrame[part="segmented"] QPushButton:focus { border: 2px solid $accent; padding: 0 9px; min-height: 26px; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
    padding: 0 9px; min-height: 30px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: 3px 9px; min-height: 24px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus,
QDateTimeEdit:focus { border: 2px solid $accent; padding: 0 8px; min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 2px 8px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $extreme;
    padding: 0 8px; min-height: 28px; }
QPlainTextEdit[wrong="true"] { padding: 2px 8px; min-height: 24px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $header; border-color: $line; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {
    background: $window; color: $disabled; border-color: $line; }
QLineEdit[part="bare"] { border: 0; background: transparent; padding: 0; }
QComboBox { padding-left: 11px; padding-right: 26px; }
QComboBox:focus { padding-left: 10px; padding-right: 25px; }
QComboBox:editable, QComboBox:editable:focus { padding-right: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(@/chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; outline: 0; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $tint_accent; color: $text; }
QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { max-height: 30px; }
QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus { max-height: 28px; }
QLineEdit[zero="true"] { color: $muted; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button, QDateTimeEdit::up-button, QDateTimeEdit::down-button {
    border: 0; width: 20px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow, QDateTimeEdit::up-arrow {
    image: url(@/chevron-up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow, QDateTimeEdit::down-arrow {
    image: url(@/chevron-down.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; border: 1px solid transparent;
    border-radius: 4px; outline: 0; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid $control;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url(@/check.svg); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url(@/minus.svg); }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control; border-radius: 9px;
    background: $surface; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url(@/dot.svg); }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; margin: -6px 0; border-radius: 8px; background: $accent; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_VIEWS = """
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
    selection-background-color: $tint_accent; gridline-color: $hairline; }
QTableView { alternate-background-color: $surface; }
QTableView::item, QListView::item { padding: 0 9px; border: 0; border-bottom: 1px solid $hairline; }
QListView::item { min-height: 30px; }
QTableView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected { background: $tint_accent; }
QTreeView::item { min-height: 28px; padding: 0 4px; }
QTreeView::item:hover { background: $hover; }
QTreeView::item:selected { background: $tint_accent; color: $text; }
QFrame[part="table"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[part="table"][ring="true"] { border: 1px solid $accent; }
QHeaderView { background: $header; border: 0; }
QHeaderView::section { background: $header; color: $muted; border: 0; border-bottom: 1px solid $line;
    padding: 0 12px; min-height: 31px; font-weight: 400; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(@/chevron-up.svg); width: 12px; height: 12px; subcontrol-position: center right;
    right: 6px; }
QHeaderView::down-arrow { image: url(@/chevron-down.svg); width: 12px; height: 12px;
    subcontrol-position: center right; right: 6px; }
QTableCornerButton::section { background: $header; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[part="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; width: 0; height: 0; }
QSplitter::handle { background: transparent; }
"""

_REST = """
QMenu { background: $raised; border: 1px solid $line; padding: 4px; border-radius: 0; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $tint_accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 6px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
    padding: 0 12px; min-height: 34px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar:focus { outline: 0; }
QTabBar::tab:focus { background: $tint_accent; }
QGroupBox { border: 1px solid $line; border-radius: 6px; margin-top: 20px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; color: $muted; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; border-bottom: 1px solid $hairline; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url(@/chevron-left.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url(@/chevron-right.svg); }
QCalendarWidget QAbstractItemView { background: $surface; selection-background-color: $accent;
    selection-color: $on_accent; }
QCalendarWidget QTableView::item { border: 0; padding: 0; border-radius: 4px; }
QCalendarWidget QTableView::item:hover { background: $hover; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
"""


def stylesheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """The application's stylesheet in one theme; `px` scales lengths given at 100 %."""
    names = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    text = Template(_BASICS + _BUTTONS + _INPUTS + _VIEWS + _REST).substitute(names)
    folder = (STYLE_ICON_FOLDER / tokens.name).as_posix()
    text = text.replace("url(@/", f"url({folder}/")
    return _LENGTH.sub(lambda found: f"{_scaled(int(found[1]), px)}px", text)


def _scaled(length: int, px: Callable[[float], int]) -> int:
    """Hairlines stay hairlines; zero stays zero."""
    return length if length <= 1 else px(length)

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFontInfo, QIcon
from PySide6.QtWidgets import QLabel, QPushButton

from ui.theme import icon, theme
from ui.theme.fonts import TYPE_SCALE
from ui.theme.icons import ICON_FOLDER
from ui.theme.tokens import DARK, LIGHT
from ui.widgets import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

UI = Path(__file__).resolve().parents[3] / "ui"


def test_switching_repaints_everything(console: QApplication, qtbot: QtBot) -> None:
    label, button = Text("云河区", tone="muted"), QPushButton("x")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    before = button.grab().toImage()
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.muted
    with qtbot.waitSignal(theme().theme_changed):
        theme().choose("dark")
    assert label.palette().color(label.foregroundRole()).name().upper() == DARK.muted
    assert button.grab().toImage() != before
    assert console.palette().window().color() == QColor(DARK.window)


def test_choosing_the_theme_in_force_does_nothing(console: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().theme_changed):
        theme().choose("light")


def test_the_bundled_face_is_used_in_its_three_weights(console: QApplication) -> None:
    for role, (size, weight) in TYPE_SCALE.items():
        info = QFontInfo(theme().font(role))
        assert info.family() == "Noto Sans SC", role
        assert (info.pixelSize(), info.weight()) == (theme().px(size), weight), role


def test_figures_are_equally_wide_in_every_role(console: QApplication) -> None:
    for role in TYPE_SCALE:
        assert len({theme().metrics(role).horizontalAdvance(figure) for figure in "0123456789"}) == 1, role


def test_an_icon_takes_the_colour_of_the_theme_in_force(console: QApplication) -> None:
    bell = icon("bell", "extreme")
    light = bell.pixmap(16, 16).toImage()
    theme().choose("dark")
    dark = bell.pixmap(16, 16).toImage()
    assert _strongest(light) == QColor(LIGHT.extreme)
    assert _strongest(dark) == QColor(DARK.extreme)


def test_an_icon_is_drawn_for_the_screens_own_pixels(console: QApplication) -> None:
    from PySide6.QtCore import QSize

    picture = icon("bell", "text").pixmap(QSize(16, 16), 2.0)
    assert picture.devicePixelRatio() == 2.0
    assert picture.size() == QSize(32, 32)
    assert picture.toImage() != icon("bell", "text").pixmap(QSize(16, 16), 1.0).toImage().scaled(32, 32)


def test_a_disabled_icon_is_pale(console: QApplication) -> None:
    picture = icon("bell", "text").pixmap(16, 16, QIcon.Mode.Disabled)
    assert _strongest(picture.toImage()) == QColor(LIGHT.disabled)


def test_every_icon_named_in_the_code_is_there() -> None:
    """Names are found where they are given: `icon("…")`, `icon="…"`, the first word of the icon widgets."""
    first_is_icon = {"icon", "icon_pixmap", "IconLabel", "IconText", "IconButton", "set_icon", "set_icon_name"}
    named: dict[str, str] = {}
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [word.value for word in node.keywords if word.arg == "icon"]
            if called in first_is_icon and node.args:
                given.append(node.args[0])
            for value in given:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    named[value.value] = f"{file.name}:{node.lineno}"
    missing = {name: where for name, where in named.items() if not (ICON_FOLDER / f"{name}.svg").exists()}
    assert not missing
    assert len(named) > 10


def test_plain_labels_take_the_text_colour(console: QApplication, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.text)


def _strongest(image: object) -> QColor:
    """The colour of the most opaque pixel."""
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    best = max(pixels, key=lambda colour: colour.alpha())
    assert best.alpha() > 200
    return QColor(best.red(), best.green(), best.blue())

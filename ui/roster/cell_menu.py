"""The menu over a cell: stand-ins, swaps, leave, why it is so, clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ui.theme import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.roster.context import ChosenCell

translate = QCoreApplication.translate


def cell_menu(
    parent: QWidget, chosen: ChosenCell, name: str, open_panel: Callable[[str], object], acts: dict[str, Callable]
) -> QMenu:
    """The menu for a cell and the person meant in it (`name` empty: nobody stands there).

    `acts` are what the page does itself: `edit`, `why`, `clear`, `person`.
    """
    menu = QMenu(parent)
    menu.setAccessibleName(chosen.post.name)
    somebody = bool(name)

    def add(icon_name: str, text: str, act: Callable[[], object], keys: str = "", *, enabled: bool = True) -> None:
        action = menu.addAction(icon(icon_name, "muted"), text)
        action.setEnabled(enabled)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: act())

    add("pencil", translate("CellMenu", "&Enter names"), acts["edit"], "Return", enabled=chosen.cell.exists)
    menu.addSeparator()
    for key, icon_name, text, keys in (
        ("cover", "user-round-check", translate("CellMenu", "&Cover for {name}…"), "Ctrl+Shift+B"),
        ("swap", "arrow-left-right", translate("CellMenu", "&Swap with another shift…"), "Ctrl+Shift+D"),
        ("leave", "calendar-x", translate("CellMenu", "&Leave of {name}…"), "Ctrl+Shift+L"),
        ("emergency", "siren", translate("CellMenu", "E&mergency substitution…"), "Ctrl+Shift+E"),
    ):
        add(icon_name, text.format(name=name), lambda key=key: open_panel(key), keys, enabled=somebody)
    menu.addSeparator()
    add("circle-help", translate("CellMenu", "&Why is {name} here").format(name=name), acts["why"], enabled=somebody)
    add("user", translate("CellMenu", "&All shifts of {name}").format(name=name), acts["person"], enabled=somebody)
    add("x", translate("CellMenu", "Clea&r"), acts["clear"], "Del", enabled=somebody)
    return menu

"""The panels of the roster: one line each, made when first opened. The page's menu lists them in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.roster.context import PageContext
    from ui.roster.panel import RosterPanel

Make = Callable[["PageContext"], "RosterPanel"]


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A panel: its key in `page.open_panel`, its icon, its word, how it is made.

    `keys` is the shortcut that opens it, shown beside the word. One that is `prominent` has a button of its own in the
    toolbar, the others stand in the menu.
    """

    key: str
    icon: str
    source: str
    make: Make
    keys: str = ""
    prominent: bool = False

    def word(self) -> str:
        """Its name in the language now in force."""
        return QCoreApplication.translate("RosterPanels", self.source)


PANELS: tuple[PanelKind, ...] = ()
"""In the order of the toolbar and of the menu."""


def panel_kind(key: str) -> PanelKind:
    """The panel of this key. Raises LookupError."""
    for kind in PANELS:
        if kind.key == key:
            return kind
    raise LookupError(key)

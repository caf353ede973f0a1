"""The panels of the roster: one line each, made when first opened. The page's menu lists them in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

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


# Each panel's code is loaded when it is first opened.


def _plan(context: PageContext) -> RosterPanel:
    from ui.roster.plan_panel import PlanPanel

    return PlanPanel(context)


def _check(context: PageContext) -> RosterPanel:
    from ui.roster.check_panel import CheckPanel

    return CheckPanel(context)


def _leader(context: PageContext) -> RosterPanel:
    from ui.roster.leader_view import LeaderPanel

    return LeaderPanel(context)


def _attendance(context: PageContext) -> RosterPanel:
    from ui.roster.attendance_panel import AttendancePanel

    return AttendancePanel(context)


def _members(context: PageContext) -> RosterPanel:
    from ui.roster.members_panel import MembersPanel

    return MembersPanel(context)


def _changes(context: PageContext) -> RosterPanel:
    from ui.roster.changes_panel import ChangesPanel

    return ChangesPanel(context)


def _cover(context: PageContext) -> RosterPanel:
    from ui.roster.cover_panel import CoverPanel

    return CoverPanel(context, "cover")


def _swap(context: PageContext) -> RosterPanel:
    from ui.roster.swap_panel import SwapPanel

    return SwapPanel(context)


def _leave(context: PageContext) -> RosterPanel:
    from ui.roster.leave_panel import LeavePanel

    return LeavePanel(context)


def _emergency(context: PageContext) -> RosterPanel:
    from ui.roster.cover_panel import CoverPanel

    return CoverPanel(context, "emergency")


def _calendar(context: PageContext) -> RosterPanel:
    from ui.roster.calendar_panel import CalendarPanel

    return CalendarPanel(context)


def _import(context: PageContext) -> RosterPanel:
    from ui.roster.import_panel import ImportPanel

    return ImportPanel(context)


def _export(context: PageContext) -> RosterPanel:
    from ui.roster.export_panel import ExportPanel

    return ExportPanel(context)


PANELS: tuple[PanelKind, ...] = (
    PanelKind("plan", "wand-sparkles", QT_TRANSLATE_NOOP("RosterPanels", "Plan"), _plan, "Ctrl+G", prominent=True),
    PanelKind("check", "list-checks", QT_TRANSLATE_NOOP("RosterPanels", "Check"), _check, "Ctrl+J", prominent=True),
    PanelKind("changes", "hourglass", QT_TRANSLATE_NOOP("RosterPanels", "Changes"), _changes, "Ctrl+H", prominent=True),
    PanelKind("cover", "user-round-check", QT_TRANSLATE_NOOP("RosterPanels", "Cover"), _cover, "Ctrl+Shift+B"),
    PanelKind("swap", "arrow-left-right", QT_TRANSLATE_NOOP("RosterPanels", "Swap"), _swap, "Ctrl+Shift+D"),
    PanelKind("leave", "calendar-x", QT_TRANSLATE_NOOP("RosterPanels", "Leave"), _leave, "Ctrl+Shift+L"),
    PanelKind(
        "emergency", "siren", QT_TRANSLATE_NOOP("RosterPanels", "Emergency substitution"), _emergency, "Ctrl+Shift+E"
    ),
    PanelKind("attendance", "user-round-check", QT_TRANSLATE_NOOP("RosterPanels", "Attendance"), _attendance),
    PanelKind("leader", "phone-call", QT_TRANSLATE_NOOP("RosterPanels", "Leader's view"), _leader, "Ctrl+L"),
    PanelKind("members", "users", QT_TRANSLATE_NOOP("RosterPanels", "Who may stand where"), _members),
    PanelKind("calendar", "calendar", QT_TRANSLATE_NOOP("RosterPanels", "Calendar"), _calendar),
    PanelKind("import", "upload", QT_TRANSLATE_NOOP("RosterPanels", "Import"), _import),
    PanelKind("export", "download", QT_TRANSLATE_NOOP("RosterPanels", "Export"), _export, "Ctrl+E"),
)
"""In the order of the toolbar and of the menu."""


def panel_kind(key: str) -> PanelKind:
    """The panel of this key. Raises LookupError."""
    for kind in PANELS:
        if kind.key == key:
            return kind
    raise LookupError(key)

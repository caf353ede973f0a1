"""The pages of the rail: one line each, made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from duty_console.desk import Desk
    from ui.settings.keeper import SettingsKeeper
    from ui.workbench import Workbench

Make = Callable[["Desk", "Workbench", "SettingsKeeper"], "QWidget"]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page: its key in `bench.page_requested`, its icon, its word, and how it is made."""

    key: str
    icon: str
    source: str
    make: Make

    def word(self) -> str:
        """Its name in the language now in force."""
        return QCoreApplication.translate("Pages", self.source)


def _now(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.now.page import NowPage

    return NowPage(
        desk.incidents,
        desk.dutylog,
        desk.alarms,
        desk.roster,
        desk.limits,
        bench,
        journal=desk.journal,
        handover=lambda: desk.handover,
        rotation=lambda: desk.rotation,
    )


def _incidents(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.incidents.page import IncidentsPage

    return IncidentsPage(desk.incidents, desk.dutylog, desk.reports, desk.limits, bench)


def _roster(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.roster.page import RosterPage
    from ui.roster.services import RosterServices

    services = RosterServices(
        desk.roster,
        desk.people,
        rotation=lambda: desk.rotation,
        substitution=lambda: desk.substitution,
        attendance=lambda: desk.attendance,
        files=lambda: desk.roster_files,
    )
    return RosterPage(services, bench)


def _handover(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.handover.page import HandoverPage

    return HandoverPage(desk.handover, desk.roster, bench)


def _people(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.people.page import PeoplePage

    return PeoplePage(desk.people, bench)


def _log(desk: Desk, bench: Workbench, _settings: SettingsKeeper) -> QWidget:
    from ui.log.page import LogPage

    return LogPage(desk.dutylog, desk.journal, bench)


def _settings(desk: Desk, bench: Workbench, settings: SettingsKeeper) -> QWidget:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk.room, desk.limits, desk.roster, settings, bench)


_BEHIND = (
    "ui.intake.panel",
    "ui.incidents.incident_view",
    "ui.shell.palette",
    "ui.roster.changes_panel",
    "ui.roster.cover_panel",
    "ui.roster.swap_panel",
    "ui.roster.leave_panel",
)
"""What is not a page itself, but wanted at a key."""


def load_modules() -> None:
    """Load the code of all pages, off the GUI thread, so that the first opening of a page holds nothing up."""
    for name in (*_BEHIND, *(f"ui.{kind.key}.page" for kind in PAGES)):
        import_module(name)


PAGES = (
    PageKind("now", "monitor-dot", QT_TRANSLATE_NOOP("Pages", "Watch"), _now),
    PageKind("incidents", "siren", QT_TRANSLATE_NOOP("Pages", "Incidents"), _incidents),
    PageKind("roster", "calendar-days", QT_TRANSLATE_NOOP("Pages", "Roster"), _roster),
    PageKind("handover", "arrow-left-right", QT_TRANSLATE_NOOP("Pages", "Handover"), _handover),
    PageKind("people", "contact", QT_TRANSLATE_NOOP("Pages", "People"), _people),
    PageKind("log", "scroll-text", QT_TRANSLATE_NOOP("Pages", "Log"), _log),
    PageKind("settings", "settings", QT_TRANSLATE_NOOP("Pages", "Settings"), _settings),
)
"""In the order of the rail; the last stands at its bottom."""

"""The QApplication of the console: style, fonts, theme, language, and what to do with a bug."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.bugs import BugWatch, log_to
from ui.i18n import Language, Languages
from ui.jobs import Jobs
from ui.theme import ThemeChoice, icon, theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Application:
    """The application object and what lives as long as it does."""

    qt: QApplication
    languages: Languages
    jobs: Jobs
    bugs: BugWatch

    def choose_theme(self, choice: str) -> None:
        """Switch the theme while running; an unknown word means the system's."""
        theme().choose(_theme_choice(choice))

    def choose_language(self, language: str) -> None:
        """Switch the language while running; an unknown word means Chinese."""
        self.languages.choose(_language_choice(language))


def create_application(
    argv: Sequence[str],
    *,
    theme_choice: str = "system",
    language: str = "zh",
    log_file: Path | None = None,
    watch_bugs: bool = True,
) -> Application:
    """Make the QApplication, or dress the one that is there (tests, the tour).

    `log_file` receives bugs and Qt's messages. With `watch_bugs` off, exceptions keep their usual way.
    """
    QCoreApplication.setApplicationName("Duty Console")
    QCoreApplication.setOrganizationName("duty-console")
    QGuiApplication.setDesktopFileName("duty-console")
    existing = QApplication.instance()
    if existing is None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = cast("QApplication", existing) if existing is not None else QApplication(list(argv))
    app.setQuitOnLastWindowClosed(True)
    if log_file is not None:
        log_to(log_file)
    bugs = BugWatch(app)
    if watch_bugs:
        bugs.install()
    languages = Languages(app)
    languages.choose(_language_choice(language))
    theme().apply(_theme_choice(theme_choice))
    app.setWindowIcon(icon("shield-check", "#1F5FBF"))
    return Application(app, languages, Jobs(app), bugs)


def _theme_choice(word: str) -> ThemeChoice:
    return cast("ThemeChoice", word) if word in ("light", "dark") else "system"


def _language_choice(word: str) -> Language:
    choices: tuple[Literal["zh"], Literal["en"]] = ("zh", "en")
    return "en" if word == choices[1] else "zh"

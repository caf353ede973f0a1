"""The language of the desktop: English source, Chinese by default, switchable while it runs.

Translations are written in resources/i18n/*.zh_CN.ts (docs/translating.md) and compiled into one
zh_CN.qm beside them. A start with no or an old .qm compiles it first (some 20 ms, once); where the folder cannot be
written, as after an installation, the shipped .qm is used or the compiled bytes are kept in memory.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

I18N_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"
QM_FILE = I18N_FOLDER / "zh_CN.qm"

Language = Literal["zh", "en"]
LANGUAGE_NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a string of a table for the collector; it is translated where it is shown. Qt's own gives no type."""
    del context
    return source


class Languages(QObject):
    """Switches the language of the running application.

    Every widget gets `QEvent.LanguageChange`; `Translated` turns that into `retranslate()`.
    """

    language_changed = Signal(str)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._language: Language = "en"
        self._installed: list[QTranslator] = []

    @property
    def language(self) -> Language:
        return self._language

    def choose(self, language: Language) -> None:
        """Switch to Chinese ("zh") or to the English source ("en")."""
        if language == self._language:
            return
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        self._language = language
        if language == "zh":
            for translator in (_qt_translator(self), _console_translator(self)):
                self._app.installTranslator(translator)
                self._installed.append(translator)
            QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        else:
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.China))
        # windows hear of it by posted events: now, not at the next turn of the loop, so that none shows two languages
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self.language_changed.emit(language)


def _qt_translator(parent: QObject) -> QTranslator:
    """Qt's own words: the buttons of file dialogs, the menu of an input."""
    translator = QTranslator(parent)
    translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def _console_translator(parent: QObject) -> QTranslator:
    translator = QTranslator(parent)
    sources = sorted(I18N_FOLDER.glob("*.zh_CN.ts"))
    if QM_FILE.exists() and not _is_older(QM_FILE, sources):
        translator.load(str(QM_FILE))
        return translator
    # only where a .ts was changed or never compiled: the compiler reads XML, which costs some milliseconds
    from ui.i18n_tool import compiled

    content = compiled(sources)
    try:
        _write_at_once(QM_FILE, content)
        translator.load(str(QM_FILE))
    except OSError:
        translator.setProperty("content", content)  # Qt reads these bytes in place: keep them alive
        translator.load(content)
    return translator


def _is_older(file: Path, sources: list[Path]) -> bool:
    made = file.stat().st_mtime_ns
    return any(source.stat().st_mtime_ns > made for source in sources)


def _write_at_once(file: Path, content: bytes) -> None:
    """Through a second name, so that a console starting at the same moment never reads half a file."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(dir=file.parent, prefix=".zh_CN.", delete=False) as temporary:
        temporary.write(content)
    try:
        Path(temporary.name).chmod(0o644)
        Path(temporary.name).replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary.name).unlink()
        raise

from __future__ import annotations

import logging
import os
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QtMsgType, qWarning
from PySide6.QtWidgets import QLineEdit

from ui.application import create_application
from ui.bugs import BugWatch, bug_number, log_to
from ui.i18n import Languages
from ui.theme import theme
from ui.widgets import GradeBadge, SearchField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def languages(console: QApplication) -> Iterator[Languages]:
    languages = Languages(console)
    yield languages
    languages.choose("en")


@pytest.fixture
def bugs(console: QApplication) -> Iterator[BugWatch]:
    bugs = BugWatch()
    bugs.install()
    yield bugs
    bugs.uninstall()


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level, strict = list(root.handlers), root.level, logging.raiseExceptions
    file = tmp_path / "console.log"
    log_to(file)
    yield file
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = strict


def test_it_comes_up_dressed_and_in_chinese(console: QApplication) -> None:
    made = create_application([], theme_choice="dark", watch_bugs=False)
    try:
        assert made.qt is console
        assert theme().is_dark
        assert made.languages.language == "zh"
        assert (
            QCoreApplication.translate("Problems", "The disk is full, so this was not saved.")
            == "磁盘已满，这次没有保存。"
        )
        made.choose_theme("light")
        made.choose_language("en")
        assert not theme().is_dark
        assert made.languages.language == "en"
    finally:
        made.languages.choose("en")
        assert made.jobs.close()


def test_the_language_switches_while_it_runs(console: QApplication, qtbot: QtBot, languages: Languages) -> None:
    field, badge = SearchField(), GradeBadge("major")
    for widget in (field, badge):
        qtbot.addWidget(widget)
    assert (field.placeholderText(), badge.word()) == ("Search", "Ⅲ Major")
    with qtbot.waitSignal(languages.language_changed):
        languages.choose("zh")
    assert (field.placeholderText(), badge.word()) == ("查找", "Ⅲ 较大")
    languages.choose("en")
    assert (field.placeholderText(), badge.word()) == ("Search", "Ⅲ Major")


def test_qts_own_words_are_chinese_too(console: QApplication, qtbot: QtBot, languages: Languages) -> None:
    languages.choose("zh")
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "复制" in words, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def test_a_bug_is_logged_whole_and_shown_once(qtbot: QtBot, bugs: BugWatch, log_file: Path) -> None:
    import sys

    shown: list[str] = []
    bugs.found.connect(shown.append)

    def fault() -> None:
        raise RuntimeError("铃声没有停")

    for _ in range(3):
        try:
            fault()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
            number = bug_number(error)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [number]
    assert len(number) == 6
    text = log_file.read_text(encoding="utf-8")
    assert text.count(f"bug {number}") == 3
    assert "RuntimeError: 铃声没有停" in text
    assert "in fault" in text


def test_a_bug_in_another_thread_is_told_too(qtbot: QtBot, bugs: BugWatch, log_file: Path) -> None:
    def fault() -> None:
        raise ZeroDivisionError("elsewhere")

    with qtbot.waitSignal(bugs.found):
        thread = threading.Thread(target=fault)
        thread.start()
        thread.join()
    assert "ZeroDivisionError: elsewhere" in log_file.read_text(encoding="utf-8")


def test_qts_messages_go_to_the_log_but_not_its_noise(bugs: BugWatch, log_file: Path) -> None:
    qWarning("the sheet has no layout")
    qWarning("PulseAudioService: pa_context_connect() failed")
    text = log_file.read_text(encoding="utf-8")
    assert "the sheet has no layout" in text
    assert "Pulse" not in text
    assert QtMsgType.QtWarningMsg


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    log_to(tmp_path / "nothing" / "console.log")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)


def test_a_folder_that_cannot_be_written_still_gives_chinese(
    console: QApplication, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an installation for all users, with a .qm missing: compiled into memory."""
    monkeypatch.setattr("ui.i18n.QM_FILE", tmp_path / "nothing" / "zh_CN.qm")
    languages.choose("zh")
    assert GradeBadge("major").word() == "Ⅲ 较大"


def test_an_old_compilation_is_made_anew_and_a_fresh_one_is_left(
    console: QApplication, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "zh_CN.qm"
    monkeypatch.setattr("ui.i18n.QM_FILE", made)
    made.write_bytes(b"from last year")
    os.utime(made, (0, 0))
    languages.choose("zh")
    assert GradeBadge("major").word() == "Ⅲ 较大"
    assert made.stat().st_mode & 0o777 == 0o644
    assert [file.name for file in tmp_path.iterdir()] == ["zh_CN.qm"]
    written = made.stat().st_mtime_ns
    languages.choose("en")
    languages.choose("zh")
    assert made.stat().st_mtime_ns == written

"""Every string of the desktop is there in Chinese, whole, with the same {placeholders}."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from ui import i18n_tool
from ui.i18n_tool import Found, Message, check, collect_text, compiled, fill, placeholders, read_ts, update, write_ts

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_missing_vanished_or_uneven() -> None:
    assert check() == []


def test_nothing_chinese_stands_in_the_sources() -> None:
    """English is the source; Chinese belongs in the .ts. An English sentence may quote what is typed, as 1.5亿."""
    found = i18n_tool.collect(file for files in i18n_tool.python_files().values() for file in files)
    assert [source for _context, source in found.messages if _chinese(source) > _latin(source)] == []


def _chinese(text: str) -> int:
    return sum("一" <= sign <= "鿿" for sign in text)


def _latin(text: str) -> int:
    return sum(sign.isascii() and sign.isalpha() for sign in text)


@pytest.mark.parametrize(
    "line",
    [
        'self.tr(f"{n} rows")',
        'self.tr("a" + b)',
        'self.tr("rows: %d" % n)',
        'self.tr("{n}".format(n=1))',
        "self.tr(word)",
        'QCoreApplication.translate("Page", f"{n}")',
    ],
)
def test_what_cannot_be_translated_is_reported(line: str) -> None:
    found = Found()
    collect_text(f"class Page:\n    def show(self):\n        {line}\n", "page.py", found)
    assert len(found.faults) == 1
    assert found.faults[0].startswith("page.py:3:")
    assert not found.messages


def test_strings_are_found_with_their_class() -> None:
    found = Found()
    collect_text(
        """
class Page(Base):
    def show(self):
        self.tr("one "
                "two")
        QCoreApplication.translate("Other", "three")
        "abc".translate(table)
WORDS = {"a": QT_TRANSLATE_NOOP("Words", "four")}
""",
        "page.py",
        found,
    )
    assert list(found.messages) == [("Page", "one two"), ("Other", "three"), ("Words", "four")]
    assert not found.faults


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{a} of {b}", ["a", "b"]),
        ("{b} {a}", ["a", "b"]),
        ("{{x}}", []),
        ("{a", ["<broken>"]),
        ("%n rows %1", ["%1", "%n"]),
    ],
)
def test_placeholders(text: str, names: list[str]) -> None:
    assert placeholders(text) == names


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ui/ of one folder with one page."""
    monkeypatch.setattr(i18n_tool, "ROOT", tmp_path)
    monkeypatch.setattr(i18n_tool, "UI_FOLDER", tmp_path / "ui")
    monkeypatch.setattr(i18n_tool, "I18N_FOLDER", tmp_path / "i18n")
    (tmp_path / "ui" / "now").mkdir(parents=True)
    page = tmp_path / "ui" / "now" / "page.py"
    page.write_text(
        'class Page:\n    def f(self):\n        self.tr("Saved {n}")\n        self.tr("Over")\n', encoding="utf-8"
    )
    return page


def test_the_way_of_a_string(house: Path) -> None:
    assert update("now", [house]) == ["Over", "Saved {n}"]
    assert len(check()) == 2
    assert fill("now", ["Saved {n} => 已存 {m}", "Over => 超时", "Gone => 没有"]) == (2, ["Gone => 没有"])
    [fault] = check()
    assert "placeholders" in fault
    assert fill("now", ["Page: Saved {n} => 已存 {n}"]) == (1, [])
    assert check() == []
    house.write_text('class Page:\n    def f(self):\n        self.tr("Saved {n}")\n', encoding="utf-8")
    [fault] = check()
    assert "no longer in the code" in fault
    assert update("now", [house]) == []
    assert check() == []


def test_the_same_english_in_two_folders_may_not_differ_in_one_context(house: Path) -> None:
    update("now", [house])
    fill("now", ["Saved {n} => 已存 {n}", "Over => 超时"])
    other = house.parents[1] / "intake"
    other.mkdir()
    (other / "page.py").write_text('class Page:\n    def f(self):\n        self.tr("Over")\n', encoding="utf-8")
    update("intake", [other / "page.py"])
    fill("intake", ["Over => 结束"])
    assert any("otherwise" in fault for fault in check())


def test_what_is_compiled_is_what_qt_reads(tmp_path: Path) -> None:
    """All of it, context by context, and the untranslated stays English."""
    messages = {("Page", f"word {number}"): Message(f"词 {number} 𠮷") for number in range(500)}
    messages[("Other", "word 1")] = Message("别的词")
    messages[("Page", "open")] = Message("", "unfinished")
    write_ts(tmp_path / "a.zh_CN.ts", messages)
    assert read_ts(tmp_path / "a.zh_CN.ts") == messages
    (tmp_path / "zh_CN.qm").write_bytes(compiled([tmp_path / "a.zh_CN.ts"]))
    translator = QTranslator()
    assert translator.load(str(tmp_path / "zh_CN.qm"))
    for (context, source), message in messages.items():
        assert (translator.translate(context, source) or "") == message.translation
    assert translator.translate("Nobody", "word 1") in (None, "")
    assert translator.language() == "zh_CN"

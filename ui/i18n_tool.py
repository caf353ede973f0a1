"""Translations: collect, check, fill, compile. docs/translating.md tells how to use it.

    python -m ui.i18n_tool update [FOLDER …]     take up new strings, mark vanished ones, print what is missing
    python -m ui.i18n_tool fill FOLDER < LINES   give translations, one `English => 中文` a line
    python -m ui.i18n_tool check                 fail on anything missing, vanished, or with other {placeholders}
    python -m ui.i18n_tool compile               write resources/i18n/zh_CN.qm (the console does it by itself too)

One .ts per folder of ui/ (`now`, `intake`, …; `ui` for ui/*.py), so that several people can work at once. The
strings are found by parsing Python, not by lupdate: a string that is put together at run time, an f-string
above all, cannot be translated and is reported with its line. The .ts open in Qt Linguist.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
UI_FOLDER = ROOT / "ui"
I18N_FOLDER = ROOT / "resources" / "i18n"
QM_FILE = I18N_FOLDER / "zh_CN.qm"

_CALLS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "QT_TR_NOOP": 0}
_SKIPPED_FILES = {"gallery.py", "i18n_tool.py"}

Key = tuple[str, str]  # context, source


@dataclass(slots=True)
class Found:
    """What the Python files of one folder ask for."""

    messages: dict[Key, str] = field(default_factory=dict)  # -> where, "path:line"
    faults: list[str] = field(default_factory=list)


# -- reading Python ---------------------------------------------------------------------------------


def folder_of(file: Path) -> str:
    """The name of the .ts a Python file belongs to."""
    inside = file.relative_to(UI_FOLDER)
    return inside.parts[0] if len(inside.parts) > 1 else "ui"


def python_files(folders: Iterable[str] = ()) -> dict[str, list[Path]]:
    """Folder name to its Python files."""
    wanted = set(folders)
    grouped: dict[str, list[Path]] = {}
    for file in sorted(UI_FOLDER.rglob("*.py")):
        name = folder_of(file)
        if file.name not in _SKIPPED_FILES and (not wanted or name in wanted):
            grouped.setdefault(name, []).append(file)
    return grouped


def collect(files: Iterable[Path]) -> Found:
    """All strings of these files."""
    found = Found()
    for file in files:
        collect_text(file.read_text(encoding="utf-8"), str(file.relative_to(ROOT)), found)
    return found


def collect_text(text: str, name: str, found: Found) -> None:
    """All strings of one Python text."""
    for context, call in _calls(ast.parse(text, name), ""):
        where = f"{name}:{call.lineno}"
        place = _CALLS[_called_name(call)]
        if len(call.args) <= place:
            continue  # someone else's method of that name
        source = _literal(call.args[place])
        if place == 1:
            context = _literal(call.args[0]) or ""
        if source is None:
            if _called_name(call) != "translate" or isinstance(call.args[place], ast.JoinedStr):
                found.faults.append(f"{where}: only a plain string can be translated; .format() comes after tr()")
        elif not context:
            found.faults.append(f'{where}: tr() outside a class has no context; use translate("Context", …)')
        elif source:
            found.messages.setdefault((context, source), where)


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Every translating call with the name of the class around it."""
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call) and _called_name(node) in _CALLS:
        yield context, node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, context)


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        # self.tr(…), QCoreApplication.translate(…); not "abc".translate(table)
        if call.func.attr == "translate" and not isinstance(call.func.value, ast.Name):
            return ""
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# -- .ts files --------------------------------------------------------------------------------------


@dataclass(slots=True)
class Message:
    """One entry of a .ts; `state` is "" (finished), "unfinished" or "vanished"."""

    translation: str
    state: str = ""


def ts_file(folder: str) -> Path:
    return I18N_FOLDER / f"{folder}.zh_CN.ts"


def read_ts(file: Path) -> dict[Key, Message]:
    """The entries of a .ts; empty if there is none yet."""
    if not file.exists():
        return {}
    messages: dict[Key, Message] = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for entry in context.iter("message"):
            translation = entry.find("translation")
            text = "" if translation is None else translation.text or ""
            state = "" if translation is None else translation.get("type", "")
            messages[(name, entry.findtext("source") or "")] = Message(text, state)
    return messages


def write_ts(file: Path, messages: dict[Key, Message]) -> None:
    """Write a .ts, sorted, without line numbers, so that two people's changes rarely meet."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for (context, source), message in sorted(messages.items()):
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        entry = ET.SubElement(contexts[context], "message")
        ET.SubElement(entry, "source").text = source
        translation = ET.SubElement(entry, "translation")
        translation.text = message.translation
        state = message.state or ("" if message.translation else "unfinished")
        if state:
            translation.set("type", state)
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def update(folder: str, files: Iterable[Path]) -> list[str]:
    """Take up what the code asks for; returns the sources that still lack a translation."""
    found = collect(files)
    old = read_ts(ts_file(folder))
    kept: dict[Key, Message] = {}
    for key in found.messages:
        kept[key] = old.get(key) or Message("")
        if kept[key].state == "vanished":
            kept[key].state = ""
    by_source = {source: message.translation for (_c, source), message in old.items() if message.translation}
    for (_context, source), message in kept.items():
        if not message.translation and source in by_source:
            message.translation, message.state = by_source[source], ""
    if kept != old:
        if kept:
            write_ts(ts_file(folder), kept)
        else:
            ts_file(folder).unlink(missing_ok=True)
    return sorted({source for (_c, source), message in kept.items() if not message.translation})


def fill(folder: str, lines: Iterable[str]) -> tuple[int, list[str]]:
    """Enter translations given as `English => 中文`, with \\n for a new line.

    `Context: English => 中文` gives it for one context only, where the same English needs other Chinese.
    Returns how many were entered, and the lines that fit no string.
    """
    messages = read_ts(ts_file(folder))
    count, unmatched = 0, []
    for line in lines:
        if "=>" not in line:
            continue
        source, translation = (part.strip().replace("\\n", "\n") for part in line.rsplit("=>", 1))
        keys = [key for key in messages if key[1] == source or f"{key[0]}: {key[1]}" == source]
        for key in keys:
            messages[key] = Message(translation)
        count += len(keys)
        if not keys:
            unmatched.append(line.strip())
    write_ts(ts_file(folder), messages)
    return count, unmatched


# -- checking ---------------------------------------------------------------------------------------


def faults_of(folder: str, files: Iterable[Path]) -> list[str]:
    """Everything that is wrong with one folder's strings."""
    found = collect(files)
    messages = read_ts(ts_file(folder))
    faults = list(found.faults)
    faults += [
        f"{where}: not in {ts_file(folder).name}: {source!r} ({context})"
        for (context, source), where in found.messages.items()
        if (context, source) not in messages
    ]
    for (context, source), message in messages.items():
        where = f"{ts_file(folder).name}: {context}: {source!r}"
        if (context, source) not in found.messages:
            faults.append(f"{where} is no longer in the code; run update")
        elif not message.translation or message.state:
            faults.append(f"{where} is not translated")
        elif placeholders(source) != placeholders(message.translation):
            faults.append(f"{where} has other placeholders than {message.translation!r}")
    return faults


def check() -> list[str]:
    """Everything that is wrong."""
    grouped = python_files()
    faults = [fault for folder, files in grouped.items() for fault in faults_of(folder, files)]
    faults += [
        f"{file.name}: ui has no such folder"
        for file in sorted(I18N_FOLDER.glob("*.zh_CN.ts"))
        if file.name.removesuffix(".zh_CN.ts") not in grouped
    ]
    merged: dict[Key, str] = {}
    for file in sorted(I18N_FOLDER.glob("*.zh_CN.ts")):
        for key, message in read_ts(file).items():
            if merged.setdefault(key, message.translation) != message.translation:
                faults.append(f"{file.name}: {key[0]}: {key[1]!r} is translated otherwise in another folder")
    return faults


def placeholders(text: str) -> list[str]:
    """The {names} in a string and %1-style marks, sorted; a broken brace counts as one of its own."""
    try:
        names = [name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        names = ["<broken>"]
    return sorted(names + re.findall(r"%[n\d]", text))


# -- .qm --------------------------------------------------------------------------------------------

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _LANGUAGE = 0x42, 0x69, 0xA7
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8


def compiled(sources: Iterable[Path]) -> bytes:
    """All .ts merged into Qt's .qm format (the layout that QTranslator reads; what lrelease would write)."""
    hashes: list[tuple[int, int]] = []
    body = bytearray()
    for file in sources:
        for (context, source), message in read_ts(file).items():
            if message.translation and not message.state:
                hashes.append((_elf_hash(source.encode()), len(body)))
                body += _record(context.encode(), source.encode(), message.translation)
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return _MAGIC + _section(_LANGUAGE, b"zh_CN") + _section(_HASHES, table) + _section(_MESSAGES, bytes(body))


def _section(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _record(context: bytes, source: bytes, translation: str) -> bytes:
    return b"".join(
        (
            _section(_TRANSLATION, translation.encode("utf-16-be")),
            _section(_COMMENT, b""),
            _section(_SOURCE, source),
            _section(_CONTEXT, context),
            struct.pack(">B", _END),
        )
    )


def _elf_hash(text: bytes) -> int:
    """The hash of QTranslator's tables (System V ABI)."""
    value = 0
    for byte in text:
        value = ((value << 4) + byte) & 0xFFFFFFFF
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high
    return value or 1


# -- the command ------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Run one of the commands; exit 1 when something is wrong or missing."""
    command, *rest = arguments or ["check"]
    if command == "update":
        return _run_update([Path(name).name for name in rest])
    if command == "fill" and len(rest) == 1:
        folder = Path(rest[0]).name
        update(folder, python_files([folder]).get(folder, []))
        count, unmatched = fill(folder, sys.stdin)
        print(f"{count} entered", *(f"no such string: {line}" for line in unmatched), sep="\n")
        return 1 if unmatched else 0
    if command == "check":
        faults = check()
        print(*faults, sep="\n", end="\n" if faults else "")
        return 1 if faults else 0
    if command == "compile":
        QM_FILE.write_bytes(compiled(sorted(I18N_FOLDER.glob("*.zh_CN.ts"))))
        return 0
    print(__doc__, file=sys.stderr)
    return 2


def _run_update(folders: list[str]) -> int:
    missing = 0
    for folder, files in python_files(folders).items():
        for fault in collect(files).faults:
            print(f"# {fault}")
        for source in update(folder, files):
            missing += 1
            print(f"{source.replace(chr(10), chr(92) + 'n')} => ")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Where things live: the data folder, the database address, the bundled resources, the settings of this desk.

What the whole room shares (its name, its rules) stands in the database; what only this desk wants
(theme, language, sound) stands in `settings.toml` of the data folder.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date, time
from pathlib import Path
from typing import Any, cast

from duty_console.errors import EnvironmentProblem, InputProblem

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds everything of a duty room on this PC."""

    path: Path

    @property
    def database(self) -> Path:
        """The embedded database file."""
        return self.path / "duty.db"

    @property
    def drafts(self) -> Path:
        """Unfinished intakes, one file each."""
        return self.path / "drafts"

    @property
    def attachments(self) -> Path:
        """Files stored by content digest."""
        return self.path / "attachments"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.path / "backups"

    @property
    def settings(self) -> Path:
        """This desk's own settings."""
        return self.path / "settings.toml"

    @property
    def log(self) -> Path:
        """The program's own log, for faults."""
        return self.path / "console.log"

    def prepare(self) -> None:
        """Create the folders. Raises EnvironmentProblem `folder_unwritable` where that is not possible."""
        try:
            for folder in (self.path, self.drafts, self.attachments, self.backups):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentProblem("folder_unwritable", path=str(self.path), reason=error.strerror or "") from error
        if not os.access(self.path, os.W_OK):
            raise EnvironmentProblem("folder_unwritable", path=str(self.path), reason="read-only")


def default_folder() -> DataFolder:
    """Return the user's data folder as the operating system names it."""
    from platformdirs import user_data_path  # only where no --data is given

    return DataFolder(user_data_path("duty-console", appauthor=False))


def sqlite_url(path: Path) -> str:
    """Return the database address of an SQLite file."""
    return f"sqlite:///{path}"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What this desk alone wants; unknown keys of a newer program are kept on save."""

    theme: str = "system"
    language: str = "zh"
    sound: bool = True
    volume: int = 80
    workstation: str = ""
    unknown: dict[str, Any] = field(default_factory=dict[str, Any], repr=False)


def load_settings(folder: DataFolder) -> DeskSettings:
    """Read settings.toml; absent or damaged means the defaults, for a desk must open at 3 a.m. all the same."""
    try:
        found = tomllib.loads(folder.settings.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return DeskSettings()
    defaults = DeskSettings()
    known: dict[str, Any] = {}
    for each in fields(DeskSettings):
        value = found.pop(each.name, None)
        if each.name != "unknown" and type(value) is type(getattr(defaults, each.name)):
            known[each.name] = value
    return DeskSettings(**known, unknown=found)


def save_settings(folder: DataFolder, settings: DeskSettings) -> None:
    """Write settings.toml whole or not at all. Raises EnvironmentProblem `settings_unwritable`."""
    values = {each.name: getattr(settings, each.name) for each in fields(settings) if each.name != "unknown"}
    text = "".join(f"{_key(name)} = {_toml(value)}\n" for name, value in {**settings.unknown, **values}.items())
    write_whole(folder.settings, text.encode(), "settings_unwritable")


def write_whole(path: Path, content: bytes, problem: str) -> None:
    """Write a file whole or not at all: a new file, flushed to disk, then renamed over the old one.

    Raises EnvironmentProblem with the code `problem` when the disk refuses; the old file is then untouched.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # where it could not be made, it cannot be removed either
            fresh.unlink(missing_ok=True)
        raise EnvironmentProblem(problem, path=str(path), reason=error.strerror or "") from error


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's; only DEL is allowed in the one and not in the other.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in cast("list[object]", value)) + "]"
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        return "{ " + ", ".join(f"{_quoted(name)} = {_toml(item)}" for name, item in table.items()) + " }"
    raise InputProblem("settings", "setting_unsupported", kind=type(value).__name__)

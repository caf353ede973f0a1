"""The rule files that ship with the console, read and checked.

A duty room copies the presets it chooses into its database and edits them there; these files are only the
start. A fault in a file is told with the file, the rule and the field, for a room may bring files of its
own.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TypeVar, cast

from duty_console.config import RESOURCES
from duty_console.errors import InputProblem
from duty_console.limits.model import (
    Channel,
    ClockStart,
    EventClass,
    FollowUp,
    Grade,
    ReportRule,
    RoomLevel,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RULE_FOLDER = RESOURCES / "rules"
NATIONWIDE = "全国"

_HEADER = ("id", "name", "region", "levels", "source")
_RULE = (
    *("id", "classes", "grades", "levels", "subject", "channel", "recipient", "minutes", "clock"),
    *("raised_clock", "followup", "source", "note", "verified", "valid_from", "valid_to"),
)

_TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")

_Word = TypeVar("_Word", bound=StrEnum)
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class PresetInfo:
    """What the first start shows of a preset. ``levels`` hints at whose duty rooms it was written for."""

    id: str
    name: str
    region: str
    levels: frozenset[RoomLevel]
    source: str
    rules: int
    unverified: int

    @property
    def verified(self) -> bool:
        """Whether every number in it was checked against its source."""
        return self.unverified == 0

    @property
    def nationwide(self) -> bool:
        """Whether it holds in the whole country, so that any room may combine it with its region's."""
        return self.region == NATIONWIDE


@dataclass(frozen=True, slots=True)
class Preset:
    """A rule file: what it is, and its rules in the order of the file."""

    info: PresetInfo
    rules: tuple[ReportRule, ...]


def available_presets(folder: Path = RULE_FOLDER) -> tuple[PresetInfo, ...]:
    """Return what ships: the national preset first, then the other nationwide ones, then the regions."""
    infos = [read_preset(path).info for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(infos, key=lambda info: (info.id != "national", not info.nationwide, info.id)))


def load_preset(preset_id: str, folder: Path = RULE_FOLDER) -> Preset:
    """Return a preset by id. Raises InputProblem ``preset_unknown`` naming those that exist."""
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if preset_id not in known:
        raise InputProblem("preset", "preset_unknown", preset=preset_id, known=", ".join(known))
    return read_preset(folder / f"{preset_id}.toml")


def load_rules(*preset_ids: str, folder: Path = RULE_FOLDER) -> tuple[ReportRule, ...]:
    """Return the rules of several presets together; a preset named twice counts once."""
    presets = (load_preset(preset_id, folder) for preset_id in dict.fromkeys(preset_ids))
    return tuple(rule for preset in presets for rule in preset.rules)


def read_preset(path: Path) -> Preset:
    """Read and check one rule file.

    Raises InputProblem whose values name ``file`` and ``rule`` (empty for the header):
    ``rule_file_unreadable``, ``rule_file_syntax``, ``rule_field_missing``, ``rule_field_unknown``,
    ``rule_field_type``, ``rule_field_value``, ``rule_duplicate``.
    """
    try:
        content: Mapping[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputProblem("file", "rule_file_syntax", file=path.name, rule="", reason=str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = str(error)
        raise InputProblem("file", "rule_file_unreadable", file=path.name, rule="", reason=reason) from error
    header = _Table(path.name, "", content)
    header.refuse_unknown((*_HEADER, "rule"))
    preset_id = header.text("id")
    if preset_id != path.stem:
        header.refuse("id", "rule_field_value", value=preset_id, allowed=path.stem)
    rules = _rules(header, preset_id)
    info = PresetInfo(
        id=preset_id,
        name=header.text("name"),
        region=header.text("region"),
        levels=header.words("levels", RoomLevel),
        source=header.text("source"),
        rules=len(rules),
        unverified=sum(not rule.verified for rule in rules),
    )
    return Preset(info, rules)


def read_rule(table: Mapping[str, object], preset_id: str, file: str = "") -> ReportRule:
    """Return one rule from a table as TOML gives it; also for a rule that was edited. Raises InputProblem."""
    name = table.get("id")
    row = _Table(file, name if isinstance(name, str) else "", table)
    row.refuse_unknown(_RULE)
    rule_id = row.text("id")
    minutes = row.value("minutes", int)
    if minutes < 1:
        row.refuse("minutes", "rule_field_value", value=minutes, allowed="≥ 1")
    valid_from = row.value("valid_from", date)
    valid_to = row.value("valid_to", date) if "valid_to" in table else None
    if valid_to is not None and valid_to < valid_from:
        row.refuse("valid_to", "rule_field_value", value=str(valid_to), allowed=f"≥ {valid_from}")
    return ReportRule(
        id=rule_id,
        preset=preset_id,
        classes=row.words("classes", EventClass),
        grades=row.words("grades", Grade),
        levels=row.words("levels", RoomLevel),
        channel=row.word("channel", Channel),
        recipient=row.text("recipient"),
        minutes=minutes,
        clock=row.word("clock", ClockStart),
        source=row.text("source"),
        verified=row.value("verified", bool),
        valid_from=valid_from,
        valid_to=valid_to,
        followup=_followup(row) if "followup" in table else None,
        raised_clock=row.word("raised_clock", ClockStart) if "raised_clock" in table else None,
        note=row.value("note", str) if "note" in table else "",
        subject=row.word("subject", Subject) if "subject" in table else Subject.INCIDENT,
    )


def _rules(header: _Table, preset_id: str) -> tuple[ReportRule, ...]:
    rules: list[ReportRule] = []
    for number, entry in enumerate(header.items("rule"), start=1):
        if not isinstance(entry, dict):
            header.refuse("rule", "rule_field_type", value=number, allowed="[[rule]]")
        rule = read_rule(cast("dict[str, object]", entry), preset_id, header.file)
        if any(other.id == rule.id for other in rules):
            raise InputProblem("id", "rule_duplicate", file=header.file, rule=rule.id)
        rules.append(rule)
    if not rules:
        header.refuse("rule", "rule_field_missing")
    return tuple(rules)


def _followup(row: _Table) -> FollowUp:
    content = cast("dict[str, object]", row.value("followup", dict))
    entry = _Table(row.file, row.rule, content, prefix="followup.")
    entry.refuse_unknown(("at", "every_hours"))
    if len(content) != 1:
        row.refuse("followup", "rule_field_value", value=", ".join(content), allowed="at | every_hours")
    if "every_hours" in content:
        hours = entry.value("every_hours", int)
        if hours < 1:
            entry.refuse("every_hours", "rule_field_value", value=hours, allowed="≥ 1")
        return FollowUp(every_hours=hours)
    times = {_time_of_day(entry, each) for each in entry.items("at")}
    if not times:
        entry.refuse("at", "rule_field_value", value="[]", allowed="HH:MM")
    return FollowUp(at=tuple(sorted(times)))


def _time_of_day(entry: _Table, value: object) -> time:
    if not isinstance(value, str) or not _TIME_OF_DAY.fullmatch(value):
        entry.refuse("at", "rule_field_value", value=str(value), allowed="HH:MM")
    return time.fromisoformat(value)


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows where it stands, so that every refusal can say it."""

    file: str
    rule: str
    content: Mapping[str, object]
    prefix: str = ""

    def refuse(self, key: str, code: str, **values: object) -> NoReturn:
        raise InputProblem(self.prefix + key, code, file=self.file, rule=self.rule, **values)

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        for key in self.content:
            if key not in known:
                self.refuse(key, "rule_field_unknown", allowed=", ".join(known))

    def value(self, key: str, kind: type[_Kind]) -> _Kind:
        if key not in self.content:
            self.refuse(key, "rule_field_missing")
        found = self.content[key]
        # Exactly this type: to Python true is a number and a moment is a day, to a rule they are not.
        if type(found) is not kind:
            self.refuse(key, "rule_field_type", value=str(found), allowed=kind.__name__)
        return found

    def text(self, key: str) -> str:
        found = self.value(key, str)
        if not found.strip():
            self.refuse(key, "rule_field_missing")
        return found

    def items(self, key: str) -> list[object]:
        return cast("list[object]", self.value(key, list))

    def word(self, key: str, words: type[_Word]) -> _Word:
        return self._known(key, self.value(key, str), words)

    def words(self, key: str, words: type[_Word]) -> frozenset[_Word]:
        """Read a list of words; an absent list is the empty one, which means all."""
        if key not in self.content:
            return frozenset()
        return frozenset(self._known(key, each, words) for each in self.items(key))

    def _known(self, key: str, found: object, words: type[_Word]) -> _Word:
        try:
            return words(found)
        except ValueError:
            self.refuse(key, "rule_field_value", value=str(found), allowed=", ".join(words))

"""A fault in a rule file is told with the file, the rule and the field."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from duty_console.errors import InputProblem
from duty_console.limits.model import ClockStart, FollowUp, RoomLevel, Subject
from duty_console.limits.presets import load_preset, load_rules, read_preset

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
id = "room"
name = "云河区"
region = "云河区"
levels = ["county"]
source = "本地文件"

[[rule]]
id = "room.phone"
classes = ["accident"]
grades = ["severe"]
levels = ["county"]
channel = "phone"
recipient = "市政府总值班室"
minutes = 30
clock = "occurred"
raised_clock = "received"
followup = { at = ["17:00", "08:00"] }
source = "本地文件第一条"
note = "先电话"
verified = true
valid_from = 2026-01-01
valid_to = 2026-12-31

[[rule]]
id = "room.written"
channel = "written"
recipient = "市政府总值班室"
minutes = 60
clock = "received"
followup = { every_hours = 24 }
source = "本地文件第二条"
verified = false
valid_from = 2026-01-01
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "room.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    preset = load_preset("room", tmp_path)
    phone, paper = preset.rules
    assert (preset.info.name, preset.info.rules, preset.info.unverified) == ("云河区", 2, 1)
    assert preset.info.levels == {RoomLevel.COUNTY}
    assert (phone.preset, phone.raised_clock, phone.note) == ("room", ClockStart.RECEIVED, "先电话")
    assert phone.followup == FollowUp(at=(time(8), time(17)))
    assert (phone.valid_from, phone.valid_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (paper.classes, paper.grades, paper.levels) == (frozenset(), frozenset(), frozenset())
    assert (paper.followup, paper.valid_to) == (FollowUp(every_hours=24), None)
    assert paper.subject is Subject.INCIDENT
    assert load_rules("room", "room", folder=tmp_path) == preset.rules


def test_a_rule_may_hold_for_a_single_day(tmp_path: Path) -> None:
    (rule, _) = read_preset(written(tmp_path, GOOD.replace("2026-12-31", "2026-01-01"))).rules
    assert rule.valid_from == rule.valid_to


@pytest.mark.parametrize(
    ("line", "fault", "rule", "field", "code"),
    [
        ("minutes = 30", "", "room.phone", "minutes", "rule_field_missing"),
        ("minutes = 30", "minutes = 0", "room.phone", "minutes", "rule_field_value"),
        ("minutes = 30", "minutes = 30.0", "room.phone", "minutes", "rule_field_type"),
        ("minutes = 30", "minutes = true", "room.phone", "minutes", "rule_field_type"),
        ("minutes = 30", "minuets = 30", "room.phone", "minuets", "rule_field_unknown"),
        ("verified = false", "verified = 1", "room.written", "verified", "rule_field_type"),
        ('channel = "phone"', 'channel = "fax"', "room.phone", "channel", "rule_field_value"),
        ('\nclock = "received"', '\nclock = "started"', "room.written", "clock", "rule_field_value"),
        ('raised_clock = "received"', 'raised_clock = ""', "room.phone", "raised_clock", "rule_field_value"),
        ('grades = ["severe"]', 'grades = ["serious"]', "room.phone", "grades", "rule_field_value"),
        ('grades = ["severe"]', "grades = [3]", "room.phone", "grades", "rule_field_value"),
        ('grades = ["severe"]', 'grades = "severe"', "room.phone", "grades", "rule_field_type"),
        ('classes = ["accident"]', 'classes = ["fire"]', "room.phone", "classes", "rule_field_value"),
        ('source = "本地文件第二条"', 'source = " "', "room.written", "source", "rule_field_missing"),
        (
            "valid_from = 2026-01-01",
            'valid_from = "2026-01-01"',
            "room.phone",
            "valid_from",
            "rule_field_type",
        ),
        (
            "valid_from = 2026-01-01",
            "valid_from = 2026-01-01T00:00:00",
            "room.phone",
            "valid_from",
            "rule_field_type",
        ),
        ("valid_to = 2026-12-31", "valid_to = 2025-12-31", "room.phone", "valid_to", "rule_field_value"),
        ('"17:00", "08:00"', '"8:00"', "room.phone", "followup.at", "rule_field_value"),
        ('"17:00", "08:00"', '"24:00"', "room.phone", "followup.at", "rule_field_value"),
        ('"17:00", "08:00"', "", "room.phone", "followup.at", "rule_field_value"),
        ("every_hours = 24", "every_hours = 0", "room.written", "followup.every_hours", "rule_field_value"),
        ("every_hours = 24", "every_hour = 24", "room.written", "followup.every_hour", "rule_field_unknown"),
        ("{ every_hours = 24 }", "{}", "room.written", "followup", "rule_field_value"),
        ("{ every_hours = 24 }", "24", "room.written", "followup", "rule_field_type"),
        ('id = "room.written"', 'id = "room.phone"', "room.phone", "id", "rule_duplicate"),
        ('id = "room.written"', "", "", "id", "rule_field_missing"),
        ('id = "room"\n', 'id = "other"\n', "", "id", "rule_field_value"),
        ('levels = ["county"]\nsource', 'levels = ["district"]\nsource', "", "levels", "rule_field_value"),
        ('name = "云河区"', "", "", "name", "rule_field_missing"),
        ('name = "云河区"', 'name = "云河区"\ntitle = ""', "", "title", "rule_field_unknown"),
    ],
)
def test_a_fault_names_file_rule_and_field(
    tmp_path: Path, line: str, fault: str, rule: str, field: str, code: str
) -> None:
    assert line in GOOD
    path = written(tmp_path, GOOD.replace(line, fault, 1))
    with pytest.raises(InputProblem) as caught:
        read_preset(path)
    problem = caught.value
    assert (problem.values["file"], problem.values["rule"]) == ("room.toml", rule)
    assert (problem.field, problem.code) == (field, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[rule]\n", "rule_file_syntax"),
        (GOOD[: GOOD.index("[[rule]]")], "rule_field_missing"),
        (re.sub(r"(?s)\[\[rule\]\].*", "rule = [1]\n", GOOD), "rule_field_type"),
    ],
)
def test_a_file_that_is_no_rule_file(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InputProblem) as caught:
        read_preset(written(tmp_path, text))
    assert caught.value.code == code
    assert caught.value.values["file"] == "room.toml"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as missing:
        read_preset(tmp_path / "absent.toml")
    (tmp_path / "room.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InputProblem) as garbled:
        read_preset(tmp_path / "room.toml")
    assert missing.value.code == garbled.value.code == "rule_file_unreadable"


@pytest.mark.parametrize("preset_id", ["beijing", "../national", ""])
def test_an_unknown_preset_is_told_with_the_known_ones(preset_id: str) -> None:
    with pytest.raises(InputProblem) as caught:
        load_preset(preset_id)
    assert (caught.value.field, caught.value.code) == ("preset", "preset_unknown")
    assert "national" in str(caught.value.values["known"])

"""The duty room's own description, and the settings of one desk."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.config import DataFolder, DeskSettings, load_settings, save_settings
from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.room.model import DutyRoom
from tests.room.desks import opened

if TYPE_CHECKING:
    from pathlib import Path

ROOM = DutyRoom("云河区总值班室", "county", ("national", "tangshan"), "Asia/Shanghai", "60000119", "云政")


def test_a_room_is_set_up_changed_and_found_again(tmp_path: Path) -> None:
    with opened(tmp_path) as room:
        assert room.desk.room.current() is None
        assert room.desk.room.zone().key == "Asia/Shanghai"
        room.desk.room.describe(replace(ROOM, name=" 云河区总值班室 "))
        assert room.desk.room.current() == ROOM
        moved = replace(ROOM, zone="Asia/Urumqi", level="city")
        room.desk.room.describe(moved)
        room.reopen()
        assert room.desk.room.current() == moved
        assert room.desk.room.zone().key == "Asia/Urumqi"
        assert room.rows("duty_room") == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": "  "}, "name_missing"),
        ({"name": "字" * 81}, "text_too_long"),
        ({"phone": "1" * 41}, "text_too_long"),
        ({"document_prefix": "字" * 21}, "text_too_long"),
        ({"zone": "Asia/Nowhere"}, "zone_unknown"),
        ({"zone": "../../etc/passwd"}, "zone_unknown"),
        ({"zone": ""}, "zone_unknown"),
        ({"zone": "Asia"}, "zone_unknown"),
    ],
)
def test_a_wrong_description_is_refused(tmp_path: Path, wrong: dict[str, Any], code: str) -> None:
    with opened(tmp_path) as room:
        with pytest.raises(InputProblem) as caught:
            room.desk.room.describe(replace(ROOM, **wrong))
        assert (caught.value.field, caught.value.code) == (next(iter(wrong)), code)
        assert room.desk.room.current() is None


def test_a_level_that_nobody_knows_hides_no_limit(tmp_path: Path) -> None:
    """A word from a newer program, say: the rules of every level apply then, and the desk goes on."""
    with opened(tmp_path, "national", level="galaxy") as room:
        assert room.desk.limits.level() is None
        assert {each.rule_id for each in room.intake().obligations} == {"national.493.art9", "national.493.art11"}


def test_rule_sets_are_added_and_never_overwritten(tmp_path: Path) -> None:
    with opened(tmp_path, "national") as room:
        before = room.desk.limits.rules()
        room.desk.limits.choose_presets(("national", "henan", "henan"))
        after = room.desk.limits.rules()
        assert after[: len(before)] == before
        assert {rule.preset for rule in after} == {"national", "henan"}
        assert len({rule.id for rule in after}) == len(after)
        with pytest.raises(InputProblem, match="preset_unknown"):
            room.desk.limits.choose_presets(("hubei", "atlantis"))
        assert room.desk.limits.rules() == after


def test_another_desk_sees_new_rules_at_once(tmp_path: Path) -> None:
    from duty_console.desk import Desk

    with opened(tmp_path, "national") as room, Desk.open(tmp_path, room.clock) as other:
        assert len(other.limits.rules()) == 4
        room.desk.limits.choose_presets(("henan",))
        assert len(other.limits.rules()) == 8
        room.desk.room.describe(replace(ROOM, zone="UTC"))
        assert other.room.zone().key == "UTC"
        midnight = datetime(2026, 10, 14, 23, 0, tzinfo=UTC)
        room.clock.set(midnight)
        assert room.intake().incident.number == "20261014-01"


# -- the settings of one desk --------------------------------------------------------------------------------------


def test_settings_come_back_and_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.settings.write_text(
        'theme = "dark"\nvolume = 30\nfuture = [1, 2]\n"odd key" = { a = "x" }\nday = 2026-10-14\n'
    )
    found = load_settings(folder)
    assert (found.theme, found.volume, found.language) == ("dark", 30, "zh")
    save_settings(folder, replace(found, language="en"))
    again = load_settings(folder)
    assert again == replace(found, language="en")
    assert again.unknown == {"future": [1, 2], "odd key": {"a": "x"}, "day": date(2026, 10, 14)}


@pytest.mark.parametrize("content", [b"", b"theme = ", b"\xff\xfe", b'theme = 3\nsound = "loud"\nvolume = true\n'])
def test_damaged_settings_do_not_keep_a_desk_from_opening(tmp_path: Path, content: bytes) -> None:
    folder = DataFolder(tmp_path)
    folder.settings.write_bytes(content)
    assert load_settings(folder) == DeskSettings()
    folder.settings.unlink()
    assert load_settings(folder) == DeskSettings()


_VALUES = st.recursive(
    st.text() | st.booleans() | st.integers(-(2**60), 2**60) | st.dates() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(workstation=st.text(), unknown=st.dictionaries(st.text().map("x".__add__), _VALUES, max_size=3))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, workstation: str, unknown: dict[str, Any]
) -> None:
    folder = DataFolder(tmp_path_factory.mktemp("settings"))
    settings = DeskSettings(workstation=workstation, unknown=unknown)
    save_settings(folder, settings)
    tomllib.loads(folder.settings.read_text(encoding="utf-8"))
    assert load_settings(folder) == settings


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(EnvironmentProblem) as caught:
        DataFolder(tmp_path / "file" / "data").prepare()
    assert caught.value.code == "folder_unwritable"

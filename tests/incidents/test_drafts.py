"""Drafts survive what happens to files and processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from duty_console.errors import EnvironmentProblem
from duty_console.incidents.drafts import Draft, DraftStore

F2 = datetime(2026, 10, 14, 7, 12, 8, 123456, tzinfo=UTC)
HOUSE = Path(__file__).resolve().parents[2]


def test_a_draft_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    draft = Draft(F2, {"source_unit": "云溪街道办事处", "occurred_at": "14", "summary": "两行\n“引号” \\ 龘"}, 3)
    assert DraftStore(tmp_path).save("a", draft)
    found = DraftStore(tmp_path).load_all()
    assert found.drafts == (("a", draft),)
    assert found.damaged == ()


def test_the_earliest_call_comes_first(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    store.save("a", Draft(F2.replace(minute=30), {"place": "后"}))
    store.save("z", Draft(F2, {"place": "先"}))
    assert [draft_id for draft_id, _ in store.load_all().drafts] == ["z", "a"]


def test_an_older_revision_does_not_overwrite_a_newer_one(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    store.save("a", Draft(F2, {"place": "城北污水提升站"}, 2))
    assert not store.save("a", Draft(F2, {"place": "城北"}, 1))
    assert store.load_all().drafts[0][1].texts == {"place": "城北污水提升站"}


def test_a_removed_draft_is_not_brought_back_by_a_late_save(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    store.save("a", Draft(F2, {"place": "城北"}, 1))
    store.remove("a")
    assert not store.save("a", Draft(F2, {"place": "城北"}, 2))
    store.remove("a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\xff",
        b"[1, 2]",
        b'{"texts": {}}',
        b'{"received_at": "2026-10-14T07:12:08", "texts": {}}',
        b'{"received_at": 7, "texts": {}}',
        b'{"received_at": "2026-10-14T07:12:08+00:00", "texts": ["a"]}',
        b'{"received_at": "2026-10-14T07:12:08+00:00", "revision": "x"}',
        b'{"received_at": "2026-10-14T07:12',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside_and_named(tmp_path: Path, content: bytes) -> None:
    store = DraftStore(tmp_path)
    store.save("good", Draft(F2, {"place": "城北"}))
    (tmp_path / "bad.json").write_bytes(content)
    found = store.load_all()
    assert [draft_id for draft_id, _ in found.drafts] == ["good"]
    assert found.damaged == (tmp_path / "bad.json.damaged",)
    assert found.damaged[0].read_bytes() == content
    assert store.load_all().damaged == ()
    (tmp_path / "bad.json").write_bytes(content)
    assert store.load_all().damaged == (tmp_path / "bad.json.2.damaged",)


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"received_at": F2.isoformat(), "texts": {"x": "y"}, "recording": [1]}))
    store = DraftStore(tmp_path)
    ((draft_id, draft),) = store.load_all().drafts
    store.save(draft_id, draft)
    assert json.loads(path.read_text())["recording"] == [1]
    assert json.loads(path.read_text())["texts"] == {"x": "y"}


def test_a_refusing_disk_leaves_the_old_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DraftStore(tmp_path)
    store.save("a", Draft(F2, {"place": "先"}, 1))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentProblem) as caught:
        store.save("a", Draft(F2, {"place": "后"}, 2))
    assert caught.value.code == "draft_unwritable"
    monkeypatch.undo()
    assert store.load_all().drafts[0][1].texts == {"place": "先"}
    assert store.save("a", Draft(F2, {"place": "后"}, 2))


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a draft"):
        DraftStore(tmp_path).save("../a", Draft(F2))


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from duty_console.incidents.drafts import Draft, DraftStore
store = DraftStore(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    text = str(number) * 2000
    store.save("call", Draft(datetime(2026, 10, 14, tzinfo=UTC), {"summary": text, "number": str(number)}, number))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.faults
def test_a_killed_process_loses_no_acknowledged_draft(tmp_path: Path) -> None:
    for after in (1, 7, 23):
        folder = tmp_path / str(after)
        folder.mkdir()
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], cwd=HOUSE, stdout=subprocess.PIPE)
        assert writer.stdout is not None
        for _ in range(after):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        acknowledged = int(rest[-1]) if rest else after
        found = DraftStore(folder).load_all()
        assert found.damaged == ()
        ((_, draft),) = found.drafts
        number = int(draft.texts["number"])
        assert number in (acknowledged, acknowledged + 1)
        assert draft.texts["summary"] == str(number) * 2000

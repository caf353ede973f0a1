"""The JSON of every command, key by key (design.md §6)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.room.model import DutyRoom
from tests.cli.command import Outcome
from tests.cli.command import run as run_command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime(2026, 10, 14, 3, 10, tzinfo=UTC)  # 11:10 in the room
OBLIGATION = {"rule", "channel", "recipient", "clock", "starts_at", "due_at", "source", "state"}
STATES = {"pending", "met", "late", "overdue", "waived"}
EVENT = {
    "class": "accident",
    "type": "化工火灾",
    "title": "化工园区爆燃",
    "occurred_at": "2026-10-14T10:50:00+08:00",
    "received_at": "2026-10-14T11:05:30+08:00",
    "place": "云河区化工园区",
    "source_unit": "云河化工有限公司",
    "caller": "汪启明",
    "caller_phone": "138 0000 0001",
    "channel": "phone",
    "deaths": 3,
    "missing": 1,
    "serious_injuries": 4,
    "minor_injuries": 0,
    "trapped": 2,
    "evacuated": 120,
    "direct_loss_yuan": 1_200_000,
    "summary": "储罐区爆燃",
    "measures": "已疏散",
}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def run(tmp_path: Path, clock: FakeClock) -> Callable[..., Outcome]:
    def run(*arguments: object, stdin: object = "") -> Outcome:
        return run_command("--data", tmp_path / "room", *arguments, stdin=stdin, clock=clock)

    return run


@pytest.fixture
def staffed(tmp_path: Path, clock: FakeClock) -> None:
    """A room with a leader and one officer of two."""
    with Desk.open(tmp_path / "room", clock) as desk:
        desk.room.describe(DutyRoom("云河区值班室", "county", ("national",)))
        desk.limits.choose_presets(("national",))
        leader, officer, *_ = desk.roster.set_up_defaults(NOW.date() - timedelta(days=9))
        for post, name in ((leader, "熊若溪"), (officer, "汪启明")):
            person = desk.people.add_person(PersonEntry(name, phone="138 0000 0008"))
            desk.roster.assign(NOW.date(), "全天班", post.id, [person.id])


def check_obligation(owed: dict[str, Any]) -> None:
    assert set(owed) == OBLIGATION
    assert owed["state"] in STATES
    assert owed["channel"] in {"phone", "written"}
    assert owed["clock"] in {"occurred", "received", "verified", "classified"}
    starts, due = (datetime.fromisoformat(owed[key]) for key in ("starts_at", "due_at"))
    assert starts < due
    assert starts.utcoffset() == due.utcoffset() == timedelta(hours=8)
    assert owed["rule"]
    assert owed["recipient"]
    assert owed["source"]


@pytest.mark.usefixtures("staffed")
def test_now(run: Callable[..., Outcome]) -> None:
    run("incident", "add", "--json", stdin=EVENT)
    now = run("now", "--json").json
    assert list(now) == ["at", "shift", "leader", "officers", "gaps", "next_due"]
    assert now["at"] == "2026-10-14T11:10:00+08:00"
    assert now["shift"] == {
        "name": "全天班", "starts_at": "2026-10-14T08:00:00+08:00", "ends_at": "2026-10-15T08:00:00+08:00",
    }  # fmt: skip
    assert now["leader"] == [{"name": "熊若溪", "post": "带班领导", "phone": "138 0000 0008"}]
    assert now["officers"] == [{"name": "汪启明", "post": "主班", "phone": "138 0000 0008"}]
    assert now["gaps"] == [{"post": "副班", "kind": "officer", "missing": 1}]
    assert now["next_due"]
    for owed in now["next_due"]:
        check_obligation(owed)


@pytest.mark.usefixtures("staffed")
def test_now_at_another_time(run: Callable[..., Outcome]) -> None:
    last = run("now", "--at", "2026-10-14T23:59:59Z", "--json").json
    assert (last["at"], len(last["leader"])) == ("2026-10-15T07:59:59+08:00", 1)
    after = run("now", "--json", "--at", "2026-10-15T08:00:00+08:00").json
    assert (after["leader"], after["officers"], len(after["gaps"])) == ([], [], 3)


def test_now_in_a_fresh_folder(run: Callable[..., Outcome]) -> None:
    now = run("now", "--json").json
    assert (now["leader"], now["officers"], now["gaps"], now["next_due"]) == ([], [], [], [])
    assert now["shift"]["name"] == "全天班"


def test_deadlines_of_a_fresh_folder_are_the_national_ones(run: Callable[..., Outcome]) -> None:
    found = run("deadlines", "--json", stdin=EVENT).json
    assert list(found) == ["grade", "obligations"]
    assert found["grade"] == {"suggested": "major", "basis": "死亡 3 人 → 较大，第三条；失联 1 人未计入"}
    assert [(owed["rule"], owed["starts_at"], owed["due_at"], owed["state"]) for owed in found["obligations"]] == [
        ("national.493.art9", "2026-10-14T11:05:30+08:00", "2026-10-14T12:05:30+08:00", "pending"),
        ("national.493.art11", "2026-10-14T11:05:30+08:00", "2026-10-14T13:05:30+08:00", "pending"),
    ]
    for owed in found["obligations"]:
        check_obligation(owed)


def test_deadlines_by_a_preset(run: Callable[..., Outcome]) -> None:
    found = run("deadlines", "--json", stdin={**EVENT, "deaths": 12, "preset": "henan"}).json
    assert found["grade"]["suggested"] == "severe"
    limits = {(owed["channel"], owed["clock"], owed["due_at"]) for owed in found["obligations"]}
    assert ("phone", "occurred", "2026-10-14T11:05:00+08:00") in limits
    assert ("written", "occurred", "2026-10-14T11:25:00+08:00") in limits
    assert {owed["rule"].partition(".")[0] for owed in found["obligations"]} == {"henan"}
    assert {owed["state"] for owed in found["obligations"]} == {"overdue", "pending"}


def test_deadlines_of_what_has_no_grade(run: Callable[..., Outcome]) -> None:
    found = run("deadlines", "--json", stdin={"class": "social_security"}).json
    assert found["grade"]["suggested"] is None
    assert found["grade"]["basis"]
    given = run("deadlines", "--json", stdin={"class": "accident", "grade": "extreme", "deaths": 1}).json
    assert given["grade"]["suggested"] == "ordinary"
    assert "national.2015.phone" in {owed["rule"] for owed in given["obligations"]}


def test_deadlines_store_nothing(run: Callable[..., Outcome]) -> None:
    run("deadlines", "--json", stdin=EVENT)
    assert run("incident", "list", "--json").json == []
    assert run("verify", "--json").json["entries"] == 0


def test_incident_add(run: Callable[..., Outcome]) -> None:
    first = run("incident", "add", "--json", stdin=EVENT).json
    assert next(iter(first)) == "number"
    assert set(first) == {
        "number", "class", "grade", "grade_basis", "title", "received_at", "journal_seq", "obligations",
    }  # fmt: skip
    assert (first["number"], first["grade"], first["title"]) == ("20261014-01", "major", "化工园区爆燃")
    assert first["received_at"] == EVENT["received_at"]
    assert len(first["obligations"]) == 2
    for owed in first["obligations"]:
        check_obligation(owed)
    second = run("incident", "add", "--json", stdin={"class": "natural_disaster"}).json
    assert (second["number"], second["grade"]) == ("20261014-02", None)
    assert second["received_at"] == "2026-10-14T11:10:00+08:00", "now, where nobody says when"
    head = run("verify", "--json").json["head"]
    assert head["seq"] == second["journal_seq"] > first["journal_seq"]


def test_incident_list_and_show(run: Callable[..., Outcome]) -> None:
    for title in ("甲", "乙", "丙"):
        run("incident", "add", "--json", stdin={**EVENT, "title": title})
    listed = run("incident", "list", "--json").json
    assert [each["title"] for each in listed] == ["丙", "乙", "甲"]
    shown = run("incident", "show", "20261014-01", "--json").json
    for each in (*listed, shown):
        for key, value in EVENT.items():
            assert each[key] == (value if key != "title" else each["title"]), key
        assert [line["kind"] for line in each["timeline"]] == ["intake"]
        assert each["timeline"][0]["at"] == EVENT["received_at"]
        for owed in each["obligations"]:
            check_obligation(owed)
    assert {key: value for key, value in shown.items() if key != "reports"} == listed[2]
    assert shown["reports"] == []


def test_incident_report_settles_what_it_meets(run: Callable[..., Outcome], clock: FakeClock) -> None:
    number = run("incident", "add", "--json", stdin=EVENT).json["number"]
    clock.advance(timedelta(minutes=20))
    arguments = ("incident", "report", number, "--kind", "initial", "--channel", "written", "--to", "市应急管理局")
    done = run(*arguments, "--sent-at", "2026-10-14T11:20:00+08:00", "--json").json
    assert set(done) == {
        "number", "kind", "sequence", "channel", "recipient", "sent_at", "settled", "followups", "journal_seq",
    }  # fmt: skip
    assert (done["number"], done["kind"], done["channel"]) == (number, "initial", "written")
    assert (done["recipient"], done["sent_at"]) == ("市应急管理局", "2026-10-14T11:20:00+08:00")
    assert {owed["state"] for owed in done["settled"]} == {"met"}
    for owed in done["settled"]:
        check_obligation(owed)
    shown = run("incident", "show", number, "--json").json
    assert {owed["state"] for owed in shown["obligations"]} == {"met"}
    assert [line["kind"] for line in shown["timeline"]] == ["intake", "report"]
    assert [report["recipient"] for report in shown["reports"]] == ["市应急管理局"]
    assert run("now", "--json").json["next_due"] == []


def test_a_late_report_is_late(run: Callable[..., Outcome], clock: FakeClock) -> None:
    number = run("incident", "add", "--json", stdin=EVENT).json["number"]
    clock.advance(timedelta(hours=3))
    assert {owed["state"] for owed in run("now", "--json").json["next_due"]} == {"overdue"}
    done = run("incident", "report", number, "--kind", "initial", "--channel", "written", "--to", "市局", "--json").json
    assert {owed["state"] for owed in done["settled"]} == {"late"}


def test_search(run: Callable[..., Outcome]) -> None:
    number = run("incident", "add", "--json", stdin=EVENT).json["number"]
    hits = run("search", "爆燃", "--json").json
    assert {hit["entity"] for hit in hits} == {"incident", "log_entry"}
    for hit in hits:
        assert set(hit) == {"entity", "number", "at", "title", "text", "journal_seq"}
        assert hit["number"] == number
    assert len(run("search", "爆燃", "--json", "--limit", "1").json) == 1
    assert run("search", "没有的词", "--json").json == []


def test_verify(run: Callable[..., Outcome]) -> None:
    fresh = run("verify", "--json")
    assert fresh.code == 0
    assert fresh.json == {"ok": True, "entries": 0, "head": {"seq": 0, "hash": "0" * 64}, "problems": []}
    run("incident", "add", stdin=EVENT)
    sound = run("verify", "--json")
    assert (sound.code, sound.json["ok"], sound.json["problems"]) == (0, True, [])
    assert sound.json["entries"] == sound.json["head"]["seq"] > 0
    unknown = run("verify", "--code", "ABCD-EFGH", "--json")
    assert (unknown.code, unknown.json["ok"], len(unknown.json["problems"])) == (1, False, 1)
    assert set(unknown.json["problems"][0]) == {"fault", "seq", "entity", "entity_id", "columns"}


@pytest.mark.usefixtures("staffed")
def test_every_command_speaks_chinese_to_people(run: Callable[..., Outcome]) -> None:
    said = {
        "已存 #": run("incident", "add", stdin=EVENT),
        "建议等级：较大": run("deadlines", stdin=EVENT),
        "20261014-01  较大  化工园区爆燃": run("incident", "list"),
        "经过：": run("incident", "show", "20261014-01"),
        "带班领导  熊若溪  138 0000 0008": run("now"),
        "缺岗  副班 1 人": run("now"),
        "化工园区爆燃": run("search", "爆燃"),
        "没有找到": run("search", "冰雹"),
        "记录完好": run("verify"),
        "发现 1 处问题": run("verify", "--code", "X"),
        "书面初报  市局": run("incident", "report", "20261014-01", *_REPORT),
    }
    for words, outcome in said.items():
        assert words in outcome.out, outcome
        assert outcome.err == ""


_REPORT = ("--kind", "initial", "--channel", "written", "--to", "市局")


def test_a_title_cannot_move_the_cursor_of_a_terminal(run: Callable[..., Outcome]) -> None:
    run("incident", "add", stdin={"class": "accident", "title": "第一行\n第二行", "summary": "a\tb"})
    assert "第一行 第二行" in run("incident", "list").out
    assert run("incident", "list", "--json").json[0]["title"] == "第一行\n第二行"

"""`roster plan` and `roster check`: shapes, exit codes, refusals; and how even the sample district comes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.clock import FakeClock
from duty_console.demo import fill
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.roster.model import DayType
from tests.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 10, 14, 3, 10, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A leader and two officers, whose phones nobody has reached."""
    with Desk.open(tmp_path / "room", FakeClock(NOW)) as desk:
        desk.roster.set_up_defaults(NOW.date())
        for number, name in enumerate(("熊若溪", "汪启明", "沈若谷"), 1):
            desk.people.add_person(PersonEntry(name, phone=f"138 0000 000{number}", leader=number == 1))
        for person in (2, 3):
            desk.roster.assign(NOW.date(), "全天班", person, [person])
    return tmp_path / "room"


def test_plan_and_check(room: Path) -> None:
    asked = ("--data", room, "roster", "plan", "--from", "2026-10-15", "--to", "2026-10-17", "--json")
    tried = run(*asked, "--dry-run", clock=FakeClock(NOW)).json
    done = run(*asked, clock=FakeClock(NOW)).json
    assert tried == done
    assert set(done) == {"from", "to", "assigned", "gaps", "balance"}
    assert (done["from"], done["to"]) == ("2026-10-15", "2026-10-17")
    assert set(done["assigned"][0]) == {"date", "slot", "post", "person", "why"}
    first = done["assigned"][0]
    assert (first["date"], first["slot"], first["post"], first["person"]) == (
        "2026-10-15", "全天班", "带班领导", "熊若溪",
    )  # fmt: skip
    assert first["why"]["code"] == "queue"
    assert set(done["gaps"][0]) == {"date", "slot", "post", "missing", "reason"}
    assert {gap["reason"]["code"] for gap in done["gaps"]} == {"nobody_free"}
    assert all(sum(n for n in gap["reason"].values() if isinstance(n, int)) >= 1 for gap in done["gaps"])
    assert set(done["balance"]) >= {"overall", "by_day_type"}
    assert set(done["balance"]["by_day_type"]) == {kind.value for kind in DayType}
    again = run(*asked, clock=FakeClock(NOW)).json
    assert again["assigned"] == []
    assert again["gaps"] == done["gaps"]
    checked = run(
        "--data", room, "roster", "check", "--from", "2026-10-15", "--to", "2026-10-17", "--json", clock=FakeClock(NOW)
    )
    assert checked.code == 1
    findings = checked.json["findings"]
    assert set(findings[0]) == {"kind", "severity", "date", "slot", "post", "persons", "values"}
    assert checked.json["counts"]["gap"] == len(done["gaps"])
    assert checked.json["counts"]["phone_unconfirmed"] == 3
    assert sum(checked.json["counts"].values()) == len(findings)


def test_what_a_person_reads(room: Path) -> None:
    dates = ("--from", "2026-10-15", "--to", "2026-10-17")
    tried = run("--data", room, "roster", "plan", *dates, "--dry-run", clock=FakeClock(NOW))
    assert tried.out.startswith("试排（未保存） ")
    assert "均衡 " in tried.out
    assert "2026-10-15 周四  全天班  带班领导  熊若溪  工作日已值 0 次" in tried.out
    assert "休息不足 " in tried.out
    assert run("--data", room, "roster", "plan", *dates, clock=FakeClock(NOW)).out.startswith("已排入 ")
    checked = run("--data", room, "roster", "check", *dates, clock=FakeClock(NOW))
    assert checked.code == 1
    assert "熊若溪电话未核实 138 0000 0001" in checked.out


def test_check_ends_well_where_nothing_is_wrong(room: Path) -> None:
    with Desk.open(room, FakeClock(NOW)) as desk:
        for person in (1, 2, 3):
            desk.people.verify_phone(person)
        desk.roster.assign(NOW.date(), "全天班", 1, [1])
    asked = ("--data", room, "roster", "check", "--to", "2026-10-14")
    assert run(*asked, "--json", clock=FakeClock(NOW)).json == {"findings": [], "counts": {}}
    clean = run(*asked, clock=FakeClock(NOW))
    assert (clean.code, clean.out) == (0, "未发现问题\n")
    assert run("--data", room, "roster", "check", "--json", clock=FakeClock(NOW)).json["counts"]["gap"] == 90


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("from", ("plan", "--from", "2026-13-01", "--to", "2026-12-01")),
        ("from", ("plan", "--from", "明天", "--to", "2026-12-01")),
        ("from", ("plan", "--from", "20261001", "--to", "2026-12-01")),
        ("to", ("plan", "--from", "2026-10-01", "--to", "2026-02-29")),
        ("to", ("plan", "--from", "2026-10-02", "--to", "2026-10-01")),
        ("to", ("plan", "--from", "2026-10-01", "--to", "2027-11-05")),
        ("to", ("plan", "--from", "0001-01-01", "--to", "0001-01-02")),
        ("from", ("check", "--from", "x")),
        ("to", ("check", "--to", "")),
        ("to", ("check", "--to", "2026-10-13")),
    ],
)
def test_bad_dates_are_named(tmp_path: Path, field: str, arguments: tuple[str, ...]) -> None:
    line = run("--data", tmp_path, "roster", *arguments, "--json", clock=FakeClock(NOW)).refused()
    assert line.startswith(f"{field}：")


@pytest.mark.parametrize("years", [None, pytest.param(1, marks=pytest.mark.slow)])
def test_the_sample_district_is_even(tmp_path: Path, years: int | None) -> None:
    clock = FakeClock(NOW)
    with Desk.open(tmp_path, clock) as desk:
        fill(desk, years=years)
    for first in (date(2026, 10, 14), date(2027, 1, 1)):
        last = first + timedelta(364)
        found = run(
            "--data", tmp_path, "roster", "plan", "--from", first, "--to", last, "--dry-run", "--json", clock=clock
        )
        assert found.json["gaps"] == []
        assert found.json["balance"]["overall"] >= 97
        # With a year behind it the plan makes up for what that year left uneven.
        assert _by_the_plan_alone(found.json["assigned"]) >= (97 if years is None else 94)
    checked = run("--data", tmp_path, "roster", "check", "--json", clock=clock).json
    assert checked["counts"] == {"gap": 1}


def _by_the_plan_alone(assigned: list[dict[str, object]]) -> float:
    """The balance of all persons together, from nothing but what the command printed."""
    weights = {"workday": 1, "makeup_workday": 1, "weekend": 1.5, "adjusted_rest": 2, "statutory_holiday": 3}
    totals: dict[object, float] = {}
    for seat in assigned:
        why = seat["why"]
        assert isinstance(why, dict)
        totals[seat["person"]] = totals.get(seat["person"], 0) + weights[why["day_type"]]
    ratios = [min(a, b) / max(a, b) for a in totals.values() for b in totals.values()]
    return 100 * sum(ratios) / len(ratios)

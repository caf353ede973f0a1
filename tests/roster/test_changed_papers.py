"""The printed rosters with what happened since they were planned: covers, leaves, corrections; draft and final."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pypdf
import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry
from duty_console.roster.model import CellEntry, DutyPerson, LeaveKind, NewCover, NewLeave, PostKind
from duty_console.roster.paper import roster_pdf
from duty_console.roster.paper_words import DRAFT, final_state
from duty_console.roster.person_paper import person_pdf
from duty_console.roster.personal import DutyRole, PersonSheet, person_sheet
from duty_console.roster.substitution.model import ConsentHow
from duty_console.roster.week_paper import week_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZONE = ZoneInfo("Asia/Shanghai")
WHOLE, ROOM = "全天班", "云河区应急值守中心"
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
LEADER, PRIMARY, DEPUTY = 0, 1, 2


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 10, day, hour, tzinfo=ZONE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """沈若谷, 高子墨 and 苏映雪 every day; 罗景行 free."""
    with Desk.open(tmp_path, FakeClock(datetime(2026, 9, 20, 9, tzinfo=ZONE))) as desk:
        desk.identity.name = "林晓舟"
        desk.roster.set_up_defaults(date(2026, 9, 1))
        names = ("沈若谷", "高子墨", "苏映雪", "罗景行", "周启明", "顾怀远")
        for number, name in enumerate(names, 1):
            leads = name in ("沈若谷", "周启明", "顾怀远")
            desk.people.add_person(PersonEntry(name, phone=f"138 0000 {number:04}", leader=leads))
        posts, ids = desk.roster.posts(), persons(desk)
        desk.roster.assign_all(
            CellEntry(date(2026, 10, day), WHOLE, post.id, (ids[name],))
            for day in range(1, 32)
            for post, name in zip(posts, names, strict=False)
        )
        yield desk


def persons(desk: Desk) -> dict[str, int]:
    return {each.name: each.id for each in desk.people.persons()}


def cover(desk: Desk, post: int, name: str, other: str, first: datetime, last: datetime) -> None:
    ids = persons(desk)
    new = NewCover(first.date(), WHOLE, desk.roster.posts()[post].id, ids[name], ids[other], first, last)
    proposal = desk.substitution.propose_cover(new)
    for person_id in proposal.persons:
        desk.substitution.consent(proposal.id, person_id, ConsentHow.PHONE)
    desk.substitution.approve(proposal.id, ids["顾怀远"])


def text(pdf: bytes) -> str:
    (only,) = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return only


def squeezed(said: str) -> str:
    """Without blanks and the ends of lines, which depend on the width of a column."""
    return "".join(said.split())


def sheet(desk: Desk, name: str) -> PersonSheet:
    person = DutyPerson(persons(desk)[name], name, "", "", "138 0000 0000")
    leaves = desk.roster.leaves(at(1, 0), at(31, 23))
    return person_sheet(person, desk.roster.span(FIRST, LAST), desk.roster.stretches(FIRST, LAST), leaves)


def test_a_cover_is_printed_behind_its_name_with_the_part_of_the_shift(desk: Desk) -> None:
    cover(desk, PRIMARY, "高子墨", "罗景行", at(7, 8), at(7, 18))
    cover(desk, PRIMARY, "高子墨", "罗景行", at(8, 18), at(9, 8))
    cover(desk, PRIMARY, "高子墨", "罗景行", at(10, 12), at(10, 14))
    cover(desk, PRIMARY, "高子墨", "罗景行", at(12, 8), at(13, 8))
    said = text(roster_pdf(desk.roster.month(2026, 10), ROOM))
    for words in ("→罗景行至18:00", "→罗景行18:00起", "→罗景行12:00–14:00"):
        assert squeezed(said).count(words) == 1
    assert said.count("→罗景行") == 4
    assert "稿" not in said


def test_who_covers_a_leader_is_printed_with_the_number(desk: Desk) -> None:
    cover(desk, LEADER, "沈若谷", "周启明", at(7, 8), at(8, 8))
    said = text(roster_pdf(desk.roster.month(2026, 10), ROOM))
    assert "→周启明 138 0000 0005" in said


def test_a_leave_and_the_gap_that_it_leaves_are_printed(desk: Desk) -> None:
    ids = persons(desk)
    desk.substitution.leave(NewLeave(ids["苏映雪"], at(22, 0), at(23, 0), LeaveKind.SICK), ids["周启明"])
    leaves = desk.roster.leaves(at(1, 0), at(31, 23))
    said = text(roster_pdf(desk.roster.month(2026, 10), ROOM, leaves=leaves)).replace("\n", "")
    assert "苏映雪（病假）缺1人" in said
    # the shift of the 21st lasts into the leave: its end is empty
    assert "缺岗2处，共缺2人" in said


def test_a_draft_says_so_and_a_final_roster_says_who_verified_its_numbers(desk: Desk) -> None:
    month = desk.roster.month(2026, 10)
    assert "2026年10月值班表（草稿）" in text(roster_pdf(month, ROOM, state=DRAFT))
    with pytest.raises(InputProblem) as refused:
        final_state(desk.people.persons(), ZONE)
    assert refused.value.code == "roster_numbers_unverified"
    assert set(str(refused.value.values["names"]).split("、")) == set(persons(desk))
    for person in desk.people.persons():
        desk.people.verify_phone(person.id)
    said = text(roster_pdf(month, ROOM, state=final_state(desk.people.persons(), ZONE)))
    assert "2026年10月值班表（定稿）" in said
    assert "表上号码均已逐一核对（2026年9月20日，核对人林晓舟）" in said


def test_a_person_without_a_number_keeps_a_roster_from_being_final(desk: Desk) -> None:
    for person in desk.people.persons():
        desk.people.verify_phone(person.id)
    desk.people.add_person(PersonEntry("何雨桐"))
    with pytest.raises(InputProblem) as refused:
        final_state(desk.people.persons(), ZONE)
    assert refused.value.values["names"] == "何雨桐"


def test_the_week_lies_and_names_everybodys_number(desk: Desk) -> None:
    cover(desk, PRIMARY, "高子墨", "罗景行", at(14, 18), at(15, 8))
    desk.roster.add_post("备勤", PostKind.STANDBY)
    pdf = week_pdf(desk.roster.span(date(2026, 10, 12), date(2026, 10, 18)), ROOM, state=DRAFT)
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert box.width > box.height
    said = text(pdf)
    assert "2026年10月12日至10月18日值班表（草稿）" in said
    assert said.count("138 0000 0002") == 7
    assert "→罗景行18:00起13800000004" in squeezed(said)
    assert said.count("缺1人") == 7


def test_a_persons_list_parts_a_shift_where_somebody_else_stood(desk: Desk) -> None:
    cover(desk, PRIMARY, "高子墨", "罗景行", at(14, 12), at(14, 20))
    own, other = sheet(desk, "高子墨"), sheet(desk, "罗景行")
    that_day = [(each.role, each.starts_at.astimezone(ZONE).hour) for each in own.duties if each.shift.date.day == 14]
    assert that_day == [(DutyRole.OWN, 8), (DutyRole.COVERED, 12), (DutyRole.OWN, 20)]
    assert own.hours == 31 * 24 - 8
    assert (own.covers(DutyRole.COVERED), other.covers(DutyRole.COVERING)) == (1, 1)
    assert [(each.role, each.other, each.hours) for each in other.duties] == [(DutyRole.COVERING, "高子墨", 8.0)]
    assert other.shifts == pytest.approx(1 / 3, abs=0.01)
    said = text(person_pdf(other, ROOM))
    assert "罗景行值班表" in said
    assert "12:00至20:00" in said
    assert "代高子墨" in said


def test_a_correction_is_noted_under_the_month(desk: Desk) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.set(at(14, 10))
    desk.roster.assign(date(2026, 10, 5), WHOLE, desk.roster.posts()[PRIMARY].id, [persons(desk)["罗景行"]], "补录")
    said = text(roster_pdf(desk.roster.month(2026, 10), ROOM, corrections=desk.roster.corrections(FIRST, LAST)))
    assert "更正：10月5日主班 高子墨改为罗景行（补录）" in said

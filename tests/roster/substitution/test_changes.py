"""Covers, swaps and leaves through a real desk: consents, a leader's word, refusals, what stays on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.roster.model import AssignmentSource, LeaveKind, NewLeave, PostKind
from duty_console.roster.rotation.model import Member
from duty_console.roster.substitution.model import ChangeKind, ConsentHow, Proposal, ProposalState, SeatKey
from tests.roster.duty_room import (
    DEPUTY,
    GAO,
    GU,
    JIANG,
    LEADS,
    LUO,
    MAIN,
    NOW,
    SECOND,
    SHEN,
    SU,
    TODAY,
    TOMORROW,
    WHOLE,
    at,
    cover,
    problem,
    there,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.clock import FakeClock
    from duty_console.desk import Desk

PHONE, IN_PERSON = ConsentHow.PHONE, ConsentHow.IN_PERSON
EIGHT_PM, TOMORROW_8 = at("2026-10-14 20:00"), at("2026-10-15 08:00")


def agreed(desk: Desk, proposal: Proposal) -> Proposal:
    for person in proposal.persons:
        proposal = desk.substitution.consent(proposal.id, person, PHONE)
    return proposal


def codes(proposal: Proposal) -> list[str]:
    return [each.code for each in proposal.cautions]


def test_a_cover_takes_effect_when_both_agreed_and_a_leader_approved(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    proposal = changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8), by="高子墨")
    assert (proposal.state, proposal.proposed_by, proposal.proposed_at) == (ProposalState.PROPOSED, "高子墨", NOW)
    assert proposal.consents_missing == (GAO, LUO)
    assert problem(lambda: changes.approve(proposal.id, GU)) == ("consents", "consents_missing")
    changes.consent(proposal.id, GAO, IN_PERSON)
    clock.advance(timedelta(minutes=5))
    waiting = changes.consent(proposal.id, LUO, PHONE, NOW + timedelta(minutes=3))
    assert (waiting.state, waiting.consents_missing) == (ProposalState.AGREED, ())
    assert [(each.person_id, each.at, each.how) for each in waiting.consents] == [
        (GAO, NOW, IN_PERSON),
        (LUO, NOW + timedelta(minutes=3), PHONE),
    ]
    assert waiting.consents[0].recorded_by == desk.identity.name
    assert there(desk, EIGHT_PM)[1] == ["高子墨", "苏映雪"]
    done = changes.approve(proposal.id, GU, "同意")
    assert (done.state, done.decided_by, done.decided_at) == (ProposalState.APPROVED, GU, clock.now())
    assert (done.decision_remark, done.recorded_by) == ("同意", desk.identity.name)
    assert [there(desk, EIGHT_PM + shift)[1] for shift in (-SECOND, timedelta(0), SECOND)] == [
        ["高子墨", "苏映雪"],
        ["罗景行", "苏映雪"],
        ["罗景行", "苏映雪"],
    ]
    stretches = [each for each in desk.roster.stretches(TODAY, TODAY) if each.post_id == MAIN]
    assert [(each.persons, each.starts_at, each.ends_at) for each in stretches] == [
        ((GAO,), at("2026-10-14 08:00"), EIGHT_PM),
        ((LUO,), EIGHT_PM, TOMORROW_8),
    ]
    assert [each.id for each in desk.roster.covers(TODAY, TODAY)] == [done.cover_id]
    assert changes.open_proposals() == ()
    assert changes.history(TODAY, TODAY) == (done,)
    assert desk.roster.corrections(TODAY, TODAY) == ()


def test_a_swap_changes_two_cells_of_two_shifts_in_one_step(desk: Desk) -> None:
    desk.roster.assign(TOMORROW, WHOLE, MAIN, [LUO, SHEN])
    friday = date(2026, 10, 16)
    desk.roster.assign(friday, WHOLE, DEPUTY, [SU])
    changes = desk.substitution
    first, second = SeatKey(TOMORROW, WHOLE, MAIN, LUO), SeatKey(friday, WHOLE, DEPUTY, SU)
    proposal = agreed(desk, changes.propose_swap(first, second, "出差"))
    assert (proposal.kind, proposal.other_shift_date, proposal.other_post_id) == (ChangeKind.SWAP, friday, DEPUTY)
    done = changes.approve(proposal.id, GU)
    assert there(desk, "2026-10-15 12:00")[1] == ["苏映雪", "沈若谷", "江晚晴"]
    assert there(desk, "2026-10-16 12:00")[1] == ["罗景行"]
    rows = {(each.shift_date, each.person_id): each for each in desk.roster.assignments(TOMORROW, friday)}
    for key, name in (((TOMORROW, SU), "罗景行"), ((friday, LUO), "苏映雪")):
        row = rows[key]
        assert row.source is AssignmentSource.SWAP
        assert row.why is not None
        assert (row.why.code, row.why.values) == ("swapped", {"proposal": done.id, "name": name})
    untouched = rows[TOMORROW, SHEN]
    assert (untouched.source, untouched.why) == (AssignmentSource.HAND, None)
    assert {each.id for each in changes.history(friday, friday)} == {done.id}


def test_two_posts_of_one_shift_are_swapped(desk: Desk) -> None:
    proposal = desk.substitution.propose_swap(
        SeatKey(TOMORROW, WHOLE, MAIN, LUO), SeatKey(TOMORROW, WHOLE, DEPUTY, JIANG)
    )
    desk.substitution.approve(agreed(desk, proposal).id, SHEN)
    found = desk.roster.on_duty_at(at("2026-10-15 12:00")).officers
    assert [(each.post, each.name) for each in found] == [("主班", "江晚晴"), ("副班", "罗景行")]


def _refusals(desk: Desk) -> list[tuple[Callable[[], object], tuple[str, str]]]:
    changes = desk.substitution
    mine, other = SeatKey(TOMORROW, WHOLE, MAIN, LUO), SeatKey(TOMORROW, WHOLE, DEPUTY, JIANG)
    today = SeatKey(TODAY, WHOLE, MAIN, GAO)
    night = ("2026-10-14 20:00", "2026-10-15 08:00")
    return [
        (lambda: changes.propose_cover(cover(GAO, GAO, *night)), ("cover_person_id", "cover_oneself")),
        (lambda: changes.propose_cover(cover(GAO, SU, *night)), ("cover_person_id", "cover_busy")),
        (lambda: changes.propose_cover(cover(SU, LUO, *night)), ("person_id", "cover_not_planned")),
        (lambda: changes.propose_cover(cover(GAO, 99, *night)), ("cover_person_id", "person_unknown")),
        (
            lambda: changes.propose_cover(cover(GAO, LUO, "2026-10-14 20:00", "2026-10-15 08:01")),
            ("starts_at", "cover_outside_shift"),
        ),
        (
            lambda: changes.propose_cover(cover(GAO, LUO, "2026-10-14 20:00", "2026-10-14 20:00")),
            ("ends_at", "cover_times_wrong"),
        ),
        (
            lambda: changes.propose_cover(cover(GAO, LUO, NOW - timedelta(hours=1) - SECOND, NOW + SECOND)),
            ("starts_at", "cover_past"),
        ),
        (
            lambda: changes.propose_cover(cover(GAO, LUO, NOW - timedelta(minutes=5), NOW)),
            ("starts_at", "cover_past"),
        ),
        (lambda: changes.propose_swap(mine, mine), ("other_person_id", "swap_oneself")),
        (
            lambda: changes.propose_swap(mine, SeatKey(TOMORROW, WHOLE, MAIN, JIANG)),
            ("other_post_id", "swap_same_post"),
        ),
        (lambda: changes.propose_swap(today, other), ("shift_date", "swap_begun")),
        (lambda: changes.propose_swap(other, today), ("shift_date", "swap_begun")),
        (lambda: changes.propose_swap(SeatKey(TOMORROW, WHOLE, MAIN, SU), other), ("person_id", "cover_not_planned")),
        (lambda: changes.propose_swap(SeatKey(TOMORROW, "夜班", MAIN, LUO), other), ("slot", "slot_unknown")),
        (lambda: changes.propose_swap(mine, SeatKey(TOMORROW, WHOLE, MAIN, 99)), ("other_post_id", "swap_same_post")),
        (lambda: changes.leave(NewLeave(LUO, NOW, NOW), GU), ("ends_at", "leave_times_wrong")),
        (lambda: changes.leave(NewLeave(LUO, NOW, TOMORROW_8), SU), ("approved_by", "leader_not_marked")),
        (lambda: changes.leave(NewLeave(GU, NOW, TOMORROW_8), GU), ("approved_by", "leader_is_party")),
        (lambda: changes.cancel_leave(7), ("leave_id", "leave_unknown")),
        (lambda: changes.end_cover(7), ("cover_id", "cover_unknown")),
        (lambda: changes.approve(7, GU), ("proposal_id", "proposal_unknown")),
        (lambda: changes.emergency(cover(GAO, LUO, NOW, TOMORROW_8), " ", GU), ("reason", "reason_missing")),
        (
            lambda: changes.emergency(cover(GAO, LUO, NOW, TOMORROW_8), "突发疾病", SU),
            ("told_leader_id", "leader_not_marked"),
        ),
        (
            lambda: changes.emergency(cover(GAO, GU, NOW, TOMORROW_8), "突发疾病", GU),
            ("told_leader_id", "leader_is_party"),
        ),
        (
            lambda: changes.emergency(
                cover(LUO, GAO, NOW + timedelta(hours=24), "2026-10-16 08:00", day=TOMORROW), "突发疾病", GU
            ),
            ("starts_at", "emergency_early"),
        ),
    ]


def test_what_cannot_be_is_refused_and_changes_nothing(desk: Desk) -> None:
    heard: list[object] = []
    desk.changes.subscribe(heard.append)
    for act, expected in _refusals(desk):
        assert problem(act) == expected
    assert heard == []


def test_consent_and_decision_are_given_once_by_whom_it_concerns(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    proposal = changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8))
    one = proposal.id
    refused: list[tuple[Callable[[], object], tuple[str, str]]] = [
        (lambda: changes.consent(one, SU, PHONE), ("person_id", "consent_stranger")),
        (lambda: changes.consent(one, GAO, PHONE, NOW + SECOND), ("at", "time_in_future")),
        (lambda: changes.consent(one, GAO, PHONE, NOW - SECOND), ("at", "consent_early")),
    ]
    for act, expected in refused:
        assert problem(act) == expected
    changes.consent(one, GAO, PHONE, NOW)
    assert problem(lambda: changes.consent(one, GAO, PHONE)) == ("person_id", "consent_twice")
    changes.consent(one, LUO, PHONE)
    assert problem(lambda: changes.approve(one, SU)) == ("leader_id", "leader_not_marked")
    assert problem(lambda: changes.approve(one, 99)) == ("leader_id", "person_unknown")
    desk.people.leave_person(GU, clock.now())
    assert problem(lambda: changes.approve(one, GU)) == ("leader_id", "leader_left")
    assert problem(lambda: changes.refuse(one, SHEN, " ")) == ("remark", "reason_missing")
    refusal = changes.refuse(one, SHEN, "人手不足")
    assert (refusal.state, refusal.decision_remark) == (ProposalState.REFUSED, "人手不足")
    later: list[Callable[[], object]] = [
        lambda: changes.approve(one, SHEN),
        lambda: changes.refuse(one, SHEN, "再次"),
        lambda: changes.consent(one, LUO, PHONE),
        lambda: changes.withdraw(one),
    ]
    assert [problem(act) for act in later] == [("proposal_id", "proposal_decided")] * 4
    assert there(desk, EIGHT_PM)[1] == ["高子墨", "苏映雪"]


def test_a_leader_does_not_approve_what_concerns_him(desk: Desk) -> None:
    changes = desk.substitution
    proposal = agreed(desk, changes.propose_cover(cover(SHEN, GU, EIGHT_PM, TOMORROW_8, post=LEADS)))
    for leader in (SHEN, GU):
        assert problem(lambda leader=leader: changes.approve(proposal.id, leader)) == ("leader_id", "leader_is_party")
    assert changes.withdraw(proposal.id, "不再需要").state is ProposalState.WITHDRAWN


def test_one_place_has_one_undecided_proposal(desk: Desk) -> None:
    changes = desk.substitution
    first = changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8))
    again = cover(GAO, JIANG, EIGHT_PM - SECOND, EIGHT_PM + SECOND)
    assert problem(lambda: changes.propose_cover(again)) == ("person_id", "proposal_open")
    before = changes.propose_cover(cover(GAO, JIANG, EIGHT_PM - timedelta(hours=1), EIGHT_PM))
    changes.withdraw(first.id)
    assert changes.propose_cover(cover(GAO, JIANG, EIGHT_PM, TOMORROW_8)).id == before.id + 1


def _plan_changes(desk: Desk) -> None:
    desk.roster.assign(TODAY, WHOLE, MAIN, [JIANG], "写错")


def _somebody_else_covers(desk: Desk) -> None:
    desk.substitution.emergency(cover(GAO, JIANG, EIGHT_PM, TOMORROW_8), "突发疾病", GU)


def _stand_in_on_leave(desk: Desk) -> None:
    desk.substitution.leave(NewLeave(LUO, NOW, TOMORROW_8, LeaveKind.SICK), GU)


def _stand_in_left(desk: Desk) -> None:
    desk.people.leave_person(LUO)


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (_plan_changes, "cover_not_planned"),
        (_somebody_else_covers, "cover_overlaps"),
        (_stand_in_on_leave, "person_on_leave"),
        (_stand_in_left, "person_left"),
    ],
)
def test_a_proposal_lapses_when_the_roster_changed_meanwhile(
    desk: Desk, happens: Callable[[Desk], None], why: str
) -> None:
    changes = desk.substitution
    proposal = agreed(desk, changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8)))
    happens(desk)
    shown = next(each for each in changes.open_proposals() if each.id == proposal.id)
    assert shown.state is ProposalState.LAPSED
    assert shown.lapse is not None
    assert shown.lapse.code == why
    before = desk.roster.stretches(TODAY, TODAY)
    assert problem(lambda: changes.approve(proposal.id, GU)) == ("proposal_id", "proposal_lapsed")
    kept = changes.proposal(proposal.id)
    assert (kept.state, kept.decided_at, kept.decided_by) == (ProposalState.LAPSED, NOW, None)
    assert kept.lapse is not None
    assert kept.lapse.code == why
    assert desk.roster.stretches(TODAY, TODAY) == before
    assert proposal.id not in {each.id for each in changes.open_proposals()}
    assert problem(lambda: changes.approve(proposal.id, GU)) == ("proposal_id", "proposal_decided")


def test_a_swap_lapses_at_the_moment_its_first_shift_begins(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    friday = date(2026, 10, 16)
    desk.roster.assign(friday, WHOLE, MAIN, [SU])
    swap = changes.propose_swap(SeatKey(friday, WHOLE, MAIN, SU), SeatKey(TOMORROW, WHOLE, DEPUTY, JIANG))
    clock.set(TOMORROW_8 - SECOND)
    agreed(desk, swap)
    clock.set(TOMORROW_8)
    assert problem(lambda: changes.approve(swap.id, GU)) == ("proposal_id", "proposal_lapsed")
    lapse = changes.proposal(swap.id).lapse
    assert lapse is not None
    assert (lapse.code, lapse.values) == ("swap_begun", {"date": "2026-10-15", "slot": WHOLE})


@pytest.mark.parametrize(
    ("late", "approved"),
    [(timedelta(hours=1) - SECOND, True), (timedelta(hours=1), True), (timedelta(hours=1, seconds=1), False)],
)
def test_a_cover_may_be_approved_up_to_an_hour_after_it_began(
    desk: Desk, clock: FakeClock, late: timedelta, approved: bool
) -> None:
    changes = desk.substitution
    proposal = agreed(desk, changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8)))
    clock.set(EIGHT_PM + late)
    if approved:
        changes.approve(proposal.id, GU)
        (kept,) = desk.roster.corrections(TODAY, TODAY)
        assert (kept.post, kept.before, kept.reason) == ("主班", "高子墨", "家中有事")
        assert kept.after.startswith("罗景行（20:00—")
    else:
        assert problem(lambda: changes.approve(proposal.id, GU)) == ("proposal_id", "proposal_lapsed")
    assert there(desk, EIGHT_PM)[1][0] == ("罗景行" if approved else "高子墨")


def test_a_lapsed_proposal_is_shown_until_cleared_or_its_shift_is_over(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    one = changes.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8))
    two = changes.propose_cover(cover(SU, JIANG, EIGHT_PM, TOMORROW_8, post=DEPUTY))
    clock.set(EIGHT_PM + timedelta(hours=2))
    assert [each.state for each in changes.open_proposals()] == [ProposalState.LAPSED] * 2
    assert changes.withdraw(one.id).state is ProposalState.LAPSED
    assert [each.id for each in changes.open_proposals()] == [two.id]
    clock.set(TOMORROW_8)
    assert changes.open_proposals() == ()
    assert [each.state for each in changes.history(TODAY, TODAY)] == [ProposalState.LAPSED] * 2


def test_an_emergency_takes_effect_at_once_and_stays_open_until_confirmed(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    clock.set(at("2026-10-15 02:05"))
    done = changes.emergency(cover(GAO, LUO, at("2026-10-15 02:00"), TOMORROW_8), "突发疾病送医", GU)
    assert (done.kind, done.state, done.told_leader_id) == (ChangeKind.EMERGENCY, ProposalState.UNCONFIRMED, GU)
    assert there(desk, "2026-10-15 02:00")[1] == ["罗景行", "苏映雪"]
    assert there(desk, at("2026-10-15 02:00") - SECOND)[1] == ["高子墨", "苏映雪"]
    (kept,) = desk.roster.corrections(TODAY, TODAY)
    assert (kept.after, kept.reason) == ("罗景行（02:00—02:05）", "突发疾病送医")
    assert problem(lambda: changes.withdraw(done.id)) == ("proposal_id", "emergency_stays")
    assert problem(lambda: changes.consent(done.id, LUO, PHONE)) == ("proposal_id", "emergency_asks_nobody")
    clock.advance(timedelta(days=3))
    assert changes.open_proposals() == (changes.proposal(done.id),)
    assert changes.approve(done.id, SHEN, "情况属实").state is ProposalState.APPROVED
    assert changes.open_proposals() == ()
    assert there(desk, "2026-10-15 07:59:59")[1] == ["罗景行", "苏映雪"]


def test_a_refused_emergency_ends_now_and_what_was_stays(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    done = changes.emergency(cover(GAO, LUO, NOW, TOMORROW_8), "突发疾病", GU)
    clock.advance(timedelta(hours=2))
    changes.refuse(done.id, GU, "本人已返岗")
    moments = (NOW, clock.now() - SECOND, clock.now())
    assert [there(desk, each)[1][0] for each in moments] == ["罗景行", "罗景行", "高子墨"]


def test_a_stand_in_is_relieved_by_another_and_goes_on_after(desk: Desk) -> None:
    changes = desk.substitution
    changes.emergency(cover(GAO, LUO, NOW, TOMORROW_8), "突发疾病", GU)
    own = cover(LUO, GAO, "2026-10-14 12:00", "2026-10-14 14:00")
    assert problem(lambda: changes.emergency(own, "换人", GU)) == ("cover_person_id", "cover_own_seat")
    changes.emergency(cover(LUO, JIANG, "2026-10-14 12:00", "2026-10-14 14:00"), "接站", GU)
    moments = ("2026-10-14 11:59:59", "2026-10-14 12:00", "2026-10-14 13:59:59", "2026-10-14 14:00")
    assert [there(desk, each)[1][0] for each in moments] == ["罗景行", "江晚晴", "江晚晴", "罗景行"]


def test_who_stands_by_may_be_called_and_is_then_no_longer_standing_by(desk: Desk) -> None:
    standby = desk.roster.add_post("备班", PostKind.STANDBY)
    desk.roster.assign(TODAY, WHOLE, standby.id, [JIANG])
    desk.substitution.emergency(cover(GAO, JIANG, EIGHT_PM, TOMORROW_8), "突发疾病", GU)
    before, after = (desk.roster.on_duty_at(each) for each in (EIGHT_PM - SECOND, EIGHT_PM))
    assert ([each.name for each in before.standby], before.gaps) == (["江晚晴"], ())
    assert ([each.name for each in after.officers], after.standby) == (["江晚晴", "苏映雪"], ())
    assert [each.post for each in after.gaps] == ["备班"]


@pytest.mark.parametrize(
    ("ahead", "cautioned"),
    [
        (timedelta(days=2, seconds=1), False),
        (timedelta(days=2), False),
        (timedelta(days=2) - SECOND, True),
    ],
)
def test_a_holiday_swap_less_than_two_days_ahead_is_cautioned_and_kept(
    desk: Desk, clock: FakeClock, ahead: timedelta, cautioned: bool
) -> None:
    first, second = date(2026, 9, 25), date(2026, 9, 29)  # 中秋节, and a workday after it
    clock.set(at("2026-09-20 08:00"))
    desk.roster.assign(first, WHOLE, MAIN, [GAO])
    desk.roster.assign(second, WHOLE, MAIN, [SU])
    clock.set(at("2026-09-25 08:00") - ahead)
    proposal = desk.substitution.propose_swap(SeatKey(first, WHOLE, MAIN, GAO), SeatKey(second, WHOLE, MAIN, SU))
    assert codes(proposal) == (["holiday_late"] if cautioned else [])
    done = desk.substitution.approve(agreed(desk, proposal).id, GU)
    assert done.cautions == proposal.cautions
    assert (done.state, there(desk, "2026-09-25 12:00")[1]) == (ProposalState.APPROVED, ["苏映雪"])


def test_rest_and_allowed_list_are_the_rooms_own(desk: Desk) -> None:
    desk.rotation.set_members(MAIN, [Member(MAIN, GAO), Member(MAIN, SU)])
    first = desk.substitution.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8))
    assert [(each.code, dict(each.values)) for each in first.cautions] == [
        ("not_allowed", {"name": "罗景行", "post": "主班"}),
        ("rest_short", {"name": "罗景行", "hours": 0.0, "least": 24.0}),
    ]
    desk.rotation.set_members(MAIN, [])
    desk.rotation.set_rules(replace(desk.rotation.rules(), min_rest_hours=0))
    desk.substitution.withdraw(first.id)
    assert desk.substitution.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8)).cautions == ()


def test_rest_is_looked_at_in_both_directions_of_a_swap_without_the_seats_given_away(desk: Desk) -> None:
    days = [date(2026, 10, 18) + timedelta(number) for number in range(6)]
    for day, person in ((days[0], GAO), (days[1], SU), (days[4], GAO), (days[5], SU)):
        desk.roster.assign(day, WHOLE, MAIN, [person])
    # 高 takes the 19th and still has the 18th: no rest between. 苏 takes the 22nd and has the 23rd.
    proposal = desk.substitution.propose_swap(
        SeatKey(days[4], WHOLE, MAIN, GAO), SeatKey(days[1], WHOLE, MAIN, SU), "互换"
    )
    assert [(each.code, each.values["name"], each.values["hours"]) for each in proposal.cautions] == [
        ("rest_short", "高子墨", 0.0),
        ("rest_short", "苏映雪", 0.0),
    ]


def test_leave_leaves_gaps_and_is_taken_back(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    record = changes.leave(NewLeave(LUO, TOMORROW_8 - timedelta(hours=1), TOMORROW_8 + timedelta(hours=4)), GU)
    assert record.seats == (SeatKey(TOMORROW, WHOLE, MAIN, LUO),)
    assert changes.leaves(NOW, TOMORROW_8) == (record,)
    assert there(desk, TOMORROW_8) == (["顾长风"], ["江晚晴"], ["主班1"])
    clock.set(TOMORROW_8 + timedelta(hours=1))
    changes.cancel_leave(record.leave.id)
    assert there(desk, TOMORROW_8)[2] == ["主班1"]
    assert there(desk, clock.now())[2] == []
    assert problem(lambda: changes.cancel_leave(record.leave.id)) == ("leave_id", "leave_over")


def test_leave_written_down_late_is_a_correction_of_who_stood_there(desk: Desk) -> None:
    desk.substitution.leave(NewLeave(GAO, at("2026-10-14 00:00"), TOMORROW_8, LeaveKind.SICK, "发烧"), GU)
    (kept,) = desk.roster.corrections(TODAY, TODAY)
    assert (kept.post, kept.before, kept.after, kept.reason) == ("主班", "高子墨", "病假（08:00—10:26）", "发烧")
    assert there(desk, NOW)[1] == ["苏映雪"]


def test_a_cover_ends_earlier_but_never_before_now(desk: Desk, clock: FakeClock) -> None:
    changes = desk.substitution
    done = changes.emergency(cover(GAO, LUO, NOW, TOMORROW_8), "突发疾病", GU)
    assert done.cover_id is not None
    clock.advance(timedelta(hours=1))
    assert problem(lambda: changes.end_cover(done.cover_id or 0, clock.now() - SECOND)) == ("at", "cover_end_past")
    changes.end_cover(done.cover_id, EIGHT_PM)
    assert [there(desk, EIGHT_PM + each)[1][0] for each in (-SECOND, timedelta(0))] == ["罗景行", "高子墨"]
    clock.set(EIGHT_PM)
    assert problem(lambda: changes.end_cover(done.cover_id or 0)) == ("cover_id", "cover_over")


def test_facts_are_added_and_the_journal_is_sound(desk: Desk) -> None:
    proposal = agreed(desk, desk.substitution.propose_cover(cover(GAO, LUO, EIGHT_PM, TOMORROW_8)))
    desk.substitution.approve(proposal.id, GU)
    with desk.database.read() as session:
        from duty_console.roster.substitution.tables import ConsentRow, DecisionRow, ProposalRow

        assert [session.query(table).count() for table in (ProposalRow, ConsentRow, DecisionRow)] == [1, 2, 1]
    assert desk.journal.verify().ok

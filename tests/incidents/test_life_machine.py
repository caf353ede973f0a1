"""Any order of what officers do to incidents, the desk opened anew in between: nothing is lost, nothing twice."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from duty_console.alarms.model import AlarmPolicy, AlarmStep, DueItem
from duty_console.alarms.rules import next_moment, step_at
from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.incidents.model import Casualties, FactCorrection, IncidentFilter, IncidentState
from duty_console.incidents.rules import facts_of
from duty_console.limits.model import Channel, EventClass, Grade, Obligation, ReportKind
from duty_console.limits.rules import SUPERSEDED, matching
from tests.room.desks import BEIJING, MINUTE, SECOND, opened

RECIPIENTS = ("省应急管理厅", "市政府总值班室", "国务院总值班室", "市应急管理局值班室", "本级人民政府", "区委办公室")
FIXED = (
    "id",
    "incident_id",
    "rule_id",
    "kind",
    "channel",
    "recipient",
    "clock",
    "starts_at",
    "due_at",
    "source",
    "sequence",
)
SETTLED = ("settled_at", "late_seconds", "report_id")
WAIVED = ("waived_at", "waived_by", "waived_reason")
POLICY = AlarmPolicy()
SPANS = st.sampled_from([0, 1, 59, 60, 7 * 60, 15 * 60, 35 * 60, 3600, 6 * 3600, 86_400])


@dataclass
class Known:
    """What the test knows of an incident: its obligations as last seen, and whether its grade was ever lowered."""

    obligations: dict[int, Obligation] = field(default_factory=dict)
    lowered: bool = False


def part(obligation: Obligation, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(obligation, name) for name in names)


class Life(RuleBasedStateMachine):
    """A duty room of 河南 and 武汉 rules, so that one incident owes reports to several recipients."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="life-"))
        self.opening = opened(
            self.folder, "national", "henan", "wuhan", at=datetime(2026, 10, 14, 15, 10, tzinfo=BEIJING)
        )
        self.room = self.opening.__enter__()
        self.known: dict[str, Known] = {}
        self.heard: set[tuple[str, AlarmStep]] = set()

    def teardown(self) -> None:
        try:
            self.opening.__exit__(None, None, None)  # verifies the journal
        finally:
            shutil.rmtree(self.folder)

    # -- what officers do ------------------------------------------------------------------------------------------

    @rule(
        target=numbers,
        event_class=st.sampled_from(EventClass),
        deaths=st.sampled_from([None, 0, 3, 10, 30]),
        ago=st.sampled_from([None, 0, 5, 200]),
        grade=st.sampled_from([None, None, *Grade]),
    )
    def record(self, event_class: EventClass, deaths: int | None, ago: int | None, grade: Grade | None) -> str:
        occurred = None if ago is None else self.room.clock.now() - ago * MINUTE
        told = self.room.intake(event_class, occurred_at=occurred, casualties=Casualties(deaths=deaths), grade=grade)
        assert told.incident.number not in self.known
        self.known[told.incident.number] = Known()
        return told.incident.number

    @rule(number=numbers, grade=st.sampled_from(Grade))
    def regrade(self, number: str, grade: Grade) -> None:
        before = self.room.desk.incidents.card(number)
        if before.incident.grade is grade:
            return
        self.known[number].lowered |= before.incident.grade is not None and grade < before.incident.grade
        promised = self.room.desk.incidents.would_add(number, grade)
        after = self.room.desk.incidents.regrade(number, grade, "核实")
        fresh = [each for each in after.obligations if each not in before.obligations]
        assert [each.rule_id for each in fresh] == [each.rule_id for each in promised]

    @rule(
        number=numbers,
        kind=st.sampled_from(ReportKind),
        channel=st.sampled_from(Channel),
        recipient=st.sampled_from(RECIPIENTS),
        ago=st.sampled_from([0, 0, 0, 30]),
    )
    def report(self, number: str, kind: ReportKind, channel: Channel, recipient: str, ago: int) -> None:
        sent = self.room.clock.now() - ago * SECOND
        with suppress(InputProblem):  # before it was received
            outcome = self.room.report(number, recipient, channel, kind, sent_at=sent)
            for each in outcome.settled:
                assert each.id is not None
                assert self.known[number].obligations[each.id].is_open
                assert each.settled_at == sent

    @rule(number=numbers)
    def report_all(self, number: str) -> None:
        """What an officer does before closing: everything that is owed, each in its way."""
        for each in self.room.desk.incidents.card(number).obligations:
            if each.is_open:
                self.room.report(number, each.recipient, each.channel, each.kind, obligation_ids=(each.id,))

    @rule(number=numbers, ago=st.sampled_from([1, 10, 500]), event_class=st.sampled_from([None, *EventClass]))
    def correct(self, number: str, ago: int, event_class: EventClass | None) -> None:
        received = self.room.desk.incidents.card(number).incident.received_at
        correction = FactCorrection("更正", occurred_at=received - ago * MINUTE, event_class=event_class)
        with suppress(InputProblem):  # nothing changed
            self.room.desk.incidents.correct_facts(number, correction)

    @rule(number=numbers, which=st.integers(0, 3))
    def waive(self, number: str, which: int) -> None:
        still = [each.id for each in self.room.desk.incidents.card(number).obligations if each.is_open]
        if still:
            self.room.desk.limits.waive(still[which % len(still)] or 0, "周启明", "免报")

    @rule(number=numbers)
    def close(self, number: str) -> None:
        now = self.room.clock.now()
        card = self.room.desk.incidents.card(number)
        owed = [each for each in card.obligations if each.is_open and not (each.sequence and each.due_at >= now)]
        closed = card.incident.state is IncidentState.CLOSED
        if closed or owed:
            with pytest.raises(InputProblem, match="already_closed" if closed else "obligations_open"):
                self.room.desk.incidents.close(number, "处置完毕")
        else:
            self.room.desk.incidents.close(number, "处置完毕")

    @rule(number=numbers)
    def news(self, number: str) -> None:
        self.room.desk.incidents.add_entry(number, LogKind.SCENE, "现场情况")
        assert self.room.desk.incidents.card(number).incident.state is IncidentState.OPEN

    # -- what time does --------------------------------------------------------------------------------------------

    @rule(seconds=SPANS)
    def advance(self, seconds: int) -> None:
        self.room.clock.advance(timedelta(seconds=seconds))

    @precondition(lambda self: bool(self.known))
    @rule(data=st.data())
    def to_a_limit(self, data: st.DataObject) -> None:
        """Exactly to a limit, or a second beside it."""
        due = [each.due_at for known in self.known.values() for each in known.obligations.values() if each.is_open]
        ahead = sorted(moment for moment in due if moment - SECOND > self.room.clock.now())
        if ahead:
            beside = data.draw(st.sampled_from([-1, 0, 1]))
            self.room.clock.set(data.draw(st.sampled_from(ahead)) + beside * SECOND)

    @rule()
    def ring(self) -> None:
        alarms = self.room.desk.alarms
        alarms.record_rings(alarms.board())
        assert alarms.record_rings(alarms.board()) == 0

    @rule(every=st.booleans())
    def acknowledge(self, every: bool) -> None:
        ringing = self.room.desk.alarms.board().ringing
        chosen = ringing if every else ringing[:1]
        assert self.room.desk.alarms.acknowledge([alarm.item.key for alarm in chosen]) == len(chosen)
        self.heard |= {(alarm.item.key, alarm.step) for alarm in chosen}

    @rule()
    def restart(self) -> None:
        board = self.room.desk.alarms.board()
        self.room.reopen()
        assert self.room.desk.alarms.board() == board

    # -- what always holds -----------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_lost_and_nothing_is_settled_twice(self) -> None:
        for number, known in self.known.items():
            card = self.room.desk.incidents.card(number)
            now = {each.id: each for each in card.obligations if each.id is not None}
            for obligation_id, before in known.obligations.items():
                after = now[obligation_id]
                assert part(after, FIXED) == part(before, FIXED)
                if before.settled_at is not None:
                    assert part(after, SETTLED) == part(before, SETTLED)
                if before.waived_at is not None:
                    assert part(after, WAIVED) == part(before, WAIVED)
                    assert after.settled_at is None
            chain = [(each.rule_id, each.sequence) for each in now.values() if each.waived_reason != SUPERSEDED]
            assert len(chain) == len(set(chain))
            known.obligations = now

    @invariant()
    def lateness_agrees_with_the_times(self) -> None:
        for known in self.known.values():
            for each in known.obligations.values():
                late = each.settled_at is not None and each.settled_at > each.due_at
                assert (each.late_seconds is not None) is late
                if late and each.settled_at is not None:
                    over = (each.settled_at - each.due_at).total_seconds()
                    assert each.late_seconds is not None
                    assert over <= each.late_seconds < over + 1
                assert (each.report_id is None) is (each.settled_at is None)

    @invariant()
    def what_the_rules_demand_is_owed(self) -> None:
        """By the facts as they stand: unless the grade was lowered, whose limits begin only with a raise."""
        rules, level = self.room.desk.limits.rules(), self.room.desk.limits.level()
        for number, known in self.known.items():
            if known.lowered:
                continue
            facts = facts_of(self.room.desk.incidents.card(number).incident)
            there = {each.rule_id for each in known.obligations.values() if each.waived_reason != SUPERSEDED}
            assert {each.id for each in matching(rules, facts, level=level)} <= there

    @invariant()
    def a_closed_incident_owes_nothing(self) -> None:
        closed = self.room.desk.incidents.page(IncidentFilter(states=frozenset({IncidentState.CLOSED})))
        assert all(not each.is_open for card in closed for each in card.obligations)
        still = {number for number, _ in self.room.desk.limits.next_due(1000)}
        assert still.isdisjoint(card.incident.number for card in closed)

    @invariant()
    def the_board_is_the_pure_rule(self) -> None:
        now, board = self.room.clock.now(), self.room.desk.alarms.board()
        expected: dict[str, tuple[AlarmStep, datetime]] = {}
        following: list[datetime] = []
        for known in self.known.values():
            for each in known.obligations.values():
                item = DueItem(f"obligation:{each.id}", "", "", each.starts_at, each.due_at)
                if each.is_open:
                    following += [moment for moment in (next_moment(item, now, POLICY),) if moment]
                    step = step_at(item, now, POLICY)
                    if step is not None:
                        expected[item.key] = step
        assert {alarm.item.key: (alarm.step, alarm.since) for alarm in board.alarms} == expected
        # It may wake early, but never after something changes.
        assert (board.next_moment is None) is not following
        assert board.next_moment is None or now < board.next_moment <= min(following)
        for alarm in board.alarms:
            silenced = (alarm.item.key, alarm.step) in self.heard
            assert alarm.ringing is (alarm.step.rings and not silenced)


def test_the_names_above_are_those_of_an_obligation() -> None:
    assert {*FIXED, *SETTLED, *WAIVED} <= {each.name for each in fields(Obligation)}


TestLife = Life.TestCase
_MORE = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
TestLife.settings = settings(max_examples=200 if _MORE else 12, stateful_step_count=50 if _MORE else 30, deadline=None)

"""A month of duty, incident by incident and line by line, ending now with a few still in hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from duty_console.demo.events import ROUTINE, STORIES, Story, choose, worded
from duty_console.handover.model import EQUIPMENT, EquipmentState
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.incidents.rules import suggestion_for
from duty_console.limits.model import Channel, ReportKind
from duty_console.reports.model import NewReport

if TYPE_CHECKING:
    from random import Random

    from duty_console.demo.agenda import Agenda
    from duty_console.dutylog.model import LogKind
    from duty_console.limits.model import Obligation

INCIDENTS = 40
LINES_A_DAY = 28
# Those of the last hours, so that the desk opens with limits that run: minutes before now, the story, its numbers.
IN_HAND: tuple[tuple[int, str, dict[str, int]], ...] = (
    (58, "道路交通事故", {"deaths": 3, "serious_injuries": 2, "minor_injuries": 3}),
    (31, "火灾", {"serious_injuries": 1, "minor_injuries": 2, "trapped": 2, "evacuated": 40}),
    (440, "森林火情", {}),
    (12, "电梯困人", {"trapped": 2}),
)


def plan_month(agenda: Agenda, begins: datetime, ends: datetime) -> None:
    """Put a month on the agenda: forty incidents of all classes, the ordinary lines, the handovers."""
    dice = agenda.dice
    span = (ends - begins - timedelta(hours=12)).total_seconds()
    times = sorted(begins + timedelta(seconds=dice.uniform(0, span)) for _ in range(INCIDENTS - len(IN_HAND)))
    for at, moment in enumerate(times):
        story = STORIES[at] if at < len(STORIES) else choose(dice)  # every kind at least once
        agenda.at(moment, lambda story=story: _take_down(agenda, story, None))
    for minutes, kind, numbers in IN_HAND:
        story = next(each for each in STORIES if each.type == kind)
        moment = ends - timedelta(minutes=minutes)
        agenda.at(moment, lambda story=story, numbers=numbers: _take_down(agenda, story, numbers))
    day = begins
    while day < ends:
        for _ in range(LINES_A_DAY):
            agenda.at(day + timedelta(seconds=dice.uniform(0, 86_400)), lambda: _routine(agenda))
        agenda.at(day + timedelta(minutes=dice.randint(5, 40)), lambda: _check_equipment(agenda))
        day += timedelta(days=1)
    agenda.at(ends - timedelta(hours=6), lambda: _open_items(agenda))


def _names(agenda: Agenda) -> dict[str, str]:
    zone = agenda.desk.room.zone()
    day = (agenda.clock.now().astimezone(zone) - timedelta(hours=8)).date().toordinal()
    return {"person": agenda.dice.choice(agenda.crew.others), "leader": agenda.crew.leader_on(day).name}


def _routine(agenda: Agenda) -> None:
    kind, text = agenda.dice.choice(ROUTINE)
    line = agenda.desk.dutylog.note(worded(text, agenda.dice, **_names(agenda)), kind=kind)
    if agenda.dice.random() < 0.02:
        agenda.desk.dutylog.correct(line.id, line.text + "（对方来电更正时间）", "对方说错")


def new_incident(
    dice: Random, story: Story, received: datetime, names: dict[str, str], numbers: dict[str, int] | None
) -> NewIncident:
    """Return an intake of a story."""
    place = worded(story.place, dice, **names)
    known = {"town": place} if story.place == "{town}" else {}
    enterprise = place.split("2号")[0].removesuffix("食堂") if "{enterprise}" in story.place else ""
    known |= {"enterprise": enterprise} if enterprise else {}
    if numbers is None:
        numbers = {name: dice.choices((0, dice.randint(0, most)), (3, 1))[0] for name, most in story.people}
    return NewIncident(
        story.event_class,
        received,
        type=story.type,
        title=f"{place} {story.type}",
        place=place,
        occurred_at=received - timedelta(minutes=dice.randint(2, 14)),
        source_unit=dice.choice(story.callers),
        caller=names["person"],
        caller_post="值班员",
        caller_phone=f"6000{dice.randint(100, 999):04d}",
        casualties=Casualties(**numbers),
        grade=story.grade,
        grade_reason="按专项预案分级标准" if story.grade else "",
        summary=worded(story.summary, dice, **names, **known),
        measures=story.measures,
    )


def _take_down(agenda: Agenda, story: Story, numbers: dict[str, int] | None) -> None:
    dice, now = agenda.dice, agenda.clock.now()
    recorded = agenda.desk.incidents.record(new_incident(dice, story, now, _names(agenda), numbers))
    number = recorded.incident.number
    moment = now
    for kind, text in story.course:
        moment += timedelta(minutes=dice.randint(4, 25))
        agenda.at(moment, lambda kind=kind, text=text: _line(agenda, number, kind, text))
    left_open = numbers is not None
    for owed in recorded.obligations:
        # In hand, with its first call made: the written limits still run, one of them has run out.
        still_owed = bool(numbers) and owed.channel is Channel.WRITTEN
        if not still_owed:
            _plan_report(agenda, number, owed)
    if story.people and dice.random() < 0.4 and not left_open:
        agenda.at(moment + timedelta(minutes=20), lambda: _more_hurt(agenda, number))
    if not left_open:
        agenda.at(moment + timedelta(hours=dice.uniform(3, 30)), lambda: _close(agenda, number, story))


def _line(agenda: Agenda, number: str, kind: LogKind, text: str) -> None:
    agenda.desk.incidents.add_entry(number, kind, worded(text, agenda.dice, **_names(agenda)))


def _plan_report(agenda: Agenda, number: str, owed: Obligation) -> None:
    """Report at a time within the limit, once in a while after it."""
    share = agenda.dice.uniform(0.25, 0.9) if agenda.dice.random() > 0.06 else agenda.dice.uniform(1.05, 1.3)
    moment = max(owed.starts_at + (owed.due_at - owed.starts_at) * share, agenda.clock.now() + timedelta(minutes=1))
    agenda.at(moment, lambda: _report(agenda, number, owed))


def _report(agenda: Agenda, number: str, owed: Obligation) -> None:
    desk, names = agenda.desk, _names(agenda)
    still = {each.id for each in desk.incidents.card(number).obligations if each.is_open}
    if owed.id not in still or owed.id is None:
        return
    outcome = desk.reports.record(
        NewReport(
            number,
            owed.kind,
            owed.channel,
            owed.recipient,
            received_by=names["person"],
            signatory=names["leader"] if owed.channel is Channel.WRITTEN else "",
            obligation_ids=(owed.id,),
        )
    )
    for late in outcome.late:
        if late.id is not None:
            desk.limits.give_late_reason(late.id, "现场通信不畅，核实伤亡人数延误")
    for followup in outcome.followups:
        _plan_report(agenda, number, followup)


def _more_hurt(agenda: Agenda, number: str) -> None:
    desk, dice = agenda.desk, agenda.dice
    card = desk.incidents.card(number)
    before = card.incident.casualties
    after = Casualties(
        deaths=before.deaths,
        missing=before.missing,
        serious_injuries=(before.serious_injuries or 0) + dice.randint(0, 1),
        minor_injuries=(before.minor_injuries or 0) + dice.randint(1, 3),
        trapped=0,
        evacuated=before.evacuated,
    )
    card = desk.incidents.update_casualties(number, after, "区人民医院")
    suggested = suggestion_for(card.incident.event_class, after).grade
    if suggested is not None and (card.incident.grade is None or suggested > card.incident.grade):
        desk.incidents.regrade(number, suggested, "伤亡人数变化，第三条")


def _close(agenda: Agenda, number: str, story: Story) -> None:
    desk = agenda.desk
    card = desk.incidents.card(number)
    for owed in card.obligations:
        if owed.is_open and owed.id is not None:
            kind = owed.kind
            desk.reports.record(
                NewReport(
                    number,
                    kind,
                    owed.channel,
                    owed.recipient,
                    obligation_ids=(owed.id,),
                    received_by=_names(agenda)["person"],
                    late_reason="与终报合并报送",
                )
            )
    recipient = card.obligations[0].recipient if card.obligations else "区政府办公室"
    desk.reports.record(
        NewReport(number, ReportKind.FINAL, Channel.WRITTEN, recipient, signatory=_names(agenda)["leader"])
    )
    desk.incidents.close(number, story.closing)


def _check_equipment(agenda: Agenda) -> None:
    handover, clock = agenda.desk.handover, agenda.clock
    shift = agenda.desk.roster.shift_at(clock.now())
    if shift is None:
        return
    remarks = {
        "值班电话": "试通",
        "传真机": "试发",
        "对讲机": "5部",
        "打印机": "余纸2包",
        "钥匙": "5把",
        "值班印章": "封存",
    }
    for name in EQUIPMENT:
        faulty = agenda.dice.random() < 0.01
        state = EquipmentState.FAULTY if faulty else EquipmentState.GOOD
        handover.record_check(shift, name, state, "待修" if faulty else remarks.get(name, ""))


def _open_items(agenda: Agenda) -> None:
    now, handover = agenda.clock.now(), agenda.desk.handover
    for text, owner, hours in (
        ("恒源铸件厂危化品底数核实", "青石镇", 7),
        ("东环路封闭后早高峰绕行告示", "区交警大队", 10),
        ("望岭林场火场看守人员轮换", "区林业局", 11),
        ("柳湾村防汛沙袋缺口300条补库", "区水利局", 60),
    ):
        handover.add_item(text, f"{owner} {agenda.dice.choice(agenda.crew.others)}", now + timedelta(hours=hours))
    shift = agenda.desk.roster.shift_at(now)
    if shift is not None:
        handover.write_note(shift, "3号对讲机缺电，充电中。")

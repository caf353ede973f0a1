"""The shift itself: a quiet day, three incidents, an alarm at each step, reports, corrections, a higher grade."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from duty_console.alarms.model import AlarmPolicy, AlarmStep, DueItem
from duty_console.alarms.rules import moments
from duty_console.dutylog.model import LogKind
from ui.incidents.casualty_form import CasualtyForm
from ui.incidents.grade_form import GradeForm
from ui.incidents.late_reason_form import LateReasonForm
from ui.now.card import CardView
from ui.tour.stage import NARROW, WIDE

if TYPE_CHECKING:
    from datetime import datetime

    from ui.incidents.incident_view import IncidentView
    from ui.tour.acts import Acts
    from ui.tour.stage import Stage

CRASH, FIRE, FOREST = "20261014-01", "20261014-02", "20261014-03"


class Night:
    """What comes in between taking over and handing over."""

    def __init__(self, stage: Stage, acts: Acts, begins: datetime) -> None:
        self._stage = stage
        self._acts = acts
        self._begins = begins

    def _until(self, hour: int, minute: int) -> None:
        """Go on to a time of the night."""
        self._stage.until(self._begins.replace(day=self._begins.day + 1, hour=hour, minute=minute))

    def quiet_day(self) -> None:
        """The shift begins at 08:00: the roster, the first lines of the log."""
        stage = self._stage
        stage.until(self._begins.replace(hour=8, minute=2))
        stage.ctrl(Qt.Key.Key_3)
        stage.snap("roster")
        stage.ctrl(Qt.Key.Key_1)
        stage.write("接班，清点钥匙5把、印章1枚，设备正常")
        stage.press(Qt.Key.Key_Return)
        stage.pass_time(hours=9)
        stage.write("来电 区气象局：今晚有大风，局地阵风7级")
        stage.press(Qt.Key.Key_Return)
        stage.look()
        stage.snap("quiet")

    # -- calls ---------------------------------------------------------------------------------------------------

    def first_call(self) -> None:
        """02:14, a collision: F2, five fields, the limits appear while the caller speaks."""
        stage = self._stage
        self._until(2, 14)
        stage.press(Qt.Key.Key_F2)
        self._acts.take_down(
            source_unit="区交警大队",
            caller="邱志远",
            caller_post="值班民警",
            caller_phone="60000142",
            type="道路交通事故",
            summary="客车与货车相撞，多人受伤，路口双向封闭",
            place="云河大道与东环路路口",
            occurred_at="0208",
            deaths="3",
            serious_injuries="2",
            minor_injuries="3",
            measures="交警、消防在场，伤者送区人民医院",
        )
        stage.pass_time(minutes=1, seconds=20)
        stage.snap("intake")
        self._acts.record_call()
        self._until(2, 24)
        said = "客车与货车相撞，死亡3人、重伤2人、轻伤3人，路口双向封闭，伤者送区人民医院"
        self._acts.begin_report(CRASH, "赵立平", said)
        stage.snap("report", beside=True)
        self._acts.send()

    def second_and_third_call(self) -> None:
        """02:38, a fire; while it is being taken down the phone rings again, a wrong number."""
        stage = self._stage
        self._until(2, 38)
        stage.ctrl(Qt.Key.Key_1)
        stage.press(Qt.Key.Key_F2)
        self._acts.take_down(
            source_unit="青石镇",
            caller="董文博",
            caller_post="应急办主任",
            caller_phone="60000315",
            type="火灾",
            summary="恒源铸件厂2号车间起火，有人被困",
            place="青石镇恒源铸件厂2号车间",
            occurred_at="-7",
            serious_injuries="1",
            minor_injuries="2",
            trapped="5",
            evacuated="40",
            measures="消防3车15人到场",
        )
        stage.pass_time(seconds=41)
        stage.press(Qt.Key.Key_F2)
        stage.pass_time(seconds=9)
        stage.write("锦绣物业公司")
        stage.pause()
        stage.snap("two-calls")
        self._acts.discard_call("拨错号码")
        self._acts.record_call()
        self._until(2, 49)
        self._acts.report(FIRE, "赵立平")

    # -- alarms --------------------------------------------------------------------------------------------------

    def alarm_steps(self) -> None:
        """The written report of the crash: notice, warning, due, overdue. Nothing takes the keyboard."""
        stage = self._stage
        owed = self._acts.open_limits(CRASH)[0]
        item = DueItem(f"obligation:{owed.id}", "", CRASH, owed.starts_at, owed.due_at)
        stage.ctrl(Qt.Key.Key_L)
        for step in AlarmStep:
            stage.until(max(moments(item, AlarmPolicy())[step], stage.clock.now()) + timedelta(seconds=3))
            stage.snap(f"alarm-{step.value}")
        stage.press(Qt.Key.Key_F8)
        stage.snap("alarm-list")
        stage.press(Qt.Key.Key_Escape)
        card = self._acts.card(CRASH)
        if not isinstance(card, CardView):
            raise RuntimeError("what is overdue stands as a mere row")
        stage.push(card.band.told_button)
        stage.pass_time(seconds=20)

    def late_report(self) -> None:
        """Three minutes late: the report says by how much, and asks for the reason."""
        stage = self._stage
        self._acts.begin_report(CRASH, "袁修文")
        stage.snap("report-late")
        self._acts.send()
        asking = self._acts.form(LateReasonForm)
        stage.fill(asking.reason, "现场通信不畅，核实伤亡人数延误")
        stage.snap("late-reason")
        self._acts.send()

    # -- the fire ------------------------------------------------------------------------------------------------

    def worse_than_thought(self) -> None:
        """The fire: a correction, an instruction and its feedback, three dead, a higher grade."""
        stage, view = self._stage, self._acts.open_incident(FIRE)
        stage.pass_time(minutes=2)
        self._add_line(view, "现场 消防现场指挥石志成：车间内被困5人")
        stage.pass_time(minutes=4)
        self._correct(view, "消防现场指挥石志成：车间内被困2人，3人已自行撤出", "现场重新清点")
        stage.alt(Qt.Key.Key_I)
        stage.write("周启明：全力搜救被困人员，查清厂内危化品底数，03:40前报一次")
        stage.snap("instruction", beside=True)
        stage.press(Qt.Key.Key_Return)
        stage.pass_time(minutes=6)
        self._acts.report(FIRE, "袁修文")
        stage.pass_time(minutes=3)
        self._answer(view, "厂区无危化品仓库，存氧气瓶12只已移出")
        self._count_again()
        self._raise_grade()
        stage.tab_to(view.timeline.line.edit, back=True)
        stage.snap("incident")
        self._until(4, 8)
        self._acts.report(CRASH, "萧秋实")
        self._acts.report(FIRE, "萧秋实")

    def _add_line(self, view: IncidentView, text: str) -> None:
        self._stage.tab_to(view.timeline.line.edit, back=True)
        self._stage.write(text)
        self._stage.press(Qt.Key.Key_Return)

    def _correct(self, view: IncidentView, right: str, reason: str) -> None:
        """Enter on the newest line of the timeline: what is right in place of what stands there, and why."""
        stage, timeline = self._stage, view.timeline
        stage.tab_to(timeline.view, back=True)
        stage.press(Qt.Key.Key_End)
        stage.press(Qt.Key.Key_Return)
        if not stage.is_at(timeline.correction.text):
            raise RuntimeError("Enter opened no correction")
        stage.write(right)
        stage.fill(timeline.correction.reason, reason)
        stage.snap("correction", beside=True)
        stage.press(Qt.Key.Key_Return)
        if timeline.correction.entry() is not None:
            raise RuntimeError("the correction was not saved")

    def _answer(self, view: IncidentView, text: str) -> None:
        """F on the instruction, which lies some lines above the newest."""
        stage, timeline = self._stage, view.timeline
        stage.tab_to(timeline.view, back=True)
        stage.press(Qt.Key.Key_End)
        while (row := timeline.view.current_row()) is not None and row.entry.kind is not LogKind.INSTRUCTION:
            before = timeline.view.currentIndex().row()
            stage.press(Qt.Key.Key_Up)
            if timeline.view.currentIndex().row() == before:
                raise RuntimeError("there is no instruction in the timeline")
        stage.press(Qt.Key.Key_F)
        stage.write(text)
        stage.snap("feedback", beside=True)
        stage.press(Qt.Key.Key_Return)

    def _count_again(self) -> None:
        stage = self._stage
        stage.alt(Qt.Key.Key_D)
        form = self._acts.form(CasualtyForm)
        for name, count in (("deaths", "3"), ("minor_injuries", "4"), ("trapped", "0"), ("evacuated", "86")):
            stage.fill(form.numbers[name], count)
        stage.fill(form.source, "公安、区人民医院")
        stage.snap("casualties")
        self._acts.send()

    def _raise_grade(self) -> None:
        stage = self._stage
        stage.alt(Qt.Key.Key_G)
        form = self._acts.form(GradeForm)
        stage.choose(form.grade, "major")
        stage.fill(form.reason, "死亡 3 人 → 较大，第三条")
        stage.snap("grade", beside=True)
        self._acts.send()

    # -- dawn ----------------------------------------------------------------------------------------------------

    def forest_fire(self) -> None:
        """A third incident at dawn, on a small screen."""
        stage = self._stage
        self._until(5, 20)
        stage.ctrl(Qt.Key.Key_1)
        stage.resize(NARROW)
        stage.press(Qt.Key.Key_F2)
        self._acts.take_down(
            event_class="natural_disaster",
            source_unit="望岭林场",
            caller="蒋若溪",
            type="森林火情",
            summary="3号林班南坡起火，过火约4亩，风力3级",
            place="望岭林场3号林班",
            occurred_at="0505",
            measures="林场扑火队24人上山",
        )
        stage.snap("narrow-intake")
        self._acts.record_call()
        stage.snap("narrow-now")
        stage.resize(WIDE)
        while self._acts.open_limits(FOREST):
            stage.pass_time(minutes=9)
            self._acts.report(FOREST, "赵立平")

    def finding(self) -> None:
        """Ctrl+K from anywhere."""
        stage = self._stage
        stage.pass_time(minutes=4)
        stage.ctrl(Qt.Key.Key_1)
        stage.ctrl(Qt.Key.Key_K)
        stage.write("铸件")
        stage.pause()
        stage.snap("search")
        stage.press(Qt.Key.Key_Escape)

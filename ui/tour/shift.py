"""The script: a night shift with three incidents, an alarm at each step, reports, corrections, and the handover."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from duty_console.alarms.model import AlarmStep, DueItem
from duty_console.alarms.rules import moments
from duty_console.clock import DEFAULT_ZONE
from duty_console.dutylog.model import LogKind
from duty_console.handover.paper import handover_pdf, write_handover_sheet
from duty_console.limits.model import Grade
from duty_console.roster.paper import write_roster_sheet
from ui.incidents.casualty_form import CasualtyForm
from ui.incidents.late_reason_form import LateReasonForm
from ui.incidents.page import IncidentsPage
from ui.incidents.report_form import ReportForm
from ui.log.page import LogPage
from ui.now.page import NowPage
from ui.start import make_window
from ui.tour.acts import Acts
from ui.tour.stage import NARROW, WIDE
from ui.welcome.page import WelcomePage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from duty_console.desk import Desk
    from ui.tour.stage import Stage

BEGINS = datetime(2026, 10, 13, 7, 40, tzinfo=ZoneInfo(DEFAULT_ZONE))
CRASH, FIRE, FOREST = "20261014-01", "20261014-02", "20261014-03"


class Shift:
    """One shift, scene by scene."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._stage = stage
        self._desk = desk
        self._acts = Acts(stage, desk)

    def play(self) -> None:
        """From the first start to the sheet that both will sign."""
        self.first_start()
        self.quiet_day()
        self.first_call()
        self.second_and_third_call()
        self.alarm_steps()
        self.late_report()
        self.worse_than_thought()
        self.forest_fire()
        self.finding()
        self.handover()
        self.other_pages()
        self.papers()

    def _night(self, hour: int, minute: int) -> None:
        """Go on to a time of the night."""
        self._stage.until(BEGINS.replace(day=14, hour=hour, minute=minute))

    def first_start(self) -> None:
        """An empty folder: name, level and region of the room."""
        stage, desk = self._stage, self._desk
        bench = Workbench(desk.clock, desk.room.zone(), stage.application.jobs)
        welcome = WelcomePage(desk.room, desk.limits, desk.roster, lambda _progress: None, bench)
        stage.show(welcome, NARROW)
        stage.write("云河区应急值班室", welcome.form.name)
        stage.write("60000119", welcome.form.phone)
        stage.write("云河应急", welcome.form.prefix)
        welcome.rules.show_region("tangshan")
        stage.snap("first-start")
        completed: list[bool] = []
        welcome.completed.connect(lambda: completed.append(True))
        stage.press(Qt.Key.Key_Return)
        stage.settle()
        if not completed:
            raise RuntimeError("the first start did not come to its end")
        welcome.hide()
        self._acts.enter_people(BEGINS.date())
        stage.show_window(make_window(desk, stage.application), WIDE)
        welcome.deleteLater()

    def quiet_day(self) -> None:
        """The shift begins at 08:00: the roster, the first lines of the log."""
        stage = self._stage
        stage.until(BEGINS.replace(hour=8, minute=2))
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

    def first_call(self) -> None:
        """02:14, a collision: F2, five fields, the limits appear while the caller speaks."""
        stage = self._stage
        self._night(2, 14)
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
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()
        self._night(2, 24)
        self._acts.report(CRASH, "赵立平")

    def second_and_third_call(self) -> None:
        """02:38, a fire; while it is being taken down the phone rings again, a wrong number."""
        stage = self._stage
        self._night(2, 38)
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
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()
        self._night(2, 49)
        self._acts.report(FIRE, "赵立平")

    def alarm_steps(self) -> None:
        """The written report of the crash: notice, warning, due, overdue. Nothing takes the keyboard."""
        stage, desk = self._stage, self._desk
        owed = self._acts.open_limits(CRASH)[0]
        item = DueItem(f"obligation:{owed.id}", "", CRASH, owed.starts_at, owed.due_at)
        for step in AlarmStep:
            begins = moments(item, desk.alarms.policy)[step]
            stage.until(max(begins, stage.clock.now()) + timedelta(seconds=3))
            stage.snap(f"alarm-{step.value}")
        stage.press(Qt.Key.Key_F8)
        stage.snap("alarm-list")
        stage.press(Qt.Key.Key_Escape)
        leader = desk.roster.on_duty_at(stage.clock.now()).leaders[0].name
        stage.application.jobs.run(lambda: desk.alarms.told_leader(item.key, leader))
        stage.look()

    def late_report(self) -> None:
        """Three minutes late: the report says by how much, and asks for the reason."""
        stage, page = self._stage, self._acts.page("incidents", IncidentsPage)
        owed = self._acts.open_limits(CRASH)[0]
        stage.window.bench.report_requested.emit(CRASH, owed.id or 0)
        stage.settle()
        form = page.view.drawer.current_form()
        if not isinstance(form, ReportForm):
            raise RuntimeError("no report form opened")
        stage.write("袁修文", form.received_by)
        stage.write("周启明", form.signatory)
        stage.pause()
        stage.snap("report-late")
        stage.ctrl(Qt.Key.Key_Return)
        stage.settle()
        asking = page.view.drawer.current_form()
        if not isinstance(asking, LateReasonForm):
            raise RuntimeError("nobody asked why the report was late")
        stage.write("现场通信不畅，核实伤亡人数延误", asking.reason)
        stage.snap("late-reason")
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()

    def worse_than_thought(self) -> None:
        """The fire: a correction, an instruction and its feedback, three dead, a higher grade."""
        stage, incidents = self._stage, self._desk.incidents
        stage.window.show_incident(FIRE)
        stage.settle()
        stage.pass_time(minutes=2)
        wrong = incidents.add_entry(FIRE, LogKind.SCENE, "消防现场指挥石磊：车间内被困5人")
        stage.pass_time(minutes=4)
        self._desk.dutylog.correct(wrong.id, "被困2人，3人已自行撤出", "现场重新清点")
        order = "周启明：全力搜救被困人员，查清厂内危化品底数，03:40前报一次"
        told = incidents.add_entry(FIRE, LogKind.INSTRUCTION, order)
        stage.pass_time(minutes=6)
        self._acts.report(FIRE, "袁修文")
        stage.pass_time(minutes=3)
        incidents.add_entry(FIRE, LogKind.FEEDBACK, "厂区无危化品仓库，存氧气瓶12只已移出", answers_id=told.id)
        stage.look()
        stage.alt(Qt.Key.Key_D)
        form = self._acts.page("incidents", IncidentsPage).view.drawer.current_form()
        if not isinstance(form, CasualtyForm):
            raise RuntimeError("no casualty form opened")
        for name, count in (("deaths", "3"), ("minor_injuries", "4"), ("trapped", "0"), ("evacuated", "86")):
            form.numbers[name].setFocus()
            form.numbers[name].selectAll()
            stage.write(count)
        stage.write("公安、区人民医院", form.source)
        stage.snap("casualties")
        stage.ctrl(Qt.Key.Key_Return)
        stage.settle()
        incidents.regrade(FIRE, Grade.MAJOR, "死亡 3 人 → 较大，第三条")
        stage.look()
        stage.snap("incident")
        self._night(4, 8)
        self._acts.report(CRASH, "吕秋实")
        self._acts.report(FIRE, "吕秋实")

    def forest_fire(self) -> None:
        """A third incident at dawn, on a small screen."""
        stage = self._stage
        self._night(5, 20)
        stage.ctrl(Qt.Key.Key_1)
        stage.resize(NARROW)
        stage.press(Qt.Key.Key_F2)
        self._acts.take_down(
            event_class="natural_disaster",
            source_unit="望岭林场",
            caller="傅青山",
            type="森林火情",
            summary="3号林班南坡起火，过火约4亩，风力3级",
            place="望岭林场3号林班",
            occurred_at="0505",
            measures="林场扑火队24人上山",
        )
        stage.snap("narrow-intake")
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()
        stage.snap("narrow-now")
        stage.resize(WIDE)
        while self._acts.open_limits(FOREST):
            stage.pass_time(minutes=9)
            self._acts.report(FOREST, "赵立平")

    def finding(self) -> None:
        """Ctrl+K from anywhere."""
        stage = self._stage
        stage.ctrl(Qt.Key.Key_K)
        stage.write("铸件")
        stage.pause()
        stage.snap("search")
        stage.press(Qt.Key.Key_Escape)

    def handover(self) -> None:
        """07:40: tasks, equipment, the sheet as it will print."""
        self._night(7, 40)
        self._acts.prepare_handover()
        self._stage.ctrl(Qt.Key.Key_4)
        self._stage.pause()
        self._stage.snap("handover")

    def other_pages(self) -> None:
        """What else the rail has, and the wall board."""
        stage = self._stage
        stage.ctrl(Qt.Key.Key_2)
        stage.press(Qt.Key.Key_Escape)
        stage.snap("incidents")
        for key, name in ((Qt.Key.Key_5, "people"), (Qt.Key.Key_7, "settings")):
            stage.ctrl(key)
            stage.snap(name)
        stage.ctrl(Qt.Key.Key_6)
        self._acts.page("log", LogPage).verify()
        stage.settle()
        stage.snap("log-verified")
        stage.ctrl(Qt.Key.Key_1)
        stage.press(Qt.Key.Key_F11)
        wall = self._acts.page("now", NowPage).wall
        if wall is None:
            raise RuntimeError("F11 opened no wall board")
        stage.front = wall
        wall.resize(WIDE)
        stage.snap("wall")
        stage.front = stage.window
        wall.close()
        stage.settle()

    def papers(self) -> None:
        """The sheet is previewed, then written, as is the roster."""
        stage, desk = self._stage, self._desk
        sheet = desk.handover.compose()
        stage.window.bench.paper_requested.emit(lambda: handover_pdf(sheet), "handover.pdf")
        stage.pause()
        stage.snap("preview")
        write_handover_sheet(sheet, stage.out / "handover.pdf")
        room = desk.room.current()
        table = desk.roster.month(2026, 10)
        write_roster_sheet(table, room.name if room else "", stage.out / "roster.pdf", at=desk.clock.now())

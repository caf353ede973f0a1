"""The script: a night shift with three incidents, an alarm at each step, reports, corrections, and the handover."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from duty_console.clock import DEFAULT_ZONE, FakeClock
from ui.tour.stage import NARROW, WIDE, Stage

if TYPE_CHECKING:
    from duty_console.desk import Desk
    from duty_console.incidents.model import IncidentCard
    from duty_console.limits.model import Obligation
    from ui.main_window import MainWindow

BEGINS = datetime(2026, 10, 13, 7, 40, tzinfo=ZoneInfo(DEFAULT_ZONE))


def main(out: Path, theme: str = "light", language: str = "zh") -> int:
    """Play the shift and leave its pictures and papers in `out`. Returns 0, or 1 when something flashed up as a window."""
    from ui.start import has_display

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from duty_console.desk import Desk
    from ui.application import create_application

    out.mkdir(parents=True, exist_ok=True)
    clock = FakeClock(BEGINS)
    with tempfile.TemporaryDirectory(prefix="duty-tour-") as folder:
        application = create_application(
            ["tour"], theme_choice=theme, language=language, log_file=Path(folder) / "console.log", watch_bugs=False
        )
        desk = Desk.open(Path(folder), clock)
        stage = Stage(application, clock, out)
        Shift(stage, desk).play()
        stage.window.end()
    if stage.strays.found:
        print("windows that nobody asked for:", ", ".join(dict.fromkeys(stage.strays.found)))
        return 1
    print(f"{len(stage.pictures)} pictures, 2 papers: {out}")
    return 0


class Shift:
    """One shift, scene by scene."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._stage = stage
        self._desk = desk

    def play(self) -> None:
        """From the first start to the signed-off sheet."""
        self.first_start()
        self.quiet_morning()
        self.first_call()
        self.second_call_beside_it()
        self.alarm_steps()
        self.late_report()
        self.worse_than_thought()
        self.third_call()
        self.finding()
        self.handover()
        self.other_pages()
        self.papers()

    # -- scenes --------------------------------------------------------------------------------------------------

    def first_start(self) -> None:
        """An empty folder: name, level and region of the room."""
        from ui.start import make_window
        from ui.welcome.page import WelcomePage
        from ui.workbench import Workbench

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
        self._enter_people()
        stage.show_window(make_window(self._desk, stage.application), WIDE)
        welcome.deleteLater()

    def quiet_morning(self) -> None:
        """The shift begins at 08:00: who is on duty, the roster, the first line of the log."""
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
        stage.until(BEGINS.replace(day=14, hour=2, minute=14))
        stage.press(Qt.Key.Key_F2)
        self._take_down(
            source_unit="区交警大队", caller="邱志远", caller_post="值班民警", caller_phone="60000142", type="道路交通事故",
            summary="客车与货车相撞，多人受伤，路口双向封闭", place="云河大道与东环路路口", occurred_at="0208",
            deaths="3", serious_injuries="2", minor_injuries="3", measures="交警、消防在场，伤者送区人民医院",
        )
        stage.pass_time(minutes=1, seconds=20)
        stage.snap("intake")
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()

    def second_call_beside_it(self) -> None:
        """02:38, a fire; while it is being taken down the phone rings again."""
        stage = self._stage
        stage.until(BEGINS.replace(day=14, hour=2, minute=24))
        self._report(self._open_limits("20261014-01")[0], "赵立平")
        stage.until(BEGINS.replace(day=14, hour=2, minute=38))
        stage.ctrl(Qt.Key.Key_1)
        stage.press(Qt.Key.Key_F2)
        self._take_down(
            source_unit="青石镇", caller="董文博", caller_post="应急办主任", caller_phone="60000315", type="火灾",
            summary="恒源铸件厂2号车间起火，有人被困", place="青石镇恒源铸件厂2号车间", occurred_at="-7",
            serious_injuries="1", minor_injuries="2", trapped="5", evacuated="40", measures="消防3车15人到场",
        )
        stage.pass_time(seconds=41)
        stage.press(Qt.Key.Key_F2)
        stage.pass_time(seconds=9)
        stage.write("锦绣物业公司")
        stage.pause()
        stage.snap("two-calls")
        self._discard_second_call()
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()
        stage.until(BEGINS.replace(day=14, hour=2, minute=49))
        self._report(self._open_limits("20261014-02")[0], "赵立平")

    def alarm_steps(self) -> None:
        """The written report of the first incident: notice, warning, due, overdue. Nothing takes the keyboard."""
        from duty_console.alarms.model import AlarmStep
        from duty_console.alarms.rules import moments

        stage, desk = self._stage, self._desk
        written = self._open_limits("20261014-01")[0]
        item = next(each.item for each in self._board_items(written))
        for step in AlarmStep:
            stage.until(max(moments(item, desk.alarms.policy)[step], stage.clock.now()) + timedelta(seconds=3))
            stage.snap(f"alarm-{step.value}")
        stage.press(Qt.Key.Key_F8)
        stage.snap("alarm-list")
        stage.press(Qt.Key.Key_Escape)
        stage.window.bench.jobs.run(
            lambda: desk.alarms.told_leader(item.key, desk.roster.on_duty_at(stage.clock.now()).leaders[0].name)
        )
        stage.look()

    def late_report(self) -> None:
        """Four minutes late: the report says by how much, and asks for the reason."""
        stage, window = self._stage, self._stage.window
        owed = self._open_limits("20261014-01")[0]
        window.bench.report_requested.emit("20261014-01", owed.id or 0)
        stage.settle()
        form = window.page("incidents").view.drawer.current_form()
        stage.write("袁修文", form.received_by)
        stage.write("周启明", form.signatory)
        stage.pause()
        stage.snap("report-late")
        stage.ctrl(Qt.Key.Key_Return)
        stage.settle()
        reason = window.page("incidents").view.drawer.current_form()
        stage.write("现场通信不畅，核实伤亡人数延误", reason.reason)
        stage.snap("late-reason")
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()

    def worse_than_thought(self) -> None:
        """The fire: a correction, an instruction, three dead, a higher grade and its new limits."""
        from duty_console.dutylog.model import LogKind

        stage, window, number = self._stage, self._stage.window, "20261014-02"
        window.show_incident(number)
        stage.settle()
        stage.pass_time(minutes=2)
        view = window.page("incidents").view
        desk = self._desk
        wrong = desk.incidents.add_entry(number, LogKind.SCENE, "消防现场指挥石磊：车间内被困5人")
        stage.pass_time(minutes=4)
        desk.dutylog.correct(wrong.id, "被困2人，3人已自行撤出", "现场重新清点")
        told = desk.incidents.add_entry(number, LogKind.INSTRUCTION, "周启明：全力搜救被困人员，查清厂内危化品底数，03:40前报一次")
        stage.pass_time(minutes=6)
        self._report(self._open_limits(number)[0], "袁修文")
        stage.pass_time(minutes=3)
        desk.incidents.add_entry(number, LogKind.FEEDBACK, "厂区无危化品仓库，存氧气瓶12只已移出", answers_id=told.id)
        stage.look()
        stage.alt(Qt.Key.Key_D)
        form = view.drawer.current_form()
        for name, count in (("deaths", "3"), ("minor_injuries", "4"), ("trapped", "0"), ("evacuated", "86")):
            form.numbers[name].setFocus()
            form.numbers[name].selectAll()
            stage.write(count)
        stage.write("公安、区人民医院", form.source)
        stage.snap("casualties")
        stage.ctrl(Qt.Key.Key_Return)
        stage.settle()
        desk.incidents.regrade(number, _grade("major"), "死亡 3 人 → 较大，第三条")
        stage.look()
        stage.snap("incident")

    def third_call(self) -> None:
        """A forest fire at dawn, on a small screen."""
        stage = self._stage
        stage.until(BEGINS.replace(day=14, hour=4, minute=8))
        for number in ("20261014-01", "20261014-02"):
            self._report(self._open_limits(number)[0], "吕秋实")
        stage.until(BEGINS.replace(day=14, hour=5, minute=20))
        stage.ctrl(Qt.Key.Key_1)
        stage.resize(NARROW)
        stage.press(Qt.Key.Key_F2)
        self._take_down(
            event_class="natural_disaster", source_unit="望岭林场", caller="傅青山", type="森林火情",
            summary="3号林班南坡起火，过火约4亩，风力3级", place="望岭林场3号林班", occurred_at="0505",
            measures="林场扑火队24人上山",
        )
        stage.snap("narrow-intake")
        stage.ctrl(Qt.Key.Key_Return)
        stage.look()
        stage.snap("narrow-now")
        stage.resize(WIDE)
        for owed in self._open_limits("20261014-03"):
            stage.pass_time(minutes=9)
            self._report(owed, "赵立平")

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
        stage, desk = self._stage, self._desk
        stage.until(BEGINS.replace(day=14, hour=7, minute=40))
        self._prepare_handover()
        stage.ctrl(Qt.Key.Key_4)
        stage.pause()
        stage.snap("handover")

    def other_pages(self) -> None:
        """What else the rail has, and the wall board."""
        stage, window = self._stage, self._stage.window
        for key, name in ((Qt.Key.Key_2, "incidents"), (Qt.Key.Key_5, "people"), (Qt.Key.Key_7, "settings")):
            stage.ctrl(key)
            stage.snap(name)
        stage.ctrl(Qt.Key.Key_6)
        window.page("log").verify()
        stage.settle()
        stage.snap("log-verified")
        stage.ctrl(Qt.Key.Key_1)
        stage.press(Qt.Key.Key_F11)
        wall = window.page("now").wall
        if wall is not None:
            stage.front = wall
            wall.resize(WIDE)
            stage.snap("wall")
            stage.front = window
            wall.close()
        stage.settle()

    def papers(self) -> None:
        """The sheet is previewed, then written, as is the roster."""
        from duty_console.handover.paper import handover_pdf, write_handover_sheet
        from duty_console.roster.paper import write_roster_sheet

        stage, desk = self._stage, self._desk
        sheet = desk.handover.compose()
        stage.window.bench.paper_requested.emit(lambda: handover_pdf(sheet), "handover.pdf")
        stage.pause()
        stage.snap("preview")
        write_handover_sheet(sheet, stage.out / "handover.pdf")
        room = desk.room.current()
        table = desk.roster.month(2026, 10)
        write_roster_sheet(table, room.name if room else "", stage.out / "roster.pdf", at=desk.clock.now())

    # -- parts ---------------------------------------------------------------------------------------------------

    def _enter_people(self) -> None:
        """The address book and the month's roster, as a room would bring them from its old list."""
        from random import Random

        from duty_console.demo.district import people, roster

        crew = people(self._desk, Random(20261014))
        roster(self._desk, crew, BEGINS.date(), BEGINS.date() + timedelta(days=18))

    def _take_down(self, event_class: str = "accident", **said: str) -> None:
        """Fill the call in hand in the order of speech."""
        stage = self._stage
        panel = self._dock(stage.window).current
        form = panel.form
        form.event_class.set_value(event_class)
        form.event_class.changed.emit(event_class)
        for name, text in said.items():
            form.focus_field(name)
            if name == "type":
                form.type.lineEdit().selectAll()
            stage.write(text)
            stage.press(Qt.Key.Key_Tab)
        stage.pause()
        stage.look()

    def _dock(self, window: MainWindow):  # noqa: ANN202 - made lazily by the window
        dock = window.dock
        if dock is None:
            raise RuntimeError("F2 opened no call")
        return dock

    def _discard_second_call(self) -> None:
        """The second caller hung up: a line remains in the log."""
        stage, dock = self._stage, self._dock(self._stage.window)
        panel = dock.current
        panel.header.discard_button.click()
        stage.write("拨错号码")
        stage.press(Qt.Key.Key_Return)
        stage.settle()

    def _card(self, number: str) -> IncidentCard:
        return self._desk.incidents.card(number)

    def _open_limits(self, number: str) -> list[Obligation]:
        return sorted((owed for owed in self._card(number).obligations if owed.is_open), key=lambda owed: owed.due_at)

    def _board_items(self, owed: Obligation):  # noqa: ANN202 - the board's alarms
        from duty_console.alarms.model import Alarm, AlarmStep, DueItem

        item = DueItem(f"obligation:{owed.id}", "", "", owed.starts_at, owed.due_at)
        return [Alarm(item, AlarmStep.NOTICE, owed.starts_at)]

    def _report(self, owed: Obligation, received_by: str) -> None:
        """Send a report now."""
        from duty_console.reports.model import NewReport

        number = next(
            card.incident.number for card in self._desk.incidents.open_cards() if card.incident.id == owed.incident_id
        )
        self._desk.reports.record(
            NewReport(
                number, owed.kind, owed.channel, owed.recipient, received_by=received_by, signatory="周启明",
                obligation_ids=(owed.id,) if owed.id else None,
            )
        )
        self._stage.look()

    def _prepare_handover(self) -> None:
        from duty_console.handover.model import EQUIPMENT, EquipmentState

        handover, now = self._desk.handover, self._stage.clock.now()
        shift = handover.shift_in_hand()
        remarks = {"值班电话": "07:42 试通", "传真机": "07:44 试发", "对讲机": "1部缺电", "打印机": "余纸2包", "钥匙": "5把", "值班印章": "封存"}
        for name in EQUIPMENT:
            state = EquipmentState.FAULTY if name == "对讲机" else EquipmentState.GOOD
            handover.record_check(shift, name, state, remarks.get(name, ""))
        for text, owner, hours in (
            ("恒源铸件厂善后与家属安抚，每两小时了解一次", "青石镇 董文博", 10),
            ("望岭林场看守火场，确认无复燃后撤回", "区林业局 傅青山", 5),
            ("柳湾村防汛沙袋缺口300条补库", "区水利局 季云舟", 58),
        ):
            handover.add_item(text, owner, now + timedelta(hours=hours))
        handover.write_note(shift, "3号对讲机缺电，充电中。20261014-01 书面初报超时情况见日志。")


def _grade(word: str):  # noqa: ANN202 - the enum, imported late like all of the duty room here
    from duty_console.limits.model import Grade

    return Grade(word)

"""The words of the command line. Imports nothing of the console: a wrong word is told at once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from duty_console.cli.streams import complain
from duty_console.config import DataFolder, default_folder

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # pyright: ignore[reportPrivateUsage]  # argparse has no public name for it

    Commands = _SubParsersAction[Any]

EVENT_HELP = """\
标准输入为一个 JSON 对象 / a JSON object on stdin:
  class        accident | natural_disaster | public_health | social_security  (必填 required)
  type title place source_unit caller caller_phone summary measures           文字 text
  occurred_at received_at      时间，ISO 8601 带时区 time with offset, 2026-10-14T03:10:00+08:00
  channel      phone | fax | network | visit | other
  deaths missing serious_injuries minor_injuries trapped evacuated direct_loss_yuan   整数 integer
  grade        extreme | severe | major | ordinary
"""
TOUR_HELP = """\
  app.py tour OUT [--theme dark|light] [--language zh|en]
             用真实窗口走完一班，存图片和 PDF / drive a whole shift through the real windows
"""
PRESET_HELP = "  preset       规则集 rule set, 例如 henan（仅 deadlines）\n"


class _Parser(ArgumentParser):
    """An argparse that complains in one line."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and end with 2."""
        complain(f"命令有误：{message}（用法见 {self.prog} --help）")
        raise SystemExit(2)


def read_arguments(argv: list[str]) -> Namespace:
    """Return what the arguments mean: `command`, `json`, `data`, `database` and the command's own.

    Raises SystemExit after --help (0) or a wrong argument (2, told in one line).
    """
    parser = _Parser(
        prog="app.py",
        description="Duty Console 应急值守台：不带命令打开桌面 / without a command: the desktop",
        epilog=TOUR_HELP,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--data", metavar="DIR", help="数据文件夹 / the data folder")
    place.add_argument("--database", metavar="URL", help="数据库地址 / the database's address")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    _add_reading(commands)
    _add_incident(commands)
    _add_sheet(commands)
    _add_roster(commands)
    _add_files(commands)
    demo = _command(commands, "demo", "填入样例区数据（空文件夹）/ fill an empty folder with the sample district")
    demo.add_argument("--years", type=int, metavar="N", help="数据的年数，默认一个月 / how many years, default a month")
    demo.add_argument("--seed", type=int, metavar="S", help="随机种子 / the dice")
    options = parser.parse_args(argv)
    if "" in (options.data, options.database):  # an unset variable of a script must not mean the user's own folder
        parser.error("--data / --database: empty")
    options.command = f"{options.command} {options.part}" if "part" in options else options.command
    return options


def folder_of(options: Namespace) -> DataFolder:
    """Return the data folder that the arguments name."""
    return DataFolder(Path(options.data)) if options.data else default_folder()


def _add_reading(commands: Commands) -> None:
    now = _command(commands, "now", "此刻（或某时）谁值班、什么将到时限 / who is on duty, what is due")
    now.add_argument("--at", metavar="T", help="时间，ISO 8601 带时区 / a time with offset")
    _command(
        commands,
        "deadlines",
        "试算一个事件的报告时限，不保存 / limits of an EVENT, storing nothing",
        EVENT_HELP + PRESET_HELP,
    )
    search = _command(commands, "search", "全文检索 / full text over everything logged")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=50, metavar="N", help="最多几条，默认 50 / at most")
    verify = _command(commands, "verify", "核验记录是否完整：0 完好，1 有问题 / prove the record: exit 0 sound, 1 not")
    verify.add_argument("--code", metavar="CODE", help="纸上的核验码 / the code on a signed sheet")


def _add_incident(commands: Commands) -> None:
    incident = commands.add_parser("incident", help="事件：add、list、show、report", allow_abbrev=False)
    parts = incident.add_subparsers(dest="part", metavar="add|list|show|report", required=True, parser_class=_Parser)
    _command(parts, "add", "登记一个事件 / record an EVENT", EVENT_HELP)
    _command(parts, "list", "列出全部事件 / list the incidents")
    show = _command(parts, "show", "一个事件及其时限、经过 / one incident with its limits and timeline")
    show.add_argument("number", metavar="NUMBER")
    report = _command(parts, "report", "登记一次已发出的报告 / record a report that was sent")
    report.add_argument("number", metavar="NUMBER")
    report.add_argument("--kind", required=True, choices=("initial", "followup", "final"), help="初报、续报、终报")
    report.add_argument("--channel", required=True, choices=("phone", "written"), help="电话、书面")
    report.add_argument("--to", required=True, metavar="NAME", help="报给谁 / the recipient")
    report.add_argument("--sent-at", metavar="T", help="发出时间，默认此刻 / when, default now")


def _add_sheet(commands: Commands) -> None:
    sheet = commands.add_parser("sheet", help="纸面：handover、roster", allow_abbrev=False)
    parts = sheet.add_subparsers(dest="part", metavar="handover|roster", required=True, parser_class=_Parser)
    handover = _command(parts, "handover", "交接班记录 / the handover sheet")
    handover.add_argument("--at", metavar="T", help="班次中的某时，默认当前班次 / a time within the shift")
    roster = _command(parts, "roster", "值班表 / the roster of a month")
    roster.add_argument("--month", metavar="YYYY-MM", help="月份，默认本月 / default this month")
    for each in (handover, roster):
        each.add_argument("--out", required=True, metavar="FILE.pdf")


def _add_roster(commands: Commands) -> None:
    roster = commands.add_parser("roster", help="值班表：plan、check", allow_abbrev=False)
    parts = roster.add_subparsers(dest="part", metavar="plan|check", required=True, parser_class=_Parser)
    plan = _command(parts, "plan", "排班：只填空缺 / plan a rotation into the empty seats")
    plan.add_argument("--dry-run", action="store_true", help="只试排，不保存 / store nothing")
    check = _command(parts, "check", "检查：0 无问题，1 有问题 / list gaps and breaches: exit 0 none, 1 some")
    for each, needed in ((plan, True), (check, False)):
        default = "" if needed else "，默认今天起 30 天 / default the 30 days from today"
        each.add_argument("--from", dest="first", required=needed, metavar="D", help=f"首日 YYYY-MM-DD{default}")
        each.add_argument("--to", dest="last", required=needed, metavar="D", help="末日 / the last date")


def _add_files(commands: Commands) -> None:
    taken = commands.add_parser("import", help="导入 Excel：roster、people", allow_abbrev=False)
    parts = taken.add_subparsers(dest="part", metavar="roster|people", required=True, parser_class=_Parser)
    roster = _command(parts, "roster", "导入值班表，全部或不导入 / take in a roster, all rows or none")
    roster.add_argument(
        "--reason", default="", metavar="TEXT", help="更正已过班次的理由 / why past shifts are corrected"
    )
    people = _command(parts, "people", "导入人员名单，全部或不导入 / take in persons, all rows or none")
    for each in (roster, people):
        each.add_argument("file", metavar="FILE.xlsx")
        each.add_argument("--dry-run", action="store_true", help="只检查，不保存 / check, storing nothing")
    given = commands.add_parser("export", help="导出：roster、people", allow_abbrev=False)
    parts = given.add_subparsers(dest="part", metavar="roster|people", required=True, parser_class=_Parser)
    roster = _command(parts, "roster", "导出值班表（.xlsx），或一人的值班日历（.ics）/ a roster, or one person's duty")
    roster.add_argument("--month", metavar="YYYY-MM", help="月份，默认本月 / default this month")
    roster.add_argument("--person", metavar="NAME", help="谁的日历（.ics）/ whose duty")
    roster.add_argument("--phones", action="store_true", help="带电话列（.xlsx）/ with phone numbers")
    roster.add_argument("file", metavar="FILE.xlsx|.ics")
    people = _command(parts, "people", "导出人员名单 / the persons")
    people.add_argument("file", metavar="FILE.xlsx")


def _command(commands: Commands, name: str, words: str, more: str = "") -> _Parser:
    parser = commands.add_parser(
        name,
        help=words,
        description=words,
        epilog=more or None,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--json", action="store_true", help="只输出一个 JSON 值 / one JSON value on stdout")
    return parser

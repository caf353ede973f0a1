"""What each command does.

A command has two halves: the first reads and checks the input, the second, which it returns, works at the open desk. So
nothing is opened or made for an input that cannot be taken.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duty_console.cli.event import checked_text, moment, read_event
from duty_console.cli.files import export_people, export_roster, import_people, import_roster
from duty_console.cli.progress import ProgressBar
from duty_console.cli.reply import Reply, Work
from duty_console.cli.rotation import check_roster, plan_roster
from duty_console.cli.shapes import Shapes
from duty_console.cli.streams import read_input
from duty_console.cli.words import Words
from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.incidents.model import IncidentFilter
from duty_console.limits.model import Channel, ReportKind
from duty_console.reports.model import NewReport

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from duty_console.config import DataFolder
    from duty_console.desk import Desk
    from duty_console.incidents.model import IncidentCard

MOST_HITS = 10_000
MOST_DUE = 100
PAGE = 500
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def planned(options: Namespace) -> Work:
    """Return the work that the arguments and the standard input ask for. Raises InputProblem."""
    return _COMMANDS[options.command](options)


def _pens(desk: Desk, now: datetime | None = None) -> tuple[Shapes, Words]:
    zone, at = desk.room.zone(), now or desk.clock.now()
    return Shapes(zone, at), Words(zone, at)


def _now(options: Namespace) -> Work:
    asked = _time(options, "at")

    def work(desk: Desk) -> Reply:
        at = asked or desk.clock.now()
        duty, due = desk.roster.on_duty_at(at), desk.limits.next_due(MOST_DUE)
        shapes, words = _pens(desk, at)
        return Reply(lambda: shapes.duty(duty, [owed for _, owed in due]), lambda: words.duty(duty, due))

    return work


def _deadlines(options: Namespace) -> Work:
    del options
    event = read_event(read_input(), with_preset=True)

    def work(desk: Desk) -> Reply:
        now = desk.clock.now()
        preview = desk.incidents.preview(event.at(now), event.preset)
        shapes, words = _pens(desk, now)
        return Reply(lambda: shapes.preview(preview), lambda: words.preview(preview))

    return work


def _add(options: Namespace) -> Work:
    del options
    event = read_event(read_input(), with_preset=False)

    def work(desk: Desk) -> Reply:
        recorded = desk.incidents.record(event.at(desk.clock.now()))
        shapes, words = _pens(desk)
        return Reply(lambda: shapes.recorded(recorded), lambda: words.recorded(recorded))

    return work


def _list(options: Namespace) -> Work:
    del options

    def work(desk: Desk) -> Reply:
        shapes, words = _pens(desk)

        def value() -> Iterator[Any]:
            for cards in _pages(desk):
                lines = desk.dutylog.timelines([card.incident.id for card in cards])
                for card in cards:
                    yield shapes.incident(card.incident, card.obligations, lines[card.incident.id])

        return Reply(value, lambda: words.incidents(card for cards in _pages(desk) for card in cards))

    return work


def _pages(desk: Desk) -> Iterator[list[IncidentCard]]:
    """Give every incident once, newest first; one that comes in meanwhile moves the pages, so some are read twice."""
    given: set[int] = set()
    offset = 0
    while page := desk.incidents.page(IncidentFilter(), PAGE, offset):
        fresh = [card for card in page if card.incident.id not in given]
        given.update(card.incident.id for card in fresh)
        offset += PAGE
        yield fresh


def _show(options: Namespace) -> Work:
    number = checked_text("number", options.number)

    def work(desk: Desk) -> Reply:
        card = desk.incidents.card(number)
        timeline = desk.dutylog.timeline(card.incident.id)
        reports = desk.reports.of_incident(card.incident.id)
        shapes, words = _pens(desk)

        def value() -> dict[str, Any]:
            shown = shapes.incident(card.incident, card.obligations, timeline)
            return {**shown, "reports": [shapes.report(each) for each in reports]}

        return Reply(value, lambda: words.incident(card, timeline))

    return work


def _report(options: Namespace) -> Work:
    new = NewReport(
        incident_number=checked_text("number", options.number),
        kind=ReportKind(options.kind),
        channel=Channel(options.channel),
        recipient=checked_text("to", options.to),
        sent_at=_time(options, "sent_at"),
    )

    def work(desk: Desk) -> Reply:
        outcome = desk.reports.record(new)
        shapes, words = _pens(desk)
        return Reply(lambda: shapes.outcome(outcome), lambda: words.outcome(outcome))

    return work


def _search(options: Namespace) -> Work:
    text = checked_text("text", options.text)
    if not text.strip():
        raise InputProblem("text", "text_missing")
    if not 1 <= options.limit <= MOST_HITS:
        raise InputProblem("limit", "limit_wrong", most=MOST_HITS)

    def work(desk: Desk) -> Reply:
        hits = desk.incidents.search(text, options.limit)
        shapes, words = _pens(desk)
        return Reply(lambda: [shapes.hit(each) for each in hits], lambda: words.hits(hits))

    return work


def _verify(options: Namespace) -> Work:
    def work(desk: Desk) -> Reply:
        found = desk.journal.verify(options.code)
        shapes, words = _pens(desk)
        return Reply(lambda: shapes.verification(found), lambda: words.verification(found), 0 if found.ok else 1)

    return work


def _handover_sheet(options: Namespace) -> Work:
    asked, out = _time(options, "at"), _pdf(options.out)

    def work(desk: Desk) -> Reply:
        from duty_console.handover.paper import write_handover_sheet  # ReportLab and its fonts: only for a paper

        sheet = desk.handover.compose(asked)
        write_handover_sheet(sheet, out)
        value = {"file": str(out), "journal": {"seq": sheet.journal.seq, "hash": sheet.journal.hash}}
        return Reply(lambda: value, lambda: f"已写入 {out}")

    return work


def _roster_sheet(options: Namespace) -> Work:
    asked, out = _year_and_month(options.month), _pdf(options.out)

    def work(desk: Desk) -> Reply:
        from duty_console.roster.paper import write_roster_sheet  # ReportLab and its fonts: only for a paper

        now, room = desk.clock.now(), desk.room.current()
        today = now.astimezone(desk.room.zone()).date()
        year, month = asked or (today.year, today.month)
        table = desk.roster.month(year, month)
        write_roster_sheet(table, room.name if room else "", out, at=now, zone=desk.room.zone().key)
        return Reply(lambda: {"file": str(out), "month": f"{year:04}-{month:02}"}, lambda: f"已写入 {out}")

    return work


def _demo(options: Namespace) -> Work:
    asked = {} if options.seed is None else {"seed": options.seed}

    def work(desk: Desk) -> Reply:
        from duty_console.demo import fill  # the made-up district: only here

        _refuse_used(desk)
        with ProgressBar() as bar:
            fill(desk, years=options.years, progress=bar, **asked)
        entries = desk.journal.head().seq
        return Reply(lambda: {"entries": entries}, lambda: f"样例区已填入 {desk.folder.path}，日志 {entries} 条")

    return work


def _refuse_used(desk: Desk) -> None:
    """Raise EnvironmentProblem `folder_not_empty` where anything but an empty console already lives in the folder."""
    strangers = _strangers(desk.folder) if desk.database.url.endswith(str(desk.folder.database)) else []
    if strangers or desk.journal.head().seq:
        found = "、".join(strangers[:3]) or "已有的值班记录"
        raise EnvironmentProblem("folder_not_empty", path=str(desk.folder.path), found=found)


def _strangers(folder: DataFolder) -> list[str]:
    database = folder.database.name
    ours = {database, f"{database}-wal", f"{database}-shm", folder.settings.name, folder.log.name, "console.lock"}
    rooms = {path.name for path in (folder.drafts, folder.attachments, folder.backups)}
    return sorted(
        entry.name
        for entry in folder.path.iterdir()
        if not (entry.name in ours or (entry.name in rooms and entry.is_dir() and not any(entry.iterdir())))
    )


def _time(options: Namespace, field: str) -> datetime | None:
    words = getattr(options, field)
    return None if words is None else moment(field, words)


def _pdf(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() != ".pdf":
        raise InputProblem("out", "not_a_pdf_name", name=name)
    return path


def _year_and_month(words: str | None) -> tuple[int, int] | None:
    if words is None:
        return None
    found = _MONTH.fullmatch(words)
    if found is None or not 1 <= int(found[2]) <= 12:
        raise InputProblem("month", "month_not_iso", value=words)
    return int(found[1]), int(found[2])


_COMMANDS: dict[str, Callable[[Namespace], Work]] = {
    "now": _now,
    "deadlines": _deadlines,
    "incident add": _add,
    "incident list": _list,
    "incident show": _show,
    "incident report": _report,
    "search": _search,
    "verify": _verify,
    "sheet handover": _handover_sheet,
    "sheet roster": _roster_sheet,
    "roster plan": plan_roster,
    "roster check": check_roster,
    "import roster": import_roster,
    "import people": import_people,
    "export roster": export_roster,
    "export people": export_people,
    "demo": _demo,
}

"""Short Chinese text of each answer, for a person at the terminal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.cli.streams import one_line
from duty_console.journal.model import Fault
from duty_console.limits.model import Obligation, ObligationState, ReportKind
from duty_console.reports.rules import chinese_number, lateness_words, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from duty_console.dutylog.model import LogEntry
    from duty_console.incidents.model import Incident, IncidentCard, IntakePreview, RecordedIncident, SearchHit
    from duty_console.journal.model import Problem, Verification
    from duty_console.reports.model import ReportOutcome
    from duty_console.roster.model import OnDuty

SHOWN_DUE = 8
"""How many limits `now` lists."""

_FAULT = {
    Fault.GAP: "日志缺第 {seq} 条",
    Fault.LINK: "日志第 {seq} 条与前一条不相接",
    Fault.HASH: "日志第 {seq} 条内容与其哈希不符（{row}）",
    Fault.PAYLOAD: "日志第 {seq} 条所记数据被改动（{row}）",
    Fault.ROW_CHANGED: "{row} 与日志第 {seq} 条不符：{columns}",
    Fault.ROW_MISSING: "{row} 不见了，日志第 {seq} 条记有此行",
    Fault.ROW_UNKNOWN: "{row} 没有日志记录",
    Fault.CODE_UNKNOWN: "没有以此核验码封存的纸：{columns}",
}


class Words:
    """Writes values as text, times in the duty room's zone, states as of `now`."""

    def __init__(self, zone: ZoneInfo, now: datetime) -> None:
        self._zone = zone
        self._now = now

    def time(self, moment: datetime) -> str:
        """Return 10-14 03:10, with the year where it is another."""
        local = moment.astimezone(self._zone)
        form = "%m-%d %H:%M" if local.year == self._now.astimezone(self._zone).year else "%Y-%m-%d %H:%M"
        return local.strftime(form)

    def duty(self, duty: OnDuty, owed: Sequence[tuple[str, Obligation]]) -> str:
        """`now`."""
        lines = [f"{duty.at.astimezone(self._zone):%Y-%m-%d %H:%M:%S}"]
        if duty.shift is None:
            lines.append("此时没有班次")
        else:
            lines.append(f"{duty.shift.name}  {self.time(duty.shift.starts_at)} 至 {self.time(duty.shift.ends_at)}")
        lines += [f"{each.post}  {each.name}  {each.phone}" for each in (*duty.leaders, *duty.officers)]
        lines += [f"缺岗  {each.post} {each.missing} 人" for each in duty.gaps]
        lines.append("未完时限：" if owed else "没有未完时限")
        lines += [f"{self._owed(each)}  {number}" for number, each in owed[:SHOWN_DUE]]
        return _joined(lines)

    def preview(self, preview: IntakePreview) -> str:
        """`deadlines`."""
        suggested = preview.suggestion.grade
        lines = [f"建议等级：{suggested.zh if suggested else '未定'}（{preview.suggestion.basis}）"]
        return _joined([*lines, *self._limits(preview.obligations)])

    def recorded(self, recorded: RecordedIncident) -> str:
        """`incident add`."""
        incident = recorded.incident
        lines = [f"已存 #{recorded.journal_seq}", self._head(incident)]
        return _joined([*lines, *self._limits(recorded.obligations)])

    def incidents(self, cards: Iterable[IncidentCard]) -> Iterator[str]:
        """`incident list`, line by line."""
        nothing = True
        for card in cards:
            nothing, owed = False, card.next_obligation
            yield one_line(self._head(card.incident) + (f"  {self._owed(owed).strip()}" if owed else ""))
        if nothing:
            yield "还没有事件"

    def incident(self, card: IncidentCard, timeline: Iterable[LogEntry]) -> str:
        """`incident show`."""
        incident = card.incident
        facts = [
            f"类别 {incident.event_class.zh}",
            f"等级依据 {incident.grade_basis}",
            f"接报 {self.time(incident.received_at)}",
        ]
        if incident.occurred_at:
            facts.append(f"发生 {self.time(incident.occurred_at)}")
        facts += [f"地点 {incident.place}"] if incident.place else []
        lines = [self._head(incident), "；".join(facts), *self._limits(card.obligations), "经过："]
        for line in timeline:
            struck = "（已更正）" if line.corrected_by_id else ""
            lines.append(
                f"  {self.time(line.at)}  {line.kind.zh}  {line.text}{struck}  {line.person}  #{line.journal_seq}"
            )
        return _joined(lines)

    def outcome(self, outcome: ReportOutcome) -> str:
        """`incident report`."""
        report = outcome.report
        name = name_of(report.kind, report.channel, report.sequence)
        lines = [f"已存 #{outcome.journal_seq}", f"{name}  {report.recipient}  {self.time(report.sent_at)}"]
        lines += [self._owed(each) for each in outcome.settled] or ["没有对应的未完时限"]
        lines += [f"下一次{self._owed(each)}" for each in outcome.followups]
        return _joined(lines)

    def hits(self, hits: Sequence[SearchHit]) -> str:
        """`search`."""
        return _joined(
            [f"{self.time(hit.at)}  {hit.title}  {hit.text}  {hit.incident_number or ''}".rstrip() for hit in hits]
            or ["没有找到"]
        )

    def verification(self, found: Verification) -> str:
        """`verify`."""
        sound = "记录完好" if found.entries else "还没有记录"
        verdict = sound if found.ok else f"发现 {len(found.problems)} 处问题"
        lines = [verdict, f"日志 {found.entries} 条，末条 #{found.head.seq} {found.head.hash}"]
        return _joined([*lines, *map(_fault, found.problems)])

    def _head(self, incident: Incident) -> str:
        grade = incident.grade.zh if incident.grade else "未定级"
        return f"{incident.number}  {grade}  {incident.title}  接报 {self.time(incident.received_at)}"

    def _limits(self, owed: Sequence[Obligation]) -> list[str]:
        return ["时限：", *map(self._owed, owed)] if owed else ["没有适用的报告时限"]

    def _owed(self, owed: Obligation) -> str:
        number = chinese_number(owed.sequence) if owed.kind is ReportKind.FOLLOWUP else ""
        unsure = "" if owed.verified else "（请核对本地文件）"
        what = f"{owed.channel.zh}{owed.kind.zh}{number}"
        return f"  {self.time(owed.due_at)}  {what}  {owed.recipient}  {self._state(owed)}  {owed.source}{unsure}"

    def _state(self, owed: Obligation) -> str:
        state = owed.state(self._now)
        if state is ObligationState.PENDING:
            minutes = (owed.due_at - self._now) // timedelta(minutes=1)
            return f"剩 {minutes // 60} 小时 {minutes % 60} 分" if minutes >= 60 else f"剩 {minutes} 分"
        if state is ObligationState.OVERDUE:
            return lateness_words(int((self._now - owed.due_at).total_seconds()) or 1)
        if state is ObligationState.LATE:
            return lateness_words(owed.late_seconds or 0)
        return "按时" if state is ObligationState.MET else "已免报"


def _fault(problem: Problem) -> str:
    row = f"{problem.entity} {problem.entity_id}" if problem.entity else ""
    return _FAULT[problem.fault].format(seq=problem.seq, row=row, columns="、".join(problem.columns))


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(map(one_line, lines))

"""The check: what is wrong with the dates shown, by kind; each line jumps to its cell, and the cells carry marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.roster.model import PostKind
from duty_console.roster.rotation.model import FindingKind, Severity
from ui.roster.check_rows import FindingHead, FindingRow
from ui.roster.context import CellMark
from ui.roster.panel import RosterPanel, empty
from ui.roster.rotation_words import finding_detail, finding_look, kind_word
from ui.theme import theme
from ui.widgets import EmptyState, OutlineBadge, Text
from ui.words import clock_time, day_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from duty_console.roster.model import MonthTable
    from duty_console.roster.rotation.model import Finding
    from ui.roster.context import CellKey, PageContext

_SHOWN = 40
"""Of each kind; a month nobody planned would have hundreds."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class CheckPanel(RosterPanel):
    """Reads whenever the page has read: what it says is about what is on screen."""

    TABLES = frozenset({"rotation_member", "rotation_rules"})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.findings: Sequence[Finding] | None = None
        self.rows: list[FindingRow] = []
        self._count = OutlineBadge("", "extreme", tinted=True)
        self._count.hide()
        self._row.insertWidget(self._row.count() - 1, self._count)
        self.column.setContentsMargins(0, 0, 0, theme().px(12))
        self.column.setSpacing(0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._fine = EmptyState("", icon="circle-check")
        self._fine.hide()
        self.column.addLayout(self._list)
        self.column.addWidget(self._fine)
        context.changed.connect(self._on_page)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Check"))
        self._fine.set(
            self.tr("Nothing to object to"),
            detail=self.tr("Every post is filled, rest is kept, the numbers were rung."),
        )
        if self.findings is not None:
            self._show(self.findings)

    def _on_page(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        services, (first, last) = self.services, self.context.shown
        self.read(lambda: services.rotation().check(first, last), self._on_read, name="check")

    def _on_read(self, findings: Sequence[Finding]) -> None:
        first, last = self.context.shown
        clock = clock_time(self.bench.clock.now(), self.bench.zone)
        span = self.tr("{first} – {last}, checked {clock}")
        self.set_note(span.format(first=day_month(first), last=day_month(last), clock=clock))
        self._show(findings)
        self.context.set_marks(marks_of(findings, self.context.table))
        if self._close.hasFocus() and self.rows:
            self.rows[0].setFocus()

    def _show(self, findings: Sequence[Finding]) -> None:
        focused = next((row.finding for row in self.rows if row.hasFocus()), None)
        self.findings = findings
        empty(self._list)
        self.rows = []
        table = self.context.table
        several = table is not None and table.several_shifts
        for group in grouped(findings):
            self._list.addWidget(FindingHead(group[0], len(group)))
            for finding in group[:_SHOWN]:
                row = FindingRow(finding, several_shifts=several)
                row.clicked.connect(lambda _on=False, finding=finding: self.jump(finding))
                self._list.addWidget(row)
                row.show()  # at once, so that it can take the keyboard
                self.rows.append(row)
                if finding == focused:
                    row.setFocus()
            if len(group) > _SHOWN:
                more = Text(self.tr("And {count} more").format(count=len(group) - _SHOWN), "label", "muted")
                more.setContentsMargins(theme().px(38), theme().px(4), 0, theme().px(8))
                self._list.addWidget(more)
        self._fine.setVisible(not findings)
        serious = sum(1 for each in findings if each.severity is not Severity.NOTICE)
        self._count.setVisible(serious > 0)
        self._count.set(str(serious))

    def jump(self, finding: Finding) -> None:
        """Put the cursor of the grid on the cell that a finding is about."""
        table = self.context.table
        post_id = finding.post_id
        if post_id is None and table is not None and table.posts:
            post_id = table.posts[0].id
        slot = finding.slot
        if not slot and table is not None:
            slot = next((row.shift.name for row in table.rows if row.shift.date == finding.shift_date), "")
        if post_id is not None:
            self.context.go_to(finding.shift_date, slot, post_id)

    def sentences(self) -> list[str]:
        """Every line as it is shown."""
        return [f"{kind_word(row.finding.kind)} {row.words()}" for row in self.rows]


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """By kind, the worst first; within a kind by date."""
    kinds: dict[FindingKind, list[Finding]] = {}
    for each in findings:
        kinds.setdefault(each.kind, []).append(each)
    order = {kind: place for place, kind in enumerate(FindingKind)}
    return sorted(kinds.values(), key=lambda group: (_RANK[group[0].severity], order[group[0].kind]))


def marks_of(findings: Iterable[Finding], table: MonthTable | None) -> Mapping[CellKey, CellMark]:
    """What the cells of the grid carry: the worst finding's icon, all of their words. Gaps are painted anyway."""
    leading = [post.id for post in table.posts if post.kind is PostKind.LEADER] if table is not None else []
    cells: dict[CellKey, list[Finding]] = {}
    for each in findings:
        if each.kind in (FindingKind.GAP, FindingKind.LEADER_MISSING, FindingKind.CALENDAR_PROVISIONAL):
            continue
        for post_id in leading if each.post_id is None else [each.post_id]:
            cells.setdefault((each.shift_date, each.slot, post_id), []).append(each)
    return {key: _mark(there) for key, there in cells.items()}


def _mark(findings: Sequence[Finding]) -> CellMark:
    worst = min(findings, key=lambda each: _RANK[each.severity])
    icon, tone = finding_look(worst)
    lines = [" ".join(filter(None, (kind_word(each.kind), finding_detail(each)))) for each in findings]
    return CellMark(icon, tone, "\n".join(lines))

"""The rows of the report table: each limit with what met it, each report that met none, and why one was late. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from duty_console.limits.model import Obligation, ObligationState
    from duty_console.reports.model import Report


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A limit, a report, or both. With `remark` it is the line under a late or waived one that says why."""

    owed: Obligation | None = None
    report: Report | None = None
    remark: bool = False

    @property
    def key(self) -> tuple[int, int, bool]:
        """Its identity in the table."""
        return (self.owed.id or 0 if self.owed else 0, self.report.id if self.report else 0, self.remark)

    @property
    def lacks_reason(self) -> bool:
        """Whether it was late and nobody has said why yet."""
        return self.owed is not None and bool(self.owed.late_seconds) and not self.owed.late_reason


def report_rows(obligations: Sequence[Obligation], reports: Sequence[Report]) -> list[ReportRow]:
    """Return the rows in the order of their time: when sent, else when due."""
    by_id = {report.id: report for report in reports}
    rows = [ReportRow(owed, by_id.get(owed.report_id or 0)) for owed in obligations]
    settling = {owed.report_id for owed in obligations}
    rows += [ReportRow(report=report) for report in reports if report.id not in settling]
    rows.sort(key=_moment)
    told: list[ReportRow] = []
    for row in rows:
        told.append(row)
        if row.owed is not None and (row.owed.late_seconds or row.owed.waived_at is not None):
            told.append(ReportRow(row.owed, row.report, remark=True))
    return told


def _moment(row: ReportRow) -> tuple[bool, float]:
    if row.owed is not None:
        return row.owed.is_open, (row.owed.settled_at or row.owed.due_at).timestamp()
    return False, row.report.sent_at.timestamp() if row.report else 0.0


def tally(obligations: Sequence[Obligation], now: datetime) -> dict[ObligationState, int]:
    """Return how many limits stand in each state."""
    counts: dict[ObligationState, int] = {}
    for owed in obligations:
        state = owed.state(now)
        counts[state] = counts.get(state, 0) + 1
    return counts

"""The seats of a plan as rows: date, post, person, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.roster.rotation_words import gap_reason
from ui.roster.why_words import reason_words
from ui.widgets import Column, ListSource, TableModel
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from duty_console.roster.model import Post
    from duty_console.roster.rotation.model import Plan, PlanGap, PlannedSeat


_DATES = 4


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A seat with its words."""

    seat: PlannedSeat
    day: str
    post: str
    person: str
    why: str


class PlanModel:
    """The table of a plan; `show` fills it."""

    def __init__(self, parent: QObject) -> None:
        self._source: ListSource[PlanLine] = ListSource(self._columns())
        self._shown: tuple[Plan, Mapping[int, Post], Mapping[int, str]] | None = None
        self.model: TableModel[PlanLine] = TableModel(
            self._columns(), self._source, row_key=lambda line: id(line.seat), parent=parent
        )

    def _columns(self) -> list[Column[PlanLine]]:
        return [
            Column("day", QCoreApplication.translate("PlanRows", "Date"), lambda line: line.day, 116, sortable=False),
            Column("post", QCoreApplication.translate("PlanRows", "Post"), lambda line: line.post, 92, sortable=False),
            Column(
                "person",
                QCoreApplication.translate("PlanRows", "Person"),
                lambda line: line.person,
                role="dense_strong",
                stretch=True,
                tip=lambda line: line.why,
                sortable=False,
            ),
        ]

    def retranslate(self) -> None:
        """Name columns and reasons in the language now in force."""
        self._source.set_columns(self._columns())
        self.model.set_columns(self._columns())
        if self._shown is not None:
            self.show(*self._shown)

    def show(self, plan: Plan, posts: Mapping[int, Post], names: Mapping[int, str]) -> None:
        """Show its seats."""
        self._shown = (plan, posts, names)
        self._source.set_rows([self._line(seat, posts, names) for seat in plan.seats])
        self.model.refresh()

    def _line(self, seat: PlannedSeat, posts: Mapping[int, Post], names: Mapping[int, str]) -> PlanLine:
        day = f"{day_month(seat.shift_date)} {weekday_word(seat.shift_date)}"
        post = posts[seat.post_id].name if seat.post_id in posts else ""
        return PlanLine(seat, day, post, names.get(seat.person_id, ""), reason_words(seat.why, names))


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Seats of one post that stay empty for one reason."""

    head: str
    dates: str
    reason: str


def gap_groups(gaps: Sequence[PlanGap], posts: Mapping[int, Post]) -> list[GapGroup]:
    """The gaps by post and reason, so that a post nobody may hold is one line and not thirty."""
    found: dict[tuple[int, str], list[PlanGap]] = {}
    for gap in gaps:
        found.setdefault((gap.post_id, gap_reason(gap.reason)), []).append(gap)
    head = QCoreApplication.translate("PlanRows", "{post}, {count} missing")
    return [
        GapGroup(
            head.format(post=posts[post_id].name if post_id in posts else "", count=sum(gap.missing for gap in group)),
            _dates(group),
            reason,
        )
        for (post_id, reason), group in found.items()
    ]


def _dates(gaps: Sequence[PlanGap]) -> str:
    days = list(dict.fromkeys(gap.shift_date for gap in gaps))
    shown = "  ".join(f"{day_month(day)} {weekday_word(day)}" for day in days[:_DATES])
    if len(days) <= _DATES:
        return shown
    return QCoreApplication.translate("PlanRows", "{dates} and {count} more").format(
        dates=shown, count=len(days) - _DATES
    )

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
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from duty_console.roster.model import Post
    from duty_console.roster.rotation.model import Plan, PlanGap, PlannedSeat


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
            Column("day", QCoreApplication.translate("PlanRows", "Date"), lambda line: line.day, 92, sortable=False),
            Column("post", QCoreApplication.translate("PlanRows", "Post"), lambda line: line.post, 64, sortable=False),
            Column(
                "person",
                QCoreApplication.translate("PlanRows", "Person"),
                lambda line: line.person,
                64,
                role="dense_strong",
                sortable=False,
            ),
            Column(
                "why",
                QCoreApplication.translate("PlanRows", "Why"),
                lambda line: line.why,
                stretch=True,
                tone="muted",
                role="label",
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

    def gap_words(self, gap: PlanGap, posts: Mapping[int, Post]) -> tuple[str, str]:
        """Which seats stay empty, and why."""
        words = QCoreApplication.translate("PlanRows", "{date} {weekday} {slot} {post}, {count} missing")
        post = posts[gap.post_id].name if gap.post_id in posts else ""
        shown = words.format(
            date=day_month(gap.shift_date),
            weekday=weekday_word(gap.shift_date),
            slot=gap.slot,
            post=post,
            count=gap.missing,
        )
        return shown, gap_reason(gap.reason)

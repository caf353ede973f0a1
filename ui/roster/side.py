"""What stands beside the grid: what is missing, and whose number nobody rang."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from duty_console.roster.model import Gap, MonthTable, PostKind
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconLabel, IconText, Line, OutlineBadge, Panel, Text, Translated
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.people.model import Person

VERIFIED_FOR = timedelta(days=30)
"""A leader's number that was not rung for so long is named: a misprinted one is what inspectors find."""
_GAPS_SHOWN = 40


class GapsPanel(Translated, Panel):
    """The month's gaps, each with a button that opens its cell; and leaders whose number was not rung lately."""

    fill_requested = Signal(object)
    people_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._gaps: Sequence[Gap] = ()
        self._unverified: Sequence[str] = ()
        self._most = 188
        self._count = OutlineBadge("", "extreme", tinted=True)
        self.add_action(self._count)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self._area)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Check"))
        self._show()

    def set_brief(self, brief: bool) -> None:
        """Where the page is low the rows scroll in less height."""
        most = 96 if brief else 188
        if most != self._most:
            self._most = most
            self._show()

    def set_findings(self, table: MonthTable, unverified: Sequence[str]) -> None:
        """`unverified` names the leaders of this month whose number was not rung for thirty days."""
        self._gaps, self._unverified = table.gaps, unverified
        self._show()

    def sentences(self) -> list[str]:
        """Every finding as it is shown."""
        return [self._gap_words(gap) for gap in self._gaps] + ([self._unverified_words()] if self._unverified else [])

    def _show(self) -> None:
        body = QWidget()
        body.setProperty("part", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows: list[QWidget] = []
        if self._unverified:
            rows.append(self._unverified_row())
        rows += [self._gap_row(gap) for gap in self._gaps[:_GAPS_SHOWN]]
        if len(self._gaps) > _GAPS_SHOWN:
            rest = self.tr("And {count} more").format(count=len(self._gaps) - _GAPS_SHOWN)
            rows.append(self._plain_row("ellipsis", "muted", rest))
        if not self._gaps:
            rows.append(self._plain_row("check", "good", self.tr("Every post is filled")))
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Line())
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(body)
        shown = min(body.sizeHint().height(), theme().px(self._most))
        self._area.setFixedHeight(shown)
        self._count.setVisible(bool(self._gaps))
        self._count.set(self.tr("{count} missing").format(count=sum(gap.missing for gap in self._gaps)))

    def _gap_words(self, gap: Gap) -> str:
        day = gap.shift.date
        words = self.tr("{date} {weekday} {post}, {count} missing")
        return words.format(date=day_month(day), weekday=weekday_word(day), post=gap.post, count=gap.missing)

    def _unverified_words(self) -> str:
        names = "、".join(self._unverified[:3])
        more = len(self._unverified) - 3
        return self.tr("{names} and {more} more").format(names=names, more=more) if more > 0 else names

    def _gap_row(self, gap: Gap) -> QWidget:
        button = Button(self.tr("Assign"))
        button.clicked.connect(lambda: self.fill_requested.emit(gap))
        words = self._gap_words(gap)
        button.setAccessibleName(f"{button.text()} {words}")
        return self._finding_row("circle-alert", "extreme", self.tr("Gap"), words, button)

    def _unverified_row(self) -> QWidget:
        button = Button(self.tr("Directory"))
        button.clicked.connect(self.people_requested)
        title = self.tr("Not rung for {days} days").format(days=VERIFIED_FOR.days)
        return self._finding_row("phone-off", "severe", title, self._unverified_words(), button, below=True)

    def _finding_row(
        self, icon: str, tone: str, title: str, words: str, button: Button, *, below: bool = False
    ) -> QWidget:
        px = theme().px
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(px(16), px(6), px(12), px(6))
        line.setSpacing(px(8))
        line.addWidget(IconLabel(icon, tone, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout() if below else QHBoxLayout()
        texts.setSpacing(px(0 if below else 10))
        texts.addWidget(ElidedText(title, "dense_strong", tone) if below else Text(title, "dense_strong", tone))
        texts.addWidget(ElidedText(words, "label" if below else "dense", "muted" if below else "text"), 1)
        line.addLayout(texts, 1)
        line.addWidget(button)
        return row

    def _plain_row(self, icon: str, tone: str, words: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(theme().px(16), theme().px(10), theme().px(12), theme().px(10))
        line.addWidget(IconText(icon, words, role="dense", tone="text", icon_tone=tone))
        line.addStretch(1)
        return row


def unverified_leaders(table: MonthTable, persons: Sequence[Person], now: datetime) -> list[str]:
    """Leaders on the roster whose shift is still to come and whose number nobody rang for thirty days."""
    known = {each.id: each for each in persons}
    leading = {post.id for post in table.posts if post.kind is PostKind.LEADER}
    names: dict[str, None] = {}
    for row in table.rows:
        if row.shift.ends_at <= now:
            continue
        for cell in row.cells:
            for one in cell.persons if cell.post_id in leading else ():
                person = known.get(one.person_id)
                rung = person.phone_verified_at if person is not None else None
                if person is not None and (rung is None or now - rung > VERIFIED_FOR):
                    names[person.name] = None
    return list(names)

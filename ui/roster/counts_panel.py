"""Each person's shifts of the month by day type, and how far the total lies from the mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.roster.model import DayType, MonthTable, PostKind
from ui.roster.counting import PersonCount, counts_of
from ui.theme import TypeRole, theme
from ui.widgets import Line, Painted, Panel, Segmented, Text, Translated
from ui.widgets.painted import centred_baseline, draw_text, elided, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

_ORDER = (
    DayType.WORKDAY,
    DayType.MAKEUP_WORKDAY,
    DayType.WEEKEND,
    DayType.ADJUSTED_REST,
    DayType.STATUTORY_HOLIDAY,
)
_ROW = 26


class CountsPanel(Translated, Panel):
    """`set_table` fills it; officers and leaders are counted apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._table: MonthTable | None = None
        self._kinds = Segmented()
        self._kinds.changed.connect(lambda _kind: self._show())
        self.add_action(self._kinds)
        self._rows = _CountsRows()
        self._head = _CountsHead(self._rows)
        self._none = Text("", "dense", "muted")
        self._none.setContentsMargins(theme().px(16), theme().px(12), 0, theme().px(12))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self._rows)
        column.addStretch(1)
        area.setWidget(inside)
        self.add(self._head)
        self.add(Line())
        self.add(area, 1)
        self.setMinimumHeight(theme().px(150))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.retranslate()
        self._kinds.set_value(PostKind.OFFICER.value)

    def retranslate(self) -> None:
        self.set_title(self.tr("Shifts"))
        self._none.setText(self.tr("Nobody is entered this month yet."))
        short = (
            self.tr("Work"), self.tr("M-up"), self.tr("W/e"), self.tr("Hol."), self.tr("Stat."),
        )  # fmt: skip
        self._head.set_words(self.tr("Name"), short, self.tr("Sum"), self.tr("±"))
        self._head.setToolTip(
            self.tr("Workdays, make-up workdays, weekends, holidays, statutory holidays; distance from the mean total")
        )
        self._show()

    def set_table(self, table: MonthTable) -> None:
        self._table = table
        self._show()

    def rows(self) -> Sequence[PersonCount]:
        """What is shown."""
        return self._rows.counts

    def _show(self) -> None:
        table = self._table
        officers = counts_of(table, PostKind.OFFICER) if table is not None else ()
        leaders = counts_of(table, PostKind.LEADER) if table is not None else ()
        self._kinds.set_options(
            [
                (PostKind.OFFICER.value, self.tr("Officers {count}").format(count=len(officers))),
                (PostKind.LEADER.value, self.tr("Leaders {count}").format(count=len(leaders))),
            ]
        )
        shown = leaders if self._kinds.value() == PostKind.LEADER.value else officers
        self._rows.set_counts(shown)
        self._head.update()
        self._none.setVisible(not shown)


def _columns(width: int) -> list[int]:
    """Right edges of the five types and the total, then the centre line of the deviation."""
    px = theme().px
    wide = width >= px(360)
    total = width - px(102 if wide else 62)
    step = px(34 if wide else 30)
    return [*(total - px(32) - step * (len(_ORDER) - 1 - number) for number in range(len(_ORDER))), total]


class _CountsHead(Painted):
    """Stands over the rows, as wide as they are beside their scroll bar."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._over = rows
        self._words: tuple[str, Sequence[str], str, str] = ("", (), "", "")
        self.setFixedHeight(theme().px(30))

    def set_words(self, name: str, types: Sequence[str], total: str, deviation: str) -> None:
        self._words = (name, types, total, deviation)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        painter.fillRect(self.rect(), theme().color("header"))
        name, types, total, deviation = self._words
        baseline = centred_baseline("label", self.height())
        draw_text(painter, theme().px(16), baseline, name, "label", "muted")
        width = self._over.width() if self._over.isVisible() else self.width()
        edges = _columns(width)
        for word, edge in zip([*types, total], edges, strict=True):
            draw_text(painter, edge - text_width("label", word), baseline, word, "label", "muted")
        right = width - theme().px(16)
        draw_text(painter, right - text_width("label", deviation), baseline, deviation, "label", "muted")
        painter.end()


class _CountsRows(Painted):
    def __init__(self) -> None:
        super().__init__()
        self.counts: Sequence[PersonCount] = ()

    def set_counts(self, counts: Sequence[PersonCount]) -> None:
        self.counts = counts
        self.setFixedHeight(len(counts) * theme().px(_ROW))
        self.setAccessibleName("; ".join(f"{each.name} {each.total}" for each in counts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), len(self.counts) * theme().px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        height, edges = theme().px(_ROW), _columns(self.width())
        widest = max((abs(each.deviation) for each in self.counts), default=1) or 1
        for number, each in enumerate(self.counts):
            top = number * height
            if top > event.rect().bottom() or top + height < event.rect().top():
                continue
            painter.save()
            painter.translate(0, top)
            self._paint_row(painter, each, edges, widest)
            painter.restore()
        painter.end()

    def _paint_row(self, painter: QPainter, each: PersonCount, edges: list[int], widest: int) -> None:
        px = theme().px
        height = px(_ROW)
        baseline = centred_baseline("dense", height)
        room = edges[0] - px(16) - px(24)
        draw_text(painter, px(16), baseline, elided("dense", each.name, room), "dense", "text")
        for day_type, edge in zip(_ORDER, edges, strict=False):
            count = each.by_type.get(day_type, 0)
            shown = str(count) if count else "·"
            draw_text(
                painter, edge - text_width("dense", shown), baseline, shown, "dense", "text" if count else "muted"
            )
        total = str(each.total)
        draw_text(painter, edges[-1] - text_width("dense_strong", total), baseline, total, "dense_strong", "text")
        self._paint_deviation(painter, each, edges[-1], widest)
        painter.fillRect(0, height - 1, self.width(), 1, theme().color("hairline"))

    def _paint_deviation(self, painter: QPainter, each: PersonCount, left: int, widest: int) -> None:
        px, keeper = theme().px, theme()
        height, right = px(_ROW), self.width() - px(16)
        signed = f"{each.deviation:+d}".replace("-", "−") if each.deviation else "0"
        far = abs(each.deviation) >= 2
        tone = "severe" if far else "text"
        role: TypeRole = "dense_strong" if far else "dense"
        draw_text(painter, right - text_width(role, signed), centred_baseline(role, height), signed, role, tone)
        half = (right - px(26) - left - px(10)) // 2
        if half < px(12):
            return  # too narrow for a bar: the number says it
        centre = left + px(10) + half
        length = round(half * each.deviation / max(widest, 2))
        bar = QRectF(min(centre, centre + length), px(9), abs(length), height - px(18))
        painter.fillRect(bar, keeper.color("severe" if far else "accent"))
        painter.fillRect(centre, px(7), 1, height - px(14), keeper.color("control"))

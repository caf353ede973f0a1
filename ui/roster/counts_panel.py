"""Each person's shifts by day type as they were really served, their weight, and how far it lies from the mean.

A row can be dragged into the grid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.roster.model import DayType, PostKind
from duty_console.roster.rotation.model import WEIGHTS
from ui.roster.cell_drag import carry
from ui.roster.counting import PersonCount, balance_of, counts_of, number_words
from ui.roster.drops import Dragged
from ui.theme import TypeRole, theme
from ui.widgets import ElidedText, Line, Painted, Panel, Segmented, Text, Translated
from ui.widgets.painted import centred_baseline, draw_text, elided, text_width
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent

    from ui.roster.reading import CarriedBalance, RosterReading

_ORDER = (
    DayType.WORKDAY,
    DayType.MAKEUP_WORKDAY,
    DayType.WEEKEND,
    DayType.ADJUSTED_REST,
    DayType.STATUTORY_HOLIDAY,
)
_ROW = 26
_FAR = 2
"""From this distance on, in weighted days, it is worth a second look."""


class CountsPanel(Translated, Panel):
    """`set_reading` fills it; officers, leaders and who stands by are counted apart. `person_wanted(id)` on a double
    click.
    """

    person_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._reading: RosterReading | None = None
        self._carried: CarriedBalance | None = None
        self._narrow = False
        self._kinds = Segmented()
        self._kinds.changed.connect(lambda _kind: self._show())
        self._figure, self._of = Text("", "figure_small"), Text("", "dense", "muted")
        self._rows = _CountsRows()
        self._rows.activated.connect(self.person_wanted)
        self._head = _CountsHead(self._rows)
        self._none = Text("", "dense", "muted")
        self._none.setContentsMargins(theme().px(16), theme().px(12), 0, theme().px(12))
        self._foot = ElidedText("", "label", "muted")
        self.add(self._make_top())
        self.add(self._head)
        self.add(Line())
        self.add(self._make_area(), 1)
        self._foot_line, self._foot_row = Line(), QHBoxLayout()
        self._foot_row.addWidget(self._foot)
        self.add(self._foot_line)
        self.add(self._foot_row)
        self.set_brief(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.retranslate()
        self._kinds.set_value(PostKind.OFFICER.value)

    def _make_top(self) -> QHBoxLayout:
        px = theme().px
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(8), px(12), px(8))
        top.setSpacing(px(6))
        top.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self._kinds)
        return top

    def _make_area(self) -> QScrollArea:
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
        return area

    def retranslate(self) -> None:
        self.set_title(self.tr("Balance"))
        self._none.setText(self.tr("Nobody is entered in these dates yet."))
        short = (
            self.tr("Wk"), self.tr("Mk"), self.tr("We"), self.tr("Hol"), self.tr("St"),
        )  # fmt: skip
        self._head.set_words(self.tr("Name"), short, self.tr("Sum"), self.tr("Wt."), self.tr("±"))
        self._head.setToolTip(
            self.tr(
                "Workdays, make-up workdays, weekends, holidays, statutory holidays, as served; sum; weighted sum; "
                "distance of the weighted sum from the mean"
            )
        )
        weights = [f"{word(day_type)} {number_words(WEIGHTS[day_type])}" for day_type in _ORDER]
        self._foot.setText(self.tr("Weights: {weights}").format(weights=", ".join(weights)))
        self._foot.setToolTip(self._foot.text())
        self._rows.setToolTip(self.tr("Drag a person into a cell; a double click shows all shifts of the person"))
        self._show()

    def set_reading(self, reading: RosterReading) -> None:
        """Count what was read."""
        if self._carried is not None and self._carried.dates != (reading.first, reading.last):
            self._carried = None
        self._reading = reading
        self._show()

    def set_balance(self, carried: CarriedBalance) -> None:
        """What rotation says of the same dates, with earlier years counted in."""
        self._carried = carried
        self._show()

    def set_brief(self, brief: bool) -> None:
        """Where the page is low: without the line about the weights."""
        for widget in (self._foot, self._foot_line):
            widget.setVisible(not brief)
        self._foot_row.setContentsMargins(*([0] * 4 if brief else [theme().px(each) for each in (16, 6, 16, 6)]))
        self.setMinimumHeight(theme().px(140 if brief else 190))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(370)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def rows(self) -> Sequence[PersonCount]:
        """What is shown."""
        return self._rows.counts

    def balance(self) -> str:
        """The figure shown."""
        return self._figure.text()

    def _show(self) -> None:
        counts = {kind: self._counted(kind) for kind in PostKind}
        labels = {
            PostKind.OFFICER: self.tr("Officers {count}"),
            PostKind.LEADER: self.tr("Leaders {count}"),
            PostKind.STANDBY: self.tr("Standby {count}"),
        }
        if self._narrow:  # where there is no room for how many
            labels = {kind: label.replace("{count}", "").strip() for kind, label in labels.items()}
        kinds = [kind for kind in labels if counts[kind] or kind is not PostKind.STANDBY]
        self._kinds.set_options([(kind.value, labels[kind].format(count=len(counts[kind]))) for kind in kinds])
        if self._kinds.value() is None:
            self._kinds.set_value(PostKind.OFFICER.value)
        kind = PostKind(self._kinds.value() or PostKind.OFFICER.value)
        shown = counts[kind]
        figure = self._figure_of(kind, shown)
        self._figure.setText("–" if figure is None else str(figure))
        self._of.setText("/ 100")
        years = self._carried.years if self._carried is not None else 0
        self.set_note(self.tr("with the {years} years before").format(years=years) if years else "")
        self._rows.set_counts(shown)
        self._head.update()
        self._none.setVisible(not shown)

    def _counted(self, kind: PostKind) -> tuple[PersonCount, ...]:
        if self._reading is None:
            return ()
        return counts_of(self._reading.table, self._reading.stretches, kind, self._reading.names)

    def _figure_of(self, kind: PostKind, counts: Sequence[PersonCount]) -> int | None:
        if self._carried is None or self._reading is None:
            return None  # it comes a moment later
        posts = [post.id for post in self._reading.table.posts if post.kind is kind]
        by_post = self._carried.balance.by_post
        found = [by_post[each] for each in posts if each in by_post]
        if found:
            return round(sum(found) / len(found))
        return balance_of(counts)


def _columns(width: int) -> list[int]:
    """Right edges of the five types, the total and the weight; the deviation takes the rest."""
    px = theme().px
    wide = width >= px(360)
    weight = width - px(122 if wide else 58)
    total = weight - px(40 if wide else 36)
    step = px(27 if wide else 25)
    return [*(total - px(34) - step * (len(_ORDER) - 1 - number) for number in range(len(_ORDER))), total, weight]


class _CountsHead(Painted):
    """Stands over the rows, as wide as they are beside their scroll bar."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._over = rows
        self._words: tuple[str, Sequence[str], str, str, str] = ("", (), "", "", "")
        self.setFixedHeight(theme().px(30))

    def set_words(self, name: str, types: Sequence[str], total: str, weight: str, deviation: str) -> None:
        self._words = (name, types, total, weight, deviation)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        painter.fillRect(self.rect(), theme().color("header"))
        name, types, total, weight, deviation = self._words
        baseline = centred_baseline("label", self.height())
        draw_text(painter, theme().px(16), baseline, name, "label", "muted")
        width = self._over.width() if self._over.isVisible() else self.width()
        edges = _columns(width)
        for text, edge in zip([*types, total, weight], edges, strict=True):
            draw_text(painter, edge - text_width("label", text), baseline, text, "label", "muted")
        right = width - theme().px(16)
        draw_text(painter, right - text_width("label", deviation), baseline, deviation, "label", "muted")
        painter.end()


class _CountsRows(Painted):
    """A row can be dragged out; `activated(person id)` on a double click."""

    activated = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.counts: Sequence[PersonCount] = ()
        self._pressed: tuple[QPoint, PersonCount] | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_counts(self, counts: Sequence[PersonCount]) -> None:
        self.counts = counts
        self.setFixedHeight(len(counts) * theme().px(_ROW))
        self.setAccessibleName("; ".join(f"{each.name} {number_words(each.total)}" for each in counts))
        self.update()

    def _under(self, at: QPoint) -> PersonCount | None:
        number = at.y() // theme().px(_ROW)
        return self.counts[number] if 0 <= number < len(self.counts) else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        under = self._under(at)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (at, under) if left and under is not None else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        start, count = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            carry(self, Dragged(count.person_id, count.name))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position().toPoint())
        if under is not None:
            self.activated.emit(under.person_id)

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

    def _paint_row(self, painter: QPainter, each: PersonCount, edges: list[int], widest: float) -> None:
        px = theme().px
        height = px(_ROW)
        baseline = centred_baseline("dense", height)
        room = edges[0] - px(16) - px(14)
        draw_text(painter, px(16), baseline, elided("dense", each.name, room), "dense", "text")
        for day_type, edge in zip(_ORDER, edges, strict=False):
            count = each.by_type.get(day_type, 0)
            shown = number_words(count) if count else "·"
            draw_text(
                painter, edge - text_width("dense", shown), baseline, shown, "dense", "text" if count else "muted"
            )
        total, weight = number_words(each.total), number_words(each.weighted)
        draw_text(painter, edges[-2] - text_width("dense_strong", total), baseline, total, "dense_strong", "text")
        draw_text(painter, edges[-1] - text_width("dense", weight), baseline, weight, "dense", "muted")
        self._paint_deviation(painter, each, edges[-1], widest)
        painter.fillRect(0, height - 1, self.width(), 1, theme().color("hairline"))

    def _paint_deviation(self, painter: QPainter, each: PersonCount, left: int, widest: float) -> None:
        px, keeper = theme().px, theme()
        height, right = px(_ROW), self.width() - px(16)
        signed = f"{each.deviation:+g}".replace("-", "−") if each.deviation else "0"
        far = abs(each.deviation) >= _FAR
        tone = "severe" if far else "text"
        role: TypeRole = "dense_strong" if far else "dense"
        draw_text(painter, right - text_width(role, signed), centred_baseline(role, height), signed, role, tone)
        half = (right - px(32) - left - px(8)) // 2
        if half < px(12):
            return  # too narrow for a bar: the number says it
        centre = left + px(8) + half
        length = round(half * each.deviation / max(widest, _FAR))
        bar = QRectF(min(centre, centre + length), px(9), abs(length), height - px(18))
        painter.fillRect(bar, keeper.color("severe" if far else "accent"))
        painter.fillRect(centre, px(7), 1, height - px(14), keeper.color("control"))

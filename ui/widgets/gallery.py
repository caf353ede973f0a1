"""All parts side by side, for eyes: `python -m ui.widgets.gallery OUT` leaves a picture per theme and language."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from duty_console.clock import FakeClock
from duty_console.errors import EnvironmentProblem
from ui.i18n import Language, Languages
from ui.theme import ThemeChoice, icon, theme
from ui.widgets import (
    Banner,
    Button,
    Calendar,
    Chip,
    Column,
    CountBadge,
    Countdown,
    DateField,
    EmptyState,
    FieldRow,
    FlowLayout,
    GradeBadge,
    GrowingTextEdit,
    IconButton,
    IconText,
    Line,
    ListSource,
    NumberField,
    OutlineBadge,
    Panel,
    SectionHeader,
    Segmented,
    TableBox,
    TableModel,
    TagList,
    Text,
    TimeField,
    Toast,
    page_layout,
)

ZONE = ZoneInfo("Asia/Shanghai")
CALL = datetime(2026, 10, 14, 15, 12, tzinfo=ZONE).astimezone(UTC)


@dataclass(frozen=True)
class _Entry:
    at: str
    kind: str
    icon: str
    tone: str
    text: str
    incident: str
    person: str
    number: str


_LOG = [
    _Entry(*line.split("|"))
    for line in (
        "13:52|去电|phone-outgoing|muted|向市应急管理局指挥中心报 13:00 火灾现场处置情况|20261014-02|高子墨|#12544",
        "14:06|查岗|phone-call|muted|抽查云溪街道值班室，两声内接听，带班领导在岗||苏映雪|#12549",
        "14:45|反馈|reply|accent|恒源铸件厂善后组：5 名伤者家属均已联系|20261014-02|高子墨|#12563",
        "15:05|交接|radio|muted|3 号对讲机电池更换完毕，试通正常||苏映雪|#12571",
        "15:12|接报|phone-incoming|accent|接起第 1 通来电，草稿未记录||值守台|#12575",
    )
]


def log_columns() -> list[Column[_Entry]]:
    return [
        Column("at", "时间", lambda row: row.at, 64, role="dense_strong"),
        Column("kind", "类别", lambda row: row.kind, 84, tone=lambda row: row.tone, icon=lambda row: row.icon),
        Column("text", "内容", lambda row: row.text, 200, stretch=True),
        Column("incident", "事件", lambda row: row.incident, 104, tone="accent"),
        Column("person", "记录", lambda row: row.person, 72, tone="muted"),
        Column("number", "编号", lambda row: row.number, 72, tone="muted", align="right"),
    ]


def _incident_card() -> QWidget:
    panel = Panel(padding=16)
    row = QHBoxLayout()
    row.setSpacing(theme().px(16))
    left = QVBoxLayout()
    left.setSpacing(theme().px(8))
    head = QHBoxLayout()
    head.setSpacing(theme().px(10))
    head.addWidget(GradeBadge("major"))
    head.addWidget(Text("云河大道与东环路路口 客车与货车相撞", "card"))
    head.addWidget(Text("20261014-01 • 道路交通事故", "dense", "muted"), 1)
    left.addLayout(head)
    left.addWidget(Text("死亡 3 人，重伤 2 人，轻伤 3 人，伤者已送区人民医院；交警、消防在场，路口双向封闭。"))
    chips = FlowLayout()
    for chip in (
        Chip("met", "电话 市政府总值班室", "02:25"),
        Chip("overdue", "书面初报 市应急管理局", "应于 03:08"),
        Chip("soon", "批示反馈 周启明", "剩 27:04"),
        Chip("pending", "续报 市应急管理局", "08:00"),
        Chip("late", "续报一", "超 4 分"),
        Chip("waived", "续报二 免报"),
    ):
        chips.addWidget(chip)
    left.addLayout(chips)
    left.addStretch(1)
    row.addLayout(left, 1)
    row.addWidget(Line(upright=True))
    right = QVBoxLayout()
    right.setSpacing(theme().px(2))
    right.addWidget(Text("书面初报 → 市应急管理局", "dense", "muted"))
    for seconds, soon in ((-296, False), (1084, True), (6209, False)):
        countdown = Countdown("figure")
        countdown.set_remaining(seconds, soon=soon)
        right.addWidget(countdown)
    right.addWidget(Text("应于 03:08 • 发生起 60 分钟", "label", "muted"))
    row.addLayout(right)
    panel.add(row)
    return panel


def _form() -> QWidget:
    clock = FakeClock(CALL + timedelta(minutes=4))
    panel = Panel("接报", subtitle="第 1 通", note="再按 F2 叠加一通", padding=16)
    panel.body.setSpacing(theme().px(12))
    unit, person = QLineEdit("云溪街道办事处"), QLineEdit("许佳宁")
    caller = FieldRow("来电", unit, person, stretches=(3, 2))
    caller.set_done(True)
    channel = Segmented([("phone", "电话"), ("fax", "传真"), ("network", "网络"), ("visit", "来访")])
    channel.set_value("phone")
    kinds = Segmented([("a", "事故灾难"), ("n", "自然"), ("h", "公卫"), ("s", "社会安全")])
    kinds.set_value("a")
    combo = QComboBox()
    combo.addItems(["有限空间中毒", "火灾"])
    what = GrowingTextEdit()
    what.set_text("清淤作业 1 人下井后晕倒，2 人下井施救也晕倒；3 人救出后，经 120 现场确认死亡。")
    about = FieldRow("事由", what)
    about.set_done(True)
    time = TimeField(clock, ZONE)
    time.set_base(CALL)
    time.set_text("1450")
    when = FieldRow("发生时间", time)
    when.set_done(True)
    wrong_time = TimeField(clock, ZONE)
    wrong_time.set_text("2575")
    numbers = [NumberField() for _ in range(6)]
    for field, number in zip(numbers, (3, 0, 0, 1, 0, None), strict=True):
        field.set_value(number)
    missing = FieldRow("地点", QLineEdit())
    missing.set_problem("请填写地点，可先写大致位置。")
    for row in (
        caller,
        FieldRow("电话", QLineEdit("0315-555-0142"), channel, stretches=(1,)),
        FieldRow("类别", kinds, combo, stretches=(0, 1)),
        about,
        missing,
        when,
        FieldRow("到达", wrong_time),
        FieldRow("伤亡", *numbers, stretches=(1,) * 6),
    ):
        panel.add(row)
    panel.body.addStretch(1)
    return panel


def _disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _buttons() -> QWidget:
    panel = Panel("按钮", padding=16)
    rows = (
        (
            Button("接报", kind="primary", icon="phone-incoming", hint="F2", large=True),
            Button("记录", kind="primary", hint="Ctrl+Enter"),
            Button("已电话报告带班领导", kind="danger", icon="phone-outgoing"),
            Button("确认报警", kind="danger-outline"),
        ),
        (
            Button("打印", icon="printer"),
            Button("大屏", icon="monitor", hint="F11"),
            Button("取消", kind="quiet"),
            Button("展开右栏", kind="link"),
            IconButton("bell", "报警"),
            IconButton("search", "搜索"),
        ),
        (
            _disabled(Button("不可用")),
            _disabled(Button("不可用", kind="primary")),
            OutlineBadge("四级 蓝色", "ordinary"),
            OutlineBadge("已提醒", "good"),
            OutlineBadge("第 1 通", "accent", tinted=True),
            GradeBadge("extreme"),
            GradeBadge("severe"),
            GradeBadge("ordinary"),
            GradeBadge(None),
            CountBadge(2, "severe"),
            CountBadge(12),
        ),
        (
            IconText("phone", "138 0000 0001", role="card", icon_tone="accent"),
            IconText("circle-check", "时钟正常", role="dense", icon_tone="good"),
            IconText("bell-ring", "鸣响 1 项", role="card", tone="extreme"),
        ),
    )
    for widgets in rows:
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        panel.add(line)
    return panel


def _controls() -> QWidget:
    panel = Panel("Qt 控件", padding=16)
    grid = QGridLayout()
    grid.setSpacing(theme().px(10))
    checked, radio, spin, bar = QCheckBox("切断厂区供电供气"), QRadioButton("值班员"), QSpinBox(), QProgressBar()
    checked.setChecked(True)
    radio.setChecked(True)
    bar.setValue(62)
    bar.setTextVisible(False)
    disabled = QLineEdit("只读")
    disabled.setReadOnly(True)
    tabs = QTabWidget()
    for name in ("要点", "全部", "上报"):
        tabs.addTab(QWidget(), icon("file-text", "muted"), name)
    tabs.setMaximumHeight(60)
    tags = TagList()
    tags.set_tags([("a", "周启明"), ("b", "沈若谷")])
    for place, widget in enumerate(
        (checked, QCheckBox("未选"), radio, QRadioButton("带班领导"), spin, disabled, bar, tags)
    ):
        grid.addWidget(widget, place // 2, place % 2)
    panel.add(grid)
    panel.add(tabs)
    calendar = Calendar()
    calendar.setSelectedDate(QDate(2026, 10, 14))
    panel.add(DateField(QDate(2026, 10, 14)))
    panel.add(calendar)
    return panel


def build_page() -> QWidget:
    """Everything on one page."""
    page = QWidget()
    layout = page_layout(page)
    heading = SectionHeader("在办", count="5", note="按最近时限排序", page=True)
    heading.add_beside(IconText("circle-alert", "超时 1", role="strong", tone="extreme"))
    heading.add_beside(IconText("alarm-clock", "30 分钟内到期 2", role="strong", tone="severe"))
    heading.add_action(Button("打印", icon="printer"))
    layout.addWidget(heading)
    for tone, what in (("red", None), ("amber", "十月时钟被调快 12 分钟。"), ("accent", "本区预设未经核对。")):
        banner = Banner()
        if what is None:
            banner.show_problem(EnvironmentProblem("disk_full"), action="重试", on_action=lambda: None)
        else:
            banner.show_message(what, "请核对本地文件后再用。", tone=tone)
        layout.addWidget(banner)
    layout.addWidget(_incident_card())
    columns = QHBoxLayout()
    columns.setSpacing(theme().px(12))
    left = QVBoxLayout()
    left.setSpacing(theme().px(12))
    left.addWidget(_buttons())
    log = Panel("值班日志", subtitle="本班 34 条", note="追加记录，不可改写；写错用更正", padding=0)
    model = TableModel(log_columns(), ListSource(log_columns(), _LOG), parent=log)
    box = TableBox(model, searchable=False, framed=False, row_height=28)
    model.load()
    box.view.selectRow(2)
    log.add(box)
    left.addWidget(log, 1)
    nothing = Panel("交接未结", subtitle="0")
    nothing.add(
        EmptyState(
            "没有要移交的事项", detail="写日志时勾选“交下一班”，会列在这里。", action="写一条", icon="list-checks"
        )
    )
    left.addWidget(nothing)
    columns.addLayout(left, 3)
    right = QVBoxLayout()
    right.setSpacing(theme().px(12))
    right.addWidget(_form())
    right.addWidget(_controls())
    columns.addLayout(right, 2)
    layout.addLayout(columns, 1)
    page.resize(1600, 1400)
    Toast(page).say("已存 #12577", stays=True, action="打印")
    return page


def main(out: Path) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication(sys.argv)
    languages = Languages(app)
    out.mkdir(parents=True, exist_ok=True)
    wanted: tuple[tuple[ThemeChoice, Language], ...] = (("light", "zh"), ("dark", "zh"), ("light", "en"))
    for choice, language in wanted:
        languages.choose(language)
        theme().apply(choice)
        page = build_page()
        page.show()
        app.processEvents()
        page.grab().save(str(out / f"gallery-{choice}-{language}.png"))
        page.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The parts that pages are built of. docs/ui-kit.md shows how."""

from ui.widgets.badges import CountBadge, GradeBadge, OutlineBadge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.calendar import Calendar, DateField
from ui.widgets.chip import Chip, ChipState
from ui.widgets.countdown import Countdown, clock_figures
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import FieldRow, GrowingTextEdit, NumberField, SearchField, mark_wrong
from ui.widgets.flow import FlowLayout, TagList
from ui.widgets.painted import Painted, Translated
from ui.widgets.panel import Panel, SectionHeader, page_layout
from ui.widgets.segmented import Segmented
from ui.widgets.suggest import SuggestField, Suggestion
from ui.widgets.table_model import Column, ListSource, Source, TableModel, TableQuery
from ui.widgets.table_view import TableBox, TableView
from ui.widgets.text import ElidedText, IconLabel, IconText, Line, Text, repolish
from ui.widgets.time_field import TimeField
from ui.widgets.time_text import TimeTextProblem, parse_time, time_as_text
from ui.widgets.toast import Toast

__all__ = [
    "Banner",
    "Button",
    "ButtonKind",
    "Calendar",
    "Chip",
    "ChipState",
    "Column",
    "CountBadge",
    "Countdown",
    "DateField",
    "ElidedText",
    "EmptyState",
    "FieldRow",
    "FlowLayout",
    "GradeBadge",
    "GrowingTextEdit",
    "IconButton",
    "IconLabel",
    "IconText",
    "Line",
    "ListSource",
    "NumberField",
    "OutlineBadge",
    "Painted",
    "Panel",
    "SearchField",
    "SectionHeader",
    "Segmented",
    "Source",
    "SuggestField",
    "Suggestion",
    "TableBox",
    "TableModel",
    "TableQuery",
    "TableView",
    "TagList",
    "Text",
    "TimeField",
    "TimeTextProblem",
    "Toast",
    "Translated",
    "clock_figures",
    "mark_wrong",
    "page_layout",
    "parse_time",
    "repolish",
    "time_as_text",
]

"""The parts that pages are built of. docs/ui-kit.md shows how.

Each part is loaded when a page first asks for it: the first window needs a third of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "badges": ("CountBadge", "GradeBadge", "OutlineBadge"),
    "banner": ("Banner",),
    "button": ("Button", "ButtonKind", "IconButton"),
    "calendar": ("Calendar", "DateField"),
    "chip": ("Chip", "ChipState"),
    "countdown": ("Countdown", "clock_figures"),
    "empty_state": ("EmptyState",),
    "fields": ("FieldRow", "GrowingTextEdit", "NumberField", "SearchField", "mark_wrong"),
    "flow": ("FlowLayout", "TagList"),
    "painted": ("Painted", "Translated"),
    "panel": ("Panel", "SectionHeader", "page_layout"),
    "segmented": ("Segmented",),
    "suggest": ("SuggestField", "Suggestion"),
    "table_model": ("Column", "ListSource", "Source", "TableModel", "TableQuery"),
    "table_view": ("TableBox", "TableView"),
    "text": ("ElidedText", "IconLabel", "IconText", "Line", "Text", "repolish"),
    "time_field": ("TimeField",),
    "time_text": ("TimeTextProblem", "parse_time", "time_as_text"),
    "toast": ("Toast",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a part by its name (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(name)
    found = globals()[name] = getattr(import_module(f"ui.widgets.{_HOME[name]}"), name)
    return found

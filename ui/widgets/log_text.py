"""A line of the log as an officer types it: a time in front, a kind before a colon, the words. Pure: no clock, no Qt.

`0305 现场：被困 2 人` is a scene line of 03:05. Only four figures, a colon or a minus make a time, since 119, 120 and 12345
are what lines in a duty room begin with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.dutylog.model import WRITABLE, LogKind
from ui.widgets.time_text import TimeTextProblem, parse_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

_TIME_FIRST = re.compile(
    r"^\s*(?P<time>[-−–][0-9０-９]{1,3}|[0-9０-９]{4}|[0-9０-９]{1,2}[:：][0-9０-９]{2})\s+(?P<rest>\S.*)$", re.S
)
_KIND_FIRST = re.compile(r"^\s*(?P<kind>[^\s:：]{1,20})\s*[:：]\s*(?P<rest>\S.*)$", re.S)

ZH_KINDS: dict[str, LogKind] = {kind.zh: kind for kind in WRITABLE}


@dataclass(frozen=True, slots=True)
class LogText:
    """What a typed line means. `at` and `kind` are None where the officer gave none."""

    text: str
    at: datetime | None = None
    kind: LogKind | None = None


def parse_log_text(typed: str, now: datetime, zone: tzinfo, kinds: Mapping[str, LogKind] | None = None) -> LogText:
    """Return what was typed at `now` (aware). `kinds` adds words of the screen's language to the Chinese ones.

    A time that is none ("2575 …") stays part of the words; one still to come is returned as it is, for the use case to
    refuse.
    """
    at, rest = _leading_time(typed, now, zone)
    kind, rest = _leading_kind(rest, {**ZH_KINDS, **(kinds or {})})
    return LogText(rest.strip(), at, kind)


def _leading_time(typed: str, now: datetime, zone: tzinfo) -> tuple[datetime | None, str]:
    found = _TIME_FIRST.match(typed)
    if found is None:
        return None, typed
    try:
        return parse_time(found["time"], now, zone), found["rest"]
    except TimeTextProblem:
        return None, typed


def _leading_kind(typed: str, kinds: Mapping[str, LogKind]) -> tuple[LogKind | None, str]:
    found = _KIND_FIRST.match(typed)
    if found is None:
        return None, typed
    kind = kinds.get(found["kind"]) or kinds.get(found["kind"].casefold())
    return (kind, found["rest"]) if kind is not None else (None, typed)

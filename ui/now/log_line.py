"""One line of the log as an officer types it: `0305 来电 区交警大队回电 #02`. Pure.

At the front, in any order: a time (`0305`, `03:05`, `-5` minutes ago) and a kind (来电, Call in). Anywhere: `#02` or
`#20261014-02` ties the line to an incident. What is no such mark is text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from ui.widgets.time_text import TimeTextProblem, parse_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from duty_console.dutylog.model import LogKind

# 110, 119, 120 and 122 are whom lines speak of, not minutes past one
_TIME = re.compile(r"(?!(?:110|119|120|122)\s)(?:\d{3,4}|\d{1,2}[:：]\d{2}|[-–—－]\d{1,4})(?=\s)")
_NUMBER = re.compile(r"[#＃](?P<full>\d{8}-\d{2,})(?!\d)|[#＃](?P<short>\d{1,4})(?!\d)")
_AFTER_KIND = " \t\u3000：:，,"


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was understood. `at` None: now; `number` None: no incident; `kind` None: none was typed."""

    text: str
    at: datetime | None = None
    kind: LogKind | None = None
    number: str | None = None


def read_line(typed: str, now: datetime, zone: tzinfo, kinds: Mapping[str, LogKind], numbers: Sequence[str]) -> LogLine:
    """Return what a typed line says. `kinds` are the words for kinds, `numbers` the incidents in hand.

    Raises InputProblem `line_incident_unknown` (`mark`) where `#02` fits none of them, `line_incident_unclear` where it
    fits several, `line_incidents_several` where two different ones are named.
    """
    rest, number = _without_number(typed.strip(), numbers)
    at, kind = None, None
    for _ in range(2):
        if at is None and (found := _TIME.match(rest)) and (moment := _moment(found[0], now, zone)) is not None:
            at, rest = moment, rest[found.end() :].strip()
        elif kind is None and (found_kind := _kind(rest, kinds)) is not None:
            kind, rest = found_kind
    return LogLine(rest.strip(), at, kind, number)


def _without_number(text: str, numbers: Sequence[str]) -> tuple[str, str | None]:
    named = {_resolved(found, numbers) for found in _NUMBER.finditer(text)}
    if len(named) > 1:
        raise InputProblem("line", "line_incidents_several")
    return " ".join(_NUMBER.sub(" ", text).split()) if named else text, next(iter(named), None)


def _resolved(found: re.Match[str], numbers: Sequence[str]) -> str:
    if found["full"]:
        return found["full"]
    ending = int(found["short"])
    fitting = sorted((each for each in numbers if int(each.rpartition("-")[2]) == ending), reverse=True)
    if not fitting:
        raise InputProblem("line", "line_incident_unknown", mark=found[0])
    if len(fitting) > 1 and fitting[0].partition("-")[0] == fitting[1].partition("-")[0]:
        raise InputProblem("line", "line_incident_unclear", mark=found[0])
    return fitting[0]


def _moment(text: str, now: datetime, zone: tzinfo) -> datetime | None:
    """A number that is no time (3000 只口罩) is the beginning of the text."""
    try:
        return parse_time(text, now, zone)
    except TimeTextProblem:
        return None


def _kind(text: str, kinds: Mapping[str, LogKind]) -> tuple[LogKind, str] | None:
    plain = unicodedata.normalize("NFKC", text).casefold()
    for said, kind in sorted(kinds.items(), key=lambda each: -len(each[0])):
        if plain.startswith(said.casefold()) and text[len(said) : len(said) + 1] in ("", *_AFTER_KIND):
            return kind, text[len(said) :].lstrip(_AFTER_KIND)
    return None

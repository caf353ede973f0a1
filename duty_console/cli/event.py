"""EVENT: the JSON of an incident as scripts send it (design.md §6), read strictly. Pure.

Whatever is wrong is told with the field's name as it stands in the JSON, and nothing is stored.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from duty_console.errors import InputProblem
from duty_console.incidents.model import COUNTS, Casualties, IntakeChannel, NewIncident
from duty_console.limits.model import EventClass, Grade

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS = ("type", "title", "place", "source_unit", "caller", "caller_phone", "summary", "measures")
TIMES = ("occurred_at", "received_at")
FIELDS = ("class", *TEXTS, *TIMES, "channel", *COUNTS, "grade")
GIVEN_GRADE = "由来报给定"
"""The reason of a grade that came with the event."""

EARLIEST, LATEST = datetime(1900, 1, 2, tzinfo=UTC), datetime(2199, 12, 30, tzinfo=UTC)
"""Outside of these no shift and no calendar can be computed."""

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Event:
    """A read EVENT. `received_at` None means the moment at which the command runs."""

    incident: NewIncident
    received_at: datetime | None
    preset: str | None = None

    def at(self, now: datetime) -> NewIncident:
        """Return the intake as it stands at `now`."""
        return replace(self.incident, received_at=self.received_at or now)


def read_event(content: bytes, *, with_preset: bool) -> Event:
    """Return the event in `content`. `preset` is taken only `with_preset`.

    A null is an absent field. Raises InputProblem: `event_missing`, `json_wrong`, `event_not_object`,
    `field_twice`, `field_unknown`, `field_missing`, `field_type`, `word_unknown`, `text_unprintable`,
    `count_negative`, and what `moment` does.
    """
    given = _object(content)
    allowed = (*FIELDS, "preset") if with_preset else FIELDS
    for name in given:
        if name not in allowed:
            _refuse(name, "preset_not_here" if name == "preset" else "field_unknown")
    fields = {name: value for name, value in given.items() if value is not None}
    if "class" not in fields:
        _refuse("class", "field_missing")
    times = {name: moment(name, _text(fields, name)) if name in fields else None for name in TIMES}
    grade = _word(fields, "grade", Grade) if "grade" in fields else None
    incident = NewIncident(
        event_class=_word(fields, "class", EventClass),
        received_at=times["received_at"] or EARLIEST,
        occurred_at=times["occurred_at"],
        channel=_word(fields, "channel", IntakeChannel) if "channel" in fields else IntakeChannel.PHONE,
        casualties=Casualties(**{name: _count(fields, name) for name in COUNTS}),
        grade=grade,
        grade_reason=GIVEN_GRADE if grade else "",
        **{name: _text(fields, name) for name in TEXTS},
    )
    preset = _text(fields, "preset") if "preset" in fields else None
    return Event(incident, times["received_at"], preset)


def moment(field: str, words: str) -> datetime:
    """Return an ISO 8601 time with offset.

    Raises InputProblem: `time_not_iso`, `time_without_offset`, `time_out_of_range`.
    """
    form = _MOMENT.fullmatch(words.strip())
    if form is None:
        _refuse(field, "time_not_iso", value=words)
    if form["offset"] is None:
        _refuse(field, "time_without_offset", value=words)
    try:
        found = datetime.fromisoformat(form[0].upper().replace(",", "."))
    except ValueError:
        _refuse(field, "time_not_iso", value=words)
    if not EARLIEST <= found <= LATEST:
        _refuse(field, "time_out_of_range", value=words)
    return found


def _object(content: bytes) -> dict[str, object]:
    if not content.strip():
        _refuse("EVENT", "event_missing")
    try:
        found: object = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_pairs, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        _refuse("EVENT", "json_wrong", line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):  # not UTF-8, a number of thousands of figures, brackets without end
        _refuse("EVENT", "json_wrong", line="–", column="–")
    if not isinstance(found, dict):
        _refuse("EVENT", "event_not_object")
    return cast("dict[str, object]", found)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            _refuse(name, "field_twice")
        found[name] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str):
        _refuse(name, "field_type", expected="文字")
    return checked_text(name, value)


def checked_text(name: str, value: str) -> str:
    """Return a text that database and paper can hold. Raises InputProblem `text_unprintable`."""
    if _UNPRINTABLE.search(value):
        _refuse(name, "text_unprintable")
    return value


def _count(fields: Mapping[str, object], name: str) -> int | None:
    value = fields.get(name)
    if value is None:
        return None
    # Exactly int: to Python true is 1, and 3.0 persons is a slip.
    if type(value) is not int:
        _refuse(name, "field_type", expected="整数")
    if value < 0:
        _refuse(name, "count_negative")
    return value


def _word(fields: Mapping[str, object], name: str, words: type[_Word]) -> _Word:
    value = fields[name]
    if not isinstance(value, str):
        _refuse(name, "field_type", expected="文字")
    try:
        return words(value)
    except ValueError:
        _refuse(name, "word_unknown", value=value, allowed="、".join(words))


def _refuse(field: str, code: str, **values: object) -> NoReturn:
    raise InputProblem(field, code, **values)

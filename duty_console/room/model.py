"""The words of a duty room's own description."""

from __future__ import annotations

from dataclasses import dataclass

from duty_console.clock import DEFAULT_ZONE


@dataclass(frozen=True, slots=True)
class DutyRoom:
    """The room that this record belongs to.

    `level` is a word of `limits.model.RoomLevel`; `presets` are the rule sets copied in at the start; `zone` an IANA
    name; `phone` the room's own 24-hour number, printed on papers; `document_prefix` the 机关代字 of its papers.
    """

    name: str
    level: str
    presets: tuple[str, ...]
    zone: str = DEFAULT_ZONE
    phone: str = ""
    document_prefix: str = ""

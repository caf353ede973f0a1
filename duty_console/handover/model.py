"""What a handover sheet says: plain values, composed by the handover service and printed by `paper`.

三清 (situation, problems, tasks clear) is why it names every unfinished thing with its owner. Moments are aware
UTC; the sheet carries the duty room's zone, in which the paper shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class SheetShift:
    """The shift that is handed over; `day_type` is the word printed beside the weekday, such as 工作日."""

    name: str
    starts_at: datetime
    ends_at: datetime
    day_type: str = ""


@dataclass(frozen=True, slots=True)
class PersonAtPost:
    """One person at one post (带班领导, 主班, …); several persons may share a post."""

    post: str
    name: str
    title: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the shift under its word, such as 来电 23."""

    word: str
    number: int


@dataclass(frozen=True, slots=True)
class SheetLimit:
    """One report limit of an incident: what, to whom, due, done, and the fact in words (按时, 超时8分钟, 未到时限)."""

    kind: str
    recipient: str
    due_at: datetime
    done_at: datetime | None = None
    result: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class SheetIncident:
    """An incident with its limits; `grade` is the printed word (较大, 未定级)."""

    number: str
    summary: str
    grade: str
    limits: tuple[SheetLimit, ...] = ()


@dataclass(frozen=True, slots=True)
class UnfinishedItem:
    """What the next shift takes over: the task, who answers for it, by when."""

    text: str
    owner: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EquipmentCheck:
    """One piece of the room's equipment as found at handover: 值班电话, 正常, 07:42 试通."""

    name: str
    state: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LeaderInstruction:
    """What a leader asked for, when feedback was due and when it was given."""

    at: datetime
    leader: str
    text: str
    feedback_due_at: datetime | None = None
    feedback_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature box: the role over it, who signs, and when it was signed (None: to be signed by hand)."""

    role: str
    names: tuple[str, ...] = ()
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The last journal entry when the sheet was composed; `hash` is its hash in hex."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """Everything on the sheet. Without `code` it is not sealed and says so."""

    duty_room: str
    document_number: str
    shift: SheetShift
    outgoing: tuple[PersonAtPost, ...]
    incoming: tuple[PersonAtPost, ...]
    counts: tuple[Count, ...]
    incidents: tuple[SheetIncident, ...]
    unfinished: tuple[UnfinishedItem, ...]
    equipment: tuple[EquipmentCheck, ...]
    instructions: tuple[LeaderInstruction, ...]
    notes: str
    signatures: tuple[Signature, ...]
    journal: JournalHead
    composed_at: datetime
    code: str | None = None
    zone: str = "Asia/Shanghai"


class EquipmentState(StrEnum):
    """How a piece of equipment was found."""

    GOOD = "good"
    FAULTY = "faulty"
    MISSING = "missing"
    UNCHECKED = "unchecked"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {"good": "正常", "faulty": "故障", "missing": "缺", "unchecked": "未检查"}[self.value]


EQUIPMENT = ("值班电话", "传真机", "对讲机", "打印机", "值守台", "应急照明", "钥匙", "值班印章")
"""What a duty room checks at every handover; the telephone is really rung."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A task that goes from shift to shift until it is finished, with who answers for it and by when."""

    id: int
    text: str
    owner: str
    due_at: datetime | None
    created_at: datetime
    created_by: str
    done_at: datetime | None = None
    done_by: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class RecordedCheck:
    """How a piece of equipment was found in a shift; `checked_at` None: not checked yet."""

    name: str
    state: EquipmentState
    remark: str
    checked_at: datetime | None
    checked_by: str

"""The words of report limits: event classes, grades, rules, obligations.

Frozen values without I/O; every moment is aware. The values of the enums are the words of the command line,
of the rule files and of the database; ``zh`` is the word that papers print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class EventClass(StrEnum):
    """The four classes of emergencies (突发事件应对法 Art 2)."""

    ACCIDENT = "accident"
    NATURAL_DISASTER = "natural_disaster"
    PUBLIC_HEALTH = "public_health"
    SOCIAL_SECURITY = "social_security"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _CLASS_ZH[self]


class Grade(StrEnum):
    """Event grade; ordered by ``rank``, so ``Grade.SEVERE > Grade.MAJOR`` holds.

    Not to be confused with warning levels (colours) and response levels, which are fields of their own.
    """

    ORDINARY = "ordinary"
    MAJOR = "major"
    SEVERE = "severe"
    EXTREME = "extreme"

    @property
    def rank(self) -> int:
        """1 for ordinary to 4 for extreme."""
        return _GRADE_RANK[self]

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _GRADE_ZH[self]

    @property
    def roman(self) -> str:
        """Ⅰ for extreme to Ⅳ for ordinary, as badges show it."""
        return "ⅣⅢⅡⅠ"[self.rank - 1]

    # A str compares by letters ("extreme" < "ordinary"), so the four comparisons are all replaced.
    def __lt__(self, other: str) -> bool:
        return self.rank < other.rank if isinstance(other, Grade) else NotImplemented

    def __le__(self, other: str) -> bool:
        return self.rank <= other.rank if isinstance(other, Grade) else NotImplemented

    def __gt__(self, other: str) -> bool:
        return self.rank > other.rank if isinstance(other, Grade) else NotImplemented

    def __ge__(self, other: str) -> bool:
        return self.rank >= other.rank if isinstance(other, Grade) else NotImplemented


class Channel(StrEnum):
    """How a report has to go up."""

    PHONE = "phone"
    WRITTEN = "written"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return "电话" if self is Channel.PHONE else "书面"


class ClockStart(StrEnum):
    """The moment from which a rule counts its minutes."""

    OCCURRED = "occurred"
    RECEIVED = "received"
    VERIFIED = "verified"
    CLASSIFIED = "classified"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _CLOCK_ZH[self]


class ObligationState(StrEnum):
    """Where an obligation stands at a moment; late and overdue state a fact about time, never intent."""

    PENDING = "pending"
    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    WAIVED = "waived"


class ReportKind(StrEnum):
    """初报, 续报, 终报."""

    INITIAL = "initial"
    FOLLOWUP = "followup"
    FINAL = "final"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _KIND_ZH[self]


class RoomLevel(StrEnum):
    """Whose duty room this is; decides which step of a chain of reports is its own."""

    ENTERPRISE = "enterprise"
    STREET = "street"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    DEPARTMENT = "department"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _LEVEL_ZH[self]


class Subject(StrEnum):
    """What a rule speaks about: an event, a warning that was received, or a routine notice."""

    INCIDENT = "incident"
    WARNING = "warning"
    NOTICE = "notice"


_CLASS_ZH = {
    EventClass.ACCIDENT: "事故灾难",
    EventClass.NATURAL_DISASTER: "自然灾害",
    EventClass.PUBLIC_HEALTH: "公共卫生事件",
    EventClass.SOCIAL_SECURITY: "社会安全事件",
}
_GRADE_RANK = {Grade.ORDINARY: 1, Grade.MAJOR: 2, Grade.SEVERE: 3, Grade.EXTREME: 4}
_GRADE_ZH = {Grade.ORDINARY: "一般", Grade.MAJOR: "较大", Grade.SEVERE: "重大", Grade.EXTREME: "特别重大"}
_CLOCK_ZH = {
    ClockStart.OCCURRED: "事发",
    ClockStart.RECEIVED: "接报",
    ClockStart.VERIFIED: "核实",
    ClockStart.CLASSIFIED: "定级",
}
_KIND_ZH = {ReportKind.INITIAL: "初报", ReportKind.FOLLOWUP: "续报", ReportKind.FINAL: "终报"}
_LEVEL_ZH = {
    RoomLevel.ENTERPRISE: "企事业单位",
    RoomLevel.STREET: "乡镇（街道）",
    RoomLevel.COUNTY: "县（市、区）",
    RoomLevel.CITY: "设区的市",
    RoomLevel.PROVINCE: "省",
    RoomLevel.DEPARTMENT: "部门",
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When 续报 fall due: at times of day in the duty room's zone, or every so many hours; one of both."""

    at: tuple[time, ...] = ()
    every_hours: int | None = None

    def __post_init__(self) -> None:
        if bool(self.at) == (self.every_hours is not None):
            raise ValueError("a follow-up has either times of day or a number of hours")
        if self.every_hours is not None and self.every_hours < 1:
            raise ValueError("every_hours must be at least 1")
        if any(t.tzinfo is not None for t in self.at):
            raise ValueError("times of day are local to the duty room and carry no zone")


@dataclass(frozen=True, slots=True)
class ReportRule:
    """One limit: whom to tell, by which channel, within how many minutes of what, by which clause.

    Empty ``classes`` means all; empty ``grades`` means all and events without a grade; empty ``levels``
    means every duty room. ``valid_from`` and ``valid_to`` are days in the duty room's zone, both included.
    ``verified`` is false where nobody has checked the number against the regulation; the officer then sees
    请核对本地文件.
    """

    id: str
    preset: str
    classes: frozenset[EventClass]
    grades: frozenset[Grade]
    levels: frozenset[RoomLevel]
    channel: Channel
    recipient: str
    minutes: int
    clock: ClockStart
    source: str
    verified: bool
    valid_from: date
    valid_to: date | None = None
    followup: FollowUp | None = None
    raised_clock: ClockStart | None = None
    note: str = ""
    subject: Subject = Subject.INCIDENT

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError("minutes must be at least 1")


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the rules need to know of an event. ``subject`` None means that nobody said which kind it is."""

    event_class: EventClass
    received_at: datetime
    grade: Grade | None = None
    occurred_at: datetime | None = None
    verified_at: datetime | None = None
    classified_at: datetime | None = None
    subject: Subject | None = None

    def __post_init__(self) -> None:
        for moment in (self.received_at, self.occurred_at, self.verified_at, self.classified_at):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("an event's moments carry a zone")


@dataclass(frozen=True, slots=True)
class Obligation:
    """A report that is owed: what a rule demanded of one event, kept as it applied at the time.

    ``clock`` names the moment that the minutes were really counted from, so it can differ from the rule's
    where that moment was unknown. ``sequence`` is 0 for the initial report and N for 续报 N. The fields
    from ``id`` on are facts of the stored row and empty in a trial computation.
    """

    rule_id: str
    kind: ReportKind
    channel: Channel
    recipient: str
    clock: ClockStart
    starts_at: datetime
    due_at: datetime
    source: str
    verified: bool
    sequence: int = 0
    note: str = ""
    id: int | None = None
    incident_id: int | None = None
    settled_at: datetime | None = None
    late_seconds: int | None = None
    late_reason: str = ""
    waived_at: datetime | None = None
    waived_reason: str = ""
    waived_by: str = ""
    report_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Neither reported nor waived, whether or not its time has passed."""
        return self.settled_at is None and self.waived_at is None

    @property
    def minutes(self) -> int:
        """Whole minutes from start to limit."""
        return int((self.due_at - self.starts_at) / timedelta(minutes=1))

    def state(self, now: datetime) -> ObligationState:
        """Where it stands at ``now``: sent at the limit is still on time, one moment later is late.

        A report that was sent outranks a waiver, since what was done is the stronger fact.
        """
        if self.settled_at is not None:
            return ObligationState.MET if self.settled_at <= self.due_at else ObligationState.LATE
        if self.waived_at is not None:
            return ObligationState.WAIVED
        return ObligationState.OVERDUE if now > self.due_at else ObligationState.PENDING


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected fact does to obligations: open ones that it replaces, and the ones in their place.

    Each of ``superseded`` already carries ``waived_at`` and ``waived_reason``; store both sides together.
    """

    superseded: tuple[Obligation, ...] = ()
    added: tuple[Obligation, ...] = ()


@dataclass(frozen=True, slots=True)
class GradeSuggestion:
    """A proposed grade with its reason: ``basis`` in Chinese, ``code`` and ``values`` to translate it.

    Codes: ``numbers`` (a grade is proposed; values name the tests that decided in ``decisive``),
    ``no_numbers``, ``not_an_accident``, ``no_statutory_grade``.
    """

    grade: Grade | None
    basis: str
    code: str
    values: Mapping[str, int | str] = field(default_factory=dict[str, int | str], hash=False)

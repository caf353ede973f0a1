"""The words of rotation: allowed lists, pairs, fixed duties, rules, a plan with its reasons, findings.

A leave of the core roster is what makes a person unavailable; there is no second kind of absence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from duty_console.roster.model import DayType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duty_console.roster.model import Post, Shift, Why


@dataclass(frozen=True, slots=True)
class Member:
    """A person on the allowed list of a post, from `since` to `until`, both included; None is open."""

    post_id: int
    person_id: int
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether the person may stand there in the shifts of a date."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class PairKind(StrEnum):
    """Whether two persons serve in the same shifts only, or never in the same."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class PairRule:
    """Two persons who must serve together, at whatever posts of a shift, or must not."""

    kind: PairKind
    person_a: int
    person_b: int


@dataclass(frozen=True, slots=True)
class FixedDuty:
    """A person who stands at a post on the same weekdays always. Monday is 0; an empty `slot` is every shift."""

    post_id: int
    person_id: int
    weekdays: tuple[int, ...]
    slot: str = ""

    def holds_in(self, shift: Shift) -> bool:
        """Return whether the person stands there in a shift."""
        return shift.date.weekday() in self.weekdays and self.slot in ("", shift.name)


WEIGHTS: Mapping[DayType, float] = {
    DayType.WORKDAY: 1.0,
    DayType.MAKEUP_WORKDAY: 1.0,
    DayType.WEEKEND: 1.5,
    DayType.ADJUSTED_REST: 2.0,
    DayType.STATUTORY_HOLIDAY: 3.0,
}
"""What 24 hours of duty weigh, until a room says otherwise."""


@dataclass(frozen=True, slots=True)
class RotationRules:
    """What a room asks of every plan.

    `min_rest_hours` lie between two shifts of a person. `most_per_month` shifts a person at most, 0 is any number.
    Duty of the last `carry_years` counts on.
    """

    min_rest_hours: float = 24.0
    weights: Mapping[DayType, float] = field(default_factory=lambda: dict(WEIGHTS))
    most_per_month: int = 0
    carry_years: int = 3


@dataclass(frozen=True, slots=True)
class Duty:
    """A person in a seat of a shift, as planning counts it. `share` is how much of the shift the person really served.

    A stand-in has a duty of his own (`covering`) with the share that he covers; it takes up no seat.
    """

    shift_date: date
    slot: str
    post_id: int
    person_id: int
    starts_at: datetime
    ends_at: datetime
    share: float = 1.0
    covering: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """A time in which a person cannot serve."""

    person_id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Task:
    """All that a plan is made from. `shifts` are those to fill; `duties` stand, before, in and after them."""

    first: date
    last: date
    shifts: tuple[Shift, ...]
    posts: tuple[Post, ...]
    members: tuple[Member, ...]
    days: Mapping[date, DayType]
    duties: tuple[Duty, ...] = ()
    left: Mapping[int, datetime] = field(default_factory=dict[int, datetime])
    away: tuple[Away, ...] = ()
    pairs: tuple[PairRule, ...] = ()
    fixed: tuple[FixedDuty, ...] = ()
    rules: RotationRules = field(default_factory=RotationRules)


@dataclass(frozen=True, slots=True)
class PlannedSeat:
    """A person put into a seat, and why."""

    shift_date: date
    slot: str
    post_id: int
    person_id: int
    why: Why


@dataclass(frozen=True, slots=True)
class PlanGap:
    """Seats that nobody could be found for. `reason` sums up why each candidate fell out."""

    shift_date: date
    slot: str
    post_id: int
    missing: int
    reason: Why


@dataclass(frozen=True, slots=True)
class Balance:
    """How evenly duty is shared, 0 to 100: the mean over all pairs of persons of the lesser's duty over the greater's.

    `overall` compares the weighted duty of all day types together, `by_day_type` each type by itself, `by_post` what
    was served at one post alone.
    """

    overall: float
    by_day_type: Mapping[DayType, float]
    by_post: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the planner found: seats filled, seats it had to leave, and the balance of everything with it."""

    seats: tuple[PlannedSeat, ...]
    gaps: tuple[PlanGap, ...]
    balance: Balance


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has served at a post: shifts by day type within the span, and those carried over from before.

    `weighted` is both together in weighted days of 24 hours; `credited` is added where the person was not on the list
    all the time, so that a newcomer enters at the average.
    """

    post_id: int
    person_id: int
    shifts: Mapping[DayType, int]
    carried: Mapping[DayType, int]
    weighted: float
    credited: float


class FindingKind(StrEnum):
    """What may be wrong with a roster."""

    GAP = "gap"
    KEY_POST_SINGLE = "key_post_single"
    DOUBLE_BOOKING = "double_booking"
    TOO_LITTLE_REST = "too_little_rest"
    LEADER_MISSING = "leader_missing"
    HOLIDAY_WITHOUT_LEADER = "holiday_without_leader"
    AWAY_UNCOVERED = "away_uncovered"
    PERSON_LEFT = "person_left"
    NOT_ON_LIST = "not_on_list"
    PHONE_UNCONFIRMED = "phone_unconfirmed"
    CALENDAR_PROVISIONAL = "calendar_provisional"

    @property
    def zh(self) -> str:
        """The word on screen and paper."""
        return _FINDING_ZH[self]


_FINDING_ZH = {
    FindingKind.GAP: "缺岗",
    FindingKind.KEY_POST_SINGLE: "重点岗位仅一人",
    FindingKind.DOUBLE_BOOKING: "一人两岗",
    FindingKind.TOO_LITTLE_REST: "休息不足",
    FindingKind.LEADER_MISSING: "无带班领导",
    FindingKind.HOLIDAY_WITHOUT_LEADER: "节假日无带班领导",
    FindingKind.AWAY_UNCOVERED: "请假无人替班",
    FindingKind.PERSON_LEFT: "人员已离任",
    FindingKind.NOT_ON_LIST: "不在允许名单",
    FindingKind.PHONE_UNCONFIRMED: "电话未核实",
    FindingKind.CALENDAR_PROVISIONAL: "日历待定",
}


class Severity(StrEnum):
    """How bad: the room would be without somebody; a rule is broken; good to know."""

    SERIOUS = "serious"
    BREACH = "breach"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the roster of a shift. `post_id` is None and `slot` empty where it is not about one."""

    kind: FindingKind
    severity: Severity
    shift_date: date
    slot: str
    post_id: int | None
    person_ids: tuple[int, ...]
    values: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding that lies ahead, and within how many days: 7, 3 or 1."""

    finding: Finding
    days: int

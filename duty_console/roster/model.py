"""The words of the roster: posts, shifts, day types, assignments, and the tables that screen and paper show.

Frozen values without I/O; every moment is aware UTC, every date is a date of the duty room's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PostKind(StrEnum):
    """Whether a post leads (带班), does the duty (值班), or stands by (备班), reachable but not in the room."""

    LEADER = "leader"
    OFFICER = "officer"
    STANDBY = "standby"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {PostKind.LEADER: "带班", PostKind.OFFICER: "值班", PostKind.STANDBY: "备班"}[self]


@dataclass(frozen=True, slots=True)
class Post:
    """A post of every shift: 带班领导, 主班, 副班 … `seats` is how many persons it is planned for.

    It exists for shift dates from `since` on and before `retired_on`: a post added today makes no gaps in the past.
    `tier` ranks leaders where a room has two or three tiers (1 is the highest). A `key` post (重点岗位) needs two
    persons at least (一岗双人). `slots` are the shifts that it exists in, by name; empty means every shift.
    """

    id: int
    name: str
    kind: PostKind
    order: int
    seats: int
    active: bool
    since: date
    retired_on: date | None = None
    tier: int = 1
    key: bool = False
    slots: tuple[str, ...] = ()

    @property
    def needed(self) -> int:
        """How many persons it needs in a shift."""
        return max(self.seats, 2) if self.key else self.seats

    def exists_on(self, day: date) -> bool:
        """Return whether shifts of this date need the post."""
        return self.since <= day and (self.retired_on is None or day < self.retired_on)

    def exists_in(self, shift: Shift) -> bool:
        """Return whether this shift needs the post."""
        return self.exists_on(shift.date) and (not self.slots or shift.name in self.slots)


class DayScope(StrEnum):
    """On which days a shift is held: office hours of workdays are often the departments' own, the rest the room's."""

    EVERY = "every"
    WORK = "work"
    REST = "rest"

    def holds(self, *, works: bool) -> bool:
        """Return whether a shift of this scope is held on a day on which offices are open, or are not."""
        return self is DayScope.EVERY or (self is DayScope.WORK) == works


@dataclass(frozen=True, slots=True)
class ShiftSlot:
    """One shift of a day: it begins at `starts` by the room's clock and lasts `hours`, past midnight if need be."""

    name: str
    starts: time
    hours: float
    on: DayScope = DayScope.EVERY


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """The shifts of a day, for dates from `valid_from` until the next pattern begins."""

    valid_from: date
    shifts: tuple[ShiftSlot, ...]


FULL_DAY = ShiftSlot("全天班", time(8), 24)
DEFAULT_PATTERN = ShiftPattern(date.min, (FULL_DAY,))
"""24 hours with handover at 08:00, the commonest; in force until a room sets its own."""


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One shift: `starts_at` belongs to it, `ends_at` to the next. `date` and `name` (its slot) are its key."""

    starts_at: datetime
    ends_at: datetime
    date: date
    name: str


class DayType(StrEnum):
    """What a day is worth in duty: counted apart for fairness."""

    WORKDAY = "workday"
    MAKEUP_WORKDAY = "makeup_workday"
    WEEKEND = "weekend"
    ADJUSTED_REST = "adjusted_rest"
    STATUTORY_HOLIDAY = "statutory_holiday"

    @property
    def zh(self) -> str:
        """The word on paper and screen."""
        return _DAY_ZH[self]

    @property
    def works(self) -> bool:
        """Whether offices are open."""
        return self in (DayType.WORKDAY, DayType.MAKEUP_WORKDAY)


_DAY_ZH = {
    DayType.WORKDAY: "工作日",
    DayType.MAKEUP_WORKDAY: "调休上班",
    DayType.WEEKEND: "周末",
    DayType.ADJUSTED_REST: "假期",
    DayType.STATUTORY_HOLIDAY: "法定节日",
}


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date's type. `name` is the holiday (国庆节) it is, belongs to or makes up for; empty on plain days.

    `provisional`: the State Council's notice for that year is not known here, so rest and make-up days may yet move.
    """

    date: date
    day_type: DayType
    name: str = ""
    provisional: bool = False

    @property
    def weekday_zh(self) -> str:
        """周一 … 周日."""
        return "周" + "一二三四五六日"[self.date.weekday()]

    @property
    def remark_zh(self) -> str:
        """What the remarks column says: 国庆节, or 补国庆节假期 on a make-up workday."""
        return f"补{self.name}假期" if self.day_type is DayType.MAKEUP_WORKDAY and self.name else self.name


@dataclass(frozen=True, slots=True)
class DutyPerson:
    """A person at a post, as strip, paper, alarm and command line show them."""

    person_id: int
    name: str
    title: str
    post: str
    phone: str


class AssignmentSource(StrEnum):
    """How an assignment came to be."""

    HAND = "hand"
    PLAN = "plan"
    IMPORT = "import"
    SWAP = "swap"


@dataclass(frozen=True, slots=True)
class Why:
    """Why somebody stands where he stands: a code with values, which screen and command line turn into words."""

    code: str
    values: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A person put on a post for one shift (`shift_date`, `slot`)."""

    id: int
    post_id: int
    person_id: int
    starts_at: datetime
    ends_at: datetime
    shift_date: date
    slot: str
    place: int = 0
    """The order within the cell."""
    source: AssignmentSource = AssignmentSource.HAND
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What is entered in one cell of the roster: all persons of one post in one shift, in order; none clears it.

    `whys` say why, in the order of the persons; empty where nobody says.
    """

    shift_date: date
    slot: str
    post_id: int
    person_ids: tuple[int, ...]
    whys: tuple[Why, ...] = ()


class LeaveKind(StrEnum):
    """Why a person is away for a time."""

    PERSONAL = "personal"
    SICK = "sick"
    ANNUAL = "annual"
    TRAINING = "training"
    MISSION = "mission"
    OTHER = "other"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _LEAVE_ZH[self]


_LEAVE_ZH = {
    LeaveKind.PERSONAL: "事假",
    LeaveKind.SICK: "病假",
    LeaveKind.ANNUAL: "年休假",
    LeaveKind.TRAINING: "培训",
    LeaveKind.MISSION: "公差",
    LeaveKind.OTHER: "其他",
}


@dataclass(frozen=True, slots=True)
class NewLeave:
    """A leave (请假) from `starts_at` up to `ends_at`."""

    person_id: int
    starts_at: datetime
    ends_at: datetime
    kind: LeaveKind = LeaveKind.PERSONAL
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """A leave on record: who is on leave is not on duty. One that was cancelled counts no more."""

    id: int
    person_id: int
    starts_at: datetime
    ends_at: datetime
    kind: LeaveKind
    reason: str
    recorded_at: datetime
    cancelled_at: datetime | None = None

    def holds_at(self, at: datetime) -> bool:
        """Return whether the person is away at `at`."""
        return self.cancelled_at is None and self.starts_at <= at < self.ends_at


class CoverKind(StrEnum):
    """How a person came to stand in for another: agreed (替班), in an emergency, or while the other was off post."""

    COVER = "cover"
    EMERGENCY = "emergency"
    OFF_POST = "off_post"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {CoverKind.COVER: "替班", CoverKind.EMERGENCY: "应急替岗", CoverKind.OFF_POST: "离岗顶班"}[self]


@dataclass(frozen=True, slots=True)
class NewCover:
    """`cover_person_id` is to stand in the seat of `person_id` from `starts_at` up to `ends_at`, within one shift."""

    shift_date: date
    slot: str
    post_id: int
    person_id: int
    cover_person_id: int
    starts_at: datetime
    ends_at: datetime
    kind: CoverKind = CoverKind.COVER
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover on record; one that was cancelled counts no more."""

    id: int
    shift_date: date
    slot: str
    post_id: int
    person_id: int
    cover_person_id: int
    starts_at: datetime
    ends_at: datetime
    kind: CoverKind
    reason: str
    recorded_at: datetime
    cancelled_at: datetime | None = None

    def holds_at(self, at: datetime) -> bool:
        """Return whether the cover stands at `at`."""
        return self.cancelled_at is None and self.starts_at <= at < self.ends_at


@dataclass(frozen=True, slots=True)
class RosterCorrection:
    """A cell that was changed after its shift was over: names before and after, and why."""

    recorded_at: datetime
    shift_date: date
    slot: str
    post: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A post with fewer persons than it needs: `missing` says how many at the worst moment.

    `away` names who was planned and is on leave.
    """

    post_id: int
    post: str
    kind: PostKind
    missing: int
    shift: Shift
    away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One person on two posts, or twice on one, in the same shift."""

    person_id: int
    shift_date: date
    slot: str
    post_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who is on duty at `at`. `shift` is None where the pattern leaves that hour without a shift."""

    at: datetime
    shift: Shift | None
    leaders: tuple[DutyPerson, ...] = ()
    officers: tuple[DutyPerson, ...] = ()
    gaps: tuple[Gap, ...] = ()
    standby: tuple[DutyPerson, ...] = ()


class Outlook(NamedTuple):
    """Who is on duty, which shift comes next, and when somebody else is on duty with nothing written: `turns_at`.

    A shift turns by itself, and so do a cover and a leave that begin or end.
    """

    duty: OnDuty
    following: Shift | None
    turns_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Who stands at a post from `starts_at` up to `ends_at`, with nothing changing in between: the unit of history."""

    shift: Shift
    post_id: int
    starts_at: datetime
    ends_at: datetime
    persons: tuple[int, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class CoverMark:
    """A cover as the table shows it, beside the person whose seat it is."""

    cover_id: int
    person_id: int
    cover: DutyPerson
    starts_at: datetime
    ends_at: datetime
    kind: CoverKind


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One post in one shift: who is planned, and how many are missing at the worst moment.

    0 are missing also where the post does not exist in that shift. `away` are the planned who are on leave.
    """

    post_id: int
    persons: tuple[DutyPerson, ...]
    missing: int
    covers: tuple[CoverMark, ...] = ()
    away: tuple[int, ...] = ()
    exists: bool = True


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One shift of the month; `cells` stand in the order of the table's posts."""

    day: CalendarDay
    shift: Shift
    cells: tuple[MonthCell, ...]
    first_of_day: bool = True


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month as screen, paper and Excel show it: shifts down, posts across."""

    year: int
    month: int
    posts: tuple[Post, ...]
    days: tuple[CalendarDay, ...]
    rows: tuple[MonthRow, ...]
    gaps: tuple[Gap, ...]
    counts: Mapping[DayType, int]
    """Days by type, every type in the legend's order."""

    @property
    def provisional(self) -> bool:
        """Whether any day's type may yet change."""
        return any(day.provisional for day in self.days)

    @property
    def several_shifts(self) -> bool:
        """Whether some day has more than one shift, so that the shift's name must be shown."""
        return any(not row.first_of_day for row in self.rows)

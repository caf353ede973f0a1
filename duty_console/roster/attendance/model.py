"""The words of attendance: who signed in and when, who left the post and why, who is there now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person's sign-in for one shift. `due_at` is when the person's own time in that shift begins.

    `late_minutes` are the minutes after `due_at`, each begun one counted; 0 is in time. `corrected` holds the reason
    where the time was corrected later; `first_at` is what was written first.
    """

    id: int
    person_id: int
    post_id: int
    shift_date: date
    slot: str
    due_at: datetime
    at: datetime
    late_minutes: int
    reason: str
    recorded_at: datetime
    recorded_by: str
    first_at: datetime
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class OffPost:
    """A person away from the post (离岗) since `since`, with the reason, and who stands there meanwhile.

    `until` is when the person means to be back, None: not before the end of the shift. `ends_at` is when it is over
    for certain: back, or the shift's end.
    """

    id: int
    person_id: int
    post_id: int
    shift_date: date
    slot: str
    since: datetime
    ends_at: datetime
    reason: str
    cover_person_id: int | None
    until: datetime | None
    cover_id: int | None
    back_at: datetime | None
    recorded_at: datetime
    recorded_by: str
    corrected: str = ""

    def holds_at(self, at: datetime) -> bool:
        """Return whether the person is off post at `at`."""
        return self.since <= at < self.ends_at

    def overdue_at(self, at: datetime) -> bool:
        """Return whether the person meant to be back by then and is not."""
        return self.holds_at(at) and self.until is not None and self.until <= at


@dataclass(frozen=True, slots=True)
class PresenceState:
    """One person who stands at a post at a moment, or is off it.

    `planned`: by the roster itself; else the person stands in for `covers_for`. `due_at` up to `until` is the person's
    own time in the shift. `standing` is False for who is off post with somebody else there. `expected`: must sign in
    (who stands by at home need not). `missing_minutes` counts while nobody signed in after `due_at`; None: signed in,
    or need not.
    """

    person_id: int
    post_id: int
    planned: bool
    covers_for: int | None
    standing: bool
    expected: bool
    due_at: datetime
    until: datetime
    sign_in: SignIn | None
    missing_minutes: int | None
    off_post: OffPost | None

    @property
    def signed_at(self) -> datetime | None:
        """When the person signed in."""
        return self.sign_in.at if self.sign_in else None

    @property
    def late_minutes(self) -> int | None:
        """How late the person signed in; None before that."""
        return self.sign_in.late_minutes if self.sign_in else None

    @property
    def missing(self) -> bool:
        """Whether the person's time has begun without a sign-in."""
        return self.missing_minutes is not None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One person's part in one shift, as the attendance list shows it."""

    shift_date: date
    slot: str
    post_id: int
    person_id: int
    planned: bool
    covers_for: int | None
    expected: bool
    due_at: datetime
    until: datetime
    sign_in: SignIn | None
    missing: bool
    off_posts: tuple[OffPost, ...] = ()

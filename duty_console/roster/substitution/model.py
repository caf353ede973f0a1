"""The words of changes to the roster: proposals, consents, decisions, what they were cautioned about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from duty_console.roster.model import Leave, Why


class ChangeKind(StrEnum):
    """What is changed: somebody stands in, two change places, or somebody stood in at once and is confirmed later."""

    COVER = "cover"
    SWAP = "swap"
    EMERGENCY = "emergency"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {ChangeKind.COVER: "替班", ChangeKind.SWAP: "调班", ChangeKind.EMERGENCY: "应急替岗"}[self]


class ProposalState(StrEnum):
    """How far a change has come."""

    PROPOSED = "proposed"
    """Somebody's consent is still missing."""
    AGREED = "agreed"
    """Both consented; a leader decides."""
    UNCONFIRMED = "unconfirmed"
    """An emergency substitution that took effect and that no leader approved yet."""
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """The roster changed meanwhile, or its time went by."""

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _STATE_ZH[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody must still act."""
        return self in (ProposalState.PROPOSED, ProposalState.AGREED, ProposalState.UNCONFIRMED)


_STATE_ZH = {
    ProposalState.PROPOSED: "待同意",
    ProposalState.AGREED: "待批准",
    ProposalState.UNCONFIRMED: "待确认",
    ProposalState.APPROVED: "已批准",
    ProposalState.REFUSED: "未批准",
    ProposalState.WITHDRAWN: "已撤回",
    ProposalState.LAPSED: "已失效",
}


class ConsentHow(StrEnum):
    """How somebody's consent was heard."""

    IN_PERSON = "in_person"
    PHONE = "phone"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {ConsentHow.IN_PERSON: "当面", ConsentHow.PHONE: "电话"}[self]


@dataclass(frozen=True, slots=True)
class SeatKey:
    """A person's seat in the plan: this post of this shift."""

    shift_date: date
    slot: str
    post_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Consent:
    """One of the two agreed. `recorded_by` is who wrote it down."""

    person_id: int
    at: datetime
    how: ConsentHow
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change as it was proposed, with everything decided about it since.

    A cover or an emergency: `other_person_id` stands in the seat of `person_id` from `starts_at` up to `ends_at`.
    A swap: the two change seats; the second is `other_shift_date`, `other_slot`, `other_post_id`, and the times are
    those of the first shift.
    `cautions` were given back and kept: codes `holiday_late` (`date`, `days`), `not_allowed` (`name`, `post`),
    `rest_short` (`name`, `hours`, `least`).
    `lapse` says why an undecided one can no longer be approved: the code and values of the problem it would meet.
    """

    id: int
    kind: ChangeKind
    state: ProposalState
    shift_date: date
    slot: str
    post_id: int
    person_id: int
    other_person_id: int
    starts_at: datetime
    ends_at: datetime
    other_shift_date: date | None
    other_slot: str
    other_post_id: int | None
    reason: str
    proposed_by: str
    proposed_at: datetime
    told_leader_id: int | None = None
    """An emergency: the leader who was told at once."""
    cautions: tuple[Why, ...] = ()
    consents: tuple[Consent, ...] = ()
    decided_by: int | None = None
    """The leader who approved or refused."""
    decided_at: datetime | None = None
    decision_remark: str = ""
    recorded_by: str = ""
    """Who wrote the decision down."""
    cover_id: int | None = None
    """The core's cover that came of it."""
    lapse: Why | None = None

    @property
    def persons(self) -> tuple[int, int]:
        """The two whom it concerns."""
        return self.person_id, self.other_person_id

    @property
    def consents_missing(self) -> tuple[int, ...]:
        """Who has not agreed yet. In an emergency nobody is asked beforehand."""
        if self.kind is ChangeKind.EMERGENCY:
            return ()
        given = {each.person_id for each in self.consents}
        return tuple(each for each in self.persons if each not in given)


@dataclass(frozen=True, slots=True)
class LeaveRecord:
    """A leave with who approved it and who wrote that down."""

    leave: Leave
    approved_by: int
    approved_at: datetime
    recorded_by: str
    seats: tuple[SeatKey, ...] = ()
    """Where the person is planned during it: gaps until somebody stands in."""

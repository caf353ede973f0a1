"""The words of an incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.limits.model import EventClass, Grade, GradeSuggestion, Obligation


class IntakeChannel(StrEnum):
    """How news of an incident came in."""

    PHONE = "phone"
    FAX = "fax"
    NETWORK = "network"
    VISIT = "visit"
    OTHER = "other"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return {"phone": "电话", "fax": "传真", "network": "网络", "visit": "来访", "other": "其他"}[self.value]


class IncidentState(StrEnum):
    """Whether an incident is being handled. Closed ones open again when news comes."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Casualties:
    """People and loss as far as known. None is "not known yet", which is not 0. Loss in whole yuan."""

    deaths: int | None = None
    missing: int | None = None
    serious_injuries: int | None = None
    minor_injuries: int | None = None
    trapped: int | None = None
    evacuated: int | None = None
    direct_loss_yuan: int | None = None


COUNTS = (
    "deaths",
    "missing",
    "serious_injuries",
    "minor_injuries",
    "trapped",
    "evacuated",
    "direct_loss_yuan",
)
"""The fields of `Casualties` in the order of forms and papers."""


@dataclass(frozen=True, slots=True)
class NewIncident:
    """What an officer takes down from a call. Only the class is needed; `received_at` is the moment of F2.

    A `grade` set by hand goes with `grade_reason`; without it the suggestion of the rules applies.
    `already_told` is whom the caller has told, in the caller's words.
    """

    event_class: EventClass
    received_at: datetime
    type: str = ""
    title: str = ""
    occurred_at: datetime | None = None
    place: str = ""
    source_unit: str = ""
    caller: str = ""
    caller_post: str = ""
    caller_phone: str = ""
    channel: IntakeChannel = IntakeChannel.PHONE
    casualties: Casualties = field(default_factory=Casualties)
    grade: Grade | None = None
    grade_reason: str = ""
    summary: str = ""
    measures: str = ""
    already_told: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it stands now. `grade_basis` is the reason in the words of the rule or of the officer."""

    id: int
    number: str
    state: IncidentState
    event_class: EventClass
    type: str
    title: str
    received_at: datetime
    occurred_at: datetime | None
    place: str
    source_unit: str
    caller: str
    caller_post: str
    caller_phone: str
    channel: IntakeChannel
    casualties: Casualties
    grade: Grade | None
    grade_basis: str
    classified_at: datetime | None
    summary: str
    measures: str
    already_told: str
    recorder: str
    recorded_at: datetime
    closed_at: datetime | None = None
    closed_reason: str = ""


@dataclass(frozen=True, slots=True)
class CasualtyCount:
    """One change of the numbers: when, from whom, all counts from then on. Shown one row per change."""

    id: int
    at: datetime
    source: str
    casualties: Casualties
    recorder: str


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """An incident with its obligations, the open one that ends first in front: what the Now page and the lists show."""

    incident: Incident
    obligations: tuple[Obligation, ...]

    @property
    def next_obligation(self) -> Obligation | None:
        """The open obligation that ends first."""
        return min((each for each in self.obligations if each.is_open), key=lambda each: each.due_at, default=None)


@dataclass(frozen=True, slots=True)
class IntakePreview:
    """What would apply if the intake were recorded as it is: shown live under the fields, stored nowhere."""

    suggestion: GradeSuggestion
    grade: Grade | None
    obligations: tuple[Obligation, ...]
    missing: tuple[str, ...]
    """Those of the five fields (`incidents.rules.ESSENTIAL`) that are still empty."""


@dataclass(frozen=True, slots=True)
class RecordedIncident:
    """An incident right after the durable commit; `journal_seq` is the number shown as 已存."""

    incident: Incident
    obligations: tuple[Obligation, ...]
    journal_seq: int


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents to list; everything absent means all."""

    states: frozenset[IncidentState] = frozenset()
    classes: frozenset[EventClass] = frozenset()
    grades: frozenset[Grade] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    words: str = ""
    sort: str = "received_at"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """New values for facts of an incident; a field left None stays as it is. `reason` is required."""

    reason: str
    event_class: EventClass | None = None
    type: str | None = None
    title: str | None = None
    occurred_at: datetime | None = None
    place: str | None = None
    source_unit: str | None = None
    caller: str | None = None
    caller_post: str | None = None
    caller_phone: str | None = None
    summary: str | None = None
    measures: str | None = None
    already_told: str | None = None


class SearchHit(NamedTuple):
    """A place where searched words were found: an incident or a log line, newest first.

    `entity` is `incident` or `log_entry`; `journal_seq` the number of its first journal entry.
    A named tuple, because fifty are made at every key while somebody types.
    """

    entity: str
    id: int
    at: datetime
    title: str
    text: str
    incident_number: str | None
    journal_seq: int

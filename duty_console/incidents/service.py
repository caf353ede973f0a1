"""What an officer does with an incident: take it down, grade it, add to it, correct it, close it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from duty_console.database.engine import Database, use_case_of
from duty_console.dutylog.model import WRITABLE, LogEntry, LogKind
from duty_console.dutylog.service import (
    append,
    check_of_incident,
    checked_moment,
    checked_reason,
    checked_text,
    entries_of,
)
from duty_console.errors import InputProblem
from duty_console.incidents import queries
from duty_console.incidents.model import (
    Casualties,
    CasualtyCount,
    FactCorrection,
    Incident,
    IncidentCard,
    IncidentFilter,
    IncidentState,
    IntakePreview,
    NewIncident,
    RecordedIncident,
    SearchHit,
)
from duty_console.incidents.rules import (
    FACT_ZH,
    LONGEST,
    basis_of,
    changed_counts,
    changes_of,
    check_casualties,
    checked,
    checked_words,
    facts_of,
    intake_line,
    missing_essentials,
    next_number,
    number_prefix,
    shrinking,
    suggestion_for,
    title_of,
)
from duty_console.incidents.tables import CasualtyRow, IncidentRow
from duty_console.limits.model import EventFacts, Grade, Obligation, Subject
from duty_console.limits.rules import obligations_after_correction, obligations_on_raise
from duty_console.limits.service import Limits, obligation_of, rows_of, store
from duty_console.limits.tables import ObligationRow

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

_LAST_NUMBER = text(
    "SELECT number FROM incident WHERE number > :prefix AND number < :after"
    " ORDER BY length(number) DESC, number DESC LIMIT 1"
)


class Incidents:
    """The room's incidents."""

    def __init__(self, database: Database, limits: Limits) -> None:
        self._database = database
        self._limits = limits

    # -- taking down ---------------------------------------------------------------------------------------------

    def preview(self, new: NewIncident, preset: str | None = None) -> IntakePreview:
        """Return the suggested grade and the limits that would apply, storing nothing.

        Raises InputProblem as `record` does.
        """
        now = self._database.clock.now()
        new = checked(new, now)
        suggestion = suggestion_for(new.event_class, new.casualties)
        grade = new.grade or suggestion.grade
        # A trial of one preset shows all that it holds, limits of warnings received too.
        facts = _facts(new, grade, Subject.INCIDENT if preset is None else None)
        owed = self._limits.trial(facts, now, preset)
        return IntakePreview(suggestion, grade, owed, missing_essentials(new))

    def record(self, new: NewIncident) -> RecordedIncident:
        """Take an incident down: number, facts, first line of the timeline and obligations in one durable transaction.

        Raises InputProblem naming the field; nothing is stored then.
        """
        now = self._database.clock.now()
        new = checked(new, now)
        suggestion = suggestion_for(new.event_class, new.casualties)
        grade = new.grade or suggestion.grade
        basis = basis_of(new, suggestion)
        with self._database.write("record_incident") as session:
            row = self._incident_row(session, new, grade, basis, now)
            session.add(row)
            session.flush()
            append(
                session,
                self._database,
                LogKind.INTAKE,
                intake_line(new),
                new.received_at,
                (row.id, row.number),
            )
            if any(count is not None for count in asdict(new.casualties).values()):
                session.add(self._casualty_row(row.id, new.received_at, new.source_unit or new.caller, new.casualties))
            demanded = self._limits.demanded(session, _facts(new, grade), now)
            owed = store(session, row.id, row.number, demanded)
            session.flush()
            recorded = queries.incident_of(row)
            obligations = tuple(sorted(map(obligation_of, owed), key=lambda each: each.due_at))
            seq = use_case_of(session).last_seq
        return RecordedIncident(recorded, obligations, seq)

    # -- what happens then ---------------------------------------------------------------------------------------

    def add_entry(
        self, number: str, kind: LogKind, text: str, at: datetime | None = None, answers_id: int | None = None
    ) -> LogEntry:
        """Add a line to the timeline; news of a closed incident opens it again, which is recorded.

        A feedback names in `answers_id` the line of the instruction that it reports back on. Raises InputProblem for an
        unknown incident or line, an empty text, or a time in the future.
        """
        if kind not in WRITABLE:
            raise InputProblem("kind", "kind_not_by_hand", kind=kind.value)
        now, words = self._database.clock.now(), checked_text(text)
        with self._database.write("add_entry") as session:
            row = self._reopened(session, number, now)
            if answers_id is not None:
                check_of_incident(session, answers_id, row.id)
            moment = checked_moment(at, now)
            line = append(session, self._database, kind, words, moment, (row.id, number), answers_id=answers_id)
            session.flush()
            return entries_of(session, [line])[0]

    def regrade(self, number: str, grade: Grade, reason: str, at: datetime | None = None) -> IncidentCard:
        """Set the grade. Raising it adds the obligations of the higher grade, counted from `at`; none is taken away.

        Raises InputProblem for an empty reason, the same grade, a time in the future or before the incident was
        received.
        """
        now = self._database.clock.now()
        moment = checked_moment(at, now)
        basis = _reason(reason)
        with self._database.write("regrade_incident") as session:
            row = self._reopened(session, number, now)
            if row.grade is grade:
                raise InputProblem("grade", "grade_unchanged", grade=grade.value)
            if moment < row.received_at:
                raise InputProblem("at", "before_received")
            before = queries.incident_of(row)
            was = before.grade.zh if before.grade else "未定级"
            row.grade, row.grade_basis, row.classified_at = grade, basis, moment
            after = queries.incident_of(row)
            added = self._added_by(session, before, after, moment)
            store(session, row.id, number, added)
            more = f"；新增时限{len(added)}项" if added else ""
            append(
                session,
                self._database,
                LogKind.GRADE,
                f"{was}→{grade.zh}：{basis}{more}",
                moment,
                (row.id, number),
            )
            session.flush()
            return queries.cards_of(session, [row])[0]

    def would_add(self, number: str, grade: Grade) -> tuple[Obligation, ...]:
        """Return the limits that this grade would add if it were set now: shown before it is, stored nowhere."""
        now = self._database.clock.now()
        with self._database.read() as session:
            before = queries.incident_of(queries.row_by_number(session, number))
            return self._added_by(session, before, replace(before, grade=grade, classified_at=now), now)

    def update_casualties(
        self,
        number: str,
        casualties: Casualties,
        source: str,
        at: datetime | None = None,
        reason: str = "",
    ) -> IncidentCard:
        """Keep new numbers as a row of their own. Numbers of dead or injured that fall ask for a reason.

        Raises InputProblem for negative or unchanged numbers, a missing reason, or a time in the future.
        """
        check_casualties(casualties)
        now, why = self._database.clock.now(), checked_reason(reason)
        said_by = checked_words("source", source)
        moment = checked_moment(at, now)
        with self._database.write("update_casualties") as session:
            row = self._reopened(session, number, now)
            before = queries.casualties_of(row)
            if before == casualties:
                raise InputProblem("casualties", "casualties_unchanged")
            fallen = shrinking(before, casualties)
            if fallen and not why:
                raise InputProblem("reason", "reason_missing_for_fall", fields=", ".join(fallen))
            for name, count in asdict(casualties).items():
                setattr(row, name, count)
            session.add(self._casualty_row(row.id, moment, said_by, casualties))
            said = [said_by, changed_counts(before, casualties), f"原因：{why}" if why else ""]
            text = "；".join(part for part in said if part)
            append(session, self._database, LogKind.CASUALTIES, text, moment, (row.id, number))
            session.flush()
            return queries.cards_of(session, [row])[0]

    def correct_facts(self, number: str, correction: FactCorrection) -> IncidentCard:
        """Put a fact right: the old value stays in the timeline; limits that depend on it are computed anew.

        Raises InputProblem for an empty reason, nothing to change, or values that an intake would not take.
        """
        reason, now = _reason(correction.reason), self._database.clock.now()
        wanted = changes_of(correction)
        with self._database.write("correct_facts") as session:
            row = self._reopened(session, number, now)
            before = queries.incident_of(row)
            changes = {
                name: value
                for name, value in _checked_facts(wanted, before, now).items()
                if value != getattr(before, name)
            }
            if not changes:
                raise InputProblem("facts", "nothing_changed")
            for name, value in changes.items():
                setattr(row, name, value)
            after = queries.incident_of(row)
            self._recompute(session, before, after, now)
            zone = self._limits.zone_in(session)
            said = "；".join(
                f"{FACT_ZH[name]} {_shown(getattr(before, name), zone)}→{_shown(value, zone)}"
                for name, value in changes.items()
            )
            append(
                session,
                self._database,
                LogKind.CORRECTION,
                f"{said}（原因：{reason}）",
                now,
                (row.id, number),
            )
            session.flush()
            return queries.cards_of(session, [row])[0]

    def close(self, number: str, reason: str) -> Incident:
        """Close an incident. Follow-ups that have not begun to be late end with it.

        Raises InputProblem `obligations_open` while an initial or overdue report is owed, `reason_missing`,
        or `already_closed`.
        """
        words, now = _reason(reason), self._database.clock.now()
        with self._database.write("close_incident") as session:
            row = queries.row_by_number(session, number)
            if row.state is IncidentState.CLOSED:
                raise InputProblem("number", "already_closed", number=number)
            still = rows_of(session, row.id, only_open=True)
            ending = [owed for owed in still if owed.sequence > 0 and owed.due_at >= now]
            if len(ending) < len(still):
                raise InputProblem("obligations", "obligations_open", count=len(still) - len(ending))
            for owed in ending:
                owed.waived_at, owed.waived_by = now, self._database.identity.name
                owed.waived_reason = f"事件办结：{words}"
            row.state, row.closed_at, row.closed_reason = IncidentState.CLOSED, now, words
            append(session, self._database, LogKind.CLOSURE, f"办结：{words}", now, (row.id, number))
            session.flush()
            return queries.incident_of(row)

    def write_system_line(self, session: Session, at: datetime, text: str, key: str) -> None:
        """Add the console's own line about the obligation `key` to its incident's timeline, as `Logbook` asks."""
        owed = session.get(ObligationRow, int(key.partition(":")[2]))
        incident = (owed.incident_id, owed.incident_number) if owed else (None, None)
        append(session, self._database, LogKind.SYSTEM, text, at, incident)

    # -- reading -------------------------------------------------------------------------------------------------

    def open_cards(self) -> tuple[IncidentCard, ...]:
        """Return what is in hand, the most urgent limit first."""
        with self._database.read() as session:
            return queries.open_cards(session)

    def card(self, number: str) -> IncidentCard:
        """Return one incident with its obligations. Raises InputProblem `incident_unknown`."""
        with self._database.read() as session:
            return queries.cards_of(session, [queries.row_by_number(session, number)])[0]

    def page(self, wanted: IncidentFilter, limit: int = 100, offset: int = 0) -> tuple[IncidentCard, ...]:
        """Return a page of incidents."""
        with self._database.read() as session:
            return queries.page(session, wanted, limit, offset)

    def count(self, wanted: IncidentFilter) -> int:
        """Return how many incidents there are."""
        with self._database.read() as session:
            return queries.count(session, wanted)

    def casualty_history(self, incident_id: int) -> tuple[CasualtyCount, ...]:
        """Return the numbers of an incident, the newest first."""
        with self._database.read() as session:
            return queries.casualty_history(session, incident_id)

    def search(self, words: str, limit: int = 50, before: int | None = None) -> tuple[SearchHit, ...]:
        """Return incidents and log lines that hold the words, newest first."""
        return queries.search(self._database, words, limit, before)

    # -- parts ---------------------------------------------------------------------------------------------------

    def _incident_row(
        self, session: Session, new: NewIncident, grade: Grade | None, basis: str, now: datetime
    ) -> IncidentRow:
        day = new.received_at.astimezone(self._limits.zone_in(session)).date()
        prefix = number_prefix(day)  # 20261014-; a range, for an index does not serve LIKE
        last = session.execute(_LAST_NUMBER, {"prefix": prefix, "after": prefix[:-1] + "."}).scalar()
        taken = int(last.rpartition("-")[2]) if last else 0
        return IncidentRow(
            number=next_number(day, taken),
            state=IncidentState.OPEN,
            event_class=new.event_class,
            type=new.type,
            title=title_of(new),
            received_at=new.received_at,
            occurred_at=new.occurred_at,
            place=new.place,
            source_unit=new.source_unit,
            caller=new.caller,
            caller_post=new.caller_post,
            caller_phone=new.caller_phone,
            channel=new.channel,
            **asdict(new.casualties),
            grade=grade,
            grade_basis=basis,
            classified_at=new.received_at if grade else None,
            summary=new.summary,
            measures=new.measures,
            already_told=new.already_told,
            recorder=self._database.identity.name,
            recorded_at=now,
            closed_reason="",
        )

    def _casualty_row(self, incident_id: int, at: datetime, source: str, casualties: Casualties) -> CasualtyRow:
        return CasualtyRow(
            incident_id=incident_id,
            at=at,
            source=source,
            recorder=self._database.identity.name,
            **asdict(casualties),
        )

    def _reopened(self, session: Session, number: str, now: datetime) -> IncidentRow:
        """Return the incident, open: news of a closed one opens it again, and the timeline says so."""
        row = queries.row_by_number(session, number)
        if row.state is IncidentState.CLOSED:
            row.state, row.closed_at, row.closed_reason = IncidentState.OPEN, None, ""
            append(session, self._database, LogKind.SYSTEM, "办结后有新情况，重新打开", now, (row.id, number))
        return row

    def _added_by(
        self, session: Session, before: Incident, after: Incident, raised_at: datetime
    ) -> tuple[Obligation, ...]:
        return obligations_on_raise(
            self._limits.rules_in(session),
            facts_of(before),
            facts_of(after),
            raised_at,
            existing=tuple(map(obligation_of, rows_of(session, before.id))),
            level=self._limits.level_in(session),
            zone=self._limits.zone_in(session),
        )

    def _recompute(self, session: Session, before: Incident, after: Incident, now: datetime) -> None:
        stored = rows_of(session, before.id)
        change = obligations_after_correction(
            tuple(map(obligation_of, stored)),
            self._limits.rules_in(session),
            facts_of(before),
            facts_of(after),
            now,
            level=self._limits.level_in(session),
            zone=self._limits.zone_in(session),
        )
        by_id = {row.id: row for row in stored}
        for gone in change.superseded:
            if gone.id is not None:
                row = by_id[gone.id]
                row.waived_at, row.waived_reason = gone.waived_at, gone.waived_reason
                row.waived_by = self._database.identity.name
        store(session, before.id, before.number, change.added)


def _facts(new: NewIncident, grade: Grade | None, subject: Subject | None = Subject.INCIDENT) -> EventFacts:
    classified_at = new.received_at if grade else None
    return EventFacts(
        new.event_class, new.received_at, grade, new.occurred_at, classified_at=classified_at, subject=subject
    )


def _reason(reason: str) -> str:
    words = checked_reason(reason)
    if not words:
        raise InputProblem("reason", "reason_missing")
    return words


def _checked_facts(wanted: dict[str, object], before: Incident, now: datetime) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in wanted.items():
        found[name] = checked_words(name, value) if name in LONGEST and isinstance(value, str) else value
    occurred = found.get("occurred_at")
    if isinstance(occurred, datetime) and occurred > now:
        raise InputProblem("occurred_at", "time_in_future")
    if isinstance(occurred, datetime) and occurred > before.received_at:
        raise InputProblem("occurred_at", "occurred_after_received")
    return found


def _shown(value: object, zone: ZoneInfo) -> str:
    if value is None or value == "":
        return "（空）"
    if isinstance(value, datetime):
        return f"{value.astimezone(zone):%m月%d日 %H:%M}"
    return getattr(value, "zh", None) or str(value)

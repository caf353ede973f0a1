"""How attendance is read within somebody's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select

from duty_console.roster.attendance.model import OffPost, SignIn
from duty_console.roster.attendance.rules import late_minutes
from duty_console.roster.attendance.tables import (
    BackRow,
    OffPostCorrectionRow,
    OffPostRow,
    SignInCorrectionRow,
    SignInRow,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def sign_ins(session: Session, first: date, last: date) -> list[SignIn]:
    """Return the sign-ins for the shifts of these dates, in the order they were written."""
    return _sign_ins(session, SignInRow.shift_date.between(first, last))


def sign_in(session: Session, sign_in_id: int) -> SignIn | None:
    """Return one sign-in."""
    return next(iter(_sign_ins(session, SignInRow.id == sign_in_id)), None)


def _sign_ins(session: Session, wanted: ColumnElement[bool]) -> list[SignIn]:
    ids = select(SignInRow.id).where(wanted)
    later = select(SignInCorrectionRow).where(SignInCorrectionRow.sign_in_id.in_(ids)).order_by(SignInCorrectionRow.id)
    corrections = {row.sign_in_id: row for row in session.scalars(later)}
    rows = session.scalars(select(SignInRow).where(wanted).order_by(SignInRow.id))
    return [_sign_in(row, corrections.get(row.id)) for row in rows]


def _sign_in(row: SignInRow, correction: SignInCorrectionRow | None) -> SignIn:
    at = correction.at if correction else row.at
    return SignIn(
        id=row.id,
        person_id=row.person_id,
        post_id=row.post_id,
        shift_date=row.shift_date,
        slot=row.slot,
        due_at=row.due_at,
        at=at,
        late_minutes=late_minutes(row.due_at, at),
        reason=row.reason,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        first_at=row.at,
        corrected=correction.reason if correction else "",
    )


def off_posts(session: Session, first: date, last: date) -> list[OffPost]:
    """Return who was off post in the shifts of these dates, in the order it was written."""
    return _off_posts(session, OffPostRow.shift_date.between(first, last))


def off_post(session: Session, off_post_id: int) -> OffPost | None:
    """Return one absence."""
    return next(iter(_off_posts(session, OffPostRow.id == off_post_id)), None)


def _off_posts(session: Session, wanted: ColumnElement[bool]) -> list[OffPost]:
    ids = select(OffPostRow.id).where(wanted)
    backs = {row.off_post_id: row.at for row in session.scalars(select(BackRow).where(BackRow.off_post_id.in_(ids)))}
    table = OffPostCorrectionRow
    later = session.scalars(select(table).where(table.off_post_id.in_(ids)).order_by(table.id))
    corrections = {row.off_post_id: row for row in later}
    found: list[OffPost] = []
    for row in session.scalars(select(OffPostRow).where(wanted).order_by(OffPostRow.id)):
        correction, back_at = corrections.get(row.id), backs.get(row.id)
        if correction is not None:
            back_at = correction.back_at or back_at
        found.append(
            OffPost(
                id=row.id,
                person_id=row.person_id,
                post_id=row.post_id,
                shift_date=row.shift_date,
                slot=row.slot,
                since=correction.since if correction else row.since,
                ends_at=row.ends_at if back_at is None else back_at,
                reason=row.reason,
                cover_person_id=row.cover_person_id,
                until=row.until,
                cover_id=row.cover_id,
                back_at=back_at,
                recorded_at=row.recorded_at,
                recorded_by=row.recorded_by,
                corrected=correction.reason if correction else "",
            )
        )
    return found

"""A draft compared with the roster that stands: what would change, what may not, what deserves a look. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from duty_console.exchange.model import CellProblem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from duty_console.roster.files.model import DraftCell, RosterDraft
    from duty_console.roster.files.roster_sheet import Blanks
    from duty_console.roster.model import Assignment, CellEntry, Cover, Leave, Shift

Key = tuple["date", str, int]
"""A cell of the roster: date, shift, post."""


class Roster(NamedTuple):
    """What stands on the draft's dates: who is planned, who stands in for whom, who is away; and their names."""

    assignments: Sequence[Assignment]
    covers: Sequence[Cover]
    leaves: Sequence[Leave]
    shifts: Mapping[tuple[date, str], Shift]
    names: Mapping[int, str]
    posts: Mapping[int, str]
    now: datetime


def planned(assignments: Sequence[Assignment]) -> dict[Key, tuple[int, ...]]:
    """Return who stands in each cell, in order."""
    found: dict[Key, list[int]] = defaultdict(list)
    for each in sorted(assignments, key=lambda one: (one.shift_date, one.slot, one.post_id, one.place, one.id)):
        found[each.shift_date, each.slot, each.post_id].append(each.person_id)
    return {key: tuple(ids) for key, ids in found.items()}


def key_of(entry: CellEntry) -> Key:
    """Return which cell an entry fills."""
    return entry.shift_date, entry.slot, entry.post_id


def compared(draft: RosterDraft, blanks: Blanks, roster: Roster) -> RosterDraft:
    """Return the draft with each cell marked as changing something or not, and with what the roster refuses.

    A shift that is over, or one that has begun where somebody would be taken out, needs the draft's
    `correction_reason`. A cell that says what stands already is never refused.
    """
    stands = planned(roster.assignments)
    cells = tuple(
        replace(cell, changes=stands.get(key_of(cell.entry), ()) != cell.entry.person_ids) for cell in draft.cells
    )
    after = {**stands, **{key_of(cell.entry): cell.entry.person_ids for cell in cells}}
    problems, warnings = list(draft.problems), list(draft.warnings)
    told: set[tuple[date, str]] = set()
    for cell in cells:
        shift = (cell.entry.shift_date, cell.entry.slot)
        if not cell.changes:
            continue
        if roster.shifts[shift].ends_at <= roster.now and not draft.correction_reason:
            if shift not in told:  # once for a shift that is over, not for each of its posts
                problems.append(_at(cell, "shift_over", date=shift[0], slot=shift[1]))
            told.add(shift)
        else:
            before = stands.get(key_of(cell.entry), ())
            problems += _refusals(cell, before, after, roster, draft.correction_reason)
            warnings += _doubts(cell, before, roster)
    filled = {key_of(cell.entry) for cell in cells}
    for key, note in blanks:
        if key in stands and key not in filled:
            names = "、".join(roster.names.get(each, "–") for each in stands[key])
            warnings.append(replace(note, values={**note.values, "names": names}))
    order = {each.sheet: number for number, each in enumerate(draft.sheets)}

    def place(each: CellProblem) -> tuple[int, int, int]:
        return order.get(each.sheet, len(order)), each.row, each.column

    return replace(
        draft,
        cells=cells,
        problems=tuple(sorted(problems, key=place)),
        warnings=tuple(sorted(warnings, key=place)),
    )


def _refusals(
    cell: DraftCell, before: tuple[int, ...], after: Mapping[Key, tuple[int, ...]], roster: Roster, reason: str
) -> list[CellProblem]:
    entry, found = cell.entry, list[CellProblem]()
    shift = roster.shifts[entry.shift_date, entry.slot]
    gone = [each for each in before if each not in entry.person_ids]
    if shift.starts_at <= roster.now and gone and not reason:
        name = roster.names.get(gone[0], "–")
        found.append(_at(cell, "shift_begun", date=entry.shift_date, slot=entry.slot, name=name))
    for person_id in entry.person_ids:
        name = roster.names.get(person_id, "–")
        for (day, slot, post_id), ids in after.items():
            here = (day, slot) == (entry.shift_date, entry.slot) and post_id != entry.post_id
            # Two cells of the file are told where they were read; here it is one that the file leaves as it is.
            if here and person_id in ids and person_id not in before:
                posts = {"post": roster.posts.get(post_id, "–"), "wanted": cell.post}
                found.append(_at(cell, "person_on_other_post", name=name, **posts))
        for cover in roster.covers:
            same = (cover.shift_date, cover.slot, cover.cover_person_id) == (entry.shift_date, entry.slot, person_id)
            if same and person_id not in before:
                other = roster.names.get(cover.person_id, "–")
                found.append(_at(cell, "person_covers_there", name=name, other=other))
    return found


def _doubts(cell: DraftCell, before: tuple[int, ...], roster: Roster) -> list[CellProblem]:
    entry, found = cell.entry, list[CellProblem]()
    shift = roster.shifts[entry.shift_date, entry.slot]
    if before and not entry.person_ids:
        names = "、".join(roster.names.get(each, "–") for each in before)
        found.append(_at(cell, "cell_cleared", post=cell.post, date=entry.shift_date, names=names))
    for leave in roster.leaves:
        if leave.person_id in entry.person_ids and leave.starts_at < shift.ends_at and leave.ends_at > shift.starts_at:
            name = roster.names.get(leave.person_id, "–")
            found.append(_at(cell, "person_on_leave", name=name, date=entry.shift_date))
    return found


def _at(cell: DraftCell, code: str, **values: object) -> CellProblem:
    return CellProblem(cell.sheet, cell.row, cell.column, code, values)

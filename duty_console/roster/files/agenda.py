"""One person's duty as iCalendar (RFC 5545): one event for each stretch, the same event every time it is written.

The UID is made of room, date, shift, post, person and the stretch's number in the shift, so that a calendar that reads
a newer export moves its event instead of doubling it. Pure.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from duty_console.roster.model import Post, Shift, Stretch

PRODUCT = "-//Duty Console//应急值守台//ZH"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as an event names him."""

    id: int
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of one person's duty, with nothing between: shift, post, from, to, its number in that shift."""

    shift: Shift
    post_id: int
    starts_at: datetime
    ends_at: datetime
    number: int


def turns_of(person_id: int, stretches: Iterable[Stretch]) -> tuple[Turn, ...]:
    """Return when a person is on duty, in order; stretches that follow one another at one post are one turn."""
    found: list[Turn] = []
    own = [each for each in stretches if person_id in each.persons]
    for each in sorted(own, key=lambda one: (one.starts_at, one.post_id)):
        last = next((t for t in reversed(found) if (t.shift, t.post_id) == (each.shift, each.post_id)), None)
        if last is not None and last.ends_at == each.starts_at:
            found[found.index(last)] = Turn(last.shift, last.post_id, last.starts_at, each.ends_at, last.number)
        else:
            found.append(Turn(each.shift, each.post_id, each.starts_at, each.ends_at, last.number + 1 if last else 0))
    return tuple(found)


def agenda(
    person: Contact,
    stretches: Sequence[Stretch],
    posts: Mapping[int, Post],
    contacts: Mapping[int, Contact],
    *,
    room: str,
    zone: ZoneInfo,
    stamp: datetime,
) -> bytes:
    """Return the calendar of a person's duty; `stamp` is when it is written."""
    import icalendar  # a fifth of a second to import; only this file needs it

    library = cast("Any", icalendar)
    calendar = library.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{person.name}值班")
    calendar.add("x-wr-timezone", zone.key)
    several = len({each.shift.name for each in stretches}) > 1
    for turn in turns_of(person.id, stretches):
        event = library.Event()
        post = posts[turn.post_id].name
        event.add("uid", _uid(room, person.id, turn))
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("dtstart", turn.starts_at.astimezone(zone))
        event.add("dtend", turn.ends_at.astimezone(zone))
        event.add("summary", f"{post}（{turn.shift.name}）" if several else post)
        event.add("description", _description(person, turn, stretches, posts, contacts, zone))
        if room:
            event.add("location", room)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return cast("bytes", calendar.to_ical())


def _uid(room: str, person_id: int, turn: Turn) -> str:
    words = f"{room}|{turn.shift.date}|{turn.shift.name}|{turn.post_id}|{person_id}|{turn.number}"
    return f"{hashlib.sha256(words.encode()).hexdigest()[:32]}@duty-console"


def _description(
    person: Contact,
    turn: Turn,
    stretches: Iterable[Stretch],
    posts: Mapping[int, Post],
    contacts: Mapping[int, Contact],
    zone: ZoneInfo,
) -> str:
    """Say who else is on duty and how to reach them; from when to when where that is not the whole turn."""
    lines = [f"{turn.shift.name} {turn.starts_at.astimezone(zone):%H:%M}—{turn.ends_at.astimezone(zone):%H:%M}"]
    for post in posts.values():
        others: dict[int, list[tuple[datetime, datetime]]] = {}
        for each in stretches:
            if each.post_id == post.id and each.starts_at < turn.ends_at and each.ends_at > turn.starts_at:
                for person_id in each.persons:
                    others.setdefault(person_id, []).append((each.starts_at, each.ends_at))
        for person_id, times in others.items():
            contact = contacts.get(person_id)
            if contact is None or person_id == person.id:
                continue
            first, last = min(start for start, _ in times), max(end for _, end in times)
            whole = first <= turn.starts_at and last >= turn.ends_at
            span = "" if whole else f" {first.astimezone(zone):%H:%M}—{last.astimezone(zone):%H:%M}"
            lines.append(f"{post.name} {contact.name} {contact.phone}{span}".rstrip())
    return "\n".join(lines)

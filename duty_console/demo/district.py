"""The people of the made-up district and its month of rosters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.demo import words
from duty_console.people.model import PersonEntry, UnitEntry
from duty_console.roster.model import CellEntry, PostKind
from duty_console.roster.rotation.model import Member

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from duty_console.desk import Desk
    from duty_console.people.model import Person
    from duty_console.roster.model import Post

LEADERS, OFFICERS = 8, 16
"""As many turns a year for everybody: one leader and two officers a day."""
PERSONS = 240


@dataclass(frozen=True, slots=True)
class Crew:
    """Who takes turns: leaders, officers, and the names of everyone else who may be on the telephone."""

    leaders: tuple[Person, ...]
    officers: tuple[Person, ...]
    others: tuple[str, ...]

    def leader_on(self, day: int) -> Person:
        """Return the leader of a day by its ordinal."""
        return self.leaders[day % len(self.leaders)]

    def officer_on(self, day: int, place: int) -> Person:
        """Return the officer of a day and place: each serves every eight days, at either place in turn."""
        turn = day // (len(self.officers) // 2)
        return self.officers[(day * 2 + (place + turn) % 2) % len(self.officers)]


def people(desk: Desk, dice: Random) -> Crew:
    """Enter sixty units and 240 persons; no name twice, every number made up."""
    units = [
        desk.people.add_unit(UnitEntry(name, kind, f"6000{100 + at:04d}", region=_region(name)))
        for at, (name, kind) in enumerate(words.UNITS)
    ]
    names = [surname + given for surname in words.SURNAMES for given in words.GIVEN]
    chosen = dice.sample(names, PERSONS)
    phones = (f"138 0000 {number:04d}" for number in range(1, PERSONS + 1))
    seat = next(unit for unit in units if unit.name == "区应急管理局")
    leaders = [
        desk.people.add_person(PersonEntry(name, seat.id, title, next(phones), leader=True))
        for name, title in zip(chosen[:LEADERS], words.LEADER_TITLES, strict=True)
    ]
    officers = [
        desk.people.add_person(PersonEntry(name, seat.id, words.OFFICER_TITLES[at % 5], next(phones)))
        for at, name in enumerate(chosen[LEADERS : LEADERS + OFFICERS])
    ]
    others = chosen[LEADERS + OFFICERS :]
    for at, name in enumerate(others):
        unit = units[at % len(units)]
        titles = words.TITLES[unit.kind]
        desk.people.add_person(PersonEntry(name, unit.id, titles[at // len(units) % len(titles)], next(phones)))
    for person in (*leaders, *officers):
        desk.people.verify_phone(person.id)
    return Crew(tuple(leaders), tuple(officers), tuple(others))


def _region(name: str) -> str:
    return next((town for town in words.SUBDISTRICTS if name.startswith(town[:2])), "云河区")


def roster(desk: Desk, crew: Crew, first: date, last: date) -> None:
    """Set who may stand where, and fill the cells from `first` to `last`.

    One deputy's seat late in the span stays open, as it happens.
    """
    posts = desk.roster.posts()
    for post in posts:
        able = crew.leaders if post.kind is PostKind.LEADER else crew.officers
        desk.rotation.set_members(post.id, [Member(post.id, each.id) for each in able])
    slot = desk.roster.shifts_of(first)[0].name
    entries: list[CellEntry] = []
    day = first
    while day <= last:
        entries.extend(
            CellEntry(day, slot, post.id, (_person(crew, posts, post, day).id,))
            for post in posts
            if not (day == last - timedelta(days=4) and post is posts[-1])
        )
        day += timedelta(days=1)
    desk.roster.assign_all(entries)


def _person(crew: Crew, posts: tuple[Post, ...], post: Post, day: date) -> Person:
    if post.kind is PostKind.LEADER:
        return crew.leader_on(day.toordinal())
    officers = [each for each in posts if each.kind is PostKind.OFFICER]
    return crew.officer_on(day.toordinal(), officers.index(post))

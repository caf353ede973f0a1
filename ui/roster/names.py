"""Who is meant by what was typed into a cell: names, pinyin or initials, several parted by 、 or /. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duty_console.people.model import Person

SEPARATORS = "、/，,；;"
JOINT = "、"
_PARTS = re.compile(f"[{re.escape(SEPARATORS)}]")


@dataclass(frozen=True, slots=True)
class NotFound:
    """A part of the text that names nobody, or (`several`) more than one."""

    part: str
    several: bool = False


class PersonBook:
    """The persons who can be put on duty, ready for looking up at each key."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self.persons = tuple(persons)
        self._by_id = {each.id: each for each in self.persons}

    def person(self, person_id: int) -> Person | None:
        """The person, None if unknown or gone."""
        return self._by_id.get(person_id)

    def matching(self, typed: str, *, leaders: bool = False) -> list[Person]:
        """Who fits, the likeliest first: initials and beginnings before parts; then `leaders` or others."""
        text = " ".join(typed.split()).casefold()
        found = [(rank, each) for each in self.persons if (rank := _rank(each, text)) is not None]
        found.sort(key=lambda one: (one[0], one[1].leader is not leaders, one[1].pinyin, one[1].id))
        return [each for _rank_of, each in found]

    def read(self, text: str) -> list[Person] | NotFound:
        """Everybody a text names, in order, or the first part that cannot be told."""
        found: list[Person] = []
        for part in (each.strip() for each in _PARTS.split(text)):
            if not part:
                continue
            person = self._named(part)
            if isinstance(person, NotFound):
                return person
            found.append(person)
        return found

    def _named(self, part: str) -> Person | NotFound:
        exact = [each for each in self.persons if each.display == part]
        exact = exact or [each for each in self.persons if each.name == part]
        # pinyin and initials are as good as a name where they mean one person only
        exact = exact or [each for each in self.persons if part.casefold() in (each.pinyin, each.initials)]
        if len(exact) == 1:
            return exact[0]
        return NotFound(part, several=len(exact) > 1)


def joined(persons: Sequence[Person]) -> str:
    """The text that `read` reads back."""
    return JOINT.join(each.display for each in persons)


def _rank(person: Person, text: str) -> int | None:
    if not text:
        return 9
    name, digits = person.display.casefold(), person.phone.replace(" ", "")
    tests = (
        text in (name, person.initials, person.pinyin),
        person.initials.startswith(text) or name.startswith(text),
        person.pinyin.startswith(text),
        text in name or text in person.pinyin,
        text.isdigit() and len(text) >= 3 and text in digits,
    )
    return next((number for number, fits in enumerate(tests) if fits), None)

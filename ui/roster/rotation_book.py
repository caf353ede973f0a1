"""All that says who may stand where, read at once; and the base of the forms that change a part of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.people.model import PersonFilter
from duty_console.roster.rules import pattern_on
from ui.roster.names import PersonBook
from ui.theme import theme
from ui.widgets import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from duty_console.errors import InputProblem
    from duty_console.roster.model import Post
    from duty_console.roster.rotation.model import FixedDuty, Member, PairRule, RotationRules
    from duty_console.roster.rotation.service import Rotation
    from ui.roster.services import RosterServices

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class RotationBook:
    """Lists, pairs, fixed duties and rules, with the posts, shifts and persons that they speak of.

    `fallback` is whom a post without a list would be asked of.
    """

    posts: Sequence[Post]
    slots: Sequence[str]
    persons: PersonBook
    names: Mapping[int, str]
    members: Sequence[Member]
    fallback: Sequence[Member]
    pairs: Sequence[PairRule]
    fixed: Sequence[FixedDuty]
    rules: RotationRules


def read_book(services: RosterServices, today: date) -> RotationBook:
    """Read it all. Not on the GUI thread."""
    rotation, roster, people = services.rotation(), services.roster, services.people
    patterns = roster.patterns()
    ahead = [each for each in patterns if each.valid_from > today]
    slots = dict.fromkeys(slot.name for each in (pattern_on(today, patterns), *ahead) for slot in each.shifts)
    members = rotation.members()
    listed = {member.post_id for member in members}
    return RotationBook(
        roster.posts(),
        list(slots),
        PersonBook(people.persons()),
        {person.id: person.display for person in people.persons(PersonFilter(with_left=True))},
        members,
        [each for each in rotation.candidates() if each.post_id not in listed],
        rotation.pairs(),
        rotation.fixed(),
        rotation.rules(),
    )


class RotationForm(Translated, QWidget):
    """A part of the book. `edited` with every change; what was edited stays when the book is read again."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book: RotationBook | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(10))

    @property
    def is_dirty(self) -> bool:
        """Whether something is entered that is not stored."""
        raise NotImplementedError

    def show_book(self, book: RotationBook, *, anew: bool) -> None:
        """Show what stands, `anew` also over what was edited."""
        raise NotImplementedError

    def storing(self) -> Callable[[Rotation], object] | None:
        """What stores it; None where a field says what is wrong."""
        raise NotImplementedError

    def show_problem(self, problem: InputProblem, sentence: str) -> bool:
        """Say it at its field; False where there is none."""
        del problem, sentence
        return False


def read_day(text: str) -> date | None:
    """`2026-10-01`, `20261001`, `2026年10月1日`; None for what is no day. Raises nothing."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None:
        return None
    year, month, day = (int(each) for each in found.groups() if each)
    try:
        return date(year, month, day)
    except ValueError:
        return None

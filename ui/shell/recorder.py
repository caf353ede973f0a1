"""Who is recording at this desk: the primary officer on duty, changing with the shift, or whom the officers choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.shell.standing import duty_key
from ui.shell.strip_words import people_on_duty

if TYPE_CHECKING:
    from duty_console.database.engine import Identity
    from duty_console.roster.model import OnDuty


class Recorder(QObject):
    """Keeps `identity.name`, which the journal writes into every entry. `changed(name)` when it moved."""

    changed = Signal(str)

    def __init__(self, identity: Identity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._identity = identity
        self._shift: tuple[object, ...] | None = None
        self._chosen = False

    @property
    def name(self) -> str:
        """Who records now."""
        return self._identity.name

    def follow(self, duty: OnDuty) -> None:
        """A new shift, or new people in it: the choice of the last shift ends, a choice of this one stays."""
        people = people_on_duty(duty)
        key = duty_key(duty)
        same_shift = key == self._shift
        self._shift = key
        if same_shift and self._chosen and any(person.name == self.name for person in people):
            return
        self._chosen = False
        if people:
            self._take(people[0].name)

    def choose(self, name: str) -> None:
        """The officers say who writes from now on."""
        self._chosen = True
        self._take(name)

    def _take(self, name: str) -> None:
        if name != self._identity.name:
            self._identity.name = name
            self.changed.emit(name)

"""The allowed list of a post: who may stand there, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from duty_console.roster.model import PostKind
from duty_console.roster.rotation.model import Member
from ui.roster.member_rows import MemberRow
from ui.roster.panel import empty
from ui.roster.person_field import PersonField
from ui.roster.rotation_book import RotationBook, RotationForm
from ui.theme import theme
from ui.widgets import Button, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from duty_console.errors import InputProblem
    from duty_console.roster.rotation.service import Rotation
    from ui.widgets.suggest import Suggestion


class MembersForm(RotationForm):
    """One post at a time; a name and Enter puts somebody on its list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post = QComboBox()
        self.add_field = PersonField()
        self.rows: list[MemberRow] = []
        self._given: tuple[tuple[int, str, str], ...] = ()
        self._shown_post: int | None = None
        self._note, self._problem = Text("", "label", "muted", wrap=True), Text("", "label", "extreme", wrap=True)
        self.take = Button("", icon="plus")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for part in (self.post, self.add_field, self._problem, self._note):
            self.column.addWidget(part)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._list)
        self._problem.hide()
        self.add_field.setMinimumHeight(theme().px(32))
        self.add_field.returnPressed.connect(self._add_typed)
        self.add_field.taken.connect(self._add_taken)
        self.take.clicked.connect(self._take_fallback)
        self.post.currentIndexChanged.connect(lambda _place: self._on_post())
        self.retranslate()

    def retranslate(self) -> None:
        self.post.setAccessibleName(self.tr("Post"))
        self.add_field.setPlaceholderText(self.tr("Name, then Enter"))
        self.add_field.setAccessibleName(self.tr("Put on the list"))
        self.take.setText(self.tr("Take these as the list"))
        self._show_note()

    # -- what stands --------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        return tuple(row.texts() for row in self.rows) != self._given

    def show_book(self, book: RotationBook, *, anew: bool) -> None:
        self.book = book
        self.add_field.set_book(book.persons)
        self.add_field.lead_first(self._leads())
        shown = [(post.id, post.name) for post in book.posts]
        if shown != [(self.post.itemData(place), self.post.itemText(place)) for place in range(self.post.count())]:
            chosen = self.post.currentData()
            self.post.blockSignals(True)
            self.post.clear()
            for post_id, name in shown:
                self.post.addItem(name, post_id)
            self.post.setCurrentIndex(max(0, self.post.findData(chosen)))
            self.post.blockSignals(False)
            anew = anew or self.post.currentData() != self._shown_post
        if anew or not self.is_dirty:
            self._fill()

    def _leads(self) -> bool:
        post_id, posts = self.post.currentData(), self.book.posts if self.book is not None else ()
        return any(post.id == post_id and post.kind is PostKind.LEADER for post in posts)

    def choose_post(self, post_id: int) -> None:
        """Show the list of a post."""
        self.post.setCurrentIndex(max(0, self.post.findData(post_id)))

    def _on_post(self) -> None:
        if self.is_dirty and self._shown_post is not None and self.post.currentData() != self._shown_post:
            # what was edited would be lost: stay, and say so
            self.post.blockSignals(True)
            self.post.setCurrentIndex(self.post.findData(self._shown_post))
            self.post.blockSignals(False)
            self._say(self.tr("Save or undo the changes to this list first."))
            return
        self.add_field.lead_first(self._leads())
        self._fill()
        self.edited.emit()

    def _fill(self) -> None:
        if self.book is None:
            return
        self._shown_post = self.post.currentData()
        members = [each for each in self.book.members if each.post_id == self._shown_post]
        members.sort(key=lambda each: self._name(each.person_id))
        self._set_rows(members)
        self._given = tuple(row.texts() for row in self.rows)
        self._say("")
        self._show_note()

    def _name(self, person_id: int) -> str:
        return self.book.names.get(person_id, "") if self.book is not None else ""

    def _set_rows(self, members: Sequence[Member]) -> None:
        empty(self._list)
        self.rows = []
        for member in members:
            self._append(member)
        self._hide_listed()

    def _append(self, member: Member) -> MemberRow:
        row = MemberRow(member, self._name(member.person_id))
        row.removed.connect(lambda: self._remove(row))
        row.edited.connect(self.edited)
        self._list.addWidget(row)
        self.rows.append(row)
        return row

    def _hide_listed(self) -> None:
        self.add_field.hide_persons([row.person_id for row in self.rows])

    def _show_note(self) -> None:
        if self.book is None:
            return
        there = [self._name(each.person_id) for each in self._fallback()]
        if self.rows:
            self._note.setText(self.tr("Only these may stand there: {count}.").format(count=len(self.rows)))
        elif there:
            names = "、".join(there[:12]) + ("…" if len(there) > 12 else "")
            self._note.setText(self.tr("No list yet. Planning would ask: {names}").format(names=names))
        else:
            self._note.setText(self.tr("No list yet, and nobody whom planning would ask."))
        self.take.setVisible(not self.rows and bool(there))

    def _fallback(self) -> list[Member]:
        if self.book is None:
            return []
        return [each for each in self.book.fallback if each.post_id == self._shown_post]

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    # -- changing -----------------------------------------------------------------------------------

    def _add_typed(self) -> None:
        person = self.add_field.person()
        if person is not None:
            self._add(person.id)
        elif self.add_field.text().strip():
            self._say(self.add_field.problem() or self.tr("One person at a time."))

    def _add_taken(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.value, int):
            self._add(suggestion.value)

    def _add(self, person_id: int) -> None:
        if person_id in {row.person_id for row in self.rows} or self._shown_post is None:
            self._say(self.tr("{name} is on the list already.").format(name=self._name(person_id)))
            return
        self._append(Member(self._shown_post, person_id))
        self._after()
        self.add_field.clear()

    def _take_fallback(self) -> None:
        for member in self._fallback():
            self._append(Member(member.post_id, member.person_id))
        self._after()
        self.add_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: MemberRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._after()
        self.add_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after(self) -> None:
        self._hide_listed()
        self._say("")
        self._show_note()
        self.edited.emit()

    def storing(self) -> Callable[[Rotation], object] | None:
        post_id = self._shown_post
        members = [row.member() for row in self.rows]
        sound = [member for member in members if member is not None]
        if post_id is None or len(sound) < len(members):
            self._say(self.tr("Not a day. Write 2026-10-01."))
            return None
        return lambda rotation: rotation.set_members(post_id, sound)

    def show_problem(self, problem: InputProblem, sentence: str) -> bool:
        del problem
        self._say(sentence)
        return True

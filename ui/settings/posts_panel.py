"""The posts of every shift: in the order of the roster, with the form that adds or changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import PostKind
from duty_console.roster.rules import pattern_on
from ui.problems import words_for
from ui.settings.post_form import PostForm
from ui.settings.post_row import PostRow
from ui.settings.section import scrolling
from ui.theme import theme
from ui.widgets import Banner, EmptyState, Line, Panel, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duty_console.roster.model import Post, ShiftPattern
    from duty_console.roster.service import Roster
    from ui.workbench import Workbench


class PostsPanel(Translated, Panel):
    """A post is never deleted: it ends with the shift that runs now, and past rosters keep it."""

    def __init__(self, roster: Roster, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._roster, self._bench = roster, bench
        self._posts: tuple[Post, ...] = ()
        self._focus_on: tuple[int, str] | None = None
        self.rows: list[PostRow] = []
        self.banner = Banner()
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(theme().px(12), theme().px(8), theme().px(12), theme().px(8))
        around.addWidget(self.banner)
        self._banner_area = holder
        holder.hide()
        self._empty = EmptyState("")
        self.form = PostForm()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(holder)
        column.addWidget(Line(strong=True))
        column.addWidget(self.form)
        column.addStretch(1)
        self.add(scrolling(inside), 1)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._on_cancelled)
        self.banner.closed.connect(holder.hide)
        self._empty.acted.connect(self._set_up)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Posts"))
        self.set_note(self.tr("Leaders stand first"))
        self._empty.set(
            self.tr("No posts yet"),
            detail=self.tr("Who must be there in every shift."),
            action=self.tr("Add the usual three"),
        )

    # -- the list -------------------------------------------------------------------------------------------------

    def show_posts(self, posts: Sequence[Post]) -> None:
        """Show these in their order; the keyboard stays on the button that moved a post."""
        if self.rows and tuple(posts) == self._posts:
            return  # the same again, as after one's own change
        self._posts = tuple(posts)
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place, post in enumerate(self._posts):
            first = place == 0 or _rank(self._posts[place - 1]) != _rank(post)
            last = place == len(self._posts) - 1 or _rank(self._posts[place + 1]) != _rank(post)
            row = PostRow(post, first=first, last=last)
            row.moved.connect(lambda by, post=post: self._move(post, by))
            row.change_wanted.connect(lambda post=post: self.form.show_post(post))
            row.retire_wanted.connect(lambda post=post: self._ask_to_retire(post))
            if place:
                self._list.addWidget(Line())
            self._list.addWidget(row)
            self.rows.append(row)
        self._empty.setVisible(not self._posts)
        self._restore_focus()

    def offer_shifts(self, patterns: Sequence[ShiftPattern], today: date) -> None:
        """Offer the shifts in force and those to come."""
        current = pattern_on(today, patterns)
        ahead = sorted((each for each in patterns if each.valid_from > today), key=lambda each: each.valid_from)
        names = dict.fromkeys(slot.name for pattern in (current, *ahead) for slot in pattern.shifts)
        self.form.offer_shifts(list(names))

    def _restore_focus(self) -> None:
        if self._focus_on is None:
            return
        post_id, which = self._focus_on
        self._focus_on = None
        row = next((row for row in self.rows if row.post.id == post_id), None)
        if row is not None:
            button = row.up if which == "up" else row.down
            other = row.down if which == "up" else row.up
            (button if button.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, post: Post, by: int) -> None:
        order = [each.id for each in self._posts]
        place = order.index(post.id)
        order[place], order[place + by] = order[place + by], order[place]
        self._focus_on = (post.id, "up" if by < 0 else "down")
        roster = self._roster
        self._bench.jobs.run(lambda: roster.order_posts(order), self.show_posts, self._show_failure, self)

    # -- adding and changing --------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        roster = self._roster
        self._bench.jobs.run(roster.set_up_defaults, self._on_set_up, self._show_failure, self)

    def _on_set_up(self, posts: Sequence[Post]) -> None:
        self.show_posts(posts)

    def _save(self) -> None:
        roster, post = self._roster, self.form.post
        self.form.clear_problems()
        entry = self.form.entered()
        if entry is None:
            return

        def work() -> Post:
            if post is None:
                return roster.add_post(
                    entry.name, entry.kind, entry.seats, tier=entry.tier, key=entry.key, slots=entry.slots
                )
            return roster.change_post(
                post.id,
                name=entry.name,
                kind=entry.kind,
                seats=entry.seats,
                tier=entry.tier,
                key=entry.key,
                slots=entry.slots,
            )

        self._bench.jobs.run(work, self._on_saved, self.form.show_problem, self)

    def _on_saved(self, post: Post) -> None:
        self.form.show_new()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bench.note(self.tr("Saved: {name}").format(name=post.name))

    def _on_cancelled(self) -> None:
        self.form.show_new()

    # -- ending ---------------------------------------------------------------------------------------------------

    def _ask_to_retire(self, post: Post) -> None:
        self._ask(
            self.tr("End the post {name} with the shift that runs now?").format(name=post.name),
            self.tr("Past rosters keep it."),
            self.tr("End it"),
            post,
            and_clear=False,
        )

    def _ask(self, what: str, rest: str, verb: str, post: Post, *, and_clear: bool) -> None:
        self.banner.show_message(
            what, rest, tone="amber", action=verb, on_action=lambda: self._retire(post, and_clear=and_clear)
        )
        self._banner_area.show()

    def _retire(self, post: Post, *, and_clear: bool) -> None:
        roster = self._roster
        self.banner.clear()

        def failed(problem: DutyError) -> None:
            if isinstance(problem, InputProblem) and problem.code == "post_has_assignments":
                words = words_for(problem)
                self._ask(words.what, "", self.tr("Clear them and end it"), post, and_clear=True)
            else:
                self._show_failure(problem)

        self._bench.jobs.run(lambda: roster.retire_post(post.id, and_clear=and_clear), self._on_retired, failed, self)

    def _on_retired(self, post: Post) -> None:
        if self.form.post is not None and self.form.post.id == post.id:
            self.form.show_new()
        self._bench.note(self.tr("Ended: {name}").format(name=post.name))

    def _show_failure(self, problem: DutyError) -> None:
        self.banner.show_problem(problem)
        self._banner_area.show()


def _rank(post: Post) -> tuple[PostKind, int]:
    """Posts move among their like only: by kind, and leaders by tier."""
    return post.kind, post.tier if post.kind is PostKind.LEADER else 0

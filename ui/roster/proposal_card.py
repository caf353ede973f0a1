"""One change of the roster as a card: what, who agreed, what a leader decides, what can be done about it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import InputProblem
from duty_console.roster.substitution.model import ChangeKind, ConsentHow, Proposal, ProposalState
from ui.problems import words_for
from ui.roster.cell_words import span_words
from ui.roster.person_field import PersonField
from ui.roster.substitution_words import caution_words, change_word, how_word, state_word
from ui.theme import theme
from ui.widgets import Button, ElidedText, FlowLayout, IconLabel, IconText, OutlineBadge, Text
from ui.words import day_month, weekday_word, when

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ui.roster.context import PageContext
    from ui.roster.names import PersonBook

STATE_TONE = {
    ProposalState.PROPOSED: "severe",
    ProposalState.AGREED: "accent",
    ProposalState.UNCONFIRMED: "severe",
    ProposalState.APPROVED: "good",
    ProposalState.REFUSED: "extreme",
    ProposalState.WITHDRAWN: "muted",
    ProposalState.LAPSED: "muted",
}


class ProposalCard(QWidget):
    """Only asks: `consented(id, person, how)`, `approved(id, leader, remark)`, `refused(…)`, `withdrawn(id)`,
    `ended(cover id)`, `place_wanted(id)`.
    """

    consented = Signal(int, int, object)
    approved = Signal(int, int, str)
    refused = Signal(int, int, str)
    withdrawn = Signal(int)
    ended = Signal(int)
    place_wanted = Signal(int)

    def __init__(
        self,
        proposal: Proposal,
        context: PageContext,
        names: Mapping[int, str],
        posts: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.proposal, self._context, self._names, self._posts = proposal, context, names, posts
        self._now, self._zone = context.bench.clock.now(), context.bench.zone
        self.leader = PersonField(leading=True)
        self.remark = QLineEdit()
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        px = theme().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(6))
        self._column.addLayout(self._make_head())
        self._add_words()
        self._add_consents()
        self._add_decision()
        self._column.addWidget(self._problem)
        self.set_book(context.persons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # the column above guesses too low where sentences wrap between fields
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def set_book(self, book: PersonBook) -> None:
        """Who can be named as the leader."""
        self.leader.set_book(book)
        self.leader.hide_persons(self.proposal.persons)

    def say(self, sentence: str) -> None:
        """What is wrong with what was asked."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def words(self) -> str:
        """All sentences of the card."""
        return " ".join(each.text() for each in self.findChildren(Text) if not each.isHidden())

    def _name(self, person_id: int | None) -> str:
        return self._names.get(person_id, "–") if person_id is not None else "–"

    # -- what it is -----------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(ElidedText(change_word(self.proposal.kind), "strong"), 1)
        line.addWidget(OutlineBadge(state_word(self.proposal.state), STATE_TONE[self.proposal.state]))
        show = Button(self.tr("Show"), kind="link")
        show.setAccessibleName(f"{show.text()} {self._what()}")
        show.clicked.connect(lambda: self.place_wanted.emit(self.proposal.id))
        line.addWidget(show)
        return line

    def _what(self) -> str:
        each = self.proposal
        seat = self._seat(each.shift_date, each.post_id)
        if each.kind is ChangeKind.SWAP and each.other_shift_date is not None:
            return self.tr("{seat} {name} ↔ {other_seat} {other}").format(
                seat=seat,
                name=self._name(each.person_id),
                other_seat=self._seat(each.other_shift_date, each.other_post_id),
                other=self._name(each.other_person_id),
            )
        return self.tr("{seat}: {other} for {name}, {span}").format(
            seat=seat,
            name=self._name(each.person_id),
            other=self._name(each.other_person_id),
            span=span_words(each.starts_at, each.ends_at, self._zone),
        )

    def _seat(self, day: date, post_id: int | None) -> str:
        return f"{day_month(day)} {weekday_word(day)} {self._posts.get(post_id or 0, '')}".strip()

    def _add_words(self) -> None:
        each = self.proposal
        self._column.addWidget(Text(self._what(), "dense", wrap=True))
        by = self.tr("Proposed by {name}, {time}").format(
            name=each.proposed_by, time=when(each.proposed_at, self._now, self._zone)
        )
        said = self.tr("{words}: {reason}").format(words=by, reason=each.reason) if each.reason else by
        self._column.addWidget(Text(said, "label", "muted", wrap=True))
        if each.told_leader_id is not None:
            told = self.tr("Told at once: {name}").format(name=self._name(each.told_leader_id))
            self._column.addWidget(Text(told, "label", "muted", wrap=True))
        for caution in each.cautions if each.state.is_open else ():
            line = QHBoxLayout()
            line.setSpacing(theme().px(6))
            line.addWidget(IconLabel("triangle-alert", "severe", 14), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(caution_words(caution), "label", "severe", wrap=True), 1)
            self._column.addLayout(line)
        if each.lapse is not None:
            why = words_for(InputProblem("", each.lapse.code, **dict(each.lapse.values))).what
            words = self.tr("No longer possible: {why}").format(why=why)
            self._column.addWidget(Text(words, "label", "extreme", wrap=True))

    def _add_consents(self) -> None:
        each = self.proposal
        for consent in each.consents:
            words = self.tr("{name} agreed {how}, {time}").format(
                name=self._name(consent.person_id),
                how=how_word(consent.how),
                time=when(consent.at, self._now, self._zone),
            )
            self._column.addWidget(IconText("check", words, role="dense", tone="text", icon_tone="good"))
        if each.state is not ProposalState.PROPOSED:
            return
        for person_id in each.consents_missing:
            box = QWidget()
            flow = FlowLayout(box)
            name = self._name(person_id)
            label = Text(self.tr("{name} agrees").format(name=name), "dense")
            label.setMinimumHeight(theme().px(32))
            flow.addWidget(label)
            for how in ConsentHow:
                button = Button(how_word(how))
                button.setAccessibleName(f"{label.text()} {how_word(how)}")
                button.clicked.connect(
                    lambda _checked=False, person=person_id, how=how: self.consented.emit(each.id, person, how)
                )
                flow.addWidget(button)
            self._column.addWidget(box)

    # -- what is decided ------------------------------------------------------------------------

    def _add_decision(self) -> None:
        each = self.proposal
        if each.decided_by is not None:
            words = self.tr("{name} decided, {time}").format(
                name=self._name(each.decided_by),
                time=when(each.decided_at, self._now, self._zone) if each.decided_at is not None else "",
            )
            if each.decision_remark:
                words = self.tr("{words}: {reason}").format(words=words, reason=each.decision_remark)
            self._column.addWidget(Text(words, "label", "muted", wrap=True))
        buttons: list[Button] = []
        if each.state in (ProposalState.AGREED, ProposalState.UNCONFIRMED):
            self._add_leader()
            approve, refuse = Button(self.tr("Approve"), kind="primary"), Button(self.tr("Refuse"))
            approve.clicked.connect(lambda: self._decide(approve=True))
            refuse.clicked.connect(lambda: self._decide(approve=False))
            buttons += [approve, refuse]
        if each.state in (ProposalState.PROPOSED, ProposalState.AGREED, ProposalState.LAPSED):
            word = self.tr("Clear away") if each.state is ProposalState.LAPSED else self.tr("Withdraw")
            withdraw = Button(word, kind="quiet")
            withdraw.clicked.connect(lambda: self.withdrawn.emit(each.id))
            buttons.append(withdraw)
        if each.cover_id is not None and each.ends_at > self._now and each.state is not ProposalState.REFUSED:
            end = Button(self.tr("End the cover now"), kind="quiet")
            end.clicked.connect(lambda: self.ended.emit(each.cover_id or 0))
            buttons.append(end)
        if buttons:
            box = QWidget()
            flow = FlowLayout(box)
            for button in buttons:
                button.setAccessibleName(f"{button.text()} {self._what()}")
                flow.addWidget(button)
            self._column.addWidget(box)

    def _add_leader(self) -> None:
        for field, placeholder in (
            (self.leader, self.tr("The leader who decides")),
            (self.remark, self.tr("Remark; needed to refuse")),
        ):
            field.setPlaceholderText(placeholder)
            field.setAccessibleName(placeholder)
            field.textEdited.connect(lambda _text: self.say(""))
            self._column.addWidget(field)
        self.remark.setMaxLength(200)

    def _decide(self, *, approve: bool) -> None:
        person = self.leader.person()
        if person is None:
            self.say(self.leader.problem() or self.tr("Name the leader who decides."))
            self.leader.setFocus()
            return
        signal = self.approved if approve else self.refused
        signal.emit(self.proposal.id, person.id, self.remark.text())

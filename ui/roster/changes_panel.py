"""The changes 替班 调班: what waits for somebody, and what was decided about the dates shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.people.model import PersonFilter
from ui.problems import words_for
from ui.roster.panel import RosterPanel
from ui.roster.proposal_card import ProposalCard
from ui.theme import theme
from ui.widgets import Button, FlowLayout, Line, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import DutyError
    from duty_console.roster.substitution.model import Proposal
    from ui.roster.context import PageContext

_Found = tuple[tuple["Proposal", ...], tuple["Proposal", ...], dict[int, str], dict[int, str]]


class ChangesPanel(RosterPanel):
    """Cards; what was typed into one stays while it waits."""

    TABLES = frozenset({"duty_change", "duty_change_consent", "duty_change_decision", "duty_cover", "assignment"})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.column.setContentsMargins(0, 0, 0, theme().px(12))
        self.column.setSpacing(0)
        self.cards: dict[int, ProposalCard] = {}
        self._found: _Found | None = None
        box, flow = QWidget(), FlowLayout()
        around = QVBoxLayout(box)
        around.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(8))
        around.addLayout(flow)
        self._new = {key: Button("", icon=icon) for key, icon in _NEW}
        for key, button in self._new.items():
            button.clicked.connect(lambda _checked=False, key=key: context.open_panel(key))
            flow.addWidget(button)
        self.column.addWidget(box)
        self._open_head, self._past_head = _heading(), _heading()
        self._open, self._past = QVBoxLayout(), QVBoxLayout()
        self._none = Text("", "dense", "muted", wrap=True)
        self._none.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12))
        self.column.addWidget(self._open_head)
        self.column.addWidget(self._none)
        self.column.addLayout(self._open)
        self.column.addWidget(self._past_head)
        self.column.addLayout(self._past)
        context.changed.connect(lambda: self.refresh() if self.isVisible() else None)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Changes"))
        for key, word in (
            ("cover", self.tr("Cover")),
            ("swap", self.tr("Swap")),
            ("leave", self.tr("Leave")),
            ("emergency", self.tr("Emergency")),
        ):
            self._new[key].setText(word)
        self._none.setText(self.tr("Nothing waits for a consent or a decision."))
        self._past_head.setText(self.tr("In these dates"))
        self._say_count()
        if self._found is not None:
            self.cards.clear()
            self._show(self._found)

    def _say_count(self) -> None:
        count = len(self._found[0]) if self._found is not None else 0
        self._open_head.setText(self.tr("Waiting: {count}").format(count=count))

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        services, (first, last) = self.services, self.context.shown

        def work() -> _Found:
            substitution = services.substitution()
            waiting, past = substitution.open_proposals(), substitution.history(first, last)
            ids = {each.id for each in waiting}
            everybody = services.people.persons(PersonFilter(with_left=True))
            persons = {each.id: each.name for each in everybody}
            posts = {each.id: each.name for each in services.roster.posts(with_retired=True)}
            decided = tuple(each for each in reversed(past) if each.id not in ids)
            return waiting, decided, persons, posts

        self.read(work, self._show, name="changes")

    def _show(self, found: _Found) -> None:
        waiting, decided, names, posts = self._found = found
        old, self.cards = self.cards, {}
        for layout, proposals in ((self._open, waiting), (self._past, decided)):
            _empty(layout, {card for card in old.values() if card.proposal in (*waiting, *decided)})
            for proposal in proposals:
                card = old.get(proposal.id)
                if card is None or card.proposal != proposal:
                    card = self._card(proposal, names, posts)
                self.cards[proposal.id] = card
                layout.addWidget(card)
                layout.addWidget(Line())
        self._none.setVisible(not waiting)
        self._past_head.setVisible(bool(decided))
        self._say_count()

    def _card(self, proposal: Proposal, names: dict[int, str], posts: dict[int, str]) -> ProposalCard:
        card = ProposalCard(proposal, self.context, names, posts)
        substitution = self.services.substitution
        card.consented.connect(lambda id_, person, how: self._do(id_, lambda: substitution().consent(id_, person, how)))
        card.approved.connect(
            lambda id_, leader, remark: self._do(id_, lambda: substitution().approve(id_, leader, remark))
        )
        card.refused.connect(
            lambda id_, leader, remark: self._do(id_, lambda: substitution().refuse(id_, leader, remark))
        )
        card.withdrawn.connect(lambda id_: self._do(id_, lambda: substitution().withdraw(id_)))
        card.ended.connect(lambda cover: self._do(proposal.id, lambda: substitution().end_cover(cover)))
        card.place_wanted.connect(lambda _id: self.context.go_to(proposal.shift_date, proposal.slot, proposal.post_id))
        return card

    def _do(self, proposal_id: int, work: Callable[[], object]) -> None:
        def failed(problem: DutyError) -> None:
            card = self.cards.get(proposal_id)
            if card is not None:
                card.say(str(words_for(problem)))
            else:
                self.banner.show_problem(problem)

        self.run(work, None, failed)


_NEW = (("cover", "user-round-check"), ("swap", "arrow-left-right"), ("leave", "calendar-x"), ("emergency", "siren"))


def _heading() -> Text:
    head = Text("", "dense_strong", "muted")
    px = theme().px
    head.setContentsMargins(px(16), px(8), px(16), px(4))
    return head


def _empty(layout: QVBoxLayout, kept: set[ProposalCard]) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget not in kept:
            widget.hide()
            widget.deleteLater()

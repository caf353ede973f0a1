"""Covers, swaps and leaves through the panels beside the roster: proposed, agreed, approved, shown; and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from duty_console.roster.model import CoverKind
from duty_console.roster.substitution.model import ProposalState
from tests.ui.conftest import say
from tests.ui.roster_desk import RosterDesk, at
from ui.roster.changes_panel import ChangesPanel
from ui.roster.cover_panel import CoverPanel
from ui.roster.leave_panel import LeavePanel
from ui.roster.swap_panel import SwapPanel
from ui.widgets import OutlineBadge, SuggestField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.jobs import Jobs

PRIMARY, DEPUTY = 1, 2
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterDesk]:
    room = RosterDesk.open(tmp_path, jobs)
    yield room
    room.close()


def free_person(room: RosterDesk, day: int) -> str:
    taken = {name for post in range(3) for name in room.stored(day, post)}
    return next(name for name in ("高子墨", "苏映雪", "罗景行", "林晓舟", "何雨桐", "马思齐") if name not in taken)


def name_in(field: SuggestField, name: str) -> None:
    field.setFocus()
    field.selectAll()
    say(field, name)
    QTest.keyClick(field, Qt.Key.Key_Escape)  # the list, not the panel


def submit(room: RosterDesk, panel: QWidget) -> None:
    QTest.keyClick(panel, Qt.Key.Key_Return, CONTROL)
    room.settle()


def push(room: RosterDesk, panel: QWidget, *words: str) -> None:
    """Press the button whose spoken name has all the words."""
    button = next(
        each
        for each in panel.findChildren(QPushButton)
        if each.isVisibleTo(panel) and all(word in (each.accessibleName() or each.text()) for word in words)
    )
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    room.settle()


def changes(room: RosterDesk) -> ChangesPanel:
    panel = room.page.host.currentWidget()
    assert isinstance(panel, ChangesPanel)
    return panel


def test_a_cover_for_a_part_of_a_shift_is_proposed_agreed_approved_and_shown(room: RosterDesk) -> None:
    (planned,) = room.stored(20, PRIMARY)
    name = free_person(room, 20)
    room.go_to(20, PRIMARY)
    panel = room.page.open_panel("cover")
    assert isinstance(panel, CoverPanel)
    assert panel.stand_in.hasFocus()
    name_in(panel.stand_in, name)
    panel.starts.edit.selectAll()
    QTest.keyClicks(panel.starts.edit, "1800")
    panel.ends.edit.selectAll()
    QTest.keyClicks(panel.ends.edit, "0600")
    say(panel.reason, "孩子家长会")
    submit(room, panel)
    (proposal,) = room.desk.substitution.open_proposals()
    assert (proposal.starts_at, proposal.ends_at) == (at(20, 18), at(21, 6))
    assert room.page.bar.panel_buttons["changes"]._hint == "1"
    assert room.text(20, PRIMARY) == planned
    board = changes(room)
    push(room, board, f"{planned} agrees", "by phone")
    push(room, board, f"{name} agrees", "in person")
    card = board.cards[proposal.id]
    push(room, card, "Approve")
    assert "leader" in card.words()
    name_in(card.leader, "沈若谷")
    push(room, card, "Approve")
    assert room.desk.substitution.proposal(proposal.id).state is ProposalState.APPROVED
    assert room.text(20, PRIMARY) == f"{planned}→{name} 18:00–06:00"
    assert next(each.name for each in room.desk.roster.on_duty_at(at(20, 20)).officers) == name
    row, _column = room.place(20, PRIMARY)
    assert f"{name} covers {planned}" in room.page.model.text(row, room.page.model.columnCount() - 1)


def test_a_wrong_time_is_said_at_its_field_and_nothing_typed_is_lost(room: RosterDesk) -> None:
    room.go_to(20, PRIMARY)
    panel = room.page.open_panel("cover")
    assert isinstance(panel, CoverPanel)
    name_in(panel.stand_in, free_person(room, 20))
    panel.ends.edit.selectAll()
    QTest.keyClicks(panel.ends.edit, "10-22 0900")
    submit(room, panel)
    assert "within one shift" in panel.rows["starts_at"].problem()
    assert panel.stand_in.text()
    assert room.desk.substitution.open_proposals() == ()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert room.page.host.current_key() == ""
    room.go_to(22, PRIMARY)
    assert room.page.open_panel("cover") is panel
    assert panel.stand_in.text()
    assert "20 Oct" in panel.about.text()


def test_a_refusal_needs_its_remark_and_changes_nothing(room: RosterDesk) -> None:
    from duty_console.roster.model import NewCover
    from duty_console.roster.substitution.model import ConsentHow

    (planned,) = room.stored(20, PRIMARY)
    stand_in = room.persons[free_person(room, 20)]
    new = NewCover(*room.key(20, PRIMARY), room.persons[planned].id, stand_in.id, at(20, 8), at(21, 8))
    proposal = room.desk.substitution.propose_cover(new)
    for person_id in proposal.persons:
        room.desk.substitution.consent(proposal.id, person_id, ConsentHow.PHONE)
    room.page.open_panel("changes")
    room.settle()
    card = changes(room).cards[proposal.id]
    name_in(card.leader, "周启明")
    push(room, card, "Refuse")
    assert "reason" in card.words().lower()
    say(card.remark, "人手不足")
    push(room, card, "Refuse")
    assert room.desk.substitution.proposal(proposal.id).state is ProposalState.REFUSED
    assert room.text(20, PRIMARY) == planned


def test_a_swap_picks_the_other_seat_by_the_keyboard(room: RosterDesk) -> None:
    (first,), (second,) = room.stored(20, PRIMARY), room.stored(24, PRIMARY)
    room.go_to(20, PRIMARY)
    panel = room.page.open_panel("swap")
    assert isinstance(panel, SwapPanel)
    assert panel.seats["first"].currentText() == first
    QTest.keyClick(panel.pickers["second"], Qt.Key.Key_Space)
    assert room.page.grid.hasFocus()
    for _ in range(4):
        QTest.keyClick(room.page.grid, Qt.Key.Key_Down)
    QTest.keyClick(room.page.grid, Qt.Key.Key_Return)
    assert not room.page.context.picking
    assert panel.seats["second"].currentText() == second
    assert panel.reason.hasFocus()
    submit(room, panel)
    (proposal,) = room.desk.substitution.open_proposals()
    board = changes(room)
    push(room, board, f"{first} agrees", "by phone")
    push(room, board, f"{second} agrees", "by phone")
    card = board.cards[proposal.id]
    name_in(card.leader, "沈若谷")
    push(room, card, "Approve")
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([second], [first])
    row, _column = room.place(20, PRIMARY)
    assert "Swapped with 24 Oct, approved by 沈若谷" in room.page.model.text(row, room.page.model.columnCount() - 1)


def test_a_swap_with_oneself_is_refused_in_a_sentence(room: RosterDesk) -> None:
    room.go_to(20, PRIMARY)
    panel = room.page.open_panel("swap")
    assert isinstance(panel, SwapPanel)
    QTest.keyClick(panel.pickers["second"], Qt.Key.Key_Space)
    room.go_to(26, PRIMARY)
    QTest.keyClick(room.page.grid, Qt.Key.Key_Return)
    assert room.stored(26, PRIMARY) == room.stored(20, PRIMARY)
    submit(room, panel)
    assert panel.banner.message()
    assert room.desk.substitution.open_proposals() == ()


def test_a_leave_says_what_it_empties_and_shows_as_a_gap_until_it_is_taken_back(room: RosterDesk) -> None:
    (name,) = room.stored(22, DEPUTY)
    room.go_to(22, DEPUTY)
    panel = room.page.open_panel("leave")
    assert isinstance(panel, LeavePanel)
    room.settle()
    assert panel.person.text() == name
    assert "22 Oct 副班" in panel._empties.text()
    panel.kind.setCurrentIndex(1)
    name_in(panel.leader, "沈若谷")
    submit(room, panel)
    assert room.text(22, DEPUTY) == f"{name} Sick leave 1 missing"
    assert room.stored(22, DEPUTY) == [name]
    assert any("22 Oct" in each for each in room.page.gaps.sentences())
    row, _column = room.place(22, DEPUTY)
    assert f"{name}: Sick leave" in room.page.model.text(row, room.page.model.columnCount() - 1)
    push(room, panel, "Take back", name)
    assert room.text(22, DEPUTY) == name


def test_an_emergency_takes_effect_at_once_and_waits_for_a_leader(room: RosterDesk) -> None:
    (planned,) = room.stored(14, PRIMARY)
    name = free_person(room, 14)
    room.go_to(14, PRIMARY)
    panel = room.page.open_panel("emergency")
    assert isinstance(panel, CoverPanel)
    assert panel.starts.text() == "10:26"
    name_in(panel.stand_in, name)
    submit(room, panel)
    assert panel.rows["told_leader_id"].problem()
    name_in(panel.leader, "周启明")
    say(panel.reason, "突发急病")
    submit(room, panel)
    (cover,) = room.desk.roster.covers(room.key(14, PRIMARY)[0], room.key(14, PRIMARY)[0])
    assert cover.kind is CoverKind.EMERGENCY
    assert room.text(14, PRIMARY) == f"{planned}→{name} from 10:26"
    (waiting,) = room.desk.substitution.open_proposals()
    assert waiting.state is ProposalState.UNCONFIRMED
    badge = changes(room).cards[waiting.id].findChild(OutlineBadge)
    assert badge is not None
    assert badge.text() == "To be confirmed"


def menu_of(room: RosterDesk) -> QMenu:
    """Press the context-menu key."""
    grid = room.page.grid
    spot = grid.visualRect(grid.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, grid.viewport().mapToGlobal(spot))
    QApplication.sendEvent(grid.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def act(menu: QMenu, part: str) -> None:
    """Trigger an entry by its words, as Enter on it does."""
    action: QAction = next(each for each in menu.actions() if part in each.text())
    assert action.isEnabled()
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_the_menu_opens_panels_for_the_cell_says_why_and_clears(room: RosterDesk) -> None:
    (name,) = room.stored(27, PRIMARY)
    room.go_to(27, PRIMARY)
    act(menu_of(room), f"Why is {name} here")
    assert "placed by rotation" in room.page._banner.message()
    assert "Number 1 of 4" in room.page._banner.message()
    assert "Number 1 of 4" in room.page.chosen.words()
    for key, part in (("cover", "over for"), ("swap", "wap with"), ("leave", "eave of"), ("emergency", "mergency")):
        room.go_to(27, PRIMARY)
        act(menu_of(room), part)
        room.settle()
        assert room.page.host.current_key() == key
        room.page.host.leave()
    room.go_to(27, PRIMARY)
    act(menu_of(room), "Clea&r")
    room.settle()
    assert room.stored(27, PRIMARY) == []


def test_the_chosen_cell_tells_the_history_of_its_shift(room: RosterDesk) -> None:
    room.desk.roster.assign(*room.key(5, PRIMARY), [room.persons["马思齐"].id], "补录")
    room.settle()
    room.go_to(5, PRIMARY)
    words = room.page.chosen.words()
    assert "Corrected, 主班" in words
    assert "补录" in words


def test_panels_open_by_their_keys_and_esc_gives_the_grid_back(room: RosterDesk) -> None:
    keys = {"changes": (Qt.Key.Key_H, CONTROL), "cover": (Qt.Key.Key_B, CONTROL | Qt.KeyboardModifier.ShiftModifier)}
    for key, (press, modifiers) in keys.items():
        room.page.grid.setFocus()
        QTest.keyClick(room.page.grid, press, modifiers)
        room.settle()
        assert room.page.host.current_key() == key
        focused = QApplication.focusWidget()
        assert focused is not None
        assert room.page.host.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert room.page.host.current_key() == ""
        assert room.page.grid.hasFocus()

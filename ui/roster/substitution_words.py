"""The words of changes to the roster: kinds, states, how a consent was heard, what to be careful about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.substitution.model import ChangeKind, ConsentHow, ProposalState
from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from duty_console.roster.model import Why

_KINDS = {
    ChangeKind.COVER: QT_TRANSLATE_NOOP("Substitution", "Cover"),
    ChangeKind.SWAP: QT_TRANSLATE_NOOP("Substitution", "Swap"),
    ChangeKind.EMERGENCY: QT_TRANSLATE_NOOP("Substitution", "Emergency substitution"),
}
_STATES = {
    ProposalState.PROPOSED: QT_TRANSLATE_NOOP("Substitution", "Consent missing"),
    ProposalState.AGREED: QT_TRANSLATE_NOOP("Substitution", "To be approved"),
    ProposalState.UNCONFIRMED: QT_TRANSLATE_NOOP("Substitution", "To be confirmed"),
    ProposalState.APPROVED: QT_TRANSLATE_NOOP("Substitution", "Approved"),
    ProposalState.REFUSED: QT_TRANSLATE_NOOP("Substitution", "Refused"),
    ProposalState.WITHDRAWN: QT_TRANSLATE_NOOP("Substitution", "Withdrawn"),
    ProposalState.LAPSED: QT_TRANSLATE_NOOP("Substitution", "Lapsed"),
}
_HOWS = {
    ConsentHow.IN_PERSON: QT_TRANSLATE_NOOP("Substitution", "in person"),
    ConsentHow.PHONE: QT_TRANSLATE_NOOP("Substitution", "by phone"),
}
_CAUTIONS = {
    "holiday_late": QT_TRANSLATE_NOOP("Substitution", "A change on a holiday should be proposed two days ahead."),
    "not_allowed": QT_TRANSLATE_NOOP("Substitution", "{name} is not on the list of {post}."),
    "rest_short": QT_TRANSLATE_NOOP("Substitution", "{name} would have {hours} h of rest; {least} h are the rule."),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Substitution", source)


def change_word(kind: ChangeKind) -> str:
    """替班, 调班, 应急替岗."""
    return _tr(_KINDS[kind])


def state_word(state: ProposalState) -> str:
    """How far it has come."""
    return _tr(_STATES[state])


def how_word(how: ConsentHow) -> str:
    """How somebody's consent was heard."""
    return _tr(_HOWS[how])


def caution_words(caution: Why) -> str:
    """What to be careful about, in a sentence; one that has no sentence yet says that there is something."""
    source = _CAUTIONS.get(caution.code)
    if source is None:
        return _tr(QT_TRANSLATE_NOOP("Substitution", "There is something to consider ({code}).")).format(
            code=caution.code
        )
    return _tr(source).format(**caution.values)

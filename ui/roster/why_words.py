"""Why somebody stands where he stands, in a sentence; a reason without its own sentence gets a general one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.model import AssignmentSource, DayType
from ui.i18n import QT_TRANSLATE_NOOP
from ui.words import weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duty_console.roster.model import Assignment, Why

_MONDAY = date(2001, 1, 1)
_SENTENCES: dict[str, str] = {
    "queue": QT_TRANSLATE_NOOP(
        "Why",
        "Number {rank} of {of} who were free: {count} duties on such days ({day_type}) until then, "
        "{carried} of them carried over.",
    ),
    "balance": QT_TRANSLATE_NOOP(
        "Why",
        "Moved here so that the totals come closer: number {rank} of {of} who were free, {count} duties on such days "
        "({day_type}) until then, {total} weighted days in all.",
    ),
    "pair": QT_TRANSLATE_NOOP("Why", "Serves together with {partner}."),
    "fixed": QT_TRANSLATE_NOOP("Why", "Always stands here on this weekday ({weekday})."),
}
"""By the codes of rotation (`duty_console.roster.rotation.reasons`)."""
_BY_SOURCE = {
    AssignmentSource.HAND: QT_TRANSLATE_NOOP("Why", "{name} was entered by hand."),
    AssignmentSource.PLAN: QT_TRANSLATE_NOOP("Why", "{name} was placed by rotation."),
    AssignmentSource.IMPORT: QT_TRANSLATE_NOOP("Why", "{name} was imported from a file."),
    AssignmentSource.SWAP: QT_TRANSLATE_NOOP("Why", "{name} came by an approved swap."),
}


def why_words(assignment: Assignment, names: Mapping[int, str]) -> str:
    """Why a person stands in a cell; `names` of everybody by id."""
    name = names.get(assignment.person_id, "")
    general = QCoreApplication.translate("Why", _BY_SOURCE[assignment.source]).format(name=name)
    sentence = reason_words(assignment.why, names) if assignment.why is not None else ""
    return " ".join(filter(None, (general, sentence)))


def reason_words(why: Why, names: Mapping[int, str]) -> str:
    """A reason that rotation gave, empty where there is no sentence for it."""
    source = _SENTENCES.get(why.code)
    if source is None:
        return ""
    values: dict[str, object] = dict(why.values)
    if "day_type" in values:
        values["day_type"] = word(DayType(str(values["day_type"])))
    if "partner" in values:
        values["partner"] = names.get(int(why.values["partner"]), "")
    if "weekday" in values:
        values["weekday"] = weekday_word(_MONDAY + timedelta(int(why.values["weekday"]) - 1))
    try:
        return QCoreApplication.translate("Why", source).format(**values)
    except KeyError:
        return ""

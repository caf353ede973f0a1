"""The reason of a suggested grade in the language of the screen (国务院令第493号 Art 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.limits.grading import DEATHS, DIRECT_LOSS_YUAN, SERIOUS_INJURIES
from duty_console.limits.model import EventClass, Grade, GradeSuggestion
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_TESTS = {"deaths": DEATHS, "serious_injuries": SERIOUS_INJURIES, "direct_loss_yuan": DIRECT_LOSS_YUAN}
_WAN, _YI = 10_000, 100_000_000


def reason_of(suggestion: GradeSuggestion) -> str:
    """Why this grade is suggested, or why none is: "3 dead, reaching 3 and below 10"."""
    values = suggestion.values
    if suggestion.code == "numbers" and suggestion.grade is not None:
        decisive = str(values["decisive"]).split(",")
        facts = [_fact(name, int(values[name])) for name in decisive]
        shown = QCoreApplication.translate("GradeWords", "{facts}, {range}").format(
            facts=QCoreApplication.translate("GradeWords", ", ").join(facts),
            range=_range(decisive[0], suggestion.grade),
        )
        return shown + _missing(values)
    if suggestion.code == "no_numbers":
        return QCoreApplication.translate("GradeWords", "No casualties or loss known yet") + _missing(values)
    if suggestion.code == "no_statutory_grade":
        return QCoreApplication.translate("GradeWords", "Social security events have no statutory grade")
    if suggestion.code == "not_an_accident":
        event_class = word(EventClass(str(values["event_class"])))
        return QCoreApplication.translate("GradeWords", "{event_class}: graded by its own standard").format(
            event_class=event_class
        )
    return suggestion.basis


def clause_of(suggestion: GradeSuggestion) -> str:
    """What the suggestion rests on, for the line under it."""
    if suggestion.code in ("numbers", "no_numbers"):
        return QCoreApplication.translate(
            "GradeWords", "Suggested by State Council Decree 493 Art 3; limits include the number itself"
        )
    return QCoreApplication.translate("GradeWords", "State Council Decree 493 Art 3 grades accidents only")


def money_words(yuan: int) -> str:
    """An amount as it is said: 1,200 万元."""
    if yuan >= _YI and yuan % (_YI // 100) == 0:
        return QCoreApplication.translate("GradeWords", "{amount} hundred million yuan").format(
            amount=f"{yuan / _YI:g}"
        )
    if yuan >= _WAN and yuan % (_WAN // 100) == 0:
        return QCoreApplication.translate("GradeWords", "{amount} ten thousand yuan").format(
            amount=f"{yuan / _WAN:,.10g}"
        )
    return QCoreApplication.translate("GradeWords", "{amount} yuan").format(amount=f"{yuan:,}")


def count_words(name: str, count: int) -> str:
    """A count of an incident in words: "3 dead", "死亡 3 人"."""
    translate = QCoreApplication.translate
    if name == "direct_loss_yuan":
        return translate("GradeWords", "direct loss {amount}").format(amount=money_words(count))
    shown = {
        "deaths": translate("GradeWords", "{count} dead"),
        "missing": translate("GradeWords", "{count} missing"),
        "serious_injuries": translate("GradeWords", "{count} seriously injured"),
        "minor_injuries": translate("GradeWords", "{count} slightly injured"),
        "trapped": translate("GradeWords", "{count} trapped"),
        "evacuated": translate("GradeWords", "{count} evacuated"),
    }
    return shown[name].format(count=count)


def _fact(name: str, count: int) -> str:
    return count_words(name, count)


def _range(test: str, grade: Grade) -> str:
    """Between which limits the deciding number lies."""
    limits = _TESTS[test]
    place = next(place for place, (_limit, each) in enumerate(limits) if each is grade)
    low, high = limits[place][0], limits[place - 1][0] if place else None
    show = money_words if test == "direct_loss_yuan" else _people
    translate = QCoreApplication.translate
    if high is None:
        return translate("GradeWords", "reaching {low}").format(low=show(low))
    if low == 0:
        return translate("GradeWords", "below {high}").format(high=show(high))
    return translate("GradeWords", "reaching {low} and below {high}").format(low=show(low), high=show(high))


def _people(count: int) -> str:
    return QCoreApplication.translate("GradeWords", "{count} people").format(count=count)


def _missing(values: Mapping[str, int | str]) -> str:
    missing = values.get("missing")
    if not missing:
        return ""
    return QCoreApplication.translate("GradeWords", "; {count} missing are not counted").format(count=missing)

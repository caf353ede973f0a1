"""The names of casualty figures on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_NAMES = {
    "deaths": QT_TRANSLATE_NOOP("CountWords", "Dead"),
    "missing": QT_TRANSLATE_NOOP("CountWords", "Missing"),
    "serious_injuries": QT_TRANSLATE_NOOP("CountWords", "Serious"),
    "minor_injuries": QT_TRANSLATE_NOOP("CountWords", "Minor"),
    "trapped": QT_TRANSLATE_NOOP("CountWords", "Trapped"),
    "evacuated": QT_TRANSLATE_NOOP("CountWords", "Moved"),
    "direct_loss_yuan": QT_TRANSLATE_NOOP("CountWords", "Loss"),
}


def count_name(field: str) -> str:
    """死亡, 失踪, 重伤, 轻伤, 被困, 疏散, 直接损失."""
    return translate("CountWords", str(_NAMES[field]))

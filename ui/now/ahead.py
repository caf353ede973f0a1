"""What the check of the coming week says in the column "Coming up": one line for each kind of finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.rotation.model import FindingKind, Severity
from ui.roster.rotation_words import finding_detail, finding_look, kind_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.roster.rotation.model import Notice

_SHOWN_AS_GAPS = frozenset(
    {FindingKind.GAP, FindingKind.LEADER_MISSING, FindingKind.HOLIDAY_WITHOUT_LEADER, FindingKind.AWAY_UNCOVERED}
)
"""These leave an empty seat, which the column names already."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def lines_of(notices: Sequence[Notice]) -> list[tuple[str, str, str, int]]:
    """Icon, tone, words, and within how many days the first of them is."""
    kinds: dict[FindingKind, list[Notice]] = {}
    for each in notices:
        if each.finding.kind not in _SHOWN_AS_GAPS:
            kinds.setdefault(each.finding.kind, []).append(each)
    groups = sorted(kinds.values(), key=lambda group: (_RANK[group[0].finding.severity], group[0].days))
    return [(*finding_look(group[0].finding), _words(group), min(each.days for each in group)) for group in groups]


def _words(group: Sequence[Notice]) -> str:
    finding = group[0].finding
    detail = finding_detail(finding)
    if len(group) == 1:
        return " ".join(filter(None, (kind_word(finding.kind), detail)))
    words = QCoreApplication.translate("Ahead", "{kind}: {count}")
    return words.format(kind=kind_word(finding.kind), count=len(group))

"""Which obligations a report meets, and how it is called. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.limits.model import Channel, Obligation, ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLES = ("上一级", "上级", "事发地", "县级以上", "本级", "所在地", "当地")
"""A recipient that begins so names an office by its place in the chain; any recipient on that channel may be it."""


def meets(kind: ReportKind, channel: Channel, recipient: str, owed: Obligation) -> bool:
    """Return whether a report meets an open obligation: same kind, same channel, and the recipient it names.

    Names match when one holds the other (市应急管理局值班室 is 市应急管理局). A single character names nobody.
    """
    if not owed.is_open or owed.kind is not kind or owed.channel is not channel:
        return False
    given, asked = _bare(recipient), _bare(owed.recipient)
    if len(given) < 2:
        return False
    return given in asked or asked in given or asked.startswith(ROLES)


def met_by(kind: ReportKind, channel: Channel, recipient: str, owed: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return the obligations that a report meets; of several 续报 to the same rule only the first.

    Where a recipient is named by rules outright, obligations that name only a role are left for a report of their own.
    """
    fitting = [each for each in owed if meets(kind, channel, recipient, each)]
    named = [each for each in fitting if not _bare(each.recipient).startswith(ROLES)]
    chosen: dict[str, Obligation] = {}
    for each in sorted(named or fitting, key=lambda one: (one.due_at, one.sequence)):
        chosen.setdefault(each.rule_id, each)
    return tuple(chosen.values())


def name_of(kind: ReportKind, channel: Channel, sequence: int) -> str:
    """Return a report's name as officers say it: 书面初报, 电话续报二, 书面终报."""
    number = chinese_number(sequence) if kind is ReportKind.FOLLOWUP else ""
    return f"{channel.zh}{kind.zh}{number}"


def chinese_number(number: int) -> str:
    """Return 1 to 99 in Chinese numerals, larger ones in figures."""
    digits = "零一二三四五六七八九"
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def lateness_words(seconds: int) -> str:
    """Return how late as a fact: 超时8分钟; the minute that has begun counts."""
    minutes = -(-seconds // 60)
    hours, rest = divmod(minutes, 60)
    if hours:
        return f"超时{hours}小时{rest}分钟" if rest else f"超时{hours}小时"
    return f"超时{minutes}分钟"


def _bare(name: str) -> str:
    return "".join(name.split())

"""Reasons and findings as Chinese words, the language of papers and of the command line. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.roster.model import DayType
from duty_console.roster.rotation.model import FindingKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duty_console.roster.model import Why
    from duty_console.roster.rotation.model import Finding

_OBSTACLES = {
    "busy_in_shift": "同班已有岗",
    "left": "已离任",
    "on_leave": "请假",
    "too_little_rest": "休息不足",
    "month_full": "当月已满",
    "apart": "不同班",
    "partner_not_free": "搭档无法同班",
}
_FINDINGS = {
    FindingKind.GAP: "{post}缺 {missing} 人",
    FindingKind.KEY_POST_SINGLE: "{post}为重点岗位，仅 {there} 人，需 {needed} 人",
    FindingKind.DOUBLE_BOOKING: "{name}一人两岗：{posts}",
    FindingKind.TOO_LITTLE_REST: "{post}{name}距上一班（{before}）仅休息 {hours:g} 小时，需 {needed:g} 小时",
    FindingKind.LEADER_MISSING: "没有带班领导",
    FindingKind.HOLIDAY_WITHOUT_LEADER: "节假日没有带班领导在岗 {holiday}",
    FindingKind.AWAY_UNCOVERED: "{post}{name}请假，无人替班",
    FindingKind.PERSON_LEFT: "{post}{name}已离任",
    FindingKind.NOT_ON_LIST: "{post}{name}不在该岗允许名单",
    FindingKind.PHONE_UNCONFIRMED: "{name}电话未核实 {phone}",
    FindingKind.CALENDAR_PROVISIONAL: "{year} 年放假安排未公布，{days} 天日历待定",
}


def why_zh(why: Why | None, names: Mapping[int, str]) -> str:
    """Return why somebody stands there, in a few words; empty where nobody said."""
    if why is None:
        return ""
    values = why.values
    if why.code == "fixed":
        return f"固定周{'一二三四五六日'[int(values['weekday']) - 1]}"
    if why.code == "pair":
        return f"与{names.get(int(values['partner']), '搭档')}同班"
    if why.code not in ("queue", "balance"):
        return ""
    kind = DayType(str(values["day_type"])).zh
    words = f"{kind}已值 {values['count']} 次，空闲 {values['of']} 人中排第 {values['rank']}"
    words += f"，下一位 {values['next']} 次" if "next" in values else ""
    words += "但休息较短" if "next_tired" in values else ""
    words += f"，往年结转 {values['carried']} 次" if values["carried"] else ""
    return words + (f"，为均衡总量（加权 {values['total']:g}）" if why.code == "balance" else "")


def reason_zh(reason: Why) -> str:
    """Return why a seat stays empty."""
    if reason.code == "nobody_listed":
        return "该岗没有可排人员"
    return "、".join(f"{_OBSTACLES.get(each, each)} {count} 人" for each, count in reason.values.items())


def finding_zh(finding: Finding) -> str:
    """Return a finding as a sentence."""
    return _FINDINGS[finding.kind].format(**finding.values).strip()

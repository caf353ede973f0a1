"""What the heads of a roster's columns and rows mean: which posts, which shift, dates, phones. Pure."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from duty_console.exchange.plain import squeezed
from duty_console.roster.model import PostKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duty_console.roster.model import Post, ShiftSlot


class Role(StrEnum):
    """What a column holds, by its head."""

    DATE = "date"
    WEEKDAY = "weekday"
    SLOT = "slot"
    PHONE = "phone"
    UNIT = "unit"
    NAME = "name"
    POST = "post"
    NOTE = "note"
    SERIAL = "serial"
    OTHER = "other"


_ROLES = (
    (Role.WEEKDAY, re.compile(r"(值班)?(星期|周|礼拜)几?|星期周?")),
    (Role.SERIAL, re.compile(r"序号?|编号|no\.?|#|行号")),
    (Role.PHONE, re.compile(r".*(电话|手机|联系方式|号码|短号|座机|tel).*")),
    (
        Role.NOTE,
        re.compile(
            r".*(备注|说明|农历|节假?日|日类|日期类型|类型|天气|签名|签字|签到|交接|情况|合计|小计|总计|次数|天数|统计)"
        ),
    ),
    (Role.DATE, re.compile(r"(值班|带班|排班)?(日期|时间|日|月日|日/期|年月日|日期/星期|日期星期)|日期.{0,6}|date")),
    (Role.SLOT, re.compile(r"(值班)?(班次|时段|班别|班种|时间段|轮次|班)")),
    (Role.UNIT, re.compile(r".*(单位|部门|科室|职务|职位|处室|股室)")),
    (Role.NAME, re.compile(r"(值班)?(人员)?姓名|(值班|排班)?人员|人员名单|name")),
    (Role.POST, re.compile(r"(值班)?(岗位|岗别|职责|类别|角色|值班类别|分工)")),
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEADER = _words(
    "带班领导 带班 值班领导 领导 带班人 带班人员 总值班 总带班 领导带班 带班负责人 值班负责人 带班干部 当班领导 "
    "值带班领导 值守领导 带"
)
_PRIMARY = _words("主班 主值 主值班 主值班员 主班人员 主班员 正班 第一值班员 主岗 值班主班 主")
_DEPUTY = _words("副班 副值 副值班 副值班员 副班人员 副班员 协班 第二值班员 辅班 副岗 值班副班 副")
_OFFICERS = _words(
    "值班员 值班 值班人员 值班人 值班干部 值班同志 在岗人员 当班人员 工作人员 值守人员 值守 人员 值 班 值班者"
)
_STANDBY = _words("备班 备勤 备岗 备班人员 备勤人员 备班领导 备班员 后备 替补 机动 听班 二线 备")
_ADORNED = re.compile(r"\([^)]*\)|姓名|名单|:|[0-9]+$")

_DAY_WORDS = ("白班", "白天", "日班", "昼班", "日间", "白", "日", "昼")
_NIGHT_WORDS = ("夜班", "晚班", "夜间", "晚上", "夜晚", "晚间", "夜", "晚")
_WHOLE_WORDS = ("全天班", "全天", "24小时", "全日", "昼夜")
_HOURS = re.compile(
    r"(\d{1,2})(?::(\d{2})|[时点])?[-—–~至到](?:次日|翌日|第二天|明日|当日)?(\d{1,2})(?::(\d{2})|[时点])?"
)
_DAYTIME = (5, 16)


def role_of(label: str) -> Role:
    """Return what a head says that its column holds; `OTHER` also for posts and for what is not known."""
    words = squeezed(label)
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), Role.OTHER)


class PostFinder:
    """Finds the room's posts for the words of a file: their own names first, then the words rooms use."""

    def __init__(self, posts: Sequence[Post]) -> None:
        """`posts` are all, also the retired: those are found by their own name only."""
        self._all = sorted(posts, key=lambda post: not post.active)
        self._posts = tuple(post for post in posts if post.active)

    def find(self, label: str) -> tuple[Post, ...]:
        """Return the posts that a head stands for, in order; several where it says only `值班人员`; none if unknown."""
        for part in (label, *reversed(label.split("\n"))):
            words = _ADORNED.sub("", squeezed(part))
            if found := self._named(words) or self._grouped(words):
                return found
        return self._contained(squeezed(label))

    def officers(self) -> tuple[Post, ...]:
        """Return the posts that do the duty: what a mark without more words means."""
        return self._of(PostKind.OFFICER)

    def leaders(self) -> tuple[Post, ...]:
        """Return the posts that lead."""
        return self._of(PostKind.LEADER)

    def _of(self, kind: PostKind) -> tuple[Post, ...]:
        return tuple(post for post in self._posts if post.kind is kind)

    def _named(self, words: str) -> tuple[Post, ...]:
        return tuple(post for post in self._all if squeezed(post.name) == words)[:1]

    def _grouped(self, words: str) -> tuple[Post, ...]:
        if words in _LEADER:
            return self._among(self.leaders(), _LEADER) or self.leaders()
        if words in _STANDBY:
            standby = self._of(PostKind.STANDBY)
            return self._among(standby, _STANDBY) or standby or self._among(self._posts, _STANDBY)
        officers = self.officers()
        if words in _OFFICERS:
            return self._among(officers, _OFFICERS) or officers
        for group in (_PRIMARY, _DEPUTY):
            if words in group:
                general = self._among(officers, _OFFICERS) or (officers if len(officers) == 1 else ())
                return self._among(officers, group) or general
        return ()

    def _among(self, posts: Iterable[Post], group: frozenset[str]) -> tuple[Post, ...]:
        return tuple(post for post in posts if squeezed(post.name) in group)

    def _contained(self, words: str) -> tuple[Post, ...]:
        inside = [post for post in self._posts if squeezed(post.name) in words]
        if inside:
            return (max(inside, key=lambda post: len(post.name)),)
        known = [word for word in _LEADER | _PRIMARY | _DEPUTY | _STANDBY if len(word) > 1 and word in words]
        return self._grouped(max(known, key=len)) if known else ()


class SlotFinder:
    """Finds the room's shifts for the words of a file: 白班, 夜班, 8:00-20:00."""

    def __init__(self, slots: Iterable[ShiftSlot]) -> None:
        self._slots = {slot.name: slot for slot in slots}

    def find(self, label: str) -> str | None:
        """Return the shift that words name; None for none."""
        words = squeezed(label)
        for name in sorted(self._slots, key=len, reverse=True):
            if squeezed(name) in words:
                return name
        if hours := _HOURS.match(words):
            starts, ends = (int(hours[at]) * 60 + int(hours[at + 1] or 0) for at in (1, 3))
            lasts = (ends - starts - 1) % (24 * 60) + 1
            return next((n for n, slot in self._slots.items() if _minutes(slot) == (starts, lasts)), None)
        for group, fits in ((_WHOLE_WORDS, _is_whole), (_DAY_WORDS, _is_day), (_NIGHT_WORDS, _is_night)):
            if words in group:
                fit = [name for name, slot in self._slots.items() if fits(slot)]
                return fit[0] if len(fit) == 1 else None
        return None

    def cut(self, label: str) -> tuple[str | None, str]:
        """Return the shift that a head names and the rest of the head: 夜班主班 is 夜班 and 主班."""
        words = squeezed(label)
        names = {squeezed(name): name for name in self._slots}
        ways = [*sorted(names, key=len, reverse=True), *_WHOLE_WORDS, *_DAY_WORDS[:-3], *_NIGHT_WORDS[:-2]]
        for way in ways:
            if way in words and (slot := names.get(way) or self.find(way)):
                return slot, words.replace(way, "", 1).strip("()-/、")
        return None, label

    def says(self, label: str) -> bool:
        """Return whether words speak of a shift at all, the room's or not."""
        words = squeezed(label)
        kinds = (*_WHOLE_WORDS, *_DAY_WORDS, *_NIGHT_WORDS)
        return bool(self.find(label)) or words in kinds or bool(_HOURS.match(words))


def _minutes(slot: ShiftSlot) -> tuple[int, int]:
    """Return when a shift begins and how long it lasts, in minutes."""
    return slot.starts.hour * 60 + slot.starts.minute, round(slot.hours * 60)


def _is_whole(slot: ShiftSlot) -> bool:
    return slot.hours >= 20


def _is_day(slot: ShiftSlot) -> bool:
    return slot.hours < 20 and _DAYTIME[0] <= slot.starts.hour < _DAYTIME[1]


def _is_night(slot: ShiftSlot) -> bool:
    return slot.hours < 20 and not _is_day(slot)

"""Breaks Chinese text into lines, as the duty room's papers need it.

Rules (禁则): no closing mark begins a line and no opening mark ends one; numbers stay with their units; Latin
words, times, incident numbers and telephone numbers stay whole. Where a line would begin with a closing mark, the
character before goes down with it (推出); a closing full-width mark at the end may hang by its empty right half
(悬挂), so its ink stays within the measure. Only what is wider than a whole line is split inside.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOT_AT_START = frozenset(
    "，。、；：？！）》〉”’」』】〕］｝〗〙…—～·‥％‰℃°,.;:?!)]}>%゛゜々〻ー"
    "\u00a0\u202f\u2060\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\ufe0e\ufe0f\u20e3\u3099\u309a"
)
"""Characters that never begin a line (but a paragraph may begin with them)."""
NOT_AT_END = frozenset("（《〈“‘「『【〔［｛〖〘([{<¥￥$£€№#\u00a0\u202f\u2060")
"""Characters that never end a line (but a paragraph may end with them)."""
SPACES = " \t\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
"""Spaces at which a line may end; they are dropped there. (U+00A0 and U+202F bind.)"""
_HANGING = frozenset("，。、；：！）》〉”’」』】〕］｝")
_BACK_OFF = 12  # how far back a forced split looks for a decent place

_UNITS = (
    "平方公里|平方米|立方米|亿立方米|万立方米|小时|分钟|公里|千米|毫米|厘米|公斤|千克|公顷|海里|毫克|毫升|千瓦|"
    "万人次|万人|万元|亿元|万吨|万亩|人次|车次|余人|多人|余名|个月|周年|工作日|"
    "[年月日号时分秒点周天夜人名户家处间栋幢层楼室座台辆艘架条根米吨升斤亩次起件份页期级度元角万亿千百十个只头位支枝枚把部套"
    "箱袋瓶桶顶床具批队组项例岁倍成伏瓦安档村镇版卷章节款路线段排班岗车公包桩伙株羽匹刀]"
)
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff０-９Ａ-Ｚａ-ｚ"
_MARK = "\u0300-\u036f\ufe00-\ufe0f\u20d0-\u20ff\u3099\u309a"
_TOKEN = re.compile(
    rf"""
      [{SPACES}]+
    | (?:\+?86[ -]?)?1[0-9]{{2}}[ -][0-9]{{4}}[ -][0-9]{{4}}(?![0-9])          # 138 0000 0001
    | (?:\(0[0-9]{{2,3}}\)[ ]?|0[0-9]{{2,3}}[ -])[0-9]{{3,4}}[ -]?[0-9]{{4}}(?:[-转][0-9]{{1,6}})?(?![0-9])
    | [48]00[ -][0-9]{{3,4}}[ -][0-9]{{3,4}}(?![0-9])
    | (?:第|[+±−-](?=[0-9]))?                                                    # 第493号, -3℃
      [{_LETTER}{_MARK}]+(?:[-._@:/\\&=?%+~'’*×–,]+[{_LETTER}{_MARK}]+)*         # word, 05:40, 20261014-02
      (?:(?<=[0-9０-９])[ ]?(?:{_UNITS}|[%％‰℃°㎡㎥㎏㎞Ω]+|(?:mm|cm|km|kg|kV|kW|MPa|m[²³]?|h|t|L)(?![A-Za-z])))?
    | .[{_MARK}]*
    """,
    re.VERBOSE | re.DOTALL,
)


def break_lines(text: str, measure: float, width: Callable[[str], float], *, first_indent: float = 0.0) -> list[str]:
    """Break a text into lines no wider than `measure` and return them without spaces at their ends.

    `width` gives the width of a string and must be additive (no kerning). A newline in the text always breaks;
    `first_indent` shortens the first line of every paragraph. At least one line comes back, perhaps empty.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_Filling(measure, width, first_indent).fill(paragraph))
    return lines


def unbreakable_runs(text: str) -> list[str]:
    """Split one paragraph into the runs between which a line may end; stretches of spaces are runs of their own."""
    found: list[str] = []
    for token in _tokens(text):
        if not found:
            found.append(token)
        elif _clings(found, token):
            if _is_space(found[-1]) and len(found) > 1:
                token = found.pop() + token
            found[-1] += token
        else:
            found.append(token)
    return found


def hang(line: str, width: Callable[[str], float]) -> float:
    """Return by how much a line may stick out of its measure: the empty half of a closing mark at its end."""
    return width(line[-1]) / 2 if line and line[-1] in _HANGING else 0.0


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        yield match.group()


def _is_space(run: str) -> bool:
    return not run.strip(SPACES)


def _clings(before: list[str], token: str) -> bool:
    if token[0] in NOT_AT_START:
        return True
    last = before[-1].rstrip(SPACES)
    if not last and len(before) > 1:  # "（ 甲": the space must not become a way out
        last = before[-2].rstrip(SPACES)
    return bool(last) and last[-1] in NOT_AT_END


class _Filling:
    """Fills the lines of one paragraph."""

    def __init__(self, measure: float, width: Callable[[str], float], first_indent: float) -> None:
        self._measure = measure
        self._width = width
        self._room = measure - first_indent
        self._line = ""
        self._used = 0.0
        self._space = ""
        self._lines: list[str] = []

    def fill(self, paragraph: str) -> list[str]:
        for run in unbreakable_runs(paragraph):
            if _is_space(run):
                self._space += run
            else:
                self._add(run)
        if self._line or not self._lines:
            self._end_line()
        return self._lines

    def _add(self, run: str) -> None:
        space = self._space if self._line or not self._lines else ""
        spaced = self._used + self._width(space) + self._width(run)
        if spaced - hang(run, self._width) > self._room:
            if self._line:
                self._end_line()
            space = ""
            while self._width(run) - hang(run, self._width) > self._room and len(run) > 1:
                run = self._split(run)
        self._line += space + run
        self._used = self._width(self._line)
        self._space = ""

    def _end_line(self) -> None:
        self._lines.append(self._line)
        self._line, self._used, self._space = "", 0.0, ""
        self._room = self._measure

    def _split(self, run: str) -> str:
        """Put as much of a run that is wider than the line on a line of its own; return the rest."""
        reach = max(1, sum(edge <= self._room for edge in accumulate(map(self._width, run[: self._most(run)]))))
        reach = min(reach, len(run) - 1)
        decent = (
            at
            for at in range(reach, max(0, reach - _BACK_OFF), -1)
            if run[at] not in NOT_AT_START and run[at - 1] not in NOT_AT_END and run[at] not in SPACES
        )
        at = next(decent, reach)
        self._line = run[:at].rstrip(SPACES)
        self._end_line()
        return run[at:].lstrip(SPACES)

    def _most(self, run: str) -> int:
        """Return a bound on the characters that fit, so that a run of 100,000 is not measured anew for every line."""
        bound = 64
        while bound < len(run) and self._width(run[:bound]) <= self._room:
            bound *= 2
        return bound

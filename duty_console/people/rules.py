"""The rules of names and phones: what is taken, how it is written down, how equal names are told apart. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duty_console.people.model import Person

NAME_MOST = 40
UNIT_NAME_MOST = 80

_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9]\d)(\d{4})(\d{4})")
_LANDLINE = re.compile(r"(?:(?:\+?86|0086)-?0?|0)(10|2\d|[3-9]\d{2})-?([2-9]\d{6,7})")
_HOTLINE = re.compile(r"([48]00)-?(\d{3})-?(\d{4})")
_SHORT = re.compile(r"\d{3,8}|\d{3,4}-\d{4}")
_EXTENSION = re.compile(r"(?:转|ext\.?|x|#|-)(\d{1,6})", re.IGNORECASE)
_SEPARATORS = str.maketrans(
    {"—": "-", "–": "-", "‐": "-", "−": "-", "(": "", ")": "-", " ": "", "\t": "", "\u3000": ""}
)


def tidy(field: str, words: str, most: int, *, missing: str | None = None) -> str:
    """Return a text without outer and repeated blanks.

    Raises InputProblem `text_too_long` (`most`), `text_unprintable`, or the code `missing` where empty is not allowed.
    """
    clean = " ".join(words.split())
    if not clean and missing is not None:
        raise InputProblem(field, missing)
    if len(clean) > most:
        raise InputProblem(field, "text_too_long", most=most)
    if any(unicodedata.category(each) in ("Cc", "Cs") for each in clean):
        raise InputProblem(field, "text_unprintable")
    return clean


def tidy_phone(field: str, phone: str) -> str:
    """Return a phone number as it is read aloud, so that the same number is always the same text.

    Taken: mobiles (138 0000 0001), landlines with area code and extension (0371-60000000转801), 400 and 800 lines,
    short and internal numbers of 3 to 8 digits. Raises InputProblem `phone_malformed`. Empty stays empty.
    """
    entered = unicodedata.normalize("NFKC", phone).strip()
    if not entered:
        return ""
    compact = re.sub(r"-{2,}", "-", entered.translate(_SEPARATORS)).strip("-")
    if found := _MOBILE.fullmatch(compact.replace("-", "")):
        return " ".join(found.groups())
    if found := _HOTLINE.fullmatch(compact):
        return "-".join(found.groups())
    for number, extension in _with_extension(compact):
        if found := _LANDLINE.fullmatch(number) or _LANDLINE.fullmatch(number.replace("-", "")):
            return f"0{found[1]}-{found[2]}{extension}"
        # An area code alone is no number, whatever follows it.
        if _SHORT.fullmatch(number) and not (extension and number.startswith("0")):
            return number.replace("-", "") + extension
    raise InputProblem(field, "phone_malformed", phone=entered[:40])


def _with_extension(compact: str) -> Iterable[tuple[str, str]]:
    yield compact, ""
    for found in _EXTENSION.finditer(compact):
        if found.end() == len(compact):
            yield compact[: found.start()], f"转{found[1]}"


def digits_of(*phones: str) -> str:
    """Return the digits of the phones, a blank between them."""
    return " ".join(filter(None, (re.sub(r"\D", "", phone) for phone in phones)))


# Surnames that the dictionary reads as the common word; only at the beginning of a name.
_SURNAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "曾": "zeng", "区": "ou", "盖": "ge", "朴": "piao",
    "翟": "zhai", "缪": "miao", "覃": "qin", "任": "ren", "华": "hua", "员": "yun", "种": "chong", "秘": "bi",
    "冼": "xian", "洗": "xian", "燕": "yan", "宁": "ning", "纪": "ji", "乐": "yue", "召": "shao", "折": "she",
    "黑": "he", "繁": "po", "祭": "zhai", "尉迟": "yu chi", "万俟": "mo qi", "澹台": "tan tai", "长孙": "zhang sun",
}  # fmt: skip


def pinyin_of(name: str) -> tuple[str, str]:
    """Return a name's full pinyin without tones (`linxiaozhou`, ü as v) and its initials (`lxz`)."""
    from pypinyin import lazy_pinyin  # its dictionary takes a quarter of a second; only saving a name needs it

    for surname, reading in _SURNAMES.items():
        if name.startswith(surname):
            syllables = [*reading.split(), *lazy_pinyin(name[len(surname) :])]
            break
    else:
        syllables = lazy_pinyin(name)
    # What is not Han comes back as one piece (`J. Smith`): its words count as syllables.
    words = list(chain.from_iterable(re.findall(r"\w+", each.casefold()) for each in syllables))
    return "".join(words), "".join(each[0] for each in words)


def told_apart(persons: Iterable[Person], active: Iterable[tuple[str, int | None]]) -> tuple[Person, ...]:
    """Return persons with `display` filled: a clashing name gets its unit, within one unit the end of the phone.

    `active` are name and unit of every active person who bears one of the names.
    """
    pairs = list(active)
    names, units = Counter(name for name, _ in pairs), Counter(pairs)
    return tuple(_told_apart(each, names[each.name], units[each.name, each.unit_id]) for each in persons)


def _told_apart(person: Person, same_name: int, same_unit: int) -> Person:
    # One who left is not among the active, but still wants telling apart from one who stays.
    others = same_name - (1 if person.active else 0)
    if others <= 0:
        return replace(person, display=person.name)
    marks = [person.unit_name] if person.unit_name else []
    tail = digits_of(person.phone)[-4:]
    if tail and (same_unit - (1 if person.active else 0) > 0 or not marks):
        marks.append(tail)
    return replace(person, display=f"{person.name}（{' '.join(marks)}）" if marks else person.name)

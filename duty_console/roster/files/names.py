"""Names as people write them into a roster's cell: with blanks, titles, phones, several in one. Pure.

`张三/李四`, `王　芳`, `张三（区应急局）`, `张三 13800000001`, `副局长 张三`: what is a name and what stands beside it
is decided by the address book, because `王 芳` is one person where she is known and two words where she is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from duty_console.exchange.plain import plain, squeezed
from duty_console.people.rules import digits_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from duty_console.people.model import Person

_TOKEN = re.compile(
    r"(?P<paren>[(\[【<][^()\[\]【】<>]*[)\]】>])"
    r"|(?P<phone>(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{3,4}-\d{4}|\d{3,8})(?!\d)"
    r"|(?P<cut>[、,;/|&+\\。—–~-]|\s[和与及]\s)"
    r"|(?P<blank>[\s:]+)"
    r"|(?P<word>[^\s:、,;/|&+\\。—–~()\[\]【】<>-]+?(?=\d{3}|[\s:、,;/|&+\\。—–~()\[\]【】<>-]|$)|.)"
)
_TITLE = re.compile(
    r".*(?:局长|主任|科长|处长|部长|书记|区长|县长|市长|州长|镇长|乡长|村长|主席|队长|站长|所长|院长|校长|厅长|司长|股长|组长|班长"
    r"|政委|经理|总监|董事|厂长|矿长|科员|干事|同志|常委|委员|调研员|巡视员|秘书|干部|参谋|支队|大队|主管|专员|助理|负责人"
    r"|领导|值班员|带班|主班|副班|备班|值班|电话|手机|姓名|单位|职务|办公室|先生|女士|师傅)"
)
_NOBODY = re.compile(
    r"[-—–/\\*.…、_×xX]+|缺\d*人?|空岗?|空缺|无|无人|暂无|待定|暂缺|未定|缺岗?|none|null", re.IGNORECASE
)
_MISSING_WORD = re.compile(r"缺\d*人|缺岗|空岗")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a cell, and what stands beside it to tell its bearer from others: a unit, a title, a phone."""

    name: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a cell. `nobody`: the cell says in words that the seat stays empty."""

    mentions: tuple[Mention, ...]
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a mention means, or why that cannot be said; `remark` is a doubt that stops nothing."""

    person: Person | None
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()


class Directory:
    """The address book as an import reads it: by name, without blanks and in half-width forms."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for each in persons:
            self._by_name[name_key(each.name)].append(each)
        self._units = {squeezed(each.unit_name) for some in self._by_name.values() for each in some if each.unit_name}
        self._longest = max(map(len, self._by_name), default=0)

    def knows(self, name: str) -> bool:
        """Return whether somebody bears the name."""
        return name_key(name) in self._by_name

    def bearers(self, name: str) -> tuple[Person, ...]:
        """Return all who bear the name, also those who left."""
        return tuple(self._by_name.get(name_key(name), ()))

    def is_unit(self, words: str) -> bool:
        """Return whether a unit of somebody bears this name."""
        return squeezed(words) in self._units

    def someone_in(self, text: str) -> bool:
        """Return whether a known name stands anywhere in a text."""
        return bool(self.split(name_key(text))) or any(
            name_key(text)[at : at + length] in self._by_name
            for length in range(2, min(self._longest, 8) + 1)
            for at in range(len(name_key(text)) - length + 1)
        )

    def split(self, word: str) -> tuple[str, ...]:
        """Return the known names that a word without blanks is made of, wholly; none where it is not."""
        found: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(2, len(word) + 1):
            for start in range(max(0, end - self._longest), end - 1):
                if start in found and word[start:end] in self._by_name:
                    found.setdefault(end, (*found[start], word[start:end]))
        return found.get(len(word), ())

    def similar(self, name: str) -> tuple[str, ...]:
        """Return up to three known names of which one character is other."""
        key = name_key(name)
        near = (
            some[0].name
            for other, some in self._by_name.items()
            if len(other) == len(key) > 1 and sum(a != b for a, b in zip(key, other, strict=True)) == 1
            if any(each.active for each in some)
        )
        return tuple(sorted(near))[:3]

    def match(self, mention: Mention, at: datetime) -> Match:
        """Return whom a mention means in a shift that begins at `at`."""
        bearers = self.bearers(mention.name)
        there = [each for each in bearers if each.left_at is None or each.left_at > at]
        if not there:
            return self._nobody(mention, bearers)
        if len(there) > 1:
            there = _fitting(there, mention.hints) or there
        if len(there) > 1:
            choices = "、".join(_mark(each, there) for each in there)
            return Match(None, "name_ambiguous", (("name", mention.name), ("choices", choices)))
        (person,) = there
        for hint in mention.hints:
            if squeezed(hint) in self._units and squeezed(hint) != squeezed(person.unit_name):
                return Match(None, "name_other_unit", (("name", person.name), ("unit", hint)))
        return Match(person)

    def _nobody(self, mention: Mention, bearers: tuple[Person, ...]) -> Match:
        if bearers:
            return Match(None, "name_left", (("name", mention.name),))
        if similar := self.similar(mention.name):
            return Match(None, "name_unknown_similar", (("name", mention.name), ("similar", "、".join(similar))))
        return Match(None, "name_unknown", (("name", mention.name),))


def name_key(name: str) -> str:
    """Return a name as it is compared: without blanks, in half-width forms, with one kind of middle dot."""
    return re.sub("[・•‧∙●]", "·", squeezed(name))


def phone_hint(mention: Mention) -> str:
    """Return the phone that stands beside a name; empty for none, and for short ones that may be a part."""
    return next((hint for hint in mention.hints if len(digits_of(hint)) >= 7 and not re.search(r"[^\d\s+-]", hint)), "")


def read_names(text: str, directory: Directory) -> Names:
    """Return the names in the text of a cell."""
    text = plain(text)
    if not text:
        return Names(())
    if _NOBODY.fullmatch("".join(text.split())):
        return Names((), nobody=True)
    read = _Reading(directory)
    for token in _TOKEN.finditer(text):
        read.take(token.lastgroup or "", token[0])
    mentions = read.end()
    return Names(mentions, nobody=not mentions and read.said_missing)


class _Reading:
    """Takes the tokens of one cell in order."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._words: list[str] = []
        self._found: list[Mention] = []
        self._early: list[str] = []
        self._phones: list[tuple[int, str]] = []
        self.said_missing = False

    def take(self, kind: str, text: str) -> None:
        if kind == "word":
            if _MISSING_WORD.fullmatch(text):
                self.said_missing = True
            else:
                self._words.append(text)
        elif kind == "cut":
            self._finish_words()
        elif kind == "paren":
            self._finish_words()
            self._hint(text[1:-1].strip())
        elif kind == "phone":
            self._finish_words()
            if self._found:
                self._phones.append((len(self._found), text))
            else:
                self._hint(text)

    def end(self) -> tuple[Mention, ...]:
        self._finish_words()
        # `张三 李四 138… 139…`: the numbers stand in the order of the names; else each belongs to the name before it.
        behind = bool(self._phones) and all(count == len(self._found) for count, _ in self._phones)
        in_order = behind and len(self._phones) == len(self._found)
        for at, (count, phone) in enumerate(self._phones):
            number = at if in_order else count - 1
            self._found[number] = replace(self._found[number], hints=(*self._found[number].hints, phone))
        return tuple(self._found)

    def _hint(self, hint: str) -> None:
        if not hint or _MISSING_WORD.fullmatch("".join(hint.split())):
            self.said_missing = self.said_missing or bool(hint)
        elif self._found:
            self._found[-1] = replace(self._found[-1], hints=(*self._found[-1].hints, hint))
        else:
            self._early.append(hint)

    def _finish_words(self) -> None:
        for found in _names_of(self._words, self._directory) if self._words else ():
            self._found.append(replace(found, hints=(*self._early, *found.hints)))
            self._early = []
        self._words = []


def _names_of(words: list[str], directory: Directory) -> list[Mention]:
    """Return the names that words between two cuts are: known ones whatever blanks they have, then the rest.

    Titles and units beside a name tell it from others: those before the first belong to it, later ones to the last.
    """
    names: list[str] = []
    beside: list[tuple[int, str]] = []
    at = 0
    while at < len(words):
        count = _known_words(words, at, directory)
        word = "".join(words[at : at + (count or 1)])
        at += count or 1
        if count:
            names.append(word)
        elif glued := _unglued(word, directory):
            names += glued
        elif _TITLE.fullmatch(word) or directory.is_unit(word):
            beside.append((max(len(names) - 1, 0), word))
        else:
            while len(word) < 3 and at < len(words) and len(words[at]) == 1 and (len(word) == 1 or at == 1):
                word += words[at]
                at += 1
            names.append(word)
    # A title alone names nobody; let it be told as a name that is not known rather than lose a seat silently.
    names = names or [word for _, word in beside[:1]]
    return [Mention(name, tuple(word for of, word in beside if of == at)) for at, name in enumerate(names)]


def _known_words(words: list[str], at: int, directory: Directory) -> int:
    """Return how many words from here on are one known name; 0 for none."""
    counts = range(min(_MOST_WORDS, len(words) - at), 0, -1)
    return next((count for count in counts if directory.knows("".join(words[at : at + count]))), 0)


def _unglued(word: str, directory: Directory) -> tuple[str, ...]:
    """Return the names in a word that has titles or other names on it: 张三副局长, 副局长张三, 张三李四."""
    if together := directory.split(name_key(word)):
        return together
    for length in range(len(word) - 2, 1, -1):
        if directory.knows(word[:length]) and _TITLE.fullmatch(word[length:]):
            return (word[:length],)
        if directory.knows(word[-length:]) and _TITLE.fullmatch(word[:-length]):
            return (word[-length:],)
    return ()


def _fitting(persons: list[Person], hints: tuple[str, ...]) -> list[Person]:
    for hint in hints:
        fit = [each for each in persons if all(_fits(each, part) for part in hint.split())]
        if not fit:
            fit = [each for each in persons if _fits(each, hint)]
        persons = fit or persons
    return persons


def _fits(person: Person, hint: str) -> bool:
    digits, words = digits_of(hint), squeezed(hint)
    if digits and len(digits) >= 3 and not re.search(r"[^\d\s+()-]", hint):
        phones = [digits_of(person.phone), digits_of(person.second_phone)]
        return any(phone and (phone == digits[-len(phone) :] or phone.endswith(digits)) for phone in phones)
    unit = squeezed(person.unit_name)
    return bool(words) and (words == squeezed(person.title) or (len(words) > 1 and bool(unit) and words in unit))


def _mark(person: Person, others: list[Person]) -> str:
    """Say a person by what tells him from the others: the unit, and the end of the phone where that is not enough."""
    alone = sum(each.unit_id == person.unit_id for each in others) == 1
    tail = digits_of(person.phone)[-4:]
    marks = [person.unit_name or "（无单位）"] + ([tail] if tail and not (alone and person.unit_name) else [])
    return f"{person.name}（{' '.join(marks)}）" if person.unit_name or tail else person.name

"""The commands `roster plan` and `roster check`: their work, their JSON (design.md §6) and their words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from duty_console.cli.reply import Reply, Work
from duty_console.cli.streams import one_line
from duty_console.errors import InputProblem
from duty_console.people.model import PersonFilter
from duty_console.roster.model import CalendarDay, DayType
from duty_console.roster.rotation.model import Severity
from duty_console.roster.rotation.rules import check_span
from duty_console.roster.rotation.words import finding_zh, reason_zh, why_zh

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from duty_console.desk import Desk
    from duty_console.roster.model import Why
    from duty_console.roster.rotation.model import Finding, Plan

AHEAD = timedelta(days=30)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Shape = dict[str, Any]


def plan_roster(options: Namespace) -> Work:
    """`roster plan`: fills the empty seats from --from to --to, or with --dry-run only tells how."""
    first, last = _date("from", options.first), _date("to", options.last)
    _check(first, last)

    def work(desk: Desk) -> Reply:
        found = desk.rotation.plan(first, last, store=not options.dry_run)
        book = _Book(desk)
        return Reply(lambda: book.plan(found, first, last), lambda: book.plan_words(found, stored=not options.dry_run))

    return work


def check_roster(options: Namespace) -> Work:
    """`roster check`: ends with 1 where something is wrong; what is only good to know does not count."""
    asked = None if options.first is None else _date("from", options.first)
    until = None if options.last is None else _date("to", options.last)
    if asked and until:
        _check(asked, until)

    def work(desk: Desk) -> Reply:
        first = asked or desk.clock.now().astimezone(desk.room.zone()).date()
        last = until or first + AHEAD
        _check(first, last)
        found = desk.rotation.check(first, last)
        book = _Book(desk)
        code = int(any(each.severity is not Severity.NOTICE for each in found))
        return Reply(lambda: book.check(found), lambda: book.check_words(found), code)

    return work


def _date(field: str, words: str) -> date:
    try:
        if not _DATE.fullmatch(words):
            raise ValueError(words)
        return date.fromisoformat(words)
    except ValueError:
        raise InputProblem(field, "date_not_iso", value=words) from None


def _check(first: date, last: date) -> None:
    try:
        check_span(first, last)
    except InputProblem as problem:
        raise InputProblem("to", problem.code, **problem.values) from None


class _Book:
    """Writes plans and findings with the names of posts and persons; who shares a name is shown with his unit."""

    def __init__(self, desk: Desk) -> None:
        self._posts = {post.id: post.name for post in desk.roster.posts(with_retired=True)}
        self._persons = {each.id: each.display for each in desk.people.persons(PersonFilter(with_left=True))}

    def plan(self, found: Plan, first: date, last: date) -> Shape:
        """`roster plan`."""
        return {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "assigned": [
                {
                    "date": seat.shift_date.isoformat(),
                    "slot": seat.slot,
                    "post": self._posts[seat.post_id],
                    "person": self._persons[seat.person_id],
                    "why": self._why(seat.why),
                }
                for seat in found.seats
            ],
            "gaps": [
                {
                    "date": gap.shift_date.isoformat(),
                    "slot": gap.slot,
                    "post": self._posts[gap.post_id],
                    "missing": gap.missing,
                    "reason": self._why(gap.reason),
                }
                for gap in found.gaps
            ],
            "balance": {
                "overall": found.balance.overall,
                "by_day_type": {kind.value: score for kind, score in found.balance.by_day_type.items()},
                "by_post": {self._posts[post_id]: score for post_id, score in found.balance.by_post.items()},
            },
        }

    def plan_words(self, found: Plan, *, stored: bool) -> str:
        """`roster plan`, for a person at the terminal."""
        done = "已排入" if stored else "试排（未保存）"
        types = "，".join(f"{kind.zh} {score:g}" for kind, score in found.balance.by_day_type.items())
        lines = [f"{done} {len(found.seats)} 人次，空缺 {sum(gap.missing for gap in found.gaps)} 人次"]
        lines.append(f"均衡 {found.balance.overall:g}（{types}）")
        lines += [
            f"{_day(seat.shift_date)}  {seat.slot}  {self._posts[seat.post_id]}  {self._persons[seat.person_id]}"
            f"  {why_zh(seat.why, self._persons)}"
            for seat in found.seats
        ]
        lines += [
            f"{_day(gap.shift_date)}  {gap.slot}  {self._posts[gap.post_id]}"
            f"  缺 {gap.missing} 人：{reason_zh(gap.reason)}"
            for gap in found.gaps
        ]
        return _joined(lines)

    def check(self, found: tuple[Finding, ...]) -> Shape:
        """`roster check`."""
        return {
            "findings": [
                {
                    "kind": each.kind.value,
                    "severity": each.severity.value,
                    "date": each.shift_date.isoformat(),
                    "slot": each.slot,
                    "post": None if each.post_id is None else self._posts[each.post_id],
                    "persons": [self._persons[person_id] for person_id in each.person_ids],
                    "values": dict(each.values),
                }
                for each in found
            ],
            "counts": dict(Counter(each.kind.value for each in found)),
        }

    def check_words(self, found: tuple[Finding, ...]) -> str:
        """`roster check`, for a person at the terminal."""
        if not found:
            return "未发现问题"
        return _joined([f"{_day(each.shift_date)}  {each.slot}  {finding_zh(each)}" for each in found])

    def _why(self, why: Why) -> Shape:
        """A reason; a person in it is named."""
        values: Mapping[str, Any] = why.values
        if "partner" in values:
            values = {**values, "partner": self._persons[values["partner"]]}
        return {"code": why.code, **values}


def _day(day: date) -> str:
    return f"{day.isoformat()} {CalendarDay(day, DayType.WORKDAY).weekday_zh}"


def _joined(lines: list[str]) -> str:
    return "\n".join(one_line(line) for line in lines)

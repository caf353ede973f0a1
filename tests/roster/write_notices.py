"""Writes resources/calendars/notices.json from `chinesecalendar`: `python -m tests.roster.write_notices`.

The package follows the State Council's yearly notices; the console itself only reads the file, which loads at once.
"""

from __future__ import annotations

import json
from collections import defaultdict

from chinese_calendar import constants

from duty_console.roster.calendar import NOTICES

_ZH = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}
_SATURDAY = 5


def notices() -> dict[str, dict[str, dict[str, str]]]:
    """Return for every known year its days off and its make-up workdays, with the holiday's name."""
    years: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: {"off": {}, "make_up": {}})
    for day, name in constants.holidays.items():
        years[str(day.year)]["off"][day.isoformat()] = _zh(name)
    for day, name in constants.workdays.items():
        # A make-up day is a weekend day that is worked; other entries of the library only repeat plain workdays.
        if day.weekday() >= _SATURDAY:
            years[str(day.year)]["make_up"][day.isoformat()] = _zh(name)
    return {
        year: {kind: dict(sorted(days.items())) for kind, days in kinds.items()}
        for year, kinds in sorted(years.items())
    }


def _zh(name: object) -> str:
    english = str(getattr(name, "value", name))
    return _ZH.get(english, english)


def as_text() -> str:
    """Return the file's text: one line for each day."""
    return json.dumps(notices(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    NOTICES.write_text(as_text(), encoding="utf-8")

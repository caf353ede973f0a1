"""Search over a million entries against the raw FTS5 query, and against LIKE on words that are not there."""

from __future__ import annotations

import sqlite3

from duty_console.database.search import phrases
from duty_console.desk import Desk
from tests.bench.table import Measure, at_most, paired, timed
from tests.bench.ten_years import ten_years

WORDS = (
    "火灾",
    "化工",
    "停电",
    "值班室",
    "云河大道立交桥匝道",
    "客车与货车相撞，3车受损",
    "飞碟",
    "不存在的词语在这里",
)
ABSENT = "飞碟"
# The hits with their words, as anyone must read them who shows them: journal number, line or incident.
RAW = """
SELECT s.rowid, j.entity, coalesce(l.text, i.title), coalesce(l.at, i.received_at),
       coalesce(l.incident_number, i.number)
  FROM search_index AS s JOIN journal_entry AS j ON j.seq = s.rowid
  LEFT JOIN log_entry AS l ON j.entity = 'log_entry' AND l.id = j.entity_id
  LEFT JOIN incident AS i ON j.entity = 'incident' AND i.id = j.entity_id
 WHERE s.search_index MATCH ? ORDER BY s.rowid DESC LIMIT 50
"""


NUMBERS = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 50"


def rows() -> list[Measure]:
    """The worst of the words against the worst raw query, and the absent word against LIKE."""
    folder = ten_years()
    raw = sqlite3.connect(folder / "duty.db")
    with Desk.open(folder) as desk:
        found = {words: _pair(desk, raw, words) for words in WORDS}
        like = min(
            timed(lambda: raw.execute("SELECT id FROM log_entry WHERE text LIKE ?", (f"%{ABSENT}%",)).fetchall())
            for _ in range(3)
        )
        absent, _ = found[ABSENT]
        bare = max((_bare_pair(desk, raw, words) for words in WORDS), key=lambda pair: pair[0] / pair[1])
    slowest = max(found, key=lambda words: found[words][0])
    ours, floor = found[slowest]
    ratio_of = max(found, key=lambda words: found[words][0] / found[words][1])
    return [
        at_most(f"search 1,000,000 entries, slowest word ({slowest[:6]}…)", ours, floor, "ms", 3),
        at_most(f"search 1,000,000 entries, worst ratio ({ratio_of[:6]})", *found[ratio_of], "ms", 3),
        at_most("  the same against the index alone, without the words", *bare, "ms", 3),
        Measure("search an absent word against LIKE", absent, like, "ms", "≤ 0.02 ×", absent * 50 <= like),
    ]


def _bare_pair(desk: Desk, raw: sqlite3.Connection, words: str) -> tuple[float, float]:
    """Against the index alone, which gives numbers and no words."""
    query = " AND ".join(phrases(words))
    return paired(lambda: desk.incidents.search(words, 50), lambda: raw.execute(NUMBERS, (query,)).fetchall(), 15)


def _pair(desk: Desk, raw: sqlite3.Connection, words: str) -> tuple[float, float]:
    query = " AND ".join(phrases(words))
    return paired(lambda: desk.incidents.search(words, 50), lambda: raw.execute(RAW, (query,)).fetchall(), 15)

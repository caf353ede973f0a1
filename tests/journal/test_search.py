"""Search finds what LIKE finds, compared with a plain scan of the same texts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from duty_console.database.search import SqliteSearch, normalise
from duty_console.incidents.model import FactCorrection, NewIncident
from duty_console.limits.model import EventClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from tests.journal.acts import Room

# Few different characters, so that overlaps, repetitions and near misses are common: Han (also rare and beyond the
# basic plane), full and half width, both cases, digits, punctuation of both kinds, quotes and operators of FTS5.
LETTERS = "火灾现场场火ＡａAbB12１３ß㛃𠮷，。；“”：!'\"*^-+()_ \n/.ABN"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=14)
WORD = st.text(st.sampled_from([c for c in LETTERS if normalise(c).isalnum()]), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def connection() -> Connection:
    return create_engine("sqlite://").connect()


def found(connection: Connection, texts: Sequence[str], words: str) -> list[int]:
    """Index the texts by their place and search."""
    index = SqliteSearch()
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    index.create(connection)
    index.add(connection, list(enumerate(texts, 1)))
    return index.find(connection, words, 1000)


def scanned(texts: Sequence[str], *pieces: str) -> list[int]:
    """What holds every piece, by looking at each text; newest first."""
    return [
        place
        for place, text in reversed(list(enumerate(texts, 1)))
        if all(normalise(piece) in normalise(text) for piece in pieces)
    ]


@given(st.lists(TEXTS, max_size=8), WORD, st.data())
def test_a_word_is_found_where_like_finds_it_and_nowhere_else(
    connection: Connection, texts: list[str], word: str, data: st.DataObject
) -> None:
    # most words come from the texts themselves, or hardly anything would ever be found
    runs = [run for text in texts for run in _runs(text)]
    if runs and data.draw(st.booleans(), "from a text"):
        run = data.draw(st.sampled_from(runs))
        start = data.draw(st.integers(0, len(run) - 1))
        word = run[start : data.draw(st.integers(start + 1, len(run)))]
    assert found(connection, texts, word) == scanned(texts, word)


def _runs(text: str) -> list[str]:
    spaced = "".join(c if c.isalnum() else " " for c in normalise(text))
    return spaced.split()


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_words_broken_by_punctuation_are_all_found(connection: Connection, texts: list[str], words: str) -> None:
    hits, runs = found(connection, texts, words), _runs(words)
    if not runs:
        assert hits == []
        return
    assert hits == scanned(texts, *runs)
    assert set(scanned(texts, words)) <= set(hits), "LIKE finds more than the search"


@given(st.text(max_size=20))
def test_any_query_at_all_is_taken(connection: Connection, words: str) -> None:
    assert found(connection, [words], words) == ([1] if _runs(words) else [])


def test_sqlite_itself_agrees(connection: Connection) -> None:
    texts = ["化工厂爆燃", "工厂停电", "化 工厂", "厂区化工", "10月14日15:10", "１０月"]
    with sqlite3.connect(":memory:") as plain:
        for word in ("化工", "工厂", "厂", "化工厂", "10月", "月", "15:10"):
            like = [
                place
                for place, text in enumerate(texts, 1)
                if plain.execute("SELECT ? LIKE ?", (normalise(text), f"%{normalise(word)}%")).fetchone()[0]
            ]
            assert found(connection, texts, word) == like[::-1], word
    plain.close()


def test_it_pages_newest_first(connection: Connection) -> None:
    everything = found(connection, ["火灾"] * 25, "火灾")
    index, pages, before = SqliteSearch(), [], None
    while page := index.find(connection, "火灾", 10, before):
        pages.append(page)
        before = page[-1]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert [seq for page in pages for seq in page] == everything == list(range(25, 0, -1))


def test_a_text_taken_out_is_found_no_more(connection: Connection) -> None:
    assert found(connection, ["火灾现场", "火灾"], "火") == [2, 1]
    SqliteSearch().remove(connection, [(1, "火灾现场")])
    assert SqliteSearch().find(connection, "火", 10) == [2]
    assert SqliteSearch().find(connection, "现场", 10) == []


def test_what_officers_write_is_found_at_once_and_what_they_corrected_too(room: Room) -> None:
    new = NewIncident(EventClass.ACCIDENT, room.clock.now(), place="翡翠湖北岸", summary="游船侧翻")
    number = room.desk.incidents.record(new).incident.number
    room.desk.dutylog.note("翡翠湖管理处来电")
    assert {hit.entity for hit in room.desk.incidents.search("翡翠湖")} == {"incident", "log_entry"}
    assert [hit.incident_number for hit in room.desk.incidents.search(number) if hit.entity == "incident"] == [number]
    room.desk.incidents.correct_facts(number, FactCorrection(reason="听错", place="琥珀湖北岸"))
    by_entity = {hit.entity for hit in room.desk.incidents.search("琥珀湖")}
    assert by_entity == {"incident", "log_entry"}, "the incident itself and the line that tells of the correction"
    assert all(hit.entity == "log_entry" for hit in room.desk.incidents.search("翡翠湖北岸"))


def test_every_hit_of_a_lived_room_is_what_a_scan_finds(room: Room) -> None:
    with room.desk.database.connection() as connection:
        lines = connection.exec_driver_sql("SELECT id, text FROM log_entry").all()
    for words in ("云河区", "下", "ABC", "ａｂｃ", "3", "仓库冒烟", "重复", "无人", "line", "ß", "㛃", "10:30"):
        hits = {hit.id for hit in room.desk.incidents.search(words, 1000) if hit.entity == "log_entry"}
        assert hits == {row_id for row_id, text in lines if normalise(words) in normalise(text)}, words

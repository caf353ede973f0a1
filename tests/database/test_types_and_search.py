"""Column types that falsify nothing, and the index that finds what `LIKE` would find."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select
from sqlalchemy.exc import StatementError

from duty_console.database.search import SqliteSearch, normalise, phrases, search_index_of, tokens
from duty_console.database.types import EnumWord, Json, UtcDateTime, from_micros, to_micros
from duty_console.errors import EnvironmentProblem
from duty_console.limits.model import Grade
from tests.room.desks import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

metadata = MetaData()
kept = Table(
    "kept",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime),
    Column("grade", EnumWord(Grade)),
    Column("value", Json),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('types') / 'types.db'}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        search_index_of(connection).create(connection)
        yield connection
    engine.dispose()


def there_and_back(connection: Connection, **values: Any) -> Any:
    connection.execute(kept.delete())
    connection.execute(kept.insert(), {"id": 1, **values})
    return connection.execute(select(*(kept.c[name] for name in values))).one()


# Hypothesis wants the span naive and adds the zones.
_YEARS = datetime(1900, 1, 2), datetime(2199, 12, 30)  # noqa: DTZ001
_ZONES = st.integers(-14 * 60 + 1, 14 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(*_YEARS, timezones=_ZONES))
def test_a_moment_comes_back_to_the_microsecond(connection: Connection, at: datetime) -> None:
    (back,) = there_and_back(connection, at=at)
    assert back == at
    assert back.tzinfo is UTC
    assert from_micros(to_micros(at)) == at
    assert to_micros(at + timedelta(microseconds=1)) == to_micros(at) + 1


@given(st.lists(st.datetimes(*_YEARS, timezones=_ZONES), min_size=2, max_size=6))
def test_moments_sort_as_they_came(connection: Connection, moments: list[datetime]) -> None:
    connection.execute(kept.delete())
    connection.execute(kept.insert(), [{"id": at, "at": moment} for at, moment in enumerate(moments)])
    assert list(connection.scalars(select(kept.c.at).order_by(kept.c.at))) == sorted(moments)
    later = connection.scalars(select(kept.c.at).where(kept.c.at > moments[0])).all()
    assert sorted(later) == sorted(moment for moment in moments if moment > moments[0])


def test_a_naive_moment_is_refused(connection: Connection) -> None:
    with pytest.raises(StatementError, match="naive time"):
        there_and_back(connection, at=datetime(2026, 10, 14, 15, 10))  # noqa: DTZ001  # that is the point
    with pytest.raises(StatementError, match="naive time"):
        connection.execute(select(kept).where(kept.c.at > datetime(2026, 10, 14)))  # noqa: DTZ001


@pytest.mark.parametrize("grade", [*Grade, None])
def test_an_enum_is_kept_by_its_word(connection: Connection, grade: Grade | None) -> None:
    (back,) = there_and_back(connection, grade=grade)
    assert back is grade
    assert connection.exec_driver_sql("SELECT grade FROM kept").scalar() == (grade.value if grade else None)


def test_a_word_that_nobody_knows_fails_loudly(connection: Connection) -> None:
    with pytest.raises(StatementError):
        there_and_back(connection, grade="enormous")
    there_and_back(connection, grade=Grade.MAJOR)
    connection.exec_driver_sql("UPDATE kept SET grade = 'enormous'")
    with pytest.raises(EnvironmentProblem) as caught:
        connection.execute(select(kept.c.grade)).one()
    assert (caught.value.code, caught.value.values) == ("database_damaged", {"reason": "'enormous'"})


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(_JSON)
def test_json_comes_back_and_is_always_the_same_bytes(connection: Connection, value: Any) -> None:
    (back,) = there_and_back(connection, value=value)
    assert back == value
    written = connection.exec_driver_sql("SELECT value FROM kept").scalar()
    if isinstance(value, dict):
        there_and_back(connection, value=dict(reversed(value.items())))
        assert connection.exec_driver_sql("SELECT value FROM kept").scalar() == written


# -- search --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "fed"),
    [
        ("火灾现场", "火灾 灾现 现场 场"),
        ("火", "火"),
        ("火灾，3人", "火灾 灾 3人 人"),
        ("ＡＢＣ－１２", "ab bc c 12 2"),
        ("㛃先生", "㛃先 先生 生"),
        ("𠮷家", "𠮷家 家"),
        ("a_b", "a b"),
        ("《》！ \n", ""),
    ],
)
def test_what_the_index_is_fed(words: str, fed: str) -> None:
    assert tokens(words) == fed


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("火灾", ('"火灾"',)),
        ("火灾现场", ('"火灾 灾现 现场"',)),
        ("火", ("火*",)),
        ("中山路 3人", ('"中山 山路"', '"3人"')),
        ('"; DROP', ('"dr ro op"',)),
        ("***", ()),
    ],
)
def test_what_the_index_is_asked(words: str, asked: tuple[str, ...]) -> None:
    assert phrases(words) == asked


_HAN = "火灾现场中山路三四人伤㛃𠮷 ，。《a1B２_\"*'"


@given(texts=st.lists(st.text(_HAN, max_size=12), min_size=1, max_size=8), query=st.text(_HAN, min_size=1, max_size=4))
def test_it_finds_what_like_would_find(connection: Connection, texts: list[str], query: str) -> None:
    index = SqliteSearch()
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    entries = list(enumerate(texts, 1))
    index.add(connection, entries)
    runs = normalise(query).replace('"', " ").replace("*", " ").replace("'", " ")
    runs = "".join(char if char.isalnum() else " " for char in runs).split()
    wanted = [seq for seq, words in entries if all(run in normalise(words) for run in runs)] if runs else []
    assert index.find(connection, query, 100) == wanted[::-1]
    assert index.find(connection, query, 1) == wanted[::-1][:1]
    if wanted:
        assert index.find(connection, query, 100, before=wanted[-1]) == wanted[:-1][::-1]
    index.remove(connection, entries)
    assert index.find(connection, query, 100) == []


def test_a_corrected_place_is_found_by_its_new_name_only(tmp_path: Path) -> None:
    from duty_console.incidents.model import FactCorrection

    with opened(tmp_path, "national") as room:
        number = room.intake(place="中山路18号", title="道路塌陷", source_unit="青石镇").incident.number
        room.desk.incidents.correct_facts(number, FactCorrection("听错", place="望岭路81号"))
        found = {hit.entity for hit in room.desk.incidents.search("望岭路")}
        assert found == {"incident", "log_entry"}
        # The line of the correction names the old place; the incident no longer stands there.
        assert {hit.entity for hit in room.desk.incidents.search("中山路")} == {"log_entry"}
        assert room.desk.incidents.search("青石")[-1].entity == "incident"


def test_hits_come_newest_first_and_page_on(tmp_path: Path) -> None:
    with opened(tmp_path, "national") as room:
        lines = [room.desk.dutylog.note(f"查岗青石镇第{at}次").journal_seq for at in range(7)]
        first = room.desk.incidents.search("青石镇", 3)
        assert [hit.journal_seq for hit in first] == lines[:3:-1]
        rest = room.desk.incidents.search("青石镇", 10, before=first[-1].journal_seq)
        assert [hit.journal_seq for hit in rest] == lines[3::-1]
        assert (first[0].title, first[0].text) == ("记事", "查岗青石镇第6次")
        assert room.desk.incidents.search("  ") == room.desk.incidents.search("，") == ()


def test_the_index_holds_no_text(tmp_path: Path) -> None:
    """Contentless: what was said stands once, in its own table; the index alone gives nobody away."""
    with opened(tmp_path) as room:
        seq = room.desk.dutylog.note("郑立新来电").journal_seq
        with room.desk.database.connection() as connection:
            hit = "SELECT rowid, pairs FROM search_index WHERE search_index MATCH '\"来电\"'"
            kept = connection.exec_driver_sql(hit).all()
            tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert kept == [(seq, None)]
        assert "search_index_content" not in tables

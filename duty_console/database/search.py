"""Full-text search over Chinese, by overlapping pairs of characters.

A run of letters, digits or Han characters is fed as its overlapping pairs and its last character: 火灾现场 as
`火灾 灾现 现场 场`. A query becomes phrases of pairs, so what is found is what `LIKE '%…%'` would find, at an index's
speed; every character begins some token, so a single character is found by prefix. The row number in the index is the
journal number of the row's first entry: hits come back newest first without sorting.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import BigInteger, Connection, TextualSelect, column, text

_RUN = re.compile(r"\w+")


def normalise(words: str) -> str:
    """Return text with full-width and case differences removed."""
    return unicodedata.normalize("NFKC", words).casefold().replace("_", " ")


def tokens(words: str) -> str:
    """Return the index's food for a text."""
    fed: list[str] = []
    for run in _RUN.findall(normalise(words)):
        fed.extend(run[at : at + 2] for at in range(len(run)))
    return " ".join(fed)


def phrases(words: str) -> tuple[str, ...]:
    """Return the runs of a query as phrases of pairs; a lone character as a prefix."""
    found: list[str] = []
    for run in _RUN.findall(normalise(words)):
        if len(run) == 1:
            found.append(f"{run}*")
        else:
            found.append('"' + " ".join(run[at : at + 2] for at in range(len(run) - 1)) + '"')
    return tuple(found)


class SqliteSearch:
    """The FTS5 index. Contentless: the text itself stands once, in its own table.

    The `ascii` tokenizer takes every non-ASCII character as part of a word, so rare name characters that
    older Unicode tables do not know are found too.
    """

    CREATE = "CREATE VIRTUAL TABLE search_index USING fts5(pairs, content='', columnsize=0, tokenize='ascii')"

    def create(self, connection: Connection) -> None:
        """Make the index in an empty database."""
        connection.exec_driver_sql(self.CREATE)

    def add(self, connection: Connection, entries: Sequence[tuple[int, str]]) -> None:
        """Add texts by journal number."""
        if entries:
            connection.exec_driver_sql(
                "INSERT INTO search_index(rowid, pairs) VALUES (?, ?)",
                [(seq, tokens(words)) for seq, words in entries],
            )

    def remove(self, connection: Connection, entries: Iterable[tuple[int, str]]) -> None:
        """Take texts out; a contentless index must be told exactly what it was fed."""
        for seq, words in entries:
            connection.exec_driver_sql(
                "INSERT INTO search_index(search_index, rowid, pairs) VALUES ('delete', ?, ?)",
                (seq, tokens(words)),
            )

    def matching(self, words: str) -> TextualSelect:
        """Return the journal numbers of all hits as a part of a larger query; of none for words without a letter."""
        every = text("SELECT rowid AS seq FROM search_index WHERE search_index MATCH :match")
        return every.bindparams(match=self.query(words) or '""').columns(column("seq", BigInteger))

    @staticmethod
    def query(words: str) -> str:
        """Return words in the index's own language; empty where they hold no letter or figure."""
        return " AND ".join(phrase if phrase.startswith('"') else f'"{phrase[:-1]}"*' for phrase in phrases(words))

    def find(self, connection: Connection, words: str, limit: int, before: int | None = None) -> list[int]:
        """Return the journal numbers of the newest hits; `before` pages on."""
        query = self.query(words)
        if not query:
            return []
        found = connection.exec_driver_sql(
            "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (query, before or 1 << 62, limit),
        )
        return [row[0] for row in found]


class PostgresSearch:
    """The same index as a `tsvector` of the pairs, for several desks on one PostgreSQL.

    Made without the server's own parser, which would cut the pairs of letters, digits and Han characters once more.
    """

    def create(self, connection: Connection) -> None:
        """Make the index in an empty database."""
        connection.execute(text("CREATE TABLE search_index (seq bigint PRIMARY KEY, pairs tsvector NOT NULL)"))
        connection.execute(text("CREATE INDEX ix_search_index_pairs ON search_index USING gin (pairs)"))

    def add(self, connection: Connection, entries: Sequence[tuple[int, str]]) -> None:
        """Add texts by journal number."""
        if entries:
            connection.execute(
                text("INSERT INTO search_index VALUES (:seq, CAST(:pairs AS tsvector))"),
                [{"seq": seq, "pairs": _tsvector(words)} for seq, words in entries],
            )

    def remove(self, connection: Connection, entries: Iterable[tuple[int, str]]) -> None:
        """Take texts out."""
        for seq, _ in entries:
            connection.execute(text("DELETE FROM search_index WHERE seq = :seq"), {"seq": seq})

    def matching(self, words: str) -> TextualSelect:
        """Return the journal numbers of all hits as a part of a larger query; of none for words without a letter."""
        every = text("SELECT seq FROM search_index WHERE pairs @@ CAST(:match AS tsquery)")
        return every.bindparams(match=self.query(words)).columns(column("seq", BigInteger))

    @staticmethod
    def query(words: str) -> str:
        """Return words in the index's own language; empty where they hold no letter or figure."""
        return " & ".join(_tsquery(phrase) for phrase in phrases(words))

    def find(self, connection: Connection, words: str, limit: int, before: int | None = None) -> list[int]:
        """Return the journal numbers of the newest hits; `before` pages on."""
        query = self.query(words)
        if not query:
            return []
        found = connection.execute(
            text(
                "SELECT seq FROM search_index WHERE pairs @@ CAST(:query AS tsquery) AND seq < :before"
                " ORDER BY seq DESC LIMIT :limit"
            ),
            {"query": query, "before": before or 1 << 62, "limit": limit},
        )
        return [row[0] for row in found]


_PLACES, _PLACES_OF_ONE = 16_383, 255
"""How many places in a text, and of one pair, a `tsvector` can tell apart; beyond them a phrase is not found."""


def _tsvector(words: str) -> str:
    places: dict[str, list[int]] = {}
    for place, pair in enumerate(tokens(words).split(), 1):
        places.setdefault(pair, []).append(min(place, _PLACES))
    return " ".join(f"'{pair}':{','.join(map(str, at[:_PLACES_OF_ONE]))}" for pair, at in places.items())


def _tsquery(phrase: str) -> str:
    if phrase.endswith("*"):
        return f"'{phrase[:-1]}':*"
    return "(" + " <-> ".join(f"'{pair}'" for pair in phrase.strip('"').split()) + ")"


SearchIndex = SqliteSearch | PostgresSearch


def search_index_of(connection: Connection) -> SearchIndex:
    """Return the index that this database has."""
    return SqliteSearch() if connection.dialect.name == "sqlite" else PostgresSearch()

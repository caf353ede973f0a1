"""Writes the revision 0001 from today's tables: `python -m tests.database.write_first_revision`.

Only until the first release: from then on a change of tables is a revision of its own.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import CreateTableOp, MigrateOperation, ModifyTableOps, UpgradeOps
from sqlalchemy import create_engine

from duty_console.database.base import Row, for_postgresql
from duty_console.database.migrations import SCRIPTS
from duty_console.database.search import search_index_of
from duty_console.database.types import EnumWord, Json, UtcDateTime
from duty_console.desk import load_tables
from duty_console.journal.tables import create_triggers

if TYPE_CHECKING:
    from alembic.autogenerate.api import AutogenContext

FILE = SCRIPTS / "versions" / "0001_first_tables.py"
HEAD = '''"""The first tables."""
# Written by tests/database/write_first_revision.py.
# ruff: noqa: E501, W291  # statements as the databases are told them

import sqlalchemy as sa
from alembic import op

from duty_console.database.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

'''


def _render(kind: str, value: Any, _: AutogenContext) -> str | bool:
    """What a column type is called in the revision: the console's own words by what they are stored as."""
    if kind != "type":
        return False
    match value:
        case UtcDateTime():
            return "UtcDateTime()"
        case EnumWord():
            return "sa.String(length=32)"
        case Json():
            return "sa.Text()"
        case _:
            return False


class _Dialect:
    """A connection that only takes down what it is told, as another database would be."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.dialect = self
        self.said: list[str] = []

    def exec_driver_sql(self, statement: str) -> None:
        self.said.append(statement)

    def execute(self, statement: object) -> None:
        self.said.append(str(statement))


def _said_to(name: str) -> tuple[str, ...]:
    """Return the statements for the search index and the triggers."""
    connection: Any = _Dialect(name)
    search_index_of(connection).create(connection)
    create_triggers(connection)
    return tuple(connection.said)


def first_revision() -> str:
    """Return the source of the revision: a function for each table with its indexes, then what is not a table."""
    load_tables()
    options = {"render_item": _render, "target_metadata": Row.metadata}
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        for_postgresql(Row.metadata)
        operations = produce_migrations(context, Row.metadata).upgrade_ops
        assert operations is not None
        tables: dict[str, list[MigrateOperation]] = {}
        for each in operations.ops:
            assert isinstance(each, CreateTableOp | ModifyTableOps)
            parts = each.ops if isinstance(each, ModifyTableOps) else [each]
            tables.setdefault(each.table_name, []).extend(parts)
        functions = [_function(table, _rendered(context, made)) for table, made in tables.items()]
    calls = "".join(f"    _{table}()\n" for table in tables)
    statements = f"SQLITE = {_said_to('sqlite')!r}\nPOSTGRES = {_said_to('postgresql')!r}\n"
    return f"""{HEAD}{statements}

def upgrade() -> None:
    \"\"\"Make the tables, the search index, and the triggers that keep hands off the journal.\"\"\"
{calls}    connection = op.get_bind()
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRES:
        connection.exec_driver_sql(statement)


{"".join(functions)}"""


def _rendered(context: MigrationContext, made: list[MigrateOperation]) -> list[str]:
    code = render_python_code(UpgradeOps(made), render_item=_render, migration_context=context)
    return [line for line in code.splitlines() if not line.lstrip().startswith("#")]


def _function(table: str, lines: list[str]) -> str:
    body = "\n".join(f"    {line.strip()}" for line in lines)
    return f"def _{table}() -> None:\n{body}\n\n\n"


def main() -> None:
    """Write the file and lay it out."""
    FILE.write_text(first_revision(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "check", "--fix", "--quiet", "--exit-zero", str(FILE)], check=True)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(FILE)], check=True)


if __name__ == "__main__":
    main()

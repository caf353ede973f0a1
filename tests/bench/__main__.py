"""Print the table."""

from __future__ import annotations

import sys
from importlib import import_module

from tests.bench.table import Measure, print_table

PARTS = ("intake", "alarming", "searching", "on_duty", "evidence", "rostering", "desktop")


def main() -> int:
    """Measure every part, or those named on the command line; 1 when a promise is not kept."""
    wanted = sys.argv[1:] or PARTS
    found: list[Measure] = []
    for part in wanted:
        found += import_module(f"tests.bench.{part}").rows()
    print_table(found)
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())

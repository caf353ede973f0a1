"""A row of the table, and how two things are timed against each other."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Measure:
    """Ours against a floor; `aim` is what the product promises: at most so many floors, or so many of `unit`."""

    name: str
    ours: float
    floor: float
    unit: str
    aim: str
    ok: bool

    @property
    def ratio(self) -> float:
        """How many floors ours takes."""
        return self.ours / self.floor if self.floor else float("inf")


def at_most(name: str, ours: float, floor: float, unit: str, most: float) -> Measure:
    """Return a row that is well when ours is at most `most` floors."""
    return Measure(name, ours, floor, unit, f"≤ {most:g} ×", ours <= most * floor)


def paired(ours: Callable[[], object], floor: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return both medians in milliseconds, one of each in turn: the machine's moods strike both alike."""
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        theirs.append(timed(floor))
        mine.append(timed(ours))
    return statistics.median(mine), statistics.median(theirs)


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds an act took."""
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1000


def print_table(rows: list[Measure]) -> None:
    """Print the rows."""
    print(f"{'what':<58}{'ours':>12}{'floor':>12}{'ratio':>9}  {'aim':<16}")
    for row in rows:
        mark = "" if row.ok else "  <- over"
        figures = f"{row.ours:>9.2f} {row.unit:<2}{row.floor:>9.2f} {row.unit:<2}{row.ratio:>9.2f}"
        print(f"{row.name:<58}{figures}  {row.aim:<16}{mark}")

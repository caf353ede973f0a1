"""A mother of short-lived writers, run as a process of its own: python -m tests.faults.killing FOLDER ROUNDS SEED.

It imports everything once and forks, so that a writer costs milliseconds. Each round forks two writers on the same
folder and kills each with SIGKILL at a random moment; what they acknowledged, after the commit, stands in a pipe. Every
third round begins a fresh folder, so that kills also fall into the making of a database. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from duty_console.desk import Desk
from duty_console.dutylog.model import LogKind
from duty_console.incidents.model import NewIncident
from duty_console.limits.model import Channel, EventClass, ReportKind
from duty_console.reports.model import NewReport

FRESH_EVERY = 3
SHORTEST, LONGEST = 0.12, 0.4
"""Seconds within which a writer is killed: the range grows on a slow machine, or no writer would live to write."""


def write_without_end(folder: Path, pipe: int) -> None:
    """Record incidents, lines and reports, and acknowledge each by one line, which is written whole or not at all."""
    with Desk.open(folder) as desk:
        desk.identity.name = f"值班员{os.getpid()}"
        turn = 0
        while True:
            turn += 1
            now = desk.clock.now()
            new = NewIncident(EventClass.ACCIDENT, now, summary=f"第{turn}起", title="云河区爆燃")
            number = desk.incidents.record(new).incident.number
            os.write(pipe, f"incident {number}\n".encode())
            line = desk.incidents.add_entry(number, LogKind.SCENE, f"现场第{turn}报")
            os.write(pipe, f"log_entry {line.id}\n".encode())
            sent = NewReport(number, ReportKind.INITIAL, Channel.WRITTEN, "市应急管理局")
            os.write(pipe, f"report {desk.reports.record(sent).report.id}\n".encode())


def forked(folder: Path) -> tuple[int, int]:
    """Start a writer; return its process and the end of its pipe."""
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, out
    os.close(out)
    try:
        write_without_end(folder, into)
    except BaseException as error:
        os.write(into, f"failed {type(error).__name__}: {str(error)[:200]!r}\n".encode())
    finally:
        os._exit(1)


def range_for(place: Path) -> float:
    """Return thrice what a writer needs for its first words."""
    began = time.monotonic()
    child, out = forked(place / "trial")
    os.read(out, 1)
    needed = time.monotonic() - began
    killed(child, out)
    return min(LONGEST, max(SHORTEST, 3 * needed))


def killed(child: int, out: int) -> list[str]:
    """Kill a writer and return what it said."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(out, encoding="utf-8") as pipe:
        return pipe.read().splitlines()


def lost(folder: Path, said: list[str]) -> list[str]:
    """Return what was acknowledged and is not there, asked of the file by SQL alone."""
    missing: list[str] = []
    with closing(sqlite3.connect(folder / "duty.db", timeout=30)) as plain:
        for line in said:
            table, key = line.split(" ", 1)
            column = "number" if table == "incident" else "id"
            if not plain.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (key,)).fetchone():
                missing.append(line)
    return missing


def unsound(folder: Path) -> list[str]:
    """Return what verify and SQLite's own check find."""
    with Desk.open(folder) as desk:
        found = [repr(problem) for problem in desk.journal.verify().problems]
    with closing(sqlite3.connect(folder / "duty.db")) as plain:
        checked = [row[0] for row in plain.execute("PRAGMA integrity_check")]
    return found + [words for words in checked if words != "ok"]


def main(place: Path, rounds: int, seed: int) -> dict[str, object]:
    """Kill two writers a round and check after each."""
    dice = random.Random(seed)
    kills, acknowledged, problems = 0, 0, []
    longest = range_for(place)
    folder = place / "0"
    for turn in range(rounds):
        if turn % FRESH_EVERY == 0:
            problems += unsound(folder) if turn else []
            folder = place / str(turn)
        writers = [forked(folder) for _ in range(2)]
        said: list[str] = []
        for child, out in writers:
            time.sleep(dice.random() * longest)
            said += killed(child, out)
            kills += 1
        problems += [line for line in said if line.startswith("failed")]
        kept = [line for line in said if not line.startswith("failed")]
        acknowledged += len(kept)
        problems += [f"lost {line}" for line in (lost(folder, kept) if kept else [])]
    problems += unsound(folder)
    return {"kills": kills, "acknowledged": acknowledged, "problems": problems}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

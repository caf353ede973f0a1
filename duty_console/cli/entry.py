"""Run one command: arguments in, text or one JSON value out, problems as one line on stderr.

Exit codes: 0 done, 1 `verify` or `roster check` found something wrong, 2 a problem that was foreseen
(nothing stored), 3 a bug, 130 interrupted, 141 whoever read our output went away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from duty_console.cli.bugs import keep_bug, logging_to
from duty_console.cli.grammar import folder_of, read_arguments
from duty_console.cli.sentences import sentence_of
from duty_console.cli.streams import complain, hush, say, speak_utf8
from duty_console.errors import DutyError

if TYPE_CHECKING:
    from argparse import Namespace

    from duty_console.clock import Clock

DONE, PROBLEM, BUG, INTERRUPTED, READER_GONE = 0, 2, 3, 130, 141


def main(argv: list[str], clock: Clock | None = None) -> int:
    """Run the command in `argv` (without the program's name) and return the exit code; never raises.

    `clock` is for tests; people get the machine's.
    """
    speak_utf8()
    options: Namespace | None = None
    try:
        options = read_arguments(argv)
        return _run(options, clock)
    except SystemExit as end:  # argparse, after --help or a wrong argument
        return end.code if isinstance(end.code, int) else PROBLEM
    except DutyError as problem:
        complain(sentence_of(problem))
        return PROBLEM
    except BrokenPipeError:
        hush()
        return READER_GONE
    except KeyboardInterrupt:
        complain("已中断。之前保存的记录不受影响。")
        return INTERRUPTED
    except Exception as error:
        number, log = keep_bug(error, folder_of(options) if options else None)
        where = f"详情见 {log}" if log else "日志文件无法写入"
        complain(f"程序出错，编号 {number}；之前保存的记录不受影响，{where}。")
        return BUG


def _run(options: Namespace, clock: Clock | None) -> int:
    from duty_console.cli import commands  # the database library costs a third of a second; wrong arguments need none
    from duty_console.desk import Desk

    folder = folder_of(options)
    # What is wrong with the input is told before anything is opened or made.
    work = commands.planned(options)
    with logging_to(folder.log):
        with Desk.open(folder.path, clock, options.database) as desk:
            reply = work(desk)
            answer = reply.value() if options.json else reply.words()
            if isinstance(answer, Iterator):  # only reads, so a reader that goes away harms nothing
                say(_array(cast("Iterator[object]", answer)) if options.json else cast("Iterator[str]", answer))
                return reply.code
        say([json.dumps(answer, ensure_ascii=False) if options.json else str(answer)])
        if reply.complaint:
            complain(reply.complaint)
    return reply.code


def _array(values: Iterator[object]) -> Iterator[str]:
    """Write one JSON array as lines, a value on each."""
    yield "["
    before = next(values, None)
    for value in values:
        yield f"{json.dumps(before, ensure_ascii=False)},"
        before = value
    if before is not None:
        yield json.dumps(before, ensure_ascii=False)
    yield "]"

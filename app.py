"""Duty Console 应急值守台: without a command the desktop, with one the command line (docs: `python app.py --help`).

Imports nothing by itself: a command must not wait for Qt, nor the desktop for the command line.
"""

from __future__ import annotations

import sys


def main(argv: list[str]) -> int:
    """Run what the arguments ask for and return the exit code."""
    place, rest = _place(argv)
    if not rest:
        import gc

        gc.disable()  # until the window stands and ui/collector.py takes over
        from ui.start import open_desktop

        return open_desktop(place.get("--data"), place.get("--database"))
    if rest[0] == "tour":
        return _tour(rest[1:])
    from duty_console.cli import main as run_command

    return run_command(argv)


def _place(argv: list[str]) -> tuple[dict[str, str], list[str]]:
    """Take `--data DIR` or `--database URL` off the front; whatever else is there is not for the desktop."""
    place: dict[str, str] = {}
    rest = list(argv)
    while rest:
        name, sign, value = rest[0].partition("=")
        if name not in ("--data", "--database") or place:
            break
        if sign:
            taken = 1
        elif len(rest) > 1:
            value, taken = rest[1], 2
        else:
            break
        if not value:
            break
        place[name] = value
        del rest[:taken]
    return place, rest


def _tour(arguments: list[str]) -> int:
    from argparse import ArgumentParser
    from pathlib import Path

    parser = ArgumentParser(prog="app.py tour", description="一班的全程，逐张图片 / a whole shift, picture by picture")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("zh", "en"), default="zh")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    from ui.tour import main as tour

    return tour(options.out, options.theme, options.language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

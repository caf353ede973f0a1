"""The command line (design.md §6): scripts and checks rely on its words, its JSON and its exit codes."""

from duty_console.cli.entry import main

__all__ = ["main"]

"""The tour: a whole scripted shift through the real windows, by keyboard, with a clock that the script moves."""

from ui.tour.shift import main

__all__ = ["main"]

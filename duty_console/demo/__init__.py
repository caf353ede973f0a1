"""A realistic made-up district: one month of it, or ten years. No person, phone or unit in it is real."""

from duty_console.demo.fill import fill

__all__ = ["fill"]

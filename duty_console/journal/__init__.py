"""The hash-chained record of every change: written by itself, verified at any time."""

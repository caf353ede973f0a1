"""The roster: a month as a grid, entered by hand."""

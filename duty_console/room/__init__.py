"""The duty room itself: its name, level, region and time zone."""

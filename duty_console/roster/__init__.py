"""Posts, shifts, assignments and the calendar: the one answer to who is on duty."""

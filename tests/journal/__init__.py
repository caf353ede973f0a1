"""The journal: that it writes itself, proves itself, and shows every hand laid on it."""

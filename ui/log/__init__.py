"""The log page: every line ever written, found, read and corrected."""

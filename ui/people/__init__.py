"""The directory: persons, their units, and how to reach them."""

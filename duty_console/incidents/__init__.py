"""Intake, grading, facts and their corrections: the life of an incident."""

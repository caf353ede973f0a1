"""Kills, full and read-only disks, strange and damaged databases: a clear line, and nothing lost."""

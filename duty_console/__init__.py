"""The duty room itself; knows nothing of Qt."""

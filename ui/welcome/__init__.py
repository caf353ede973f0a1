"""The first start in a fresh folder: who this duty room is, and what it begins with."""

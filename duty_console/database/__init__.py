"""Engine, column types, migrations, backup and full-text search: all that knows which database it is."""

"""The change of shift: what is prepared, and the sheet as it will print."""

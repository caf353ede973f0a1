"""Units, persons and their phones: who can be on duty and who must be reachable."""

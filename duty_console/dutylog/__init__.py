"""Phone and paper register, and the running log of a shift. An incident's timeline is its excerpt."""

"""Reports that were sent: by whom, to whom, when, and which limits they met."""

"""Due items from whoever offers them; ringing, acknowledgement, escalation. Knows no concept above it."""

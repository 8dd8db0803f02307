"""The story that this server shows: its current record, older versions, briefings, corrections."""

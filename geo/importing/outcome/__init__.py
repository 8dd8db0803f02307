"""What a table gives: events, rows that wait or are rejected, and all of it in words."""

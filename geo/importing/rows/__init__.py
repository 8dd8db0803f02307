"""Each row of a table as an event: its time, place, claims, texts and id."""

"""A new story: its folder, and a spreadsheet to enter its events in."""

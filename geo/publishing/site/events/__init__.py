"""The page of each event, and what the explorer shows of it."""

"""Members of an event, their values and their changes in words that readers know."""

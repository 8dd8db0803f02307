"""Which files of the last site, and which pieces of them, can stay as they are."""

"""Files that say only what is known: completed when they are read, and written so again."""

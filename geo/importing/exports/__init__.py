"""Files that this project exported, read back as the events that they were written from."""

"""Files read safely, whatever is in them, and files of a cache."""

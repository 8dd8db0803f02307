"""Files of any kind: read safely whatever is in them, written whole, locked and cached."""

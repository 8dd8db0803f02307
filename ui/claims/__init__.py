"""The page of who says what."""

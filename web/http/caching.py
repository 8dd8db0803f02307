"""How long answers may be cached."""

FOR_EVER = "public, max-age=31536000, immutable"
"""What is named by a hash of its content never changes."""

"""What is published, at which addresses, and what changed since the last version."""

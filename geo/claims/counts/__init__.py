"""Numbers of people as texts state them: the number, and who is counted."""

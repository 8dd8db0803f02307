"""Versions of the data: their hashes and archived files, and what has changed since each."""

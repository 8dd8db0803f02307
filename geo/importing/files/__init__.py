"""A file of any kind as the events of its rows, and files that an import writes beside it."""

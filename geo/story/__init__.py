"""A folder that tells a story: its files, the record of its events, and a view of them."""

"""A GeoParquet file of events: opened, and its rows checked, each different value once."""

"""The world that comes with the library: its base map, and the borders of its countries."""

"""Measurements of speed and error, against other tools; run by `make bench`."""

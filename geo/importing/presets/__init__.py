"""Mappings of well-known data sets."""

"""A briefing as one HTML file that opens without a network."""

from geo.publishing.one_file.page import one_file

__all__ = ["one_file"]

"""A briefing as one HTML file that opens without a network."""

from geo.publishing.one_file.page import build_one_file

__all__ = ["build_one_file"]

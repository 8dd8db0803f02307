"""Borders and countries: how far events lie from one, on which side, and in which country."""

from geo.border.border import Border, read_border
from geo.border.distance import distance_to_border
from geo.border.distance_intervals import describe_distance, distance_interval, distance_words

__all__ = [
    "Border",
    "describe_distance",
    "distance_interval",
    "distance_to_border",
    "distance_words",
    "read_border",
]

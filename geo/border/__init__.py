"""How far events lie from a border, and on which side of it."""

from geo.border.border import Border, read_border
from geo.border.distance import distance_to_border
from geo.border.intervals import describe_distance, distance_interval, distance_words

__all__ = [
    "Border",
    "describe_distance",
    "distance_interval",
    "distance_to_border",
    "distance_words",
    "read_border",
]

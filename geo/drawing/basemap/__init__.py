"""The base map of a story: land, lines, names, map tiles, and who made them."""

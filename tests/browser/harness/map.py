"""The map and the list."""

from explorer import draw

draw()

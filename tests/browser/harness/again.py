"""The same map on another page."""

from explorer import draw

draw()

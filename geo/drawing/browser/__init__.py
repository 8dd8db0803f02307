"""The JavaScript and the styles of the map, and what joins them."""

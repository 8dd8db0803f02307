"""Points, lines and areas on a globe: checked, cut at the 180th meridian, and how far they go."""

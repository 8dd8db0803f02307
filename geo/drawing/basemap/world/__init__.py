"""The part of the world map that a story without a base map of its own is drawn on."""

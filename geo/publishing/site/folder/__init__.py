"""The folder of a site: what the last one left in it, and how the next one takes its place."""

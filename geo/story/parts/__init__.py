"""The parts of a story file: what its record is made from, its own words, its notes."""

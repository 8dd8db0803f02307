"""Figures in English texts that can be read with certainty, and whether the record has them."""

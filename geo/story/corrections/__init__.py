"""Corrections: what was changed in the record and why, where it is kept, and in a sentence."""

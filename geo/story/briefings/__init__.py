"""Briefings: the record as a story in steps, and what each of their sentences rests on."""

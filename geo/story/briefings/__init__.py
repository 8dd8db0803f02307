"""Briefings: the record told in steps, and what each of their sentences rests on."""

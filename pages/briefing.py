"""The story, step by step, for an audience."""

from ui.briefing.briefing import show_briefing

show_briefing()

"""The story, step by step, for an audience."""

from ui.briefing.steps import show_briefing

show_briefing()

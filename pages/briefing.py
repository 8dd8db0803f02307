"""The story, step by step, for an audience."""

from ui.briefing import briefing

briefing()

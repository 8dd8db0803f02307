"""The guard over words: what a briefing may not state as a fact."""

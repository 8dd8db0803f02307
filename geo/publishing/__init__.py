"""What leaves the app as a whole: exports, citations and the briefing in one file."""

"""The pictures of maps: of events, of steps of a briefing, and until the live map is drawn."""

"""Records as maps: in the browser and on paper."""

"""The colours of a map: of its land and water, and of the events by group or type."""

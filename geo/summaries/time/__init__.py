"""When events were: by hour, in steps of time, before and after another event."""

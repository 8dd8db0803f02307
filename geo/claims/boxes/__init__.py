"""Four boxes: what we know, what is claimed, what is disputed, what we do not know."""

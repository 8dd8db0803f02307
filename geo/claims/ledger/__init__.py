"""Statements about an event, in the order made, as known at any moment."""

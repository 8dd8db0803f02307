"""How far the events lie from the border."""

"""Contested events, their claims, times, places and distances: a library without a user interface."""

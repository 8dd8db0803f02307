"""Statements in sentences that name their speakers."""

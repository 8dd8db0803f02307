"""On whose word statements rest, and whether two origins say the same."""

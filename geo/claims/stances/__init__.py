"""Who affirms, opposes or leaves open what a statement says, and on which topic."""

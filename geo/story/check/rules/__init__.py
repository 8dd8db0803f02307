"""Rules by which a story is checked, a file for each subject."""

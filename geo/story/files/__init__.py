"""The files of a story's folder, each read safely, and their problems in words."""

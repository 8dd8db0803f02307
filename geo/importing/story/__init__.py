"""Events of a table in the folder of a story, also when it is imported again."""

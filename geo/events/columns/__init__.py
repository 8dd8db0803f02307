"""Events as columns: the frame that everything shown is made from, and the table of a file."""

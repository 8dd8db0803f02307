"""What only a person can know of a table: asked once for a column or a group of rows."""

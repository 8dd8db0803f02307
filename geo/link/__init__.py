"""The state of a view: filters, camera and choices, to and from the query of a link."""

"""The events as the browser receives them: a row for each, in columns, and what filters them."""

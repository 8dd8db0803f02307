"""The first page, whose map and filters run in the browser, with its code and its data."""

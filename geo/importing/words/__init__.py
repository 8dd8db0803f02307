"""Words of several languages that tables use: names of columns, words of dates, none known."""

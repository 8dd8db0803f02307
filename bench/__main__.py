"""`make bench`: every figure of the README, one a line: name, value, unit."""

from bench import app, border, reading

border.main()
reading.main()
app.main()

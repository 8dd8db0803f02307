"""`make bench`: every figure of the README, one a line: name, value, unit."""

from bench import app, border, importing, reading

border.main()
reading.main()
importing.main()
app.main()

"""`make bench`: every figure of the README, one a line: name, value, unit."""

from bench import app, border

border.main()
app.main()

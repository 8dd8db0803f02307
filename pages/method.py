"""How it is known, how it is measured, and what the record is not."""

from ui.frame import open_view
from ui.method.method import corrections, measuring, record, words

view = open_view()
record(view)
measuring(view)
words()
corrections(view)

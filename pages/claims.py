"""Who says what: the ledger of one event, or of all that the reader keeps."""

from ui.claims import choose, of_event
from ui.claims_record import differences, of_record
from ui.claims_search import search
from ui.frame import open_view

view = open_view()
choose(view)
of_event(view)
of_record(view)
search(view)
differences(view)

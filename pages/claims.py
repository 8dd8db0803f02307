"""Who says what: the ledger of one event, or of all that the reader keeps."""

from ui.claims import choose
from ui.claims_event import of_event
from ui.claims_record import differences, of_record
from ui.claims_search import search
from ui.frame import open_view
from ui.pinned import pinned

view = open_view()
choose(view)
pinned(view)
of_event(view)
of_record(view)
search(view)
differences(view)

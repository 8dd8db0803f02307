"""Who says what: the ledger of one event, or of all that the reader keeps."""

from ui.claims.choose import choose
from ui.claims.event import of_event
from ui.claims.record import differences, of_record
from ui.claims.search import search
from ui.frame import open_view
from ui.pinned import pinned

view = open_view()
choose(view)
pinned(view)
of_event(view)
of_record(view)
search(view)
differences(view)

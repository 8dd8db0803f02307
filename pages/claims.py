"""Who says what: the ledger of one event, or of all that the reader keeps."""

from ui.claims.choose import choose_event
from ui.claims.event import show_event_ledger
from ui.claims.record import show_differences, show_record_ledger
from ui.claims.search import show_search
from ui.page.version_notice import show_version_notice
from ui.page.view import open_page_view

view = open_page_view()
choose_event(view)
show_version_notice(view)
show_event_ledger(view)
show_record_ledger(view)
show_search(view)
show_differences(view)

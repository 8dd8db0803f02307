"""How it is known, how it is measured, and what the record is not."""

from ui.method.changes import show_changes
from ui.method.sections import (
    show_corrections,
    show_measuring,
    show_own_method,
    show_record,
    show_vocabulary,
)
from ui.page.version_notice import show_version_notice
from ui.page.view import open_page_view
from ui.widgets.section_link import follow_section_link

view = open_page_view()
show_version_notice(view)
show_record(view)
# Readers who ask what is new read it first; Streamlit follows no anchor of ours down the page.
asks_what_is_new = bool(view.link.filters.changed)
if asks_what_is_new:
    show_changes(view)
show_own_method(view)
show_measuring(view)
show_vocabulary(view)
if not asks_what_is_new:
    show_changes(view)
show_corrections(view)
follow_section_link()

"""Where and when: explore the events on the map, by date and by filter."""

from ui.event_count import show_event_count
from ui.map.explorer import show_explorer
from ui.page_view import open_page_view
from ui.version_notice import show_version_notice

view = open_page_view()
show_event_count(view)
show_version_notice(view)
show_explorer(view)

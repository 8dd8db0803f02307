"""Where and when: explore the events on the map, by date and by filter."""

from ui.components.event_count import show_event_count
from ui.map.explorer import show_explorer
from ui.page.version_notice import show_version_notice
from ui.page.view import open_page_view

view = open_page_view()
show_event_count(view)
show_version_notice(view)
show_explorer(view)

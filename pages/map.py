"""Where and when: explore the events on the map, by date and by filter."""

from ui.frame import open_page_view
from ui.header import show_header
from ui.map.explorer import show_explorer
from ui.version_notice import show_version_notice

view = open_page_view()
show_header(view)
show_version_notice(view)
show_explorer(view)

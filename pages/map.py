"""Where and when: explore the events on the map, by date and by filter."""

from ui.frame import open_view
from ui.header import header
from ui.map.explorer import explorer
from ui.pinned import pinned
from ui.sidebar import sidebar

view = open_view()
sidebar(view)
header(view)
pinned(view)
explorer(view)

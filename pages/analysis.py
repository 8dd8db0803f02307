"""Analysis: what the record says over time and distance, and taking it away."""

from ui.analysis.comparison import around, beside
from ui.analysis.download import api, cite_view, take_away
from ui.analysis.figures import day, distances, opening, over_time, reach
from ui.analysis.tables import crossed, regions
from ui.frame import open_view
from ui.header import header
from ui.pinned import pinned
from ui.sidebar import sidebar

view = open_view()
sidebar(view)
header(view)
pinned(view)
opening(view)
if not view.kept.empty:
    over_time(view)
    reach(view)
    distances(view)
    day(view)
    crossed(view)
    regions(view)
around(view)
beside(view)
take_away(view)
cite_view(view)
api(view)

"""Analysis: what the record says over time and distance, and downloads."""

from ui.analysis.before_after import show_before_after
from ui.analysis.comparison import show_comparison
from ui.analysis.download import show_api, show_citation, show_downloads
from ui.analysis.figures import show_distances, show_hours, show_intro, show_over_time, show_reach
from ui.analysis.tables import show_crosstab, show_regions
from ui.frame import forget_moment, open_view
from ui.header import show_header
from ui.sidebar import show_sidebar
from ui.version_notice import show_version_notice

view = forget_moment(open_view())
show_sidebar(view)
show_header(view)
show_version_notice(view)
show_intro(view)
if not view.kept_events.empty:
    show_over_time(view)
    show_reach(view)
    show_distances(view)
    show_hours(view)
    show_crosstab(view)
    show_regions(view)
show_before_after(view)
show_comparison(view)
show_downloads(view)
show_citation(view)
show_api(view)

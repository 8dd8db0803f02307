"""Analysis: what the record says over time and distance, and downloads."""

from ui.analysis.comparison import show_comparison
from ui.analysis.download import show_api, show_citation, show_downloads
from ui.analysis.figures import show_figures, show_intro
from ui.components.event_count import show_event_count
from ui.components.sidebar import show_sidebar
from ui.page.version_notice import show_version_notice
from ui.page.view import forget_moment, open_page_view

view = forget_moment(open_page_view())
show_intro(view)
show_sidebar(view)
show_event_count(view)
show_version_notice(view)
show_figures(view)
show_comparison(view)
show_downloads(view)
show_citation(view)
show_api(view)

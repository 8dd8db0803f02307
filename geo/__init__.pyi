from .border import Border, distance_to_border, read_border
from .claims import build_ledger, format_attribution_line
from .errors import GeoError
from .events import read_events
from .publishing.citation import cite
from .publishing.export import export_view
from .story.view import View, open_view

__version__: str

__all__ = [
    "Border",
    "GeoError",
    "View",
    "build_ledger",
    "cite",
    "distance_to_border",
    "export_view",
    "format_attribution_line",
    "open_view",
    "read_border",
    "read_events",
]

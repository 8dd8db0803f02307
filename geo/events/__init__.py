"""Event files: read into a frame, with everything reported that was rejected, and written again.

In the order in which a file goes through it: `source` (file or URL), `reading`; of GeoJSON
`geojson` on `json_text`, `records`, `frame`; of GeoParquet `parquet_file`, `geoparquet` on
`columns`; of both `completion`, which fills in `defaults`, and `references`; and back `writing`,
`sparse`, `arrow`. The model is `event`, made of `parts`, `fields` and `geometry`, checked by
`consistency` and explained by `guide`; what is wrong is said by `problems` and collected in
`rejections`.
"""

from geo.events.actor import Actor
from geo.events.event import Event
from geo.events.parts import Casualties, Claim, Source
from geo.events.reading import Reading, parse_events, read_events
from geo.events.rejections import Rejection
from geo.events.source import EventSource
from geo.events.writing import check_events, write_events

__all__ = [
    "Actor",
    "Casualties",
    "Claim",
    "Event",
    "EventSource",
    "Reading",
    "Rejection",
    "Source",
    "check_events",
    "parse_events",
    "read_events",
    "write_events",
]

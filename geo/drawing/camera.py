"""Where the map of a link looks."""

import pandas as pd

from geo.link.camera import Camera, look_at
from geo.link.link import Link
from geo.story.record import Record

# West, south, east, north of a map whose story states no bounds.
EVERYWHERE = (-170.0, -56.0, 170.0, 72.0)


def choose_camera(link: Link, record: Record) -> Camera | None:
    """Return where a link looks; a link to an event alone looks at that."""
    if link.camera is None and link.event is not None:
        return look_at_event(record.events.loc[link.event])
    return link.camera


def look_at_event(event: pd.Series) -> Camera | None:
    """Return the camera that shows an event and the way to the border; None without a place."""
    if pd.isna(event["lon"]):
        return None
    points = [(event["lon"], event["lat"])]
    if event["distance_m"] > 0:
        points.append((event["nearest_lon"], event["nearest_lat"]))
    return look_at(points)


def to_view_state(camera: Camera | None) -> dict[str, float] | None:
    """Return a camera as a deck.gl view state."""
    if camera is None:
        return None
    return {"longitude": camera.lon, "latitude": camera.lat, "zoom": camera.zoom}

"""Where the map of a link looks."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely

from geo.border.boxes import Box, find_box, holds, widen, width
from geo.link.camera import Camera, fit_camera
from geo.link.link import Link
from geo.story.current import Current
from geo.story.record import Record
from geo.story.view import View

# West, south, east, north of a map whose story states no bounds and has no event.
EVERYWHERE: Box = (-170.0, -56.0, 170.0, 72.0)
_HIGHEST_LAT = 84.0


# What a map of one place shows around it, degrees.
_LEAST = 0.15
_METRES_A_DEGREE = 110_574
# What it shows around what was found, and how near to a pole.
_LEAST_FOUND, _HIGHEST_FOUND_LAT = 1.0, 85.0


def find_bounds(current: Current) -> Box:
    """Return what the map of a story shows first: its own bounds, or where its events lie.

    Bounds in which no event lies are of another place; those of the events are used instead.

    Returns
    -------
    (float, float, float, float)
        West, south, east, north; west > east crosses the 180th meridian.
    """
    stated, events = current.story.bounds, current.record.events
    lon, lat = events["lon"].to_numpy(float), events["lat"].to_numpy(float)
    around = find_box(lon, lat)
    if around is None:
        return stated or _bounds_of_border(current) or EVERYWHERE
    if stated and holds(stated, lon, lat).any():
        return stated
    south, north = around[1], around[3]
    widest = np.nanmax(events["radius_m"].to_numpy(float), initial=0) / _METRES_A_DEGREE
    margin = max(_LEAST, widest, 0.1 * max(width(around), north - south))
    west, south, east, north = widen(around, margin)
    # A map in Mercator's projection ends short of the poles.
    return west, max(south, -_HIGHEST_LAT), east, min(north, _HIGHEST_LAT)


def find_found_bounds(view: View) -> Box:
    """Return what the map of a view shows where its link does not say: what is found, or all.

    As geo/drawing/browser/map/camera/found_bounds.js: where filters other than time leave events
    out, the places of the others, whatever dates are shown; west > east crosses the 180th meridian.
    """
    found = view.record.events[(view.presence != "hidden").to_numpy(bool)]
    around = find_box(found["lon"].to_numpy(float), found["lat"].to_numpy(float))
    if len(found) == len(view.presence) or around is None:
        return find_bounds(view.current)
    radii = found["radius_m"].to_numpy(float)[found["lon"].notna().to_numpy(bool)]
    margin = max(_LEAST_FOUND, np.nanmax(radii, initial=0) / _METRES_A_DEGREE)
    west, south, east, north = widen(around, float(margin))
    return west, max(south, -_HIGHEST_FOUND_LAT), east, min(north, _HIGHEST_FOUND_LAT)


def _bounds_of_border(current: Current) -> Box | None:
    if not current.record.borders:
        return None
    lon, lat = shapely.get_coordinates(current.record.borders[0].polygon).T
    around = find_box(lon, lat)
    return widen(around, _LEAST) if around else None


def choose_camera(link: Link, record: Record) -> Camera | None:
    """Return where a link looks; a link to an event alone looks at that."""
    if link.camera is None and link.event is not None:
        return fit_event(record.events.loc[link.event])
    return link.camera


def fit_event(event: pd.Series | Mapping[str, float]) -> Camera | None:
    """Return the camera that shows an event and the way to the border; None without a place."""
    if pd.isna(event["lon"]):
        return None
    points = [(event["lon"], event["lat"])]
    if event["distance_m"] > 0:
        points.append((event["nearest_lon"], event["nearest_lat"]))
    return fit_camera(points)


def to_view_state(camera: Camera | None) -> dict[str, float] | None:
    """Return a camera as a deck.gl view state."""
    if camera is None:
        return None
    return {"longitude": camera.lon, "latitude": camera.lat, "zoom": camera.zoom}

"""The selected event on the map: a ring, and the geodesic to the nearest point of the border."""

import numpy as np
import pandas as pd
import pydeck as pdk

from geo.border.geodesic import WGS84, measure_parallel
from geo.drawing.basemap.layers import FONT
from geo.drawing.colours.palette import Palette
from geo.drawing.marks.atlas import RING_SIDE, draw_ring
from geo.drawing.store import Store
from geo.events.geometry.arrays import Floats
from geo.events.vocabulary import PINNED

_PIXELS = pdk.types.String("pixels")
# The width of the whole world in the library's own units, and the latitude at which circles stop
# growing, as in geo/drawing/browser/map/events/flat_places.js.
_WORLD_UNITS = 512
_HIGHEST_LAT = 89.9
# Pieces of the line, as the layer draws no dashes: ten pixels each, gap included, where the line
# is 320 pixels long.
_DASHES = 32


def build_selection_layers(
    event: pd.Series, shift: tuple[float, float], words: str, palette: Palette, store: Store
) -> list[pdk.Layer]:
    """Return the layers that show which event is selected, and how far it is from the border.

    Parameters
    ----------
    event : Series
        A row of the events frame: lon, lat, radius_m, location_precision, and distance_m,
        nearest_lon, nearest_lat, NaN where no border was measured.
    shift : (float, float)
        Pixels, right and down, by which its pin is moved; see `fan_out`.
    words : str
        The distance, as it is written on the line.
    palette : Palette
    store : callable
        Takes content, media type and file name; returns the address to read it from.

    Returns
    -------
    list of Layer
        Without a distance, the ring alone; none if the place is not known.
    """
    if pd.isna(event["lon"]):
        return []
    ring = _build_ring(event, shift, palette, store)
    if not event["distance_m"] > 0:
        return [ring]
    start = (float(event["lon"]), float(event["lat"]))
    end = (float(event["nearest_lon"]), float(event["nearest_lat"]))
    dashes = dash_geodesic(start, end)
    middle = trace_geodesic(start, end, 3)[1]
    foot = dashes[-1][-1]
    line = pdk.Layer(
        "PathLayer",
        id="selection-line",
        data=[{"path": dash} for dash in dashes],
        get_path="path",
        get_color=palette.ink,
        get_width=1.8,
        width_units=_PIXELS,
    )
    mark = pdk.Layer(
        "ScatterplotLayer",
        id="selection-foot",
        data=[{"at": foot}],
        get_position="at",
        get_radius=3.5,
        radius_units=_PIXELS,
        stroked=True,
        get_fill_color=palette.halo,
        get_line_color=palette.ink,
        get_line_width=1.8,
        line_width_units=_PIXELS,
    )
    label = pdk.Layer(
        "TextLayer",
        id="selection-words",
        data=[{"at": middle.tolist(), "text": words}],
        character_set=pdk.types.String("auto"),
        get_position="at",
        get_text="text",
        get_size=14,
        get_color=palette.ink,
        font_family=FONT,
        font_weight=600,
        background=True,
        get_background_color=[*palette.halo, 235],
        background_padding=[6, 3, 6, 3],
        background_border_radius=4,
    )
    return [line, mark, ring, label]


def trace_geodesic(start: tuple[float, float], end: tuple[float, float], count: int) -> Floats:
    """Return evenly spaced points of the geodesic between two positions, ends included.

    Parameters
    ----------
    start, end : (float, float)
        lon, lat in degrees.
    count : int
        At least 2.

    Returns
    -------
    array of float, shape (count, 2)
        lon, lat; longitudes continue after 180 where the line crosses that meridian.

    Examples
    --------
    >>> trace_geodesic((179.0, 0.0), (-179.0, 0.0), 3).round(6).tolist()
    [[179.0, 0.0], [180.0, 0.0], [181.0, 0.0]]
    """
    between = WGS84.npts(*start, *end, count - 2) if count > 2 else []
    points = np.array([start, *between, end])
    points[:, 0] = np.unwrap(points[:, 0], period=360)
    return points


def dash_geodesic(start: tuple[float, float], end: tuple[float, float]) -> list[list[list[float]]]:
    """Return the geodesic as dashes, each a path of two points; the last ends at `end`."""
    steps = 2 * _DASHES - 1
    points = trace_geodesic(start, end, steps + 1).round(6)
    return points.reshape(_DASHES, 2, 2).tolist()


def _build_ring(
    event: pd.Series, shift: tuple[float, float], palette: Palette, store: Store
) -> pdk.Layer:
    """Return a ring around the pin, or, where the location allows no pin, around the disc."""
    lon, lat = float(event["lon"]), float(event["lat"])
    place = {"lon": lon, "lat": lat}
    if event["location_precision"] not in PINNED:
        # The library would measure metres at the latitude of the view, at high zoom.
        shown = event["radius_m"] / measure_parallel(np.clip(lat, -_HIGHEST_LAT, _HIGHEST_LAT))
        return pdk.Layer(
            "ScatterplotLayer",
            id="selection-ring",
            data=[place | {"r": float(shown) * _WORLD_UNITS}],
            get_position="[lon, lat]",
            get_radius="r",
            radius_units=pdk.types.String("common"),
            radius_min_pixels=RING_SIDE / 2,
            filled=False,
            stroked=True,
            get_line_color=palette.ink,
            get_line_width=2,
            line_width_units=_PIXELS,
        )
    icon, mapping = draw_ring(palette.ink, palette.halo)
    return pdk.Layer(
        "IconLayer",
        id="selection-ring",
        data=[place],
        icon_atlas=pdk.types.String(store(icon, "image/png", "ring.png")),
        icon_mapping=mapping,
        get_icon="'ring'",
        get_position="[lon, lat]",
        get_pixel_offset=list(shift),
        get_size=RING_SIDE,
    )

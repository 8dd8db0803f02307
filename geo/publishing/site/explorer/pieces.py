"""What the explorer's data hold of names and cameras, cached: most of it stays with each change."""

import json
from collections.abc import Sequence
from functools import partial
from hashlib import sha256

import pandas as pd

from geo.drawing.basemap.labels import TextLayerRow
from geo.drawing.camera import fit_event
from geo.drawing.drawn_record import DrawnRecord
from geo.publishing.export.pieces import Pieces

EVENTS_AT_ONCE = 250
# Members of an event that `fit_event` reads.
_FITTED = ("lon", "lat", "distance_m", "nearest_lon", "nearest_lat")


def find_names(drawn: DrawnRecord, pieces: Pieces | None) -> Sequence[TextLayerRow]:
    """Return the names on the map of a record, which depend on base map and pins alone.

    Parameters
    ----------
    drawn : DrawnRecord
    pieces : Pieces, optional
        What was found before.
    """
    if pieces is None:
        return drawn.place_names()
    depends_on = repr(drawn.basemap.places).encode() + drawn.pins.tobytes()
    kind = f"names {sha256(depends_on).hexdigest()}"
    names: Sequence[TextLayerRow] = json.loads(
        pieces.find_or_write(kind, (), lambda: json.dumps(drawn.place_names()).encode())
    )
    return names


def find_cameras(events: pd.DataFrame, pieces: Pieces | None) -> dict[str, list[float]]:
    """Return where the map looks for each event that has a place: lon, lat, zoom, by its id.

    Parameters
    ----------
    events : DataFrame, n rows
        Those of a record, with distances.
    pieces : Pieces, optional
        What was found before.
    """
    cameras: dict[str, list[float]] = {}
    # Without the geometry, or each part would be a GeoDataFrame, too.
    places = pd.DataFrame(events)[list(_FITTED)]
    for first in range(0, len(places), EVENTS_AT_ONCE):
        part = places.iloc[first : first + EVENTS_AT_ONCE]
        write = partial(_write_cameras, part)
        ids = part.index.tolist()
        cameras |= json.loads(pieces.find_or_write("cameras", ids, write) if pieces else write())
    return cameras


def _write_cameras(events: pd.DataFrame) -> bytes:
    columns = (events[name].tolist() for name in _FITTED)
    places = (dict(zip(_FITTED, row, strict=True)) for row in zip(*columns, strict=True))
    cameras = dict(zip(events.index, map(fit_event, places), strict=True))
    found = {id_: [one.lon, one.lat, one.zoom] for id_, one in cameras.items() if one}
    return json.dumps(found).encode()

"""What every reader of a record sees: its event rows, base map and layers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydeck import Layer

from geo.border import distance_words
from geo.drawing.basemap.basemap import Basemap, read_basemap
from geo.drawing.basemap.labels import TextLayerRow, place_labels
from geo.drawing.basemap.layers import build_basemap_layers
from geo.drawing.basemap.tile_layers import TileSet
from geo.drawing.camera import find_bounds
from geo.drawing.colours.event_colours import Colouring
from geo.drawing.colours.palette import Palette
from geo.drawing.marks.event_layer import build_event_layer
from geo.drawing.marks.selection import build_selection_layers
from geo.drawing.rows.event_rows import DISTANCES, DRAWN, build_event_columns, sort_for_drawing
from geo.drawing.rows.facets import build_facets
from geo.drawing.rows.row_columns import write_columns
from geo.drawing.store import Store, store_json
from geo.events.geometry.arrays import Floats
from geo.story.current import Current

_PLACED = ("lon", "lat", "pin", "dx", "dy")


@dataclass(frozen=True)
class DrawnRecord:
    """What is drawn of a record under every choice of a reader.

    Attributes
    ----------
    basemap : Basemap
    rows : DataFrame, n rows
        lon, lat, pin, dx, dy indexed by event id, in the order in which events are drawn.
    order : array of int, n values
        The position of each row in the record.
    address, facets : str
        Where the browser reads the rows, and what they are filtered by.
    """

    basemap: Basemap
    rows: pd.DataFrame
    order: NDArray[np.intp]
    address: str
    facets: str

    @property
    def pins(self) -> Floats:
        """lon, lat, dx, dy of each pin: names on the map leave these places free."""
        pins: Floats = self.rows.loc[self.rows["pin"], ["lon", "lat", "dx", "dy"]].to_numpy(float)
        return pins

    def place_names(self) -> Sequence[TextLayerRow]:
        """Return the names on the map, each where it covers no pin if that can be helped."""
        return place_labels(self.basemap.places, self.pins)

    def find_shift(self, event: str) -> tuple[float, float]:
        """Return by how many pixels, right and down, the pin of an event is moved."""
        place = cast("int", self.rows.index.get_loc(event))
        dx, dy = self.rows["dx"].to_numpy(float), self.rows["dy"].to_numpy(float)
        return float(dx[place]), float(dy[place])


def draw_record(current: Current, store: Store | None) -> DrawnRecord:
    """Return what is drawn of a record; its rows and facets are stored.

    Parameters
    ----------
    current : Current
    store : callable or None
        None if nobody reads rows and facets, as in a picture: they are not made, and have no
        address.

    Raises
    ------
    StoryFileError
        If a file of the base map cannot be used.
    """
    story, record = current.story, current.record
    groups = tuple(group.id for group in story.groups)
    # Only what is drawn: a large record has no room for a second one in another order.
    events = sort_for_drawing(pd.DataFrame(record.events[[*DRAWN, *DISTANCES]]), groups)
    order = record.events.index.get_indexer(events.index)
    placed: dict[str, list[object]] = {}
    columns = _keep(build_event_columns(events), placed)
    address = facets = ""
    if store:
        address = store(write_columns(len(events), columns), "application/json", "events.json")
        facets = store_json(build_facets(record, story, order), "facets.json", store)
    while len(placed) < len(_PLACED):
        next(columns)
    border = record.borders[0] if record.borders else None
    return DrawnRecord(
        basemap=read_basemap(
            story.basemap, current.folder, border, find_bounds(current), current.cache_folder
        ),
        rows=pd.DataFrame(placed, index=events.index),
        order=order,
        address=address,
        facets=facets,
    )


def _keep(
    columns: Iterable[tuple[str, list[object]]], placed: dict[str, list[object]]
) -> Iterator[tuple[str, list[object]]]:
    """Yield all columns, and keep those that say where the rows are drawn."""
    for name, values in columns:
        if name in _PLACED:
            placed[name] = values
        yield name, values


def draw_layers(
    drawn: DrawnRecord,
    colouring: Colouring,
    palette: Palette,
    store: Store,
    tiles: Sequence[TileSet] = (),
    names: Sequence[TextLayerRow] | None = None,
) -> list[Layer]:
    """Return the layers of base map and events, the lowest first; they serve every reader.

    Parameters
    ----------
    drawn : DrawnRecord
    colouring : Colouring
    palette : Palette
    store : callable
        Takes content, media type and file name; returns the address to read it from.
    tiles : sequence of TileSet
        The lowest first; below the border and the names.
    names : sequence of dict, optional
        Of `DrawnRecord.place_names`, where they are known.
    """
    names = drawn.place_names() if names is None else names
    return [
        *build_basemap_layers(drawn.basemap, palette, names, store, tiles),
        build_event_layer(drawn.address, colouring, palette, store),
    ]


def draw_selection(
    event: pd.Series | None, drawn: DrawnRecord, palette: Palette, store: Store
) -> list[Layer]:
    """Return the layers of the selected event, on top of all others; none without one."""
    if event is None:
        return []
    shift = drawn.find_shift(str(event.name))
    return build_selection_layers(event, shift, distance_words(event), palette, store)

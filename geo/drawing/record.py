"""The record as the map draws it: rows, layers, camera, and what a link shows of them."""

import json
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydeck import Layer

from geo.border import distance_words
from geo.border.geodesic import Floats
from geo.drawing.basemap import Basemap, Publish, basemap_layers, read_basemap
from geo.drawing.colouring import Colouring, colour_by_group, colour_by_type
from geo.drawing.event_rows import drawing_order, event_rows
from geo.drawing.facets import facets
from geo.drawing.layers import event_layers
from geo.drawing.palette import Palette
from geo.drawing.selection import selection_layers
from geo.drawing.shown import Look, Shown, pack_mask
from geo.link.camera import Camera, look_at
from geo.link.filters import Filters, fold, text_matches
from geo.link.link import Link, to_query
from geo.story.current import Current
from geo.story.record import Record
from geo.story.story_file import Story
from geo.story.view import View
from geo.times import Range, Zone, milliseconds, wall_clock

EVERYWHERE = (-170.0, -56.0, 170.0, 72.0)


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a record under every choice of a reader.

    Attributes
    ----------
    basemap : Basemap
    rows : DataFrame, n rows
        lon, lat, pin, dx, dy indexed by event id, in the order in which events are drawn.
    order : array of int, n values
        Where each of the rows stands in the record.
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
        """lon, lat, dx, dy of each pin: what names on the map keep clear of."""
        pins: Floats = self.rows.loc[self.rows["pin"], ["lon", "lat", "dx", "dy"]].to_numpy(float)
        return pins


def draw_record(current: Current, publish: Publish) -> Drawing:
    """Return what is drawn of a record; its rows and facets are published.

    Parameters
    ----------
    current : Current
    publish : callable
        Takes content, media type and file name; returns the address to read it from.
    """
    story, record = current.story, current.record
    groups = tuple(group.id for group in story.groups)
    events = drawing_order(record.events, groups)
    order = record.events.index.get_indexer(events.index)
    rows = event_rows(events)
    border = record.borders[0] if record.borders else None
    columns = ["id", "lon", "lat", "pin", "dx", "dy"]
    return Drawing(
        basemap=read_basemap(story.basemap, current.folder, border),
        rows=pd.DataFrame(rows, columns=columns).set_index("id"),
        order=order,
        address=publish(_json(rows), "application/json", "events.json"),
        facets=publish(_json(facets(record, story, order)), "application/json", "facets.json"),
    )


def colouring_of(link: Link, record: Record, story: Story, palette: Palette) -> Colouring:
    """Return the colouring that a link asks for."""
    if link.colour == "event_type":
        return colour_by_type(record.events["event_type"], palette)
    return colour_by_group(record.choices["group"].cat.categories, story, palette)


def record_layers(
    drawing: Drawing, colouring: Colouring, palette: Palette, publish: Publish
) -> list[Layer]:
    """Return the layers of base map and events, the lowest first; they serve every reader."""
    return [
        *basemap_layers(drawing.basemap, palette, "en", drawing.pins, publish),
        *event_layers(drawing.address, colouring, palette, publish),
    ]


def selected_layers(
    event: pd.Series | None, drawing: Drawing, palette: Palette, publish: Publish
) -> list[Layer]:
    """Return the layers of the selected event, on top of all others; none without one."""
    if event is None:
        return []
    row = drawing.rows.loc[[str(event.name)]].iloc[0]
    words = distance_words(event)
    return selection_layers(event, (row["dx"], row["dy"]), words, palette, publish)


def publish_look(view: View, colouring: Colouring, palette: Palette, publish: Publish) -> str:
    """Return the address of the `Look` of a view: colours, bounds and credits."""
    look = Look(
        groups=[
            {"id": shade.id, "label": shade.label, "colour": shade.colour}
            for shade in colouring.shades
        ],
        field=colouring.field,
        bounds=view.story.bounds or EVERYWHERE,
        credit=" · ".join(view.credits),
        background=palette.sea,
        presets=[{"id": preset.id, "label": preset.label} for preset in view.story.presets],
    )
    return publish(_json(asdict(look)), "application/json", "look.json")


def shown_of(link: Link, drawing: Drawing, look: str, domain: Range, matches: str | None) -> Shown:
    """Return what the map shows under a link.

    Parameters
    ----------
    link : Link
    drawing : Drawing
    look : str
        Of `publish_look`.
    domain : Range
        What the time bar spans; the window where the link names no range.
    matches : str or None
        Of `publish_matches`.
    """
    range_ = link.filters.range or domain
    return Shown(
        rows=drawing.address,
        facets=drawing.facets,
        look=look,
        filters=filter_query(link.filters),
        matches=matches,
        window=(milliseconds(range_.start), milliseconds(range_.end)),
        zone=link.filters.zone,
        selected=link.event,
    )


def filter_query(filters: Filters) -> str:
    """Return all filters but time in the grammar of the link.

    Examples
    --------
    >>> filter_query(Filters(zone="utc", group=frozenset({"kremlin"}), text="дрон"))
    'group=kremlin&q=%D0%B4%D1%80%D0%BE%D0%BD'
    """
    return urlencode(to_query(Link(replace(filters, range=None, zone="place"))), doseq=True)


def publish_matches(text: str, record: Record, drawing: Drawing, publish: Publish) -> str | None:
    """Return the address of the rows in which a text is found; None where it says nothing.

    The browser holds no text to search: of 10,000 events it would be 19 MB.
    """
    if not fold(text).strip():
        return None
    found = text_matches(record.events["search_text"], text).to_numpy(bool)[drawing.order]
    return publish(_json(pack_mask(found)), "application/json", "matches.json")


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def whole_range(record: Record, zone: Zone) -> Range:
    """Return the days of a record; one day of 1970 where it has no event."""
    return record.extents[zone] or Range(wall_clock(0), wall_clock(86_400_000))


def camera_of(link: Link, record: Record) -> Camera | None:
    """Return where a link looks; a link to an event alone looks at that."""
    if link.camera is None and link.event is not None:
        return camera_on(record.events.loc[link.event])
    return link.camera


def camera_on(event: pd.Series) -> Camera:
    """Return the camera that shows an event and the way to the border."""
    points = [(event["lon"], event["lat"])]
    if event["distance_m"] > 0:
        points.append((event["nearest_lon"], event["nearest_lat"]))
    return look_at(points)


def camera_option(camera: Camera | None) -> dict[str, float] | None:
    """Return a camera in the map's terms."""
    if camera is None:
        return None
    return {"longitude": camera.lon, "latitude": camera.lat, "zoom": camera.zoom}

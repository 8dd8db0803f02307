"""The explorer: the map with its time bar, the list of its events, and the selected one."""

import json
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st
from pydeck import Deck, Layer

from geo.assets import publish
from geo.basemap import Basemap, basemap_layers, read_basemap
from geo.camera import Camera, look_at
from geo.colouring import Colouring, colour_by_group, colour_by_type
from geo.event_rows import drawing_order, event_rows
from geo.geodesic import Floats
from geo.layers import event_layers
from geo.palette import DARK, LIGHT, Palette
from geo.selection import selection_layers
from geo.times import Range, extent, time_domain
from ui.card import card, distance_words
from ui.frame import FOLDER, View, change_filters, change_link
from ui.legend import legend
from ui.time_map import Shown, event_list, milliseconds, pack_mask, time_map, wall_clock

_MAP, _LIST = "time_map", "event_list"
_PANEL_PX = 380
_EVERYWHERE = (-170.0, -56.0, 170.0, 72.0)


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a record under every choice of a reader.

    Attributes
    ----------
    basemap : Basemap
    rows : DataFrame, n rows
        lon, lat, dx, dy indexed by event id, in the order in which events are drawn.
    address : str
        Where the browser reads the rows.
    """

    basemap: Basemap
    rows: pd.DataFrame
    address: str

    @property
    def pins(self) -> Floats:
        """lon, lat, dx, dy of each row: what names on the map keep clear of."""
        pins: Floats = self.rows[["lon", "lat", "dx", "dy"]].to_numpy(float)
        return pins


def explorer(view: View) -> None:
    """Show the map beside the list, or beside the selected event; narrow screens stack them."""
    drawing = _draw(view.record.version, view)
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    colouring = _colouring(view, palette)
    whole = _whole(view)
    domain, step = time_domain(view.link.filters.range, whole)
    shown = _shown(view, drawing, colouring, domain)
    with st.container(horizontal=True, gap="medium", key="explorer"):
        with st.container(key="map_side"):
            time_map(
                Deck(_layers(view, drawing, colouring, palette), map_provider=None),
                shown,
                domain=(milliseconds(domain.start), milliseconds(domain.end)),
                step=round(step.total_seconds() * 1000),
                bounds=view.story.bounds or _EVERYWHERE,
                camera=_camera(view),
                credit=" · ".join(view.story.credits),
                background=palette.sea,
                key=_MAP,
                on_window=lambda: _choose_window(whole),
                on_camera=_choose_camera,
                on_click=lambda: change_link(event=st.session_state[_MAP].clicked or None),
            )
            legend(view, colouring)
        with st.container(width=_PANEL_PX, key="list_side"):
            if view.selected is None:
                event_list(
                    shown,
                    key=_LIST,
                    on_change=lambda: _fly_to(st.session_state[_LIST].clicked, view),
                )
            else:
                card(view)


@st.cache_resource(max_entries=3, show_spinner=False)
def _draw(version: str, _view: View) -> Drawing:  # noqa: ARG001
    story, record = _view.story, _view.record
    groups = tuple(group.id for group in story.groups)
    rows = event_rows(drawing_order(record.events, groups))
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    border = record.borders[0] if record.borders else None
    columns = ["id", "lon", "lat", "dx", "dy"]
    return Drawing(
        basemap=read_basemap(story.basemap, FOLDER, border),
        rows=pd.DataFrame(rows, columns=columns).set_index("id"),
        address=publish(text.encode(), "application/json", "events.json"),
    )


def _whole(view: View) -> Range:
    """The days of the record; one empty day where it has no event."""
    zone = view.link.filters.zone
    return extent(view.record.events, zone) or Range(wall_clock(0), wall_clock(86_400_000))


def _colouring(view: View, palette: Palette) -> Colouring:
    if view.link.colour == "event_type":
        return colour_by_type(view.record.events["event_type"], palette)
    return colour_by_group(view.record.events["group"], view.story, palette)


def _shown(view: View, drawing: Drawing, colouring: Colouring, domain: Range) -> Shown:
    passes = (view.presence != "hidden")[drawing.rows.index].to_numpy(bool)
    range_ = view.link.filters.range or domain
    return Shown(
        rows=drawing.address,
        kept=None if passes.all() else pack_mask(np.asarray(passes)),
        window=(milliseconds(range_.start), milliseconds(range_.end)),
        zone=view.link.filters.zone,
        groups=[
            {"id": shade.id, "label": shade.label, "colour": shade.colour}
            for shade in colouring.shades
        ],
        field=colouring.field,
        selected=view.link.event,
        labels={},
    )


def _layers(view: View, drawing: Drawing, colouring: Colouring, palette: Palette) -> list[Layer]:
    layers = basemap_layers(drawing.basemap, palette, "en", drawing.pins, publish)
    layers += event_layers(drawing.address, colouring, palette, publish)
    event = view.selected
    if event is not None:
        row = drawing.rows.loc[event.name]
        words = distance_words(event)
        layers += selection_layers(event, (row["dx"], row["dy"]), words, palette, publish)
    return layers


def _camera(view: View) -> dict[str, float] | None:
    """Where the link looks; a link to an event alone looks at that."""
    camera = view.link.camera
    if camera is None and view.selected is not None:
        camera = _camera_on(view.selected)
    if camera is None:
        return None
    return {"longitude": camera.lon, "latitude": camera.lat, "zoom": camera.zoom}


def _camera_on(event: pd.Series) -> Camera:
    """The camera that shows an event and the way to the border."""
    points = [(event["lon"], event["lat"])]
    if event["distance_m"] > 0:
        points.append((event["nearest_lon"], event["nearest_lat"]))
    return look_at(points)


def _fly_to(event: str, view: View) -> None:
    """Select an event of the list, and look at it."""
    change_link(event=event, camera=_camera_on(view.record.events.loc[event]))


def _choose_window(whole: Range) -> None:
    """Take over a window of the map; the whole record is no filter."""
    start, end = (wall_clock(ms) for ms in st.session_state[_MAP].window)
    everything = start <= whole.start and end >= whole.end
    change_filters(range=None if everything else Range(start, end))


def _choose_camera() -> None:
    lon, lat, zoom = st.session_state[_MAP].camera
    change_link(camera=Camera(round(lon, 4), round(lat, 4), round(zoom, 2)))

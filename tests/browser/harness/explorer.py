"""The map, the list and what they report; Python keeps the window, the choice and the camera."""

import json
from dataclasses import asdict
from typing import Literal

import pydeck as pdk
import streamlit as st

from geo.drawing.map_state import MapState
from geo.drawing.map_style import MapStyle
from geo.link.camera import Camera
from geo.times import Range, milliseconds
from tests.browser.harness.scenes import COLOURS, read_scene, store_facets, store_json
from ui.components.time_map import MapPart, TimeBar, show_event_list, show_time_map


def draw() -> None:
    """Show one scene, with buttons for what only Python can ask for.

    Another start in the link forgets all: its map, list and buttons are others.
    """
    st.set_page_config(layout="wide")
    memory, query = st.session_state, st.query_params
    start = query.get("start", "")
    if memory.setdefault("start", start) != start:
        memory.clear()
        memory.start = start
    dark = st.context.theme.type == "dark"
    scene = read_scene(query.get("scene", "record"), dark)
    memory.setdefault("window", tuple(json.loads(query.get("window", "null")) or scene.domain))
    memory.setdefault("selected", None)
    memory.setdefault("camera", _read_camera(query.get("camera", "null")))
    memory["runs"] = memory.get("runs", 0) + 1

    buttons = st.columns(5)
    if buttons[0].button("May 2023"):
        memory.window = (1682899200000, 1685577600000)
    if buttons[1].button("Fly"):
        memory.selected = scene.rows[0]["id"]
        memory.camera = {"longitude": 37.6, "latitude": 55.7, "zoom": 8.0}
    half = buttons[2].toggle("Every second event", key=f"half{start}")
    zone: Literal["utc", "place"] = (
        "utc" if buttons[3].toggle("UTC", key=f"utc{start}") else "place"
    )
    if buttons[4].button("Rerun"):
        pass

    style = MapStyle(
        groups=[{"id": name, "label": name, "colour": colour} for name, colour in COLOURS.items()],
        field="group",
        bounds=scene.bounds,
        credit="Natural Earth · © OpenStreetMap contributors",
        background=(22, 27, 34) if dark else (224, 232, 238),
        presets=[],
    )
    state = MapState(
        rows=scene.address,
        facets=store_facets(len(scene.rows)),
        style=store_json(asdict(style), "map_style.json"),
        filters="group=even" if half else "",
        matches=None,
        window=memory.window,
        zone=zone,
        selected=memory.selected,
    )
    places = st.columns([3, 1]) if query.get("list", "yes") == "yes" else [st.container()]
    with places[0]:
        show_time_map(
            pdk.Deck(layers=scene.layers, map_provider=None),
            state,
            TimeBar(scene.domain, scene.step),
            MapPart(
                key=f"time_map{start}",
                choices=f"record{start}",
                on_window=_take_range,
                on_camera=_take_camera,
                on_click=_take_click,
            ),
            camera=memory.camera,
        )
    if len(places) > 1:
        with places[1]:
            show_event_list(
                state,
                key=f"event_list{start}",
                choices=f"record{start}",
                on_click=_take_click,
            )
    names = {"window": "reported", "camera": "seen", "selected": "selected", "runs": "runs"}
    report = {name: memory.get(key) for name, key in names.items()}
    st.code(json.dumps({**report, "start": start}))


def _take_range(range_: Range) -> None:
    window = (milliseconds(range_.start), milliseconds(range_.end))
    st.session_state.window = st.session_state.reported = window


def _take_camera(camera: Camera) -> None:
    st.session_state.seen = (camera.lon, camera.lat, camera.zoom)
    names = ("longitude", "latitude", "zoom")
    st.session_state.camera = dict(zip(names, st.session_state.seen, strict=True))


def _take_click(event: str | None) -> None:
    st.session_state.selected = event


def _read_camera(written: str) -> dict[str, float] | None:
    camera = json.loads(written)
    return dict(zip(("longitude", "latitude", "zoom"), camera, strict=True)) if camera else None

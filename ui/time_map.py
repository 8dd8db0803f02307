"""The map with its time bar, and the list of its events, as Streamlit components.

The components' own script is three lines: it fetches the module of geo/time_map by address, so
that a rerun sends options and no code, and the browser keeps one copy for both components.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache

import pydeck as pdk
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo import time_map as drawing
from geo.assets import publish
from geo.drawing.shown import Colour, Shown, milliseconds, pack_mask, wall_clock

__all__ = [
    "MapReport",
    "Shown",
    "asset_addresses",
    "event_list",
    "milliseconds",
    "pack_mask",
    "time_map",
    "wall_clock",
]

# What the bar takes beneath the map; how much longer that makes the list beside the two.
_TIME_BAR_PX, _BESIDE_TIME_BAR_PX = 190, 140
_COMPONENT_JS = """
const assets = {assets};
export default async function (component) {{
  // The room is taken at once, so that nothing below moves when the rest arrives.
  const host = component.parentElement.querySelector('.host');
  const room = component.data.reserved;                      // Pixels, or a length in CSS.
  if (!host.firstChild) host.style.minHeight = isNaN(room) ? room : `${{room}}px`;
  const module = await import(new URL(assets.module, document.baseURI).href);
  return module.{mount}(component, assets);
}}
"""
_HOST = '<div class="host"></div>'


@cache
def asset_addresses() -> dict[str, str]:
    """Publish what the components fetch; the page may preload these addresses."""
    javascript = "text/javascript"
    return {
        "bundle": publish(drawing.bundle(), javascript, "deck.js"),
        "module": publish(drawing.module(), javascript, "time_map.js"),
        "style": publish(drawing.style(), "text/css", "time_map.css"),
    }


def our_component(name: str, mount: str) -> ComponentRenderer:
    """Return a component that `mount`, a function of geo/time_map, puts into its host."""
    script = _COMPONENT_JS.format(mount=mount, assets=json.dumps(asset_addresses()))
    return st.components.v2.component(name, html=_HOST, js=script)


_time_map = our_component("time_map", "mountTimeMap")
_event_list = our_component("event_list", "mountEventList")


@dataclass(frozen=True)
class MapReport:
    """What the reader did on the map.

    Attributes
    ----------
    window : (int, int) or None
        The window after the last gesture; None until there was one.
    camera : (float, float, float) or None
        Longitude, latitude, zoom after the last pan or zoom.
    clicked : str or None
        In the one run after a click: an event id, or "" for a click beside all events.
    """

    window: tuple[int, int] | None
    camera: tuple[float, float, float] | None
    clicked: str | None


def _fitting(height: int) -> str:
    """Return a height in CSS that leaves room on the screen for the time bar and the header."""
    return f"min({height}px, max(300px, 100svh - 370px))"


def time_map(
    deck: pdk.Deck,
    shown: Shown,
    *,
    base: str | None = None,
    domain: tuple[int, int],
    step: int,
    bounds: tuple[float, float, float, float],
    camera: Mapping[str, float] | None = None,
    credit: str = "",
    background: Colour | None = None,
    height: int = 560,
    key: str = "time_map",
    choices: str = "record",
    on_window: Callable[[], None] = lambda: None,
    on_camera: Callable[[], None] = lambda: None,
    on_click: Callable[[], None] = lambda: None,
) -> MapReport:
    """Draw a pydeck map with a live time bar; return what the reader did.

    Parameters
    ----------
    deck : Deck
        Layers whose id starts with "base-" are painted only when the view moves. Layers whose
        data are `shown.rows` follow the time bar. `min_zoom`, `max_zoom` bound a layer's zooms.
    shown : Shown
    base : str, optional
        Address of a published Deck, whose layers lie beneath: a rerun does not send them again.
    domain : (int, int)
        What the time bar spans, ms.
    step : int
        What its handles move by, ms.
    bounds : (float, float, float, float)
        West, south, east, north of the whole map; east < west crosses the antimeridian.
    camera : mapping of longitude, latitude, zoom, or None
        Flown to when it is news: neither the one before nor an echo of a report.
    credit : str
        One line at the foot of the map.
    background : str or (int, int, int), optional
        Colour behind all layers: the sea.
    height : int
        Of the map at most, px; a low screen gets less, so that the time bar fits beneath.
    key : str
        Of the component. The same key on another page brings the same map with its view.
    choices : str
        Parts of this name share filters and window in the browser, before Python hears of them.
    on_window, on_camera, on_click : callable
        Called before the run that such a report causes; `st.session_state[key]` holds window,
        camera and clicked.
    """
    spec = deck.to_json()
    options = {
        **asdict(shown),
        "key": key,
        "choices": choices,
        "base": base,
        "spec": json.loads(spec),
        "hash": hashlib.sha256(f"{base} {spec}".encode()).hexdigest()[:16],
        "domain": domain,
        "step": step,
        "bounds": bounds,
        "camera": dict(camera) if camera else None,
        "credit": credit,
        "background": background,
        "height": _fitting(height),
        "reserved": f"calc({_fitting(height)} + {_TIME_BAR_PX}px)",
    }
    result = _time_map(
        key=key,
        data=options,
        default={"window": None, "camera": None},
        on_window_change=on_window,
        on_camera_change=on_camera,
        on_clicked_change=on_click,
    )
    window, camera_now = result.window, result.camera
    return MapReport(
        window=(window[0], window[1]) if window else None,
        camera=(camera_now[0], camera_now[1], camera_now[2]) if camera_now else None,
        clicked=result.clicked,
    )


def event_list(
    shown: Shown,
    *,
    height: int = 560,
    key: str = "event_list",
    choices: str = "record",
    on_change: Callable[[], None] = lambda: None,
) -> str | None:
    """List the kept events of the window as buttons; return the id chosen in this run.

    Parameters
    ----------
    shown : Shown
        The same as the map's.
    height : int
        The map's, px: the list then ends where the time bar does, and scrolls beyond.
    key : str
        Of the component.
    choices : str
        Of the map whose events are listed.
    on_change : callable
        Called before the run that a choice causes; `st.session_state[key].clicked` is the id.
    """
    content = asdict(shown)
    options = {
        # What the map hears is not said again: the two share it in the browser.
        **{name: content[name] for name in ("groups", "field", "selected", "labels", "lang")},
        "key": key,
        "choices": choices,
        "height": f"calc({_fitting(height)} + {_BESIDE_TIME_BAR_PX}px)",
        "reserved": _fitting(height),
    }
    result = _event_list(key=key, data=options, on_clicked_change=on_change)
    chosen: str | None = result.clicked
    return chosen

"""The map with its time bar, and the list of its events."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

import pydeck as pdk

from geo.drawing.map_state import MapState
from geo.link.camera import Camera
from geo.times import Range
from ui.components.declare import declare_component
from ui.components.reports import (
    answer,
    describe_answered,
    ignore,
    pass_camera,
    pass_range,
    pass_text,
)

# A low screen gets a lower map, so that the time bar fits below it, and the list next to both.
_MAP_HEIGHT = "min(560px, max(300px, 100svh - 370px))"
_time_map = declare_component("time_map", "mountTimeMap", f"calc({_MAP_HEIGHT} + 190px)")
_event_list = declare_component("event_list", "mountEventList", _MAP_HEIGHT)


@dataclass(frozen=True)
class TimeBar:
    """A time bar, in ms.

    Attributes
    ----------
    domain : (int, int)
        What it spans.
    step : int
        What its handles move by.
    """

    domain: tuple[int, int]
    step: int


@dataclass(frozen=True)
class MapPart:
    """A map as a part of a page.

    Attributes
    ----------
    key : str
        Of the component. The same key on another page brings the same map with its view.
    choices : str
        Parts of this name share filters and window in the browser, before Python receives them.
    story_step : str or None
        Which step of a story this is. Another step moves the map even if the reader has moved it.
    note : str
        What holds of all that is shown; it is shown with the credits.
    on_window, on_camera, on_click : callable
        Called before the run that a gesture, a move of the map or a click causes, with the shown
        range, the camera, or the id of an event (None for a click beside all events).
        The next run shows what was reported. What is ignored causes no run: the reader keeps it.
    """

    key: str = "time_map"
    choices: str = "record"
    story_step: str | None = None
    note: str = ""
    on_window: Callable[[Range], None] = ignore
    on_camera: Callable[[Camera], None] = ignore
    on_click: Callable[[str | None], None] = ignore


def show_time_map(
    deck: pdk.Deck,
    state: MapState,
    bar: TimeBar,
    part: MapPart,
    *,
    base: str | None = None,
    camera: Mapping[str, float] | None = None,
) -> None:
    """Draw a pydeck map with a live time bar.

    Parameters
    ----------
    deck : Deck
        Layers whose id starts with "base-" are painted only when the view moves. Layers whose
        data are `state.rows` follow the time bar. `min_zoom`, `max_zoom` bound a layer's zooms.
    state : MapState
    bar : TimeBar
    part : MapPart
    base : str, optional
        Address of a stored Deck, whose layers are drawn below: a rerun does not send them again.
    camera : mapping of longitude, latitude, zoom, or None
        Flown to when it is new: neither the one before nor one that the map itself reported.
    """
    spec = deck.to_json()
    handlers = {"onWindow": part.on_window, "onCamera": part.on_camera, "onPick": part.on_click}
    on_click = part.on_click
    options = {
        **asdict(state),
        "answered": describe_answered(),
        "asks": [name for name, handle in handlers.items() if handle is not ignore],
        "key": part.key,
        "choices": part.choices,
        "story_step": part.story_step,
        "note": part.note,
        "base": base,
        "spec": json.loads(spec),
        "hash": hashlib.sha256(f"{base} {spec}".encode()).hexdigest()[:16],
        **asdict(bar),
        "camera": dict(camera) if camera else None,
        "height": _MAP_HEIGHT,
    }
    on_report = answer(
        part.key,
        window=pass_range(part.on_window),
        camera=pass_camera(part.on_camera),
        clicked=lambda id_: on_click(None) if id_ is None else pass_text(on_click)(id_),
    )
    _time_map(key=part.key, data=options, on_report_change=on_report)


def show_event_list(
    state: MapState,
    *,
    key: str = "event_list",
    choices: str = "record",
    on_click: Callable[[str], None] = ignore,
) -> None:
    """List the events that pass the filters in the chosen time range, as buttons.

    Parameters
    ----------
    state : MapState
        The same as the map's.
    key : str
        Of the component.
    choices : str
        Of the map whose events are listed.
    on_click : callable
        Called before the run that a choice causes, with the id.
    """
    options = {
        # The browser takes filters and window from the map; Python does not send them.
        "style": state.style,
        "selected": state.selected,
        "key": key,
        "choices": choices,
        "height": f"calc({_MAP_HEIGHT} + 140px)",
    }
    _event_list(key=key, data=options, on_report_change=answer(key, clicked=pass_text(on_click)))

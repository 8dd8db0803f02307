"""The map of a view, as every page that has one draws it, and the scene that it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st
from pydeck import Deck

from geo.assets import publish
from geo.drawing import (
    Drawing,
    camera_of,
    camera_option,
    colouring_of,
    draw_record,
    publish_look,
    publish_matches,
    record_layers,
    selected_layers,
    shown_of,
    whole_range,
)
from geo.drawing.colouring import Colouring
from geo.drawing.palette import DARK, LIGHT, Palette
from geo.drawing.shown import Shown, milliseconds
from geo.errors import StoryFileError
from geo.story import Basemap
from geo.times import Range, time_domain
from ui.frame import FOLDER, View
from ui.markup import show
from ui.time_map import time_map


@dataclass(frozen=True)
class Scene:
    """A view in the terms of the map.

    Attributes
    ----------
    shown : Shown
    drawing : Drawing
    palette : Palette
    colouring : Colouring
    domain : Range
        What the time bar spans.
    step : timedelta
        What its handles move by.
    fault : str or None
        What is wrong with the base map where it had to be left out.
    """

    shown: Shown
    drawing: Drawing
    palette: Palette
    colouring: Colouring
    domain: Range
    step: timedelta
    fault: str | None


def scene_of(view: View) -> Scene:
    """Return a view in the terms of the map."""
    drawing, fault = _draw(view.record.version, view)
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    colouring = colouring_of(view.link, view.record, view.story, palette)
    filters = view.link.filters
    domain, step = time_domain(filters.range, whole_range(view.record, filters.zone))
    matches = _matches(view.record.version, filters.text, view, drawing) if filters.text else None
    look = publish_look(view, colouring, palette, publish)
    shown = shown_of(view.link, drawing, look, domain, matches)
    return Scene(shown, drawing, palette, colouring, domain, step, fault)


def record_map(
    view: View,
    key: str,
    choices: str = "record",
    on_window: Callable[[], None] = lambda: None,
    on_camera: Callable[[], None] = lambda: None,
    on_click: Callable[[], None] = lambda: None,
) -> Scene:
    """Draw the map of a view; return what it shows.

    Parameters
    ----------
    view : View
    key : str
        Of the component: one for each page.
    choices : str
        See `time_map`: the parts of this name share filters and window.
    on_window, on_camera, on_click : callable
        Called before the run that such a report causes; see `time_map`.
    """
    scene = scene_of(view)
    if scene.fault:
        show("notice.html", kind="basemap", lines=[scene.fault])
    domain = scene.domain
    time_map(
        _selection(view.record.version, view.link.event, scene.palette, view, scene.drawing),
        scene.shown,
        base=_base(view.record.version, scene.palette, scene.colouring, scene.drawing),
        domain=(milliseconds(domain.start), milliseconds(domain.end)),
        step=scene.step // timedelta(milliseconds=1),
        camera=camera_option(camera_of(view.link, view.record)),
        key=key,
        choices=choices,
        on_window=on_window,
        on_camera=on_camera,
        on_click=on_click,
    )
    return scene


@st.cache_resource(max_entries=3, show_spinner=False)
def _draw(version: str, _view: View) -> tuple[Drawing, str | None]:  # noqa: ARG001
    """The drawing, and what is wrong with the base map where it had to be left out."""
    story, record = _view.story, _view.record
    try:
        return draw_record(story, FOLDER, record, publish), None
    except StoryFileError as error:
        bare = story.model_copy(update={"basemap": Basemap()})
        return draw_record(bare, FOLDER, record, publish), str(error)


@st.cache_resource(max_entries=200, show_spinner=False)
def _selection(
    version: str,  # noqa: ARG001
    event: str | None,  # noqa: ARG001
    palette: Palette,
    _view: View,
    _drawing: Drawing,
) -> Deck:
    """The layers of the selected event."""
    layers = selected_layers(_view.selected, _drawing, palette, publish)
    return Deck(layers, map_provider=None)


@st.cache_resource(max_entries=100, show_spinner=False)
def _matches(version: str, text: str, _view: View, _drawing: Drawing) -> str | None:  # noqa: ARG001
    return publish_matches(text, _view.record, _drawing, publish)


# Placing names and drawing marks takes 200 ms, and what they are drawn from seldom changes.
@st.cache_resource(max_entries=12, show_spinner=False)
def _base(
    version: str,  # noqa: ARG001
    palette: Palette,
    colouring: Colouring,
    _drawing: Drawing,
) -> str:
    """The address of all layers but those of the selected event."""
    deck = Deck(record_layers(_drawing, colouring, palette, publish), map_provider=None)
    return publish(deck.to_json().encode(), "application/json", "layers.json")

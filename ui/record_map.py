"""The map of a view, as every page that has one draws it, and the scene that it shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import streamlit as st
from pydeck import Deck

from geo.drawing.colouring import Colouring
from geo.drawing.palette import DARK, LIGHT, Palette
from geo.drawing.record import (
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
from geo.drawing.shown import Shown
from geo.errors import StoryFileError
from geo.story.story_file import Basemap
from geo.times import Range, milliseconds, time_domain
from ui.frame import View
from ui.markup import show
from ui.time_map import time_map
from web.assets import publish


@dataclass(frozen=True)
class Backdrop:
    """What a map shows of a record under any choice of its reader but theme and colouring.

    Attributes
    ----------
    drawing : Drawing
    palette : Palette
    colouring : Colouring
    look : str
        Address of the `Look`.
    base : str
        Address of all layers but those of the selected event.
    fault : str or None
        What is wrong with the base map where it had to be left out.
    """

    drawing: Drawing
    palette: Palette
    colouring: Colouring
    look: str
    base: str
    fault: str | None


@dataclass(frozen=True)
class Scene:
    """A view in the terms of the map.

    Attributes
    ----------
    backdrop : Backdrop
    shown : Shown
    domain : Range
        What the time bar spans.
    step : timedelta
        What its handles move by.
    """

    backdrop: Backdrop
    shown: Shown
    domain: Range
    step: timedelta


def scene_of(view: View) -> Scene:
    """Return a view in the terms of the map."""
    version, filters = view.record.version, view.link.filters
    dark = st.context.theme.type == "dark"
    backdrop = draw_backdrop(version, dark, view.link.colour, view)
    domain, step = time_domain(filters.range, whole_range(view.record, filters.zone))
    matches = _matches(version, filters.text, view, backdrop.drawing) if filters.text else None
    shown = shown_of(view.link, backdrop.drawing, backdrop.look, domain, matches)
    return Scene(backdrop, shown, domain, step)


def show_record_map(
    view: View,
    key: str,
    choices: str = "record",
    story_step: str | None = None,
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
    choices, story_step : str
        See `time_map`.
    on_window, on_camera, on_click : callable
        Called before the run that such a report causes; see `time_map`.
    """
    scene = scene_of(view)
    backdrop, domain = scene.backdrop, scene.domain
    if backdrop.fault:
        show("notice.html", kind="basemap", lines=[backdrop.fault])
    time_map(
        _selection(view.record.version, view.link.event, backdrop.look, view, backdrop),
        scene.shown,
        base=backdrop.base,
        domain=(milliseconds(domain.start), milliseconds(domain.end)),
        step=scene.step // timedelta(milliseconds=1),
        camera=camera_option(camera_of(view.link, view.record)),
        key=key,
        choices=choices,
        story_step=story_step,
        on_window=on_window,
        on_camera=on_camera,
        on_click=on_click,
    )
    return scene


@st.cache_resource(max_entries=3, show_spinner=False)
def _draw(version: str, _view: View) -> tuple[Drawing, str | None]:  # noqa: ARG001
    """The drawing, and what is wrong with the base map where it had to be left out."""
    try:
        return draw_record(_view.current, publish), None
    except StoryFileError as error:
        bare = _view.story.model_copy(update={"basemap": Basemap()})
        return draw_record(replace(_view.current, story=bare), publish), str(error)


# Placing names and drawing marks takes 200 ms, and what they are drawn from seldom changes.
@st.cache_resource(max_entries=12, show_spinner=False)
def draw_backdrop(version: str, dark: bool, colour: str, _view: View) -> Backdrop:  # noqa: ARG001
    """Return the backdrop of a view, drawn and published once for each version and choice."""
    drawing, fault = _draw(version, _view)
    palette = DARK if dark else LIGHT
    colouring = colouring_of(_view.link, _view.record, _view.story, palette)
    look = publish_look(_view, colouring, palette, publish)
    layers = Deck(record_layers(drawing, colouring, palette, publish), map_provider=None)
    base = publish(layers.to_json().encode(), "application/json", "layers.json")
    return Backdrop(drawing, palette, colouring, look, base, fault)


@st.cache_resource(max_entries=200, show_spinner=False)
def _selection(
    version: str,  # noqa: ARG001
    event: str | None,  # noqa: ARG001
    look: str,  # noqa: ARG001
    _view: View,
    _backdrop: Backdrop,
) -> Deck:
    """The layers of the selected event."""
    layers = selected_layers(_view.selected, _backdrop.drawing, _backdrop.palette, publish)
    return Deck(layers, map_provider=None)


@st.cache_resource(max_entries=100, show_spinner=False)
def _matches(version: str, text: str, _view: View, _drawing: Drawing) -> str | None:  # noqa: ARG001
    return publish_matches(text, _view.record, _drawing, partial(publish, passing=True))

"""The map of a view, as every page that has one draws it."""

from collections.abc import Callable

import streamlit as st
from pydeck import Deck

from geo.assets import publish
from geo.drawing import (
    EVERYWHERE,
    Drawing,
    camera_of,
    camera_option,
    colouring_of,
    draw_record,
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
from geo.times import time_domain
from ui.frame import FOLDER, View
from ui.markup import show
from ui.time_map import time_map


def record_map(
    view: View,
    key: str,
    on_window: Callable[[], None] = lambda: None,
    on_camera: Callable[[], None] = lambda: None,
    on_click: Callable[[], None] = lambda: None,
) -> tuple[Shown, Colouring]:
    """Draw the map of a view; return what it shows, for the list, and its colours, for the legend.

    Parameters
    ----------
    view : View
    key : str
        Of the component: one for each page.
    on_window, on_camera, on_click : callable
        Called before the run that such a report causes; see `time_map`.
    """
    drawing, fault = _draw(view.record.version, view)
    if fault:
        show("notice.html", kind="basemap", lines=[fault])
    palette = _palette()
    colouring = colouring_of(view.link, view.record, view.story, palette)
    whole = whole_range(view.record, view.link.filters.zone)
    domain, step = time_domain(view.link.filters.range, whole)
    shown = shown_of(view.link, view.presence, drawing, colouring, domain)
    base = _base(view.record.version, palette, colouring, drawing)
    selected = selected_layers(view.selected, drawing, palette, publish)
    time_map(
        Deck(selected, map_provider=None),
        shown,
        base=base,
        domain=(milliseconds(domain.start), milliseconds(domain.end)),
        step=round(step.total_seconds() * 1000),
        bounds=view.story.bounds or EVERYWHERE,
        camera=camera_option(camera_of(view.link, view.record)),
        credit=" · ".join(view.credits),
        background=palette.sea,
        key=key,
        on_window=on_window,
        on_camera=on_camera,
        on_click=on_click,
    )
    return shown, colouring


def _palette() -> Palette:
    return DARK if st.context.theme.type == "dark" else LIGHT


@st.cache_resource(max_entries=3, show_spinner=False)
def _draw(version: str, _view: View) -> tuple[Drawing, str | None]:  # noqa: ARG001
    """The drawing, and what is wrong with the base map where it had to be left out."""
    story, record = _view.story, _view.record
    try:
        return draw_record(story, FOLDER, record, publish), None
    except StoryFileError as error:
        bare = story.model_copy(update={"basemap": Basemap()})
        return draw_record(bare, FOLDER, record, publish), str(error)


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

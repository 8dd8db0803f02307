"""The map of a view, as every page that has one draws it, and the scene that it shows."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import streamlit as st
from pydeck import Deck

from geo.drawing.camera import choose_camera, to_view_state
from geo.drawing.colours.event_colours import Colouring, choose_colouring
from geo.drawing.colours.palette import DARK, LIGHT, Palette
from geo.drawing.drawn_record import DrawnRecord, draw_layers, draw_record, draw_selection
from geo.drawing.map_state import MapState, build_map_state
from geo.drawing.map_style import store_map_style
from geo.drawing.matches import store_matches
from geo.errors import StoryFileError
from geo.story.current import Current
from geo.story.story_file import BasemapFiles
from geo.story.view import View
from geo.times import choose_time_domain, milliseconds
from ui.components.time_map import MapPart, TimeBar, show_time_map
from ui.markup import show
from web.assets import store_asset
from web.problems import describe_problem
from web.tiles import list_tile_sets


@dataclass(frozen=True)
class BaseLayers:
    """What a map shows of a record under any choice of its reader but theme and colouring.

    Attributes
    ----------
    record : DrawnRecord
    palette : Palette
    colouring : Colouring
    style : str
        Address of the `MapStyle`.
    address : str
        Address of all layers but those of the selected event.
    problem : str or None
        What is wrong with the base map where it had to be left out.
    """

    record: DrawnRecord
    palette: Palette
    colouring: Colouring
    style: str
    address: str
    problem: str | None


@dataclass(frozen=True)
class MapScene:
    """A view in the terms of the map.

    Attributes
    ----------
    base_layers : BaseLayers
    state : MapState
    bar : TimeBar
    """

    base_layers: BaseLayers
    state: MapState
    bar: TimeBar


def build_scene(view: View) -> MapScene:
    """Return a view in the terms of the map."""
    filters = view.link.filters
    layers = draw_base_layers(view, dark=st.context.theme.type == "dark")
    domain, step = choose_time_domain(filters.range, view.record.whole_range(filters.zone))
    matches = _store_matches(view, layers.record) if filters.text else None
    state = build_map_state(view.link, layers.record, layers.style, domain, matches)
    span = (milliseconds(domain.start), milliseconds(domain.end))
    return MapScene(layers, state, TimeBar(span, step // timedelta(milliseconds=1)))


def show_record_map(view: View, part: MapPart) -> MapScene:
    """Draw the map of a view; return what it shows."""
    scene = build_scene(view)
    layers = scene.base_layers
    if layers.problem:
        show("notice.html", kind="basemap", lines=[layers.problem])
    show_time_map(
        _draw_selection(view, layers),
        scene.state,
        scene.bar,
        part,
        base=layers.address,
        camera=to_view_state(choose_camera(view.link, view.record)),
    )
    return scene


@st.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Current: lambda it: it.key})
def _draw(current: Current) -> tuple[DrawnRecord, str | None]:
    """Return the drawing, and what is wrong with the base map where it had to be left out."""
    try:
        return draw_record(current, store_asset), None
    except StoryFileError as error:
        bare = current.story.model_copy(update={"basemap": BasemapFiles()})
        return draw_record(replace(current, story=bare), store_asset), describe_problem(error)


# Placing names and drawing marks takes 200 ms, and what they are drawn from seldom changes.
@st.cache_resource(
    max_entries=12,
    show_spinner=False,
    hash_funcs={View: lambda view: (view.current.key, view.link.colour)},
)
def draw_base_layers(view: View, dark: bool) -> BaseLayers:
    """Return the base layers of a view, drawn and stored once for each story and choice."""
    drawn, problem = _draw(view.current)
    palette = DARK if dark else LIGHT
    colouring = choose_colouring(view.link, view.record, view.story, palette)
    tiles = list_tile_sets(view.current)
    style = store_map_style(view, colouring, palette, store_asset, tiles)
    layers = Deck(draw_layers(drawn, colouring, palette, store_asset, tiles), map_provider=None)
    base = store_asset(layers.to_json().encode(), "application/json", "layers.json")
    return BaseLayers(drawn, palette, colouring, style, base, problem)


@st.cache_resource(
    max_entries=200,
    show_spinner=False,
    hash_funcs={
        View: lambda view: (view.record.version, view.link.event),
        BaseLayers: lambda layers: layers.style,
    },
)
def _draw_selection(view: View, base: BaseLayers) -> Deck:
    """Return the layers of the selected event."""
    layers = draw_selection(view.selected, base.record, base.palette, store_asset)
    return Deck(layers, map_provider=None)


@st.cache_resource(
    max_entries=100,
    show_spinner=False,
    hash_funcs={View: lambda view: (view.current.key, view.link.filters.text)},
)
def _store_matches(view: View, _drawn: DrawnRecord) -> str | None:
    text = view.link.filters.text
    return store_matches(text, view.record, _drawn, partial(store_asset, evict_first=True))

"""The explorer: the map with its time bar, the list of its events, and the selected one."""

import streamlit as st

from geo.drawing.camera import look_at_event
from geo.times import Range
from ui.frame import View, change_filters, change_link
from ui.legend import show_legend_choice
from ui.map.card import show_card
from ui.record_map import show_record_map
from ui.share import show_share
from ui.time_map import event_list

_MAP, _LIST = "time_map", "event_list"
_PANEL_PX = 380


def show_explorer(view: View) -> None:
    """Show the map next to the list or the selected event; narrow screens stack them."""
    with st.container(horizontal=True, gap="medium", key="explorer"):
        with st.container(key="map_side"):
            scene = show_record_map(
                view,
                _MAP,
                on_window=lambda range_: _choose_range(range_, view),
                on_camera=lambda camera: change_link(camera=camera),
                on_click=lambda event: change_link(event=event),
            )
            show_legend_choice(view, scene.base_layers.colouring)
            show_share(view)
        with st.container(width=_PANEL_PX, key="list_side"):
            if view.selected is None:
                event_list(scene.state, key=_LIST, on_click=lambda event: _fly_to(event, view))
            else:
                show_card(view)


def _fly_to(event: str, view: View) -> None:
    """Select an event of the list, and look at it."""
    if event in view.record.events.index:
        change_link(event=event, camera=look_at_event(view.record.events.loc[event]))


def _choose_range(range_: Range, view: View) -> None:
    """Filter by what the time bar shows; the whole record is no filter."""
    whole = view.record.whole_range(view.link.filters.zone)
    everything = range_.start <= whole.start and range_.end >= whole.end
    change_filters(range=None if everything else range_)

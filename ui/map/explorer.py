"""The explorer: the map with its time bar, the list of its events, and the selected one."""

import streamlit as st

from geo.drawing.camera import look_at_event
from geo.link.camera import Camera
from geo.times import Range, wall_clock
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
                on_window=lambda: _choose_window(view),
                on_camera=_choose_camera,
                on_click=lambda: change_link(event=st.session_state[_MAP].clicked or None),
            )
            show_legend_choice(view, scene.base_layers.colouring)
            show_share(view)
        with st.container(width=_PANEL_PX, key="list_side"):
            if view.selected is None:
                event_list(
                    scene.state,
                    key=_LIST,
                    on_change=lambda: _fly_to(st.session_state[_LIST].clicked, view),
                )
            else:
                show_card(view)


def _fly_to(event: str, view: View) -> None:
    """Select an event of the list, and look at it."""
    change_link(event=event, camera=look_at_event(view.record.events.loc[event]))


def _choose_window(view: View) -> None:
    """Filter by a window of the map; the whole record is no filter."""
    whole = view.record.whole_range(view.link.filters.zone)
    start, end = (wall_clock(ms) for ms in st.session_state[_MAP].window)
    everything = start <= whole.start and end >= whole.end
    change_filters(range=None if everything else Range(start, end))


def _choose_camera() -> None:
    lon, lat, zoom = st.session_state[_MAP].camera
    change_link(camera=Camera(round(lon, 4), round(lat, 4), round(zoom, 2)))

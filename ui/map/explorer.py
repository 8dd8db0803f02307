"""The explorer: the map with its time bar, the list of its events, and the selected one."""

import streamlit as st

from geo.drawing.camera import fit_event
from geo.story.parts.basis import format_footnote
from geo.story.view import View
from geo.times import Range
from ui.components.legend import show_map_legend
from ui.components.record_map import show_record_map
from ui.components.share import show_share
from ui.components.sidebar import show_sidebar
from ui.components.time_map import MapPart, show_event_list
from ui.map.card import show_card
from ui.map.lead import show_lead
from ui.markup import keep_place
from ui.page.view import change_filters, change_link

_MAP, _LIST = "time_map", "event_list"


def show_explorer(view: View) -> None:
    """Show the map, and what lies beside it or on a phone over it: filters, and list or card."""
    with st.container(key="explorer"):
        show_sidebar(view, has_map=True)
        with st.container(key="map_side"):
            # It is seen first, and met first by readers with a keyboard.
            with keep_place():
                show_lead(view)
            part = MapPart(
                _MAP,
                note=format_footnote(view.story.basis),
                on_window=lambda range_: _choose_range(range_, view),
                on_camera=lambda camera: change_link(camera=camera),
                on_click=lambda event: change_link(event=event),
            )
            scene = show_record_map(view, part)
            show_map_legend(view, scene)
            with st.container(key="share_side"):
                show_share(view)
        with st.container(key="list_side"):
            if view.selected is None:
                show_event_list(scene.state, key=_LIST, on_click=lambda event: _fly_to(event, view))
            else:
                show_card(view)


def _fly_to(event: str, view: View) -> None:
    """Select an event of the list, and look at it."""
    if event in view.record.events.index:
        change_link(event=event, camera=fit_event(view.record.events.loc[event]))


def _choose_range(range_: Range, view: View) -> None:
    """Filter by the range of the time bar; the whole record means no filter."""
    whole = view.record.whole_range(view.link.filters.zone)
    everything = range_.start <= whole.start and range_.end >= whole.end
    change_filters(range=None if everything else range_)

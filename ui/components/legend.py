"""What the marks on the map mean."""

import streamlit as st

from geo.drawing.colours.event_colours import Colouring
from geo.drawing.colours.legend import list_legend_words
from geo.link.fields import COLOURS, FIELDS
from geo.publishing.parts.legend import describe_legend
from geo.story.view import View
from ui.components.declare import declare_component
from ui.components.record_map import MapScene
from ui.components.reports import answer, pass_text
from ui.components.sidebar import choose_filters
from ui.markup import show
from ui.page.view import change_link

_KEY = "legend"
_legend = declare_component("legend", "mountLegend", "0")


def show_map_legend(view: View, scene: MapScene) -> None:
    """Show what marks and colours on the map mean: a click keeps those events alone."""
    layers = scene.base_layers
    with st.container(key="legend_side"):
        _legend(
            key=_KEY,
            data={
                "style": layers.style,
                "key": _KEY,
                "choices": "record",
                "parameter": FIELDS[layers.colouring.field].parameter,
                **list_legend_words(view.record),
                "colour": view.link.colour,
            },
            on_report_change=answer(
                _KEY,
                filters=pass_text(lambda written: choose_filters(written, view)),
                colour=pass_text(_choose_colour),
            ),
        )


def _choose_colour(colour: str) -> None:
    if colour in COLOURS:
        change_link(colour=colour)


def show_legend(view: View, colouring: Colouring) -> None:
    """Show the colours and shapes in use."""
    show("legend.html", **describe_legend(view.record, colouring))

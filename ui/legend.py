"""What the marks on the map mean."""

import streamlit as st

from geo.drawing.colouring import Colouring
from geo.events.vocabulary import VOCABULARY
from geo.link.fields import COLOURS, FIELDS
from ui.frame import View, change_link
from ui.markup import show


def show_legend_choice(view: View, colouring: Colouring) -> None:
    """Show the colours and shapes in use, and let the reader choose what colours say."""
    with st.container(key="legend"):
        st.session_state["colour"] = view.link.colour
        st.segmented_control(
            "Colour by",
            list(COLOURS),
            key="colour",
            format_func=lambda column: FIELDS[column].title.lower(),
            required=True,
            on_change=lambda: change_link(colour=st.session_state["colour"]),
        )
        show_legend(view, colouring)


def show_legend(view: View, colouring: Colouring) -> None:
    """Show the colours and shapes in use."""
    used, coloured = (
        set(view.record.choices[name].cat.categories) for name in ("verification", colouring.field)
    )
    show(
        "legend.html",
        shades=[shade for shade in colouring.shades if shade.id in coloured],
        border=bool(view.record.borders),
        shapes=[(name, word) for name, word in VOCABULARY["verification"].items() if name in used],
    )

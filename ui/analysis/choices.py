"""What the charts of a page share: the reader's choices and their colours."""

import streamlit as st

from geo.drawing.charts import Look, choose_look
from geo.drawing.colours.palette import DARK, LIGHT
from geo.story.view import View
from ui.page.view import change_link
from ui.sessions.reader import change_choices, load_reader


def change_analysis(**changes: object) -> None:
    """Change what the reader asks of the analysis; for callbacks of widgets."""
    change_link(analysis=change_choices(load_reader().link.analysis, **changes))


def choose_chart_style(view: View) -> Look:
    """Return how the charts of a view are drawn in the reader's theme."""
    return choose_look(view, DARK if st.context.theme.type == "dark" else LIGHT)

"""Templates and styles on the page: every value in them is escaped as text."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.drawing.marks.marks import write_css
from geo.publishing.templates import PARTS_FOLDER, load_templates

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
# In this order: print and the narrow screen of a page come after what they change.
_STYLES = (
    "page",
    "frame",
    "map",
    "card",
    "method",
    "method_page",
    "briefing",
    "print",
    "claims_page",
    "claims",
    "analysis",
    "importing",
    "touch",
)
# Styles of parts that the published site shows too.
_SHARED = frozenset({"card", "claims", "method"})


def show(template: str, **values: object) -> None:
    """Show a template of ui/templates or of the shared parts; the values are escaped."""
    st.html(render(template, **values))


def render(template: str, **values: object) -> str:
    """Return the HTML that `show` shows."""
    return load_templates(_TEMPLATES).get_template(template).render(values)


def keep_place() -> DeltaGenerator:
    """Return a place for what comes and goes, so that nothing below it changes its own.

    Streamlit knows an element by its place: one that moves is taken down and put up again, a map
    with its canvases too, and some do not come back where two runs follow at once.
    """
    return st.container()


@cache
def read_styles() -> str:
    """Return the style sheets of all pages as one element.

    One message that is larger than Streamlit's `global.minCachedMessageSize` is sent once to a
    browser; several small ones would be sent with every run.
    """
    sheets = [_find_style(name).read_text("utf-8") for name in _STYLES]
    return f"<style>{''.join([*sheets, write_css()])}</style>"


def _find_style(name: str) -> Path:
    return (PARTS_FOLDER if name in _SHARED else _HERE) / "styles" / f"{name}.css"

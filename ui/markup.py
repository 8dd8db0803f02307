"""Words of a record on the page: every value is text, whatever characters it holds."""

from datetime import datetime
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment

from geo.drawing.marks import write_css
from geo.publishing.templates import load_templates
from geo.times import day_words

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
# In this order: print and the narrow screen of a page come after what they change.
_STYLES = ("page", "frame", "map", "method", "briefing", "print", "claims", "analysis")


@cache
def _environment() -> Environment:
    environment = load_templates(_TEMPLATES)
    environment.filters["said"] = format_said_at
    environment.filters["length_words"] = format_length
    return environment


def show(template: str, **values: object) -> None:
    """Show a template of ui/templates with these values; the values are escaped."""
    st.html(_environment().get_template(template).render(values))


@cache
def read_styles() -> str:
    """Return the style sheets of all pages as one element.

    One message that is larger than Streamlit's `global.minCachedMessageSize` is sent once to a
    browser; several small ones would be sent with every run.
    """
    sheets = [(_HERE / "styles" / f"{name}.css").read_text("utf-8") for name in _STYLES]
    return f"<style>{''.join([*sheets, write_css()])}</style>"


def format_said_at(moment: str | None) -> str:
    """Return when a statement was made, as words; a clock keeps the zone it was given in.

    Examples
    --------
    >>> format_said_at("2023-05-03")
    '3 May 2023'
    >>> format_said_at("2023-05-03T14:33+03:00")
    '3 May 2023, 14:33 (UTC+03:00)'
    >>> format_said_at(None)
    'undated'
    """
    if moment is None:
        return "undated"
    if len(moment) < len("2023-05-03"):
        return moment
    stated = datetime.fromisoformat(moment)
    clock = f", {stated:%H:%M} ({stated.tzname()})" if "T" in moment else ""
    return day_words(stated) + clock


def format_length(metres: float) -> str:
    """Return a length to two or three digits, in the unit that suits it.

    Examples
    --------
    >>> format_length(4_300_000), format_length(149.0), format_length(0.000179)
    ('4,300 km', '149 m', '0.18 mm')
    """
    unit, size = next(
        (each for each in (("km", 1000), ("m", 1)) if metres >= each[1]), ("mm", 0.001)
    )
    count = metres / size
    digits = 0 if count >= 10 else 1 if count >= 1 else 2
    return f"{count:,.{digits}f} {unit}"
